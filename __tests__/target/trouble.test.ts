import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { makeFolder, type Tree, writeTree } from '../folders.ts';
import { pathWith } from '../tools/managers.ts';
import { cleanEnv, openAll } from './opened.ts';

const app = { name: 'app', version: '1.0.0' };

/** Opens a project whose package manager is a shell script; `$3` is `--pack-destination=<folder>`. */
async function openWith(t: TestContext, pack: string, more: Tree = {}, version = 'echo 11.0.0') {
  const cwd = makeFolder(t, { 'package.json': app, ...more });
  const npm = `#!/bin/sh\nif [ "$1" = --version ]; then ${version}; exit; fi\nD=\${3#*=}\n${pack}\n`;
  writeTree(cwd, { 'bin/npm': npm });
  chmodSync(join(cwd, 'bin/npm'), 0o755);
  mkdirSync(join(cwd, 'tmp'));
  const env = cleanEnv({ PATH: pathWith(join(cwd, 'bin')), RUNNER_TEMP: join(cwd, 'tmp') });
  const [opened] = await openAll(['.'], { cwd, env });
  if (existsSync(join(cwd, 'daemon'))) process.kill(Number(readFileSync(join(cwd, 'daemon'), 'utf8')));
  assert.deepEqual(readdirSync(join(cwd, 'tmp')), [], 'the temporary folder is gone');
  return opened;
}

const answer = (name: string) => `echo '[{"filename":"${name}"}]'`;
const fine: [title: string, pack: string][] = [
  ['an array, as npm 11 writes it', `echo x > $D/a.tgz; ${answer('a.tgz')}`],
  ['an object keyed by name, as npm 12 writes it', `echo x > $D/a.tgz; echo '{"app":{"filename":"a.tgz"}}'`],
  [
    'words of a script before the answer',
    `echo x > $D/a.tgz; echo '[build] 1'; echo '{ok}'; ${answer('a.tgz')}`,
  ],
  [
    'a megabyte of answer, as for a package of many files',
    `echo x > $D/a.tgz; echo '[{"filename":"a.tgz","files":['; head -c 1000000 /dev/zero | tr '\\0' ' '; echo ']}]'`,
  ],
  [
    'a daemon that keeps the pipes open',
    `sleep 100 & echo $! > "$PWD/daemon"; echo x > $D/a.tgz; ${answer('a.tgz')}`,
  ],
];
for (const [title, pack] of fine) {
  // The daemon sleeps longer.
  test(`understood: ${title}`, { timeout: 60_000 }, async (t) => {
    const opened = await openWith(t, pack);
    assert.equal(opened?.error, undefined);
    assert.match(opened?.source?.file ?? '', /\/a\.tgz$/);
  });
}

