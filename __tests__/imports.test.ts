import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';

/** The path of a tarball: a file imports from its own stage and from earlier ones. */
const STAGES = [
  [
    'errors.ts',
    'anchors.ts',
    'minimatch.ts',
    'paths.ts',
    'glob.ts',
    'suggestion.ts',
    'manifest.ts',
    'canonical.ts',
    'figures.ts',
    'json-marks.ts',
    'invisible.ts',
    'duration.ts',
    'version.ts',
    'engine.ts',
  ],
  ['target/'],
  ['archive/'],
  ['content/'],
  ['rules/'],
  ['config.ts', 'config/', 'policy/', 'allowlist/'],
  ['proof/'],
  ['shards/'],
  ['report/'],
  [
    'world.ts',
    'targets.ts',
    'findings.ts',
    'redact.ts',
    'inspection.ts',
    'baseline.ts',
    'trace.ts',
    'examine.ts',
    'check.ts',
    'explain.ts',
    'merge.ts',
    'prove.ts',
    'verify.ts',
    'init.ts',
  ],
  ['commands/'],
  ['action.ts', 'action/', 'cli.ts'],
];

/** Who may know what. A folder stands for all files in it. */
const KEEPERS: Readonly<Record<string, readonly string[]>> = {
  minimatch: ['minimatch.ts'],
  'tar-stream': ['archive/'],
  '@actions/core': ['action.ts', 'report/github.ts'],
  '@actions/github': ['report/comment.ts'],
  '@secretlint/secretlint-rule-preset-recommend': ['content/secret/'],
  yaml: ['config/', 'target/'],
  zod: ['config/', 'shards/'],
  'package-manager-detector': ['target/'],
  'node:child_process': ['target/run.ts'],
  'node:v8': ['engine.ts'],
  'node:fs': [
    'target/', // finds, packs, downloads
    'archive/read.ts', // reads the one archive file, synchronously and in pieces, which a stream could not
    'archive/pages.ts', // keeps long lists of files, most of them, out of memory
    'archive/store.ts', // holds archives inside the package that are too large for memory
    'config/file.ts', // reads the one config file
    'config/near-name.ts', // looks for one by a name that nobody reads
    'proof/audit-log.ts', // adds to the one audit log, and reads it
    'proof/lock.ts', // lets one process do so at a time
    'prove.ts', // removes the receipt of an earlier run
    'report/file.ts', // writes the report that --output and the Action's inputs ask for
    'report/earlier.ts', // looks whether what a report would overwrite is one, and removes one that a wrong command line left
    'report/checkout.ts', // looks whether a path is in the checkout, as annotations point only there
    'action/files.ts', // removes reports of an earlier run, so that nobody takes them for this one's
    'commands/run.ts', // tells a forgotten `check` from a misspelt command
  ],
};

/** Offences that were there before this test, to be mended: none may be added, and one that is gone leaves the list. */
const OFFENCES: readonly string[] = [];

interface Import {
  readonly from: string;
  /** A file under src, or a package without the path in it. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
const imports = files.flatMap((file) => importsOf(file, readFileSync(`src/${file}`, 'utf8')));

function importsOf(from: string, text: string): Import[] {
  const lines = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...lines].map(([, type, still, lazy]) => {
    const name = still ?? lazy!;
    const to = name.startsWith('.')
      ? posix.join(posix.dirname(from), name)
      : name.match(/^(?:@[^/]+\/|node:)?[^/]+/)![0];
    return { from, to, typeOnly: type !== undefined };
  });
}

function stageOf(file: string): number {
  return STAGES.findIndex((stage) => stage.some((prefix) => within(file, prefix)));
}

function within(file: string, keeper: string): boolean {
  return keeper.endsWith('/') ? file.startsWith(keeper) : file === keeper;
}

function told(offences: readonly Import[]): string[] {
  return offences.map(({ from, to }) => `${from} -> ${to}`);
}

function unknown(offences: readonly Import[]): string[] {
  return told(offences).filter((offence) => !OFFENCES.includes(offence));
}

const inside = imports.filter(({ to }) => files.includes(to));

test('import lines are read: plain, of types, over several lines, lazy, for effect', () => {
  const text = `import a from './b.ts';\nimport type { C } from '../c.ts';\nimport {\n  d,\n} from '@x/d/deep';
export { e } from 'node:fs/promises';\n  const f = await import('./f.ts');\nimport 'g';\nimport { type H } from 'h';\n`;
  assert.deepEqual(
    importsOf('a/a.ts', text).map(({ to, typeOnly }) => (typeOnly ? `type ${to}` : to)),
    ['a/b.ts', 'type c.ts', '@x/d', 'node:fs', 'a/f.ts', 'g', 'h'],
  );
  assert.ok(inside.length > 100, `${inside.length} imports`);
});

test('every file has a stage', () => {
  assert.deepEqual(
    files.filter((file) => stageOf(file) < 0),
    [],
  );
});

const backward = inside.filter(({ from, to }) => stageOf(to) > stageOf(from));

test('imports point to earlier stages, types included', () => assert.deepEqual(unknown(backward), []));

test('rules do not import each other', () => {
  const rules = inside.filter(({ from, to }) => from.match(/^rules\/\S+\//) && to.match(/^rules\/\S+\//));
  const strange = rules.filter(
    ({ from, to }) =>
      posix.dirname(from) !== posix.dirname(to) ||
      /^export const rule\b/m.test(readFileSync(`src/${to}`, 'utf8')),
  );
  assert.deepEqual(strange, []);
});

test('no file comes back to itself, types included', () => {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    assert.ok(!way.includes(file), [...way, file].join(' -> '));
    if (done.has(file)) return;
    for (const { from, to } of inside) if (from === file) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
});

for (const [library, keepers] of Object.entries(KEEPERS)) {
  const users = imports.filter(({ to, typeOnly }) => to === library && !typeOnly);
  const isFor = (keeper: string) => users.some(({ from }) => within(from, keeper));

  test(`only ${keepers.join(', ')} may import ${library}, and does`, () => {
    assert.deepEqual(
      unknown(users.filter(({ from }) => !keepers.some((keeper) => within(from, keeper)))),
      [],
    );
    assert.deepEqual(
      keepers.filter((keeper) => !isFor(keeper)),
      [],
    );
  });
}

test('a package that is imported when it is needed is an ES module: of others the built files would lose the names', () => {
  const lazy = files.flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/\bimport\('([^.'][^']*)'\)/g)].map(([, name]) => name!),
  );
  assert.ok(lazy.length > 0);
  for (const name of lazy.filter((name) => !name.startsWith('node:'))) {
    assert.equal(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).type, 'module', name);
  }
});

test('known offences that are mended leave the list', () => {
  const all = told(imports);
  assert.deepEqual(
    OFFENCES.filter((offence) => !all.includes(offence)),
    [],
  );
});

test('every package that is imported has keepers', () => {
  const packages = new Set(imports.filter(({ to }) => !files.includes(to)).map(({ to }) => to));
  const free = [...packages].filter((name) => !name.startsWith('node:') && !/\.json$/.test(name));
  assert.deepEqual(free.filter((name) => !(name in KEEPERS)).sort(), []);
});
