import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunShard } from '../../src/policy/gate-run.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import { joinShards, type NamedShard } from '../../src/shards/join.ts';
import { listDigest, partOf } from '../../src/target/parts.ts';
import { NO_EXPOSURE, verdict } from '../report/runs.ts';
import { NOW } from './split.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const listed = NAMES.map((name) => ({ target: `packages/${name}`, named: `${name}@1.0.0` }));

function packageOf(name: string): Verdict {
  const made = verdict({ exposure: NO_EXPOSURE });
  return { ...made, package: { ...made.package, name, target: `packages/${name}` } };
}

function part(index: number, of: number, change: Partial<RunShard> = {}): NamedShard {
  const shard: RunShard = {
    index,
    of,
    targets: { count: NAMES.length, sha256: listDigest(listed) },
    policy: 'ab'.repeat(32),
    commit: 'c0ffee',
    workflowRun: '42',
    time: NOW,
    named: partOf(listed, { index, of }).map(({ named }) => named),
    ...change,
  };
  const packages = partOf(NAMES, { index, of }).map(packageOf);
  return { name: `${index}.json`, run: { outcome: 'pass', packages, failOn: 'error', shard } };
}

const parts = (of: number) => Array.from({ length: of }, (_, place) => part(place + 1, of));

for (const of of [1, 2, 3, 5, 7]) {
  test(`${of} shards, in any order, are all targets in theirs`, () => {
    const { packages, outcome, ...run } = joinShards(parts(of).reverse());
    assert.deepEqual(packages, NAMES.map(packageOf));
    assert.deepEqual([outcome, run], ['pass', { failOn: 'error' }]);
  });
}

function refusal(given: readonly NamedShard[]): string {
  let said = 'merged';
  assert.throws(
    () => joinShards(given),
    (error: Error & { code: string; help: string }) => {
      said = error.message;
      return error.code === 'shard' && /\S/.test(error.help);
    },
  );
  return said;
}

test('what is lost is named', () => {
  const [first, second, third] = parts(3);
  assert.equal(
    refusal([first!, third!]),
    'shard 2 of 3 is lost: the targets in it were not inspected (2 shards given)',
  );
  assert.match(
    refusal([second!]),
    /^shards 1, 3 of 3 are lost: the targets in them were not inspected \(1 shard given\)$/,
  );
  assert.match(refusal(parts(9).slice(0, 1)), /^shards 2, 3, 4, 5, 6, and 3 more of 9 are lost/);
  // Even one without targets: nobody knows that but the shard itself.
  assert.match(refusal(parts(7).slice(0, 6)), /^shard 7 of 7 is lost/);
  assert.equal(refusal([]), 'there is no shard to merge');
});

test('what is there twice is named, even where nothing is lost', () => {
  const twin = { ...part(2, 3), name: 'again.json' };
  assert.equal(refusal([...parts(3), twin]), 'shard 2/3 is there twice: 2.json and again.json');
  assert.match(refusal([part(1, 3), part(1, 3), part(3, 3)]), /^shard 1\/3 is there twice/);
});

for (const [what, change] of [
  ['is for another commit', { commit: 'dec0de' }],
  ['is of another run of the workflow', { workflowRun: '43' }],
  ['was decided by another policy', { policy: 'cd'.repeat(32) }],
  ['has a config for other packages', { meantFor: ['x'] }],
  ['is a part of other targets', { targets: { count: 6, sha256: listDigest(listed) } }],
  ['is a part of other targets', { targets: { count: 5, sha256: 'ef'.repeat(32) } }],
] as const) {
  test(`foreign: ${what} (${Object.keys(change)})`, () => {
    assert.equal(
      refusal([part(1, 3), part(2, 3, change), part(3, 3)]),
      `2.json: shard 2/3 ${what} than shard 1/3 (1.json)`,
    );
  });
}

test('foreign: where one says its commit and the other none', () => {
  const { commit: _, ...shard } = part(2, 2).run.shard;
  assert.match(
    refusal([part(1, 2), { name: '2.json', run: { ...part(2, 2).run, shard } }]),
    /another commit/,
  );
});

test('foreign: another number of shards', () => {
  assert.equal(
    refusal([part(1, 3), part(2, 4), part(3, 3)]),
    '2.json: shard 2/4 is one of another number of shards than shard 1/3 (1.json)',
  );
});

test('packages that are not those of the list are none, whatever the digests say', () => {
  const [first, second] = parts(2);
  const short = { ...first!, run: { ...first!.run, packages: first!.run.packages.slice(1) } };
  assert.match(refusal([short, second!]), /^1\.json: altered or damaged/);
  const swapped = { ...first!, run: { ...first!.run, packages: [...first!.run.packages].reverse() } };
  assert.match(refusal([swapped, second!]), /altered or damaged: the packages are not the targets/);
  const renamed = part(1, 2, { named: ['a@1.0.0', 'c@9.9.9', 'e@1.0.0'] });
  assert.match(refusal([renamed, second!]), /altered or damaged/);
});
