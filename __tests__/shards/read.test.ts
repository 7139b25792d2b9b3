import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PackgateError } from '../../src/errors.ts';
import type { GateRun, RunShard } from '../../src/policy/gate-run.ts';
import type { JudgedFinding, Verdict } from '../../src/policy/verdict.ts';
import { renderJson } from '../../src/report/json.ts';
import { contentDigest } from '../../src/shards/content-digest.ts';
import { readShard } from '../../src/shards/read.ts';
import { broken, clean, hostile, incident, RUNS, runOf } from '../report/runs.ts';
import { parseReport } from '../report-schema.ts';
import { NOW } from './split.ts';

const SHARD: RunShard = {
  index: 2,
  of: 3,
  targets: { count: 5, sha256: 'ab'.repeat(32) },
  policy: 'cd'.repeat(32),
  commit: '0123',
  workflowRun: '42',
  time: NOW,
  meantFor: ['@acme/cli'],
  named: [],
};
const decided = { preset: 'closed', allow: null, rules: [], waivers: [] } as const;

/** Every verdict with what a check always says of its policy. */
function shardOf({ packages, ...run }: GateRun): GateRun {
  const reports = packages.map((report) =>
    report.outcome === 'error' ? report : { ...report, policy: { ...report.policy, decided } },
  );
  const named = packages.map((_, at) => `p${at}@1.0.0`);
  return { ...run, packages: reports, shard: { ...SHARD, named } };
}

const text = (run: GateRun) => renderJson(shardOf(run));
const GOOD = text(runOf(incident, clean, broken));

/** As an artifact would be that somebody changed and gave a fresh digest. */
// biome-ignore lint/suspicious/noExplicitAny: any place in it may be changed
function edited(edit: (report: any) => void, fresh = true): string {
  const report = JSON.parse(GOOD);
  edit(report);
  if (fresh) report.shard.contentDigest = contentDigest(report);
  return JSON.stringify(report);
}

function refusal(shard: string): string {
  try {
    readShard(shard, 'a.json');
  } catch (error) {
    assert.ok(error instanceof PackgateError, String(error));
    assert.equal(error.code, 'shard');
    assert.match(error.help ?? '', /\S/);
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }
  return 'read';
}

for (const [name, run] of Object.entries(RUNS)) {
  test(`${name}: what is read is what was written, in the same bytes`, () => {
    const written = text(run);
    parseReport(written);
    assert.equal(renderJson(readShard(written, 'a.json')), written);
  });
}

test('a shard may have nothing', () => {
  const { outcome, packages } = readShard(text({ outcome: 'pass', packages: [], failOn: 'error' }), 'a.json');
  assert.deepEqual([outcome, packages], ['pass', []]);
});

test('reformatted, it is the same', () => {
  assert.equal(refusal(JSON.stringify(JSON.parse(GOOD))), 'read');
  assert.equal(refusal(`\ufeff${GOOD}`), 'read');
  assert.equal(refusal(edited(() => {})), 'read');
});

test('cut anywhere, it is none', () => {
  for (let end = 0; end < GOOD.trimEnd().length; end += 97) {
    assert.match(refusal(GOOD.slice(0, end)), /^a\.json: (?:it is empty|it is no JSON, or was cut)$/);
  }
});

for (const other of ['null', '[]', '"pass"', '{}', '{"verdict":"pass","packages":[]}', '{"shard":null}']) {
  test(`${other} is no report`, () => assert.match(refusal(other), /^a\.json: it is no report of packgate$/));
}

test('a report without a shard is refused as such, and one of nothing says why nothing was inspected', () => {
  assert.match(refusal(renderJson(runOf(clean))), /it was made without --shard$/);
  assert.match(refusal(renderJson(runOf(clean, incident))), /it was made without --shard$/);
  assert.equal(
    refusal(renderJson(runOf(broken))),
    `a.json: nothing was inspected there: ${broken.error.message}`,
  );
});

