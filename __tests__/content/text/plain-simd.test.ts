import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimdPlainReader } from '../../../src/content/scanner/simd-plain.ts';
import { createPlainReader } from '../../../src/content/text/plain.ts';
import { LoopPlainReader } from '../../../src/content/text/plain-loops.ts';
import type { PlainReader } from '../../../src/content/text/plain-reader.ts';
import { PIECES, seeded } from '../pieces.ts';

function read(reader: PlainReader, bytes: Buffer, cuts: readonly number[]): object {
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    reader.push(bytes.subarray(at, at + cut));
    at = Math.min(bytes.length, at + cut);
  }
  return { facts: reader.end(), comments: reader.mapComments };
}

function agree(bytes: Buffer, cuts: readonly number[]): void {
  const loops = read(new LoopPlainReader(), bytes, cuts);
  const said = `cut ${cuts}: ${bytes.toString('latin1', 0, 2000)}`;
  assert.deepEqual(read(createSimdPlainReader()!, bytes, cuts), loops, said);
}

test('there is a SIMD reader of plain text on every Node that packgate supports, and it is the one that is used', () => {
  assert.ok(createSimdPlainReader());
  assert.ok(!(createPlainReader() instanceof LoopPlainReader));
});

test('the SIMD reader and the plain loops agree on random text, cut anywhere', () => {
  const random = seeded(13);
  const signs = '\n\r\n\r /*/*#@*;})> aZ\u00e9\0';
  const pieces = [...PIECES, '//# sourceMappingURL=a', '/*# sourceMappingURL=b */', ...signs];
  for (let round = 0; round < 3000; round++) {
    const parts = Array.from({ length: random(60) }, () => pieces[random(pieces.length)] as string);
    const bytes = Buffer.from(parts.join(''));
    const longest = random(2) === 0 ? 20 : bytes.length + 1;
    agree(
      bytes,
      Array.from({ length: random(8) }, () => random(longest)),
    );
  }
});

test('they agree on more map comments than one call can tell, and on lines longer than a view', () => {
  agree(Buffer.from('/*# sourceMappingURL=a.map*/'.repeat(30_000)), []);
  agree(Buffer.from(`${'a/b '.repeat(300_000)}\n//# sourceMappingURL=a.map`), [1_000_000]);
});
