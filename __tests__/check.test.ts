import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type CheckOptions, check } from '../src/check.ts';
import type { GateRun } from '../src/policy/gate-run.ts';
import type { Verdict } from '../src/policy/verdict.ts';
import { annotationsOf } from '../src/report/annotations.ts';
import { renderJson } from '../src/report/json.ts';
import { renderMarkdown } from '../src/report/markdown.ts';
import { renderSarif } from '../src/report/sarif.ts';
import { renderText } from '../src/report/text.ts';
import { RULES } from '../src/rules/index.ts';
import { makeFolder, type Tree, writeTree } from './folders.ts';
import { mapText } from './rules/source-map/maps.ts';
import { entryBlocks, MANIFEST, packed, rawTar } from './tarballs.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const MINIFIED = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};'.repeat(4);

function run(cwd: string, targets: string[], options: Partial<CheckOptions> = {}): Promise<GateRun> {
  return check(
    { targets, allow: [], failOn: 'error', ignoreScripts: false, ...options },
    { cwd, env: process.env, now: NOW, progress: () => {} },
  );
}

function verdictOf(gateRun: GateRun): Verdict {
  const [verdict] = gateRun.packages;
  assert.ok(verdict !== undefined && verdict.outcome !== 'error', JSON.stringify(verdict));
  return verdict;
}

const rulesOf = (verdict: Verdict) =>
  verdict.findings.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);

test('a package with nothing to find may ship, and its bytes are named', async (t) => {
  const bytes = packed({ 'dist/a.js': MINIFIED, 'README.md': '# made\n' });
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'a.tgz'), bytes);
  const verdict = verdictOf(await run(cwd, ['a.tgz'], { allow: ['dist/*.js'] }));
  assert.equal(verdict.outcome, 'pass');
  assert.deepEqual(rulesOf(verdict), []);
  assert.deepEqual(verdict.package, {
    name: 'made',
    version: '1.0.0',
    target: 'a.tgz',
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    unpackedSize: MINIFIED.length + 7 + 33,
    fileCount: 3,
  });
});

test('every family speaks, and each original file counts once', async (t) => {
  const cwd = makeFolder(t);
  const source =
    'export function total(items: Item[]): number {\n  return items.reduce((sum, item) => sum + item.price, 0);\n}\n'.repeat(
      4,
    );
  const map = mapText({ sources: ['../src/a.ts'], sourcesContent: [source] });
  const files = {
    'dist/a.js': `${MINIFIED}\n//# sourceMappingURL=a.js.map\n`,
    'dist/a.js.map': map,
    'dist/a.cjs': `${MINIFIED}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}\n`,
    'dist/b.js': `${MINIFIED}\n//# sourceMappingURL=https://cdn.example.com/b.js.map\n`,
    'src/a.ts': source,
  };
  writeFileSync(join(cwd, 'a.tgz'), packed(files));
  const verdict = verdictOf(await run(cwd, ['a.tgz'], { allow: ['dist/**'] }));
  assert.deepEqual(rulesOf(verdict), [
    'error allowlist/unlisted src/a.ts',
    'error source-map/file dist/a.js.map',
    'error source-map/inline dist/a.cjs',
    'error source-map/reference dist/b.js',
    'error unminified/source src/a.ts',
  ]);
  const { sources, firstParty, lines, bytes, folders } = verdict.exposure;
  assert.deepEqual(
    { sources, firstParty, lines, bytes, folders },
    { sources: 1, firstParty: 1, lines: 12, bytes: source.length, folders: [{ name: 'src', sources: 1 }] },
  );
});

test('the open preset lets source pass that is meant to be public', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'a.tgz'), packed({ 'a.js.map': mapText() }));
  const verdict = verdictOf(await run(cwd, ['a.tgz'], { preset: 'open' }));
  assert.equal(verdict.outcome, 'pass');
  assert.deepEqual(rulesOf(verdict), [
    'note allowlist/missing package.json',
    'note source-map/file a.js.map',
  ]);
});

test('one target that cannot be inspected makes the run an error, and the others are judged all the same', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'good.tgz'), packed({}));
  writeFileSync(join(cwd, 'bad.tgz'), gzipSync('no archive'));
  const { outcome, packages } = await run(cwd, ['bad.tgz', 'good.tgz']);
  assert.equal(outcome, 'error');
  assert.deepEqual(
    packages.map(({ outcome }) => outcome),
    ['error', 'pass'],
  );
});

