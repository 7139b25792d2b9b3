import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rawAsar } from '../asars.ts';
import { Random } from '../replicas/random.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { takesAtMost } from '../seconds.ts';
import { rawTar } from '../tarballs.ts';
import { rawZip } from '../zips.ts';
import { lookInside } from './inside.ts';

const MAP = mapText();
const ZIP = rawZip([
  { name: 'a.js', body: 'let a = 1;' },
  { name: 'm.map', body: MAP, method: 0 },
  { name: 's.map', body: MAP, streamed: true },
]);
const TAR = rawTar({ name: 'd/a.js', body: 'a' }, { name: 'd/m.map', body: MAP });
const seeds: Record<string, Buffer> = {
  'a.zip': ZIP,
  'a.tar': TAR,
  'a.tgz': gzipSync(TAR),
  'a.br': brotliCompressSync(TAR),
  'n.zip': rawZip([
    { name: 'b.zip', body: ZIP, method: 0 },
    { name: 'c.tar', body: TAR },
  ]),
  'a.asar': rawAsar(
    {
      files: {
        'm.map': { offset: '0', size: MAP.length },
        'b.zip': { offset: String(MAP.length), size: ZIP.length },
      },
    },
    Buffer.concat([Buffer.from(MAP), ZIP]),
  ),
};

/** Changes, cuts, doubles or fills some bytes. */
function mutate(bytes: Buffer, random: Random): Buffer {
  let result = Buffer.from(bytes);
  for (let times = 1 + random.below(4); times > 0; times--) {
    const at = random.below(result.length);
    const length = 1 + random.below(8);
    const what = random.below(5);
    if (what === 0) result[at] = random.below(256);
    else if (what === 1) result.fill(random.chance(50) ? 0xff : 0, at, Math.min(result.length, at + length));
    else if (what === 2) result = result.subarray(0, Math.max(20, at));
    else if (what === 3) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else
      result = Buffer.concat([
        result.subarray(0, at),
        result.subarray(Math.max(0, at - 40), at),
        result.subarray(at),
      ]);
    if (result.length === 0) break;
  }
  return result;
}

const ROUNDS = Number(process.env.MUTATIONS ?? 400);

for (const [name, seed] of Object.entries(seeds)) {
  test(`comes to an end without a bug at ${ROUNDS} changed copies of ${name}`, () => {
    const random = new Random(seed.length);
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = mutate(seed, random);
      takesAtMost(5, () => lookInside(name, bytes));
    }
  });
}
