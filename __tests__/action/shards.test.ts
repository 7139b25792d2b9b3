import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { makeFolder } from '../folders.ts';
import { parseReport } from '../report-schema.ts';
import { runAction, type StepResult } from '../runner.ts';
import { packed } from '../tarballs.ts';

const MAP = JSON.stringify({ version: 3, sources: ['a.ts'], sourcesContent: ['let a'], mappings: 'AAAA' });

/** A workspace with these tarballs in `out`, of which those in `leaking` carry a map. */
function workspace(t: TestContext, names: string, leaking = ''): string {
  const folder = makeFolder(t);
  mkdirSync(join(folder, 'out'));
  for (const name of names) {
    const manifest = JSON.stringify({ name: `@acme/${name}`, version: '1.0.0' });
    const files = {
      'package.json': manifest,
      'a.js': 'let a',
      ...(leaking.includes(name) && { 'a.js.map': MAP }),
    };
    writeFileSync(join(folder, 'out', `${name}.tgz`), packed(files));
  }
  return folder;
}

const shard = (folder: string, index: number, of: number): Promise<StepResult> =>
  runAction({
    workspace: folder,
    inputs: {
      target: './out/*.tgz',
      shard: `${index}/${of}`,
      'json-file': `shards/${index}.json`,
      keep: './release',
    },
  });
const MERGE = {
  merge: './shards',
  'receipt-file': './release/receipts.jsonl',
  'json-file': 'all.json',
  'sarif-file': 'a.sarif',
};
const failure = (result: StepResult) =>
  result.commands.filter(({ name }) => name === 'error').at(-1)?.message;

describe('dist/index.js, shards and the step that merges them', () => {
  test('the parts pass, one of them with nothing; the merge passes, and the step that verifies goes by its receipts', async (t) => {
    const folder = workspace(t, 'ab');
    for (const index of [1, 2, 3]) {
      const part = await shard(folder, index, 3);
      assert.deepEqual([part.status, part.outputs.verdict], [0, 'pass'], part.stdout + part.stderr);
      assert.match(part.summary, new RegExp(`shard ${index} of 3: .*packgate merge joins`, 's'));
      assert.match(
        part.stdout,
        new RegExp(`shard ${index} of 3: ${index === 3 ? 'none of the 2 targets' : '1 package'}`),
      );
    }
    const merge = await runAction({ workspace: folder, inputs: MERGE });
    assert.equal(merge.status, 0, merge.stdout + merge.stderr);
    assert.equal(merge.outputs.tarball, './release/a.tgz\n./release/b.tgz');
    assert.deepEqual(
      JSON.parse(merge.outputs.packages!).map(({ name }: { name: string }) => name),
      ['@acme/a', '@acme/b'],
    );
    assert.match(merge.summary, /2 packages: 2 may ship/);
    assert.equal(parseReport(readFileSync(join(folder, 'all.json'), 'utf8')).packages.length, 2);
    const verify = await runAction({
      workspace: folder,
      inputs: { target: './release', verify: './release/receipts.jsonl' },
    });
    assert.deepEqual([verify.status, verify.outputs.tarball], [0, merge.outputs.tarball], verify.stdout);
  });

  test('a leak in one part fails that part and the whole', async (t) => {
    const folder = workspace(t, 'ab', 'b');
    assert.equal((await shard(folder, 1, 2)).status, 0);
    assert.equal((await shard(folder, 2, 2)).status, 1);
    const merge = await runAction({ workspace: folder, inputs: MERGE });
    assert.deepEqual([merge.status, merge.outputs.verdict, merge.outputs.errors], [1, 'fail', '1']);
    assert.match(
      failure(merge)!,
      /^1 finding stops this release: source-map\/file \(1\) in @acme\/b@1\.0\.0/,
    );
  });

  test('a lost part is no pass: nothing is claimed, no file of an earlier merge is left, and every output is set', async (t) => {
    const folder = workspace(t, 'ab');
    const parts = [await shard(folder, 1, 2), await shard(folder, 2, 2)];
    const merged = await runAction({ workspace: folder, inputs: MERGE });
    assert.equal(merged.status, 0);
    rmSync(join(folder, 'shards/2.json'));
    const merge = await runAction({ workspace: folder, inputs: MERGE });
    assert.deepEqual([merge.status, merge.outputs.verdict, merge.outputs.tarball], [2, 'error', '']);
    assert.match(failure(merge)!, /^packgate could not inspect \.\/shards: shard 2 of 2 is lost/);
    assert.match(merge.summary, /shard 2 of 2 is lost/);
    assert.ok(!existsSync(join(folder, 'release/receipts.jsonl')));
    assert.ok(!existsSync(join(folder, 'a.sarif')));
    assert.equal(parseReport(readFileSync(join(folder, 'all.json'), 'utf8')).verdict, 'error');
    assert.deepEqual(Object.keys(merge.outputs).sort(), Object.keys(parts[0]!.outputs).sort());
  });

  test('a part of another commit does not merge', async (t) => {
    const folder = workspace(t, 'ab');
    await shard(folder, 1, 2);
    await runAction({
      workspace: folder,
      inputs: { target: './out/*.tgz', shard: '2/2', 'json-file': 'shards/2.json', keep: './release' },
      env: { GITHUB_SHA: 'f'.repeat(40) },
    });
    const merge = await runAction({ workspace: folder, inputs: MERGE });
    assert.equal(merge.status, 2);
    assert.match(failure(merge)!, /shard 2\/2 is for another commit than shard 1\/2/);
  });
});
