import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FORMATS } from '../../src/commands/arguments.ts';
import { PackgateError } from '../../src/errors.ts';
import { renderJson } from '../../src/report/json.ts';
import { makeFolder } from '../folders.ts';
import { broken, clean, incident, notLookedInto, runOf } from '../report/runs.ts';
import { parseReport } from '../report-schema.ts';
import { packgate } from './command-line.ts';

const CONFIG_ERROR = new PackgateError('config', 'packgate.yml: no such file', { help: 'Make one.' });

test('options land where they belong', async () => {
  assert.deepEqual((await packgate('check')).asked, {
    targets: ['.'],
    allow: [],
    failOn: 'error',
    ignoreScripts: false,
  });
  const line =
    'check a.tgz b --config c.yml --preset open --allow x --allow=y --fail-on note --ignore-scripts --keep k';
  assert.deepEqual((await packgate(line)).asked, {
    targets: ['a.tgz', 'b'],
    config: 'c.yml',
    preset: 'open',
    allow: ['x', 'y'],
    failOn: 'note',
    ignoreScripts: true,
    keep: 'k',
  });
  assert.equal((await packgate('--fail-on warning check')).asked?.failOn, 'warning');
  assert.deepEqual((await packgate('check --shard 2/4')).asked?.shard, { index: 2, of: 4 });
});

test('the status is the verdict', async () => {
  for (const [finds, status] of [
    [runOf(clean), 0],
    [runOf(notLookedInto), 0],
    [runOf(incident), 1],
    [runOf(clean, incident), 1],
    [runOf(broken), 2],
    [runOf(clean, broken), 2],
    [runOf(incident, broken), 2],
    [{ outcome: 'pass', packages: [], failOn: 'error' }, 2],
    [{ outcome: 'pass', packages: [clean, broken], failOn: 'error' }, 2],
  ] as const) {
    for (const format of FORMATS) {
      assert.equal((await packgate(`check --format ${format}`, { finds })).status, status);
    }
  }
});

test('machine formats print nothing but themselves, and why a target was not inspected goes to standard error', async () => {
  const { stdout, stderr } = await packgate('check --format json', {
    finds: runOf(clean, broken),
    tty: false,
  });
  assert.equal(stdout, renderJson(runOf(clean, broken)));
  assert.equal(stderr, `packgate: ${broken.error.message}. ${broken.error.help}\n`);
});

test('text: when nothing was inspected the one line is on standard error', async () => {
  const { stdout, stderr } = await packgate('check', { finds: runOf(broken) });
  assert.equal(stdout, '');
  assert.equal(stderr.split('\n').length, 2);
});

test('an error before any target was read is a report as well', async () => {
  const { status, stdout, stderr } = await packgate('check x.tgz --format json', { finds: CONFIG_ERROR });
  const report = parseReport(stdout);
  assert.deepEqual(
    [status, report.verdict, report.target, report.error.code],
    [2, 'error', 'x.tgz', 'config'],
  );
  assert.equal(stderr, 'packgate: packgate.yml: no such file. Make one.\n');
  const bug = await packgate('check x.tgz --format json', { finds: new TypeError('oops') });
  assert.equal(parseReport(bug.stdout).error.code, 'bug');
});

