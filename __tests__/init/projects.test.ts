// Costs about 40 seconds: a dozen published packages and a monorepo of each package manager are packed.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { loadConfig } from '../../src/config.ts';
import { makeFolder, type Tree, writeTree } from '../folders.ts';
import { download, REAL_PACKAGES } from '../real-packages.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { cleanEnv } from '../target/opened.ts';
import { PACKAGES, run } from '../tools/install.ts';
import { type ManagerName, pathOf } from '../tools/managers.ts';
import { checkIn, initIn } from './folders.ts';

/** Published packages of different shapes; the most patterns that a reviewer would be content with, and files that may come or not. */
const PUBLISHED: readonly [spec: string, most: number, stop: readonly string[], pass: readonly string[]][] = [
  ['tsx@4.23.15', 25, ['dist/cli.cjs.map', 'dist/secret.ts', '.env'], []],
  ['@sindresorhus/is@7.1.0', 6, ['distribution/index.js.map', 'source/index.ts', 'test.js'], []],
  ['husky@9.1.7', 5, ['index.ts', '.husky/pre-commit', 'index.js.map'], []],
  [
    'bootstrap@5.3.8',
    12,
    ['dist/css/.env', 'dist/js/new/x.js', 'scss/x.map'],
    ['dist/css/bootstrap-new.css', 'scss/new/_x.scss'],
  ],
  ['@types/node@24.0.0', 20, ['index.js', 'fs.ts', 'tsconfig.tsbuildinfo'], ['new.d.ts']],
  ['animate.css@4.1.1', 12, ['source/x.js', 'animate.css.map'], []],
  [
    'rxjs@7.8.2',
    20,
    ['dist/esm/x.ts', 'spec/x.ts', 'dist/.eslintcache'],
    ['dist/cjs/internal/new.js', 'src/internal/new/x.ts'],
  ],
  ['magic-string@0.30.21', 12, ['src/index.ts', 'dist/.DS_Store'], []],
  ['preact@10.27.2', 60, ['.github/x.yml', 'dist/preact.js.br'], ['src/new.js']],
  ['cosmiconfig@9.0.0', 8, ['dist/x.ts', 'src/index.ts'], ['dist/new.js']],
  ['svelte@5.41.0', 25, ['tests/x.js', 'src/x.ts', 'compiler/index.js.map'], ['src/internal/client/new.js']],
  [
    'dayjs@1.11.18',
    15,
    ['plugin/x.js.map', 'build/x.js', 'src/index.js'],
    ['locale/xx.js', 'esm/plugin/x/index.js'],
  ],
  ['react-dom@19.2.0', 5, ['cjs/x.js.map', 'cjs/x.mjs', 'build-info.json'], ['cjs/react-dom.new.js']],
  ['@highlightjs/cdn-assets@11.11.1', 15, ['languages/x.js', 'styles/x.css.map'], ['languages/new.min.js']],
];

describe('published packages', () => {
  for (const [spec, most, stop, pass] of PUBLISHED) {
    test(`${spec}: init, then a check passes; a stray stops it, what belongs does not`, async (t) => {
      const real = REAL_PACKAGES.find((one) => one.spec === spec)!;
      const cwd = makeFolder(t);
      run('tar', ['-xzf', join(PACKAGES, download(real)), '--strip-components=1'], cwd);
      const manifest = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
      writeFileSync(
        join(cwd, 'package.json'),
        JSON.stringify({ ...manifest, scripts: {}, private: undefined }),
      );
      const { status, stdout } = await initIn(cwd, '--preset open');
      assert.equal(status, 0, stdout);
      const config = await loadConfig({ cwd, knownRules: [] });
      const patterns = config!.allow!.map(({ pattern }) => pattern);
      assert.ok(patterns.length <= most, `${patterns.length}: ${patterns.join(' ')}`);
      assert.ok(!patterns.some((pattern) => pattern.startsWith('**')));
      const { outcome, found, notes } = await checkIn(cwd);
      assert.deepEqual([outcome, found], ['pass', []]);
      assert.ok(!notes.includes('allowlist/unused') && !notes.includes('allowlist/missing'));

      // What `files` or npm would not let in comes in by hand: the list is what is asked.
      const tgz = join(cwd, 'next.tgz');
      const tree = Object.fromEntries([...stop, ...pass].map((path) => [`next/package/${path}`, '1\n']));
      mkdirSync(join(cwd, 'next'));
      run('tar', ['-xzf', join(PACKAGES, download(real)), '-C', 'next'], cwd);
      const [root] = readdirSync(join(cwd, 'next'));
      if (root !== 'package') renameSync(join(cwd, 'next', root!), join(cwd, 'next/package'));
      writeTree(cwd, tree);
      run('tar', ['-czf', tgz, '-C', 'next', 'package'], cwd);
      const next = await checkIn(cwd, ['next.tgz']);
      assert.equal(next.outcome, 'fail');
      assert.deepEqual(
        next.found.filter((text) => text.startsWith('allowlist/unlisted ')).sort(),
        stop.map((path) => `allowlist/unlisted ${path}`).sort(),
      );
    });
  }
});

interface Kind {
  readonly name: string;
  readonly tool?: ManagerName;
  readonly mark: Tree;
}

