import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/parse.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { Random } from '../replicas/random.ts';

const RULES = [
  'source-map/file',
  'source-map/inline',
  'unminified/script',
  'allowlist/unlisted',
  'policy/waiver-expired',
];

const WAIVER = [
  'waivers:',
  '  - rule: source-map/file',
  '    path: a.js',
  '    reason: r',
  '    owner: o',
  '    expires: 2027-01-31',
];

/** The waiver above with one line replaced. */
const waiver = (line: string) => {
  const key = line.split(':', 1)[0]!;
  return WAIVER.map((text) => (text.includes(` ${key}:`) ? text.replace(/\w+:.*/, line) : text)).join('\n');
};

/** What the file holds, then each mistake in it: place and words. */
const MISTAKES: readonly [text: string, ...problems: string[]][] = [
  // Keys
  ['alow: []', '1:1: unknown key `alow`; did you mean `allow`?'],
  ['preset: open\nwaiver: []', '2:1: unknown key `waiver`; did you mean `waivers`?'],
  ['level: off', '1:1: unknown key `level`; it belongs to a rule under `rules`'],
  [
    'zebra: 1',
    '1:1: unknown key `zebra`; known here: preset, allow, rules, waivers, limits, baseline, packages, $schema',
  ],
  ['limits:\n  unpackedsize: 1MB', '2:3: unknown key `unpackedsize`; did you mean `unpackedSize`?'],
  ['rules:\n  source-map/file: { levle: off }', '2:22: unknown key `levle`; did you mean `level`?'],
  ['packages:\n  a:\n    alow: []', '3:5: unknown key `alow`; did you mean `allow`?'],
  ['packages:\n  a:\n    packages: {}', '3:5: unknown key `packages`; it belongs to the top level'],
  [
    WAIVER.join('\n').replace('expires', 'expire'),
    '2:5: `expires` is missing',
    '6:5: unknown key `expire`; did you mean `expires`?',
  ],
  [
    '1: x',
    '1:1: unknown key `1`; known here: preset, allow, rules, waivers, limits, baseline, packages, $schema',
  ],
  [
    '__proto__: { preset: open }',
    '1:1: unknown key `__proto__`; known here: preset, allow, rules, waivers, limits, baseline, packages, $schema',
  ],
  ['preset: open\npreset: closed', '2:1: `preset` is here twice, first in line 1'],
  [
    'rules:\n  source-map/file: off\n  source-map/file: error',
    '3:3: `source-map/file` is here twice, first in line 2',
  ],
  // Types
  ['- a', '1:1: the config must be a map, not a list'],
  ['closed', '1:1: the config must be a map, not the text `closed`'],
  ['allow: dist', '1:8: `allow` must be a list, not the text `dist`; write `["dist"]`'],
  ['allow:', '1:7: `allow` must be a list, not nothing'],
  ['allow:\n  - 404', '2:5: item 1 of `allow` must be text, not the number 404; put it in quotes: "404"'],
  [
    'allow: [a, true]',
    '1:12: item 2 of `allow` must be text, not the boolean true; put it in quotes: "true"',
  ],
  ['allow:\n  - dist: x', '2:5: item 1 of `allow` must be text, not a map'],
  [
    'allow:\n  - {a,b}',
    '2:5: item 1 of `allow` must be text, not a map; a value that begins with `{` or `[` goes in quotes',
  ],
  ['rules: []', '1:8: `rules` must be a map, not a list'],
  [
    'rules:\n  source-map/file: 3',
    '2:20: `level` must be one of error, warning, note, off, not the number 3',
  ],
  [
    'rules:\n  source-map/file: { ignore: a }',
    '2:30: `ignore` must be a list, not the text `a`; write `["a"]`',
  ],
  ['waivers: {}', '1:10: `waivers` must be a list, not a map'],
  ['packages:\n  a: []', '2:6: `a` must be a map, not a list'],
  ['limits: 200MB', '1:9: `limits` must be a map, not the text `200MB`'],
  // Words
  ['preset: close', '1:9: unknown preset `close`; did you mean `closed`?'],
  ['preset: strict', '1:9: unknown preset `strict`; known are closed, open'],
  ['preset: true', '1:9: `preset` must be one of closed, open, not the boolean true'],
  ['rules:\n  source-map/file: eror', '2:20: unknown level `eror`; did you mean `error`?'],
  [
    'rules:\n  source-map/file: {level: fatal}',
    '2:28: unknown level `fatal`; known are error, warning, note, off',
  ],
  ['rules:\n  source-map/fil: off', '2:3: unknown rule `source-map/fil`; did you mean `source-map/file`?'],
  ['rules:\n  source-map: off', '2:3: unknown rule `source-map`; for the whole family write `source-map/*`'],
  [
    'rules:\n  "*": off',
    '2:3: unknown rule `*`; a pattern stands for one family: `source-map/*`, `unminified/*` and so on',
  ],
  ['rules:\n  sourcemap/*: off', '2:3: unknown rule `sourcemap/*`; did you mean `source-map/*`?'],
  ['rules:\n  no-console: off', '2:3: unknown rule `no-console`'],
  [
    'packages:\n  a:\n    rules:\n      unminified/scrip: off',
    '4:7: unknown rule `unminified/scrip`; did you mean `unminified/script`?',
  ],
  // Globs
  ['allow: [""]', '1:9: the pattern `` is empty'],
  [
    'allow:\n  - ./dist/*.js',
    '2:5: the pattern `./dist/*.js` begins with `./`, which no path in the package does; write `dist/*.js`',
  ],
  [
    'allow:\n  - a\n  - dist/',
    '3:5: the pattern `dist/` ends with `/` and so matches no file; for all files in the folder write `dist/**`',
  ],
  [
    'allow:\n  - dist\\lib\\*.js',
    '2:5: the pattern `dist\\lib\\*.js` holds `\\`, which escapes the next character; write `/` between folders',
  ],
  [
    'allow: ["a/{b,c"]',
    '1:9: the pattern `a/{b,c` holds `{` without its partner or without a `,` between; a literal one is written `\\{`',
  ],
  [
    'allow:\n  - "a/[b"',
    '2:5: the pattern `a/[b` holds `[` that is not closed before the next `/`; a literal one is written `\\[`',
  ],
  [
    'allow: ["a{1..1000000}"]',
    '1:9: the pattern `a{1..1000000}` stands for more than 256 patterns; use `*` in place of the braces',
  ],
  [
    'allow: ["{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"]',
    '1:9: the pattern `{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}` stands for more than 256 patterns; use `*` in place of the braces',
  ],
  [
    'allow: ["@(a/b|c).js"]',
    '1:9: the pattern `@(a/b|c).js` holds a group like `+(` that is not closed before the next `/`; across folders write `{a/b,c}`',
  ],
  [
    'rules:\n  source-map/file: { ignore: [a, ../b] }',
    '2:34: the pattern `../b` holds `..`, which no path in the package does',
  ],
  ['allow:\n  - "!!a"', '2:5: the pattern `!!a` begins with `!!`; one `!` takes paths out of the list'],
  // Waivers
  [waiver('expires: 2027-02-30'), '6:14: `expires` is a day of the calendar, written like 2027-01-31'],
  [waiver('expires: 31.1.2027'), '6:14: `expires` is a day of the calendar, written like 2027-01-31'],
  [
    waiver('expires: 20270131'),
    '6:14: `expires` must be text, not the number 20270131; put it in quotes: "20270131"',
  ],
  [waiver('rule: source-map/*'), '2:11: a waiver is for one rule, and `source-map/*` is a family'],
  [
    waiver('rule: source-map/inlined'),
    '2:11: unknown rule `source-map/inlined`; did you mean `source-map/inline`?',
  ],
  [
    waiver('rule: policy/waiver-expired'),
    '2:11: `policy/waiver-expired` cannot be waived; set its level under `rules`',
  ],
  [waiver('path: "!a.js"'), '3:11: a waiver cannot be for everything but a path; write without `!`'],
  [waiver('reason: ""'), '4:13: `reason` is empty'],
  [`${WAIVER.join('\n')}\n    sha256: abc`, '7:13: `sha256` is 64 hexadecimal digits'],
  [
    'waivers:\n  - rule: source-map/file\n    path: a',
    '2:5: `reason` is missing',
    '2:5: `owner` is missing',
    '2:5: `expires` is missing',
  ],
  // Limits
  ['limits: { growth: 50 }', '1:19: `growth` must be a percentage such as 50%, not the number 50'],
  ['limits: { entries: 0 }', '1:20: `entries` must be a whole number from 1, not the number 0'],
  ['limits: { entries: 1.5 }', '1:20: `entries` must be a whole number from 1, not the number 1.5'],
  ['limits: { depth: 65 }', '1:18: `depth` must be a whole number from 1 to 64, not the number 65'],
  ['limits: { ratio: "10" }', '1:18: `ratio` must be a whole number from 1, not `10`'],
  ['limits: { readSize: much }', '1:21: `readSize` must be a size such as 200MB, not `much`'],
  ['limits: { readWait: 30 }', '1:21: `readWait` must be a time such as 90s or 10min, not the number 30'],
  ['limits: { packWait: 100h }', '1:21: `packWait` must be between 1s and 24h'],
  ['limits: { readWait: 0.1s }', '1:21: `readWait` must be between 1s and 24h'],
  ['limits:\n  entrys: 5', '2:3: unknown key `entrys`; did you mean `entries`?'],
  [
    'packages: { a: { limits: { entries: 5 } } }',
    '1:28: unknown key `entries`; it holds for the whole run and belongs to `limits` at the top level',
  ],
  ['limits: { growth: half }', '1:19: `growth` must be a percentage such as 50%, not `half`'],
  [
    'limits:\n  unpackedSize: 200 megabytes',
    '2:17: `unpackedSize` must be a size such as 200MB, not `200 megabytes`',
  ],
  ['limits:\n  unpackedSize: -1', '2:17: `unpackedSize` must be a size such as 200MB, not the number -1'],
  // YAML
  ['allow:\n  - *.js', '2:5: YAML reads `*.js` as an alias; put it in quotes: "*.js"'],
  ['!!omap [{ allow: [a] }]', '1:1: a config has no tags of YAML; leave `!!omap` out'],
  ['rules: !!set { source-map/file }', '1:8: a config has no tags of YAML; leave `!!set` out'],
  ['limits: !!timestamp 2027-01-31', '1:9: a config has no tags of YAML; leave `!!timestamp` out'],
  ['allow:\n  - a\n  - !README.md', '3:5: YAML reads `!README.md` as a tag; put it in quotes: "!README.md"'],
  ['allow: [!!*.map]', '1:9: YAML reads `!!*.map` as a tag; put it in quotes: "!!*.map"'],
  ['allow:\n  - @acme/x', '2:5: YAML values cannot begin with `@`; put it in quotes: "@acme/x"'],
  ['allow:\n  - {a,b}/*.js', '2:10: a value that begins with `{` or `[` goes in quotes'],
  ['allow:\n\t- a', '2:1: indented with a tab; YAML wants spaces'],
  ['allow: ["a\\d"]', '1:11: invalid escape sequence \\d; put the value in single quotes'],
  ['preset: open\n---\npreset: open', '2:1: a second YAML document begins; a config is one'],
  [`preset: open\nallow: ${'['.repeat(1e5)}`, '2:108: nested more than 100 deep'],
  ['preset: "open', '1:14: missing closing "quote'],
  ['{"preset": "open",,}', '1:19: unexpected , in flow map'],
  ['? [a, b]\n: c', '1:3: a key must be text'],
  // Several, told from top to bottom
  [
    'rules:\n  a/b: off\nalow: []\nallow: ["/x"]',
    '2:3: unknown rule `a/b`',
    '3:1: unknown key `alow`; did you mean `allow`?',
    '4:9: the pattern `/x` begins with `/`, which no path in the package does; write `x`',
  ],
];

