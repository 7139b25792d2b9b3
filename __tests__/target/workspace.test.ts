// Costs about 15 seconds: every package manager is asked for its own list.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { expandWorkspaces } from '../../src/target/expand.ts';
import { readWorkspace } from '../../src/target/workspace.ts';
import { makeFolder, type Tree } from '../folders.ts';
import { run } from '../tools/install.ts';
import { type ManagerName, pathOf } from '../tools/managers.ts';
import { openAll } from './opened.ts';

const pkg = (name: string, more: object = {}) => ({ name, version: '1.0.0', ...more });

const TREE: Tree = {
  'packages/a/package.json': pkg('a'),
  'packages/a/test/fixture/package.json': pkg('fixture'),
  'packages/a/node_modules/z/package.json': pkg('z'),
  'packages/b/package.json': pkg('b', { private: true }),
  'packages/skip/package.json': pkg('skip'),
  'packages/.dot/package.json': pkg('dot'),
  'packages/empty/index.js': '',
  'tools/x/package.json': pkg('x'),
  'tools/x/y/package.json': pkg('y'),
  'apps/web/package.json': pkg('web'),
  'lib/package.json': pkg('lib'),
};

interface Kind {
  readonly name: 'npm' | 'pnpm' | 'yarn1' | 'yarn4' | 'bun';
  readonly tool?: ManagerName;
  readonly mark: Tree;
  /** The names its packages have, by the manager itself. */
  readonly names: (ask: (program: string, ...args: string[]) => string, root: string) => string[];
}

const KINDS: readonly Kind[] = [
  {
    name: 'npm',
    mark: { 'package-lock.json': {} },
    names: (ask) => Object.keys(JSON.parse(ask('npm', 'pkg', 'get', 'name', '--workspaces', '--json'))),
  },
  {
    name: 'pnpm',
    tool: 'pnpm',
    mark: {},
    names: (ask) =>
      (JSON.parse(ask('pnpm', 'ls', '-r', '--depth', '-1', '--json')) as { name: string }[]).map(
        ({ name }) => name,
      ),
  },
  {
    name: 'yarn1',
    tool: 'yarn1',
    mark: { 'yarn.lock': '' },
    names: (ask) => Object.keys(JSON.parse(ask('yarn', '--silent', 'workspaces', 'info'))),
  },
  {
    name: 'yarn4',
    tool: 'yarn4',
    mark: { 'yarn.lock': '__metadata:\n  version: 10\n  cacheKey: 10c0\n' },
    names: (ask) => {
      ask('yarn', 'install');
      const lines = ask('yarn', 'workspaces', 'list', '--json').trim().split('\n');
      return lines.map((line) => (JSON.parse(line) as { name: string }).name);
    },
  },
  {
    name: 'bun',
    tool: 'bun',
    mark: { 'bun.lock': '' },
    names: (ask, root) => {
      ask('bun', 'install');
      const lock = readFileSync(join(root, 'bun.lock'), 'utf8');
      return [...lock.matchAll(/^ {6}"name": "(\w+)"/gm)].map(([, name]) => name!);
    },
  },
];

function makeWorkspace(
  t: TestContext,
  patterns: readonly string[],
  { name, mark }: Kind,
  root: object = {},
): string {
  const isPnpm = name === 'pnpm';
  return makeFolder(t, {
    ...TREE,
    ...mark,
    'package.json': pkg('root', { private: true, ...root, ...(isPnpm ? {} : { workspaces: patterns }) }),
    ...(isPnpm ? { 'pnpm-workspace.yaml': `packages: ${JSON.stringify(patterns)}\n` } : {}),
  });
}

/** Patterns, and the managers that read them in a way that packgate does not follow. */
const PATTERNS: readonly [patterns: readonly string[], but: readonly Kind['name'][]][] = [
  [['packages/*', './tools/**', 'apps/{web,docs}/', 'lib', 'packages/.*'], []],
  // yarn 1 takes no folder out again.
  [['packages/*', '!packages/skip', 'packages/skip'], ['yarn1']],
  [['packages/*/**', '!**/test/**'], ['yarn1']],
];

for (const kind of KINDS) {
  describe(`a workspace of ${kind.name}`, () => {
    for (const [patterns, but] of PATTERNS.filter(([, but]) => !but.includes(kind.name))) {
      test(`${patterns.join(' ')}: the packages that it says itself`, async (t) => {
        const root = makeWorkspace(t, patterns, kind);
        const members = await readWorkspace(root);
        const path = kind.tool === undefined ? process.env.PATH : pathOf(kind.tool);
        const env = ['env', `PATH=${path}`] as const;
        const truth = kind.names((...words) => run(env[0], [env[1], ...words], root), root);
        const names = members?.slice(1).map(({ name }) => name);
        assert.ok(names !== undefined && names.length > 1, String(but));
        assert.deepEqual([...names].sort(), truth.filter((name) => name !== 'root').sort());
      });
    }

    test('its root stands for all that can be published; what cannot is told', async (t) => {
      const cwd = makeWorkspace(t, ['packages/*', 'lib', 'tools/*'], kind);
      const { targets, skipped } = await expandWorkspaces(['.'], cwd);
      assert.deepEqual(targets, ['lib', 'packages/a', 'packages/skip', 'tools/x']);
      assert.deepEqual(skipped, [{ target: 'packages/b', name: 'b', reason: 'private' }]);
    });

    test('every package is packed as its own', async (t) => {
      const cwd = makeWorkspace(t, ['packages/*', 'lib'], kind);
      const path = kind.tool === undefined ? process.env.PATH : pathOf(kind.tool);
      const { targets } = await expandWorkspaces(['.'], cwd);
      const opened = await openAll(targets, { cwd, env: { ...process.env, PATH: path } });
      assert.deepEqual(
        opened.map(({ target, error, files }) => [target, error?.message, files?.includes('package.json')]),
        ['lib', 'packages/a', 'packages/skip'].map((target) => [target, undefined, true]),
      );
    });
  });
}

