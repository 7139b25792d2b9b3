import { gzipSync } from 'node:zlib';
import { rule } from '../../../src/rules/sensitive-file/test.ts';
import { rawTar } from '../../tarballs.ts';
import { lines, testCases } from './sensitive.ts';

const jest = lines(
  "import { add } from '../src/add';",
  "describe('add', () => {",
  "  it('adds', () => expect(add(1, 1)).toBe(2));",
  '});',
);
const tape = lines(
  "var test = require('tape');",
  "test('adds', function (t) {",
  '  t.equal(1 + 1, 2);',
  '  t.end();',
  '});',
);
const compiled = '"use strict";(0,vitest_1.describe)("a",()=>{(0,vitest_1.it)("b",()=>{})});';
const helper = 'exports.add = (a, b) => a + b;\n';

testCases(rule, {
  'tests by name': [
    {
      'src/a.test.ts': jest,
      'lib/a.spec.js': jest,
      'dist/a.test.cjs': compiled,
      'a-test.js': tape,
      'test_a.py': 'def test_a():\n    assert True\n',
    },
    ['src/a.test.ts', 'lib/a.spec.js', 'dist/a.test.cjs', 'a-test.js', 'test_a.py'],
  ],
  'tests by their folder': [
    { 'test/index.js': tape, 'src/__tests__/a.tsx': jest, 'e2e/login.ts': jest },
    ['test/index.js', 'src/__tests__/a.tsx', 'e2e/login.ts'],
  ],
  'data of tests': [
    {
      'test/index.js': tape,
      'test/fixtures/customers.json': '[]',
      'src/__snapshots__/a.snap': 'exports[`a`] = `b`',
      'src/__mocks__/fs.js': helper,
    },
    [
      'test/index.js',
      'test/fixtures/customers.json data',
      'src/__snapshots__/a.snap data',
      'src/__mocks__/fs.js data',
    ],
  ],
  'what loads a library for tests and tests nothing': [
    {
      'src/__fixtures__/socket.ts': "import { vi } from 'vitest';\nexport const send = vi.fn();\n",
      'src/__fixtures__/a.test.ts': jest,
    },
    ['src/__fixtures__/socket.ts data', 'src/__fixtures__/a.test.ts'],
  ],
  "somebody else's, in a copy of their project, and those of an example": [
    {
      'vendor/re/test/a.js': tape,
      'lib/example/spec/PlayerSpec.js': jest,
      'sample-projects/esm/test/Lock.js': jest,
    },
    [
      'vendor/re/test/a.js data',
      'lib/example/spec/PlayerSpec.js data',
      'sample-projects/esm/test/Lock.js data',
    ],
  ],
  'what a generator copies that package.json names': [
    {
      'package.json': '{"schematics": "./collection.json"}',
      'dist/app/files/ts/test/jest-e2e.json': '{}',
      'dist/app/files/ts/test/a.spec.ts': jest,
      'dist/app/index.test.js': jest,
    },
    [
      'dist/app/files/ts/test/jest-e2e.json template',
      'dist/app/files/ts/test/a.spec.ts template',
      'dist/app/index.test.js',
    ],
  ],
  'an archive among the data, once': [
    { 'test/index.js': tape, 'test/a.tgz': gzipSync(rawTar({ name: 'b.txt', body: 'b' })) },
    ['test/index.js', 'test/a.tgz data'],
  ],
  'what a generator copies': [
    {
      'template/src/a.test.ts': jest,
      'lib/files/__name__.spec.ts': jest,
      'blueprints/a/tests/unit.js': jest,
    },
    [
      'template/src/a.test.ts template',
      'lib/files/__name__.spec.ts template',
      'blueprints/a/tests/unit.js template',
    ],
  ],

  'product code in a folder of that name': [
    {
      'lib/test/index.js': helper,
      'dist/spec/parser.js': helper,
      'test/data.json': '{}',
      'cypress/index.d.ts': 'export {}',
    },
    [],
  ],
  'a module that is called like a test': [
    {
      'modules/es.regexp.test.js': "var ok = /a/.test('a');\nmodule.exports = pattern.test('b');\n",
      'color.spec.js': 'module.exports = {red: 1};\n',
    },
    [],
  ],
  'a command that runs tests': [
    {
      'dist/async-test.js':
        "// Wraps what `it('waits', async () => {})` is given.\nexport const wrap = (call) => (done) => call().then(done);\n",
      'dist/cli/next-test.js':
        "const tool = require('@playwright/test'); assert(tool); module.exports = () => tool.run();",
    },
    [],
  ],
  'tools for tests': [
    { 'dist/testing.js': jest, 'dist/test-utils.js': jest, 'dist/jest.js': jest, 'testing/index.js': jest },
    [],
  ],
  'words about tests': [{ 'docs/test.md': jest, 'test.md': jest, 'README.md': jest }, []],
  'declarations of tests': [{ 'dist/a.test.d.ts': 'export {};\n' }, []],
  'a dependency that is packed along': [
    {
      'node_modules/a/test/index.js': tape,
      'node_modules/a/__tests__/b.js': jest,
      'node_modules/a/b.test.js': jest,
    },
    [],
  ],
});

testCases(rule, {
  'tests in other languages': [
    {
      'a/UserTest.java': 'import org.junit.Test; class UserTest { @Test public void a() {} }',
      'a/UserTests.cs': 'class UserTests { [Fact] public void A() {} }',
      'a/user_spec.rb': lines("describe 'a' do", 'end'),
      'a/login.feature': lines('Feature: a', '  Scenario: b'),
    },
    ['a/UserTest.java', 'a/UserTests.cs', 'a/user_spec.rb', 'a/login.feature'],
  ],
  'what is only called so': [
    { 'a/Latest.java': 'class Latest {}', 'a/contest.cs': 'class Contest {}', 'a/b.feature': 'a,b\n1,2\n' },
    [],
  ],
});
