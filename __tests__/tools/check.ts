import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './install.ts';

/** What the tests read of the JSON report of one target. */
export interface VerdictJson {
  readonly verdict: 'pass' | 'fail' | 'error';
  readonly package: { readonly integrity: string; readonly fileCount: number; readonly unpackedSize: number };
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly path: string }[];
  readonly uninspected: readonly object[];
  readonly exposure: {
    readonly sources: number;
    readonly firstParty: number;
    readonly lines: number;
    readonly bytes: number;
    readonly namedOnly: number;
    readonly recovered: readonly string[];
    readonly buckets: readonly string[];
  };
}

/** The built command line. */
export const CLI = join(ROOT, 'dist/cli.js');

/** Checks one target with the built command line; anything on standard error that is not progress is in `stderr`. */
export function checkJson(target: string, cwd: string, ...options: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [CLI, 'check', target, '--format', 'json', ...options],
    { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 },
  );
  if (stdout === '') throw new Error(`no report (status ${status}): ${error ?? ''}${stderr}`);
  return { verdict: JSON.parse(stdout) as VerdictJson, status };
}
