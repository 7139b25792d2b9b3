import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meets } from '../../src/target/version-range.ts';

// Each range with versions in it and versions out of it.
const ranges: readonly [string, readonly string[], readonly string[]][] = [
  ['9.1.0', ['9.1.0'], ['9.1.1', '9.0.9', '10.1.0']],
  ['9', ['9.0.0', '9.9.9'], ['8.9.9', '10.0.0']],
  ['9.1.x', ['9.1.0', '9.1.7'], ['9.2.0']],
  ['*', ['1.2.3'], []],
  ['^9.1.0', ['9.1.0', '9.9.0'], ['9.0.9', '10.0.0']],
  ['^0.2.3', ['0.2.4'], ['0.3.0', '0.2.2']],
  ['^0.0.3', ['0.0.3'], ['0.0.4']],
  ['^0', ['0.9.0'], ['1.0.0']],
  ['~9.1.2', ['9.1.2', '9.1.9'], ['9.2.0']],
  ['~9', ['9.8.0'], ['10.0.0']],
  ['>=10 <12', ['10.0.0', '11.9.1'], ['9.9.9', '12.0.0']],
  ['>= 10', ['10.0.0'], ['9.0.0']],
  ['>10', ['11.0.0'], ['10.5.0']],
  ['<=10.2', ['10.2.9'], ['10.3.0']],
  ['^8 || ^10', ['8.1.0', '10.1.0'], ['9.0.0']],
];

for (const [range, inside, outside] of ranges) {
  test(range, () => {
    for (const version of inside) assert.equal(meets(version, range), true, version);
    for (const version of outside) assert.equal(meets(version, range), false, version);
  });
}

test('nothing is said of ranges of other forms, and of what is no version', () => {
  for (const range of ['latest', '1.2.3 - 2', '', 'workspace:*'])
    assert.equal(meets('1.2.3', range), undefined);
  assert.equal(meets('canary', '1'), undefined);
});
