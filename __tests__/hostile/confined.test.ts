import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { makeFolder, type Tree } from '../folders.ts';
import { END, entryBlocks, MANIFEST, packed } from '../tarballs.ts';
import { ROOT } from '../tools/install.ts';
import { pathWith } from '../tools/managers.ts';
import { rawZip } from '../zips.ts';

const CLI = join(ROOT, 'dist/cli.js');
const ACTION = join(ROOT, 'dist/index.js');
const skip = process.platform !== 'linux';

/** A folder with a clean tarball, a place for temporary files, and whatever else. */
function room(t: TestContext, tree: Tree = {}): { cwd: string; temporary: string; env: NodeJS.ProcessEnv } {
  const cwd = makeFolder(t, tree);
  const temporary = join(cwd, 'temporary');
  mkdirSync(temporary);
  writeFileSync(join(cwd, 'a.tgz'), packed({}));
  const env = { PATH: process.env.PATH, TMPDIR: temporary, RUNNER_TEMP: temporary, HOME: cwd };
  return { cwd, temporary, env };
}

const fifo = (path: string) => assert.equal(spawnSync('mkfifo', [path]).status, 0);
const app = { 'package.json': { name: 'app', version: '1.0.0' } };

/** What is no file, where one is meant: the words of the command line to what is said. `it` is the thing's path. */
const places: Record<string, [words: (it: string) => string, said: RegExp]> = {
  'as target': [
    (it) => it,
    /it: (?:neither a file nor a folder|a folder without package\.json)|it: cannot be read/,
  ],
  'as config': [
    (it) => `a.tgz --config ${it}`,
    /it: (?:is a (?:folder|FIFO|device), not a file|cannot be opened|is larger)/,
  ],
  'as report': [(it) => `a.tgz --output ${it}`, /the report cannot be written/],
  'as receipt': [(it) => `a.tgz --receipt ${it}`, /the receipt cannot be written/],
  'as folder to keep in': [
    (it) => `a.tgz --keep ${it}/x`,
    /cannot be written|leads out of the working folder/,
  ],
};
const things: Record<string, (path: string) => void> = {
  'a FIFO': fifo,
  'a device that never ends': (path) => symlinkSync('/dev/zero', path),
  'a device that is full': (path) => symlinkSync('/dev/full', path),
  'a terminal or pipe': (path) => symlinkSync('/dev/stdin', path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a folder': (path) => mkdirSync(path),
};

/** A report takes the place of a link that leads nowhere. */
const FINE: Readonly<Record<string, string>> = {
  'as folder to keep in': 'a folder',
  'as report': 'a link to itself',
  'as receipt': 'a link to itself',
};

/** What does not wait is done in a second, and in many where the machine is busy; what waits never ends. In milliseconds. */
const PATIENCE = 60_000;

/** Comes back once it is so. */
async function until(isSo: () => boolean, what: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isSo()) {
    assert.ok(performance.now() < end, `waited too long for: ${what}`);
    await setTimeout(5);
  }
}

/** How many bytes a process has read from files and pipes, its own program among them. */
function bytesRead(pid: number): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
}

/** Waits until a process is amid a large file. */
async function isReading(child: ChildProcess): Promise<void> {
  await until(() => child.exitCode !== null || bytesRead(child.pid!) > 6_000_000, 'it reads');
  assert.equal(child.exitCode, null, 'it is still reading');
}

/** Runs the built program; it has to be done soon and to say one line. */
function refused(words: string, { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }): string {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, 'check', ...words.split(' ')],
    {
      cwd,
      env,
      encoding: 'utf8',
      timeout: PATIENCE,
      input: '',
    },
  );
  assert.deepEqual([status, signal], [2, null], stderr);
  assert.equal(stdout, '');
  assert.match(stderr, /^packgate: [^\n]+\n$/);
  return stderr;
}

