import { createHash } from 'node:crypto';
import type { Exposure } from '../../src/content/exposure.ts';
import type { GateRun } from '../../src/policy/gate-run.ts';
import type { JudgedFinding, NotInspected, Verdict } from '../../src/policy/verdict.ts';
import type { Rule, Severity } from '../../src/rules/rule.ts';

/** Gate runs made by hand, one for each thing a report must say well. */

const LEVELS = { closed: 'error', open: 'note' } as const;

function rule(id: string, title: string, help: string, cwe: readonly number[]): Rule {
  const description = `${title}: found by what the bytes say, whatever the file's name.`;
  return { id, title, description, help, cwe, levels: LEVELS, scope: 'file', grounds: [], inspect: () => [] };
}

export const RULES: readonly Rule[] = [
  rule('source-map/file', 'Source map file', 'Leave the map out of the package.', [540, 615]),
  rule('source-map/reference', 'Comment that points to a missing map', 'Take the comment out.', [615]),
  rule('unminified/source', 'Original source file', 'Leave sources out of the package.', [540]),
  rule(
    'allowlist/unlisted',
    'File that no allow pattern matches',
    'Add a pattern to `allow`, or leave the file out.',
    [200],
  ),
  rule('allowlist/missing', 'No allowlist', 'Run `packgate init` to write one.', [1188]),
];

export function finding(
  rule: string,
  severity: Severity,
  path: string,
  message: string,
  more: Partial<JudgedFinding> = {},
): JudgedFinding {
  const fingerprint = createHash('sha256').update(`${rule}\n${path}`).digest('hex').slice(0, 32);
  return { rule, severity, path, message, fingerprint, ...more };
}

export const NO_EXPOSURE: Exposure = {
  sources: 0,
  firstParty: 0,
  lines: 0,
  bytes: 0,
  namedOnly: 0,
  recovered: [],
  recoveredMore: 0,
  folders: [],
  hosts: [],
  buckets: [],
};

export function verdict(more: Partial<Verdict> = {}): Verdict {
  return {
    outcome: 'pass',
    policy: { digest: '00'.repeat(32), file: null },
    package: {
      name: '@acme/cli',
      version: '2.1.88',
      target: './acme-cli-2.1.88.tgz',
      integrity: `sha512-${'Qm'.repeat(43)}==`,
      sha256: '0123456789abcdef'.repeat(4),
      size: 10_731_519,
      unpackedSize: 72_351_744,
      fileCount: 18,
    },
    findings: [],
    uninspected: [],
    exposure: NO_EXPOSURE,
    failOn: 'error',
    ...more,
  };
}

export function runOf(...packages: (Verdict | NotInspected)[]): GateRun {
  const outcomes = packages.map((report) => report.outcome);
  const outcome = outcomes.includes('error') ? 'error' : outcomes.includes('fail') ? 'fail' : 'pass';
  return { outcome, packages, failOn: 'error' };
}

const MAP_HELP =
  'Add "!**/*.map" to "files" in package.json, or build with "esbuild --sourcemap=external" and keep the map outside the package.';

export const incident = verdict({
  outcome: 'fail',
  findings: [
    finding(
      'source-map/file',
      'error',
      'cli.js.map',
      'Source map with the whole text of 1,902 original files, 512,311 lines.',
      {
        line: 1,
        column: 1,
        help: MAP_HELP,
        evidence: {
          sources: 1902,
          lines: 512_311,
          size: 59_766_257,
          generator: 'bun',
          folders: ['src', 'packages'],
        },
      },
    ),
    finding(
      'source-map/reference',
      'warning',
      'cli.js',
      'The comment on line 41,022 points to "cli.js.map".',
      {
        line: 41_022,
        column: 1,
      },
    ),
    finding(
      'allowlist/missing',
      'note',
      'package.json',
      'No allowlist is configured, so any file may be in the package.',
    ),
  ],
  exposure: {
    sources: 1902,
    firstParty: 1650,
    lines: 512_311,
    bytes: 33_512_204,
    namedOnly: 0,
    recovered: ['src/main.ts', 'src/auth/token.ts'],
    recoveredMore: 1900,
    folders: [
      { name: 'src/', sources: 1403 },
      { name: 'packages/', sources: 247 },
      { name: 'node_modules/', sources: 252 },
    ],
    hosts: [],
    buckets: ['acme-internal-src.s3.amazonaws.com'],
  },
});

