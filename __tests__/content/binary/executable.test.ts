// Real tools at exact versions make the executables. Bun's and Node's have some 100 MB each: the whole takes about 20 seconds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { transformSync } from 'esbuild';
import { RULES } from '../../../src/rules/index.ts';
import { inspectFile } from '../../../src/rules/inspect.ts';
import { makeFolder } from '../../folders.ts';
import { mapText } from '../../rules/source-map/maps.ts';
import {
  bunExecutable,
  denoExecutable,
  type Maker,
  nexeExecutable,
  pkgExecutable,
  seaBlob,
  seaExecutable,
  startupSnapshot,
} from '../../tools/executables.ts';
import { runtimes } from '../../tools/node.ts';
import { lookInside } from '../inside.ts';

const PRICING = `/** How we price, which is nobody's business. */
export function priceForCustomer(customerName: string, amountInCents: number): string {
  // Friends pay less.
  const discountForFriends: number = customerName.length > 3 ? 0.9 : 1;
  return customerName + ' pays ' + Math.round(amountInCents * discountForFriends);
}
export function invoiceFor(customerName: string, invoiceNumber: number): string {
  const headline = 'Invoice ' + invoiceNumber + ' for ' + customerName;
  return headline.toUpperCase() + priceForCustomer(customerName, 4200);
}
`;
const MAIN = `import { invoiceFor } from './pricing.ts';\nconsole.log(invoiceFor(process.argv[2] ?? 'nobody', 7));\n`;
const READABLE = `${transformSync(PRICING, { loader: 'ts', format: 'cjs' }).code}\nconsole.log(invoiceFor('somebody', 7));\n`;
const SNAPSHOT = `${transformSync(PRICING.replaceAll('export ', ''), { loader: 'ts' }).code}globalThis.invoiceFor = invoiceFor;\nrequire('v8').startupSnapshot.setDeserializeMainFunction(() => {});\n`;
const MINIFIED = transformSync(READABLE, { minify: true, format: 'iife' }).code;
const TREE = {
  'src/main.ts': MAIN,
  'src/pricing.ts': PRICING,
  'src/readable.js': READABLE,
  'src/readable.js.map': mapText(),
  'src/snapshot.js': SNAPSHOT,
};

const [oldest, middle, newest] = runtimes().map(({ binary }) => binary) as [string, string?, string?];
const embedded = (path: string) => `source-map/embedded app!/${path}`;
const readable = (path: string) => `unminified/script app!/${path}`;

/** What makes it, of which file; and what is told of it. */
const leaking: Record<string, [Maker, string, string[]]> = {
  'Bun, readable': [bunExecutable(), 'src/main.ts', [readable('root/made.js')]],
  'Bun, minified with a map': [
    bunExecutable('--minify', '--sourcemap'),
    'src/main.ts',
    [embedded('root/made.js')],
  ],
  'Bun, with byte code and a map': [
    bunExecutable('--minify', '--bytecode', '--sourcemap'),
    'src/main.ts',
    [embedded('root/made.js')],
  ],
  Deno: [denoExecutable, 'src/main.ts', [embedded('main.ts'), embedded('pricing.ts')]],
  pkg: [
    pkgExecutable(middle ?? oldest, 'None'),
    'src/readable.js',
    [
      embedded('FOLDER/src/main.ts'),
      embedded('FOLDER/src/pricing.ts'),
      embedded('FOLDER/src/readable.js.map'),
      readable('FOLDER/src/readable.js'),
      readable('FOLDER/src/snapshot.js'),
    ],
  ],
  'pkg, compressed': [
    pkgExecutable(middle ?? oldest, 'Brotli'),
    'src/readable.js',
    [
      embedded('FOLDER/src/main.ts'),
      embedded('FOLDER/src/pricing.ts'),
      embedded('FOLDER/src/readable.js.map'),
      readable('FOLDER/src/readable.js'),
      readable('FOLDER/src/snapshot.js'),
    ],
  ],
  nexe: [
    nexeExecutable,
    'src/readable.js',
    [
      embedded('src/main.ts'),
      embedded('src/pricing.ts'),
      embedded('src/readable.js.map'),
      readable('src/readable.js'),
      readable('src/snapshot.js'),
    ],
  ],
  'Node.js 20': [seaBlob(oldest), 'src/readable.js', [readable('src/readable.js')]],
  'Node.js 22, with a code cache and assets': [
    seaBlob(middle ?? oldest, { useCodeCache: true, assets: { 'a.map': 'src/readable.js.map' } }),
    'src/readable.js',
    [embedded('a.map'), readable('src/readable.js')],
  ],
  'Node.js 24, with arguments': [
    seaBlob(newest ?? oldest, { execArgv: ['--no-warnings'], assets: { 'pricing.ts': 'src/pricing.ts' } }),
    'src/readable.js',
    [embedded('pricing.ts'), readable('src/readable.js')],
  ],
  'Node.js itself with a blob in it': [
    seaExecutable(oldest),
    'src/readable.js',
    [readable('src/readable.js')],
  ],
  'a start-up snapshot of Node.js 20': [
    startupSnapshot(oldest),
    'src/snapshot.js',
    [readable('script-1.js')],
  ],
  'a start-up snapshot of Node.js 24': [
    startupSnapshot(newest ?? oldest),
    'src/snapshot.js',
    [readable('script-1.js')],
  ],
};