test('every mistake is told with its line, its column and the word that was meant', () => {
  for (const [text, ...expected] of MISTAKES) assert.deepEqual(problemsOf(text), expected, text);
});

function problemsOf(text: string): string[] {
  try {
    parseConfig(text, 'packgate.yml', RULES);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  }
}

test('the message is one line: file, place, the first mistake and where the others are', () => {
  const text = 'a: 1\nb: 1\nc: 1\nd: 1\ne: 1';
  assert.throws(() => parseConfig(text, 'conf/packgate.yml', RULES), {
    name: 'PackgateError',
    code: 'config',
    message:
      'conf/packgate.yml:1:1: unknown key `a`; known here: preset, allow, rules, waivers, limits, baseline, packages, $schema (and 4 more, at 2:1, 3:1, 4:1, ...)',
  });
});

test('what is wrong at one place is told in full, and once', () => {
  const told = (text: string, message: string) =>
    assert.throws(() => parseConfig(text, 'packgate.yml', RULES), { message });
  told(
    'waivers:\n  - rule: source-map/file\n    path: a.js\nx: 1',
    'packgate.yml:2:5: `reason` is missing; `owner` is missing; `expires` is missing (and 1 more, at 4:1)',
  );
  told(
    'limits: { packWait: "1" }',
    'packgate.yml:1:21: `packWait` must be a time such as 90s or 10min, not `1`; `packWait` must be between 1s and 24h',
  );
});

