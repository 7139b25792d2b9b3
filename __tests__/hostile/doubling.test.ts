import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { check } from '../../src/check.ts';
import { lookAt } from '../../src/content/look.ts';
import { rawAsar } from '../asars.ts';
import { makeFolder } from '../folders.ts';
import { MANIFEST, packed, pax, rawTar } from '../tarballs.ts';
import { rawZip } from '../zips.ts';

// About 15 seconds of one core: twice the input may take twice the time, and each is measured where it is long enough to tell.

/** Text that makes a reader begin something that does not end, or look for what is not there. */
const TEXTS: readonly string[] = [
  ' ',
  'a',
  '"',
  "'",
  '`',
  '`${',
  '${',
  '(',
  '[',
  '{',
  '}',
  '<',
  '</',
  '/',
  '//',
  '/*',
  '/**/',
  '<!--',
  '\\',
  '\\"',
  '\r',
  '\n',
  '\t\n',
  '#',
  '@',
  '$',
  '?',
  ':',
  ';',
  '=>',
  'é',
  '\ufeff',
  '\u2028',
  'a.',
  'a/',
  'a?',
  'a a',
  'a,',
  '1',
  'import a ',
  'export ',
  'require(',
  'function ',
  'eval("',
  '<script>',
  '<script ',
  '<style>',
  '<template>',
  '<a b="',
  '@import ',
  '@media{',
  'a{b:c}',
  '{"version":3,',
  '{"version":3,"sources":["',
  '{"a":',
  '[[',
  '"\\u',
  'sourceMappingURL=',
  '//# sourceMappingURL=',
  '//# sourceMappingURL=a\n',
  '/*# sourceMappingURL=a */',
  '//# sourceMappingURL=data:application/json;base64,',
  'data:application/json,',
  'base64,',
  'base64,eyJ2ZXJzaW9uIjoz',
  'https://',
  's3://a',
  '//# sourceURL=',
  'PK\x05\x06',
  'PK\x03\x04',
  '\x1f\x8b',
];

const PATHS = ['a.js', 'a.tsx', 'a.css', 'a.scss', 'a.vue', 'a.html', 'a.json', 'a'];

/** Before what is repeated. */
const BEGINNINGS = ['', '{"version":3,"sources":["a"],"sourcesContent":["', '<html><script>', 'let a = `'];

function look(path: string, bytes: Buffer): void {
  const reader = lookAt(path, bytes.length, false);
  for (let at = 0; at < bytes.length; at += 65_536) reader.push(bytes.subarray(at, at + 65_536));
  reader.end();
}

/** CPU time in ms, the least of some tries. */
async function cost(work: () => void | Promise<void>, tries: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Long enough for the clock. */
const ENOUGH = 40;

/**
 * How many times as long twice as much takes, where that is long enough to tell; else 2. Four times is what is not linear; 3 leaves room for
 * what collecting garbage adds.
 */
async function growth(
  work: (size: number) => void | Promise<void>,
  from: number,
  most: number,
): Promise<number> {
  let size = from;
  let once = await cost(() => work(size), 1);
  while (once < ENOUGH && size < most) {
    size *= 2;
    once = await cost(() => work(size), 1);
  }
  if (once < ENOUGH) return 2;
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 1; tries <= 3 && least >= 3; tries++) {
    once = await cost(() => work(size), tries);
    least = Math.min(least, (await cost(() => work(2 * size), tries)) / once);
  }
  return least;
}

for (const path of PATHS) {
  test(`${path}: twice as long takes twice as long, whatever is repeated`, async () => {
    const wrong: string[] = [];
    for (const begin of path === 'a.js' || path === 'a.html' ? BEGINNINGS : ['']) {
      for (const text of TEXTS) {
        const times = await growth(
          (size) => look(path, Buffer.from(begin + text.repeat(Math.ceil(size / text.length)))),
          32_768,
          32_768,
        );
        if (times >= 3)
          wrong.push(`${JSON.stringify(begin)} and ${JSON.stringify(text)}: ${times.toFixed(1)} times`);
      }
    }
    assert.deepEqual(wrong, []);
  });
}

const list = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, i) => item(i));
const zipped = (count: number, name: (index: number) => string, same = false) =>
  rawZip(list(count, (i) => ({ name: name(i), body: 'a', ...(same && i > 0 && { at: 0 }) })));

/** Archives of so many parts. */
const ARCHIVES: Readonly<Record<string, (count: number) => Buffer>> = {
  'files with one name': (count) => rawTar(MANIFEST, ...list(count, () => ({ name: 'package/a' }))),
  'files whose names grow': (count) =>
    rawTar(MANIFEST, ...list(count, (i) => ({ name: `package/${'a'.repeat(i % 90)}${i}` }))),
  'names that differ by case': (count) =>
    rawTar(MANIFEST, ...list(count, (i) => ({ name: `package/${'aA'[i % 2]}${i >> 1}` }))),
  'folders in folders': (count) =>
    rawTar(MANIFEST, ...list(count, (i) => ({ name: `package/${'a/'.repeat(i % 40)}${i}` }))),
  'records in one extended header': (count) =>
    rawTar(MANIFEST, pax(Object.fromEntries(list(count, (i) => [`k${i}`, 'v']))), { name: 'package/a' }),
  'references to maps': (count) =>
    packed({ 'a.js': '//# sourceMappingURL=a\n'.repeat(count), 'b.js': 'a?'.repeat(count) }),
  'sources in a map': (count) =>
    packed({
      'a.map': JSON.stringify({ version: 3, mappings: '', sources: list(count, (i) => `a/../b/${i}.ts`) }),
    }),
  'members of gzip': (count) => Buffer.concat([packed({}), ...list(count, () => gzipSync(''))]),
  'files in a zip archive': (count) => packed({ 'a.zip': zipped(count, (i) => `${i}.js`) }),
  'names in a zip archive for one file': (count) =>
    packed({ 'a.zip': zipped(count, (i) => `${i}.js`, true) }),
  'end marks behind a zip archive': (count) =>
    packed({ 'a.zip': Buffer.concat([zipped(1, () => 'a'), Buffer.from('PK\x05\x06'.repeat(count))]) }),
  'files in an asar archive': (count) =>
    packed({
      'a.asar': rawAsar(
        { files: Object.fromEntries(list(count, (i) => [`${i}`, { size: 1, offset: '0' }])) },
        'a',
      ),
    }),
  'archives in an archive': (count) =>
    packed({ 'a.zip': rawZip(list(count >> 4, (i) => ({ name: `${i}.gz`, body: gzipSync('a') }))) }),
  'files that nobody listed': (count) =>
    rawTar(MANIFEST, ...list(count, (i) => ({ name: `package/b${i}/c.map` }))),
};

async function inspect(cwd: string, bytes: Buffer): Promise<void> {
  writeFileSync(join(cwd, 'a.tgz'), bytes);
  await check(
    {
      targets: ['a.tgz'],
      allow: ['package.json', 'dist/**/*.js', '**/a*b*c'],
      failOn: 'error',
      ignoreScripts: true,
    },
    { cwd, env: { TMPDIR: cwd }, now: new Date(0), progress: () => {} },
  );
}

for (const [name, make] of Object.entries(ARCHIVES)) {
  test(`twice as many ${name} take twice as long`, async (t) => {
    const cwd = makeFolder(t);
    const made = new Map<number, Buffer>();
    const times = await growth(
      (count) => {
        const bytes = made.get(count) ?? make(count);
        made.set(count, bytes);
        return inspect(cwd, bytes);
      },
      500,
      16_000,
    );
    assert.ok(times < 3, `${times.toFixed(1)} times`);
  });
}
