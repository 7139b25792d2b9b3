import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/allowlist/missing.ts';
import { allowing, packageOf } from '../../facts.ts';

test('allowlist/missing tells once that nothing was compared', () => {
  const message = (files: string[]) =>
    [...rule.inspect(packageOf(files))].map((sighting) => sighting.message);
  assert.deepEqual(message(['package.json', 'a']), [
    'no `allow` is configured, so 2 files were not compared with a list of what may ship',
  ]);
  assert.deepEqual(message(['package.json']), [
    'no `allow` is configured, so 1 file was not compared with a list of what may ship',
  ]);
});

test('an allowlist is one, even when it is empty', () => {
  assert.deepEqual([...rule.inspect(packageOf(['a'], { allow: allowing('b') }))], []);
  assert.deepEqual([...rule.inspect(packageOf(['a'], { allow: [] }))], []);
});
