import { PackgateError } from '../errors.ts';
import { count, counted } from '../figures.ts';
import { type GateRun, isWhole, judgeRun, type RunShard } from '../policy/gate-run.ts';
import { joinParts, listDigest, partSize } from '../target/parts.ts';
import { shardName } from '../target/shard.ts';
import type { ShardRun } from './read.ts';

/** A shard and what to call the file it was read from. */
export interface NamedShard {
  readonly name: string;
  readonly run: ShardRun;
}

/**
 * One run out of all its parts: the one that would have looked at all targets, in their order.
 *
 * @throws PackgateError `shard` where a part is lost, there twice, or of another run
 */
export function joinShards(given: readonly NamedShard[]): GateRun {
  const [first] = given;
  if (first === undefined) throw refuse('there is no shard to merge', 'name the files of all shards');
  for (const other of given) refuseForeign(first, other);
  const { of, targets } = first.run.shard;
  const byIndex = new Map<number, NamedShard>();
  for (const one of given) {
    const { shard } = one.run;
    const twin = byIndex.get(shard.index);
    if (twin !== undefined) {
      throw refuse(
        `shard ${shardName(shard)} is there twice: ${twin.name} and ${one.name}`,
        'leave one of them out: the one of the latest run, if they differ',
      );
    }
    byIndex.set(shard.index, one);
  }
  const lost = Array.from({ length: of }, (_, place) => place + 1).filter((index) => !byIndex.has(index));
  if (lost.length > 0) throw refuseLost(lost, of, given.length);
  const ordered = [...byIndex].sort(([a], [b]) => a - b).map(([, one]) => one);
  for (const { name, run } of ordered) {
    if (run.packages.length !== partSize(targets.count, run.shard)) throw refuseList(name);
  }
  const runs = ordered.map(({ run }) => run);
  const packages = joinParts(runs.map((run) => run.packages));
  const named = joinParts(runs.map(({ shard }) => shard.named));
  const { skipped, failOn } = first.run;
  const listed = packages.map((report, place) => ({
    target: report.outcome === 'error' ? report.target : report.package.target,
    named: named[place] ?? '',
  }));
  if (listDigest(listed, skipped) !== targets.sha256)
    throw refuseList(ordered.map(({ name }) => name).join(', '));
  refuseSameTarball(packages);
  const judged = judgeRun(packages, failOn, isWhole(packages, first.run.shard.meantFor));
  return { ...judged, ...(skipped && { skipped }) };
}

/** What all shards of one run have in common, and how to say that they have not. */
const COMMON: readonly (readonly [(shard: RunShard) => string | undefined, string, string])[] = [
  [
    ({ of }) => String(of),
    'is one of another number of shards',
    'split the targets into as many shards everywhere',
  ],
  [({ commit }) => commit, 'is for another commit', 'merge what one run of the workflow made'],
  [
    ({ workflowRun }) => workflowRun,
    'is of another run of the workflow',
    'merge what one run of the workflow made',
  ],
  [({ policy }) => policy, 'was decided by another policy', 'use the same config and options for all shards'],
  [
    ({ meantFor }) => JSON.stringify(meantFor),
    'has a config for other packages',
    'make all shards in checkouts of one commit',
  ],
  [
    ({ targets }) => `${targets.count} ${targets.sha256}`,
    'is a part of other targets',
    'name the same targets for all shards, in one order, in checkouts of one commit',
  ],
];

function refuseForeign(first: NamedShard, other: NamedShard): void {
  for (const [of, what, help] of COMMON) {
    if (of(first.run.shard) === of(other.run.shard)) continue;
    throw refuse(
      `${other.name}: shard ${shardName(other.run.shard)} ${what} than shard ${shardName(first.run.shard)} (${first.name})`,
      help,
    );
  }
}

function refuseLost(lost: readonly number[], of: number, given: number): PackgateError {
  const named = lost.slice(0, 5).join(', ');
  const more = lost.length > 5 ? `, and ${count(lost.length - 5)} more` : '';
  const which =
    lost.length === 1 ? `shard ${named} of ${of} is lost` : `shards ${named}${more} of ${of} are lost`;
  return refuse(
    `${which}: the targets in ${lost.length === 1 ? 'it' : 'them'} were not inspected (${counted(given, 'shard')} given)`,
    'run the jobs of what is lost again, and merge when all have ended',
  );
}

function refuseList(name: string): PackgateError {
  return refuse(
    `${name}: altered or damaged: the packages are not the targets that the shards were made of`,
    'run the jobs of the shards again, and merge the files as they wrote them',
  );
}

/** Two machines cannot know that they keep different bytes under one name. */
function refuseSameTarball(packages: GateRun['packages']): void {
  const kept = new Map<string, string>();
  for (const report of packages) {
    if (report.outcome === 'error' || report.tarball === undefined) continue;
    const { tarball, package: pkg } = report;
    const other = kept.get(tarball);
    if (other !== undefined && other !== pkg.integrity) {
      throw refuse(
        `${tarball}: two packages of this run are kept under this name`,
        'check them in runs of their own, each with a folder of its own to keep in',
      );
    }
    kept.set(tarball, pkg.integrity);
  }
}

function refuse(message: string, help: string): PackgateError {
  return new PackgateError('shard', message, { help });
}