test('nothing that a file can hold is more than a ConfigError', () => {
  const bad = [
    '[',
    '{',
    '- ',
    '? ',
    'a: ',
    '&a ',
    '!a ',
    '"',
    '|',
    '*a, ',
    '%',
    '\t',
    '- [\n',
    '\u0000',
    '<<: *a\n',
    '---\n',
  ];
  for (const text of bad) {
    for (const count of [1, 99, 5000]) {
      try {
        parseConfig(text.repeat(count), 'packgate.yml', RULES);
      } catch (error) {
        assert.ok(error instanceof ConfigError, `${JSON.stringify(text)} x ${count}: ${error}`);
        assert.doesNotMatch(error.message, /\n/);
      }
    }
  }
});

test('aliases that multiply are refused', () => {
  const lines = [
    'a: &a0 [x, x]',
    ...Array.from({ length: 30 }, (_, i) => `b${i}: &a${i + 1} [*a${i}, *a${i}]`),
  ];
  assert.throws(() => parseConfig(lines.join('\n'), 'packgate.yml', RULES), {
    code: 'config',
    message: /aliases/,
  });
});

test('patterns that are too many together are refused at the list that does it', () => {
  const text = `allow:\n${'  - "x{1..200}"\n'.repeat(101)}`;
  assert.deepEqual(problemsOf(text), ['2:3: more than 20,000 patterns, braces opened; use `*` and `**`']);
});