test('colour and progress go to a terminal only', async () => {
  const piped = await packgate('check', { finds: runOf(incident) });
  assert.doesNotMatch(piped.stdout, /\u001b/);
  assert.equal(piped.stderr, '');
  const terminal = await packgate('check', { finds: runOf(incident), tty: true });
  assert.match(terminal.stdout, /\u001b\[31m/);
  assert.equal(terminal.stderr, 'packing with npm 11.0.0\\n::error::x\n');
  for (const [line, env] of [
    ['check --no-color', {}],
    ['check', { NO_COLOR: '1' }],
    ['check', { TERM: 'dumb' }],
    ['check --format json', {}],
    ['check --format sarif', {}],
    ['check --format markdown', {}],
  ] as const) {
    assert.doesNotMatch(
      (await packgate(line, { finds: runOf(incident), tty: true, env })).stdout,
      /\u001b/,
      line,
    );
  }
});

test('text is as wide as the terminal', async () => {
  const { stdout } = await packgate('check', {
    finds: runOf(incident),
    tty: true,
    columns: 60,
    env: { NO_COLOR: '1' },
  });
  assert.match(stdout, /\n {2}Fix: .{1,53}\n {7}\S/);
});

test('quiet says nothing of a pass, and all of a stop', async () => {
  assert.deepEqual(
    await packgate('check --quiet', { tty: true }).then(({ stdout, stderr }) => stdout + stderr),
    '',
  );
  assert.match((await packgate('check --quiet', { finds: runOf(incident) })).stdout, /^FAIL/);
  assert.match((await packgate('check --quiet', { finds: runOf(notLookedInto) })).stdout, /not looked into/);
  assert.equal((await packgate('check --quiet --format json')).stdout, renderJson(runOf(clean)));
});

test('--output writes the report to a file; text leaves one line on standard output', async (t) => {
  const cwd = makeFolder(t);
  const json = await packgate('check --format json --output deep/report.json', {
    cwd,
    finds: runOf(incident),
    tty: true,
  });
  assert.deepEqual([json.status, json.stdout], [1, '']);
  assert.equal(readFileSync(join(cwd, 'deep/report.json'), 'utf8'), renderJson(runOf(incident)));
  const text = await packgate('check --output report.txt', { cwd, finds: runOf(incident), tty: true });
  assert.equal(text.stdout, 'FAIL  @acme/cli@2.1.88 may not ship: it exposes 1,902 original source files\n');
  assert.doesNotMatch(readFileSync(join(cwd, 'report.txt'), 'utf8'), /\u001b/);
  const quiet = await packgate('check --quiet --output report.txt', { cwd });
  assert.deepEqual([quiet.status, quiet.stdout], [0, '']);
  assert.deepEqual(readdirSync(cwd).sort(), ['deep', 'report.txt']);
});

test('--output leaves no old verdict behind', async (t) => {
  const cwd = makeFolder(t);
  await packgate('check --format json --output report.json', { cwd });
  await packgate('check --format json --output report.json', { cwd, finds: CONFIG_ERROR });
  assert.equal(parseReport(readFileSync(join(cwd, 'report.json'), 'utf8')).verdict, 'error');
});

test('--output overwrites a report of any format and what is called like one, and in the working folder nothing else', async (t) => {
  const cwd = makeFolder(t, {
    'work/src/index.js': 'export const a = 1;',
    'work/empty.js': '',
    'work/old.json': 'old',
    'work/old': 'old',
    'log.md': 'step 1',
  });
  const work = join(cwd, 'work');
  for (const before of FORMATS) {
    for (const format of FORMATS) {
      const file = `${before}-${format}`;
      await packgate(`check --format ${before} --output ${file}`, { cwd: work, finds: runOf(incident) });
      const { status, stderr } = await packgate(`check --format ${format} --output ${file}`, { cwd: work });
      assert.deepEqual([status, stderr], [0, ''], file);
    }
  }
  for (const file of ['empty.js', 'old.json', 'old', '../log.md', 'new.txt']) {
    assert.equal((await packgate(`check --output ${file}`, { cwd: work })).status, 0, file);
  }
  const slip = await packgate('check --output src/index.js', { cwd: work });
  assert.deepEqual([slip.status, slip.stdout, slip.asked], [2, '', undefined]);
  assert.equal(
    slip.stderr,
    'packgate: src/index.js: holds no report, and one would overwrite it; name another file, or remove this one\n',
  );
  assert.equal(readFileSync(join(work, 'src/index.js'), 'utf8'), 'export const a = 1;');
});

test('a wrong command line leaves no report of an earlier run, and touches nothing else', async (t) => {
  const cwd = makeFolder(t, { 'index.js': 'FAILED = 1;' });
  for (const line of [
    'check --output report --fial-on note',
    'check --output=report --fail-on',
    'check --nope --output report',
    'check --output report --shard 9/4',
    'check --output report --receipt report',
    '--output report check --nope',
    'merge shards --nope --output report',
  ]) {
    for (const format of FORMATS) {
      await packgate(`check --format ${format} --output report`, { cwd });
      const { status, stderr } = await packgate(line, { cwd });
      assert.deepEqual([status, stderr.split('\n').length, readdirSync(cwd)], [2, 2, ['index.js']], line);
    }
  }
  await packgate('check --format json --output report', { cwd });
  for (const line of [
    'check --output index.js --nope',
    'check --nope --outptu report',
    'check --nope -- --output report',
    'merge report --output report',
    'merge report --nope --output report',
    'merge . --nope --output report',
    'check report --output report',
    'chekc --output report',
  ]) {
    assert.equal((await packgate(line, { cwd })).status, 2);
    assert.deepEqual(readdirSync(cwd).sort(), ['index.js', 'report'], line);
  }
});

test('--output through a link replaces what the link points to', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'real.json'), 'old');
  symlinkSync('real.json', join(cwd, 'link.json'));
  await packgate('check --format json --output link.json', { cwd });
  assert.equal(readFileSync(join(cwd, 'real.json'), 'utf8'), renderJson(runOf(clean)));
});

