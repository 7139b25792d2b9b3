import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { BrokenChain, type ChainedRecord } from '../../src/proof/audit-chain.ts';
import { appendRecord, readLog } from '../../src/proof/audit-log.ts';
import { auditRecord } from '../../src/proof/audit-record.ts';
import { createTally } from '../../src/proof/near-misses.ts';
import { makeFolder } from '../folders.ts';
import { Random } from '../replicas/random.ts';
import { broken, clean, hostile, incident, many, RUNS, runOf, verdict } from '../report/runs.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const record = (run = runOf(clean)) => auditRecord(run, { packgateVersion: '0.1.0', now: NOW });

async function read(file: string): Promise<ChainedRecord[]> {
  const records = [];
  for await (const one of readLog(file)) records.push(one);
  return records;
}

/** What is wrong with the log, or undefined. */
async function problemOf(file: string): Promise<string | undefined> {
  return read(file).then(
    () => undefined,
    (error) => {
      if (error instanceof BrokenChain) return error.message;
      throw error;
    },
  );
}

/** A log with a record of every kind of run, hostile names included. */
async function makeLog(
  t: TestContext,
): Promise<{ readonly file: string; readonly hashes: readonly string[] }> {
  const file = join(makeFolder(t), 'audit.jsonl');
  const hashes = [];
  for (const run of Object.values(RUNS)) hashes.push((await appendRecord(file, record(run))).hash);
  return { file, hashes };
}

test('a record is chained to the one before it, and each append gives the head', async (t) => {
  const { file, hashes } = await makeLog(t);
  const records = await read(file);
  assert.deepEqual(
    records.map(({ hash }) => hash),
    hashes,
  );
  assert.deepEqual(
    records.map(({ sequence }) => sequence),
    hashes.map((_, index) => index + 1),
  );
  assert.equal(records[0]?.previous, '0'.repeat(64));
  assert.deepEqual(
    records.slice(1).map(({ previous }) => previous),
    hashes.slice(0, -1),
  );
  assert.deepEqual(readdirSync(join(file, '..')), ['audit.jsonl']);
});

