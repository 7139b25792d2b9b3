import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { rule } from '../../../src/rules/build-metadata/bundle-stats.ts';
import {
  analyzerData,
  analyzerPage,
  coverageSummary,
  dllManifest,
  lcov,
  mapExplorer,
  metafile,
  parcelPage,
  rsdoctorCode,
  rsdoctorGraph,
  sondaReport,
  storybookIndex,
  typedocModel,
  visualizerData,
  visualizerPage,
  viteAnalyzerData,
  viteAnalyzerPage,
  viteManifest,
  webpackRecords,
  webpackStats,
} from '../../records.ts';
import { sight } from '../facts.ts';

const pretty = (text: string) => JSON.stringify(JSON.parse(text), null, 2);
/** As `bun build --metafile-md` of Bun 1.3 writes it. */
const bunReport = `# Bundle Analysis Report

| Output Bytes | % of Total | Module | Format |
| 443 bytes | 37.7% | \`src/a.ts\` | esm |

\`\`\`
[MODULE: src/a.ts]
[OUTPUT_BYTES: src/a.ts = 443 bytes]
[MODULE: src/b [x].ts]
[IMPORT: src/a.ts -> src/b [x].ts]
\`\`\`
`;

/** Content to `record, files named/own/with text/lines`. */
const leaking: Record<string, readonly [path: string, content: string | Buffer, expected: string]> = {
  'statistics of webpack': ['stats.json', webpackStats(), 'webpack stats 5/3/0/0'],
  'statistics with the sources': ['stats.json', webpackStats({ source: true }), 'webpack stats 5/3/2/4'],
  'statistics with line breaks': [
    'dist/report',
    pretty(webpackStats({ source: true })),
    'webpack stats 5/3/2/4',
  ],
  'statistics of two builds': [
    's.json',
    `{"errors":[],"warnings":[],"hash":"x","children":[${webpackStats()},${webpackStats()}]}`,
    'webpack stats 5/3/0/0',
  ],
  'statistics that were cut off': [
    'stats.json',
    webpackStats({ source: true }).slice(0, -900),
    'webpack stats 2/2/2/4',
  ],
  'statistics in UTF-16': [
    's.json',
    Buffer.from(`\ufeff${webpackStats()}`, 'utf16le'),
    'webpack stats 5/3/0/0',
  ],
  'statistics of Storybook': [
    'preview-stats.json',
    JSON.stringify({
      modules: [
        './iframe.html',
        '/virtual:/@storybook/builder-vite/vite-app.js',
        './src/ui/Card.tsx',
        './node_modules/a/b.js',
      ].map((name) => ({ id: name, name, reasons: [{ moduleName: './src/ui/Card.stories.tsx' }] })),
    }),
    'Storybook stats 2/1/0/0',
  ],
  'the index of a Storybook': ['index.json', storybookIndex(), 'Storybook index 3/3/0/0'],
  'the index of a Storybook of old': [
    'stories.json',
    JSON.stringify({
      v: 3,
      stories: {
        a: { id: 'a', title: 'A', name: 'B', importPath: './src/a.stories.js', kind: 'A', story: 'B' },
      },
    }),
    'Storybook index 1/1/0/0',
  ],
  'the model of TypeDoc': ['docs.json', typedocModel(), 'TypeDoc model 2/2/0/0'],
  'the model of TypeDoc with line breaks': ['api', pretty(typedocModel()), 'TypeDoc model 2/2/0/0'],
  'statistics of Stencil': [
    'stats.json',
    JSON.stringify({
      timestamp: '2026-11-21T16:34:48',
      formats: { esm: [] },
      components: [{ tag: 'desk-card', source: './src/card.tsx' }],
      componentGraph: { 'sc-desk-card': ['p-1.js'] },
      sourceGraph: { './src/card.tsx': ['./src/rates'], './src/rates.ts': [] },
    }),
    'Stencil stats 2/2/0/0',
  ],
  'a page of source-map-explorer': [
    'r.html',
    `<!doctype html><script>const treeDataMap = ${JSON.stringify({
      0: {
        name: 'a.js',
        data: {
          name: '/ • 1.09 KB • 100.0%',
          data: { $area: 1112 },
          children: [
            {
              name: '../src • 1.05 KB • 96.9%',
              data: { $area: 1077 },
              children: [
                { name: 'rates.ts • 224 B • 20.1%', data: { $area: 224 } },
                { name: 'worker/route.ts • 400 B • 36.0%', data: { $area: 400 } },
              ],
            },
            { name: '[EOLs] • 2 B • 0.2%', data: { $area: 2 } },
          ],
        },
      },
    })};</script>`,
    'source-map-explorer report 2/2/0/0',
  ],
  'a table of source-map-explorer': [
    'r.tsv',
    'Source\tSize\n../src/rates.ts\t453\n../node_modules/a/b.js\t2\n[unmapped]\t0',
    'source-map-explorer report 2/1/0/0',
  ],
  'a list of the visualizer with modules that Rollup made': [
    'report.yml',
    'assets/a.js:\n  /src/a.ts:\n    rendered: 9\n  \0/src/b.js?commonjs-exports:\n    rendered: 29\n',
    'rollup-plugin-visualizer report 2/1/0/0',
  ],
  'a metafile': ['metafile-esm.json', metafile(), 'esbuild metafile 2/2/0/0'],
  'a metafile with line breaks': ['meta', pretty(metafile()), 'esbuild metafile 2/2/0/0'],
  "Bun's metafile": [
    'meta.json',
    '{"inputs":{"src/a.ts":{"bytes":9,"imports":[],"format":"esm"}},"outputs":{"./a.js":{"bytes":12,"inputs":{"src/a.ts":{"bytesInOutput":4}}}}}',
    'Bun metafile 1/1/0/0',
  ],
  "Bun's report": ['dist/meta.md', bunReport, 'Bun bundle report 2/2/0/0'],
  "Bun's report under another name": ['meta', bunReport, 'Bun bundle report 2/2/0/0'],
  "Bun's metafile that was cut off": [
    'meta.json',
    '{"inputs":{"src/a.json":{"bytes":9,"imports":[],"format":"json"},"src/b',
    'Bun metafile 1/1/0/0',
  ],
  ...Object.fromEntries(
    Object.entries({
      'a module': (text: string) => `export default ${text};\n`,
      'a module with a name': (text: string) => `"use strict";\nexport const meta = ${pretty(text)}`,
      'a module behind comments': (text: string) =>
        `/* eslint-disable */\n// {made} by hand\n\nexport default ${text}`,
      CommonJS: (text: string) => `module.exports=${text}`,
      'a script': (text: string) => `window.__DATA__ = ${text};`,
      'a string': (text: string) => `export default JSON.parse(${JSON.stringify(text)})`,
      'a string in single quotes': (text: string) =>
        `exports.a = JSON.parse('${text.replaceAll('\\', '\\\\')}')`,
      'a template': (text: string) => `self["a"]=JSON.parse(\`${text.replaceAll('\\', '\\\\')}\`)`,
    }).flatMap(([name, wrap]) => [
      [`a metafile in ${name}`, ['a.js', wrap(metafile()), 'esbuild metafile 2/2/0/0']],
      [`statistics in ${name}`, ['a.js', wrap(webpackStats({ source: true })), 'webpack stats 5/3/2/4']],
      [
        `a list of assets in ${name}`,
        ['a.js', wrap(analyzerData()), 'webpack-bundle-analyzer report 2/2/0/0'],
      ],
    ]),
  ),
  'a metafile among code': [
    'a.js',
    `var a=b(1);var c={inputs:1},d={inputs:{}};${'f(2);'.repeat(60)}e(${metafile().replace(/"(\w+)":/g, '$1:')},3);`,
    'esbuild metafile 2/2/0/0',
  ],
  'a metafile in a string among code': [
    'a.js',
    `(self.c=self.c||[]).push([[1],{2:e=>{e.exports=JSON.parse('${metafile()}')}}]);`,
    'esbuild metafile 2/2/0/0',
  ],
  'a metafile in a page': [
    'a.html',
    `<!doctype html><div id="root"></div><script>window.meta = ${metafile()}</script>`,
    'esbuild metafile 2/2/0/0',
  ],
  'a metafile in an attribute': [
    'a.html',
    `<div data-meta="${metafile().replaceAll('"', '&quot;')}"></div>`,
    'esbuild metafile 2/2/0/0',
  ],
  'the data of the visualizer': ['v.json', visualizerData(), 'rollup-plugin-visualizer report 2/2/0/0'],
  'the page of the visualizer': ['stats.html', visualizerPage(), 'rollup-plugin-visualizer report 2/2/0/0'],
  'the data of the analyzer': ['report.json', analyzerData(), 'webpack-bundle-analyzer report 2/2/0/0'],
  'the page of the analyzer': ['report.html', analyzerPage(), 'webpack-bundle-analyzer report 2/2/0/0'],
  "the data of vite's analyzer": ['a.json', viteAnalyzerData(), 'vite-bundle-analyzer report 2/2/0/0'],
  "the page of vite's analyzer": ['a.html', viteAnalyzerPage(), 'vite-bundle-analyzer report 2/2/0/0'],
  'records of webpack': ['records.json', webpackRecords(), 'webpack records 1/1/0/0'],
  'the manifest of a DLL': ['dll-manifest.json', dllManifest(), 'webpack DLL manifest 1/1/0/0'],
  'sizes by original file': ['sizes.json', mapExplorer(), 'source-map-explorer report 1/1/0/0'],
  'a report of Sonda': ['report.json', sondaReport(), 'Sonda report 2/2/0/0'],
  "a page of Parcel's analyzer": ['main.html', parcelPage(), 'Parcel bundle report 2/1/0/0'],
  'the modules of Rsdoctor': ['0', rsdoctorGraph(), 'Rsdoctor report 3/2/0/0'],
  'all of its data': ['a.json', `{"data":{"moduleGraph":${rsdoctorGraph()}}}`, 'Rsdoctor report 3/2/0/0'],
  'the texts of Rsdoctor': ['0', rsdoctorCode(), 'Rsdoctor report 2/2/2/4'],
  'a trace of files': [
    'a/b.js.nft.json',
    '{"version":1,"files":["../src/a.ts","../node_modules/b/c.js"]}',
    'trace of files 2/1/0/0',
  ],
  'a manifest of Vite': ['dist/.vite/manifest.json', viteManifest(), 'Vite manifest 2/2/0/0'],
  'a manifest for rendering on a server': [
    'dist/.vite/ssr-manifest.json',
    '{"\\u0000vite/preload-helper":[],"src/App.vue":["/assets/a.js"],"src/b.ts":[]}',
    'Vite SSR manifest 2/2/0/0',
  ],
};
const clean: Record<string, [string, string]> = {
  'an analysis that people wrote': [
    'docs/a.md',
    '# Bundle Analysis Report\n\nWe look for `[MODULE: a.ts]` in it.\n',
  ],
  'a title that begins alike': ['README.md', '# Bundle Analysis\n\n```\n[MODULE: src/a.ts]\n```\n'],
  'a manifest of a package': [
    'package.json',
    '{"name":"x","version":"1.0.0","files":["dist"],"exports":{".":"./a.js"}}',
  ],
  'a lock file': [
    'package-lock.json',
    '{"name":"x","lockfileVersion":3,"packages":{"":{"name":"x"},"node_modules/a":{"version":"1.0.0","resolved":"https://x/a.tgz"}}}',
  ],
  'modules of a course': [
    'course.json',
    '{"modules":[{"id":"1","name":"./intro.md","reasons":[],"title":"Begin"},{"id":"2","name":"./end.md"}]}',
  ],
  'lists of modules without more': [
    'm.json',
    '{"modules":[{"id":"1","name":"a.js"},{"id":"2","name":"b.js"}]}',
  ],
  'a table of springs': ['springs.tsv', 'Source\tSize\nNorth.well\t12\nSouth.well\t9\n'],
  'a tree with numbers': ['t.json', '{"0":{"name":"a","data":{"name":"Root","children":[{"name":"a.js"}]}}}'],
  'resources of another kind': [
    'r.json',
    '{"metadata":{},"resources":[{"kind":"filesystem","name":"disk"}]}',
  ],
  'groups of another kind': [
    'g.json',
    '{"groups":[{"label":"Fruit","items":["apple"]},{"label":"Nuts","items":[]}]}',
  ],
  'a graph of another kind': [
    'graph.json',
    '{"dependencies":[],"modules":[{"id":1,"path":"/a/b.js"}],"moduleGraphModules":[]}',
  ],
  'numbered sources': ['n.json', '{"1":{"source":"a book","year":1},"2":{"source":"a film","year":2}}'],
  'a list of outputs': ['outputs.json', '{"version":1,"files":["src/a.ts"]}'],
  'JSON with modules of another kind': [
    'course.json',
    '{"hash":"a","assets":[],"modules":[{"name":"Lesson 1","source":"book"}]}',
  ],
  'JSON with inputs and outputs': [
    'action.json',
    '{"inputs":{"token":{"description":"a","required":true}},"outputs":{"url":{}}}',
  ],
  'a tree with parts': [
    'tree.json',
    '{"tree":{"name":"root"},"nodeMetas":{"a":{"title":"x"}},"nodeParts":{}}',
  ],
  'a list of files': [
    'files.json',
    '[{"filename":"a.js","groups":[{"filename":"src/b.js"}],"isAsset":true}]',
  ],
  'a list with labels': ['menu.json', '[{"label":"File","groups":[{"path":"./a"}]}]'],
  'a manifest of outputs alone': [
    'asset-manifest.json',
    '{"files":{"main.js":"/static/main.1a.js"},"entrypoints":["static/main.1a.js"]}',
  ],
  'a web app manifest': [
    'manifest.json',
    '{"name":"x","icons":[{"src":"a.png","sizes":"1x1"}],"start_url":"."}',
  ],
  'files by name': ['files.json', '{"a":{"file":"a.js","title":"A"},"b":{"file":"b.js","src":"b"}}'],
  'entries of another kind': [
    'index.json',
    '{"v":5,"entries":{"a":{"title":"A","importPath":"./a.md"},"b":{"title":"B"}}}',
  ],
  'paths to import from': ['imports.json', '{"entries":[{"importPath":"./a"}],"importPath":"./b"}'],
  'a tree of notes with sources': [
    'notes.json',
    '{"flags":["new"],"children":[{"name":"A","sources":[{"fileName":"book.pdf","page":1}]}]}',
  ],
  'content of a site': ['content.json', '{"name":"x","content":{"home":{"id":1,"title":"Home"}}}'],
  'YAML of pages': ['pages.yml', 'site:\n  /index.js:\n    rendered: 12\n    title: Home\n'],
  'YAML of times': ['api.yaml', 'paths:\n  /a.js:\n    rendered: yes\n'],
  coverage: ['coverage-summary.json', coverageSummary()],
  'more coverage': ['lcov.info', lcov()],
  'a page that shows data': [
    'chart.html',
    '<html><script>const data = {"version":2,"rows":[1]};window.chartData = [{"label":"a"}]</script></html>',
  ],
  'the documentation of statistics': ['README.md', `An example:\n\n${webpackStats()}\n`],
  'a script with inputs and outputs': [
    'a.js',
    'export default {inputs:{token:{bytes:1}},outputs:{}};let a={inputs:{"a.ts":{imports:[]}}}',
  ],
  'data of another kind': [
    'a.js',
    'module.exports=JSON.parse(\'{"hash":"a","modules":[{"name":"Lesson"}]}\')',
  ],
  'a script that writes them': [
    'a.js',
    'fs.writeFileSync("stats.json",JSON.stringify({hash:h,modules:m,chunks:c,assets:a}))',
  ],
  'broken JSON': ['stats.json', `${webpackStats().slice(0, 200)}, oops }}} ]`],
};

