import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileFacts } from '../../../src/content/facts.ts';
import { createSensitiveList } from '../../../src/content/sensitive/list.ts';

const model = (index: number, parts: number) =>
  ({
    path: `m${index}/model.json`,
    size: 1,
    sensitive: {
      kind: 'weights',
      format: 'TensorFlow.js',
      parts: Array.from({ length: parts }, (_, n) => `m${index}/${n}`),
    },
  }) as unknown as FileFacts;

test('models and the files that they name are as many together as may be sensitive', () => {
  const list = createSensitiveList({ findings: 100 });
  for (let i = 0; i < 9; i++) list.add(model(i, 10));
  assert.throws(() => list.add(model(9, 10)), {
    code: 'limit',
    message: 'the package has more than 100 sensitive files',
  });
  assert.equal(list.content(false).files.length, 9);
});