export const many = verdict({
  outcome: 'fail',
  findings: [
    ...Array.from({ length: 220 }, (_, index) =>
      finding(
        'allowlist/unlisted',
        'error',
        `src/feature-${index}/index.ts`,
        'No allow pattern matches it.',
        {
          evidence: { size: 900 + ((index * 7919) % 40_000) },
        },
      ),
    ),
    ...Array.from({ length: 75 }, (_, index) =>
      finding(
        'unminified/source',
        'error',
        `src/feature-${index}/index.ts`,
        `TypeScript source, ${10 + index} lines.`,
        {
          help: 'Add "!src" to "files" in package.json.',
          evidence: { size: 900 + ((index * 7919) % 40_000) },
        },
      ),
    ),
    ...Array.from({ length: 4 }, (_, index) =>
      finding(
        'source-map/file',
        'error',
        `dist/chunk-${index}.js.map`,
        `Source map of ${index + 2} original files, 400 lines.`,
        {
          help: MAP_HELP,
          evidence: { size: 20_000 * (index + 1) },
        },
      ),
    ),
    finding('source-map/file', 'error', 'vendor/legacy.js.map', 'Source map of 3 original files, 90 lines.', {
      evidence: { size: 4_100 },
      waived: { reason: 'vendored, public source', owner: '@acme/release', expires: '2027-01-31' },
    }),
  ],
  uninspected: [
    { path: 'assets/model.bin.zst', reason: 'zstd needs Node 22.15 or later' },
    { path: 'docs/examples.zip', reason: 'archives inside the package are not opened' },
  ],
  exposure: {
    ...NO_EXPOSURE,
    sources: 17,
    firstParty: 17,
    lines: 1_690,
    bytes: 61_000,
    folders: [{ name: 'src/', sources: 17 }],
  },
});

export const clean = verdict({ tarball: './.packgate/acme-cli-2.1.88.tgz' });

export const notLookedInto = verdict({
  findings: [
    finding(
      'allowlist/missing',
      'note',
      'package.json',
      'No allowlist is configured, so any file may be in the package.',
    ),
  ],
  uninspected: [{ path: 'docs/examples.zip', reason: 'archives inside the package are not opened' }],
});

export const broken: NotInspected = {
  outcome: 'error',
  target: './dist/acme-web-3.0.0.tgz',
  error: {
    code: 'archive',
    message:
      './dist/acme-web-3.0.0.tgz: the gzip stream ends in the middle of "package/index.js" (byte 18,322)',
    help: 'Pack it again: npm pack --pack-destination ./dist',
  },
};

const HOSTILE_PATH =
  'x\n::error::pwned\u001b[2J##[group]\u202egpj.js|`<img src=x onerror=alert(1)>`@acme/[a](https://evil.example)\ud800.map';

export const hostile = verdict({
  outcome: 'fail',
  package: {
    ...clean.package,
    name: '::set-output name=x::\u001b[31m@evil',
    version: '1.0.0\n##[error]',
    target: '-rf|*',
  },
  findings: [
    finding('source-map/file', 'error', HOSTILE_PATH, `Source map in "${HOSTILE_PATH}".`, {
      help: '::stop-commands::x',
    }),
    finding(
      'source-map/file',
      'error',
      `${'very/'.repeat(60)}long.js.map`,
      'Source map of 1 original file, 1 line.',
    ),
  ],
  uninspected: [{ path: '##[add-mask]x', reason: '<script>alert(1)</script>' }],
  exposure: {
    ...NO_EXPOSURE,
    sources: 1,
    firstParty: 1,
    lines: 1,
    bytes: 1,
    folders: [{ name: '::warning::|<b>\r\n', sources: 1 }],
    hosts: ['evil.example\u202e'],
    buckets: ['![x](https://evil.example)'],
  },
});

export const RUNS: Readonly<Record<string, GateRun>> = {
  incident: runOf(incident),
  many: runOf(many),
  clean: runOf(clean),
  'not looked into': runOf(notLookedInto),
  'not inspected': runOf(broken),
  'two packages': runOf(incident, clean),
  'one broken of two': runOf(broken, clean),
  workspace: {
    ...runOf(clean, notLookedInto),
    skipped: [
      { target: 'apps/web', name: '@acme/web', reason: 'private' },
      { target: 'tools', name: '', reason: 'no name' },
    ],
  },
  hostile: { ...runOf(hostile), skipped: [{ target: '##[x]\n::error::y', name: '<b>', reason: 'private' }] },
};
