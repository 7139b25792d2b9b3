import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../../src/rules/index.ts';
import { inspectFile } from '../../../src/rules/inspect.ts';
import { lookInside } from '../inside.ts';

/** Written by Mono.Cecil 0.11: two documents, of one the text as it is and of one compressed. */
const PDB = Buffer.from(
  'QlNKQgEAAQAAAAAADAAAAFBEQiB2MS4wAAAAAAAABQBwAAAATAAAACN+AAC8AAAABAAAACNTdHJpbmdzAAAAAMAAAAAgAAAAI0dVSUQAAADgAAAABAIAACNCbG9iAAAA5AIAAEgAAAAjUGRiAAAAAAAAAAACAAAKAAAAAAAAgwAA+gEzABbEAAIAAAADAAAAAgAAABwAAQAAAAEAQQEBAAAAAQABACUBAgD6AQIAJQE2AAIAIwBWAAIATAEAAAAAAAAAAAAAAAAAAAAAAAAAABtXig4maW5GtK2KsEYR9f4AAkM6BHdvcmsEYWNtZQNzcmMJU2VjcmV0LmNzBlwBBAkOEoEAAAAAAHVzaW5nIFN5c3RlbTsKLy8gSG93IHdlIHByaWNlOiBub2JvZHkncyBidXNpbmVzcwpwdWJsaWMgY2xhc3MgUHJpY2luZyB7CiAgcHVibGljIHN0YXRpYyBpbnQgUHJpY2VGb3JDdXN0b21lcihpbnQgY2VudHMpIHsgaW50IGRpc2NvdW50ID0gY2VudHMgLyAxMDsgcmV0dXJuIGNlbnRzIC0gZGlzY291bnQ7IH0KICBwdWJsaWMgc3RhdGljIHZvaWQgTWFpbigpIHsgQ29uc29sZS5Xcml0ZUxpbmUoUHJpY2VGb3JDdXN0b21lcigxMDApKTsgfQp9CgYAAAAIBAEEaG9tZQRqYW5lClByaWNpbmcuY3MKLwCBLIExCQ6BNoCs/AAAAGWOMQ+CQAyF9/sV3YRBgVXiRGIcNDFxcIajMZfglVx7EkL4794hcWFq897X1+fZ2Bc8RhZ8lyrL4EIDDAi9MxqPYKmhdtwxND6AyKx633RGg+5qZrgHKt5PCmA1WGoJw1hZXDyTqzwLvdElUdRohVOYFqI1rMmH5fTTIYMiL8GheGdXaf+nSpg3fz5kWrjVxiYxsyLL1OHh6YzgNRRONh2KPE/TmDSrLwYBAAAIBAEAAACSOEKK5Id8Tah2cwMx+27WAAAAAAMAAAZHFQIACQAAAAEAAAAFAAAAAgAAAAMAAAABAAAABAAAAAIAAAABAAAAAQAAAAEAAAA=',
  'base64',
);

test('tells the sources that portable debug information names and holds', () => {
  const { own } = lookInside('Acme.dbg', PDB);
  assert.deepEqual(own.debug?.sources?.sources, [
    { path: 'C:\\work\\acme\\src\\Secret.cs', embedded: true, lines: 6, bytes: 252, firstParty: true },
    { path: '/home/jane/acme/src/Pricing.cs', embedded: true, lines: 6, bytes: 252, firstParty: true },
  ]);
  assert.deepEqual(
    inspectFile(RULES, own).map(({ rule, message }) => [rule, message]),
    [
      [
        'debug-info/native',
        '812 B of portable PDB debug information, which names 2 source files, and holds the full text of all of them (12 lines).',
      ],
    ],
  );
});

test('comes to an end with it cut or changed anywhere', () => {
  for (let at = 0; at < PDB.length; at++) {
    lookInside('a.pdb', PDB.subarray(0, at));
    for (const byte of [0, 0x7f, 0xff]) {
      const changed = Buffer.from(PDB);
      changed[at] = byte;
      lookInside('a.pdb', changed);
    }
  }
});
