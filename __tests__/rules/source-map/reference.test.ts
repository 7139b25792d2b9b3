import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/source-map/reference.ts';
import { sightAll } from '../facts.ts';
import { mapText } from './maps.ts';

const QUOTED = '//# sourceMappingURL=a.js.map';
const comment = (url: string) => `let a=1;\n//# sourceMappingURL=${url}\n`;
/** Files to `path:line variant` of each sighting. */
const cases: Record<string, [Record<string, string>, string[]]> = {
  'a dangling comment': [{ 'dist/a.js': comment('a.js.map') }, ['dist/a.js:2 own']],
  'a dangling comment in a style sheet': [
    { 'a.css': 'a{b:c}\n/*# sourceMappingURL=a.css.map */' },
    ['a.css:2 own'],
  ],
  'a dangling comment of the old form': [{ 'a.js': 'let a\n//@ sourceMappingURL=a.js.map' }, ['a.js:2 own']],
  'a remote comment': [{ 'a.js': comment('https://cdn.example.com/a.js.map') }, ['a.js:2 remote']],
  'a remote comment without a scheme': [{ 'a.js': comment('//cdn.example.com/a.js.map') }, ['a.js:2 remote']],
  "a comment that leads to the developer's own machine": [
    {
      'a.js': comment('http://127.0.0.1:8000/a.js.map'),
      'b.js': comment('//localhost:8080/b.js.map'),
      'c.js': comment('http://[::1]/c.js.map'),
      'd.js': comment('http://localhost.example.com/d.js.map'),
    },
    ['a.js:2 own', 'b.js:2 own', 'c.js:2 own', 'd.js:2 remote'],
  ],
  'a map in another folder than the comment says': [
    { 'dist/a.js': comment('a.js.map'), 'maps/a.js.map': mapText() },
    ['dist/a.js:2 own'],
  ],
  'a comment whose map is in the package': [
    { 'dist/a.js': comment('a.js.map'), 'dist/a.js.map': mapText() },
    [],
  ],
  'a comment whose map is one folder up': [
    { 'dist/a.js': comment('../maps/a.js.map'), 'maps/a.js.map': mapText() },
    [],
  ],
  'a comment with a query': [{ 'a.js': comment('a.js.map?v=1'), 'a.js.map': mapText() }, []],
  'a percent-encoded comment': [{ 'a b.js': comment('a%20b.js.map'), 'a b.js.map': mapText() }, []],
  'a string': [{ 'a.js': 'out += "\\n//# sourceMappingURL=" + url;' }, []],
  'a string in quotes of its own line': [{ 'a.js': "const s = '//# sourceMappingURL=a.js.map';" }, []],
  'a template': [{ 'a.js': 'const s = `\n//# sourceMappingURL=a.js.map\n`;\nlet b' }, []],
  'a comment that talks about comments': [
    { 'a.js': '// the line `//# sourceMappingURL=a.js.map` is added below\nlet a' },
    [],
  ],
  'a page that shows the comment': [{ 'a.html': `<pre>\nlet a\n${QUOTED}\n</pre>\n` }, []],
  'a page that quotes it at its end': [{ 'a.htm': `<title>Maps</title>\n${QUOTED}\n` }, []],
  'a component that shows it': [{ 'a.vue': `<template><pre>\n${QUOTED}\n</pre></template>` }, []],
  'a comment in a component': [{ 'a.vue': `<script>\n${comment('a.map')}</script>` }, ['a.vue:3 own']],
  'a drawing that shows it': [{ 'a.svg': `<svg><text>\n${QUOTED}\n</text></svg>` }, []],
  'a template of a page': [{ 'a.hbs': `<pre>{{#if a}}\n${QUOTED}\n{{/if}}</pre>` }, []],
  'texts that end with it': [
    Object.fromEntries(
      [
        'README',
        'docs/CHANGELOG',
        'a.txt',
        'a.rst',
        'a.org',
        'man/a.1',
        'a.yml',
        'a.toml',
        'a.snap',
        'a.log',
        'NOTES',
      ].map((path) => [path, `Maps\n====\n\nEvery script ends with this line:\n\n${QUOTED}\n`]),
    ),
    [],
  ],
  'languages that have it in a string': [
    { 'a.py': `"""\n${QUOTED}\n"""\nimport os\n`, 'a.go': `package main\n\nvar a = \`\n${QUOTED}\n\`\n` },
    [],
  ],
  'an index of a documentation': [
    {
      'search.js': `search(${JSON.stringify([`ends with\n${QUOTED}\n`, QUOTED])})`,
      'a.json': JSON.stringify([QUOTED], null, 1),
    },
    [],
  ],
  'a patch': [{ 'patches/a': `--- a/b.js\n+++ b/b.js\n@@ -1 +1 @@\n-a()\n${QUOTED}\n` }, []],
  'a comment of a block that quotes it': [{ 'a.js': `/*\n${QUOTED}\n*/let a` }, []],
  'a script with a name that says nothing': [
    { bundle: `${'function a(b){return b(1)};'.repeat(9)}\n${QUOTED}` },
    ['bundle:2 own'],
  ],
  'a script without comments': [{ 'a.js': 'let a=1' }, []],
};

for (const [name, [files, expected]] of Object.entries(cases)) {
  test(`${expected.length === 0 ? 'leaves alone' : 'tells'} ${name}`, () => {
    const seen = sightAll(rule, files).map(
      ({ path, line, variant }) => `${path}:${line} ${variant ?? 'own'}`,
    );
    assert.deepEqual(seen, expected);
  });
}

/** What to do about the first finding in one file. */
const helps: Record<string, [path: string, text: string, RegExp | undefined]> = {
  'a script': ['a.js', comment('a.js.map'), undefined],
  'a declaration': ['a.d.mts', comment('a.d.mts.map'), /"declarationMap": false/],
  'a script with a name like one': ['a.d.js', comment('a.d.js.map'), undefined],
  'a module in a bundle': [
    'a.js',
    comment('parser.js.map') + comment('a.js.map'),
    /came along with a module/,
  ],
  'a copy under another name': ['jspdf.js', comment('jspdf.umd.js.map'), undefined],
};

for (const [name, [path, text, help]] of Object.entries(helps)) {
  test(`says what to do about ${name}`, () => {
    const told = sightAll(rule, { [path]: text })[0]?.help;
    if (help === undefined) assert.equal(told, undefined);
    else assert.match(told ?? '', help);
  });
}
