import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calledBy } from '../../src/report/called.ts';

test('a package goes by name and version, and by its target where it has none', () => {
  const target = './a.vsix';
  assert.equal(calledBy({ name: '@acme/a', version: '1.0.0', target }), '@acme/a@1.0.0');
  assert.equal(calledBy({ name: 'a', version: '', target }), 'a');
  assert.equal(calledBy({ name: '', version: '1.0.0', target }), target);
});
