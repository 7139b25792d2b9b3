import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PackgateError } from '../../src/errors.ts';
import { VERSION } from '../../src/version.ts';
import { makeFolder } from '../folders.ts';
import { packgate } from './command-line.ts';

test('no command: the help, and no pass', async () => {
  const { status, stdout, stderr } = await packgate('');
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /packgate check \[target\.\.\.\]/);
});

test('help and version are asked for', async () => {
  for (const [line, shown] of [
    ['verify --help', /--receipt <file>/],
    ['merge --help', /a shard is lost,/],
    ['audit verify x --help', /--head <hash>/],
    ['--help', /packgate explain <rule>/],
    ['-h', /packgate explain <rule>/],
    ['check --help', /--fail-on error\|warning\|note/],
    ['explain --help', /packgate explain <rule>/],
    ['--version', new RegExp(`^${VERSION}\n$`)],
    ['check . -v', new RegExp(`^${VERSION}\n$`)],
  ] as const) {
    const { status, stdout, stderr, asked } = await packgate(line);
    assert.deepEqual([status, stderr, asked], [0, '', undefined], line);
    assert.match(stdout, shown, line);
  }
});

test('help fits 100 columns', async () => {
  for (const line of [
    '--help',
    'check --help',
    'init --help',
    'explain --help',
    'verify --help',
    'merge --help',
    'audit --help',
  ]) {
    for (const text of (await packgate(line)).stdout.split('\n')) assert.ok(text.length <= 100, text);
  }
});

const MISTAKES: readonly (readonly [line: string, stderr: string])[] = [
  ['chekc x.tgz', 'packgate: no command is called "chekc". Did you mean "check"?\n'],
  ['inti', 'packgate: no command is called "inti". Did you mean "init"?\n'],
  ['init --format json', 'packgate: unknown option "--format"; packgate init --help lists what there is.\n'],
  [
    'run.test.ts',
    'packgate: no command is called "run.test.ts". To inspect it: packgate check run.test.ts\n',
  ],
  [
    'npm:left-pad@1',
    'packgate: no command is called "npm:left-pad@1". To inspect it: packgate check npm:left-pad@1\n',
  ],
  ['check --fromat json', 'packgate: unknown option "--fromat". Did you mean "--format"?\n'],
  ['check -x', 'packgate: unknown option "-x"; packgate check --help lists what there is.\n'],
  [
    'check --__proto__',
    'packgate: unknown option "--__proto__"; packgate check --help lists what there is.\n',
  ],
  [
    'explain sourcemap',
    'packgate: no rule or family is called "sourcemap", and there is no such file. Did you mean "source-map"?\n',
  ],
  ['check --no-colour', 'packgate: unknown option "--no-colour". Did you mean "--no-color"?\n'],
  [
    'check --format yaml',
    'packgate: "--format" is text, json, sarif or markdown, not "yaml". Write --format text|json|sarif|markdown.\n',
  ],
  [
    'check --format=jsn',
    'packgate: "--format" is text, json, sarif or markdown, not "jsn". Did you mean "json"?\n',
  ],
  [
    'check --fail-on waning',
    'packgate: "--fail-on" is error, warning or note, not "waning". Did you mean "warning"?\n',
  ],
  ['check --config', 'packgate: "--config" needs a value. Write --config <file>.\n'],
  ['check --config --quiet', 'packgate: "--config" needs a value. Write --config <file>.\n'],
  ['check --config=', 'packgate: "--config" needs a value. Write --config <file>.\n'],
  ['check --quiet=yes', 'packgate: "--quiet" takes no value, but was given "yes". Write --quiet alone.\n'],
  [
    'explain --format json',
    'packgate: unknown option "--format"; packgate explain --help lists what there is.\n',
  ],
  [
    'check --max-age 3d',
    'packgate: unknown option "--max-age"; packgate check --help lists what there is.\n',
  ],
  [
    'verify',
    'packgate: packgate verify needs a target. Name a tarball, a folder of tarballs, a publish plan or npm:<name>@<version>.\n',
  ],
  [
    'verify a.tgz',
    'packgate: packgate verify needs --receipt <file>. It is what "packgate check --receipt <file>" wrote.\n',
  ],
  [
    'verify a.tgz --receipt r --max-age 30',
    'packgate: "--max-age" is a time, not "30". Write 90m, 12h or 30d.\n',
  ],
  [
    'verify a.tgz --receipt r --fail-on note',
    'packgate: unknown option "--fail-on"; packgate verify --help lists what there is.\n',
  ],
  [
    'check --shard 5/4',
    'packgate: "--shard" is a part of the whole, as 2/4, not "5/4". Number the shards from 1/n to n/n, with n up to 1,000.\n',
  ],
  [
    'merge',
    'packgate: packgate merge needs the reports of all shards. Name the files that "packgate check --shard <i>/<n> --format json" wrote, or their folder.\n',
  ],
  [
    'merge a.json --fail-on note',
    'packgate: unknown option "--fail-on"; packgate merge --help lists what there is.\n',
  ],
  [
    'merge a.json --output a.json',
    'packgate: --output would overwrite "a.json", which is to be read. Name another file.\n',
  ],
  ['audit', 'packgate: packgate audit takes "verify" and one file. Write packgate audit verify <file>.\n'],
  [
    'audit verify a b',
    'packgate: packgate audit takes "verify" and one file. Write packgate audit verify <file>.\n',
  ],
  [
    'audit verify a --head 12',
    'packgate: "--head" is the hash that a run has printed, 64 hex digits, not "12". Copy it from the line that begins with "packgate: audit record".\n',
  ],
  ['--formt json', 'packgate: unknown option "--formt". Did you mean "--format"?\n'],
  ['-x', 'packgate: unknown option "-x"; packgate --help lists what there is.\n'],
  [
    'check --preset closed --quiet --preset=open',
    'packgate: "--preset" is given twice, as "closed" and as "open". Give it once.\n',
  ],
  [
    'check --fail-on note --fail-on error',
    'packgate: "--fail-on" is given twice, as "note" and as "error". Give it once.\n',
  ],
  [
    'verify a --receipt r --receipt s --max-age 1h --max-age 2h',
    'packgate: "--max-age" is given twice, as "1h" and as "2h". Give it once.\n',
  ],
  [
    'explain a b c',
    'packgate: packgate explain takes one rule, or one path and what to look in. Write packgate explain <rule>, or packgate explain <path> [target].\n',
  ],
  [
    'explain source-map/fiel',
    'packgate: no rule is called "source-map/fiel", and there is no such file. Did you mean "source-map/file"?\n',
  ],
];

