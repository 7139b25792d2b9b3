/** Records as build tools write them, cut down to what they need to be recognised; `json` gives the bytes of most. */
const TEXT = 'export const rate = 0.2;\nexport const secret = 1;\n';
const json = (value: unknown): string => JSON.stringify(value);

const module = (name: string, more: object = {}) => ({
  type: 'module',
  moduleType: 'javascript/esm',
  identifier: `/srv/app/${name}`,
  name,
  chunks: [792],
  reasons: [],
  ...more,
});

/** webpack 5 `stats.toJson()`; `source` puts the text of each module beside it. */
export const webpackStats = ({ source = false } = {}): string =>
  json({
    hash: '983a7754300688d4489f',
    version: '5.112.2',
    publicPath: 'auto',
    outputPath: '/srv/app/dist',
    assetsByChunkName: { main: ['main.js'] },
    assets: [{ type: 'asset', name: 'main.js', size: 275, info: { minimized: true } }],
    chunks: [{ id: 792, names: ['main'], modules: [module('./src/rates.ts')] }],
    modules: [
      module('./src/index.ts + 1 modules', {
        modules: [
          module('./src/index.ts', source ? { source: TEXT } : {}),
          module('./src/rates.ts', source ? { source: TEXT } : {}),
        ],
      }),
      module('./node_modules/css-loader/dist/cjs.js!./src/app.css'),
      module('./node_modules/left-pad/index.js'),
      module('./src/locales sync ^\\.\\/.*$'),
      module('webpack/runtime/define property getters'),
      module('external "node:fs"'),
    ],
    errors: [],
    children: [],
  });

export const metafile = (): string =>
  json({
    inputs: {
      'src/rates.ts': { bytes: 233, imports: [], format: 'esm' },
      'src/index.ts': {
        bytes: 307,
        imports: [{ path: 'src/rates.ts', kind: 'import-statement', original: './rates.ts' }],
        format: 'esm',
      },
    },
    outputs: {
      'dist/index.js': { imports: [], inputs: { 'src/index.ts': { bytesInOutput: 200 } }, bytes: 448 },
    },
  });

const VISUALIZER = {
  version: 2,
  tree: { name: 'root', children: [{ name: 'index.js', children: [{ uid: 'a-1', name: 'src/index.ts' }] }] },
  nodeParts: { 'a-1': { renderedLength: 12, gzipLength: 0, brotliLength: 0, metaUid: 'a-0' } },
  nodeMetas: {
    'a-0': { id: '/src/index.ts', moduleParts: { 'index.js': 'a-1' }, imported: [], importedBy: [] },
    'a-2': { id: '/src/rates.ts', moduleParts: {}, imported: [], importedBy: [] },
  },
  env: { rollup: '4.68.7' },
  options: { gzip: false },
};

/** rollup-plugin-visualizer with the template `raw-data`, and its page. */
export const visualizerData = (): string => json(VISUALIZER);
export const visualizerPage = (): string => `<!DOCTYPE html>
<html lang="en"><head><title>Rollup Visualizer</title></head><body><main></main>
<script>/*<!--*/
const data = 1 < 2 ? {} : null;
const data = ${json(VISUALIZER)};
const run = () => {};
/*-->*/</script></body></html>`;

const ANALYZER = [
  {
    label: 'main.js',
    isAsset: true,
    statSize: 508,
    parsedSize: 242,
    groups: [
      {
        label: 'src',
        path: './src',
        statSize: 508,
        groups: [
          {
            id: 1,
            label: 'index.ts',
            path: './src/index.ts + 1 modules (concatenated)',
            statSize: 400,
            groups: [],
          },
          { id: 2, label: 'rates.ts', path: './src/rates.ts', statSize: 108 },
        ],
      },
    ],
  },
];

/** webpack-bundle-analyzer with `analyzerMode: 'json'`, and its page. */
export const analyzerData = (): string => json(ANALYZER);
export const analyzerPage = (): string =>
  `<!DOCTYPE html><html><head><title>Webpack Bundle Analyzer</title></head><body><div id="app"></div><script>window.chartData = ${json(ANALYZER)};window.entrypoints = ["main"];</script></body></html>`;

export const webpackRecords = (): string =>
  json({
    chunks: { byName: { main: 792 }, usedIds: [792] },
    modules: { byIdentifier: { './src/index.ts': 845, 'external "fs"': 3 }, usedIds: [845] },
  });

export const dllManifest = (): string =>
  json({ name: 'acme', content: { './src/index.ts': { id: 1, buildMeta: { exportsType: 'namespace' } } } });

export const mapExplorer = (): string =>
  json({
    results: [
      {
        bundleName: 'dist/a.js',
        totalBytes: 9,
        files: { '[unmapped]': { size: 1 }, 'src/index.ts': { size: 8 } },
      },
    ],
  });

