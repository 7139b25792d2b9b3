import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/build-metadata/source-report.ts';
import { sight } from '../facts.ts';

/** Shapes as ESLint 10, Stryker 9, Compodoc 2.0, JSDoc 4, YUIDoc 0.10, docco 0.9 and Plato 1.7 write them. */
const SOURCE = `// not for customers
export function settle(cents, tier) {
  for (let i = 0; i < tier; i++) cents *= 0.9;
  return cents < 1 ? 1 : cents;
}
`;
const SHOWN = SOURCE.replaceAll('<', '&lt;');
const lint = (more: object = {}) => ({
  filePath: '/srv/app/src/settle.js',
  messages: [{ ruleId: 'eqeqeq', severity: 2, message: 'x', line: 1, column: 2 }],
  suppressedMessages: [],
  errorCount: 1,
  fatalErrorCount: 0,
  warningCount: 0,
  source: SOURCE,
  ...more,
});
const fine = lint({ filePath: '/srv/app/src/b.js', messages: [], errorCount: 0, source: undefined });
const mutation = {
  files: {
    'src/settle.js': {
      language: 'javascript',
      mutants: [{ id: '0', mutatorName: 'EqualityOperator', replacement: 'cents >= 1', status: 'Killed' }],
      source: SOURCE,
    },
  },
  schemaVersion: '1.0',
  thresholds: { high: 80, low: 60 },
};
const compodoc = {
  pipes: [],
  injectables: [],
  classes: [
    { name: 'Ledger', file: 'src/settle.js', sourceCode: SOURCE, properties: [] },
    { name: 'Other', file: 'src/settle.js', sourceCode: SOURCE, properties: [] },
  ],
  components: [{ name: 'Board', file: 'src/board.ts', sourceCode: 'let a;\n', selector: 'x-board' }],
  coverage: { count: 10, files: [] },
};
const doclet = {
  comment: '/** x */',
  meta: { range: [1, 2], filename: 'settle.js', lineno: 5, path: '/srv/app/src', code: { id: 'a' } },
  name: 'settle',
  longname: 'settle',
  kind: 'function',
};
const notebook = (cells: readonly object[]) => ({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
const cell = { cell_type: 'code', execution_count: 1, outputs: [], source: SOURCE.split(/(?<=\n)/) };
const text = { cell_type: 'markdown', metadata: {}, source: ['# A long title\n', SOURCE] };
const page = (body: string, title = 'x') =>
  `<!DOCTYPE html>\n<html lang="en"><head>\n<meta charset="utf-8">\n<title>${title}</title></head>\n<body>${body}</body></html>\n`;

const stryker = (report: object) =>
  page(`<mutation-test-report-app></mutation-test-report-app>
    <script>
      const app = document.querySelector('mutation-test-report-app');
      app.report = ${JSON.stringify(report).replaceAll('<', '<"+"')};
    </script>`);

/** JSON as flatted writes it: each container and string once, in a list, and its place wherever it is used. */
function flatted(root: object): string {
  const values: unknown[] = [root];
  const places = new Map<unknown, number>([[root, 0]]);
  const list: unknown[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const placed = (inner: unknown): unknown => {
      if (typeof inner !== 'string' && (typeof inner !== 'object' || inner === null)) return inner;
      if (!places.has(inner)) places.set(inner, values.push(inner) - 1);
      return `${places.get(inner)}`;
    };
    if (typeof value === 'string') list.push(value);
    else if (Array.isArray(value)) list.push(value.map(placed));
    else
      list.push(
        Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, placed(inner)])),
      );
  }
  return JSON.stringify(list);
}
/** As Vitest 4 writes it. */
const vitest = (sources: Readonly<Record<string, string>>) => ({
  paths: Object.keys(sources),
  files: [{ id: '1', name: 'test/a.test.ts', type: 'suite', tasks: [], result: { state: 'pass' } }],
  config: { root: '/srv/app', name: '' },
  unhandledErrors: [],
  moduleGraph: { '': { '/srv/app/test/a.test.ts': { graph: {}, externalized: [], inlined: [] } } },
  sources,
});

