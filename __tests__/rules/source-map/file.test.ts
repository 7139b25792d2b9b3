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
  'an index map whose first section is empty': [
    'index.map',
    JSON.stringify({
      version: 3,
      sections: [
        {
          offset: { line: 0, column: 0 },
          map: { version: 3, sources: ['__prelude__'], names: [], mappings: '' },
        },
        { offset: { line: 1, column: 0 }, map: JSON.parse(mapText()) },
      ],
    }),
  ],
  'an index map by address': [
    'a.map',
    '{"version":3,"sections":[{"offset":{"line":0,"column":0},"url":"part.js.map"}]}',
  ],
  'an index map forty levels deep': [
    'a.map',
    Array.from({ length: 40 }).reduce<string>(
      (inner) => `{"version":3,"sections":[{"offset":{"line":0,"column":0},"map":${inner}}]}`,
      mapText(),
    ),
  ],
  'a map of ECMA-426 with all it may hold': [
    'a.map',
    mapText({
      ignoreList: [1],
      x_google_ignoreList: [1],
      debugId: '85314830-023f-4cf1-a267-535f4e37bb17',
      rangeMappings: 'A',
      scopes: 'BCDA',
      x_vendor: { deep: [{ sources: 'x' }] },
    }),
  ],
  "a map of Metro's for Hermes": [
    'main.jsbundle.hbc.map',
    JSON.stringify({
      version: 3,
      sources: ['/app/src/App.tsx'],
      names: ['a'],
      mappings: 'AAAA',
      x_facebook_sources: [[{ names: ['<global>'], mappings: 'AAA' }]],
      x_hermes_function_offsets: { 0: [0, 12] },
    }),
  ],
  'a map of Sass': [
    'a.css.map',
    '{"version":3,"sourceRoot":"","sources":["../src/a.scss"],"names":[],"mappings":"AAAA","file":"a.css"}',
  ],
  'a map in big-endian UTF-16': ['a.map', Buffer.from(`\ufeff${mapText()}`, 'utf16le').swap16()],
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
  'a level of a shooter': [
    'maps/dm1.map',
    '// Game: Quake\n{\n"classname" "worldspawn"\n{\n( 0 0 0 ) ( 0 1 0 ) ( 0 0 1 ) BRICK 0 0 0 1 1\n}\n}\n',
  ],
  'geo data': [
    'borders.map',
    '{"type":"Topology","version":3,"objects":{},"arcs":[[[0,0]]],"sources":{"a":1}}',
  ],
  'a map of licences': [
    'licenses.map',
    '{"MIT":{"sources":["react","lodash"]},"ISC":{"sources":["semver"]}}',
  ],
  'sources of a contract': [
    'build.json',
    '{"version":3,"sources":{"A.sol":{"content":"contract A {}"}},"mappings":{}}',
  ],
  'sources of a style': ['style.json', '{"version":8,"sources":{"osm":{"type":"vector"}},"layers":[]}'],
  'keys of a keyboard': ['keys.json', '{"version":3,"mappings":[{"from":"a","to":"b"}],"sources":["user"]}'],
  'an index of search': ['index.json', '{"mappings":{"properties":{"name":{"type":"text"}}},"settings":{}}'],
  'a symbol map': ['a.map', '0000000000401000 T main\n0000000000401020 t helper\n'],
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
    'A tool that builds on esbuild': [false, 'version,sources,sourcesContent,mappings,names'],
    'The builder of Angular': [
      false,
      'x_google_ignoreList,version,sources,sourcesContent,mappings,names,debugId',
    ],
    'Bun wrote it': [true, 'version,sources,sourcesContent,mappings,debugId,names'],
    'tsc wrote it': [false, 'version,file,sourceRoot,sources,names,mappings'],
    'webpack wrote it: set `devtool: false`': [
      false,
      'version,file,mappings,sources,sourcesContent,names,sourceRoot',
    ],
    'Rollup, or a tool that writes maps as it does': [
      false,
      'version,file,sources,sourcesContent,names,mappings',
    ],
    'Rolldown, a tool': [false, 'version,file,names,sources,sourcesContent,mappings,debugId'],
    'Vite, or another tool': [false, 'version,mappings,names,ignoreList,sources,sourcesContent,file'],
    'Stencil wrote it': [false, 'file,mappings,names,sources,sourcesContent,version'],
    'Parcel wrote it': [false, 'mappings,sources,sourcesContent,names,version,file'],
    'Babel or terser': [false, 'version,file,names,sources,sourcesContent,mappings,ignoreList'],
    'terser wrote it': [false, 'version,names,sources,mappings,ignoreList'],
    'swc wrote it': [false, 'version,sources,sourcesContent,names,mappings'],
    'Sass wrote it': [false, 'version,sourceRoot,sources,names,mappings,file'],
    'PostCSS wrote it': [false, 'version,sources,names,mappings,file,sourcesContent'],
    'clean-css wrote it': [false, 'version,sources,names,mappings,sourcesContent'],
    'Lightning CSS wrote it': [false, 'version,sourceRoot,mappings,sources,sourcesContent,names'],
    'AssemblyScript wrote it': [false, 'version,sources,names,mappings,sourceRoot,sourcesContent'],
    'Metro wrote it': [false, 'version,sources,x_facebook_sources,mappings,names'],
    'Closure Compiler wrote it': [true, 'version,file,lineCount,mappings,sources,names'],
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
    lineCount: 1,
    x_facebook_sources: [null],
    x_google_ignoreList: [0],
  };
  for (const [help, [pretty, keys]] of Object.entries(written)) {
    const map = Object.fromEntries(keys.split(',').map((key) => [key, values[key]]));
    const [sighting] = sight(rule, 'a.map', JSON.stringify(map, null, pretty ? 2 : 0));
    assert.ok(sighting?.help?.startsWith(help), `${keys}: ${sighting?.help}`);
  }
});

