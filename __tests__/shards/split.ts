import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckOptions, check } from '../../src/check.ts';
import type { GateRun } from '../../src/policy/gate-run.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderText } from '../../src/report/text.ts';
import { RULES } from '../../src/rules/index.ts';
import { parseReport } from '../report-schema.ts';

export const NOW = new Date('2026-11-21T12:00:00Z');

/** A check of all targets, or of one part. */
export function run(
  cwd: string,
  options: Partial<CheckOptions>,
  env: NodeJS.ProcessEnv = {},
): Promise<GateRun> {
  return check(
    { targets: ['.'], allow: [], failOn: 'error', ignoreScripts: true, ...options },
    { cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env }, now: NOW, progress: () => {} },
  );
}

/** Checks every part of n, and leaves their reports in a folder below `cwd`, which it names. */
export async function split(cwd: string, of: number, options: Partial<CheckOptions>): Promise<string> {
  const folder = `shards-${of}`;
  mkdirSync(join(cwd, folder), { recursive: true });
  for (let index = 1; index <= of; index++) {
    const text = renderJson(await run(cwd, { ...options, shard: { index, of } }));
    parseReport(text);
    writeFileSync(join(cwd, folder, `${index}.json`), text);
  }
  return folder;
}

/** A run in every form that a report has. */
export function told(gateRun: GateRun): Record<string, string> {
  return {
    json: renderJson(gateRun),
    text: renderText(gateRun, { rules: RULES, color: false, columns: 100 }),
    sarif: renderSarif(gateRun, RULES),
    markdown: renderMarkdown(gateRun, { rules: RULES, maxBytes: 65_000 }),
  };
}
