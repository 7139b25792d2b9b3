import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import { makeFolder, type Tree } from '../folders.ts';
import { type ManagerName, pathOf } from '../tools/managers.ts';
import { cleanEnv, openAll, openOne } from './opened.ts';

const EVENTS = ['prepublish', 'prepare', 'prepublishOnly', 'prepack', 'postpack', 'publish', 'postpublish'];

interface Kind {
  readonly title: string;
  /** Undefined is the npm that is on PATH. */
  readonly tool: ManagerName | undefined;
  readonly manager: string;
  readonly version: RegExp;
  /** What in the project says so. */
  readonly mark: Tree;
  /** Scripts in the order in which they run. */
  readonly scripts: readonly string[];
  /** Runs whatever is asked. */
  readonly forced?: string;
}

/** As `yarn install` writes it for a project that needs nothing. */
const yarnLock = (resolution: string) => `__metadata:
  version: 10
  cacheKey: 10c0

"${resolution}":
  version: 0.0.0-use.local
  resolution: "${resolution}"
  languageName: unknown
  linkType: soft
`;

const kinds: readonly Kind[] = [
  {
    title: 'npm of this machine',
    tool: undefined,
    manager: 'npm',
    version: /^\d+\./,
    mark: {},
    scripts: ['prepublishOnly', 'prepack', 'prepare', 'postpack'],
  },
  {
    title: 'npm 10',
    tool: 'npm10',
    manager: 'npm',
    version: /^10\./,
    mark: {},
    scripts: ['prepublishOnly', 'prepack', 'prepare', 'postpack'],
    forced: 'prepare',
  },
  {
    title: 'npm 12',
    tool: 'npm12',
    manager: 'npm',
    version: /^12\./,
    mark: { 'package-lock.json': { name: '@acme/app', lockfileVersion: 3, packages: {} } },
    scripts: ['prepublishOnly', 'prepack', 'prepare', 'postpack'],
  },
  {
    title: 'pnpm 10',
    tool: 'pnpm10',
    manager: 'pnpm',
    version: /^10\./,
    mark: { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
    scripts: ['prepublishOnly', 'prepublish', 'prepack', 'prepare', 'postpack'],
  },
  {
    title: 'pnpm 12',
    tool: 'pnpm',
    manager: 'pnpm',
    version: /^12\./,
    mark: { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
    scripts: ['prepublishOnly', 'prepublish', 'prepack', 'prepare', 'postpack'],
  },
  {
    title: 'yarn 1',
    tool: 'yarn1',
    manager: 'yarn',
    version: /^1\.22/,
    mark: { 'yarn.lock': '' },
    scripts: ['prepublish', 'prepare', 'prepublishOnly', 'prepack', 'postpack'],
  },
  {
    title: 'yarn 4',
    tool: 'yarn4',
    manager: 'yarn',
    version: /^4\./,
    mark: { 'yarn.lock': yarnLock('@acme/app@workspace:.') },
    scripts: ['prepublish', 'prepack', 'postpack'],
    forced: 'prepack',
  },
  {
    title: 'bun',
    tool: 'bun',
    manager: 'bun',
    version: /^1\./,
    mark: { 'bun.lock': '' },
    scripts: ['prepublishOnly', 'prepack', 'prepare', 'postpack'],
  },
];

for (const kind of kinds) {
  describe(kind.title, () => {
    let env: NodeJS.ProcessEnv;
    before(() => {
      env = cleanEnv(kind.tool === undefined ? {} : { PATH: pathOf(kind.tool) });
    });
    const project = (t: TestContext, scripts: object, more: Tree = {}) =>
      makeFolder(t, {
        'package.json': { name: '@acme/app', version: '1.2.3', license: 'MIT', files: ['dist'], scripts },
        'dist/app.js': 'let a',
        'secret.ts': 'let a',
        ...kind.mark,
        ...more,
      });
    const logging = Object.fromEntries(
      EVENTS.map((event) => [event, `echo said && echo ${event} >> ran.log`]),
    );
    const ran = (cwd: string) =>
      existsSync(join(cwd, 'ran.log')) ? readFileSync(join(cwd, 'ran.log'), 'utf8').trim().split('\n') : [];

    test('packs without scripts to run, and leaves nothing behind', async (t) => {
      const cwd = project(t, {});
      const { source, files } = await openOne('.', { cwd, env });
      assert.equal(source?.packed?.manager, kind.manager);
      assert.match(source?.packed?.version ?? '', kind.version);
      assert.deepEqual(files, ['dist/app.js', 'package.json']);
      assert.equal(source?.file.split('/').at(-1), 'acme-app-1.2.3.tgz');
      assert.deepEqual(
        readdirSync(cwd).filter((name) => name.endsWith('.tgz')),
        [],
      );
    });

    test('runs what a publish runs, once and in order', async (t) => {
      const cwd = project(t, logging);
      await openOne('.', { cwd, env });
      assert.deepEqual(ran(cwd), kind.scripts);
    });

    test('inside prepublishOnly or prepublish it only packs', async (t) => {
      const cwd = project(t, logging);
      const event = kind.scripts.includes('prepublishOnly') ? 'prepublishOnly' : 'prepublish';
      await openOne('.', { cwd, env: { ...env, npm_lifecycle_event: event } });
      assert.deepEqual(ran(cwd), kind.scripts.slice(kind.scripts.indexOf('prepack')));
    });

    test('--ignore-scripts runs none, or says that it cannot', async (t) => {
      const cwd = project(t, logging);
      const [opened] = await openAll(['.'], { cwd, env, ignoreScripts: true });
      assert.deepEqual(ran(cwd), []);
      if (kind.forced === undefined) assert.deepEqual(opened?.files, ['dist/app.js', 'package.json']);
      else
        assert.match(
          opened?.error?.message ?? '',
          new RegExp(`cannot pack without running the script ${kind.forced}$`),
        );
    });

    test('packs what the scripts have just built', async (t) => {
      const cwd = project(t, { prepack: 'echo 1 > dist/built.js' });
      assert.deepEqual((await openOne('.', { cwd, env })).files, [
        'dist/app.js',
        'dist/built.js',
        'package.json',
      ]);
    });

    test('a dry run around it does not keep it from packing', async (t) => {
      const dry = { npm_config_dry_run: 'true', NPM_CONFIG_DRY_RUN: 'true', npm_config_json: 'true' };
      const { files } = await openOne('.', { cwd: project(t, {}), env: { ...env, ...dry } });
      assert.deepEqual(files, ['dist/app.js', 'package.json']);
    });

    for (const script of [kind.scripts[0] ?? '', 'prepack']) {
      test(`a failing ${script} is told in its own words`, async (t) => {
        const cwd = project(t, { [script]: 'echo building; echo "no such entry: src/x.ts" >&2; exit 3' });
        const [opened] = await openAll(['.'], { cwd, env });
        assert.equal(opened?.error?.code, 'pack');
        assert.match(opened?.error?.message ?? '', new RegExp(`${script}|"${kind.manager} pack"`));
        assert.match(opened?.error?.message ?? '', /no such entry: src\/x\.ts$/);
        assert.doesNotMatch(opened?.error?.message ?? '', /\n/);
      });
    }

    test('a script before the pack that is packgate itself is left out; one that does more runs', async (t) => {
      const [script = ''] = kind.scripts;
      const cwd = project(t, { [script]: 'npx --no packgate check . --receipt r.jsonl' });
      if (script !== 'prepack') assert.ok((await openOne('.', { cwd, env })).source);
      for (const more of [
        'packgate check && exit 3',
        'packgate check $(exit 3) || exit 3',
        'packgate verify',
      ]) {
        const [opened] = await openAll(['.'], { cwd: project(t, { [script]: more }), env });
        assert.equal(opened?.error?.code, 'pack', more);
      }
    });

    test('a packgate in a script before the pack looks, whoever runs that script', async (t) => {
      const [script = ''] = kind.scripts;
      if (script === 'prepack') return;
      const more = { PACKGATE_RUNNING: '1', npm_lifecycle_event: script };
      assert.ok((await openOne('.', { cwd: project(t, {}), env: { ...env, ...more } })).source);
    });

    test('a script that starts packgate again is refused in one sentence', async (t) => {
      const cwd = project(t, {});
      const [opened] = await openAll(['.'], { cwd, env: { ...env, PACKGATE_RUNNING: '1' } });
      assert.equal(opened?.error?.code, 'pack');
      assert.match(opened?.error?.message ?? '', /would never end$/);
    });

    test('a member of a workspace is packed alone, by the manager of the root', async (t) => {
      const member = { name: '@acme/app', version: '1.2.3', license: 'MIT', files: ['dist'] };
      const cwd = makeFolder(t, {
        'package.json': { name: 'root', version: '0.0.0', private: true, workspaces: ['packages/*'] },
        ...(kind.manager === 'pnpm' ? { 'pnpm-workspace.yaml': 'packages: ["packages/*"]\n' } : {}),
        ...kind.mark,
        'packages/app/package.json': member,
        'packages/app/dist/app.js': 'let a',
        'packages/b/package.json': { ...member, name: 'b' },
      });
      const { source, files } = await openOne('packages/app', { cwd, env });
      assert.equal(source?.packed?.manager, kind.manager);
      assert.deepEqual(files, ['dist/app.js', 'package.json']);
    });
  });
}
