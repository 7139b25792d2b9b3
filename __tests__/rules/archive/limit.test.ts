import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/archive/limit.ts';
import { packageOf } from '../../facts.ts';

const limit = { value: 1000, from: 'packgate.yml:3' };
const seen = (change: object) => [...rule.inspect(packageOf([], change))].map(({ message }) => message);

test('stops a package over the limit of the config', () => {
  assert.deepEqual(seen({ unpackedSize: 1001, unpackedSizeLimit: limit }), [
    'The package unpacks to 1,001 bytes; packgate.yml:3 allows 1,000.',
  ]);
});
test('leaves a package of just that size alone', () =>
  assert.deepEqual(seen({ unpackedSize: 1000, unpackedSizeLimit: limit }), []));
test('leaves a package alone where there is no limit', () =>
  assert.deepEqual(seen({ unpackedSize: 1e12 }), []));
