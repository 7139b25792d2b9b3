import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/build-metadata/coverage.ts';
import { rule as inline } from '../../../src/rules/source-map/inline.ts';
import {
  clover,
  cobertura,
  coveragePage,
  coverageSummary,
  instrumented,
  istanbulCoverage,
  lcov,
  v8Coverage,
} from '../../records.ts';
import { sight } from '../facts.ts';
import { mapText } from '../source-map/maps.ts';

/** As monocart-coverage-reports 2 writes it. */
const monocart = {
  type: 'v8',
  name: 'Coverage Report',
  watermarks: { bytes: [50, 80] },
  files: [
    {
      url: 'file:///srv/app/src/settle.ts',
      type: 'js',
      sourcePath: 'src/settle.ts',
      source: 'export const settle = 1;\n// not for customers\n',
      data: { bytes: [], functions: {} },
    },
  ],
};
const script = { url: 'file:///srv/app/src/settle.ts', functions: [], sourcePath: 'src/settle.ts', id: 'b1' };

/** Content to `record files/with text/lines`. */
const leaking: Record<string, [path: string, content: string, expected: string]> = {
  'coverage by statement': ['coverage/coverage-final.json', istanbulCoverage(), 'Istanbul coverage 1/0/0'],
  'coverage of one process': ['.nyc_output/1a.json', istanbulCoverage(), 'Istanbul coverage 1/0/0'],
  'coverage of many files, each wrapped': [
    'coverage-final.json',
    JSON.stringify(
      Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => {
          const path = `/srv/app/src/${i}.ts`;
          return [path, { data: { path, statementMap: {}, fnMap: {} } }];
        }),
      ),
    ),
    'Istanbul coverage 20/0/0',
  ],
  'what Jest says of its tests, with coverage': [
    'report.json',
    JSON.stringify({
      numTotalTests: 1,
      openHandles: [],
      snapshot: { added: 0, uncheckedKeysByFile: [] },
      testResults: [{ name: '/srv/app/a.test.js', assertionResults: [] }],
      coverageMap: JSON.parse(istanbulCoverage()),
    }),
    'Istanbul coverage 1/0/0',
  ],
  'a summary': ['coverage/coverage-summary.json', coverageSummary(), 'coverage summary 1/0/0'],
  'coverage of the engine': ['coverage/tmp/coverage-1.json', v8Coverage(), 'V8 coverage 1/0/0'],
  lcov: ['coverage/lcov.info', lcov(), 'lcov coverage 2/0/0'],
  'lcov without a test name': ['x.dat', lcov().replaceAll('TN:\n', ''), 'lcov coverage 2/0/0'],
  'lcov of Windows': ['lcov.info', lcov().replaceAll('\n', '\r\n'), 'lcov coverage 2/0/0'],
  Clover: ['clover.xml', clover(), 'Clover coverage 1/0/0'],
  'Clover on one line': ['clover.xml', clover().replaceAll('\n', ''), 'Clover coverage 1/0/0'],
  Cobertura: ['cobertura-coverage.xml', cobertura(), 'Cobertura coverage 1/0/0'],
  'a report of Monocart': ['coverage-report.json', JSON.stringify(monocart), 'Monocart coverage 1/1/2'],
  'raw coverage of Monocart': [
    'raw/coverage-1.json',
    JSON.stringify({ id: 'a1', type: 'v8', data: [script] }),
    'Monocart coverage 1/0/0',
  ],
  'a page with the source': ['lcov-report/index.ts.html', coveragePage(), 'Istanbul coverage page 1/1/3'],
  'instrumented code': ['dist/a.js', instrumented(), 'Istanbul-instrumented code 1/0/0'],
  'instrumented code, minified': [
    'dist/a.js',
    instrumented({ minified: true }),
    'Istanbul-instrumented code 1/0/0',
  ],
};
const clean: Record<string, [string, string]> = {
  'code that instruments': [
    'instrument.js',
    'this.data={path:e,statementMap:{},fnMap:{}};t.statementMap[n]={start:a,end:b};var gcv="__coverage__";x({path:p,statementMap:m})',
  ],
  'code that reads coverage': [
    'report.js',
    'for(const s in f.statementMap)lines.push(f.statementMap[s].start.line)',
  ],
  'a site map': [
    'sitemap.xml',
    '<?xml version="1.0"?><urlset><url><loc>https://example.com/</loc></url></urlset>',
  ],
  'a page about coverage': [
    'docs/coverage.html',
    '<html><head><title>Code coverage report for teams</title></head><body><p>Text</p></body></html>',
  ],
  'text that begins alike': ['a.txt', 'SF: San Francisco\n'],
  'text of another kind': ['places.dat', 'SF:San Francisco\nLA:Los Angeles\n'],
  'insurance data': ['plans.json', '{"total":{"lines":3},"basic":{"lines":1,"statements":2,"path":"a"}}'],
  'files by their type': [
    'f.json',
    JSON.stringify({ type: 'list', files: monocart.files, data: [{ url: '/a', sourcePath: 'a' }] }),
  ],
  'results of a search': ['r.json', '{"result":[{"url":"file:///a","title":"x"}]}'],
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

test('counts the source that a page shows', () => {
  assert.equal(sight(rule, 'a.html', coveragePage())[0]?.evidence?.bytes, 59);
});

test('the map inside instrumented code is told as a map', () => {
  const code = instrumented().replace('fnMap:', `inputSourceMap: ${mapText()}, fnMap:`);
  assert.equal(sight(inline, 'a.js', code)[0]?.evidence?.sources, 2);
  const report = istanbulCoverage().replace('"fnMap"', `"inputSourceMap":${mapText()},"fnMap"`);
  assert.equal(sight(inline, 'coverage-final.json', report)[0]?.evidence?.sources, 2);
});