const KINDS: readonly Kind[] = [
  { name: 'npm', mark: { 'package-lock.json': {} } },
  { name: 'pnpm', tool: 'pnpm', mark: { 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n  - apps/*\n' } },
  { name: 'yarn 1', tool: 'yarn1', mark: { 'yarn.lock': '' } },
  { name: 'yarn 4', tool: 'yarn4', mark: { 'yarn.lock': '__metadata:\n  version: 10\n  cacheKey: 10c0\n' } },
  { name: 'bun', tool: 'bun', mark: { 'bun.lock': '' } },
];

const MINIFIED = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};\n'.repeat(4);

const member = (name: string, more: object = {}) => ({
  name,
  version: '1.0.0',
  license: 'MIT',
  files: ['dist'],
  ...more,
});

const MONOREPO: Tree = {
  'packages/cli/package.json': member('@acme/cli', { bin: 'dist/cli.js' }),
  'packages/cli/README.md': '# cli\n',
  'packages/cli/dist/cli.js': MINIFIED,
  'packages/cli/dist/chunk-CUFUKTVB.js': MINIFIED,
  'packages/cli/dist/chunk-2NFGGA4Q.js': MINIFIED,
  'packages/web/package.json': member('@acme/web'),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`packages/web/dist/${index % 4}/part${index}.js`, MINIFIED]),
  ),
  'packages/web/dist/index.html': '<!doctype html>\n',
  'apps/site/package.json': member('site', { private: true }),
};

describe('monorepos', () => {
  for (const { name, tool, mark } of KINDS) {
    test(`${name}: init writes a section for each package, and what a person would expect passes or stops`, async (t) => {
      const cwd = makeFolder(t, {
        'package.json': {
          name: 'root',
          version: '0.0.0',
          private: true,
          workspaces: ['packages/*', 'apps/*'],
        },
        ...MONOREPO,
        ...mark,
      });
      const env = cleanEnv(tool === undefined ? {} : { PATH: pathOf(tool) });
      if (name === 'yarn 4') run('env', [`PATH=${env.PATH}`, 'yarn', 'install'], cwd);
      const first = await initIn(cwd, '', env);
      assert.equal(first.status, 0, first.stdout + first.stderr);
      assert.match(
        first.stdout,
        /Skipped 1 package of the workspace, which nothing publishes: apps\/site \(private\)/,
      );
      const text = readFileSync(join(cwd, 'packgate.yml'), 'utf8');
      assert.equal(
        text.slice(text.indexOf('\npackages:')),
        `
packages:
  "@acme/cli":
    allow:
      - dist/chunk-*.js
      - dist/cli.js

  "@acme/web":
    allow:
      - dist/**/*.js
      - dist/index.html
`,
      );
      assert.deepEqual(await checkIn(cwd, ['.'], env), { outcome: 'pass', found: [], notes: [] });

      // The next build: other hashes, one more part. A person expects it to pass.
      rmSync(join(cwd, 'packages/cli/dist/chunk-2NFGGA4Q.js'));
      writeTree(cwd, {
        'packages/cli/dist/chunk-7GHIJKLM.js': MINIFIED,
        'packages/web/dist/9/part99.js': MINIFIED,
      });
      assert.deepEqual(await checkIn(cwd, ['.'], env), { outcome: 'pass', found: [], notes: [] });

      writeTree(cwd, {
        'packages/cli/dist/notes.txt': 'x\n',
        'packages/cli/dist/.env.local': 'x=1\n',
        'packages/cli/dist/vendor-CUFUKTVB.js': MINIFIED,
        'packages/web/dist/0/part0.js.map': mapText(),
        'packages/web/dist/index.css': 'a{b:c}\n',
      });
      const { outcome, found } = await checkIn(cwd, ['.'], env);
      assert.equal(outcome, 'fail');
      const ours = found.filter((line) => /^(?:allowlist|source-map\/file)/.test(line));
      assert.deepEqual(ours, [
        'allowlist/unlisted dist/.env.local',
        'allowlist/unlisted dist/notes.txt',
        'allowlist/unlisted dist/vendor-CUFUKTVB.js',
        'allowlist/unlisted dist/0/part0.js.map',
        'allowlist/unlisted dist/index.css',
        'source-map/file dist/0/part0.js.map',
      ]);
    });
  }
});

test('a bundler that writes hashes: the next build passes, a chunk of another name stops', async (t) => {
  const cwd = makeFolder(t, {
    'package.json': { name: 'app', version: '1.0.0', license: 'MIT', files: ['dist'] },
    'src/main.js': 'import("./lazy.js").then(({ text }) => console.log(text));\n',
    'src/lazy.js': 'export const text = "one";\n',
    'src/other.js': 'console.log("other");\n',
  });
  const bundle = (...entries: string[]) => {
    rmSync(join(cwd, 'dist'), { recursive: true, force: true });
    return build({
      entryPoints: entries.map((entry) => join(cwd, 'src', entry)),
      outdir: join(cwd, 'dist'),
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      entryNames: '[name]-[hash]',
      logLevel: 'silent',
    });
  };
  await bundle('main.js');
  const before = readdirSync(join(cwd, 'dist'));
  assert.equal((await initIn(cwd)).status, 0);
  assert.deepEqual((await checkIn(cwd)).outcome, 'pass');
  writeFileSync(join(cwd, 'src/lazy.js'), 'export const text = "two";\n');
  await bundle('main.js');
  assert.notDeepEqual(readdirSync(join(cwd, 'dist')), before);
  assert.deepEqual(await checkIn(cwd), { outcome: 'pass', found: [], notes: [] });
  await bundle('main.js', 'other.js');
  const { outcome, found } = await checkIn(cwd);
  assert.equal(outcome, 'fail');
  assert.match(found.join(), /^allowlist\/unlisted dist\/other-[A-Z0-9]{8}\.js$/);
});