for (const [line, expected] of MISTAKES) {
  test(`one line and status 2: packgate ${line}`, async () => {
    const { status, stdout, stderr, asked } = await packgate(line);
    assert.deepEqual(
      { status, stdout, stderr, asked },
      { status: 2, stdout: '', stderr: expected, asked: undefined },
    );
  });
}

test('an option that is given twice alike is given', async () => {
  const line = 'check --quiet --preset open --quiet --preset open --allow a --allow b';
  const { status, stderr, asked } = await packgate(line);
  assert.deepEqual([status, stderr, asked?.preset, asked?.allow], [0, '', 'open', ['a', 'b']]);
});

test('an empty path is told as such', async () => {
  const { status, stderr } = await packgate(['explain', '']);
  assert.equal(status, 2);
  assert.match(stderr, /^packgate: the path is empty\. Write packgate explain <rule>, or .*\n$/);
});

test('the next step after a sentence with its full stop', async () => {
  const bun = new PackgateError('pack', 'bun failed: Its script was not run.', { help: 'run "npm i"' });
  assert.equal(
    (await packgate('check', { finds: bun })).stderr,
    'packgate: bun failed: Its script was not run; run "npm i"\n',
  );
});

test('hostile words of the command line stay on one line', async () => {
  const { stderr } = await packgate(['x\n::error::y##[z]\u001b[2J']);
  assert.equal(
    stderr,
    'packgate: no command is called "x\\n::error::y#\\#[z]\\u001b[2J"; packgate --help lists what there is.\n',
  );
});

test('what follows -- is a target, whatever it looks like', async () => {
  const { asked, status } = await packgate('check -- --quiet -x');
  assert.deepEqual([asked?.targets, status], [['--quiet', '-x'], 0]);
});

test('an expected error is one line, a bug keeps its stack; neither is a pass', async () => {
  const known = await packgate('check', {
    finds: new PackgateError('config', 'packgate.yml:3:1: unknown key "alow"', {
      help: 'Did you mean "allow"?',
    }),
  });
  assert.deepEqual([known.status, known.stdout], [2, '']);
  assert.equal(known.stderr, 'packgate: packgate.yml:3:1: unknown key "alow". Did you mean "allow"?\n');
  const bug = await packgate('check', { finds: new TypeError('x is not\n::error::a function') });
  assert.deepEqual([bug.status, bug.stdout], [2, '']);
  assert.match(bug.stderr, /TypeError: x is not\n:\\:error::a function\n.* at .*\npackgate: this is a bug/s);
});

test('explain: one rule in full, or all of them', async () => {
  const one = await packgate('explain source-map/file');
  assert.equal(one.status, 0);
  for (const part of [
    'Source map file',
    'Fix: Leave the map out',
    'CWE-540, CWE-615',
    'error (closed), note (open)',
  ]) {
    assert.ok(one.stdout.includes(part), part);
  }
  const all = await packgate('explain');
  assert.equal(all.status, 0);
  assert.equal(all.stdout.split('\n').length, 6);
});

test('explain: the rules of a family, by its name or as a config writes it, unless a file is called so', async (t) => {
  for (const name of ['allowlist', 'allowlist/*', 'allowlist/']) {
    const { status, stdout } = await packgate(['explain', name]);
    assert.equal(status, 0);
    assert.match(stdout, /^allowlist\/unlisted {2}.*\nallowlist\/missing {3}.*\n$/, name);
  }
  const cwd = makeFolder(t, { 'package.json': { name: 'a', version: '1.0.0' }, allowlist: 'x' });
  assert.match(
    (await packgate('explain allowlist', { cwd, env: process.env })).stdout,
    /^allowlist is in a@1/,
  );
});

test('a file of the same name as a command is no command', async (t) => {
  const folder = makeFolder(t, { check: '' });
  assert.deepEqual((await packgate('check', { cwd: folder })).asked?.targets, ['.']);
});