test('a record says what, which bytes, by which policy, and why; nothing of it is a command to a log', async (t) => {
  const waived = { reason: 'vendored', owner: '@acme/release', expires: '2027-01-31' };
  const findings = [...incident.findings, ...[1, 2].map(() => ({ ...incident.findings[0]!, waived }))];
  const file = join(makeFolder(t), 'new/folder/audit.jsonl');
  await appendRecord(file, record(runOf({ ...incident, findings }, broken)));
  await appendRecord(file, record(runOf(hostile)));
  const [first] = await read(file);
  assert.deepEqual(
    [first?.outcome, first?.packgate, first?.time, first?.failOn],
    ['error', '0.1.0', '2026-11-21T12:00:00.000Z', 'error'],
  );
  assert.deepEqual(first?.packages, [
    {
      outcome: 'fail',
      target: './acme-cli-2.1.88.tgz',
      name: '@acme/cli',
      version: '2.1.88',
      integrity: incident.package.integrity,
      sha256: incident.package.sha256,
      policy: incident.policy,
      counts: { error: 1, warning: 1, note: 1, waived: 2 },
      uninspected: 0,
      stoppedBy: [{ rule: 'source-map/file', findings: 1 }],
      exposes: { sources: 1902, lines: 512_311 },
      waivers: [{ rule: 'source-map/file', ...waived, findings: 2 }],
    },
    { outcome: 'error', target: broken.target, code: 'archive', message: broken.error.message },
  ]);
  assert.doesNotMatch(readFileSync(file, 'utf8'), /[\u001b\u202e\r]|##\[/);
});

test('jq and sha256sum come to the same hash', {
  skip: spawnSync('jq', ['--version']).status !== 0,
}, async (t) => {
  const file = join(makeFolder(t), 'audit.jsonl');
  const { hash } = await appendRecord(file, record(runOf(incident)));
  const { stdout } = spawnSync('jq', ['-cSj', 'del(.hash)', file]);
  assert.equal(createHash('sha256').update(stdout).digest('hex'), hash);
});

test('every random edit, swap, repetition, insertion and cut inside is found; what is cut from the end is a shorter log', async (t) => {
  const { file, hashes } = await makeLog(t);
  const whole = readFileSync(file);
  const lines = whole.toString().split('\n').slice(0, -1);
  assert.equal(await problemOf(file), undefined);
  const random = new Random(7);
  const below = (limit: number) => random.below(limit);
  const joined = (parts: readonly string[]) => Buffer.from(parts.map((part) => `${part}\n`).join(''));
  const changes: Readonly<Record<string, () => Buffer>> = {
    'a bit': () => {
      const bytes = Buffer.from(whole);
      bytes[below(bytes.length)]! ^= 1 << below(8);
      return bytes;
    },
    'a byte put in': () => {
      const at = below(whole.length + 1);
      return Buffer.concat([whole.subarray(0, at), Buffer.from([below(256)]), whole.subarray(at)]);
    },
    'bytes cut out': () => {
      const from = below(whole.length - 1);
      // All up to the end of a line would be a cut from the end.
      const to = Math.min(whole.length - 1, from + 1 + below(400));
      return Buffer.concat([whole.subarray(0, from), whole.subarray(to)]);
    },
    'a line cut out': () => joined(lines.toSpliced(below(lines.length - 1), 1)),
    'two lines swapped': () => {
      const [one, other] = [below(lines.length), below(lines.length)];
      const swapped = lines.with(one, lines[other]!).with(other, lines[one]!);
      return joined(swapped);
    },
    'a line repeated': () => joined(lines.toSpliced(below(lines.length + 1), 0, lines[below(lines.length)]!)),
    'another spelling': () => {
      const at = below(lines.length);
      return joined(lines.with(at, JSON.stringify(JSON.parse(lines[at]!), null, below(2))));
    },
    'an edit with a hash of its own': () => {
      const at = below(lines.length - 1);
      const { hash: _, ...content } = JSON.parse(lines[at]!);
      const edited = { ...content, outcome: content.outcome === 'pass' ? 'fail' : 'pass' };
      const sorted = JSON.stringify(edited, (_key, value) =>
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort())
          : value,
      );
      const hash = createHash('sha256').update(sorted).digest('hex');
      return joined(lines.with(at, sorted.replace(/,"outcome":/, `,"hash":"${hash}","outcome":`)));
    },
  };
  const found: Record<string, number> = {};
  for (let round = 0; round < 1500; round++) {
    const [name, change] = Object.entries(changes)[round % Object.keys(changes).length]!;
    const bytes = change();
    if (bytes.equals(whole)) continue;
    writeFileSync(file, bytes);
    const problem = await problemOf(file);
    assert.match(problem ?? 'nothing found', /^line \d+ /, `${name} in round ${round}`);
    found[name] = (found[name] ?? 0) + 1;
  }
  for (const name of Object.keys(changes)) assert.ok((found[name] ?? 0) > 50, `${name}: ${found[name]}`);
  // Without the head a log that was cut between two records is as good as one that was never longer.
  for (let kept = 1; kept <= lines.length; kept++) {
    writeFileSync(file, joined(lines.slice(0, kept)));
    assert.equal(await problemOf(file), undefined);
    assert.equal((await read(file)).at(-1)?.hash, hashes[kept - 1]);
  }
});

test('the line of the first change is told, and what happened there', async (t) => {
  const { file } = await makeLog(t);
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  for (const [changed, problem] of [
    [
      lines.with(2, lines[2]!.replace('"error"', '"note"')),
      'line 3 was changed: its content does not have its hash',
    ],
    [lines.toSpliced(2, 1), 'line 3 does not follow line 2: records were taken out, put in or moved there'],
    [lines.slice(1), 'line 1 is not the first record of a log: what stood before it is missing'],
    [lines.with(1, ''), 'line 2 was changed: it is no record'],
    [
      lines.map((line) => `${line}\r`),
      'line 1 was changed: its end is the one of Windows, so that something rewrote the file',
    ],
    [lines.with(0, `\ufeff${lines[0]}`), 'line 1 was changed: it is no record'],
    [
      lines.with(1, lines[1]!.replace('"outcome":', '"outcome":"fail","outcome":')),
      'line 2 was changed: it is not written as packgate writes a record',
    ],
    [lines.with(1, '[]'), 'line 2 was changed: its content does not have its hash'],
  ] as const) {
    writeFileSync(file, `${changed.join('\n')}\n`);
    assert.equal(await problemOf(file), problem);
  }
  writeFileSync(file, lines.join('\n'));
  assert.equal(await problemOf(file), `line ${lines.length} was cut: the log ends in the middle of a record`);
});