test('archives of which nothing can be said are errors, each in one line that names the file', async (t) => {
  const cwd = makeFolder(t);
  const broken: Record<string, [Buffer, RegExp]> = {
    empty: [Buffer.alloc(0), /empty: the file is empty/],
    noise: [
      Buffer.from('noise '.repeat(200)),
      /noise: the data is no tar archive.*Point packgate at a tarball/s,
    ],
    short: [Buffer.from('noise'), /short: the file is no archive/],
    zip: [Buffer.from('PK\x03\x04 and so on'), /zip: the zip archive has no end record/],
    cut: [packed({ 'a.js': MINIFIED }).subarray(0, -20), /cut: the gzip data cannot be read: it is cut off/],
    'no-manifest': [gzipSync(rawTar({ name: 'package/a.js', body: 'a' })), /holds no package\.json/],
    'no-file': [gzipSync(rawTar({ name: 'package/', type: '5' })), /holds no file/],
    'only-end': [gzipSync(rawTar()), /holds no file/],
    'no-end': [gzipSync(entryBlocks(MANIFEST)), /no end mark/],
    'bad-manifest': [
      gzipSync(rawTar({ ...MANIFEST, body: '{' })),
      /package\.json in the archive is no JSON object/,
    ],
    'list-manifest': [
      gzipSync(rawTar({ ...MANIFEST, body: '[]' })),
      /package\.json in the archive is no JSON object/,
    ],
    bomb: [gzipSync(Buffer.alloc(20_000_000)), /./],
  };
  for (const [name, [bytes, message]] of Object.entries(broken)) {
    writeFileSync(join(cwd, name), bytes);
    const { outcome, packages } = await run(cwd, [name]);
    assert.equal(outcome, 'error', name);
    const [report] = packages;
    assert.ok(report?.outcome === 'error');
    assert.match(`${report.error.message}: ${report.error.help}`, message);
    assert.doesNotMatch(report.error.message, /\n/);
    assert.ok(report.error.help, name);
  }
});

test('what packgate does not look into is listed, and so never called clean', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(
    join(cwd, 'a.tgz'),
    packed({
      'a.xz': Buffer.from('fd377a585a000004', 'hex'),
      'b.wasm': Buffer.from('\0asm\x01\0\0\0\0\x7f', 'latin1'),
      'b2.wasm': Buffer.from('\0asm\x01\0\0\0', 'latin1'),
      'c.gz': gzipSync('x').subarray(0, -4),
      'd.gz': gzipSync('x'),
    }),
  );
  const { uninspected } = verdictOf(await run(cwd, ['a.tgz']));
  assert.deepEqual(
    uninspected.map(({ path }) => path),
    ['a.xz', 'b.wasm', 'c.gz'],
  );
});

test('what is in an archive is judged under its own path, and the archive is what to leave out', async (t) => {
  const cwd = makeFolder(t);
  const manifest = '{"name":"made","version":"1.0.0","files":["dist"]}';
  const map = mapText();
  writeFileSync(
    join(cwd, 'a.tgz'),
    packed({
      'package.json': manifest,
      'dist/a.js': `${MINIFIED}\n//# sourceMappingURL=a.js.map\n`,
      'dist/a.js.gz': gzipSync(`${MINIFIED}\n//# sourceMappingURL=a.js.map\n`),
      'dist/a.js.map.gz': gzipSync(map),
      'dist/a.js.map.br': brotliCompressSync(map),
    }),
  );
  const {
    findings,
    package: summary,
    exposure,
  } = verdictOf(await run(cwd, ['a.tgz'], { allow: ['dist/**'] }));
  assert.deepEqual(
    findings.map(({ rule, path }) => `${rule} ${path}`),
    ['source-map/file dist/a.js.map.br!/a.js.map', 'source-map/file dist/a.js.map.gz!/a.js.map'],
  );
  assert.match(findings[1]?.keepOut ?? '', /^add "!\S+\.gz" at the end of "files"/);
  assert.deepEqual([summary.fileCount, exposure.sources], [5, 2]);
});