const npm = KINDS[0]!;

test('a root that can be published comes first', async (t) => {
  const cwd = makeWorkspace(t, ['lib'], npm, { private: false });
  assert.deepEqual((await expandWorkspaces(['.'], cwd)).targets, ['.', 'lib']);
  assert.deepEqual((await expandWorkspaces(['./'], cwd)).targets, ['./', 'lib']);
  const [, base] = /^(.*)\/[^/]+$/.exec(cwd)!;
  const name = cwd.slice(base!.length + 1);
  assert.deepEqual((await expandWorkspaces([`${name}/`], base!)).targets, [`${name}/`, `${name}/lib`]);
});

test('whatever is no root of a workspace stays as typed', async (t) => {
  const cwd = makeWorkspace(t, ['packages/*'], npm);
  const typed = ['packages/a', './package.json', 'packages/*', 'npm:x', 'a.tgz', 'lib', ''];
  assert.deepEqual(await expandWorkspaces(typed, cwd), { targets: typed, skipped: [], members: new Map() });
  const lonely = makeFolder(t, { 'package.json': pkg('root', { workspaces: ['none/*'] }) });
  assert.deepEqual((await expandWorkspaces(['.'], lonely)).targets, ['.']);
});

test('a package.json means that package alone', async (t) => {
  const cwd = makeWorkspace(t, ['packages/*'], npm);
  const opened = await openAll(['./package.json', 'packages/b/package.json', 'packages/b'], { cwd });
  assert.deepEqual(
    opened.map(({ target, source }) => [target, source?.file.split('/').at(-1)]),
    [
      ['./package.json', 'root-1.0.0.tgz'],
      ['packages/b/package.json', 'b-1.0.0.tgz'],
    ],
  );
});

test('the older form of the field, and members without a name or a version', async (t) => {
  const cwd = makeFolder(t, {
    'package.json': { private: true, workspaces: { packages: ['p/*'] } },
    'p/a/package.json': pkg('a'),
    'p/b/package.json': { name: 'b' },
    'p/c/package.json': { version: '1.0.0' },
  });
  const { targets, skipped } = await expandWorkspaces(['.'], cwd);
  assert.deepEqual(targets, ['p/a']);
  assert.deepEqual(
    skipped.map(({ target, reason }) => `${target} ${reason}`),
    ['p/b no version', 'p/c no name'],
  );
});

test('pnpm is content with a root without package.json, and reads no other list', async (t) => {
  const cwd = makeFolder(t, {
    'pnpm-workspace.yaml': 'packages:\n  - "p/*" # all\n',
    'p/a/package.json': pkg('a', { workspaces: ['q'] }),
    'p/a/q/package.json': pkg('q'),
  });
  assert.deepEqual((await expandWorkspaces(['.'], cwd)).targets, ['p/a']);
});

test('yarn looks into the workspaces of a workspace', async (t) => {
  const cwd = makeFolder(t, {
    'yarn.lock': '',
    'package.json': { private: true, workspaces: ['p/*'] },
    'p/a/package.json': pkg('a', { workspaces: ['q'] }),
    'p/a/q/package.json': pkg('q'),
  });
  assert.deepEqual((await expandWorkspaces(['.'], cwd)).targets, ['p/a', 'p/a/q']);
});

test('a workspace of which nothing can be published, or that cannot be read, is no pass', async (t) => {
  const cases: readonly [tree: Tree, message: string][] = [
    [
      { 'p/a/package.json': pkg('a', { private: true }), 'p/b/package.json': { name: 'b' } },
      '.: of the 2 packages of this workspace none can be published (private, no version)',
    ],
    [{ 'p/a/package.json': '{' }, 'p/a: package.json is no JSON object'],
    [{ 'p/a/package.json': '[]' }, 'p/a: package.json is no JSON object'],
  ];
  for (const [tree, message] of cases) {
    const cwd = makeFolder(t, { 'package.json': { private: true, workspaces: ['p/*'] }, ...tree });
    await assert.rejects(expandWorkspaces(['.'], cwd), { code: 'target', message });
  }
  const pnpm = makeFolder(t, { 'pnpm-workspace.yaml': 'packages: [', 'package.json': {} });
  await assert.rejects(expandWorkspaces(['.'], pnpm), {
    message: 'pnpm-workspace.yaml: is not valid YAML',
  });
});
