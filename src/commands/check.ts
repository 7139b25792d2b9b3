import { resolve } from 'node:path';
import type { CheckOptions, check } from '../check.ts';
import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import type { GateRun } from '../policy/gate-run.ts';
import type { NotInspected, Verdict } from '../policy/verdict.ts';
import { discardReceipt, type Proof, type ProofOptions, prove } from '../prove.ts';
import { checkoutAt } from '../report/checkout.ts';
import { writeReport } from '../report/file.ts';
import { jsonReport } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { sarifReport } from '../report/sarif.ts';
import { renderHeadline, renderText } from '../report/text.ts';
import { PRESETS, type RuleTexts, SEVERITIES } from '../rules/rule.ts';
import { MOST_SHARDS, parseShard, type Shard } from '../target/shard.ts';
import type { World } from '../world.ts';
import { type Arguments, type CHECK_OPTIONS, FORMATS, type Format, usage } from './arguments.ts';
import { errorLine } from './errors.ts';
import { policyText } from './print-config.ts';
import { columnsOf, DEFAULT_COLUMNS, hasColor, type Terminal, write } from './terminal.ts';
import { worldOf } from './world.ts';

/** `check` of `src/check.ts`, or what a test puts in its place. */
export type Check = typeof check;

/** The exit status of each outcome. */
const STATUS = { pass: 0, fail: 1, error: 2 } as const;

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
  const { targets, baseline, failOn } = options;
  return runGate(given, terminal, parts.rules, {
    reads: baseline === undefined ? targets : [...targets, baseline],
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

/** A gate run to be made. */
export interface Gate extends Pick<CheckOptions, 'targets' | 'failOn'> {
  /** Paths that nothing may be written to. */
  readonly reads: readonly string[];
  run(world: World): Promise<GateRun>;
}

/** Of `check` and `merge`: how to tell what came out. */
type ReportArguments = Arguments<'format' | 'output' | 'receipt' | 'audit-log' | 'quiet' | 'no-color'>;

/**
 * Makes a gate run, proves it, reports it, and gives the exit status.
 * @throws PackgateError when it could not be made or proved; a report that says so was written before where one was asked for
 */
export async function runGate(
  given: ReportArguments,
  terminal: Terminal,
  rules: readonly RuleTexts[],
  gate: Gate,
): Promise<number> {
  const report = reportOptions(given, terminal, rules);
  const proof = proofOptions(given);
  keepApart(gate.reads, { ...proof, output: given.one('output') }, terminal.cwd);
  const world = await worldOf(terminal, report.quiet);
  const checked = await attempt(async () => {
    await discardReceipt(proof, world);
    return gate.run(world);
  });
  const run = 'value' in checked ? checked.value : notInspected(gate, checked.error);
  const proved = await attempt(() => prove(run, proof, world));
  const failure = failureOf(checked, proved);
  if ('value' in proved && proved.value.audit !== undefined) {
    const { sequence, hash } = proved.value.audit;
    await write(terminal.stderr, `packgate: audit record ${sequence}, head ${hash}\n`);
  }
  // Nobody may take the report of an earlier run, or an empty one, for this one; nor a pass that could not be proved for a pass.
  const told = failure !== undefined && run.outcome === 'pass' ? notInspected(gate, failure.error) : run;
  const delivered = await attempt(() => deliver(told, report, terminal));
  if ('error' in delivered) {
    // Nor a receipt for one whose report is missing.
    await attempt(() => discardReceipt(proof, world));
    throw delivered.error;
  }
  if (failure !== undefined) throw failure.error;
  for (const item of run.packages) {
    if (item.outcome === 'error') await write(terminal.stderr, errorLine(item.error));
  }
  const isNothing = run.packages.length === 0 && run.shard === undefined;
  return Math.max(
    isNothing ? STATUS.error : STATUS[run.outcome],
    ...run.packages.map(({ outcome }) => STATUS[outcome]),
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

function proofOptions(given: ReportArguments): ProofOptions {
  const receipt = given.one('receipt');
  const auditLog = given.one('audit-log');
  return {
    ...(receipt === undefined ? {} : { receipt }),
    ...(auditLog === undefined ? {} : { auditLog }),
  };
}

/** What a run writes may overwrite neither what it inspects nor what else it writes. */
function keepApart(
  targets: readonly string[],
  files: ProofOptions & { readonly output: string | undefined },
  cwd: string,
): void {
  const taken = new Map(targets.map((target) => [resolve(cwd, target), `"${target}", which is to be read`]));
  for (const [name, file] of [
    ['--output', files.output],
    ['--receipt', files.receipt],
    ['--audit-log', files.auditLog],
  ] as const) {
    if (file === undefined) continue;
    const other = taken.get(resolve(cwd, file));
    if (other !== undefined) throw usage(`${name} would overwrite ${other}`, 'Name another file.');
    taken.set(resolve(cwd, file), `the file of ${name}`);
  }
}

type Attempt<Value> = { readonly value: Value } | { readonly error: unknown };

async function attempt<Value>(act: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await act() };
  } catch (error) {
    return { error };
  }
}

/** Why the run claims nothing although targets may have been inspected. */
function failureOf(
  checked: Attempt<GateRun>,
  proved: Attempt<Proof>,
): { readonly error: unknown } | undefined {
  if ('error' in checked) return checked;
  if ('error' in proved) return proved;
  return proved.value.failure === undefined ? undefined : { error: proved.value.failure };
}

/** Where the report goes and in which words. */
interface ReportOptions {
  readonly format: Format;
  /** Absolute. */
  readonly output: string | undefined;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly columns: number;
  readonly rules: readonly RuleTexts[];
  readonly cwd: string;
}

function reportOptions(
  given: ReportArguments,
  terminal: Terminal,
  rules: readonly RuleTexts[],
): ReportOptions {
  const output = given.one('output');
  const toTerminal = output === undefined;
  return {
    format: FORMATS.find((name) => name === given.one('format')) ?? 'text',
    output: output === undefined ? undefined : resolve(terminal.cwd, output),
    quiet: given.has('quiet'),
    color: toTerminal && !given.has('no-color') && hasColor(terminal.stdout, terminal.env),
    columns: toTerminal ? columnsOf(terminal.stdout) : DEFAULT_COLUMNS,
    rules,
    cwd: terminal.cwd,
  };
}

/** Writes the report where it belongs; standard output gets nothing else, but for one line of text beside a text file. */
async function deliver(run: GateRun, options: ReportOptions, terminal: Terminal): Promise<void> {
  const { format, output, quiet } = options;
  const text = RENDERERS[format](run, options);
  const silent = quiet && run.outcome === 'pass' && run.packages.every(isWhole);
  if (output !== undefined) {
    await writeReport(output, text);
    if (format === 'text' && !silent) await write(terminal.stdout, renderHeadline(run));
  } else if (format !== 'text') {
    for (const piece of text) await write(terminal.stdout, piece);
  } else if (!silent && (run.packages.some(({ outcome }) => outcome !== 'error') || run.outcome === 'pass')) {
    // Where nothing was inspected the line on standard error says all there is to say.
    for (const piece of text) await write(terminal.stdout, piece);
  }
}

/** A comment on GitHub holds 65,536 characters; the report may be one. */
const MAX_MARKDOWN = 65_000;

const RENDERERS: Readonly<Record<Format, (run: GateRun, options: ReportOptions) => Iterable<string>>> = {
  text: (run, options) => [renderText(run, options)],
  json: jsonReport,
  sarif: (run, { rules, cwd }) => sarifReport(run, rules, checkoutAt(cwd)),
  markdown: (run, { rules }) => [renderMarkdown(run, { rules, maxBytes: MAX_MARKDOWN })],
};

/** Of this verdict everything was looked into. */
function isWhole(report: Verdict | NotInspected): boolean {
  return report.outcome === 'pass' && report.uninspected.length === 0;
}

/** The report of a run that ended before any target was read. */
function notInspected({ targets, failOn }: Gate, error: unknown): GateRun {
  const reason =
    error instanceof PackgateError
      ? { code: error.code, message: error.message, help: error.help }
      : {
          code: 'bug',
          message: 'packgate broke down',
          help: 'The reason is on standard error; please report it.',
        };
  return {
    outcome: 'error',
    packages: targets.map((target) => ({ outcome: 'error', target, error: reason })),
    failOn,
  };
}