test('an uncompressed archive is read as it is, whatever its name', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'a.tgz'), rawTar(MANIFEST));
  assert.equal(verdictOf(await run(cwd, ['a.tgz'])).outcome, 'pass');
});

test('the same bytes give the same verdict', async (t) => {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, 'a.tgz'), packed({ 'a.js.map': mapText(), 'b.css.map': mapText() }));
  const told = async () => JSON.stringify(await run(cwd, ['a.tgz']), (_, value) => listed(value), 1);
  assert.equal(await told(), await told());
  assert.match(await told(), /"b\.css\.map",/);
});

/** What a Map and what reads like one hold. */
function listed(value: unknown): unknown {
  const { entries } = (value ?? {}) as Partial<ReadonlyMap<unknown, unknown>>;
  return typeof entries === 'function' && !Array.isArray(value)
    ? [...(value as ReadonlyMap<unknown, unknown>)]
    : value;
}

test('a finding says what let the file in and which line keeps it out', async (t) => {
  const cwd = makeFolder(t);
  const manifest = '{"name":"made","version":"1.0.0","files":["dist"]}';
  writeFileSync(join(cwd, 'a.tgz'), packed({ 'package.json': manifest, 'dist/a.js.map': mapText() }));
  const [finding] = verdictOf(await run(cwd, ['a.tgz'])).findings;
  assert.match(
    String(finding?.evidence?.includedBy),
    /"files"\[0\] in package\.json, "dist", lets in the whole folder/,
  );
  assert.match(finding?.keepOut ?? '', /^add "!dist\/\*\*\/\*\.map" at the end of "files"/);
});

test('where a folder is packed, a map is traced to the line that asks for it', async (t) => {
  const cwd = makeFolder(t);
  const manifest = { name: 'made', version: '1.0.0', files: ['a.js.map'] };
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(cwd, 'a.js.map'), mapText());
  writeFileSync(join(cwd, '.swcrc'), '{\n  "sourceMaps": true\n}\n');
  const [finding] = verdictOf(await run(cwd, ['.'])).findings;
  assert.equal(finding?.evidence?.generator, 'swc');
  assert.equal(finding?.evidence?.askedBy, '.swcrc:2');
  assert.match(finding?.help ?? '', /^swc, or a tool .* wrote it: .* See \.swcrc:2\.$/);
});

test('for a folder it also says where: the line of package.json or of an ignore file, for annotations and code scanning', async (t) => {
  const lines: readonly [
    tree: Record<string, string | object>,
    file: string,
    line: number,
    keepOut: RegExp,
  ][] = [
    [
      { 'package.json': { name: 'made', version: '1.0.0', files: ['lib', 'dist'] } },
      'package.json',
      6,
      /^add "!dist\/\*\*\/\*\.map" at/,
    ],
    [
      { 'package.json': { name: 'made', version: '1.0.0' }, '.npmignore': '*.txt\n*.map\n!a.js.map\n' },
      '.npmignore',
      3,
      /^take line 3 out of packages\/one\/\.npmignore$/,
    ],
    [
      { 'package.json': { name: 'made', version: '1.0.0' }, '.gitignore': '*.txt\n*.log\n' },
      '.gitignore',
      2,
      /^add the line `dist\/\*\*\/\*\.map` at the end of packages\/one\/\.gitignore, /,
    ],
    [
      { 'package.json': { name: 'made', version: '1.0.0' } },
      'package.json',
      1,
      /^make a file packages\/one\/\.npmignore with the line `dist\/\*\*\/\*\.map`$/,
    ],
    [
      { 'package.json': { name: 'made', version: '1.0.0', main: 'dist/a.js.map', files: [] } },
      'package.json',
      4,
      /^let "main" in packages\/one\/package\.json:4 name the built file/,
    ],
    [
      {
        'package.json': {
          name: 'made',
          version: '1.0.0',
          exports: { './map': [{ types: './x.d.ts', default: './dist/a.js.map' }] },
          files: ['dist'],
        },
      },
      'package.json',
      13,
      /^let "exports" in packages\/one\/package\.json:4 name another file, then add "!dist\/\*\*\/\*\.map" at/,
    ],
    [
      {
        'package.json': {
          name: 'made',
          version: '1.0.0',
          module: 'dist/a.js.map',
          types: './dist/a.js.map',
          exports: './dist/a.js.map',
          files: ['dist'],
        },
      },
      'package.json',
      8,
      /^let "exports" in packages\/one\/package\.json:6, "module" in packages\/one\/package\.json:4 and "types" in packages\/one\/package\.json:5 name another file, then add "!dist/,
    ],
  ];
  for (const [tree, file, line, keepOut] of lines) {
    const cwd = makeFolder(t);
    writeTree(join(cwd, 'packages/one'), { ...tree, 'dist/a.js.map': mapText() });
    const gateRun = await run(cwd, ['./packages/one']);
    const finding = verdictOf(gateRun).findings.find(({ rule }) => rule === 'source-map/file');
    const place = { file: `packages/one/${file}`, line };
    assert.deepEqual([finding?.fixAt, finding?.evidence?.fixAt], [place, `${place.file}:${line}`]);
    assert.match(finding?.keepOut ?? '', keepOut);
    const [annotation] = annotationsOf(gateRun, RULES);
    assert.deepEqual(annotation?.place, place);
    const [result] = JSON.parse(renderSarif(gateRun, RULES)).runs[0].results;
    assert.deepEqual(result.locations[0].physicalLocation, {
      artifactLocation: { uri: place.file },
      region: { startLine: line },
    });
  }
});

