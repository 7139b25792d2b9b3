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

test('allowlist/missing tells of a section that may have been meant for the package', () => {
  const [sighting] = rule.inspect(packageOf(['package.json'], { nearSection: '@acme/cil' }));
  assert.match(
    sighting?.message ?? '',
    /may ship; `packages` has a section for `@acme\/cil`, and this package is called `[^`]+`$/,
  );
});

test('an allowlist is one, even when it is empty', () => {
  assert.deepEqual([...rule.inspect(packageOf(['a'], { allow: allowing('b') }))], []);
  assert.deepEqual([...rule.inspect(packageOf(['a'], { allow: [] }))], []);
});
