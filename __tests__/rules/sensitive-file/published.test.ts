import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readArchive } from '../../../src/archive/read.ts';
import { createGatherer } from '../../../src/content/gather.ts';
import { RULES } from '../../../src/rules/index.ts';
import { inspectPackage } from '../../../src/rules/inspect.ts';
import { packageOf } from '../../facts.ts';
import { makeFolder } from '../../folders.ts';
import { PUBLISHED, published } from '../../hostile/published.ts';

const SENSITIVE = RULES.filter(({ id }) => id.startsWith('sensitive-file/'));
/** What is rightly said of old packages beside their tests and pipelines: rule and files. Each was read by eye. */
const TOLD: Readonly<Record<string, string>> = {
  'backbone-0.3.3.tgz': 'litter 18',
  'coffee-script-1.0.0.tgz': 'litter 2',
  'connect-1.0.0.tgz': 'litter 4',
  'stylus-0.10.0.tgz': 'litter 1',
  'underscore-1.0.3.tgz': 'litter 15',
};

// 15 seconds of CPU: every file of the packages is read.
test(`${PUBLISHED.length} published packages: nothing is told of them that is not so`, async (t) => {
  const file = join(makeFolder(t), 'published.tgz');
  const told: Record<string, string> = {};
  for (const [name, bytes] of published()) {
    writeFileSync(file, bytes);
    const gatherer = createGatherer(
      () => {},
      () => false,
    );
    const { format } = await readArchive(file, gatherer);
    const pkg = packageOf([], gatherer.finish(format));
    const counts = new Map<string, number>();
    for (const { rule } of inspectPackage(SENSITIVE, pkg)) {
      const id = rule.replace('sensitive-file/', '');
      if (id !== 'test' && id !== 'ci') counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    if (counts.size > 0) told[name] = [...counts].map(([id, count]) => `${id} ${count}`).join(', ');
  }
  assert.deepEqual(told, TOLD);
});