/** As Jest 30 and Vitest 4 write it. */
const jest = {
  numTotalTests: 2,
  startTime: 1,
  success: false,
  testResults: [
    {
      assertionResults: [{ title: 'settles', status: 'failed' }],
      message: '',
      name: '/srv/app/test/a.test.ts',
    },
    { assertionResults: [], message: '', name: '/srv/app/test/b.test.ts' },
  ],
};
/** As Playwright 1.65 writes it, and what it puts into its page. */
const playwright = {
  config: { rootDir: '/srv/app/e2e', projects: [] },
  suites: [
    {
      title: 'a.spec.ts',
      file: 'a.spec.ts',
      specs: [],
      suites: [{ title: 'settling', file: 'a.spec.ts', specs: [{ title: 'settles', ok: true }] }],
    },
    { title: 'b.spec.ts', file: 'b.spec.ts', specs: [{ title: 'pays', ok: true }] },
  ],
  errors: [],
  stats: { expected: 2 },
};
const playwrightPage = {
  metadata: { actualWorkers: 1 },
  files: [{ fileId: '4b', fileName: 'a.spec.ts', tests: [{ title: 'settles' }], stats: { total: 1 } }],
  projectNames: [''],
  stats: { total: 1, ok: true },
};
/** As mochawesome 7 writes it. */
const run = (title: string, code = SOURCE) => ({ title, fullTitle: `x ${title}`, state: 'passed', code });
const mochawesome = {
  stats: { suites: 2, tests: 2 },
  results: [
    {
      title: '',
      fullFile: '/srv/app/test/a.test.js',
      file: '/test/a.test.js',
      beforeHooks: [],
      tests: [],
      suites: [
        {
          title: 'x',
          fullFile: '/srv/app/test/a.test.js',
          beforeHooks: [run('before', 'open();')],
          tests: [run('settles'), run('pays')],
          suites: [],
        },
      ],
    },
  ],
  meta: { mocha: { version: '11.7.5' } },
};
const outcome = {
  title: 'settles',
  fullTitle: 'x settles',
  file: '/srv/app/test/a.test.js',
  duration: 1,
  err: {},
};
const mocha = {
  stats: { suites: 1, tests: 1 },
  tests: [outcome],
  pending: [],
  failures: [],
  passes: [outcome],
};