const trouble: [title: string, pack: string, message: RegExp][] = [
  ['no file', answer('a.tgz'), /npm 11\.0\.0 wrote no tarball; its last line: \[\{"filename":"a\.tgz"\}\]$/],
  [
    'no file and JSON over many lines',
    `printf '[\n  {\n    "name": "a"\n  }\n]\n'`,
    /wrote no tarball; it gave no reason$/,
  ],
  ['no file and no word', 'true', /wrote no tarball; it printed nothing$/],
  ['two files', `echo x > $D/a.tgz; echo x > $D/b.tgz; ${answer('a.tgz')}`, /wrote 2 files, not one tarball/],
  [
    'two packages told',
    `echo x > $D/a.tgz; echo '[{"filename":"a.tgz"},{"filename":"b.tgz"}]'`,
    /something unknown/,
  ],
  ['another name', `echo x > $D/a.tgz; ${answer('b.tgz')}`, /printed something unknown; its last line: /],
  ['no answer', 'echo x > $D/a.tgz; echo done', /printed something unknown; its last line: done$/],
  ['a folder', `mkdir $D/a.tgz; ${answer('a.tgz')}`, /not a file/],
  ['a link', `ln -s /etc/passwd $D/a.tgz; ${answer('a.tgz')}`, /not a file/],
  ['a FIFO', `mkfifo $D/a.tgz; ${answer('a.tgz')}`, /not a file/],
  [
    'status 7',
    'echo "npm error code 7" >&2; echo "npm error disk full" >&2; exit 7',
    /failed with status 7: disk full$/,
  ],
  [
    'a script that says nothing',
    'echo "npm error code 3" >&2; echo "npm error command sh -c exit 3" >&2; echo "npm error A complete log is in: /x.log" >&2; exit 3',
    /failed with status 3: command sh -c exit 3$/,
  ],
  ['a signal', 'kill -9 $$', /was ended by a signal$/],
  ['a script that throws', 'node -e "throw new TypeError(1)"', /failed with status 1: TypeError: 1$/],
  [
    'a script that is not there',
    'node gone.js',
    /failed with status 1: Error: Cannot find module .*gone\.js'$/,
  ],
  [
    'a script that goes on after one that throws',
    'node -e "throw 1"; echo "the build broke" >&2; exit 2',
    /failed with status 2: the build broke$/,
  ],
  [
    'a script that is not in package.json',
    'printf "%s\\n" \'Missing script: "no"\' "" "To see a list of scripts, run:" "  npm run" "A complete log of this run is in: x" | sed "s/^/npm error npm error /" >&2; exit 1',
    /failed with status 1: Missing script: "no"$/,
  ],
  [
    'what the system refused npm',
    `printf '%s\\n' 'code EACCES' 'syscall open' "[Error: EACCES: permission denied, open 'a.js'] {" '  errno: -13,' '}' '' 'The operation was rejected by your operating system.' 'You can rerun the command' | sed 's/^/npm error /' >&2; exit 243`,
    /failed with status 243: EACCES: permission denied, open 'a\.js'$/,
  ],
];
for (const [title, pack, message] of trouble) {
  test(`not inspected: ${title}`, { timeout: 60_000 }, async (t) => {
    const opened = await openWith(t, pack);
    assert.equal(opened?.error?.code, 'pack');
    assert.match(opened?.error?.message ?? '', message);
    assert.ok(opened?.error?.help);
  });
}

const managers: [title: string, more: Tree, message: RegExp][] = [
  ['not installed', { 'pnpm-lock.yaml': '' }, /^\.: its package manager pnpm is not installed$/],
  [
    'by field',
    { 'package.json': { ...app, packageManager: 'bun@1.4.5' }, 'yarn.lock': '' },
    /bun is not installed$/,
  ],
  [
    'unknown',
    { 'package.json': { ...app, packageManager: 'cow@1.0.0' } },
    /^\.: its package manager is cow@1\.0\.0, which packgate cannot pack with$/,
  ],
];
for (const [title, more, message] of managers) {
  test(`a package manager that is ${title}`, async (t) => {
    const cwd = makeFolder(t, { 'package.json': app, ...more, 'bin/x': '' });
    const [opened] = await openAll(['.'], { cwd, env: { ...cleanEnv(), PATH: join(cwd, 'bin') } });
    assert.equal(opened?.error?.code, 'pack');
    assert.match(opened?.error?.message ?? '', message);
    assert.ok(opened?.error?.help);
  });
}

test('a package manager that does not start', async (t) => {
  const opened = await openWith(t, 'true', {}, 'echo "no such Node" >&2; exit 1');
  assert.match(opened?.error?.message ?? '', /^\.: "npm --version" failed: no such Node$/);
});

test('a workspace in which two packages have one name', async (t) => {
  const names = { 'a/package.json': app, 'b/package.json': app };
  const cwd = makeFolder(t, { 'package.json': { ...app, name: 'root', workspaces: ['a', 'b'] }, ...names });
  const [opened] = await openAll(['a'], { cwd });
  assert.match(
    opened?.error?.message ?? '',
    /failed: must not have multiple workspaces .* 'app' has conflicts/,
  );
  assert.match(opened?.error?.help ?? '', /^run it in this folder/);
});

