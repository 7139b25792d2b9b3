import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/source-map/inline.ts';
import { sight } from '../facts.ts';
import { dataUrl, mapText } from './maps.ts';

const url = dataUrl(mapText());
const leaking: Record<string, [string, string | Buffer]> = {
  'a script that ends in a map': ['a.js', `let a=1\n//# sourceMappingURL=${url}\n`],
  'a script with a map in its middle': ['a.js', `let a=1\n//# sourceMappingURL=${url}\nlet b=2\n`],
  'a style sheet': ['a.css', `a{b:c}/*# sourceMappingURL=${url} */`],
  'a style sheet by sass': [
    'a.css',
    `a{b:c}\n/*# sourceMappingURL=data:application/json;charset=utf-8,${encodeURIComponent(mapText())} */`,
  ],
  'a page with a script in it': ['a.html', `<script>let a=1\n//# sourceMappingURL=${url}\n</script>`],
  'webpack eval': [
    'a.js',
    `eval("let a;\\n//# sourceMappingURL=${url}\\n//# sourceURL=webpack-internal:///a\\n")`,
  ],
  'a file without an ending': ['bin/cli', `#!/usr/bin/env node\nlet a=1\n//# sourceMappingURL=${url}`],
  'a page with JSON in a script': ['a.html', `<script id="m" type="application/json">${mapText()}</script>`],
  'a page with JSON in an attribute': ['a.html', `<p data-m="${mapText().replaceAll('"', '&quot;')}">`],
  'a module that exports a map': ['a.mjs', `export default ${mapText()};\n`],
  'a module that parses a map': ['a.cjs', `module.exports = JSON.parse(${JSON.stringify(mapText())});\n`],
  'a map in a template': ['a.js', `x(\`let a\\n//# sourceMappingURL=${url}\`)`],
  'a cache of compiled code': ['a.json', JSON.stringify({ code: 'let a', map: mapText() })],
  'coverage of the engine with its maps': [
    'c.json',
    `{"result":[],"source-map-cache":{"file:///a.js":{"lineLengths":[9],"data":${mapText()},"url":"a.js.map"}}}`,
  ],
  'documentation with the text of a source': ['README.md', `//# sourceMappingURL=${url}\n`],
  'a script in UTF-16': ['a.js', Buffer.from(`\ufefflet a=1\n//# sourceMappingURL=${url}\n`, 'utf16le')],
};
const clean: Record<string, [string, string]> = {
  'a string that only mentions the comment': [
    'a.js',
    'out+="//# sourceMappingURL=data:application/json;base64,"+b64',
  ],
  'a comment that points to a file': ['a.js', 'let a=1\n//# sourceMappingURL=a.js.map\n'],
  'an image': [
    'a.css',
    'a{b:url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==)}',
  ],
  'other JSON as a data URL': [
    'a.js',
    `load("data:application/json;base64,${Buffer.from('{"version":3,"layers":[{"name":"ground"}]}').toString('base64')}")`,
  ],
  'documentation that quotes a map of paths': [
    'README.md',
    `//# sourceMappingURL=${dataUrl(mapText({ sourcesContent: undefined }))}\n`,
  ],
  'byte code of Hermes': [
    'main.hbc',
    Buffer.from('c61fbc03c103191f5f0000006c657420', 'hex').toString('latin1'),
  ],
  documentation: ['README.md', 'End the file with `//# sourceMappingURL=data:application/json;base64,...`.'],
  'a map that is a file': ['a.map', mapText()],
  'a binary file, which is told as such': ['a.blob', `\0\0//# sourceMappingURL=${url}\n`],
};

for (const [name, [path, content]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => assert.equal(sight(rule, path, content).length, 1));
}
for (const [name, [path, content]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, path, content), []));
}

test('says where it is, how large it is and what it holds', () => {
  const [sighting] = sight(rule, 'a.js', `let a=1\n//# sourceMappingURL=${url}\n`);
  assert.equal(sighting?.line, 2);
  assert.match(
    sighting?.message ?? '',
    /^This file carries a source map inside \(\d+ bytes\), which would publish the full text of 2 original files \(3 lines, 1 file your own\)\.$/,
  );
});

test('gives one finding for a file with many', () => {
  const sightings = sight(rule, 'a.js', `//# sourceMappingURL=${url}\n`.repeat(40));
  assert.equal(sightings.length, 1);
  assert.match(sightings[0]?.message ?? '', /carries 40 source maps inside .* 2 original files/);
});

test('counts a file once, however many maps in one script hold the same text of it', () => {
  const text = `var a=${mapText()};\nvar b=${mapText({ mappings: 'AAAC' })};\n//# sourceMappingURL=${url}\n`;
  const [sighting] = sight(rule, 'a.js', text);
  const { maps, sources, lines, firstSources } = sighting?.evidence ?? {};
  assert.deepEqual(
    { maps, sources, lines, firstSources },
    { maps: 3, sources: 2, lines: 3, firstSources: ['../src/a.ts'] },
  );
  assert.match(sighting!.message, /carries 3 source maps .* full text of 2 original files \(3 lines, /);
});

test('counts both of two texts under one name', () => {
  const other = mapText({ sourcesContent: ['const a = 2;\n', 'module.exports = 1;'] });
  const [sighting] = sight(rule, 'a.js', `var a=${mapText()};\nvar b=${other};\n`);
  assert.equal(sighting?.evidence?.sources, 3);
});

test('names css-loader for style sheets alone', () => {
  const told = (source: string) =>
    sight(rule, 'a.js', `push([1,${mapText({ sources: [source], sourcesContent: ['a{}'] })}])`)[0]?.help;
  assert.match(told('webpack://./src/a.scss')!, /css-loader/);
  assert.match(told('webpack:///./src/a.ts')!, /^webpack wrote it/);
});
