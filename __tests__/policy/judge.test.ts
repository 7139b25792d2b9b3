import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Config, Waiver } from '../../src/config/settings.ts';
import { judge } from '../../src/policy/judge.ts';
import { createPolicy } from '../../src/policy/policy.ts';
import { toFinding } from '../../src/rules/finding.ts';
import type { Finding, Level, RuleTexts, Severity, Sighting } from '../../src/rules/rule.ts';
import { packageOf } from '../facts.ts';

const rule = (id: string, level: Level): RuleTexts => ({
  id,
  title: id,
  description: id,
  help: id,
  cwe: [],
  levels: { closed: level, open: 'off' },
  variants: { worse: { closed: 'error', open: 'error' } },
});
const RULES = [
  rule('a/error', 'error'),
  rule('a/warning', 'warning'),
  rule('a/note', 'note'),
  rule('a/off', 'off'),
];

const saw = (id: string, path: string, more: Partial<Sighting> = {}): Finding =>
  toFinding({ id }, { path, message: `${id} at ${path}`, ...more });

const waive = (id: string, path: string, more: Partial<Waiver> = {}): Waiver => ({
  rule: id,
  path,
  reason: 'known',
  owner: '@acme',
  expires: '2027-01-31',
  from: 'packgate.yml:9',
  ...more,
});

const NOW = new Date('2026-11-21T12:00:00Z');

interface Case {
  readonly waivers?: readonly Waiver[];
  readonly rules?: Config['rules'];
  readonly failOn?: Severity;
  readonly now?: Date;
  readonly digests?: Readonly<Record<string, string>>;
}

function decide(
  findings: readonly Finding[],
  { waivers = [], rules = [], failOn = 'error', now = NOW, digests = {} }: Case = {},
) {
  const config: Config = { file: 'packgate.yml', rules, waivers, limits: {}, packages: new Map() };
  const policy = createPolicy(config, { allow: [], failOn }, 'acme');
  const pkg = packageOf(['package.json'], { digests: new Map(Object.entries(digests)) });
  return judge(pkg, findings, policy, RULES, now);
}

/** One line a finding: `error a/error x waived`. */
const told = (verdict: ReturnType<typeof decide>) =>
  verdict.findings.map(
    ({ severity, rule, path, waived }) => `${severity} ${rule} ${path}${waived ? ' waived' : ''}`,
  );

