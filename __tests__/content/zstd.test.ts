import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { makeFolder } from '../folders.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { packed, rawTar } from '../tarballs.ts';
import { runtimes } from '../tools/node.ts';
import { rawZip } from '../zips.ts';
import { zstdFrame } from '../zstd.ts';

const frame = zstdFrame(Buffer.from(mapText()));
const files = {
  'a.js.map.zst': frame,
  'b.tar.zst': zstdFrame(rawTar({ name: 'b.map', body: mapText() })),
  'c.zip': rawZip([{ name: 'c.map', body: mapText(), method: 93, data: frame }]),
  'd.zst': frame.subarray(0, -9),
};

for (const { name, binary } of runtimes()) {
  test(`looks into zstd data on ${name}, or says that it cannot`, async (t) => {
    const folder = makeFolder(t);
    await build({
      entryPoints: ['src/check.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: join(folder, 'check.mjs'),
      banner: {
        js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
      },
      logLevel: 'error',
    });
    writeFileSync(join(folder, 'a.tgz'), packed(files));
    writeFileSync(
      join(folder, 'run.mjs'),
      `import { check } from './check.mjs';
const options = { targets: ['a.tgz'], allow: ['*.{zst,zip}'], failOn: 'error', ignoreScripts: false };
const world = { cwd: import.meta.dirname ?? process.cwd(), env: {}, now: new Date(), progress() {} };
const { packages: [{ findings, uninspected }] } = await check(options, world);
console.log(JSON.stringify({ found: findings.filter(({ rule }) => rule !== 'archive/uninspected').map(({ path }) => path), unread: uninspected.map(({ path }) => path) }));`,
    );
    const { stdout, stderr } = spawnSync(binary, ['run.mjs'], { cwd: folder, encoding: 'utf8' });
    const able = !name.startsWith('node 20');
    assert.equal(stderr, '');
    const { found, unread } = JSON.parse(stdout);
    assert.deepEqual(
      found,
      able ? ['a.js.map.zst!/a.js.map', 'b.tar.zst!/b.map', 'c.zip!/c.map', 'd.zst!/d'] : [],
    );
    // What is left of a cut frame is looked at; Node 22 does not tell that it was cut.
    assert.deepEqual(
      unread.filter((path: string) => path !== 'd.zst'),
      able ? [] : ['a.js.map.zst', 'b.tar.zst', 'c.zip!/c.map'],
    );
  });
}
