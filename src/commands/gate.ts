import type { CheckOptions } from '../check.ts';
import { PackgateError } from '../errors.ts';
import type { GateRun } from '../policy/gate-run.ts';
import { discardReceipt, type Proof, type ProofOptions, prove } from '../prove.ts';
import type { RuleTexts } from '../rules/rule.ts';
import type { Read } from '../target/apart.ts';
import type { World } from '../world.ts';
import { deliver, type ReportArguments, reportOptions } from './deliver.ts';
import { errorLine } from './errors.ts';
import { type Terminal, write } from './terminal.ts';
import { worldOf } from './world.ts';

/** The exit status of each outcome. */
export const STATUS = { pass: 0, fail: 1, error: 2 } as const;

/** A gate run to be made. */
export interface Gate extends Pick<CheckOptions, 'targets' | 'failOn'> {
  /** What nothing may be written over. */
  reads(): readonly Read[];
  run(world: World): Promise<GateRun>;
}

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
  await keepApart(gate, { ...proof, output: given.one('output') }, terminal.cwd);
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

function proofOptions(given: ReportArguments): ProofOptions {
  const receipt = given.one('receipt');
  const auditLog = given.one('audit-log');
  return {
    ...(receipt === undefined ? {} : { receipt }),
    ...(auditLog === undefined ? {} : { auditLog }),
  };
}

/** What a run writes may overwrite neither what it reads, nor what else it writes, nor somebody's work. */
async function keepApart(
  gate: Gate,
  files: ProofOptions & { readonly output: string | undefined },
  cwd: string,
): Promise<void> {
  const written = Object.entries({
    '--output': files.output,
    '--receipt': files.receipt,
    '--audit-log': files.auditLog,
  }).flatMap(([by, file]) => (file === undefined ? [] : [{ by, file }]));
  if (written.length === 0) return;
  const { overlapsOf } = await import('../target/apart.ts');
  const [first] = await overlapsOf(written, gate.reads(), cwd);
  if (first !== undefined) {
    // What is to be read is no earlier report of this command line, which a wrong one would withdraw.
    const code = first.also === undefined ? 'output' : 'usage';
    throw new PackgateError(code, `${first.written.by} would overwrite ${first.other}`, {
      help: 'Name another file.',
    });
  }
  if (files.output === undefined) return;
  const { refuseOverwriting } = await import('../report/earlier.ts');
  refuseOverwriting(files.output, cwd);
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
