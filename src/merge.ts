import { resolve } from 'node:path';
import { PackgateError } from './errors.ts';
import { count } from './figures.ts';
import { countMarks, MOST_REPORT_MARKS } from './json-marks.ts';
import type { GateRun } from './policy/gate-run.ts';
import type { NotInspected, Verdict } from './policy/verdict.ts';
import { joinShards, type NamedShard } from './shards/join.ts';
import { readShard } from './shards/read.ts';
import { digestsOf } from './target/digest.ts';
import { findShardFiles, readShardFiles } from './target/shard-files.ts';
import type { World } from './world.ts';

/**
 * One gate run out of the reports of all its shards. Nothing is inspected: what the shards saw is joined.
 *
 * @param reports as typed: files, folders of them, globs
 * @throws PackgateError `shard` where they do not make one whole, `target` where a file cannot be read
 */
export async function merge(reports: readonly string[], { cwd }: Pick<World, 'cwd'>): Promise<GateRun> {
  const shards: NamedShard[] = [];
  let marks = 0;
  for await (const { name, text } of readShardFiles(await findShardFiles(reports, cwd))) {
    marks += countMarks(text, MOST_REPORT_MARKS - marks);
    if (marks > MOST_REPORT_MARKS) {
      throw new PackgateError(
        'shard',
        `${name}: with it the reports have more than ${count(MOST_REPORT_MARKS)} brackets and commas`,
        { help: 'name the reports of the shards of one run alone' },
      );
    }
    shards.push({ name, run: readShard(text, name) });
  }
  const run = joinShards(shards);
  const packages: (Verdict | NotInspected)[] = [];
  for (const report of run.packages) packages.push(await withTarball(report, cwd));
  return { ...run, packages };
}

/**
 * Files that shards kept are on their machines. One is named only where it came along, with the bytes that were
 * inspected.
 */
async function withTarball(report: Verdict | NotInspected, cwd: string): Promise<Verdict | NotInspected> {
  if (report.outcome === 'error' || report.tarball === undefined) return report;
  const { tarball, ...verdict } = report;
  return (await hasBytes(resolve(cwd, tarball), verdict.package.integrity)) ? report : verdict;
}

async function hasBytes(file: string, integrity: string): Promise<boolean> {
  try {
    const { sha512 } = await digestsOf(file, file);
    return integrity === `sha512-${Buffer.from(sha512, 'hex').toString('base64')}`;
  } catch (error) {
    if (error instanceof PackgateError) return false;
    throw error;
  }
}
