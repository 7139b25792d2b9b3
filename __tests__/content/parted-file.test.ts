import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import type { FileFacts } from '../../src/content/facts.ts';
import { createGatherer } from '../../src/content/gather.ts';
import { rsdoctorCode } from '../records.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { rawZip } from '../zips.ts';
import { seeded } from './pieces.ts';

const MIB = 1 << 20;
const next = seeded(5);
/** What no codec makes smaller. */
const NOISE = Buffer.from(Array.from({ length: 3 * MIB }, () => next(256))).toString('base64');
const padded = (json: string) =>
  json.replace('{', `{"0":{"source":"${NOISE}","transformed":"","parsedSource":""},`);
const RSDOCTOR = deflateSync(padded(rsdoctorCode())).toString('base64');
const MAP = mapText({ x_noise: NOISE });
const ZIP = rawZip([
  { name: 'noise', body: NOISE },
  { name: 'a.map', body: mapText() },
]);

/** Files of one package, in order, as they are told: `path size`, with the maps and texts in each. */
function gather(files: readonly (readonly [path: string, bytes: Buffer])[], digest = false) {
  const told: FileFacts[] = [];
  const gatherer = createGatherer(
    (file) => told.push(file),
    () => digest,
  );
  for (const [path, bytes] of [
    ['package.json', Buffer.from('{"name":"a","version":"1.0.0"}')] as const,
    ...files,
  ]) {
    gatherer.begin({ path, size: bytes.length });
    for (let at = 0; at < bytes.length; at += 262_144) gatherer.bytes(bytes.subarray(at, at + 262_144));
    gatherer.end(undefined);
  }
  const { uninspected } = gatherer.finish('tar');
  return { told, uninspected };
}

/** A file cut into parts of so many bytes, named from a number on. */
const cut = (bytes: Buffer, name: (part: number) => string, size = MIB) =>
  Array.from(
    { length: Math.ceil(bytes.length / size) },
    (_, i) => [name(i), bytes.subarray(i * size, (i + 1) * size)] as const,
  );

const found = ({ told }: ReturnType<typeof gather>) =>
  told.flatMap(({ path, maps, records = [] }) => [
    ...maps.map(() => `${path} map`),
    ...records.map(({ name, embedded }) => `${path} ${name} ${embedded}`),
  ]);

test('reads data of Rsdoctor over all files that it was cut into', () => {
  const parts = cut(Buffer.from(RSDOCTOR), (i) => `dist/.rsdoctor/moduleCodeMap/${i}`);
  assert.ok(parts.length > 3);
  const run = gather([...parts, ['dist/z.js', Buffer.from('a()')]]);
  assert.deepEqual(found(run), ['dist/.rsdoctor/moduleCodeMap/0!/base64-1!/base64-1 Rsdoctor report 3']);
  assert.deepEqual(run.uninspected, []);
  // The size is that of each part, not of all.
  const sizes = new Map(run.told.map(({ path, size }) => [path, size]));
  for (const [path, bytes] of parts) assert.equal(sizes.get(path), bytes.length);
});

test('reads other files that were cut', () => {
  const zip = gather(cut(ZIP, (i) => `a.zip.00${i + 1}`));
  assert.deepEqual(found(zip), ['a.zip.001!/a.map map']);
  assert.deepEqual(zip.uninspected, []);
  assert.deepEqual(found(gather(cut(Buffer.from(MAP), (i) => `a.js.map.part${i}`))), ['a.js.map.part0 map']);
  assert.deepEqual(found(gather(cut(gzipSync(MAP), (i) => `0${i}`, MIB + 1024))), ['00!/00 map']);
});

test('takes files for no parts that are none', () => {
  const [first, ...others] = cut(ZIP, (i) => `a.zip.00${i + 1}`);
  const cases = {
    alone: [first!],
    'with others between': [first!, ['a.zip.001.txt', Buffer.from('a')] as const, ...others],
    'with a part missing': [first!, ...others.slice(1)],
  };
  for (const [name, files] of Object.entries(cases)) {
    const run = gather(files);
    assert.deepEqual(found(run), [], name);
    assert.equal(run.uninspected[0]?.path, 'a.zip.001', name);
  }
});

test('gives the digest of the first part to that alone', () => {
  const parts = cut(ZIP, (i) => `a.zip.00${i + 1}`);
  const digests = new Map(gather(parts, true).told.map(({ path, sha256 }) => [path, sha256]));
  const alone = new Map(gather(parts.slice(0, 1), true).told.map(({ path, sha256 }) => [path, sha256]));
  assert.equal(digests.get('a.zip.001'), alone.get('a.zip.001'));
  assert.equal(new Set(digests.values()).size, digests.size);
});