export const viteManifest = (): string =>
  json({
    'index.html': {
      file: 'assets/index-CU3z.js',
      name: 'index',
      src: 'index.html',
      isEntry: true,
      imports: ['_v.js'],
    },
    'src/admin.ts': { file: 'assets/admin-1b.js', src: 'src/admin.ts', isDynamicEntry: true },
    '_v.js': { file: 'assets/v.js' },
  });

/** As TypeScript 5 writes it. */
export const buildInfo = (): string =>
  json({
    fileNames: ['../node_modules/typescript/lib/lib.es5.d.ts', '../src/index.ts', '../src/rates.ts'],
    fileIdsList: [[3]],
    fileInfos: [{ version: 'a', affectsGlobalScope: true }, 'b', 'c'],
    root: [2, 3],
    options: { outDir: './' },
    version: '5.9.3',
  });

/** As TypeScript 3.9, 4.9, and 5.6 without `incremental`, do. */
export const oldBuildInfos: Readonly<Record<string, string>> = {
  '3.9': json({
    program: { fileInfos: { '../src/index.ts': { version: 'a', signature: 'b' } } },
    version: '3.9.10',
  }),
  '4.9': json({
    program: { fileNames: ['../src/index.ts'], fileInfos: [{ version: 'a' }], options: {} },
    version: '4.9.5',
  }),
  '5.6, short': json({ root: ['../src/index.ts'], version: '5.6.2' }),
};

const STATEMENTS = { 0: { start: { line: 3, column: 16 }, end: { line: 3, column: 28 } } };

export const istanbulCoverage = (): string =>
  json({
    '/srv/app/src/index.ts': {
      path: '/srv/app/src/index.ts',
      statementMap: STATEMENTS,
      fnMap: {},
      branchMap: {},
      s: { 0: 1 },
    },
  });

const PART = { total: 19, covered: 19, skipped: 0, pct: 100 };
const PARTS = { lines: PART, statements: PART, functions: PART, branches: PART };
export const coverageSummary = (): string => json({ total: PARTS, '/srv/app/src/index.ts': PARTS });

export const v8Coverage = (): string =>
  json({
    result: [
      { scriptId: '6', url: 'node:internal/primordials', functions: [] },
      { scriptId: '70', url: 'file:///srv/app/src/index.ts', functions: [{ functionName: '', ranges: [] }] },
    ],
  });

const VITE_ANALYZER = [
  {
    filename: 'desk.mjs',
    label: 'desk.mjs',
    parsedSize: 1017,
    mapSize: 3659,
    gzipSize: 703,
    brotliSize: 615,
    source: [
      {
        parsedSize: 479,
        gzipSize: 398,
        brotliSize: 337,
        label: 'src/pilots',
        groups: [
          { parsedSize: 271, gzipSize: 222, importedBy: [], label: 'a.js', filename: 'src/pilots/a.js' },
          {
            parsedSize: 208,
            gzipSize: 176,
            importedBy: [{ id: 'src/pilots/a.js', kind: 'static' }],
            label: 'b.js',
            filename: 'src/pilots/b.js',
          },
        ],
        filename: 'src/pilots',
      },
    ],
    isAsset: true,
    isEntry: true,
    imports: [],
  },
];
/** What vite-bundle-analyzer 1.3.9 writes with `analyzerMode: 'json'`. */
export const viteAnalyzerData = (): string => JSON.stringify(VITE_ANALYZER, null, 2);
/** The same with `static`. */
export const viteAnalyzerPage = (): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Vite Bundle Analyzer</title></head><body> <div id="app"></div><script>var defaultSizes="stat",analyzeModule=${JSON.stringify(VITE_ANALYZER)};</script></body></html>`;

export const lcov = (): string =>
  'TN:\nSF:src/index.ts\nFN:3,main\nFNF:1\nDA:1,1\nDA:2,1\nLF:2\nend_of_record\nTN:\nSF:src/rates.ts\nDA:1,0\nend_of_record\n';

export const clover = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<coverage generated="1795233348133" clover="3.2.0">
  <project name="All files"><metrics statements="19"/>
    <file name="index.ts" path="/srv/app/src/index.ts"><line num="1" count="1" type="stmt"/></file>
  </project>
</coverage>`;

export const cobertura = (): string => `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage lines-valid="19" lines-covered="19" line-rate="1"><sources><source>/srv/app</source></sources>
<packages><package name="main"><classes><class name="index.ts" filename="src/index.ts" line-rate="1"/></classes></package></packages></coverage>`;

/** Istanbul's page of one file: 3 lines, 59 bytes of source. */
export const coveragePage = (): string => `<!doctype html>
<html lang="en">
<head>
    <title>Code coverage report for src/index.ts</title>
</head>
<body><pre><table class="coverage">
<tr><td class="line-count quiet"><a name='L1'></a><a href='#L1'>1</a></td><td class="text"><pre class="prettyprint lang-js">import { rate } from './rates.ts';
<span class="cstat-no" title="statement not covered" >if (rate &lt; 1) {</span>
  go();
&nbsp;</pre></td></tr></table></pre></body></html>`;

