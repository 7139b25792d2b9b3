import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getHeapSnapshot } from 'node:v8';
import { rule } from '../../../src/rules/debug-info/heap-snapshot.ts';
import { elf } from '../../binaries.ts';
import { sight, sightInside } from '../facts.ts';

const leaking: Record<string, [string, string | Buffer]> = {
  'a heap snapshot under any name': ['a.json', '{"snapshot":{"meta":{"node_fields":["type"]}},"nodes":[]}'],
  'one with a title': [
    'a.heapsnapshot',
    '{"snapshot":{"title":"before","uid":1,"meta":{"node_fields":["type"]}}}',
  ],
  'a minidump': ['a.dmp', Buffer.concat([Buffer.from('MDMP\x93\xa7\0\0', 'latin1'), Buffer.alloc(99)])],
  'a heap dump of Java': ['a.hprof', Buffer.concat([Buffer.from('JAVA PROFILE 1.0.2\0'), Buffer.alloc(99)])],
};
const clean: Record<string, [string, string | Buffer]> = {
  'a test snapshot': ['a.json', '{"snapshot":{"name":"renders","html":"<p>"}}'],
  'metadata of a snapshot': ['a.json', '{"meta":{"node_fields":[]}}'],
  'text about one': ['a.md', 'A file that begins with `{"snapshot":{"meta":` is a heap snapshot.'],
  'other binary data': ['a.dmp', Buffer.from('MDM\0\0')],
};

for (const [name, [path, content]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => assert.equal(sight(rule, path, content).length, 1));
}
for (const [name, [path, content]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, path, content), []));
}

test('stops a core dump', () => {
  assert.deepEqual(sightInside(rule, 'core', elf({}, { type: 4 })), [
    'core: This file is a core dump: a copy of what a running program had in memory.',
  ]);
});

test('stops what this Node writes', async () => {
  const [first] = await getHeapSnapshot().take(1).toArray();
  assert.equal(sight(rule, 'Heap-1.json', Buffer.from(first)).length, 1);
});
