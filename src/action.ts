import { resolve } from 'node:path';
import * as core from '@actions/core';
import { filesApart } from './action/apart.ts';
import { scriptEnvironment } from './action/environment.ts';
import { NO_FILES, type WantedFiles, type WrittenFiles, writeFiles } from './action/files.ts';
import { type Inputs, readFileInputs, readInputs, readTargetText } from './action/inputs.ts';
import { outputsOf } from './action/outputs.ts';
import { isStuck } from './archive/patience.ts';
import { check } from './check.ts';
import { PackgateError } from './errors.ts';
import type { GateRun } from './policy/gate-run.ts';
import { POLICY_RULES } from './policy/rules.ts';
import { discardReceipt, type ProofOptions, prove } from './prove.ts';
import { commentOnPullRequest, MAX_COMMENT_BYTES } from './report/comment.ts';
import { logText } from './report/escape.ts';
import { failureOf, unwritten } from './report/failure.ts';
import {
  annotate,
  logBug,
  logLine,
  logLines,
  logRun,
  MAX_SUMMARY_BYTES,
  writeSummary,
} from './report/github.ts';
import { renderMarkdown } from './report/markdown.ts';
import { RULES } from './rules/index.ts';

const rules = [...RULES, ...POLICY_RULES];

const MAY_SHIP = 0;
const STOPPED = 1;
const NOT_INSPECTED = 2;

// The runner only knows 0 and not 0. It is 0 after the last line of a completed pass, and on no other way out: not
// after a bug, and not when Node runs out of work because a promise never settled.
process.exitCode = NOT_INSPECTED;
let ended = false;
process.on('uncaughtException', (error) => {
  broke(error);
  process.exit(NOT_INSPECTED);
});
process.on('exit', () => {
  if (!ended)
    end(NOT_INSPECTED, 'packgate ended without a verdict: nothing is claimed. This is a bug of packgate.');
});

void gate()
  .catch(broke)
  .finally(() => {
    // Node would wait for ever for what the system does not answer, even in process.exit. All has been said.
    if (isStuck()) process.kill(process.pid, 'SIGKILL');
  });

/** Inputs, check, proof, reports, outputs, status. */
async function gate(): Promise<void> {
  setOutput('verdict', 'error');
  const workspace = resolve(process.env.GITHUB_WORKSPACE || '.');
  const now = new Date();
  const { wanted, proofs, error } = await filesApart(readFileInputs(core.getInput), workspace);
  const asked = attemptInputs(error);
  if ('inputs' in asked && asked.inputs.verify.length > 0) return verifyBytes(asked.inputs, workspace, now);
  const checked = await inspect(asked, proofs, workspace, now);
  const proof = await prove(checked, proofs, { cwd: workspace, now });
  // A pass that could not be proved, or reported as was asked for, is none; what was found stays told.
  const unproved = proof.failure === undefined ? undefined : reasonOf(proof.failure);
  const proven = withoutPass(checked, unproved);
  const inputs = 'inputs' in asked ? asked.inputs : undefined;
  const { files, failure } = await write(proven, wanted, workspace);
  const run = withoutPass(proven, failure);
  const isReceived = proof.receipt && failure === undefined;
  // No receipt outlives a step whose report is missing. Where it cannot be removed, the step has failed all the same.
  if (proof.receipt && !isReceived) await discardReceipt(proofs, { cwd: workspace }).catch(() => undefined);
  logRun(run, rules);
  annotate(run, rules, workspace);
  await writeSummary(renderMarkdown(run, { rules, maxBytes: MAX_SUMMARY_BYTES }));
  const missing = [unproved, failure].map((reason) => reason && unwritten(reason));
  // A report or proof that was asked for and is missing is no pass, but takes nothing away from what was found.
  const judged: GateRun = missing.every((text) => text === undefined) ? run : { ...run, outcome: 'error' };
  const proved = {
    receipt: isReceived ? (proofs.receipt ?? '') : '',
    auditHead: proof.audit?.hash ?? '',
  };
  for (const [name, value] of Object.entries(outputsOf(judged, files, proved))) setOutput(name, value);
  if (proof.audit !== undefined) logLine(`audit record ${proof.audit.sequence}, head ${proof.audit.hash}`);
  if (inputs?.comment) await comment(run, inputs.githubToken);
  if (judged.outcome === 'pass') return end(MAY_SHIP);
  const told = run === checked ? failureOf(run) : undefined;
  const failures = [...missing, told].filter((text) => text !== undefined);
  end(judged.outcome === 'fail' ? STOPPED : NOT_INSPECTED, failures.join('\n'));
}

