import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dataUrl, mapText } from '../../rules/source-map/maps.ts';
import { lookInside } from '../inside.ts';

// What Deno 2.1.4 and 2.0.0 join to a runtime; what the version at hand joins is in executable.test.ts, made by itself.
const RUNTIME = readFileSync('/bin/true');
const MARK = Buffer.from('d3n0l4nd');
const METADATA = Buffer.from('{"argv":[],"seed":null,"code_cache_key":4563}');

function sized(bytes: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([size, bytes]);
}

test('opens what Deno 2.1 joined: the root of a tree, and places as objects', () => {
  const code = Buffer.from(`console.log(1);\n//# sourceMappingURL=${dataUrl(mapText())}\n`);
  const place = { o: 0, l: code.length };
  const tree = {
    n: 'home',
    e: [{ Dir: { n: 'app', e: [{ File: { n: 'main.ts', o: place, m: place } }] } }],
  };
  const bytes = Buffer.concat([
    RUNTIME,
    MARK,
    sized(METADATA),
    Buffer.alloc(24),
    sized(Buffer.from(JSON.stringify(tree))),
    sized(code),
    MARK,
  ]);
  const { files, unread } = lookInside('app', bytes);
  assert.deepEqual([files, unread], [['app!/app/main.ts:map'], undefined]);
});

/** A module by its name, as an eszip lists it. */
function eszip(magic: string, name: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return Buffer.concat([
    Buffer.from(`${magic}\0\0\0\x04\0\0\x01\0\0\0\0E`, 'latin1'),
    length,
    Buffer.from(`${name}\0\0\0\0\0\0\0\0\0F`, 'latin1'),
  ]);
}

for (const [magic, name] of [
  ['ESZIP2.2', 'deno/main.ts'],
  ['ESZIP_V2', 'file:///home/me/app/main.ts'],
  ['ESZIP2.3', 'https://deno.land/x/a@1.0.0/mod.ts'],
] as const) {
  test(`says that it does not open ${magic}, and finds the maps in it`, () => {
    const bytes = Buffer.concat([
      RUNTIME,
      eszip(magic, name),
      Buffer.from(`go()\n${mapText()}`),
      MARK,
      METADATA,
    ]);
    const { unread, own } = lookInside('app', bytes);
    assert.match(unread ?? '', /eszip, as versions before 2\.1 do/);
    assert.equal(own.maps.length, 1);
  });
}

test('says nothing of a runtime that only mentions the format', () => {
  const mention = Buffer.from(
    'ESZIP_V2ESZIP2.1ESZIP2.2ESZIP2.3src/v2.rs invalid eszip v2 header\0\0\0\x01abc',
    'latin1',
  );
  assert.equal(
    lookInside('app', Buffer.concat([RUNTIME, mention, MARK, Buffer.alloc(500)])).unread,
    undefined,
  );
});