/** Findings, what the user decided, then the outcome and the findings that are told. */
const CASES: readonly [findings: Finding[], decided: Case, outcome: 'pass' | 'fail', expected: string[]][] = [
  [[], {}, 'pass', []],
  [[saw('a/error', 'x')], {}, 'fail', ['error a/error x']],
  [[saw('a/warning', 'x')], {}, 'pass', ['warning a/warning x']],
  [[saw('a/warning', 'x')], { failOn: 'warning' }, 'fail', ['warning a/warning x']],
  [[saw('a/note', 'x')], { failOn: 'warning' }, 'pass', ['note a/note x']],
  [[saw('a/note', 'x')], { failOn: 'note' }, 'fail', ['note a/note x']],
  [[saw('a/off', 'x')], { failOn: 'note' }, 'pass', []],
  [[saw('a/note', 'x', { variant: 'worse' })], {}, 'fail', ['error a/note x']],
  [[saw('a/off', 'x', { variant: 'worse' })], {}, 'fail', ['error a/off x']],
  [[saw('a/error', 'x')], { rules: [{ rule: 'a/error', level: 'off', ignore: [], from: '' }] }, 'pass', []],
  [
    [saw('a/error', 'x')],
    { rules: [{ rule: 'a/*', level: 'note', ignore: [], from: '' }] },
    'pass',
    ['note a/error x'],
  ],
  [
    [saw('a/error', 'x'), saw('a/error', 'y')],
    { rules: [{ rule: 'a/error', ignore: ['x'], from: '' }] },
    'fail',
    ['error a/error y'],
  ],
  // Ignore patterns
  [
    [],
    { rules: [{ rule: 'a/error', ignore: ['x', '!y'], from: '' }] },
    'pass',
    ['note policy/ignore-unused package.json'],
  ],
  [[], { rules: [{ rule: 'a/error', ignore: ['*.json'], from: '' }] }, 'pass', []],
  [
    [saw('a/error', 'o.zip!/x'), saw('a/note', 'y')],
    { rules: [{ rule: 'a/*', ignore: ['o.zip!/*', 'z', 'y'], from: '' }] },
    'pass',
    ['note policy/ignore-unused package.json'],
  ],
  [
    [saw('a/note', 'x')],
    { rules: [{ rule: 'a/error', ignore: ['x'], from: '' }] },
    'pass',
    ['note a/note x', 'note policy/ignore-unused package.json'],
  ],
  // Waivers
  [[saw('a/error', 'x')], { waivers: [waive('a/error', 'x')] }, 'pass', ['error a/error x waived']],
  [[saw('a/error', 'd/x')], { waivers: [waive('a/error', 'd/*')] }, 'pass', ['error a/error d/x waived']],
  [
    [saw('a/error', 'o.zip!/x')],
    { waivers: [waive('a/error', 'o.zip!/x')] },
    'pass',
    ['error a/error o.zip!/x waived'],
  ],
  [
    [saw('a/error', 'x'), saw('a/error', 'y')],
    { waivers: [waive('a/error', 'x')] },
    'fail',
    ['error a/error x waived', 'error a/error y'],
  ],
  [
    [saw('a/error', 'x')],
    { waivers: [waive('a/warning', 'x')] },
    'fail',
    ['error a/error x', 'note policy/waiver-unused package.json'],
  ],
  [
    [saw('a/error', 'X')],
    { waivers: [waive('a/error', 'x')] },
    'fail',
    ['error a/error X', 'note policy/waiver-unused package.json'],
  ],
  [[], { waivers: [waive('a/error', 'x')] }, 'pass', ['note policy/waiver-unused package.json']],
  [
    [],
    { waivers: [waive('a/error', 'x', { expires: '2026-11-20' })] },
    'fail',
    ['error policy/waiver-expired package.json'],
  ],
  [
    [saw('a/error', 'x')],
    { waivers: [waive('a/error', 'x', { expires: '2026-11-20' })] },
    'fail',
    ['error a/error x', 'error policy/waiver-expired package.json'],
  ],
  [
    [saw('a/error', 'x')],
    { waivers: [waive('a/error', 'x', { expires: '2026-11-20' }), waive('a/error', '*')] },
    'fail',
    ['error a/error x waived', 'error policy/waiver-expired package.json'],
  ],
  [
    [saw('a/error', 'x')],
    { waivers: [waive('a/error', 'x', { sha256: 'aa' })], digests: { x: 'aa' } },
    'pass',
    ['error a/error x waived'],
  ],
  [
    [saw('a/error', 'x')],
    { waivers: [waive('a/error', 'x', { sha256: 'aa' })], digests: { x: 'bb' } },
    'fail',
    ['error a/error x', 'note policy/waiver-unused package.json'],
  ],
  [
    [saw('a/error', 'x')],
    { waivers: [waive('a/error', 'x', { sha256: 'aa' })] },
    'fail',
    ['error a/error x', 'note policy/waiver-unused package.json'],
  ],
  [
    [],
    {
      waivers: [waive('a/error', 'x')],
      rules: [{ rule: 'policy/waiver-unused', level: 'error', ignore: [], from: '' }],
    },
    'fail',
    ['error policy/waiver-unused package.json'],
  ],
];

test('the verdict follows from findings, levels and waivers', () => {
  for (const [findings, decided, outcome, expected] of CASES) {
    const verdict = decide(findings, decided);
    assert.deepEqual(
      [verdict.outcome, ...told(verdict)],
      [outcome, ...expected],
      JSON.stringify([findings, decided]),
    );
  }
});

/** The moment, and whether a waiver with `expires: 2027-01-31` still holds. */
const CALENDAR: readonly [now: string, holds: boolean][] = [
  ['2027-01-30T23:59:59Z', true],
  ['2027-01-31T00:00:00Z', true],
  ['2027-01-31T23:59:59.999Z', true],
  ['2027-02-01T00:00:00Z', false],
  ['2027-02-01T13:59:59+14:00', true],
  ['2027-01-31T12:00:00-12:00', false],
  ['2027-01-31T23:00:00-01:00', false],
  ['2028-01-01T00:00:00Z', false],
];

