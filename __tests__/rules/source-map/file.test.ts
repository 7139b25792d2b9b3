import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/source-map/file.ts';
import { sight } from '../facts.ts';
import { mapText } from './maps.ts';

const leaking: Record<string, [string, string | Buffer]> = {
  'a map by its name': ['dist/a.js.map', mapText()],
  'a map in capitals': ['dist/A.JS.MAP', mapText()],
  'a map of another name': ['dist/a.bin', mapText()],
  'a map called JSON': ['data.json', mapText()],
  'a map called text': ['notes.txt', mapText()],
  'a map without an ending': ['dist/a', mapText()],
  'a map in a hidden file': ['dist/.cache', mapText()],
  'a map behind a byte order mark': ['a.map', `\ufeff${mapText()}`],
  'a map behind an XSSI prefix': ['a.map', `)]}'\n${mapText()}`],
  'a pretty-printed map': ['a.map', JSON.stringify(JSON.parse(mapText()), null, 2)],
  'a map in UTF-16': ['a.map', Buffer.from(`\ufeff${mapText()}`, 'utf16le')],
  'a map in UTF-16 without a mark': ['a.map', Buffer.from(mapText(), 'utf16le')],
  'an index map': [
    'a.map',
    JSON.stringify({
      version: 3,
      sections: [{ offset: { line: 0, column: 0 }, map: JSON.parse(mapText()) }],
    }),
  ],
  'a map without texts': ['a.map', mapText({ sourcesContent: undefined })],
  'a declaration map': [
    'a.d.ts.map',
    JSON.stringify({
      version: 3,
      file: 'a.d.ts',
      sourceRoot: '',
      sources: ['../src/a.ts'],
      names: [],
      mappings: 'AAAA',
    }),
  ],
  'a map that was cut off': ['a.map', mapText().slice(0, -10)],
};
const clean: Record<string, [string, string]> = {
  'a game level': [
    'levels/one.map',
    JSON.stringify({
      version: 3,
      width: 4,
      layers: [
        [1, 2],
        [3, 4],
      ],
    }),
  ],
  'binary data called .map': ['world.map', '\0\x01\x02\x03'],
  'text called .map': ['site.map', '# pages\n/ home\n'],
  'an import map': ['importmap.json', '{"imports":{"a":"/a.js"}}'],
  'a manifest': ['package.json', '{"name":"x","version":"3.0.0","sources":["a"]}'],
  'a script that builds maps': ['lib/map.js', 'exports.map = { version: 3, sources: [], mappings: "" };'],
  'an empty file': ['a.js.map', ''],
};

for (const [name, [path, content]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => assert.equal(sight(rule, path, content).length, 1));
}
for (const [name, [path, content]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, path, content), []));
}

test('says what would be public, in numbers', () => {
  const [sighting] = sight(rule, 'a.map', mapText());
  assert.equal(
    sighting?.message,
    'This source map would publish the full text of 2 original files (3 lines, 1 file your own).',
  );
  assert.deepEqual(sighting?.evidence, {
    sources: 2,
    embedded: 2,
    firstParty: 1,
    lines: 3,
    bytes: 45,
    firstSources: ['../src/a.ts'],
    generator: 'swc',
  });
});

test('says so where only paths would be public', () => {
  const [sighting] = sight(rule, 'a.map', mapText({ sourcesContent: undefined }));
  assert.equal(
    sighting?.message,
    'This source map would publish the paths of 2 original files, of them 1 file your own, not their text.',
  );
});

test('names the option of the tool that wrote it', () => {
  const written: Record<string, [pretty: boolean, keys: string]> = {
    'esbuild wrote it': [true, 'version,sources,sourcesContent,mappings,names'],
    'Bun wrote it': [true, 'version,sources,sourcesContent,mappings,debugId,names'],
    'tsc wrote it': [false, 'version,file,sourceRoot,sources,names,mappings'],
    'webpack wrote it: set `devtool: false`': [
      false,
      'version,file,mappings,sources,sourcesContent,names,sourceRoot',
    ],
    'Rollup, or a tool': [false, 'version,file,sources,sourcesContent,names,mappings'],
    'Rolldown or Babel': [false, 'version,file,names,sources,sourcesContent,mappings'],
    'Babel wrote it': [false, 'version,file,names,sources,sourcesContent,mappings,ignoreList'],
    'terser wrote it': [false, 'version,names,sources,sourcesContent,mappings,ignoreList'],
    'swc or UglifyJS': [false, 'version,sources,sourcesContent,names,mappings'],
    'Sass wrote it': [false, 'version,sourceRoot,sources,names,mappings,file'],
    'Switch source maps off': [false, 'mappings,version,sources'],
  };
  const values: Record<string, unknown> = {
    version: 3,
    sources: ['a'],
    sourcesContent: ['a'],
    names: [],
    mappings: 'A',
    ignoreList: [],
    file: 'a',
    sourceRoot: '',
    debugId: 'd',
  };
  for (const [help, [pretty, keys]] of Object.entries(written)) {
    const map = Object.fromEntries(keys.split(',').map((key) => [key, values[key]]));
    const [sighting] = sight(rule, 'a.map', JSON.stringify(map, null, pretty ? 2 : 0));
    assert.ok(sighting?.help?.startsWith(help), `${keys}: ${sighting?.help}`);
  }
  assert.match(
    sight(rule, 'a.map', mapText({ sources: ['webpack://x/./a.js'] }))[0]?.help ?? '',
    /^webpack wrote it/,
  );
});
