import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { GateRun } from '../policy/gate-run.ts';
import { checkoutAt } from '../report/checkout.ts';
import { writeReport } from '../report/file.ts';
import { jsonReport } from '../report/json.ts';
import { sarifReport } from '../report/sarif.ts';
import type { RuleTexts } from '../rules/rule.ts';

/** The reports that were written, by the path the workflow gave; '' where none was. */
export interface WrittenFiles {
  readonly json: string;
  readonly sarif: string;
}

export const NO_FILES: WrittenFiles = { json: '', sarif: '' };

/** The report files that the workflow asked for, as written there. */
export interface WantedFiles {
  readonly jsonFile: string | undefined;
  readonly sarifFile: string | undefined;
}

/**
 * Writes the JSON and SARIF reports and tells which report files there are now.
 * Where no package was inspected there is no SARIF, not even one of an earlier run: it would speak of other bytes.
 *
 * Throws PackgateError `output`.
 */
export async function writeFiles(
  run: GateRun,
  wanted: WantedFiles,
  rules: readonly RuleTexts[],
  workspace: string,
): Promise<WrittenFiles> {
  const { jsonFile = '', sarifFile = '' } = wanted;
  const inspected = run.packages.some((pkg) => pkg.outcome !== 'error');
  if (jsonFile !== '') await writeReport(resolve(workspace, jsonFile), jsonReport(run));
  if (sarifFile !== '' && inspected)
    await writeReport(resolve(workspace, sarifFile), sarifReport(run, rules, checkoutAt(workspace)));
  else if (sarifFile !== '') await rm(resolve(workspace, sarifFile), { force: true }).catch(() => undefined);
  return { json: jsonFile, sarif: inspected ? sarifFile : '' };
}