for (const [place, [words, said]] of Object.entries(places)) {
  test(`what is no file ${place} is refused in one line, and nothing waits for it`, { skip }, (t) => {
    for (const [name, make] of Object.entries(things)) {
      if (FINE[place] === name) continue;
      const here = room(t);
      make(join(here.cwd, 'it'));
      assert.match(refused(words('it'), here), said, name);
      assert.deepEqual(readdirSync(here.temporary), [], name);
    }
  });
}

for (const name of ['packgate.yml', 'packgate.json', 'package.json']) {
  test(`what is no file under the name ${name} is refused in one line`, { skip }, (t) => {
    for (const [thing, make] of Object.entries(things)) {
      const here = room(t);
      make(join(here.cwd, name));
      assert.match(refused('a.tgz', here), new RegExp(`packgate: ${name}: `), thing);
    }
  });
}

test('what a package manager would wait for in a folder is refused in one line', { skip }, (t) => {
  for (const name of ['.npmignore', '.gitignore', '.npmrc', 'package-lock.json']) {
    const here = room(t, { 'app/package.json': app['package.json'] });
    fifo(join(here.cwd, 'app', name));
    assert.match(refused('app', here), new RegExp(`app: ${name} is neither a file nor a folder; remove it`));
  }
  // Nobody reads these.
  const here = room(t, { 'app/package.json': app['package.json'] });
  fifo(join(here.cwd, 'app/it'));
  symlinkSync('loop', join(here.cwd, 'app/loop'));
  symlinkSync('..', join(here.cwd, 'app/up'));
  const { status } = spawnSync(process.execPath, [CLI, 'check', 'app'], { ...here, timeout: PATIENCE });
  assert.equal(status, 0);
});

test('a folder that can never be made is refused at once', {
  skip: skip || !existsSync('/proc/self'),
}, (t) => {
  const here = room(t);
  assert.match(refused('a.tgz --keep /proc/a/b', here), /cannot be written \(ENOENT\)/);
  for (const words of ['--output', '--receipt', '--audit-log'])
    assert.match(refused(`a.tgz ${words} /proc/a/b`, here), /written/, words);
});