/** What Istanbul makes of a file, as it is and as a minifier leaves it. */
export const instrumented = ({ minified = false } = {}): string => {
  const path = '/home/runner/work/acme/acme/src/index.ts';
  const code = `function cov_2q() {
  var path = ${json(path)};
  var gcv = "__coverage__";
  var coverageData = {
    path: ${json(path)},
    statementMap: {
      "0": {
        start: {
          line: 3,
          column: 16
        },
        end: {
          line: 3,
          column: 28
        }
      }
    },
    fnMap: {},
    branchMap: {},
    s: { "0": 0 }
  };
  return coverageData;
}
cov_2q().s[0]++;
`;
  return minified ? code.replace(/\s+/g, ' ').replace(/ ?([{}:;,=]) ?/g, '$1') : code;
};

/** As Sonda 0.11 writes it. */
export function sondaReport(): string {
  const file = (kind: string, name: string) => ({
    kind,
    name,
    type: 'script',
    format: 'esm',
    uncompressed: 52,
  });
  return JSON.stringify({
    metadata: { version: '0.11.1', integration: 'esbuild', sources: false, gzip: true, brotli: false },
    resources: [
      file('sourcemap', '[unassigned]'),
      { ...file('chunk', 'src/a.ts'), parent: 'out/a.js' },
      file('asset', 'out/a.js'),
      file('filesystem', 'src/a.ts'),
      file('filesystem', 'src/rates.ts'),
    ],
    connections: [{ kind: 'import', source: 'src/a.ts', target: 'src/rates.ts', original: './rates' }],
    dependencies: [],
    issues: [],
  });
}

/** As @parcel/reporter-bundle-analyzer 2.13 writes it. */
export function parcelPage(): string {
  const leaf = (label: string) => ({ label, weight: 42 });
  const groups = [
    {
      label: 'dist/index.js',
      weight: 99,
      groups: [
        { label: 'src', weight: 50, groups: [leaf('rates.ts')] },
        { label: 'node_modules/lib', weight: 49, groups: [leaf('index.js')] },
      ],
    },
  ];
  return `<!DOCTYPE html>\n<html><head><title>Parcel</title>\n<script id="bundle-data" type="application/json">\n                ${JSON.stringify({ groups })}\n</script></head></html>`;
}

/** As Rsdoctor 1.6 writes its list of modules, before it is compressed. */
export const rsdoctorGraph = (): string =>
  json({
    dependencies: [{ id: 1, request: './rates.js', kind: 1, module: 2, dependency: 3 }],
    modules: ['src/index.js', 'src/rates.js', 'node_modules/lib/index.js'].map((path, id) => ({
      id,
      webpackId: path,
      path: `/srv/app/${path}`,
      imported: [],
      size: { sourceSize: 285 },
      issuerPath: [],
    })),
    moduleGraphModules: [],
    exports: [],
  });

/** The texts of the modules, as it writes them beside. */
export const rsdoctorCode = (): string =>
  json({
    1: { source: TEXT, transformed: '', parsedSource: 'a()' },
    2: { source: '', transformed: '', parsedSource: '' },
    3: { source: TEXT, transformed: '', parsedSource: 'b()' },
  });

/** `index.json` as Storybook 9 writes it. */
export const storybookIndex = (): string =>
  json({
    v: 5,
    entries: {
      'rates-table--docs': {
        id: 'rates-table--docs',
        title: 'Rates/Table',
        name: 'Docs',
        importPath: './src/rates/table.mdx',
        type: 'docs',
        tags: ['dev', 'unattached-mdx'],
        storiesImports: ['./src/rates/table.stories.tsx'],
      },
      'rates-table--plain': {
        type: 'story',
        subtype: 'story',
        id: 'rates-table--plain',
        name: 'Plain',
        title: 'Rates/Table',
        importPath: './src/rates/table.stories.tsx',
        componentPath: './src/rates/table.tsx',
        tags: ['dev', 'test'],
      },
    },
  });

/** `typedoc --json` of TypeDoc 0.28. */
export const typedocModel = (): string =>
  json({
    schemaVersion: '2.0',
    id: 0,
    name: 'acme',
    variant: 'project',
    kind: 1,
    flags: {},
    children: [
      {
        id: 1,
        name: 'rates',
        variant: 'declaration',
        kind: 2,
        flags: {},
        children: [
          {
            id: 2,
            name: 'rateOf',
            variant: 'declaration',
            kind: 64,
            flags: {},
            sources: [{ fileName: 'src/rates.ts', line: 3, character: 16 }],
            signatures: [
              {
                id: 3,
                name: 'rateOf',
                kind: 4096,
                flags: {},
                sources: [{ fileName: 'src/rates.ts', line: 3, character: 16 }],
                type: { type: 'intrinsic', name: 'number' },
              },
            ],
          },
        ],
        sources: [{ fileName: 'src/index.ts', line: 1, character: 0 }],
      },
    ],
    groups: [{ title: 'Modules', children: [1] }],
    packageName: 'acme',
    symbolIdMap: {},
    files: { entries: {}, reflections: {} },
  });
