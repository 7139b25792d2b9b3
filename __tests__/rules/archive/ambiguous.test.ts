import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/archive/ambiguous.ts';
import { packed } from '../../tarballs.ts';
import { rawZip } from '../../zips.ts';
import { sightArchive } from '../facts.ts';

const a = { name: 'a.js', body: 'a' };
/** Files of a package to what is seen. */
const cases: Record<string, [Record<string, string | Buffer>, RegExp[]]> = {
  'a zip archive whose local header has another name': [
    { 'd.zip': rawZip([{ ...a, local: (header) => header.write('b', 30) }]) },
    [/^d\.zip!\/a\.js: The local header calls this entry "b\.js"/],
  ],
  'two zip archives in one file': [
    { 'd.zip': Buffer.concat([rawZip([a]), rawZip([a])]) },
    [/^d\.zip: The zip archive holds two directories/],
  ],
  'a zip archive in order': [{ 'd.zip': rawZip([a]) }, []],
  'files that are no archives': [{ 'a.js': 'PK' }, []],
};

for (const [name, [files, expected]] of Object.entries(cases)) {
  test(`${expected.length === 0 ? 'leaves alone' : 'tells'} ${name}`, async (t) => {
    const seen = await sightArchive(t, rule, packed(files));
    assert.equal(seen.length, expected.length, seen.join('\n'));
    for (const [index, pattern] of expected.entries()) assert.match(seen[index] ?? '', pattern);
  });
}
