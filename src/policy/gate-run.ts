import { count } from '../figures.ts';
import { amended } from '../rules/finding.ts';
import type { Severity } from '../rules/rule.ts';
import type { Skipped } from '../target/expand.ts';
import type { Shard } from '../target/shard.ts';
import { decision } from './decision.ts';
import type { NotInspected, Verdict } from './verdict.ts';

/** One gate run: one verdict on one or more packages. `error` wins over `fail`, `fail` over `pass`. */
export interface GateRun {
  readonly outcome: 'pass' | 'fail' | 'error';
  readonly packages: readonly (Verdict | NotInspected)[];
  /** Packages of a workspace that were left out because nothing publishes them. Absent where there are none. */
  readonly skipped?: readonly Skipped[];
  readonly failOn: Severity;
  /** Set where the run looked at a part of its targets alone: then its outcome is that of the part, which may be empty. */
  readonly shard?: RunShard;
}

/** Which part of which whole: what is told of the whole is the same in all its shards. */
export interface RunShard extends Shard {
  /** All targets of all shards: how many, and hex sha256 over them. */
  readonly targets: { readonly count: number; readonly sha256: string };
  /** Hex sha256 over what applies to any package, options included. */
  readonly policy: string;
  /** The commit and the workflow run that it is for, where the environment says so. */
  readonly commit?: string;
  readonly workflowRun?: string;
  readonly time: Date;
  /** Names of the packages that the config is for, as far as that is known. */
  readonly meantFor?: readonly string[];
  /** For each package of this part, in order: what its package.json said before it was packed, as `Listed` has it. */
  readonly named: readonly string[];
}

/**
 * One verdict on all packages of a run.
 *
 * What stands for several packages (waivers, and patterns of `allow` and `ignore`, above `packages:`) and is of use to none of them is told once, with the first
 * package. `isWhole` says whether these are all the packages it is meant for: of a part nobody can say that.
 *
 * @param packages of this run, or of the runs that looked at a part each
 */
export function judgeRun(
  packages: readonly (Verdict | NotInspected)[],
  failOn: Severity,
  isWhole: boolean,
): Pick<GateRun, 'outcome' | 'packages' | 'failOn'> {
  const told = isWhole ? withUnusedShared(packages, failOn) : packages;
  const outcomes = new Set(told.map(({ outcome }) => outcome));
  const outcome =
    outcomes.has('error') || told.length === 0 ? 'error' : outcomes.has('fail') ? 'fail' : 'pass';
  return { outcome, packages: told, failOn };
}

/** Whether nothing is missing among what was inspected, so that it can be told what is of use to nobody. */
export function isWhole(
  packages: readonly (Verdict | NotInspected)[],
  all: readonly string[] | undefined = [],
): boolean {
  const seen = new Set(packages.map((report) => (report.outcome === 'error' ? '' : report.package.name)));
  return all.every((name) => seen.has(name));
}

function withUnusedShared(
  packages: readonly (Verdict | NotInspected)[],
  failOn: Severity,
): readonly (Verdict | NotInspected)[] {
  const [first, ...others] = packages.filter((report) => report.outcome !== 'error');
  // What was not inspected may be what it is for.
  if (first === undefined || others.length + 1 < packages.length) return packages;
  const unused = others.reduce(
    (left, { unusedShared = [] }) => {
      const fingerprints = new Set(unusedShared.map(({ fingerprint }) => fingerprint));
      return left.filter(({ fingerprint }) => fingerprints.has(fingerprint));
    },
    [...(first.unusedShared ?? [])],
  );
  if (unused.length === 0) return packages;
  const inAll =
    others.length === 0 ? '' : `; it is of use to none of the ${count(others.length + 1)} packages`;
  const findings = unused.map((finding) => amended(finding, { message: `${finding.message}${inAll}` }));
  return [{ ...first, ...decision([...first.findings, ...findings], failOn) }, ...packages.slice(1)];
}
