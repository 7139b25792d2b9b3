import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/parse.ts';
import { createPolicy, digestPaths, type PolicyOptions } from '../../src/policy/policy.ts';
import { printConfig } from '../../src/policy/print-config.ts';
import type { RuleTexts } from '../../src/rules/rule.ts';

const rule = (id: string, levels: RuleTexts['levels'], variants?: RuleTexts['variants']): RuleTexts => ({
  id,
  title: id,
  description: id,
  help: id,
  cwe: [],
  levels,
  ...(variants && { variants }),
});

const FILE = rule('source-map/file', { closed: 'error', open: 'note' });
const REFERENCE = rule(
  'source-map/reference',
  { closed: 'warning', open: 'note' },
  { remote: { closed: 'error', open: 'warning' } },
);
const SCRIPT = rule('unminified/script', { closed: 'error', open: 'off' });
const RULES = [FILE, REFERENCE, SCRIPT];

const OPTIONS: PolicyOptions = { allow: [], failOn: 'error' };
const policyOf = (text: string | null, options: Partial<PolicyOptions> = {}, name = 'acme') =>
  createPolicy(
    text === null
      ? null
      : parseConfig(
          text,
          'packgate.yml',
          RULES.map(({ id }) => id),
        ),
    { ...OPTIONS, ...options },
    name,
  );

/** Config, options, a rule and its variant; then the level and where it comes from. */
const LEVELS: readonly [
  text: string | null,
  options: Partial<PolicyOptions>,
  rule: RuleTexts,
  variant: string | undefined,
  level: string,
  from: string,
][] = [
  [null, {}, FILE, undefined, 'error', 'preset closed'],
  [null, { preset: 'open' }, FILE, undefined, 'note', 'preset open'],
  ['preset: open', {}, SCRIPT, undefined, 'off', 'preset open'],
  ['preset: open', { preset: 'closed' }, SCRIPT, undefined, 'error', 'preset closed'],
  [null, {}, REFERENCE, undefined, 'warning', 'preset closed'],
  [null, {}, REFERENCE, 'remote', 'error', 'preset closed'],
  [null, { preset: 'open' }, REFERENCE, 'remote', 'warning', 'preset open'],
  [null, {}, REFERENCE, 'unheard-of', 'warning', 'preset closed'],
  ['rules:\n  source-map/file: off', {}, FILE, undefined, 'off', 'packgate.yml:2'],
  ['rules:\n  source-map/*: note', {}, FILE, undefined, 'note', 'packgate.yml:2'],
  ['rules:\n  source-map/*: note', {}, REFERENCE, 'remote', 'note', 'packgate.yml:2'],
  [
    'rules:\n  source-map/file: warning\n  source-map/*: note',
    {},
    FILE,
    undefined,
    'warning',
    'packgate.yml:2',
  ],
  [
    'rules:\n  source-map/file: { ignore: [a] }\n  source-map/*: note',
    {},
    FILE,
    undefined,
    'note',
    'packgate.yml:3',
  ],
  ['rules:\n  source-map/file: { ignore: [a] }', {}, FILE, undefined, 'error', 'preset closed'],
  ['rules:\n  source-map/*: note', {}, SCRIPT, undefined, 'error', 'preset closed'],
  ['preset: open\npackages:\n  acme: { preset: closed }', {}, FILE, undefined, 'error', 'preset closed'],
  ['preset: open\npackages:\n  other: { preset: closed }', {}, FILE, undefined, 'note', 'preset open'],
  [
    'rules:\n  source-map/file: note\npackages:\n  acme:\n    rules:\n      source-map/file: error',
    {},
    FILE,
    undefined,
    'error',
    'packgate.yml:6',
  ],
  [
    'rules:\n  source-map/file: note\npackages:\n  acme:\n    rules:\n      source-map/file: { ignore: [a] }',
    {},
    FILE,
    undefined,
    'note',
    'packgate.yml:2',
  ],
];

test('a level comes from the rule, else its family, else the preset; packages win over all, options over the preset', () => {
  for (const [text, options, ruleOf, variant, level, from] of LEVELS) {
    assert.deepEqual(
      policyOf(text, options).levelOf(ruleOf, variant),
      { value: level, from },
      `${text} ${variant}`,
    );
  }
});

