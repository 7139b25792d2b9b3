import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/archive/colliding-path.ts';
import { MANIFEST, rawTar } from '../../tarballs.ts';
import { sightArchive } from '../facts.ts';

const a = { name: 'package/a.js', body: 'A' };
/** Entries beside the manifest to what is seen. */
const cases: Record<string, [Buffer, RegExp[]]> = {
  'paths that differ by case': [
    rawTar(MANIFEST, a, { ...a, name: 'package/A.js' }),
    [/^A\.js: .* same path as a\.js\.$/],
  ],
  'the capital one first': [
    rawTar(MANIFEST, { ...a, name: 'package/A.js' }, a),
    [/^a\.js: .* same path as A\.js/],
  ],
  'paths that differ by Unicode form': [
    rawTar(MANIFEST, { ...a, name: 'package/\u00e9.js' }, { ...a, name: 'package/e\u0301.js' }),
    [/same path as .* They look alike: `\u00e9` is U\+0065 U\+0301 here and U\+00E9 there\.$/],
  ],
  'paths that differ by case and Unicode form': [
    rawTar(MANIFEST, { ...a, name: 'package/\u00c9.js' }, { ...a, name: 'package/e\u0301.js' }),
    [/same path as \u00c9\.js\.$/],
  ],
  'capitals without a twin': [rawTar(MANIFEST, { ...a, name: 'package/README.md' }, a), []],
  'one path twice': [rawTar(MANIFEST, a, a), []],
};

for (const [name, [bytes, expected]] of Object.entries(cases)) {
  test(`${expected.length === 0 ? 'leaves alone' : 'tells'} ${name}`, async (t) => {
    const seen = await sightArchive(t, rule, bytes);
    assert.equal(seen.length, expected.length, seen.join('\n'));
    for (const [index, pattern] of expected.entries()) assert.match(seen[index] ?? '', pattern);
  });
}
