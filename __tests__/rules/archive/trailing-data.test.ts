import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { rule } from '../../../src/rules/archive/trailing-data.ts';
import { entryBlocks, MANIFEST, rawTar } from '../../tarballs.ts';
import { sightArchive } from '../facts.ts';

const a = { name: 'package/a.js', body: 'A' };
/** Entries beside the manifest to what is seen. */
const cases: Record<string, [Buffer, RegExp[]]> = {
  'a second archive': [Buffer.concat([rawTar(MANIFEST, a), rawTar(a)]), [/follows the end/]],
  'a second archive in a gzip member of its own': [
    Buffer.concat([gzipSync(rawTar(MANIFEST, a)), gzipSync(rawTar(a))]),
    [/follows the end/],
  ],
  noise: [Buffer.concat([rawTar(MANIFEST, a), Buffer.from('noise')]), [/follows the end/]],
  'data behind the padding of the gzip file': [
    Buffer.concat([gzipSync(rawTar(MANIFEST, a)), Buffer.alloc(512), Buffer.from('noise')]),
    [/zero padding/],
  ],
  'a lone end block in the middle': [
    Buffer.concat([entryBlocks(MANIFEST), Buffer.alloc(512), rawTar(a)]),
    [/lone end block/],
  ],
  zeros: [
    Buffer.concat([gzipSync(Buffer.concat([rawTar(MANIFEST, a), Buffer.alloc(9000)])), Buffer.alloc(512)]),
    [],
  ],
  'an archive in several gzip members': [
    Buffer.concat([gzipSync(entryBlocks(MANIFEST)), gzipSync(rawTar(a))]),
    [],
  ],
};

for (const [name, [bytes, expected]] of Object.entries(cases)) {
  test(`${expected.length === 0 ? 'leaves alone' : 'tells'} ${name}`, async (t) => {
    const seen = await sightArchive(t, rule, bytes);
    assert.equal(seen.length, expected.length, seen.join('\n'));
    for (const [index, pattern] of expected.entries()) assert.match(seen[index] ?? '', pattern);
  });
}
