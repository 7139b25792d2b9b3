// Byte code of Hermes: what `hermesc -emit-binary -O -source-map=main.js.map main.js` of three releases wrote of one small bundle.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookInside } from '../inside.ts';
import { MADE, unpacked } from './made-hermes.ts';

for (const [version, base64, references] of MADE) {
  const bytes = unpacked(base64);
  test(`byte code ${version} tells its kept functions and the originals of its places`, () => {
    const { files, facts, own, unread } = lookInside('main.hbc', bytes, 300);
    assert.equal(unread, undefined);
    assert.deepEqual(files, ['main.hbc!/functions.js']);
    assert.equal(facts[0]!.carrier, 'hermes');
    // The arrow function in the second is part of it, and the one that hides its source is not there.
    assert.equal(facts[0]!.text!.lines, 8);
    assert.deepEqual(
      own.references,
      references.map((url) => ({ url })),
    );
    assert.equal(own.debug!.format, 'Hermes');
    assert.deepEqual(own.debug!.sources!.sources.map(({ path }) => path).sort(), [
      'main.js',
      'src/main.js',
      'src/tide.js',
    ]);
  });

  test(`byte code ${version} that is cut or of tables nobody knows is not called clean`, () => {
    assert.match(lookInside('main.hbc', bytes.subarray(0, -40)).unread!, /it is cut off/);
    assert.match(lookInside('main.hbc', bytes.subarray(0, 60)).unread!, /it is cut off/);
    const changed = Buffer.from(bytes);
    changed.writeUInt32LE(1_000, 52);
    assert.match(lookInside('main.hbc', changed).unread!, /of no version that packgate knows/);
    for (let at = 8; at < 128; at += 4) {
      const broken = Buffer.from(bytes);
      broken.writeUInt32LE(0xffffffff, at);
      lookInside('main.hbc', broken);
    }
  });
}
