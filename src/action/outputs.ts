import type { GateRun } from '../policy/gate-run.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { Severity } from '../rules/rule.ts';
import type { WrittenFiles } from './files.ts';

/** Names and versions are the package's own; npm allows 214 and 256 characters. In UTF-16 code units. */
export const MAX_NAME = 256;

/** The runner takes 1 MB of outputs a job, counted as UTF-16; half of it is for others. In UTF-16 code units. */
export const MAX_PACKAGES = 256 * 1024;

/** The proof that a run has left; '' where there is none. */
export interface ProofFiles {
  readonly receipt: string;
  /** Hash of the run's record in the audit log. */
  readonly auditHead: string;
}

export const NO_PROOF: ProofFiles = { receipt: '', auditHead: '' };

/**
 * The outputs of the Action by their names in action.yml. What several packages have is told one a line, in one
 * order; what was not inspected has no tarball, no integrity and no counts.
 */
export function outputsOf(
  run: GateRun,
  files: WrittenFiles,
  proof: ProofFiles,
): Readonly<Record<string, string>> {
  const inspected = run.packages.filter((pkg) => pkg.outcome !== 'error');
  const list = JSON.stringify(run.packages.map(packageOutput));
  return {
    verdict: run.outcome,
    tarball: lines(inspected.map(tarballOf)),
    integrity: lines(inspected.map((verdict) => verdict.package.integrity)),
    sha256: lines(inspected.map((verdict) => verdict.package.sha256)),
    errors: inspected.length === 0 ? '' : String(total(inspected, 'error')),
    warnings: inspected.length === 0 ? '' : String(total(inspected, 'warning')),
    'json-file': files.json,
    'sarif-file': files.sarif,
    'receipt-file': proof.receipt,
    'audit-head': proof.auditHead,
    // A cut list would read as a whole one, so a list that is too long is left out; the JSON report has it.
    packages: list.length > MAX_PACKAGES ? '' : list,
  };
}

function packageOutput(pkg: GateRun['packages'][number]) {
  if (pkg.outcome === 'error') return { target: pkg.target, verdict: pkg.outcome, code: pkg.error.code };
  return {
    name: pkg.package.name.slice(0, MAX_NAME),
    version: pkg.package.version.slice(0, MAX_NAME),
    target: pkg.package.target,
    verdict: pkg.outcome,
    tarball: tarballOf(pkg),
    integrity: pkg.package.integrity,
    sha256: pkg.package.sha256,
    errors: count(pkg, 'error'),
    warnings: count(pkg, 'warning'),
  };
}

/** With `./` before a relative path: `npm publish out/x.tgz` would take `out/x.tgz` for a repository on GitHub. */
function tarballOf({ tarball }: Verdict): string {
  if (tarball === undefined || /^(?:\.?\/|[A-Za-z]:[\\/]|\\\\)/.test(tarball)) return tarball ?? '';
  return `./${tarball}`;
}

/** One a line; what is empty has none. */
export function lines(values: readonly string[]): string {
  return values.filter((value) => value !== '').join('\n');
}

function total(verdicts: readonly Verdict[], severity: Severity): number {
  return verdicts.reduce((sum, verdict) => sum + count(verdict, severity), 0);
}

function count({ findings }: Verdict, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && finding.waived === undefined).length;
}
