import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createDigestList } from '../../src/content/digest-list.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

test('every digest comes back, and none for another path', () => {
  const list = createDigestList();
  assert.equal(list.get('a'), undefined);
  for (let i = 0; i < 5000; i++) list.set(`dist/${i}.js`, digest(`${i}`));
  for (let i = 0; i < 5000; i++) assert.equal(list.get(`dist/${i}.js`), digest(`${i}`));
  assert.equal(list.get('dist/5000.js'), undefined);
});

test('of a path that comes twice the last digest counts', () => {
  const list = createDigestList();
  for (const text of ['first', 'second', 'last']) list.set('a.js', digest(text));
  list.set('b.js', digest('b'));
  assert.equal(list.get('a.js'), digest('last'));
  assert.equal(list.get('b.js'), digest('b'));
});
