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
  'Rsbuild, whose maps look like those of Rollup': [
    { 'rsbuild.config.ts': 'export default {\n  output: { sourceMap: true },\n};' },
    'rollup',
    'rsbuild.config.ts:2',
  ],
  'Nuxt, by the client alone': [
    { 'nuxt.config.ts': 'export default defineNuxtConfig({\n  sourcemap: { client: true },\n});' },
    'rollup',
    'nuxt.config.ts:2',
  ],
  'unbuild, which shares the name of its config': [
    { 'build.config.ts': 'export default defineBuildConfig({\n  sourcemap: true,\n});' },
    'rollup',
    'build.config.ts:2',
  ],
  'Farm, by the writer of its maps': [
    { 'farm.config.ts': "export default {\n  compilation: { sourcemap: 'all' },\n};" },
    'swc',
    'farm.config.ts:2',
  ],
  'Vue’s service': [
    { 'vue.config.js': 'module.exports = {\n  productionSourceMap: true,\n};' },
    'webpack',
    'vue.config.js:2',
  ],
  'the builder of Angular': [
    {
      'angular.json':
        '{ "projects": { "desk": {\n "architect": { "build": { "options": {\n "sourceMap": true } } } } } }',
    },
    'angular',
    'angular.json:3',
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
  'a tool that writes maps unasked': [
    {
      'package.json':
        '{\n"devDependencies": { "microbundle": "1" },\n"scripts": { "build": "microbundle" } }',
    },
    'rollup',
    'package.json:3',
  ],
  'such a tool that is told not to': [
    { 'package.json': '{"microbundle": {},\n"scripts": { "build": "microbundle -f cjs --no-sourcemap" } }' },
    'rollup',
    'undefined:undefined',
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

/** Files, what the finding calls the record, and where the line is that asks for it. */
const records: Record<string, [files: Record<string, string>, name: string, place: string]> = {
  'webpack-bundle-analyzer': [
    {
      'webpack.config.js':
        'module.exports = {\n plugins: [\n  new BundleAnalyzerPlugin({ analyzerMode: "static" }),',
    },
    'webpack-bundle-analyzer report',
    'webpack.config.js:3',
  ],
  'webpack-bundle-analyzer in Next': [
    { 'next.config.mjs': 'const a = 1;\nexport default withBundleAnalyzer({})' },
    'webpack-bundle-analyzer report',
    'next.config.mjs:2',
  ],
  'webpack --json': [
    { 'package.json': '{\n"build": "webpack --mode production --json=dist/stats.json"' },
    'webpack stats',
    'package.json:2',
  ],
  'rollup-plugin-visualizer': [
    {
      'vite.config.ts':
        "import { visualizer } from 'rollup-plugin-visualizer';\nplugins: [visualizer({ filename: 'dist/a.html' })]",
    },
    'rollup-plugin-visualizer report',
    'vite.config.ts:2',
  ],
  'the metafile of tsup': [
    { 'tsup.config.ts': 'export default {\n metafile: true }' },
    'esbuild metafile',
    'tsup.config.ts:2',
  ],
  'the metafile of esbuild': [
    { 'package.json': '"b": "esbuild a.ts --metafile=dist/meta.json"' },
    'esbuild metafile',
    'package.json:1',
  ],
  'the report of Bun': [
    { 'package.json': '{\n"scripts": { "build": "bun build a.ts --metafile-md" } }' },
    'Bun bundle report',
    'package.json:2',
  ],
  'the metafile of Bun': [{ 'build.ts': 'Bun.build({\n metafile: true })' }, 'Bun metafile', 'build.ts:2'],
  tsBuildInfoFile: [
    { 'tsconfig.json': '{ "compilerOptions": {\n "incremental": false,\n "tsBuildInfoFile": "dist/a" } }' },
    'TypeScript build info',
    'tsconfig.json:3',
  ],
  composite: [
    { 'tsconfig.build.json': '{\n"compilerOptions": { "composite": true } }' },
    'TypeScript build info',
    'tsconfig.build.json:2',
  ],
  'tsc -b': [{ 'package.json': '{\n\n"build": "tsc -b" }' }, 'TypeScript build info', 'package.json:3'],
  'coverage of nyc': [{ '.nycrc.json': '{\n "reporter": ["lcov"] }' }, 'lcov coverage', '.nycrc.json:2'],
  'coverage of Vitest': [
    { 'vitest.config.ts': 'test: {\n coverage: { reporter: ["html"] } }' },
    'Istanbul coverage page',
    'vitest.config.ts:2',
  ],
  'coverage by a flag': [
    { 'package.json': '"test": "jest --coverage"' },
    'Istanbul coverage',
    'package.json:1',
  ],
  'coverage of c8': [{ 'package.json': '"test": "c8 node --test"' }, 'V8 coverage', 'package.json:1'],
  'code that Babel instruments': [
    { 'babel.config.js': 'plugins: [\n"istanbul"]' },
    'Istanbul-instrumented code',
    'babel.config.js:2',
  ],
  "Vite's manifest": [
    { 'vite.config.js': 'build: {\n manifest: "a.json" }' },
    'Vite manifest',
    'vite.config.js:2',
  ],
  "Next's folder": [
    { 'next.config.js': 'module.exports = {\n distDir: "build" }' },
    'Next.js',
    'next.config.js:2',
  ],
  'nothing where it is off': [
    { 'vite.config.js': 'build: { manifest: false }', 'tsconfig.json': '{ "composite": false }' },
    'Vite manifest',
    'undefined:undefined',
  ],
  'nothing in a comment': [
    { 'tsup.config.ts': '// metafile: true' },
    'esbuild metafile',
    'undefined:undefined',
  ],
  'nothing of another tool': [
    { 'webpack.config.js': 'metafile: true' },
    'esbuild metafile',
    'undefined:undefined',
  ],
  'nothing for what is not known': [
    { 'vite.config.js': 'manifest: true' },
    'something else',
    'undefined:undefined',
  ],
};

for (const [name, [files, record, place]] of Object.entries(records)) {
  test(`finds the line that asks for ${name}`, async (t) => {
    const folder = makeFolder(t);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const option = await findOption('record', folder, record);
    assert.equal(`${option && basename(option.file)}:${option?.line}`, place);
  });
}