test('a target that changes while it is read is no pass', { skip }, async (t) => {
  // What is appended, cut off or put in its place while the first bytes are read.
  const changes: Record<string, (file: string) => void> = {
    appended: (file) => appendFileSync(file, 'x'),
    cut: (file) => truncateSync(file, 1000),
    replaced: (file) => {
      writeFileSync(`${file}.new`, packed({ 'a.ts': 'export const a: string = "x";\n'.repeat(99) }));
      renameSync(`${file}.new`, file);
    },
    gone: (file) => rmSync(file),
  };
  const zeros = gzipSync(Buffer.alloc(64 * 1024 ** 2), { level: 1 });
  const size = `${(40 * 64 * 1024 ** 2).toString(8).padStart(11, '0')}\0`;
  const header = entryBlocks({ name: 'package/z', body: '', size }).subarray(0, 512);
  const parts = [entryBlocks(MANIFEST), header].map((bytes) => gzipSync(bytes));
  const large = Buffer.concat([...parts, ...Array<Buffer>(40).fill(zeros), gzipSync(END)]);
  for (const [name, change] of Object.entries(changes)) {
    const here = room(t);
    const file = join(here.cwd, 'large.tgz');
    writeFileSync(file, large);
    const child = spawn(process.execPath, [CLI, 'check', 'large.tgz', '--keep', 'kept'], {
      cwd: here.cwd,
      env: here.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close');
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    await isReading(child);
    child.kill('SIGSTOP');
    change(file);
    child.kill('SIGCONT');
    assert.deepEqual(await ended, [2, null], `${name}: ${said}`);
    assert.match(said, /^packgate: large\.tgz: [^\n]*\n$/, name);
  }
});

test('a disk that fails is told in one line', { skip: skip || !existsSync('/proc/self/mem') }, (t) => {
  // Reading the first byte of one's own memory is an error of the device.
  const here = room(t);
  for (const words of ['/proc/self/mem', 'a.tgz --config /proc/self/mem', 'a.tgz --baseline /proc/self/mem'])
    assert.match(refused(words, here), /cannot be read \(EIO\)/, words);
});

test('a package.json that never ends, or ends late, is not read into memory', { skip }, (t) => {
  for (const make of [
    (path: string) => symlinkSync('/dev/zero', path),
    (path: string) => {
      writeFileSync(path, '');
      truncateSync(path, 64 * 1024 ** 3);
    },
  ]) {
    const here = room(t, { 'app/x': '' });
    make(join(here.cwd, 'app/package.json'));
    assert.match(refused('app', here), /neither a file nor a folder|over 8\.4 MB/);
  }
});

test('a file of a terabyte of nothing is refused at once', { skip }, (t) => {
  const here = room(t);
  writeFileSync(join(here.cwd, 'it'), '');
  truncateSync(join(here.cwd, 'it'), 1024 ** 4);
  assert.match(refused('it', here), /the file has 1\.1 TB, more than a run may read/);
});

test('a file that says it is empty and is not, is refused', { skip }, (t) => {
  assert.match(refused('/proc/self/maps', room(t)), /changed while it was being read|is empty/);
});

test('no way out leaves anything behind', (t) => {
  // Larger than what is held in memory, so that a temporary file is needed.
  const zip = rawZip([{ name: 'x', body: randomBytes(20 * 1024 ** 2), method: 0 }]);
  const here = room(t);
  writeFileSync(join(here.cwd, 'large.tgz'), packed({ 'a.zip': zip }));
  writeFileSync(join(here.cwd, 'cut.tgz'), packed({ 'a.zip': zip }).subarray(0, -9000));
  writeFileSync(join(here.cwd, 'leak.tgz'), packed({ 'a.js': 'export const a: string = "x";\n'.repeat(99) }));
  const before = readdirSync(here.cwd);
  for (const [words, expected] of [
    ['a.tgz', 0],
    ['large.tgz --preset open', 0],
    ['leak.tgz', 1],
    ['cut.tgz', 2],
    ['missing.tgz', 2],
    ['npm:not/a/package', 2],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', ...words.split(' ')], {
      ...here,
      encoding: 'utf8',
    });
    assert.equal(status, expected, `${words}: ${stderr}`);
  }
  assert.deepEqual([readdirSync(here.temporary), readdirSync(here.cwd)], [[], before]);
});

/** A project whose package manager hands out a tarball of ten gigabytes, and says when it has. */
function slowProject(t: TestContext) {
  const zeros = gzipSync(Buffer.alloc(64 * 1024 ** 2), { level: 1 });
  const header = entryBlocks({
    name: 'package/z',
    body: '',
    size: `${(120 * 64 * 1024 ** 2).toString(8).padStart(11, '0')}\0`,
  });
  const large = Buffer.concat([
    gzipSync(entryBlocks(MANIFEST)),
    gzipSync(header.subarray(0, 512)),
    ...Array(120).fill(zeros),
    gzipSync(END),
  ]);
  const npm = `#!/bin/sh
if [ "$1" = --version ]; then echo 11.0.0; exit; fi
D=\${3#*=}
cp "$HOME/large.tgz" "$D/a-1.0.0.tgz"
echo '[{"filename":"a-1.0.0.tgz"}]'
touch "$HOME/packed"
`;
  const here = room(t, { ...app, 'bin/npm': npm });
  writeFileSync(join(here.cwd, 'large.tgz'), large);
  chmodSync(join(here.cwd, 'bin/npm'), 0o755);
  return { ...here, env: { ...here.env, PATH: pathWith(join(here.cwd, 'bin')) } };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} in the middle of reading ends the run as itself, and nothing stays`, {
    skip,
  }, async (t) => {
    const { cwd, temporary, env } = slowProject(t);
    const child = spawn(process.execPath, [CLI, 'check'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'close');
    await until(() => existsSync(join(cwd, 'packed')), 'it is packed');
    await isReading(child);
    assert.equal(readdirSync(temporary).length, 1);
    child.kill(signal);
    assert.deepEqual(await ended, [null, signal]);
    assert.deepEqual(readdirSync(temporary), []);
  });
}

/** What has ended may still be in the list of processes, until somebody asks how. */
function isRunning(pid: string): boolean {
  try {
    return !/\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

for (const script of ['prepublishOnly', 'prepack']) {
  test(`any signal while ${script} runs ends it too, and nothing stays`, { skip }, async (t) => {
    for (const signal of [
      'SIGINT',
      'SIGTERM',
      'SIGHUP',
      'SIGQUIT',
      'SIGUSR2',
      'SIGALRM',
      'SIGXCPU',
    ] as const) {
      const scripts = { [script]: 'echo $$ > pid; exec sleep 100' };
      const here = room(t, { 'app/package.json': { name: 'app', version: '1.0.0', scripts } });
      const child = spawn(process.execPath, [CLI, 'check', 'app'], { ...here, stdio: 'ignore' });
      const ended = once(child, 'close');
      const pid = join(here.cwd, 'app/pid');
      await until(() => existsSync(pid) && readFileSync(pid, 'utf8').endsWith('\n'), 'the script runs');
      child.kill(signal);
      assert.deepEqual(await ended, [null, signal]);
      assert.deepEqual(readdirSync(here.temporary), [], signal);
      // It was told to end, or killed; that it has, the system may say a moment later.
      await until(() => !isRunning(readFileSync(pid, 'utf8').trim()), `the script ends after ${signal}`);
    }
  });
}

test('the Action, too, cleans up when it is cancelled', { skip }, async (t) => {
  const { cwd, temporary, env } = slowProject(t);
  const child = spawn(process.execPath, [ACTION], {
    cwd,
    env: { ...env, GITHUB_WORKSPACE: cwd, INPUT_TARGET: '.', 'INPUT_FAIL-ON': 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  await until(() => existsSync(join(cwd, 'packed')), 'it is packed');
  await isReading(child);
  assert.equal(readdirSync(temporary).length, 1);
  child.kill('SIGINT');
  assert.deepEqual(await ended, [null, 'SIGINT']);
  assert.deepEqual(readdirSync(temporary), []);
});

test('a reader of the report that goes away neither breaks the run nor makes it a pass', { skip }, (t) => {
  const { cwd, env } = room(t);
  writeFileSync(join(cwd, 'leak.tgz'), packed({ 'a.js': 'export const a: string = "x";\n'.repeat(99) }));
  for (const [target, expected] of [
    ['a.tgz', 0],
    ['leak.tgz', 1],
    ['cut.tgz', 2],
  ] as const) {
    const line = `set -o pipefail; "$0" "$1" check ${target} --format json | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout } = spawnSync('bash', ['-c', line, process.execPath, CLI], { cwd, env, encoding: 'utf8' });
    assert.equal(Number(stdout.trim()), expected, target);
  }
});

