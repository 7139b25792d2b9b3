import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../../src/rules/index.ts';
import { inspectFile } from '../../../src/rules/inspect.ts';
import { lookInside } from '../inside.ts';
import { PDB } from './made-portable-pdb.ts';

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
