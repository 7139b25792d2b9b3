import { merge } from '../merge.ts';
import type { RuleTexts } from '../rules/rule.ts';
import { type Arguments, type MERGE_OPTIONS, usage } from './arguments.ts';
import { runGate } from './gate.ts';
import type { Terminal } from './terminal.ts';

/**
 * Joins the reports of shards, reports on the whole as a check does, and gives the exit status.
 * @throws PackgateError where they do not make one whole; a report that says so was written before where one was asked for
 */
export async function runMerge(
  given: Arguments<keyof typeof MERGE_OPTIONS>,
  terminal: Terminal,
  rules: readonly RuleTexts[],
): Promise<number> {
  const reports = given.words.slice(1);
  if (reports.length === 0) {
    throw usage(
      'packgate merge needs the reports of all shards',
      'Name the files that "packgate check --shard <i>/<n> --format json" wrote, or their folder.',
    );
  }
  return runGate(given, terminal, rules, {
    reads: () => reports.map((text) => ({ kind: 'reports', text })),
    targets: [reports.join(', ')],
    failOn: 'error',
    run: (world) => merge(reports, world),
  });
}