test('a repository ends the search: a lock file above it says nothing', async (t) => {
  const cwd = makeFolder(t, { 'pnpm-lock.yaml': '', 'repo/.git/HEAD': '', 'repo/a/package.json': app });
  const [opened] = await openAll(['repo/a'], { cwd });
  assert.equal(opened?.source?.packed?.manager, 'npm');
});

for (const event of ['prepack', 'prepare', 'postpack']) {
  test(`inside ${event} a folder is refused, a tarball is not`, async (t) => {
    const cwd = makeFolder(t, { 'package.json': app, 'a.tgz': 'x' });
    const env = cleanEnv({ npm_lifecycle_event: event });
    const [folder, tarball] = await openAll(['.', 'a.tgz'], { cwd, env });
    assert.match(
      folder?.error?.message ?? '',
      new RegExp(`started by the script ${event}, .* would never end$`),
    );
    assert.ok(tarball?.source);
    const [ignoring] = await openAll(['.'], { cwd, env, ignoreScripts: true });
    assert.ok(ignoring?.source);
  });
}

test('inside a script of another package a folder is packed as ever', async (t) => {
  const scripts = { prepublishOnly: 'echo > before.js' };
  const cwd = makeFolder(t, { 'package.json': app, 'a/package.json': { ...app, scripts } });
  for (const npm_lifecycle_event of ['prepare', 'prepublishOnly']) {
    const env = cleanEnv({ npm_lifecycle_event, npm_package_json: join(cwd, 'package.json') });
    const [opened] = await openAll(['a'], { cwd, env });
    assert.deepEqual(opened?.files, ['before.js', 'package.json']);
  }
  const own = cleanEnv({ npm_lifecycle_event: 'prepare', npm_package_json: join(cwd, 'a/package.json') });
  assert.equal((await openAll(['a'], { cwd, env: own }))[0]?.error?.code, 'pack');
});

test('no place for a temporary folder', async (t) => {
  const cwd = makeFolder(t, { 'package.json': app });
  const [opened] = await openAll(['.'], { cwd, env: cleanEnv({ RUNNER_TEMP: join(cwd, 'gone') }) });
  assert.match(opened?.error?.message ?? '', /gone: no temporary folder can be made there \(ENOENT\)$/);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} stops the package manager and its scripts, and leaves nothing`, {
    timeout: 60_000,
  }, async (t) => {
    const cwd = makeFolder(t, {
      'package.json': { ...app, scripts: { prepack: 'echo $$ > pid; sleep 100; touch late' } },
      'open.mts': `import { openTargets } from ${JSON.stringify(join(import.meta.dirname, '../../src/target/open.ts'))};
        const options = { cwd: process.cwd(), env: process.env, ignoreScripts: false, progress() {} };
        for (const target of await openTargets(['.'], options)) await target.open();`,
    });
    mkdirSync(join(cwd, 'tmp'));
    const env = cleanEnv({ RUNNER_TEMP: join(cwd, 'tmp') });
    const tsx = import.meta.resolve('tsx');
    const child = spawn(process.execPath, ['--import', tsx, join(cwd, 'open.mts')], {
      cwd,
      env,
      stdio: 'ignore',
    });
    const pid = join(cwd, 'pid');
    while (!existsSync(pid) || !readFileSync(pid, 'utf8').endsWith('\n')) await setTimeout(20);
    assert.equal(readdirSync(join(cwd, 'tmp')).length, 1);
    child.kill(signal);
    const [status, by] = await once(child, 'exit');
    assert.deepEqual([status, by], [null, signal]);
    assert.deepEqual(readdirSync(join(cwd, 'tmp')), []);
    // A dead process may stay in the list until somebody asks for its status: a Z. One that was told to end does so in a moment.
    const state = () => spawnSync('ps', ['-o', 'stat=', '-p', readFileSync(pid, 'utf8').trim()]).stdout;
    while (!/^(?:Z.*)?$/.test(state().toString().trim())) await setTimeout(20);
  });
}
