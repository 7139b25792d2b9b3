import * as core from '@actions/core';
import type { GateRun } from '../policy/gate-run.ts';
import type { RuleTexts } from '../rules/rule.ts';
import { type Annotation, annotationsOf } from './annotations.ts';
import { calledBy } from './called.ts';
import { checkoutAt } from './checkout.ts';
import { logText, shortened } from './escape.ts';
import { skippedSentence, totals, wholeSentence } from './sentences.ts';
import { renderText } from './text.ts';

/**
 * The runner throws a summary away that is larger than 1,024 KiB, with all that is in it; the scripts of a package may have written to the
 * same file. In bytes.
 */
export const MAX_SUMMARY_BYTES = 900 * 1024;

const COLUMNS = 120;
const MOST_SKIPPED = 20;

/**
 * One line to the log. Every line goes through here: the runner takes commands from lines, and a report that was wrapped may begin one with a
 * word that stood in the middle of a sentence.
 */
export function logLine(line: string): void {
  core.info(logText(line));
}

/** The text report: as it is for one package, in a fold for each when there are several. */
export function logRun(run: GateRun, rules: readonly RuleTexts[]): void {
  const options = { rules, color: false, columns: COLUMNS };
  if (run.packages.length === 1 || run.packages.length === 0) {
    logLines(renderText(run, options));
    return;
  }
  for (const pkg of run.packages) {
    const name = pkg.outcome === 'error' ? pkg.target : calledBy(pkg.package);
    core.startGroup(logText(`${pkg.outcome}: ${name}`));
    // What was skipped belongs to no package.
    const { skipped, shard, ...rest } = run;
    logLines(renderText({ ...rest, packages: [pkg], outcome: pkg.outcome }, options));
    core.endGroup();
  }
  if (run.skipped !== undefined) logLine(skippedSentence(run.skipped, MOST_SKIPPED, shortened));
  if (run.shard !== undefined) logLines(`${totals(run)}\n${wholeSentence(run.shard)}`);
}

/** Text of several lines to the log. */
export function logLines(text: string): void {
  for (const line of text.trimEnd().split('\n')) logLine(line);
}

/** Annotations on the manifests in the workspace, within the runner's limits. */
export function annotate(run: GateRun, rules: readonly RuleTexts[], workspace: string): void {
  for (const annotation of annotationsOf(run, rules, checkoutAt(workspace))) write(annotation);
}

function write({ severity, title, message, place }: Annotation): void {
  const properties = { title, ...(place && { file: place.file, startLine: place.line }) };
  if (severity === 'error') core.error(message, properties);
  else if (severity === 'warning') core.warning(message, properties);
  else core.notice(message, properties);
}

/** Adds to the job summary; `markdown` is already escaped. A summary that cannot be written is told in the log and changes nothing. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await core.summary.addRaw(markdown, true).write();
  } catch (error) {
    logLine(`no job summary: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The stack of a bug, for the report that a user sends us. */
export function logBug(error: unknown): void {
  const stack = error instanceof Error ? error.stack : undefined;
  logLines(stack ?? String(error));
}
