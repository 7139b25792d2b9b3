import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packingOf } from '../../src/target/packing.ts';
import { type Tree, writeTree } from '../folders.ts';
import { type ManagerName, pathOf } from '../tools/managers.ts';
import { cleanEnv, listTarball } from './opened.ts';

/** A package manager of an exact version; undefined as tool is the npm of this machine. */
export interface Client {
  readonly title: string;
  readonly tool: ManagerName | undefined;
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** What its `--version` prints. */
  readonly version: string;
  /** What makes a folder a project of it. */
  readonly mark: Tree;
}

const yarnLock = `__metadata:
  version: 10
  cacheKey: 10c0

"made@workspace:.":
  version: 0.0.0-use.local
  resolution: "made@workspace:."
  languageName: unknown
  linkType: soft
`;

export const CLIENTS: readonly Client[] = [
  { title: 'npm 10', tool: 'npm10', name: 'npm', version: '10.9.4', mark: {} },
  { title: 'npm 11', tool: undefined, name: 'npm', version: '', mark: {} },
  { title: 'npm 12', tool: 'npm12', name: 'npm', version: '12.2.0', mark: {} },
  {
    title: 'pnpm 10',
    tool: 'pnpm10',
    name: 'pnpm',
    version: '10.20.0',
    mark: { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
  },
  {
    title: 'pnpm 12',
    tool: 'pnpm',
    name: 'pnpm',
    version: '12.21.0',
    mark: { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
  },
  { title: 'yarn 1', tool: 'yarn1', name: 'yarn', version: '1.22.22', mark: { 'yarn.lock': '' } },
  { title: 'yarn 4', tool: 'yarn4', name: 'yarn', version: '4.18.1', mark: { 'yarn.lock': yarnLock } },
  { title: 'bun', tool: 'bun', name: 'bun', version: '1.4.5', mark: { 'bun.lock': '' } },
].map((client) => ({ ...client, version: client.version || ownNpm() })) as readonly Client[];

function ownNpm(): string {
  return execFileSync('npm', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** What the real manager packs of each of these folders, sorted. npm takes all in one process; others cost a process each. */
export function packedFiles(client: Client, folders: readonly string[]): string[][] {
  const env = cleanEnv(client.tool === undefined ? {} : { PATH: pathOf(client.tool) });
  if (client.name === 'npm') {
    // Without a name npm packs where it is, as packgate has it do; only so it sees the workspace around it.
    const named = folders.length === 1 ? [] : folders;
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=silent', ...named];
    const said = execFileSync('npm', args, {
      cwd: folders[0],
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
    const items = Object.values(JSON.parse(said)) as { name: string; files: { path: string }[] }[];
    return items.map(({ files }) => files.map(({ path }) => path).sort());
  }
  const packing = packingOf(client);
  return folders.map((cwd) => {
    const into = realpathSync(mkdtempSync(join(tmpdir(), 'packgate-packed-')));
    try {
      execFileSync(client.name, packing.pack(into, 'made.tgz', true), {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 1 << 28,
      });
      return listTarball(join(into, readdirSync(into)[0]!));
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  });
}

/** A generator of numbers in [0, 1): the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FILES = [
  'index.js', 'index.js.map', 'secret.txt', '.env', 'README.md', 'readme.js.map', 'LICENSE', 'CHANGELOG.md', 'notes.orig', 'yarn-error.log',
  'dist/a.js', 'dist/a.js.map', 'dist/deep/b.js', 'dist/deep/b.js.map', 'dist/deep/very/c.js', 'dist/.env', 'dist/README.md',
  'src/index.ts', 'src/a.ts', 'src/deep/b.ts', 'src/dist', 'lib/x.js', 'lib/[id].js', 'lib/a(1).js', 'bin/cli.js', 'docs/deep/secret.txt',
  'Upper/File.JS', 'test/a.test.js', 'test/dist/x.js', '.github/workflows/ci.yml', 'packages/one/index.js',
  '.npmrc', 'package-lock.json', '.DS_Store', 'LICENSE.txt', 'COPYING', 'HISTORY.md', 'bunfig.toml', '.env.production', 'dist/yarn.lock', 'dist/.npmrc', 'dist/package.json', 'a.swp', '._x',
]; // biome-ignore format: a list

const ENTRIES = [
  'dist', './dist/', 'dist/', '/dist', 'dist/**', 'dist/*', 'dist/**/*', 'dist/**/*.js', 'dist/*.js', '*.js', '**/*.js', '*', 'lib', 'src/deep', 'src',
  'dist/deep', 'bin', 'index.js', './index.js', 'dist/a.js', 'dist/a.js.map', 'lib/[id].js', 'lib/*', 'README.md', 'nothing', 'upper', 'dist/{a,b}.js',
  '!dist/deep', '!**/*.map', '!dist/a.js.map', '!dist/**/*.map', '!*.map', '!src', '!dist/deep/b.js', '!secret.txt', '.env', 'docs/**', 'test/dist',
]; // biome-ignore format: a list

const LINES = [
  '*.map', '/src', 'src/', 'src', '!src/a.ts', '!a.ts', 'dist/deep', 'deep', 'deep/', '**/*.ts', '# a comment', '', '!dist', '!dist/', '.env', 'secret*', '/index.js',
  'index.*', '!*.map', '*.ts', '!/dist/**', 'lib/*', '!lib/x.js', 'test/**', '*.JS', '/dist/*.map', '!b.js', 'b.js', 'very', '/docs', 'packages/*/index.js', '.github',
]; // biome-ignore format: a list

/** A project made of nothing but what decides on packing. */
export function madeProject(random: () => number, name = 'made'): Tree {
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)]!;
  const some = (list: readonly string[], most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list));
  const tree: Record<string, string | object> = {};
  for (const file of FILES) if (random() < 0.75) tree[file] = `# ${file}\n`;
  const manifest: Record<string, unknown> = { name, version: '1.0.0', license: 'MIT' };
  if (random() < 0.55) manifest.files = some(ENTRIES, 5);
  if (random() < 0.3)
    manifest.main = pick(['dist/a.js', './dist/a.js', 'index.js', 'lib/x.js', 'dist', 'src/index']);
  if (random() < 0.2) manifest.browser = pick(['dist/deep/b.js', 'src/a.ts']);
  if (random() < 0.3)
    manifest.bin = pick<unknown>([
      'bin/cli.js',
      { made: './bin/cli.js' },
      { made: 'test/a.test.js', other: 'lib/x.js' },
    ]);
  for (const folder of ['', 'dist/', 'dist/deep/', 'src/', 'src/deep/', 'test/']) {
    if (random() < (folder === '' ? 0.45 : 0.12))
      tree[`${folder}.npmignore`] = `${some(LINES, 4).join('\n')}\n`;
    if (random() < (folder === '' ? 0.45 : 0.12))
      tree[`${folder}.gitignore`] = `${some(LINES, 4).join('\n')}\n`;
  }
  tree['package.json'] = manifest;
  return tree;
}

/** Folders with these trees, each under a name of its own, in one that is to be removed. */
export function writeProjects(trees: readonly Tree[]): {
  readonly root: string;
  readonly folders: readonly string[];
} {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'packgate-made-')));
  const folders = trees.map((tree, index) => {
    const folder = join(root, String(index));
    mkdirSync(folder);
    writeTree(folder, tree);
    if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{}');
    return folder;
  });
  return { root, folders };
}