// Six processes of half a second each: about 4 s on two cores.
test('processes that write at once lose nothing and break nothing', async (t) => {
  const file = join(makeFolder(t), 'audit.jsonl');
  const writers = ['a', 'b', 'c', 'd', 'e', 'f'];
  const each = 25;
  const ended = writers.map(async (name) => {
    const args = ['--import', 'tsx', '__tests__/proof/audit-writer.ts', file, name, String(each)];
    const [status] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
    return status;
  });
  assert.deepEqual(
    await Promise.all(ended),
    writers.map(() => 0),
  );
  const records = await read(file);
  assert.equal(records.length, writers.length * each);
  for (const name of writers) assert.equal(records.filter(({ packgate }) => packgate === name).length, each);
  assert.deepEqual(readdirSync(join(file, '..')), ['audit.jsonl']);
});

test('within one process, too', async (t) => {
  const file = join(makeFolder(t), 'audit.jsonl');
  const links = await Promise.all(Array.from({ length: 20 }, () => appendRecord(file, record())));
  assert.equal(new Set(links.map(({ hash }) => hash)).size, 20);
  assert.equal((await read(file)).length, 20);
});

test('nothing is added to what does not end in a whole record, and it is left as it is', async (t) => {
  const { file } = await makeLog(t);
  const whole = readFileSync(file);
  const last = whole.subarray(0, -1).lastIndexOf('\n') + 1;
  for (const [what, bytes] of Object.entries({
    'cut in the middle': whole.subarray(0, whole.length - 20),
    'without its end': whole.subarray(0, -1),
    'with an empty line': Buffer.concat([whole, Buffer.from('\n')]),
    'with a changed end': Buffer.concat([
      whole.subarray(0, last),
      Buffer.from(whole.subarray(last).toString().replace('0.1.0', '0.1.1')),
    ]),
    'of another kind': Buffer.from('# notes\n'),
    'of a tarball': Buffer.from([0x1f, 0x8b, 8, 0, 10]),
  })) {
    writeFileSync(file, bytes);
    await assert.rejects(
      appendRecord(file, record()),
      { code: 'output', message: /no audit record could be written: its end is damaged/ },
      what,
    );
    assert.deepEqual(readFileSync(file), bytes, what);
    assert.ok(!existsSync(`${file}.lock`), what);
  }
});

test('records larger than what is read at once are found whole', async (t) => {
  const file = join(makeFolder(t), 'audit.jsonl');
  const packages = Array.from({ length: 2000 }, (_, index) =>
    verdict({ package: { ...clean.package, name: `package-${index}` } }),
  );
  for (let index = 0; index < 3; index++) await appendRecord(file, record(runOf(...packages)));
  assert.ok(statSync(file).size > 3 * 600_000, `${statSync(file).size}`);
  await appendRecord(file, record());
  assert.equal((await read(file)).length, 4);
});

test('a place that cannot be written to is an expected error', async (t) => {
  const folder = makeFolder(t, { file: 'x' });
  const rejects = (file: string, message: RegExp) =>
    assert.rejects(appendRecord(join(folder, file), record(), 200), { code: 'output', message });
  await rejects('.', /no ordinary file/);
  await rejects('file/audit.jsonl', /ENOTDIR|EEXIST/);
  if (process.platform !== 'win32' && process.getuid?.() !== 0) {
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0o500);
    await rejects('closed/audit.jsonl', /cannot be made \(EACCES\)/);
    chmodSync(join(folder, 'closed'), 0o700);
  }
  assert.deepEqual(readFileSync(join(folder, 'file'), 'utf8'), 'x');
});