test('knows the tool where it also wrote what it seldom writes', () => {
  const written: Record<string, string> = {
    'Rollup, or a tool that writes maps as it does':
      'version,file,sources,sourcesContent,names,mappings,x_google_ignoreList',
    'Rolldown, a tool': 'version,file,names,sources,sourcesContent,ignoreList,mappings',
  };
  for (const [help, keys] of Object.entries(written)) {
    const values: Record<string, unknown> = { ...JSON.parse(mapText({ file: 'a.js' })), ignoreList: [1] };
    const map = Object.fromEntries(keys.split(',').map((key) => [key, values[key] ?? [1]]));
    assert.ok(sight(rule, 'a.map', JSON.stringify(map))[0]?.help?.startsWith(help), keys);
  }
});

test('names no tool for style sheets where scripts were built', () => {
  const keys = ['version', 'sources', 'names', 'mappings', 'sourcesContent'] as const;
  const told = (sources: readonly string[]) => {
    const map: Record<string, unknown> = JSON.parse(mapText({ sources }));
    const ordered = Object.fromEntries(keys.map((key) => [key, map[key]]));
    return sight(rule, 'a.map', JSON.stringify(ordered))[0]?.help;
  };
  assert.match(told(['src/a.css', 'src/b.css'])!, /^clean-css wrote it/);
  assert.match(told(['src/index.js'])!, /^Switch source maps off/);
  assert.match(told(['src/map-generator.es6'])!, /^Switch source maps off/);
});

test('counts nothing of what tools wrote themselves as one’s own', () => {
  const sources = [
    'webpack://webpack/runtime/on_chunk_loaded',
    'webpack://webpack/bootstrap',
    'webpack://desk/webpack/after-startup',
    '../../../virtual:nuxt:%2Fhome%2Frunner%2Fwork%2Fdesk%2Fdesk%2F.nuxt%2Fpaths.mjs',
    '../../\0plugin-vue:export-helper',
    '../vite/preload-helper.js',
    '../k8-fastbuild-ST-fdfa778d11ba/bin/packages/core/primitives/signals/src/graph.ts',
    'webpack://webpack/./src/index.ts',
    '../../src/a.ts',
    '../bazel-out/k8-fastbuild/bin/packages/core/src/rates.ts',
  ];
  const [sighting] = sight(rule, 'a.map', mapText({ sources, sourcesContent: undefined }));
  assert.deepEqual(sighting?.evidence?.firstSources, sources.slice(7));
});

test('names the tool whose own sources are among them', () => {
  const written: Record<string, string> = {
    'webpack wrote it': 'webpack://x/./a.js',
    'Next.js wrote it': 'webpack://_N_E/./src/app/page.tsx',
    'Next.js wrote it: set': 'webpack://desk/./node_modules/next/dist/server/send-response.js',
    'Next.js wrote it: set `productionBrowserSourceMaps':
      'webpack://desk/external commonjs "next/dist/shared/lib/a"',
    'Turbopack wrote it': 'turbopack:///[project]/src/a.ts',
    'ncc wrote it': '../webpack/runtime/compat',
    'Browserify wrote it': 'node_modules/browser-pack/_prelude.js',
    'Metro wrote it': '__prelude__',
    'AssemblyScript wrote it': '~lib/rt/common.ts',
    'CoffeeScript wrote it': 'a.coffee',
    'Less wrote it': 'a.less',
  };
  for (const [help, source] of Object.entries(written)) {
    const [sighting] = sight(rule, 'a.map', mapText({ sources: [source, 'b.js'] }));
    assert.ok(sighting?.help?.startsWith(help), `${source}: ${sighting?.help}`);
  }
  const rspack = {
    version: 3,
    file: 'a',
    sources: ['webpack:///./a.js'],
    sourcesContent: ['x'],
    names: [],
    mappings: 'A',
  };
  assert.match(sight(rule, 'a.map', JSON.stringify(rspack))[0]?.help ?? '', /^Rspack wrote it/);
});

test('a map that names no file is only noted', () => {
  const [empty] = sight(rule, 'a.js.map', mapText({ sources: [], sourcesContent: [], names: [] }));
  assert.equal(empty?.variant, 'empty');
  const [full] = sight(rule, 'a.js.map', mapText());
  assert.equal(full?.variant, undefined);
});

for (const [path, isCopied] of [
  ['node_modules/ledger/dist/a.js.map', true],
  ['dist/node_modules/@acme/ledger/a.js.map', true],
  ['dist/a.js.map', false],
  ['dist/my_node_modules/a.js.map', false],
] as const) {
  test(`${isCopied ? 'tells of the dependency' : 'tells of the own build'} for ${path}`, () => {
    const help = sight(rule, path, mapText())[0]?.help ?? '';
    assert.equal(help.startsWith('It came with a dependency'), isCopied);
  });
}