for (const [name, [path, content, expected]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    const [sighting, ...others] = sight(rule, path, content);
    const { record, sources, firstParty, embedded, lines } = sighting?.evidence ?? {};
    assert.equal(`${record} ${[sources, firstParty, embedded, lines].join('/')}`, expected);
    assert.deepEqual(others, []);
    assert.equal(
      sighting?.variant,
      /^(?:Vite|trace|Storybook index|TypeDoc)/.test(expected) ? 'manifest' : undefined,
    );
  });
}
for (const [name, [path, content]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, path, content), []));
}

test('says what would be public, and how to stop the tool', () => {
  const [sighting] = sight(rule, 'stats.json', webpackStats({ source: true }));
  assert.equal(
    sighting?.message,
    'This is a file of webpack stats and would publish the full text of 2 original files (4 lines, 3 files your own), and the paths of 3 more.',
  );
  assert.match(sighting?.help ?? '', /`webpack --json=/);
});

test('knows what the real esbuild writes', async () => {
  const { metafile: real } = await build({
    stdin: { contents: 'import "./src/figures.ts"', resolveDir: process.cwd(), sourcefile: 'entry.ts' },
    bundle: true,
    write: false,
    metafile: true,
  });
  const [sighting] = sight(rule, 'meta.json', JSON.stringify(real));
  assert.deepEqual(sighting?.evidence?.firstSources, ['src/figures.ts', 'entry.ts']);
});