for (const version of ['0.0.1', '9.0.0', '', null, 1]) {
  test(`version ${JSON.stringify(version)} is not read`, () => {
    assert.match(
      refusal(edited((report) => Object.assign(report, { packgate: version }))),
      /^a\.json: (?:packgate .*|another version of packgate) made it, and this is \d/,
    );
  });
}

test('another schemaVersion is not read', () => {
  assert.match(
    refusal(edited((report) => Object.assign(report, { schemaVersion: 2 }))),
    /made it, and this is/,
  );
});

test('an edit shows by the digest, wherever it is', () => {
  for (const edit of [
    (report: ReturnType<typeof JSON.parse>) => report.packages[0].findings.pop(),
    (report: ReturnType<typeof JSON.parse>) => Object.assign(report.packages[1].package, { size: 1 }),
    (report: ReturnType<typeof JSON.parse>) => Object.assign(report.shard, { index: 1 }),
    (report: ReturnType<typeof JSON.parse>) => Object.assign(report.shard, { policy: '00'.repeat(32) }),
    (report: ReturnType<typeof JSON.parse>) => Object.assign(report.shard.carried[0], { named: 'x' }),
  ]) {
    assert.match(refusal(edited(edit, false)), /altered or damaged: its content is not what its own digest/);
  }
});

test('a fresh digest does not help what contradicts itself', () => {
  for (const [why, edit] of [
    [/verdict is not that of its packages/, (report) => Object.assign(report, { verdict: 'pass' })],
    [
      /verdict does not follow from its findings/,
      (report) => Object.assign(report.packages[0], { verdict: 'pass' }),
    ],
    [/verdict does not follow/, (report) => Object.assign(report.packages[1], { verdict: 'fail' })],
    [/verdict does not follow/, (report) => Object.assign(report.packages[1].policy, { failOn: 'note' })],
    [/what it carries is not for its packages/, (report) => report.packages.pop()],
    [/what it carries is not for its packages/, (report) => report.shard.carried.push({ named: '' })],
    [
      /what it carries is not for its findings/,
      (report) => Object.assign(report.shard.carried[0], { findings: [{ at: 99, keepOut: 'x' }] }),
    ],
    [/it is shard 9\/3/, (report) => Object.assign(report.shard, { index: 9 })],
    // biome-ignore lint/suspicious/noExplicitAny: any place in it may be changed
  ] satisfies [RegExp, (report: any) => void][]) {
    assert.match(refusal(edited(edit)), why);
  }
});

/** Paths of all members of a value. */
function* places(value: unknown, at: readonly string[] = []): Generator<readonly string[]> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* places(inner, [...at, key]);
}

test('a member of another type, and one that nobody knows, is refused with its place, also with a fresh digest', () => {
  const report = JSON.parse(text(runOf(hostile, incident, broken)));
  const all = [...places(report)].filter((place) => !place.includes('evidence'));
  assert.ok(all.length > 150, String(all.length));
  for (const place of all) {
    const last = place.at(-1)!;
    for (const value of [{ unexpected: [] }, [[{}]], null]) {
      // biome-ignore lint/suspicious/noExplicitAny: any place in it may be changed
      const spoiled: any = structuredClone(report);
      // biome-ignore lint/suspicious/noExplicitAny: the same
      const holder = place.slice(0, -1).reduce((inner: any, key) => inner[key], spoiled);
      // The config may be none, and so may the allowlist.
      if (value === null && holder[last] === null) continue;
      holder[last] = value;
      if (last !== 'contentDigest' && last !== 'shard') spoiled.shard.contentDigest = contentDigest(spoiled);
      assert.match(refusal(JSON.stringify(spoiled)), /^a\.json: /, `${place.join('.')} ${value}`);
    }
  }
  assert.match(
    refusal(edited((one) => Object.assign(one.packages[0], { more: 1 }))),
    /`packages\.0` is not as/,
  );
  assert.match(refusal(edited((one) => Object.assign(one, { more: 1 }))), /`the whole` is not as/);
});