test('a waiver holds through its day in UTC, whatever the time zone of the machine', () => {
  const zone = process.env.TZ;
  try {
    for (const TZ of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = TZ;
      for (const [now, holds] of CALENDAR) {
        const { outcome } = decide([saw('a/error', 'x')], {
          waivers: [waive('a/error', 'x')],
          now: new Date(now),
        });
        assert.equal(outcome, holds ? 'pass' : 'fail', `${now} in ${TZ}`);
      }
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('what is told of a waiver names rule, place, owner and the bytes', () => {
  const [expired] = decide([], { waivers: [waive('a/error', 'd/*', { expires: '2026-01-01' })] }).findings;
  assert.equal(
    expired?.message,
    'the waiver for `a/error` at `d/*` (packgate.yml:9, owner @acme) ended on 2026-01-01',
  );
  const changed = decide([saw('a/note', 'x')], {
    waivers: [waive('a/note', 'x', { sha256: 'aa' })],
    digests: { x: 'bb' },
  });
  assert.equal(
    changed.findings.find(({ rule }) => rule === 'policy/waiver-unused')?.message,
    'the waiver for `a/note` at `x` (packgate.yml:9) is for other bytes: the file has sha256 bb, the waiver aa',
  );
  const untaken = decide([saw('a/note', 'x')], { waivers: [waive('a/note', 'x', { sha256: 'aa' })] });
  assert.match(
    untaken.findings.find(({ rule }) => rule === 'policy/waiver-unused')?.message ?? '',
    /covers nothing: no sha256 was taken/,
  );
  const [waived] = decide([saw('a/error', 'x')], { waivers: [waive('a/error', 'x')] }).findings;
  assert.deepEqual(waived?.waived, { reason: 'known', owner: '@acme', expires: '2027-01-31' });
});

test('findings are sorted worst first and alike, in whatever order they come', () => {
  const findings = [
    saw('a/error', 'b'),
    saw('a/error', 'a', { line: 10 }),
    saw('a/error', 'a', { line: 9, column: 2 }),
    saw('a/error', 'a', { line: 9, column: 1 }),
    saw('a/error', 'a', { line: 9, column: 1, detail: 'x' }),
    saw('a/error', 'B'),
    saw('a/error', 'é'),
    saw('a/note', 'a'),
    saw('a/warning', 'z'),
    saw('a/note', 'z', { variant: 'worse' }),
  ];
  const sorted = decide(findings).findings;
  assert.deepEqual(
    sorted.map(({ rule, path, line, column, detail }) =>
      [rule, path, line, column, detail].filter((part) => part !== undefined).join(' '),
    ),
    [
      'a/error B',
      'a/error a 9 1',
      'a/error a 9 1 x',
      'a/error a 9 2',
      'a/error a 10',
      'a/error b',
      'a/error é',
      'a/note z',
      'a/warning z',
      'a/note a',
    ],
  );
  for (let turn = 1; turn < findings.length; turn++) {
    const turned = [...findings.slice(turn), ...findings.slice(0, turn).reverse()];
    assert.deepEqual(decide(turned).findings, sorted);
  }
});

test('the verdict carries the package, what was not read, and nothing of an unknown rule', () => {
  const policy = createPolicy(null, { allow: [], failOn: 'error' }, 'acme');
  const uninspected = [
    { path: 'b', reason: 'limit' },
    { path: 'a', reason: 'limit' },
  ];
  const pkg = packageOf(['package.json'], { uninspected });
  const verdict = judge(pkg, [], policy, RULES, NOW);
  assert.equal(verdict.outcome, 'pass');
  assert.deepEqual(
    verdict.uninspected.map(({ path }) => path),
    ['a', 'b'],
  );
  assert.deepEqual(Object.keys(verdict.package), [
    'name',
    'version',
    'target',
    'integrity',
    'sha256',
    'size',
    'unpackedSize',
    'fileCount',
  ]);
  assert.throws(() => judge(pkg, [saw('no/such', 'x')], policy, RULES, NOW), /unknown rule no\/such/);
});

test('with sections for packages, a common waiver that one of them does not need is not told', () => {
  const config: Config = {
    file: 'packgate.yml',
    rules: [],
    waivers: [waive('a/error', 'x')],
    limits: {},
    packages: new Map([['other', { rules: [], waivers: [], limits: {} }]]),
  };
  const policy = createPolicy(config, { allow: [], failOn: 'error' }, 'acme');
  assert.deepEqual(judge(packageOf([]), [], policy, RULES, NOW).findings, []);
});

test('the verdict lists all that can silence a finding, and which waivers did', () => {
  const used = waive('a/error', 'x', { sha256: 'aa' });
  const unused = waive('a/error', 'y');
  const { policy } = decide([saw('a/error', 'x')], {
    waivers: [used, unused],
    digests: { x: 'aa' },
    rules: [{ rule: 'a/*', level: 'note', ignore: ['v/**'], from: 'packgate.yml:2' }],
  });
  const { from: _, ...told } = used;
  assert.deepEqual(policy.decided, {
    preset: 'closed',
    allow: null,
    rules: [{ rule: 'a/*', level: 'note', ignore: ['v/**'] }],
    waivers: [
      { ...told, used: true },
      { rule: 'a/error', path: 'y', reason: 'known', owner: '@acme', expires: '2027-01-31', used: false },
    ],
  });
});
