import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName } from '../../../src/content/file-name.ts';
import { AGENT_NAMES } from '../../../src/content/sensitive/agent.ts';
import { credentialNames } from '../../../src/content/sensitive/credentials.ts';
import { LITTER_NAMES } from '../../../src/content/sensitive/litter.ts';
import { HISTORY_NAMES } from '../../../src/content/sensitive/log.ts';
import { namedLook } from '../../../src/content/sensitive/named.ts';
import { nameLook, ORDINARY, PLAIN } from '../../../src/content/sensitive/names.ts';
import { PIPELINE_NAMES } from '../../../src/content/sensitive/pipeline.ts';
import { placeOfFile } from '../../../src/content/sensitive/place.ts';
import { WEIGHTS_NAMES } from '../../../src/content/sensitive/weights/other.ts';

test('what is settled without the tables of names is nothing there either', () => {
  for (const name of ORDINARY)
    for (const path of [name, `a/${name}`, `test/${name}`, `.github/${name}`, `node_modules/a/${name}`])
      assert.equal(namedLook(path, fileName(path), placeOfFile(path)), undefined, path);
});

test('no table names a file of code that is not hidden', () => {
  const names = [AGENT_NAMES, LITTER_NAMES, PIPELINE_NAMES, WEIGHTS_NAMES, credentialNames()];
  for (const name of [...names.flatMap((table) => [...table.keys()]), ...HISTORY_NAMES])
    assert.ok(name.startsWith('.') || !PLAIN.has(fileName(name).extension), name);
});

for (const path of ['prompts/readme.md', 'a copy.js', 'CLAUDE.md', '.env.js', 'a.spec.ts', 'auth.json'])
  test(`${path} promises something`, () =>
    assert.notEqual(nameLook(path, fileName(path), placeOfFile(path)), undefined));
for (const path of [
  'prompts/a.js',
  'a (1).js',
  'my license.js',
  'copy.js',
  'a/LICENSE',
  'node_modules/a/b copy.js',
])
  test(`${path} promises nothing`, () =>
    assert.equal(nameLook(path, fileName(path), placeOfFile(path)), undefined));
