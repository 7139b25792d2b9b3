import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { makeFolder } from './folders.ts';
import { runtimes } from './tools/node.ts';

/** Makes and drops objects, some of which live on for a while, and prints how large the place for new ones has become, in MB. */
const CHURN = `
let kept = [];
for (let i = 0; i < 3_000_000; i++) { kept.push({ i, text: 'a' + i }); if (kept.length > 20_000) kept = []; }
const { getHeapSpaceStatistics } = require('node:v8');
const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
console.log(space.space_size / 1024 ** 2);
`;

for (const { name, binary } of runtimes()) {
  test(`${name} keeps the place for new objects as small as it begins`, async (t) => {
    const folder = makeFolder(t);
    const bundle = (contents: string, outfile: string) =>
      build({
        stdin: { contents, resolveDir: 'src' },
        bundle: true,
        platform: 'node',
        format: 'cjs',
        outfile: join(folder, outfile),
        logLevel: 'error',
      });
    await bundle(
      `import { tuneEngine, tuneForMany } from './engine.ts'; tuneEngine(); tuneForMany();${CHURN}`,
      'small.cjs',
    );
    writeFileSync(join(folder, 'plain.cjs'), CHURN);
    const sizeAfter = (file: string) => {
      const { stdout, stderr } = spawnSync(binary, [file], { cwd: folder, encoding: 'utf8' });
      assert.equal(stderr, '');
      return Number(stdout);
    };
    const small = sizeAfter('small.cjs');
    assert.ok(small <= 6, `${small} MB, not as it begins`);
    assert.ok(sizeAfter('plain.cjs') >= 16, 'what Node does by itself');
  });
}