test('patterns of one list that all have to be tried on a path are refused', () => {
  const text = (line: (index: number) => string) =>
    `allow:\n${Array.from({ length: 1001 }, (_, i) => `  - "${line(i)}"\n`).join('')}`;
  const said = [
    '2:3: more than 1,000 patterns with wildcards that begin or end alike; use `*` and `**` for several at once',
  ];
  for (const line of [(i: number) => `*${i}*`, (i: number) => `dist/*${i}*.js`, (i: number) => `!a/?${i}?`])
    assert.deepEqual(problemsOf(text(line)), said);
  for (const line of [(i: number) => `*${i}.js`, (i: number) => `dist/${i}-*.js`, (i: number) => `a/${i}.js`])
    assert.deepEqual(problemsOf(text(line)), []);
});

test('five thousand files of random words are read or refused, each mistake with a place and on one line', () => {
  const random = new Random(20261121);
  const words = (
    'allow rules waivers packages limits preset open off null ~ 1 1e9 growth 50% source-map/file path 2027-01-31 a ' +
    '** *x &x !x !! !!map !!set !!binary !!timestamp << __proto__ constructor : - ? [ ] { } , " \' | > # % @ \\ --- ...'
  ).split(' ');
  const breaks = [' ', ' ', '\n', '\n  ', '\n    ', '', '\t', ': ', '\u0000', '\u2028', '\ud800'];
  let read = 0;
  for (let i = 0; i < 5_000; i++) {
    let text = '';
    for (let left = random.below(30); left >= 0; left--) text += random.pick(words) + random.pick(breaks);
    try {
      parseConfig(text, 'packgate.yml', RULES);
      read++;
    } catch (error) {
      assert.ok(error instanceof ConfigError, `${JSON.stringify(text)}: ${error}`);
      assert.match(error.message, /^packgate\.yml:\d+:\d+: [^\n\r\u0000\u2028]+$/, JSON.stringify(text));
      for (const { line, column } of error.problems) assert.ok(line > 0 && column > 0, JSON.stringify(text));
    }
  }
  assert.ok(read > 5, `${read}`);
});
