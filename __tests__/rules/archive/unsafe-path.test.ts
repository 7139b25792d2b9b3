import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/archive/unsafe-path.ts';
import { MANIFEST, rawTar } from '../../tarballs.ts';
import { sightArchive } from '../facts.ts';

const a = { name: 'package/a.js', body: 'A' };
/** Entries beside the manifest to what is seen. */
const cases: Record<string, [Buffer, RegExp[]]> = {
  'a path that climbs': [rawTar(MANIFEST, { ...a, name: 'package/../../evil.js' }), [/^evil\.js: .*climbs/]],
  'a path without a folder': [rawTar(MANIFEST, { ...a, name: 'evil.js' }), [/^evil\.js: .*no folder/]],
  'a backslash': [rawTar(MANIFEST, { ...a, name: 'package/..\\evil.js' }), [/backslash/]],
  'an absolute path': [rawTar(MANIFEST, { ...a, name: 'package//etc/passwd' }), [/slash/]],
  'a root of one dot, with folders in it': [rawTar(MANIFEST, { ...a, name: './x/a.js' }), [/yarn 4/]],
  'a leading slash': [rawTar(MANIFEST, { ...a, name: '/package/a.js' }), [/begins with a slash/]],
  'a name that is not UTF-8': [
    rawTar(MANIFEST, { ...a, edit: (header) => header.writeUInt8(0xff, 8) }),
    [/not valid UTF-8/],
  ],
  'a dot, two dots in a name, a hidden file': [
    rawTar(MANIFEST, { ...a, name: './.c' }, { ...a, name: 'package/./a..b/.c' }),
    [],
  ],
  'another root': [rawTar({ ...MANIFEST, name: 'made/package.json' }, { ...a, name: 'made/a.js' }), []],
};

for (const [name, [bytes, expected]] of Object.entries(cases)) {
  test(`${expected.length === 0 ? 'leaves alone' : 'tells'} ${name}`, async (t) => {
    const seen = await sightArchive(t, rule, bytes);
    assert.equal(seen.length, expected.length, seen.join('\n'));
    for (const [index, pattern] of expected.entries()) assert.match(seen[index] ?? '', pattern);
  });
}