const MADE = { name: 'made', version: '1.0.0', files: ['dist'] };
const TARBALL = packed({ 'package.json': JSON.stringify(MADE), 'dist/a.js.map': mapText() });
const READABLE = `export function totalOf(items) {
  let total = 0;
  // Each item counts by its weight.
  for (const item of items) {
    total += item.value * item.weight;
  }
  return total;
}
`.repeat(9);

/** What is in the working folder, the target, the rule; then where its finding is to be mended, and what else let the file in. */
const PLACES: Readonly<
  Record<string, [tree: Tree, target: string, rule: string, fixAt?: string, alsoAt?: string]>
> = {
  'a map in a folder: the line of the tool’s config, and the line that lets it in': [
    { 'package.json': MADE, '.swcrc': '{\n  "sourceMaps": true\n}\n', 'dist/a.js.map': mapText() },
    '.',
    'source-map/file',
    '.swcrc:2',
    'package.json:5',
  ],
  'the same in a package further down, with the config of the whole repository': [
    {
      '.swcrc': '{\n  "sourceMaps": true\n}\n',
      'packages/one/package.json': MADE,
      'packages/one/dist/a.js.map': mapText(),
    },
    './packages/one/package.json',
    'source-map/file',
    '.swcrc:2',
    'packages/one/package.json:5',
  ],
  'a tarball beside the folder it is made in': [
    { 'package.json': MADE, '.swcrc': '\n"sourceMaps": true', 'out/a.tgz': TARBALL },
    './out/a.tgz',
    'source-map/file',
    '.swcrc:2',
    'package.json:5',
  ],
  'a tarball of a package of the workspace': [
    {
      'package.json': { private: true, workspaces: ['packages/*'] },
      'packages/one/package.json': MADE,
      'out/a.tgz': TARBALL,
    },
    './out/a.tgz',
    'source-map/file',
    'packages/one/package.json:5',
  ],
  'a tarball whose list is another by now': [
    { 'package.json': { ...MADE, files: ['lib', 'dist'] }, 'a.tgz': TARBALL },
    './a.tgz',
    'source-map/file',
    'package.json:4',
  ],
  'a tarball of something else': [
    { 'package.json': { ...MADE, name: 'other' }, 'a.tgz': TARBALL },
    './a.tgz',
    'source-map/file',
  ],
  'readable code, where the config asks for it': [
    { 'package.json': MADE, 'vite.config.js': 'build: {\n  minify: false }', 'dist/a.js': READABLE },
    '.',
    'unminified/script',
    'vite.config.js:2',
    'package.json:5',
  ],
  'a list that allows a file that is not there': [
    { 'package.json': MADE, 'dist/a.txt': 'a', 'packgate.yml': 'allow:\n  - dist/a.txt\n  - dist/b.txt\n' },
    '.',
    'allowlist/unused',
    'packgate.yml:3',
  ],
};

