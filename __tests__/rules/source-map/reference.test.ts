import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/source-map/reference.ts';
import { sightAll } from '../facts.ts';
import { mapText } from './maps.ts';

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