test('a report that cannot be given is no pass; where nobody wants one the verdict is the status', {
  skip,
}, (t) => {
  const here = room(t);
  writeFileSync(join(here.cwd, 'leak.tgz'), packed({ 'a.js': 'export const a: string = "x";\n'.repeat(99) }));
  for (const [target, format, to, expected] of [
    ['a.tgz', 'text', '>/dev/full', 2],
    ['a.tgz', 'json', '>/dev/full', 2],
    ['a.tgz', 'text', '>&-', 0],
    ['leak.tgz', 'text', '>&-', 1],
    ['leak.tgz', 'json', '>&- 2>&-', 1],
    ['cut.tgz', 'text', '2>/dev/full', 2],
    ['cut.tgz', 'text', '2>&-', 2],
  ] as const) {
    const line = `"$0" "$1" check ${target} --format ${format} ${to}`;
    const { status } = spawnSync('bash', ['-c', line, process.execPath, CLI], here);
    assert.equal(status, expected, `${target} ${format} ${to}`);
  }
  assert.deepEqual(readdirSync(here.temporary), []);
});

test('what a shell hands over as an open file is read, or refused, and nothing waits', { skip }, (t) => {
  const here = room(t);
  for (const [line, expected] of [
    ['"$0" "$1" check /dev/stdin < a.tgz', 0],
    ['cat a.tgz | "$0" "$1" check /dev/stdin', 2],
    // Who waits for it is ended with another status. Nobody here waits until it sleeps no more.
    ['timeout 20 "$0" "$1" check /dev/stdin < <(exec sleep 25 2>&-)', 2],
    ['"$0" "$1" check <(cat a.tgz)', 2],
    ['"$0" "$1" check -', 2],
    ['"$0" "$1" check a.tgz --config <(echo preset: open)', 2],
  ] as const) {
    const { status, stderr } = spawnSync('bash', ['-c', line, process.execPath, CLI], {
      ...here,
      encoding: 'utf8',
    });
    assert.equal(status, expected, `${line}: ${stderr}`);
  }
});