test('--output through a link overwrites no source file', async (t) => {
  const cwd = makeFolder(t, { 'src/index.ts': 'export const a = 1;' });
  symlinkSync('src/index.ts', join(cwd, 'link.json'));
  const { status, stderr } = await packgate('check --output link.json', { cwd });
  assert.equal(status, 2);
  assert.match(stderr, /^packgate: link\.json: holds no report/);
  assert.equal(readFileSync(join(cwd, 'src/index.ts'), 'utf8'), 'export const a = 1;');
});

test('--output refuses what is no file, in one line and never as a pass', async (t) => {
  const cwd = makeFolder(t);
  mkdirSync(join(cwd, 'folder'));
  writeFileSync(join(cwd, 'file'), '');
  execFileSync('mkfifo', [join(cwd, 'pipe')]);
  for (const output of ['folder', 'pipe', '/dev/null', 'file/below']) {
    const { status, stdout, stderr } = await packgate(['check', '--output', output], { cwd });
    assert.deepEqual([status, stdout, stderr.split('\n').length], [2, '', 2], output);
    assert.match(stderr, /^packgate: the report cannot be written/);
  }
  const target = await packgate('check ./file --output file', { cwd });
  assert.deepEqual([target.status, target.asked], [2, undefined]);
  assert.match(target.stderr, /would overwrite/);
});

test('--print-config prints what applies, for each package of the run and each that the config names, and checks nothing', async (t) => {
  const cwd = makeFolder(t);
  const config =
    'allow: [a]\nrules: { source-map/file: warning }\npackages: { "@acme/cli": { allow: [b], preset: open } }\n';
  writeFileSync(join(cwd, 'packgate.yml'), config);
  const { status, stdout, stderr, asked } = await packgate('check --print-config --allow c', { cwd });
  assert.deepEqual([status, stderr, asked], [0, '', undefined]);
  assert.match(
    stdout,
    /preset: closed .*- "a" .*- "c" .*# option allow.*source-map\/file: warning .*# package: @acme\/cli, not in this run\n.*preset: open .*- "b"/s,
  );
  const member = (name: string) => {
    mkdirSync(join(cwd, name), { recursive: true });
    writeFileSync(
      join(cwd, name, 'package.json'),
      JSON.stringify({ name: `@acme/${name}`, version: '1.0.0' }),
    );
  };
  for (const name of ['cli', 'core', 'web']) member(name);
  writeFileSync(join(cwd, 'package.json'), '{"private":true,"workspaces":["cli","core","web"]}');
  writeFileSync(join(cwd, 'packgate.yml'), config);
  const { stdout: all } = await packgate('check --print-config --fail-on note', { cwd });
  // Those to which the same applies share a document.
  assert.match(
    all,
    /^# package: @acme\/cli \(cli\)\n# config.*# fails on: note .*# --fail-on\n.*---\n# package: @acme\/core \(core\)\n# package: @acme\/web \(web\)\n# config/s,
  );
  const { stdout: one } = await packgate('check ./core --print-config', { cwd });
  assert.match(one, /^# package: @acme\/core \(\.\/core\)\n.*---\n# package: @acme\/cli, not in this run\n/s);
  writeFileSync(join(cwd, 'packgate.yml'), 'alow: []\n');
  const wrong = await packgate('check --print-config', { cwd });
  assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
  assert.match(wrong.stderr, /^packgate: packgate\.yml:1:1: .*`allow`.*\n$/);
});

test('--print-config refuses what it would leave undone, and takes what changes nothing', async (t) => {
  const cwd = makeFolder(t);
  for (const [option, status] of [
    ['--format json', 2],
    ['--output a.yml', 2],
    ['--receipt a.jsonl', 2],
    ['--format text', 0],
    ['--quiet', 0],
  ] as const) {
    const result = await packgate(`check ./a.tgz --print-config ${option}`, { cwd });
    assert.equal(result.status, status, option);
    assert.equal(/has no part in it/.test(result.stderr), status === 2, option);
  }
});

test('a report that cannot be written leaves no receipt', async (t) => {
  const cwd = makeFolder(t);
  mkdirSync(join(cwd, 'folder'));
  const failed = await packgate('check --receipt r.jsonl --output folder', { cwd });
  assert.deepEqual([failed.status, existsSync(join(cwd, 'r.jsonl'))], [2, false]);
  const passed = await packgate('check --receipt r.jsonl --output report.txt', { cwd });
  assert.deepEqual([passed.status, existsSync(join(cwd, 'r.jsonl'))], [0, true]);
});