test('whatever byte is changed, taken out or put in: it is refused, or says the same', () => {
  const said = JSON.stringify(JSON.parse(GOOD));
  for (let seed = 0; seed < 600; seed++) {
    const at = (seed * 7919) % GOOD.length;
    const put = ['', ' ', '0', '"', '}', 'é', '\\', GOOD[(seed * 104_729) % GOOD.length]!][seed % 8]!;
    const changed = GOOD.slice(0, at) + put + GOOD.slice(at + (seed % 3));
    if (refusal(changed) === 'read') assert.equal(JSON.stringify(JSON.parse(changed)), said);
  }
});

test('numbers beyond all bounds, and endless nesting, are refused and not believed', () => {
  for (const value of [-1, 1.5, 1e300, '1']) {
    assert.match(
      refusal(edited((report) => Object.assign(report.shard.targets, { count: value }))),
      /targets/,
    );
    assert.match(refusal(edited((report) => Object.assign(report.shard, { of: value }))), /shard\.of/);
  }
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const evidence = GOOD.replace('"evidence": {', `"evidence": {"deep": ${deep},`);
  assert.notEqual(evidence, GOOD);
  assert.match(refusal(evidence), /^a\.json: /);
});

const FINDING: Required<Omit<JudgedFinding, 'variant' | 'exposes' | 'weight'>> = {
  rule: 'source-map/file',
  severity: 'error',
  path: '\u202e::error::\u0007.map',
  line: 1,
  column: 2,
  message: '##[error]x',
  help: 'Leave it out.',
  keepOut: 'add "!x" to files',
  fixAt: { file: 'packages/a/package.json', line: 3 },
  alsoAt: { file: '.npmignore', line: 4 },
  evidence: { size: 1, of: 'x', all: ['a'], is: true },
  detail: 'x',
  fingerprint: 'ab'.repeat(16),
  waived: { reason: 'r', owner: '@o', expires: '2027-01-31' },
};
/** Everything that a verdict may hold. Who adds a member to it is told by the compiler that a merge has to know of it. */
const VERDICT: Required<Verdict> = {
  outcome: 'fail',
  package: { ...clean.package, format: 'wheel' } satisfies Required<Verdict['package']>,
  findings: [FINDING],
  unusedShared: [FINDING],
  uninspected: [{ path: 'a.7z', reason: '7z' }],
  exposure: { ...incident.exposure, folders: [{ name: 'src', sources: 1 }] },
  outline: {
    name: clean.package.name,
    version: clean.package.version,
    unpackedSize: 1,
    fileCount: 2,
    files: new Map([['__proto__', 3]]),
    kinds: new Map([['.js', 1]]),
    maps: 1,
    readable: 2,
    commands: ['b', 'a'],
    installScripts: ['install'],
  } satisfies Required<NonNullable<Verdict['outline']>>,
  baseline: { from: 'npm:a@1' },
  failOn: 'error',
  policy: {
    digest: 'ef'.repeat(32),
    file: 'packgate.yml',
    decided: {
      preset: 'open',
      allow: ['dist/**'],
      rules: [{ rule: 'source-map/*', level: 'off', ignore: ['x'] }],
      waivers: [{ rule: 'a/b', path: 'x', sha256: '0', reason: 'r', owner: 'o', expires: 'e', used: true }],
    },
  },
  packing: 'packed with pnpm 12.21.0',
  home: { file: 'packages/a/package.json', line: 5 },
  tarball: './release/a.tgz',
  time: NOW,
};

test('all of a verdict comes back, and names that are commands to a log stay data', () => {
  const { waived: _, ...standing } = FINDING;
  const whole = { ...VERDICT, findings: [standing, FINDING] };
  const written = renderJson({ ...runOf(whole), shard: { ...SHARD, named: ['a@1'] } });
  parseReport(written);
  assert.doesNotMatch(written, /[\u202e\u0007]|##\[/);
  assert.deepEqual(readShard(written, 'a.json').packages, [whole]);
});
