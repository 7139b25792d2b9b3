import { check } from '../../src/check.ts';
import { packgate } from '../commands/command-line.ts';
import { cleanEnv } from '../target/opened.ts';

/** Runs `packgate init` in a folder, in this process. */
export function initIn(cwd: string, line = '', env: NodeJS.ProcessEnv = cleanEnv()) {
  return packgate(`init ${line}`, { cwd, env });
}

/** What a check of a folder says: the outcome, and its findings from warnings on, as `rule path`, by package. */
export async function checkIn(cwd: string, targets: readonly string[] = ['.'], env = cleanEnv()) {
  const run = await check(
    { targets, allow: [], failOn: 'error', ignoreScripts: false },
    { cwd, env, now: new Date('2026-11-21T12:00:00Z'), progress: () => {} },
  );
  const found = run.packages.flatMap((report) => {
    if (report.outcome === 'error') return [report.error.message];
    return report.findings
      .filter(({ severity }) => severity !== 'note')
      .map(({ rule, path }) => `${rule} ${path}`);
  });
  const notes = run.packages.flatMap((report) =>
    report.outcome === 'error' ? [] : report.findings.map(({ rule }) => rule),
  );
  return { outcome: run.outcome, found, notes };
}