test('two names of one log are one log', { skip: process.platform === 'win32' }, async (t) => {
  const { file } = await makeLog(t);
  const link = join(file, '..', 'link.jsonl');
  symlinkSync('audit.jsonl', link);
  const before = (await read(file)).length;
  await Promise.all([appendRecord(file, record()), appendRecord(link, record())]);
  assert.equal((await read(file)).length, before + 2);
});

test('a lock that somebody holds is waited for, then told', async (t) => {
  const file = join(makeFolder(t), 'audit.jsonl');
  const hold = (pid: number, host: string) =>
    writeFileSync(`${file}.lock`, JSON.stringify({ id: 'x', host, pid }));
  hold(process.pid, hostname());
  await assert.rejects(appendRecord(file, record(), 100), {
    code: 'output',
    message: new RegExp(`the lock .* is held by process ${process.pid} on `),
  });
  const waiting = appendRecord(file, record(), 60_000);
  setTimeout(() => truncateSync(`${file}.lock`, 0), 50);
  setTimeout(
    () => spawnSync(process.execPath, ['-e', `require('fs').rmSync(${JSON.stringify(`${file}.lock`)})`]),
    100,
  );
  assert.equal((await waiting).sequence, 1);
});

test('a lock that a killed process left behind is taken over, by one of many', async (t) => {
  const file = join(makeFolder(t), 'audit.jsonl');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const old = new Date(Date.now() - 60_000);
  const leave = (host: string, time: Date) => {
    writeFileSync(`${file}.lock`, JSON.stringify({ id: 'left', host, pid }));
    utimesSync(`${file}.lock`, time, time);
  };
  leave(hostname(), old);
  await Promise.all(Array.from({ length: 8 }, () => appendRecord(file, record(), 60_000)));
  assert.equal((await read(file)).length, 8);
  assert.deepEqual(readdirSync(join(file, '..')), ['audit.jsonl']);
  // Of another machine's process nothing is known, and one that was made just now may be anybody's.
  for (const [host, time] of [
    ['elsewhere', old],
    [hostname(), new Date()],
  ] as const) {
    leave(host, time);
    await assert.rejects(appendRecord(file, record(), 100), { code: 'output' });
  }
});

test('a newer packgate’s record is neither followed nor judged', async (t) => {
  const { file } = await makeLog(t);
  const content = { newer: 'form', previous: '0'.repeat(64), schemaVersion: 2, sequence: 1 };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  writeFileSync(file, `${JSON.stringify({ hash, ...content })}\n`);
  await assert.rejects(read(file), { kind: 'unknown' });
  await assert.rejects(appendRecord(file, record()), {
    code: 'output',
    message: /a newer packgate wrote to it/,
  });
  appendFileSync(file, 'x');
  await assert.rejects(appendRecord(file, record()), { code: 'output', message: /its end is damaged/ });
});

test('near misses are packages, by cause, and name nobody', async (t) => {
  const file = join(makeFolder(t), 'audit.jsonl');
  const other = { ...many, package: { ...many.package, integrity: 'sha512-other' } };
  for (const run of [runOf(clean), runOf(incident), runOf(incident), runOf(other, clean), runOf(broken)]) {
    await appendRecord(file, record(run));
  }
  const tally = createTally();
  for (const one of await read(file)) tally.add(one);
  const summary = tally.summary();
  assert.deepEqual(summary, {
    records: 5,
    from: NOW.toISOString(),
    to: NOW.toISOString(),
    outcomes: { pass: 1, fail: 3, error: 1 },
    nearMisses: 2,
    exposed: { sources: 1902 + 17, lines: 512_311 + 1690 },
    causes: [
      { rule: 'source-map/file', packages: 2 },
      { rule: 'allowlist/unlisted', packages: 1 },
      { rule: 'unminified/source', packages: 1 },
    ],
    waived: 1,
  });
  assert.doesNotMatch(JSON.stringify(summary), /@acme\/release/);
});
