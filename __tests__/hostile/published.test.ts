import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../folders.ts';
import { openClients } from './clients.ts';
import { inspect, missed } from './differ.ts';
import { PUBLISHED, published } from './published.ts';

/** What is rightly said of old packages. */
const ODD: ReadonlyMap<string, string> = new Map([['jade-0.10.0.tgz', 'flagged']]); // lib/index.js is a symbolic link

test(`${PUBLISHED.length} published packages are read without a word, and as every client installs them`, async (t) => {
  const file = join(makeFolder(t), 'published.tgz');
  const clients = await openClients();
  const archives = published();
  const pinned = new Set(PUBLISHED.map(([, sha512]) => sha512));
  assert.equal(archives.size, PUBLISHED.length);
  for (const [name, bytes] of archives) {
    assert.ok(pinned.has(createHash('sha512').update(bytes).digest('base64')), `${name}: other bytes`);
    const inspected = await inspect(bytes, file);
    assert.equal(typeof inspected === 'string' ? inspected : undefined, ODD.get(name), name);
    assert.equal(await missed(bytes, inspected, clients), undefined, name);
  }
});
