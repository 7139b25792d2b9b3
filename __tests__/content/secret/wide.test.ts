import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWideReader } from '../../../src/content/secret/wide.ts';
import { random as seeded } from './made.ts';

/** What the reader tells of a file that comes in these views: each text it opened, and where. */
function told(views: readonly Buffer[]): readonly string[] {
  const texts: string[] = [];
  const reader = createWideReader(({ offset }) => {
    const at = texts.push(`${offset}: `) - 1;
    return {
      push(text) {
        texts[at] += Buffer.from(text).toString('latin1');
      },
      end() {},
    };
  });
  for (const view of views) reader.push(view);
  reader.end();
  // Where one is opened, those behind it may be looked at as well, which depends on the views.
  return texts.flatMap((text) => text.replace(/^\d+: /, '').split('\n')).filter(Boolean);
}

const wide = (text: string) => Buffer.from(text, 'utf16le');

test('a text is told from its first to its last character', () => {
  const file = Buffer.concat([
    Buffer.alloc(77, 0xff),
    wide('key = not-a-secret-at-all-0123456789'),
    Buffer.alloc(50),
  ]);
  assert.deepEqual(told([file]), ['key = not-a-secret-at-all-0123456789']);
});

test('a file tells the same texts wherever it is cut', () => {
  const random = seeded(5);
  for (let round = 0; round < 400; round++) {
    const parts: Buffer[] = [];
    for (let i = 0; i < 12; i++) {
      parts.push(Buffer.from(Array.from({ length: 3 + random(120) }, () => 128 + random(128))));
      if (random(2) === 0) parts.push(wide(`text-${i}-${'abcdef0123456789'.repeat(3 + random(4))}`));
    }
    const file = Buffer.concat(parts);
    const whole = told([file]);
    const views: Buffer[] = [];
    for (let at = 0; at < file.length; ) {
      const length = 1 + random(random(2) === 0 ? 90 : 900);
      views.push(file.subarray(at, at + length));
      at += length;
    }
    assert.deepEqual(told(views), whole, `round ${round}`);
    assert.equal(
      whole.length,
      parts.filter((part) => part.includes('t\0e\0x\0t\0')).length,
      `round ${round}`,
    );
  }
});
