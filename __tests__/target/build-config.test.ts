import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { findOption } from '../../src/target/build-config.ts';
import { makeFolder } from '../folders.ts';

/** Files, the writer, and where its option is. */
const cases: Record<string, [files: Record<string, string>, writer: string | undefined, place: string]> = {
  'Vite, by either bundler': [
    { 'vite.config.ts': 'export default {\n  build: { sourcemap: true },\n};' },
    'rolldown',
    'vite.config.ts:2',
  ],
  webpack: [
    { 'webpack.prod.js': "module.exports = {\n\n  devtool: 'source-map',\n}" },
    'webpack',
    'webpack.prod.js:3',
  ],
  tsc: [
    { 'tsconfig.build.json': '{ "compilerOptions": {\n "sourceMap": true } }' },
    'typescript',
    'tsconfig.build.json:2',
  ],
  tsup: [
    { 'tsup.config.ts': 'export default defineConfig({ sourcemap: !production })' },
    'tsup',
    'tsup.config.ts:1',
  ],
  'a script': [
    {
      'package.json': '{\n"scripts": {\n"build": "bun build --sourcemap=inline a.ts" } }',
      'vite.config.ts': '',
    },
    'bun',
    'package.json:3',
  ],
  'any tool, where the writer is not known': [
    { '.swcrc': '{"sourceMaps": "inline"}' },
    undefined,
    '.swcrc:1',
  ],
  'nothing where it is off': [
    {
      'vite.config.ts': 'build: { sourcemap: false }',
      'package.json': '{"scripts":{"b":"x --sourcemap=none"}}',
    },
    'rollup',
    'undefined:undefined',
  ],
  'nothing in a comment': [{ 'rollup.config.mjs': '// sourcemap: true\n' }, 'rollup', 'undefined:undefined'],
  'nothing of another tool': [{ 'vite.config.ts': 'sourcemap: true' }, 'webpack', 'undefined:undefined'],
};

for (const [name, [files, writer, place]] of Object.entries(cases)) {
  test(`finds the option of ${name}`, async (t) => {
    const folder = makeFolder(t);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const option = await findOption('maps', folder, writer);
    assert.equal(`${option && basename(option.file)}:${option?.line}`, place);
  });
}

test('a folder that cannot be read has none', async () => {
  assert.equal(await findOption('maps', '/nonexistent/folder'), undefined);
});

test('a tool that is told not to minify is found alike', async (t) => {
  for (const [file, text, line] of [
    ['vite.config.ts', 'export default {\n  build: {\n    minify: false,\n  },\n};', 3],
    ['webpack.config.js', 'module.exports = { optimization: { minimize: false } };', 1],
    ['package.json', '{\n"scripts": {\n"build": "tsup --no-minify" } }', 3],
    ['vite.config.ts', 'build: { minify: true }', undefined],
    ['vite.config.ts', 'build: { minify: "esbuild" }', undefined],
  ] as const) {
    const folder = makeFolder(t, { [file]: text });
    assert.equal((await findOption('readable', folder))?.line, line, text);
  }
});

test('one config for all packages of a repository is found above, of the tool that wrote the file', async (t) => {
  const root = makeFolder(t, {
    'vite.config.ts': 'build: { sourcemap: true }',
    'repository/rollup.config.js': '\nsourcemap: true',
    'repository/packages/one/package.json': '{}',
  });
  const repository = join(root, 'repository');
  const one = join(repository, 'packages/one');
  assert.deepEqual(await findOption('maps', one, 'rollup', repository), {
    file: join(repository, 'rollup.config.js'),
    line: 2,
  });
  // Not beyond the root, not where the tool is unknown, and not of another tool.
  assert.equal(await findOption('maps', one, 'rolldown', repository), undefined);
  assert.equal(await findOption('maps', one, undefined, repository), undefined);
  assert.equal(await findOption('maps', one, 'rollup', join(root, 'elsewhere')), undefined);
});