test('files are ignored for a rule or a family, also by both levels of the config', () => {
  const { ignores } = policyOf(`
rules:
  source-map/file: { ignore: [a/**, "!a/b"] }
  source-map/*: { ignore: [c] }
packages:
  acme: { rules: { source-map/file: { ignore: [d] } } }
`);
  const cases: readonly [rule: string, path: string, ignored: boolean][] = [
    ['source-map/file', 'a/x', true],
    ['source-map/file', 'a/b', false],
    ['source-map/file', 'c', true],
    ['source-map/file', 'd', true],
    ['source-map/file', 'e', false],
    ['source-map/reference', 'a/x', false],
    ['source-map/reference', 'c', true],
    ['unminified/script', 'c', false],
  ];
  for (const [name, path, ignored] of cases) assert.equal(ignores(name, path), ignored, `${name} ${path}`);
});

/** Config and options; then the allowlist for the package `acme`. */
const ALLOW: readonly [text: string | null, allow: string[], expected: string[] | null][] = [
  [null, [], null],
  ['preset: open', [], null],
  ['allow: []', [], []],
  ['allow: [a]', [], ['a packgate.yml:1']],
  ['allow: [a]', ['b'], ['a packgate.yml:1', 'b option allow']],
  [null, ['b'], ['b option allow']],
  ['allow: [a]\npackages:\n  acme: { allow: [c] }', ['b'], ['c packgate.yml:3', 'b option allow']],
  ['packages:\n  acme: { allow: [c] }', [], ['c packgate.yml:2']],
  ['packages:\n  other: { allow: [c] }', [], null],
];

test('the allowlist is the package’s, else the common one; options add to it', () => {
  for (const [text, allow, expected] of ALLOW) {
    const found = policyOf(text, { allow }).allow?.map(({ pattern, from }) => `${pattern} ${from}`) ?? null;
    assert.deepEqual(found, expected, `${text} ${allow}`);
  }
  assert.throws(() => policyOf(null, { allow: ['./a'] }), {
    code: 'usage',
    message: '--allow: the pattern `./a` begins with `./`, which no path in the package does; write `a`',
  });
});

test('a section that may have been meant for the package is named, unless it is known whose it is', () => {
  const config = parseConfig('packages: { "@acme/cil": {}, "@acme/core": {} }', 'packgate.yml', []);
  const near = (name: string, given = config) => createPolicy(given, OPTIONS, name).nearSection;
  assert.equal(near('@acme/cli'), '@acme/cil');
  for (const name of ['@acme/cil', '@acme/site', '@acme/cord-less', ''])
    assert.equal(near(name), undefined, name);
  assert.equal(near('@acme/cli', { ...config, areKnown: true }), undefined);
  assert.equal(near('@acme/cli', parseConfig('preset: open', 'packgate.yml', [])), undefined);
});

test('the digest is of what applies, not of how or where it is written', () => {
  const digest = (text: string | null, options: Partial<PolicyOptions> = {}, name = 'acme') =>
    policyOf(text, options, name).digest;
  const base = digest('allow: [a]\nrules: { source-map/file: off, unminified/script: note }');
  const same = [
    digest('# why\nrules:\n  unminified/script: note\n  source-map/file: off\n\nallow:\n  - a\n'),
    digest(
      '{"preset":"closed","allow":["a"],"rules":{"source-map/file":{"level":"off"},"unminified/script":"note"}}',
    ),
    digest('packages: { acme: { allow: [a], rules: { source-map/file: off, unminified/script: note } } }'),
    digest('rules: { source-map/file: off, unminified/script: note }', { allow: ['a'] }),
  ];
  for (const other of same) assert.equal(other, base);
  const different = [
    digest(null),
    digest('allow: [a, b]\nrules: { source-map/file: off, unminified/script: note }'),
    digest('allow: [a]\nrules: { source-map/file: off }'),
    digest('allow: [a]\nrules: { source-map/file: off, unminified/script: note }', { failOn: 'note' }),
    digest('allow: [a]\nrules: { source-map/file: off, unminified/script: note }', { preset: 'open' }),
    digest('allow: [a]\nrules: { source-map/file: { level: off, ignore: [x] }, unminified/script: note }'),
  ];
  assert.equal(new Set([base, ...different]).size, different.length + 1);
  assert.equal(digest('packages: { acme: { allow: [a] } }', {}, 'other'), digest(null));
  assert.match(base, /^[0-9a-f]{64}$/);
});