for (const [title, [tree, target, rule, fixAt, alsoAt]] of Object.entries(PLACES)) {
  test(`annotations and code scanning point at the line to mend: ${title}`, async (t) => {
    const cwd = makeFolder(t, tree);
    const gateRun = await run(cwd, [target]);
    const written = (place: { readonly file: string; readonly line: number } | undefined) =>
      place && `${place.file}:${place.line}`;
    const finding = verdictOf(gateRun).findings.find((one) => one.rule === rule);
    assert.deepEqual([written(finding?.fixAt), written(finding?.alsoAt)], [fixAt, alsoAt]);
    const annotation = annotationsOf(gateRun, RULES).find((one) => one.title.includes(rule));
    assert.equal(written(annotation?.place), fixAt);
    const sarif = JSON.parse(renderSarif(gateRun, RULES));
    const result = sarif.runs[0].results.find((one: { ruleId: string }) => one.ruleId === rule);
    const told = ({ physicalLocation: { artifactLocation, region } }: SarifLocation) =>
      `${artifactLocation.uri}:${region.startLine}`;
    assert.equal(told(result.locations[0]), fixAt ?? 'package.json:1');
    assert.deepEqual(result.relatedLocations?.map(told), alsoAt && [alsoAt]);
  });
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number };
  };
}

test('yesterday, today and tomorrow: a waiver ends with its day in UTC, and every report shows it with its reason', async (t) => {
  const days: readonly [expires: string, now: string, outcome: string][] = [
    ['2026-11-20', '2026-11-21T00:00:00Z', 'fail'],
    ['2026-11-21', '2026-11-21T23:59:59Z', 'pass'],
    ['2026-11-21', '2026-11-22T13:00:00+14:00', 'pass'],
    ['2026-11-21', '2026-11-21T13:00:00-12:00', 'fail'],
    ['2026-11-22', '2026-11-21T23:59:59Z', 'pass'],
  ];
  const cwd = makeFolder(t);
  const map = mapText();
  writeFileSync(join(cwd, 'a.tgz'), packed({ 'dist/a.js.map': map }));
  const sha256 = createHash('sha256').update(map).digest('hex');
  for (const [expires, now, outcome] of days) {
    const waiver = {
      rule: 'source-map/file',
      path: 'dist/*.map',
      sha256,
      reason: 'public anyway',
      owner: '@acme',
      expires,
    };
    writeTree(cwd, { 'packgate.json': { allow: ['dist/**'], waivers: [waiver] } });
    const gateRun = await check(
      { targets: ['a.tgz'], allow: [], failOn: 'error', ignoreScripts: false },
      { cwd, env: process.env, now: new Date(now), progress: () => {} },
    );
    assert.equal(gateRun.outcome, outcome, `${expires} at ${now}`);
    if (outcome === 'fail') continue;
    const texts = [
      renderText(gateRun, { rules: RULES, color: false, columns: 120 }),
      renderMarkdown(gateRun, { rules: RULES, maxBytes: 65_000 }),
      renderSarif(gateRun, RULES),
      renderJson(gateRun),
      annotationsOf(gateRun, RULES)
        .map(({ message }) => message)
        .join(),
    ];
    for (const text of texts)
      assert.ok(text.includes('public anyway') && text.includes('@acme') && text.includes(expires), text);
    const report = JSON.parse(texts[3]!);
    assert.deepEqual(report.policy.waivers, [{ ...waiver, used: true }]);
    assert.deepEqual(
      [report.policy.allow, report.policy.rules, report.policy.file],
      [['dist/**'], [], 'packgate.json'],
    );
    assert.match(texts[0]!, /Judged by packgate\.json: preset closed; 1 allow pattern; 1 waiver, 1 used/);
  }
});

test('a tarball that was kept is not in the next one', async (t) => {
  const cwd = makeFolder(t, { 'package.json': '{"name":"made","version":"1.0.0"}', 'index.js': MINIFIED });
  const first = verdictOf(await run(cwd, ['.'], { keep: './.packgate' }));
  const second = verdictOf(await run(cwd, ['.'], { keep: './.packgate' }));
  assert.equal(first.outcome, 'pass');
  assert.deepEqual(second.package, first.package);
});