test('a script that says nothing for too long is ended, with all it started', { skip }, (t) => {
  const scripts = { prepack: 'sleep 50 & echo $! > pid; sleep 51' };
  const here = room(t, {
    'app/package.json': { name: 'app', version: '1.0.0', scripts },
    'packgate.yml': 'limits: { packWait: 2s }\n',
  });
  assert.match(refused('app', here), /npm pack said nothing for 2 s and was ended; .*limits\.packWait/);
  assert.deepEqual(readdirSync(here.temporary), []);
});

test('a folder that is deleted under the run is told in one line', { skip }, (t) => {
  const { env } = room(t);
  const gone = makeFolder(t);
  for (const words of ['check a.tgz', 'check', 'explain', '--version']) {
    const line = `mkdir -p "$2" && cd "$2" && rmdir "$2" && "$0" "$1" ${words}`;
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', line, process.execPath, CLI, join(gone, 'x')],
      {
        env,
        encoding: 'utf8',
      },
    );
    assert.deepEqual([status, stdout], [2, ''], words);
    assert.match(stderr, /^packgate: the folder that packgate was started in is gone[^\n]*\n$/, words);
  }
});

test('an engine that is too old is told in one line', (t) => {
  const { cwd, env } = room(t);
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const oldest = Number(/^>=(\d+)$/.exec(engines.node)?.[1]);
  const start = (version: string) => {
    const before = join(cwd, 'before.cjs');
    writeFileSync(before, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
    return spawnSync(process.execPath, ['-r', before, CLI, '--version'], { cwd, env, encoding: 'utf8' });
  };
  const { status, stdout, stderr } = start(`${oldest - 1}.9.9`);
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(
    stderr,
    new RegExp(`^packgate: Node ${oldest} or later is needed, and this is ${oldest - 1}\\.9\\.9[^\n]*\n$`),
  );
  assert.equal(start(`${oldest}.0.0`).status, 0);
});

test('with few addresses to give, WebAssembly is done without', { skip }, (t) => {
  const { cwd, env } = room(t);
  writeFileSync(join(cwd, 'leak.tgz'), packed({ 'a.js': 'export const a: string = "x";\n'.repeat(99) }));
  for (const [target, expected] of [
    ['a.tgz', 0],
    ['leak.tgz', 1],
  ] as const) {
    const line = `ulimit -c 0; ulimit -v 3000000; "$0" "$1" check ${target}`;
    const { status, stderr } = spawnSync('bash', ['-c', line, process.execPath, CLI], {
      cwd,
      env,
      encoding: 'utf8',
    });
    assert.deepEqual([status, stderr], [expected, ''], target);
  }
});

test('outputs that the runner cannot take are told, and no pass', { skip }, (t) => {
  const { cwd, env } = room(t);
  for (const output of ['/dev/full', join(cwd, 'missing')]) {
    const given = { ...env, GITHUB_WORKSPACE: cwd, GITHUB_OUTPUT: output, INPUT_TARGET: 'a.tgz' };
    const { status, stdout } = spawnSync(process.execPath, [ACTION], { cwd, env: given, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stdout, /^::error::the outputs of this step cannot be written: [^\n]+\n$/);
  }
});
