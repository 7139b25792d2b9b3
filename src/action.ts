import { resolve } from 'node:path';
import * as core from '@actions/core';
import { scriptEnvironment } from './action/environment.ts';
import { NO_FILES, type WrittenFiles, writeFiles } from './action/files.ts';
import { type Inputs, readInputs } from './action/inputs.ts';
import { outputsOf } from './action/outputs.ts';
import { isStuck } from './archive/patience.ts';
import { check } from './check.ts';
import { PackgateError } from './errors.ts';
import type { GateRun } from './policy/judge.ts';
import { WAIVER_RULES } from './policy/waivers.ts';
import { commentOnPullRequest, MAX_COMMENT_BYTES } from './report/comment.ts';
import { logText } from './report/escape.ts';
import { failureOf, unwritten } from './report/failure.ts';
import { annotate, logBug, logLine, logRun, MAX_SUMMARY_BYTES, writeSummary } from './report/github.ts';
import { renderMarkdown } from './report/markdown.ts';
import { RULES } from './rules/index.ts';

const rules = [...RULES, ...WAIVER_RULES];

const MAY_SHIP = 0;
const STOPPED = 1;
const NOT_INSPECTED = 2;

// The runner only knows 0 and not 0. It is 0 after the last line of a completed pass, and on no other way out: not after a bug, and
// not when Node runs out of work because a promise never settled.
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

/** Inputs, check, reports, outputs, status. */
async function gate(): Promise<void> {
  core.setOutput('verdict', 'error');
  const workspace = resolve(process.env.GITHUB_WORKSPACE || '.');
  const { inputs, run } = await inspect(workspace);
  logRun(run, rules);
  annotate(run, rules, workspace);
  await writeSummary(renderMarkdown(run, { rules, maxBytes: MAX_SUMMARY_BYTES }));
  const { files, failure } = await write(run, inputs, workspace);
  // A report that was asked for and is missing is no pass, but takes nothing away from what was found.
  const judged: GateRun = failure === undefined ? run : { ...run, outcome: 'error' };
  for (const [name, value] of Object.entries(outputsOf(judged, files))) core.setOutput(name, value);
  if (inputs?.comment) await comment(run, inputs.githubToken);
  if (judged.outcome === 'pass') return end(MAY_SHIP);
  const failures = [failure, failureOf(run)].filter((text) => text !== undefined);
  end(judged.outcome === 'fail' ? STOPPED : NOT_INSPECTED, failures.join('\n'));
}

/** Never throws: what keeps packgate from looking becomes a run that claims nothing, so that every report tells it. */
async function inspect(workspace: string): Promise<{ readonly inputs?: Inputs; readonly run: GateRun }> {
  let inputs: Inputs | undefined;
  try {
    inputs = readInputs(core.getInput);
    const { targets, config, preset, allow, failOn, ignoreScripts, keep, receiptFile: receipt } = inputs;
    const options = { targets, allow, failOn, ignoreScripts, keep };
    const run = await check(
      { ...options, ...(config && { config }), ...(preset && { preset }), ...(receipt && { receipt }) },
      { cwd: workspace, env: scriptEnvironment(process.env), now: new Date(), progress: logLine },
    );
    if (run.packages.length === 0) throw new PackgateError('target', 'there is nothing to inspect');
    return { inputs, run };
  } catch (error) {
    const target = inputs?.targets.join(', ') ?? 'anything';
    const failOn = inputs?.failOn ?? 'error';
    const packages = [{ outcome: 'error', target, error: reasonOf(error) }] as const;
    return { ...(inputs && { inputs }), run: { outcome: 'error', packages, failOn } };
  }
}

/** An expected error as it is; of a bug the stack goes to the log. */
function reasonOf(error: unknown): { code: string; message: string; help: string | undefined } {
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
  inputs: Inputs | undefined,
  workspace: string,
): Promise<{ readonly files: WrittenFiles; readonly failure?: string }> {
  if (inputs === undefined) return { files: NO_FILES };
  try {
    return { files: await writeFiles(run, inputs, rules, workspace) };
  } catch (error) {
    return { files: NO_FILES, failure: unwritten(reasonOf(error)) };
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

/** A bug outside of the check. What was said before it may not stand as a pass. */
function broke(error: unknown): void {
  const { message, help } = reasonOf(error);
  core.setOutput('verdict', 'error');
  end(NOT_INSPECTED, logText(`${message}. Nothing is claimed. Next step: ${help}`));
}

function end(status: number, failure?: string): void {
  ended = true;
  if (failure !== undefined) core.setFailed(failure);
  process.exitCode = status;
}
