import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { makeFolder } from '../folders.ts';
import { END, entryBlocks, MANIFEST, type RawEntry } from '../tarballs.ts';
import { rawZip } from '../zips.ts';
import { measured, tookAtMost } from './measured.ts';

// About 60 seconds on two cores: what the config and the reports make of very many files.

const list = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, i) => item(i));

/** Entries are many and alike: a piece of a gzip file for each thousand. */
function archive(count: number, entry: (index: number) => RawEntry): Buffer {
  const members = [gzipSync(entryBlocks(MANIFEST))];
  for (let i = 0; i < count; i += 1000) {
    const blocks = list(Math.min(1000, count - i), (j) => entryBlocks(entry(i + j)));
    members.push(gzipSync(Buffer.concat(blocks), { level: 1 }));
  }
  return Buffer.concat([...members, gzipSync(END)]);
}

const SOURCE = 'export const a: string = "x";\n';
const sources = (count: number) =>
  archive(count, (i) => ({ name: `package/${i % 100}/${i}.ts`, body: SOURCE }));
const TOKEN = `ghp_${createHash('sha512').update('a').digest('base64').replace(/\W/g, '').slice(0, 36)}`;
const MANY = { limits: { findings: 150_000 }, rules: { 'drift/*': 'off' } };
const waiver = (path: string, more: object = {}) => ({
  rule: 'unminified/source',
  path,
  reason: 'public',
  owner: 'a',
  expires: '2099-01-01',
  ...more,
});

interface Case {
  readonly archive: () => Buffer;
  readonly config?: object;
  /** A config as it is written. */
  readonly text?: string;
  readonly words?: string;
  readonly files?: Readonly<Record<string, () => string | Buffer>>;
  readonly status: number;
  readonly said: RegExp;
  /** In MB. */
  readonly memory: number;
}

const cases: Record<string, Case> = {
  'a broad waiver over 100,000 findings': {
    archive: () => sources(100_000),
    config: { ...MANY, waivers: [waiver('**')] },
    status: 0,
    said: /may ship/,
    memory: 384,
  },
  'digests of 200,000 files, as a waiver may ask for them': {
    archive: () => archive(200_000, (i) => ({ name: `package/${i}.txt` })),
    config: { waivers: [waiver('**', { sha256: 'a'.repeat(64) })] },
    status: 0,
    said: /200,001 files/,
    memory: 112,
  },
  '10,000 waivers, each for one file': {
    archive: () => sources(20_000),
    config: { ...MANY, waivers: list(10_000, (i) => waiver(`${i % 100}/${i}.ts`)) },
    status: 1,
    said: /unminified\/source/,
    memory: 256,
  },
  '6,000 waivers with globs, as many as the braces leave room for': {
    archive: () => sources(2000),
    config: { ...MANY, waivers: list(6000, (i) => waiver(`${i % 100}/*${i}.{ts,tsx}`)) },
    status: 0,
    said: /may ship/,
    memory: 320,
  },
  '20,000 patterns that are no plain paths': {
    archive: () => archive(40_000, (i) => ({ name: `package/d${i % 20_000}/x/a${i}.js` })),
    config: {
      allow: ['package.json', ...list(19_999, (i) => `d${i}/*/a*${i}.js`)],
      rules: { 'allowlist/unused': 'off' },
    },
    status: 1,
    said: /d19999\/x\/a39999\.js/,
    // Each takes five kilobytes in each list that it is in, once a path begins and ends like it.
    memory: 448,
  },
  '20,000 paths that match nothing': {
    archive: () => archive(1000, (i) => ({ name: `package/${i}.js` })),
    config: { allow: list(20_000, (i) => `d${i}/${i}.js`), rules: { 'allowlist/unused': 'off' } },
    status: 1,
    said: /allowlist\/unlisted/,
    memory: 208,
  },
  ...Object.fromEntries(
    (['[', '"a",', ' ', '\n', '- ', '? ', '! ', 'a: ', '#\n', '*a,', '%A\n', '{},', '"a":1,'] as const).map(
      (piece) => [
        `a config of nothing but ${JSON.stringify(piece)}`,
        {
          archive: () => archive(1, () => ({ name: 'package/a.js' })),
          text: `allow: [${piece.repeat(1e6 / piece.length)}`,
          status: 2,
          said: /^packgate: packgate\.yml:\d+:\d+: .*nothing was inspected\.\n$/,
          memory: 152,
        },
      ],
    ),
  ),
  '100,000 caches of build tools': {
    archive: () => archive(100_000, (i) => ({ name: `package/${i}/.parcel-cache/a` })),
    config: MANY,
    status: 1,
    said: /build-metadata\/cache/,
    memory: 360,
  },
  'a release of 200,000 files, compared with the one before': {
    archive: () => archive(200_000, (i) => ({ name: `package/a${i % 100}/${i}.js` })),
    files: {
      'before.tgz': () => archive(200_000, (i) => ({ name: `package/b${i % 100}/${i}.js` })),
    },
    words: '--baseline before.tgz',
    status: 0,
    said: /drift\/files/,
    memory: 112,
  },
  'a name that holds a token among 200,000': {
    archive: () => archive(200_000, (i) => ({ name: `package/${i === 7 ? TOKEN : `f/${i}.js`}` })),
    status: 1,
    said: /secret\/token/,
    memory: 112,
  },
  'a zip archive of 200,000 files as the package': {
    archive: () =>
      rawZip([
        { name: 'extension/package.json', body: '{"name":"a","version":"1.0.0","publisher":"b"}' },
        ...list(200_000, (i) => ({ name: `extension/${i}.txt`, body: '', method: 0 })),
      ]),
    status: 0,
    said: /200,001 files/,
    memory: 160,
  },
  ...Object.fromEntries(
    (['text', 'json', 'sarif', 'markdown'] as const).map((format) => [
      `100,000 findings as ${format}`,
      {
        archive: () => sources(100_000),
        config: MANY,
        words: `--format ${format} --output report`,
        status: 1,
        said: /^/,
        memory: 304,
      },
    ]),
  ),
};

for (const [
  name,
  { archive, config = {}, text, words = '', files = {}, status, said, memory },
] of Object.entries(cases)) {
  test(`${name}: at most ${memory} MB`, (t) => {
    const cwd = makeFolder(t);
    writeFileSync(join(cwd, 'a.tgz'), archive());
    if (text === undefined) writeFileSync(join(cwd, 'packgate.json'), JSON.stringify(config));
    else writeFileSync(join(cwd, 'packgate.yml'), text);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(cwd, file), content());
    const run = measured(t, ['a.tgz', ...words.split(' ').filter(Boolean)], cwd);
    assert.equal(run.status, status, run.stderr.slice(0, 500));
    assert.match(run.stdout + run.stderr, said);
    if (process.env.SHOW) console.log(`${run.memory.toFixed(0)} MB in ${run.seconds.toFixed(1)} s`);
    tookAtMost(memory, run);
  });
}