/** Content to `report files/with text/lines`. */
const leaking: Record<string, [path: string, content: string, expected: string]> = {
  'a report of ESLint': ['eslint.json', JSON.stringify([lint(), fine]), 'ESLint report 2/1/5'],
  'a report that begins with a file without faults': [
    'lint-results.json',
    JSON.stringify([fine, lint()], null, 2),
    'ESLint report 2/1/5',
  ],
  'a report with metadata': [
    'eslint.json',
    JSON.stringify({ results: [lint()], metadata: { rulesMeta: {} } }),
    'ESLint report 1/1/5',
  ],
  'a report that was cut off': [
    'eslint.json',
    JSON.stringify([lint(), lint({ filePath: '/srv/app/src/c.js' })]).slice(0, -30),
    'ESLint report 2/2/9',
  ],
  'a report of Stryker': ['mutation.json', JSON.stringify(mutation), 'mutation report 1/1/5'],
  'a page of Stryker': ['mutation.html', stryker(mutation), 'mutation report 1/1/5'],
  'the model of Compodoc': ['documentation.json', JSON.stringify(compodoc), 'Compodoc model 2/2/6'],
  'the model of JSDoc': ['docs.json', JSON.stringify([doclet, doclet], null, 4), 'JSDoc model 1/0/0'],
  'a report of Vitest': [
    'html/html.meta.json',
    flatted(vitest({ '/srv/app/test/a.test.ts': 'test();\n', '/srv/app/src/settle.ts': SOURCE })),
    'Vitest report 2/2/6',
  ],
  'a report of Vitest with two files of one text': [
    'html.meta.json',
    flatted(vitest({ '/srv/app/src/a.ts': SOURCE, '/srv/app/src/b.ts': SOURCE })),
    'Vitest report 2/1/5',
  ],
  'a report of Vitest that was cut off': [
    'html.meta.json',
    `${flatted(vitest({ '/srv/app/src/settle.ts': SOURCE }))}x`.slice(0, -4),
    'Vitest report 1/1/5',
  ],
  'a report of Jest': ['results.json', JSON.stringify(jest), 'test report 2/0/0'],
  'a report of Jest that was cut off': ['r.json', JSON.stringify(jest).slice(0, -9), 'test report 1/0/0'],
  'a report of Jest that a page loads': [
    'result.js',
    `show_results(${JSON.stringify(jest)});`,
    'test report 2/0/0',
  ],
  'a report of Playwright': ['results.json', JSON.stringify(playwright, null, 2), 'test report 2/0/0'],
  'the data in the page of Playwright': ['report.json', JSON.stringify(playwrightPage), 'test report 1/0/0'],
  'a report of mochawesome': ['mochawesome.json', JSON.stringify(mochawesome, null, 2), 'test report 1/1/11'],
  'a report of Mocha': ['results.json', JSON.stringify(mocha, null, 2), 'test report 1/0/0'],
  'a notebook': [
    'work/a.ipynb',
    JSON.stringify(notebook([text, cell, cell]), null, 1),
    'Jupyter notebook 1/1/10',
  ],
  'a notebook whose cells are texts': [
    'a.json',
    JSON.stringify(notebook([{ ...cell, source: SOURCE + SOURCE }])),
    'Jupyter notebook 1/1/10',
  ],
  'a notebook of the third version': [
    'a.ipynb',
    JSON.stringify({
      nbformat: 3,
      worksheets: [{ cells: [{ cell_type: 'code', input: [SOURCE, SOURCE], language: 'python' }] }],
    }),
    'Jupyter notebook 1/1/10',
  ],
  'a page of JSDoc': [
    'docs/settle.js.html',
    page(
      `<section><article>\n<pre class="prettyprint source linenums"><code>${SHOWN}</code></pre>\n</article>`,
    ),
    'JSDoc source page 1/1/5',
  ],
  'a page of YUIDoc': [
    'files/src_settle.js.html',
    page(
      `<h1 class="file-heading">File: src/settle.js</h1>\n<div class="file">\n<pre class="code prettyprint linenums">\n${SHOWN}\n    </pre>\n</div>`,
    ),
    'YUIDoc source page 1/1/5',
  ],
  'a page of Compodoc': [
    'components/Board.html',
    page(
      `<div class="tab-pane" id="c-source">\n<pre class="line-numbers compodoc-sourcecode"><code class="language-typescript">${SHOWN}</code></pre></div>`,
    ),
    'Compodoc source page 1/1/5',
  ],
  'a page of docco': [
    'docs/settle.html',
    page(
      `<ul class="sections"><li id="section-1"><div class="annotation"><div class="sswrap "><a class="ss" href="#section-1">&#x00a7;</a></div><p>not for customers</p></div>
<div class="content"><div class='highlight'><pre><span class="hljs-keyword">export</span> <span class="hljs-keyword">function</span> settle(cents, tier) {
</pre></div></div></li><li><div class="content"><div class='highlight'><pre>  <span class="hljs-keyword">return</span> cents &lt; 1;
}
</pre></div></div></li></ul>`,
    ),
    'docco page 1/1/3',
  ],
  'a page of Plato': [
    'report/files/settle_js/index.html',
    page(`<textarea id="file-source" class="col-md-12">${SHOWN}</textarea>`),
    'Plato source page 1/1/5',
  ],
  'a page of Sphinx': [
    '_modules/ledger.html',
    page(
      `<h1>Source code for harbour.ledger</h1><div class="highlight"><pre>\n<span></span><span class="kn">import</span> json\n\n<span class="k">def</span> settle():\n    return 1\n</pre></div>`,
    ),
    'Sphinx source page 1/1/4',
  ],
};
const clean: Record<string, [string, string]> = {
  'a page with a list of sections and highlighted code': [
    'docs/guide.html',
    page(`<ul class="sections"><li>Use</li></ul><div class="highlight"><pre>${SHOWN}</pre></div>`),
  ],
  'a list of files': ['files.json', JSON.stringify([{ filePath: 'a.js', size: 3 }, { filePath: 'b.js' }])],
  'a report of Vitest without sources': ['html.meta.json', flatted(vitest({}))],
  'what flatted wrote for others': [
    'state.json',
    flatted({ paths: ['/a'], sources: { '/a': SOURCE }, title: 'x' }),
  ],
  'results of a benchmark': [
    'bench.json',
    JSON.stringify({
      stats: { runs: 3 },
      results: [{ file: 'a.js', suites: [], tests: [{ code: SOURCE.slice(0, 60) }] }],
    }),
  ],
  'a list of tests': ['tests.json', JSON.stringify({ ...mocha, passes: undefined })],
  'suites of a plan': ['plan.json', JSON.stringify({ config: {}, suites: [{ file: 'a.ts', cases: [] }] })],
  'files of a project': ['p.json', JSON.stringify({ ...playwrightPage, files: [{ fileName: 'a.ts' }] })],
  'test results of somebody': [
    't.json',
    JSON.stringify({ numTotalTests: 1, testResults: [{ name: 'blood' }] }),
  ],
  'comments of people': ['comments.json', JSON.stringify([{ comment: 'Fine', meta: { path: '/a' } }])],
  'translations by file': [
    't.json',
    JSON.stringify({ files: { 'a.js': { source: 'Save', target: 'Speichern' } } }),
  ],
  'an example of a notebook': ['a.ipynb', JSON.stringify(notebook([text, { ...cell, source: ['1 + 1\n'] }]))],
  'a story in chapters': ['book.json', JSON.stringify({ cells: [cell, cell], title: 'x' })],
  'classes of a school': ['classes.json', JSON.stringify({ classes: [{ name: '1a', file: 'a.pdf' }] })],
  'documentation with examples': [
    'docs/module-settle.html',
    page(`<h5>Example</h5>\n<pre class="prettyprint"><code>${SHOWN}</code></pre>`),
  ],
  'a page with highlighted code': [
    'docs/guide.html',
    page(`<h1>Guide</h1><div class="highlight"><pre>\n<span></span>${SHOWN}</pre></div>`),
  ],
  'a page without the source': [
    'docs/settle.js.html',
    page('<pre class="prettyprint source linenums"><code></code></pre>'),
  ],
  'code that writes such pages': [
    'publish.js',
    `module.exports=(e)=>'<pre class="prettyprint source linenums"><code>'+e.code+"</code></pre>"`,
  ],
};

for (const [name, [path, content, expected]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    const [sighting, ...others] = sight(rule, path, content);
    const { record, sources, embedded, lines } = sighting?.evidence ?? {};
    assert.equal(`${record} ${sources}/${embedded}/${lines}`, expected);
    assert.deepEqual(others, []);
  });
}
for (const [name, [path, content]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, path, content), []));
}

test('reads a page of Stryker wherever its bytes are cut', () => {
  // Longer than what is read in one go, so that breaks of strings lie across its end.
  const source = 'if (a<b) f(1<2);\n'.repeat(40_000);
  const report = { ...mutation, files: { 'a.js': { ...mutation.files['src/settle.js'], source } } };
  const [sighting] = sight(rule, 'mutation.html', stryker(report));
  assert.equal(sighting?.evidence?.lines, 40_000);
  assert.equal(sighting?.evidence?.bytes, source.length);
});
