import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/archive/duplicate-path.ts';
import { MANIFEST, rawTar } from '../../tarballs.ts';
import { sightArchive } from '../facts.ts';

const a = { name: 'package/a.js', body: 'A' };
/** Entries beside the manifest to what is seen. */
const cases: Record<string, [Buffer, RegExp[]]> = {
  'a path that stands there twice': [rawTar(MANIFEST, a, { ...a, body: 'B' }), [/^a\.js: .*more than once/]],
  'one path under two roots': [rawTar(MANIFEST, a, { ...a, name: 'other/a.js' }), [/^a\.js: /]],
  'one path, written in two ways': [rawTar(MANIFEST, a, { ...a, name: 'package/./a.js' }), [/^a\.js: /]],
  'a file twice with the same bytes, as pnpm 8 writes it': [
    rawTar(MANIFEST, { ...a, name: 'package/./a.js' }, a),
    [/^a\.js: .*same bytes/],
  ],
  'a file twice with other bytes, written so': [
    rawTar(MANIFEST, { ...a, name: 'package/./a.js' }, { ...a, body: 'B' }),
    [/^a\.js: .*the last copy is installed/],
  ],
  'a file thrice, the last with other bytes': [
    rawTar(MANIFEST, { ...a, name: 'package/./a.js' }, a, { ...a, body: 'B' }),
    [/same bytes/, /the last copy is installed/],
  ],
  'a second manifest': [rawTar(MANIFEST, a, MANIFEST), [/^package\.json: /]],
  'two copies of one content': [rawTar(MANIFEST, a, a), [/^a\.js: /]],
  'two paths': [rawTar(MANIFEST, a, { ...a, name: 'package/b.js' }), []],
  'one name in two folders': [rawTar(MANIFEST, a, { ...a, name: 'package/b/a.js' }), []],
  'a folder twice': [
    rawTar({ name: 'package/', type: '5' }, { name: 'package/', type: '5' }, MANIFEST, a),
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
