import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAt } from '../../src/content/look.ts';
import { factsOf } from '../rules/facts.ts';
import { dataUrl, mapText } from '../rules/source-map/maps.ts';
import { ramBundle } from './made-ram-bundle.ts';

const READABLE = `__d(function (global, require, module, exports) {
  // Adds what the state takes of each sale.
  function addSalesTax(price, rate) {
    const tax = price * rate;
    return price + tax;
  }
  exports.addSalesTax = addSalesTax;
}, 1, []);
`;

test('the code of a RAM bundle is read as a script', () => {
  const facts = factsOf(
    'index.android.bundle',
    ramBundle('var a=1;', [READABLE, 'x()\n//# sourceMappingURL=a.map']),
  );
  assert.equal(facts.kind, 'text');
  assert.equal(facts.text?.language, 'script');
  assert.equal(facts.text?.script?.commentLines, 2);
  assert.deepEqual(
    facts.references.map(({ url }) => url),
    ['a.map'],
  );
});

test('a map in a module of a RAM bundle is found, however the bundle is cut', () => {
  const bytes = ramBundle('a()', [`x()\n//# sourceMappingURL=${dataUrl(mapText())}`, 'y()']);
  for (const step of [1, 5, 12, 13, 100, bytes.length]) {
    const look = lookAt('main.jsbundle', bytes.length, false);
    for (let at = 0; at < bytes.length; at += step) look.push(bytes.subarray(at, at + step));
    assert.equal(look.end().maps.length, 1, `cut at ${step}`);
  }
});

test('a RAM bundle that is cut off, or claims a table larger than itself, is no bug', () => {
  const bytes = ramBundle('a()', ['x()']);
  for (let length = 4; length <= bytes.length; length++) factsOf('a.bundle', bytes.subarray(0, length));
  bytes.writeUInt32LE(0xffffffff, 4);
  assert.deepEqual(factsOf('a.bundle', bytes).maps, []);
});
