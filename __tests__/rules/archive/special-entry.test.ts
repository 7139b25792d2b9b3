import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/archive/special-entry.ts';
import { MANIFEST, rawTar } from '../../tarballs.ts';
import { sightArchive } from '../facts.ts';

const a = { name: 'package/a.js', body: 'A' };
/** Entries beside the manifest to what is seen. */
const cases: Record<string, [Buffer, RegExp[]]> = {
  'a symbolic link': [
    rawTar(MANIFEST, { name: 'package/l', type: '2', link: '../../etc/passwd' }),
    [/^l: .*a link/],
  ],
  'a hard link': [
    rawTar(MANIFEST, a, { name: 'package/l', type: '1', link: 'package/a.js' }),
    [/^l: .*a link/],
  ],
  'a device': [rawTar(MANIFEST, { name: 'package/d', type: '3' }), [/^d: .*a device/]],
  'a contiguous file': [rawTar(MANIFEST, { ...a, type: '7' }), [/^a\.js: .*contiguous/]],
  'an unknown type': [rawTar(MANIFEST, { ...a, type: 'S' }), [/^a\.js: .*unknown type/]],
  'files and folders': [rawTar(MANIFEST, { name: 'package/d/', type: '5' }, a), []],
  'a type byte of NUL': [rawTar(MANIFEST, { ...a, type: '\0' }), []],
};

for (const [name, [bytes, expected]] of Object.entries(cases)) {
  test(`${expected.length === 0 ? 'leaves alone' : 'tells'} ${name}`, async (t) => {
    const seen = await sightArchive(t, rule, bytes);
    assert.equal(seen.length, expected.length, seen.join('\n'));
    for (const [index, pattern] of expected.entries()) assert.match(seen[index] ?? '', pattern);
  });
}