/** What a careful publisher makes. */
const clean: Record<string, [Maker, string]> = {
  'Bun, minified': [bunExecutable('--minify'), 'src/main.ts'],
  'Bun, with byte code': [bunExecutable('--minify', '--bytecode'), 'src/main.ts'],
  Deno: [denoExecutable, 'app/main.js'],
  pkg: [pkgExecutable(middle ?? oldest, 'GZip'), 'app/main.js'],
  'Node.js 20': [seaBlob(oldest, { useCodeCache: true }), 'app/main.js'],
  'Node.js 24': [seaBlob(newest ?? oldest), 'app/main.js'],
  'Node.js itself': [seaExecutable(oldest), 'app/main.js'],
};

/** Errors and warnings, and what was not read. */
function told(bytes: Buffer): { findings: string[]; unread: string[] } {
  const { own, facts } = lookInside('app', bytes, 256 * 1024);
  const files = [...facts, own];
  const findings = files
    .flatMap((file) => inspectFile(RULES, file))
    .filter(({ rule, variant }) => rule !== 'debug-info/names' && variant !== 'foreign')
    .map(({ rule, path }) => `${rule} ${path}`);
  return {
    findings: findings.sort(),
    unread: files.flatMap(({ path, uninspected }) =>
      uninspected === undefined ? [] : [`${path}: ${uninspected}`],
    ),
  };
}

/** The tools are for Linux; what they write is the same elsewhere. */
const skip =
  process.platform === 'linux' && process.arch === 'x64' ? false : 'the tools are installed for Linux x64';

for (const [name, [make, entry, expected]] of Object.entries(leaking)) {
  test(`finds what leaks in an executable of ${name}`, { skip }, (t) => {
    const folder = makeFolder(t, TREE);
    const { findings, unread } = told(make(folder, entry));
    const here = folder.slice(folder.lastIndexOf('/') + 1);
    assert.deepEqual(
      findings.map((line) => line.replace(`${here}/`, 'FOLDER/')),
      expected,
    );
    // Node 20 has no zstd, in which Bun packs sources.
    assert.deepEqual(
      unread.filter((line) => !line.includes('zstd')),
      [],
    );
  });
}

for (const [name, [make, entry]] of Object.entries(clean)) {
  test(`leaves an executable of ${name} alone`, { skip }, (t) => {
    const tree = entry.startsWith('app') ? { 'app/main.js': MINIFIED } : TREE;
    assert.deepEqual(told(make(makeFolder(t, tree), entry)), { findings: [], unread: [] });
  });
}

test('tells each source that Bun packed', { skip }, (t) => {
  const made = bunExecutable('--minify', '--sourcemap')(makeFolder(t, TREE), 'src/main.ts');
  const { facts } = lookInside('app', made, 256 * 1024);
  const [map] = facts.flatMap(({ maps }) => maps);
  assert.deepEqual(
    map?.facts.sources.map(({ path, bytes, embedded, firstParty }) => ({
      path,
      bytes,
      embedded,
      firstParty,
    })),
    [
      { path: 'src/pricing.ts', bytes: PRICING.length, embedded: true, firstParty: true },
      { path: 'src/main.ts', bytes: MAIN.length, embedded: true, firstParty: true },
    ],
  );
});

test('the runtimes themselves are clean', { skip }, () => {
  const { findings } = told(readFileSync(oldest));
  assert.deepEqual(findings, []);
});