/** Never throws: what keeps packgate from looking becomes a run that claims nothing, so that every report tells it. */
async function inspect(
  asked: AskedInputs,
  proofs: ProofOptions,
  workspace: string,
  now: Date,
): Promise<GateRun> {
  try {
    if ('error' in asked) {
      await discardReceipt(proofs, { cwd: workspace }).catch(() => undefined);
      throw asked.error;
    }
    await discardReceipt(proofs, { cwd: workspace });
    if (asked.inputs.merge.length > 0) {
      return await (await import('./merge.ts')).merge(asked.inputs.merge, { cwd: workspace });
    }
    const { targets, config, preset, allow, failOn, ignoreScripts, baseline, keep, shard } = asked.inputs;
    const called = (option: string) => `input "${option}"`;
    const run = await check(
      {
        targets,
        allow,
        failOn,
        ignoreScripts,
        keep,
        ...(baseline && { baseline }),
        ...(shard && { shard }),
        called,
        ...(config && { config }),
        ...(preset && { preset }),
      },
      { cwd: workspace, env: scriptEnvironment(process.env), now, progress: logLine },
    );
    if (run.packages.length === 0 && run.shard === undefined)
      throw new PackgateError('target', 'there is nothing to inspect');
    return run;
  } catch (error) {
    const inputs = 'inputs' in asked ? asked.inputs : undefined;
    const target =
      (inputs?.merge[0] ? inputs.merge : inputs?.targets)?.join(', ') ?? readTargetText(core.getInput);
    const packages = [{ outcome: 'error', target, error: reasonOf(error) }] as const;
    return { outcome: 'error', packages, failOn: inputs?.failOn ?? 'error' };
  }
}

type AskedInputs = { readonly inputs: Inputs } | { readonly error: unknown };

/** @param overlap why the files that they name cannot all be written */
function attemptInputs(overlap: PackgateError | undefined): AskedInputs {
  try {
    const inputs = readInputs(core.getInput);
    return overlap === undefined ? { inputs } : { error: overlap };
  } catch (error) {
    return { error };
  }
}

/** A run that claims nothing where it would have passed and something keeps that from being told. */
function withoutPass(run: GateRun, error: Reason | undefined): GateRun {
  if (error === undefined || run.outcome !== 'pass') return run;
  const { failOn, packages } = run;
  return {
    outcome: 'error',
    packages: packages.map((report) => ({
      outcome: 'error',
      target: report.outcome === 'error' ? report.target : report.package.target,
      error,
    })),
    failOn,
  };
}

/** The step that publishes asks whether it is about to send what passed. */
async function verifyBytes(inputs: Inputs, workspace: string, now: Date): Promise<void> {
  const [
    { verify },
    { renderVerification, verificationFailure, verificationMarkdown },
    { verificationOutputs },
  ] = await Promise.all([
    import('./verify.ts'),
    import('./report/verification.ts'),
    import('./action/verification-outputs.ts'),
  ]);
  const { targets, verify: receipts, maxAge } = inputs;
  const verification = await verify(
    { targets, receipts, ...(maxAge !== undefined && { maxAge }) },
    { cwd: workspace, env: scriptEnvironment(process.env), now, progress: logLine },
  );
  logLines(renderVerification(verification, { color: false, columns: 120 }));
  await writeSummary(verificationMarkdown(verification));
  for (const [name, value] of Object.entries(verificationOutputs(verification))) setOutput(name, value);
  const status = { pass: MAY_SHIP, fail: STOPPED, error: NOT_INSPECTED }[verification.outcome];
  end(status, verificationFailure(verification));
}

interface Reason {
  readonly code: string;
  readonly message: string;
  readonly help: string | undefined;
}

/** An expected error as it is; of a bug the stack goes to the log. */
function reasonOf(error: unknown): Reason {
  if (error instanceof PackgateError) return { code: error.code, message: error.message, help: error.help };
  logBug(error);
  const message = `packgate broke: ${error instanceof Error ? error.message : String(error)}`;
  return {
    code: 'bug',
    message,
    help: 'this is a bug of packgate; please report it with the log of this step',
  };
}

async function write(
  run: GateRun,
  wanted: WantedFiles,
  workspace: string,
): Promise<{ readonly files: WrittenFiles; readonly failure?: Reason }> {
  try {
    return { files: await writeFiles(run, wanted, rules, workspace) };
  } catch (error) {
    return { files: NO_FILES, failure: reasonOf(error) };
  }
}

async function comment(run: GateRun, token: string): Promise<void> {
  const result = await commentOnPullRequest(
    renderMarkdown(run, { rules, maxBytes: MAX_COMMENT_BYTES }),
    token,
  );
  if (result.kind === 'failed') core.warning(`no comment on the pull request: ${result.reason}`);
  else if (result.kind === 'skipped') core.info(`no comment on the pull request: ${result.reason}`);
  else core.info(`comment on the pull request ${result.kind}`);
}

function setOutput(name: string, value: string): void {
  try {
    core.setOutput(name, value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackgateError('output', `the outputs of this step cannot be written: ${reason}`, {
      help: 'see that the file that GITHUB_OUTPUT names is there, and that its disk has room',
      cause: error,
    });
  }
}

/** A bug outside of the check. What was said before it may not stand as a pass. */
function broke(error: unknown): void {
  const { message, help } = reasonOf(error);
  try {
    setOutput('verdict', 'error');
  } catch {
    // The runner's file cannot be written, which may be what broke; the status says the same.
  }
  end(NOT_INSPECTED, logText(`${message}. Nothing is claimed. Next step: ${help}`));
}

function end(status: number, failure?: string): void {
  ended = true;
  if (failure !== undefined) core.setFailed(failure);
  process.exitCode = status;
}
