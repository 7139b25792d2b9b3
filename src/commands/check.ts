import type { CheckOptions, check } from '../check.ts';
import { count } from '../figures.ts';
import { PRESETS, type RuleTexts, SEVERITIES } from '../rules/rule.ts';
import { MOST_SHARDS, parseShard, type Shard } from '../target/shard.ts';
import { readsOf } from '../targets.ts';
import { type Arguments, type CHECK_OPTIONS, usage } from './arguments.ts';
import { runGate, STATUS } from './gate.ts';
import { policyText } from './print-config.ts';
import { type Terminal, write } from './terminal.ts';
import { worldOf } from './world.ts';

/** `check` of `src/check.ts`, or what a test puts in its place. */
export type Check = typeof check;

/**
 * Inspects, reports, and gives the exit status. Why a target could not be inspected also goes to standard error, in every format.
 * @throws PackgateError when nothing at all could be inspected; a report that says so was written before where one was asked for
 */
export async function runCheck(
  given: Arguments<keyof typeof CHECK_OPTIONS>,
  terminal: Terminal,
  parts: { readonly check: Check; readonly rules: readonly RuleTexts[] },
): Promise<number> {
  const options = checkOptions(given);
  if (given.has('print-config')) {
    refuseBesideConfig(given);
    await write(
      terminal.stdout,
      await policyText(options, given.has('fail-on'), await worldOf(terminal), parts.rules),
    );
    return STATUS.pass;
  }
  const { targets, failOn } = options;
  return runGate(given, terminal, parts.rules, {
    reads: () => readsOf(options, terminal.cwd),
    targets,
    failOn,
    run: (world) => parts.check(options, world),
  });
}

/** What tells of a check, where there is none. */
const OF_A_CHECK = ['format', 'output', 'receipt', 'audit-log', 'keep'] as const;

/** @throws PackgateError `usage`: an option that did nothing would be taken to have done something */
function refuseBesideConfig(given: Arguments<keyof typeof CHECK_OPTIONS>): void {
  const option = OF_A_CHECK.find((name) => given.has(name) && given.one(name) !== 'text');
  if (option === undefined) return;
  throw usage(
    `"--print-config" prints YAML and checks nothing: "--${option}" has no part in it`,
    'Leave one of the two out; "> file" keeps what is printed.',
  );
}

function checkOptions(given: Arguments<keyof typeof CHECK_OPTIONS>): CheckOptions {
  const words = given.words.slice(1);
  const config = given.one('config');
  const preset = PRESETS.find((name) => name === given.one('preset'));
  const keep = given.one('keep');
  const baseline = given.one('baseline');
  const shard = given.one('shard');
  return {
    targets: words.length > 0 ? words : ['.'],
    allow: given.all('allow'),
    failOn: SEVERITIES.find((name) => name === given.one('fail-on')) ?? 'error',
    ignoreScripts: given.has('ignore-scripts'),
    ...(config === undefined ? {} : { config }),
    ...(preset === undefined ? {} : { preset }),
    ...(keep === undefined ? {} : { keep }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(shard === undefined ? {} : { shard: shardOf(shard) }),
  };
}

function shardOf(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== undefined) return shard;
  throw usage(
    `"--shard" is a part of the whole, as 2/4, not "${text}"`,
    `Number the shards from 1/n to n/n, with n up to ${count(MOST_SHARDS)}.`,
  );
}