test('sha256 is asked for only where some waiver names one', () => {
  const waiver = (path: string, sha256 = '') =>
    `{ rule: source-map/file, path: ${path}, reason: r, owner: o, expires: 2027-01-31${sha256} }`;
  const sha256 = `, sha256: ${'ab'.repeat(32)}`;
  const paths = (text: string) => digestPaths(parseConfig(text, 'packgate.yml', [FILE.id]));
  assert.equal(digestPaths(null), null);
  assert.equal(paths(`waivers: [${waiver('a.js')}]`), null);
  const asked = paths(
    `waivers: [${waiver('a.js')}, ${waiver('b/*', sha256)}]\npackages: { x: { waivers: [${waiver('c.js', sha256)}] } }`,
  );
  assert.deepEqual(
    ['a.js', 'b/x', 'c.js'].map((path) => asked?.matches(path)),
    [false, true, true],
  );
});

test('--print-config prints a config again, with the origin of each value', () => {
  const text = `preset: open
allow: [dist/**]
rules: { source-map/*: { level: warning, ignore: [v/**] } }
waivers:
  - { rule: source-map/file, path: a.js, reason: "old: but public", owner: "@acme", expires: 2027-01-31 }
limits: { unpackedSize: 200MB, growth: 50%, entries: 5, readWait: 1.5min }`;
  const policy = policyOf(text, { allow: ['!x'] });
  const printed = printConfig(policy, RULES);
  assert.equal(
    printed,
    `# config: packgate.yml; policy sha256: ${policy.digest}
# fails on: error                                   # default
preset: open                                        # packgate.yml:1
allow:
  - "dist/**"                                       # packgate.yml:2
  - "!x"                                            # option allow
rules:
  source-map/file: { level: warning, ignore: ["v/**"] }  # packgate.yml:3; ignore: packgate.yml:3
  source-map/reference: { level: warning, ignore: ["v/**"] }  # packgate.yml:3; ignore: packgate.yml:3
  unminified/script: off                            # preset open
waivers:
  - rule: source-map/file                           # packgate.yml:5
    path: "a.js"
    reason: "old: but public"
    owner: "@acme"
    expires: 2027-01-31
limits:
  unpackedSize: 200000000                           # packgate.yml:6
  growth: 50%                                       # packgate.yml:6
  entries: 5                                        # packgate.yml:6
  readSize: 34359738368                             # default
  nestedSize: 4294967296                            # default
  archives: 50000                                   # default
  depth: 8                                          # default
  ratio: 1000                                       # default
  pathLength: 4096                                  # default
  findings: 50000                                   # default
  temporarySize: 4294967296                         # default
  readWait: 90s                                     # packgate.yml:6
  downloadWait: 600s                                # default
  packWait: 1800s                                   # default
`,
  );
  assert.equal(policyOf(printed).allow?.length, 2);
  assert.equal(policyOf(printed).runLimits.readWait?.value, 90);
  assert.match(
    printConfig(policyOf(null), RULES),
    /^# config: none; .*\n# fails on: error .*# default\npreset: closed .*# default\n# allow: not set\n.*source-map\/reference: warning +# preset closed; remote: error\n/s,
  );
  const joined = policyOf(
    'rules:\n  source-map/file: { ignore: [a] }\npackages:\n  acme:\n    rules:\n      source-map/file: { level: off, ignore: [b] }\n',
  );
  assert.match(
    printConfig(joined, RULES),
    /file: \{ level: off, ignore: \["a", "b"\] \} +# packgate\.yml:6; ignore: packgate\.yml:2, packgate\.yml:6\n/,
  );
});

test('what messages call the options is what the user of that face wrote', () => {
  const called = (option: string) => `input "${option}"`;
  const options = { allow: ['a'], preset: 'open', failOn: 'error', called } as const;
  const policy = createPolicy(null, options, 'acme');
  assert.deepEqual(policy.allow, [{ pattern: 'a', from: 'option allow' }]);
  assert.equal(policy.preset.from, 'input "preset"');
  assert.throws(() => createPolicy(null, { ...options, allow: ['/a'] }, ''), {
    message: /^input "allow": the pattern `\/a` begins with/,
  });
});
