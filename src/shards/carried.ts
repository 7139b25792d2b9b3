import type { Outline } from '../content/outline.ts';
import type { ForeignFormat } from '../manifest.ts';
import type { JudgedFinding, NotInspected, Verdict } from '../policy/verdict.ts';
import { MAX_LISTED } from '../proof/outline.ts';

/**
 * What a report of the whole tells of a package, and the JSON report of one package does not: a shard carries it to
 * the merge. Its form may change with any version, as only the same version reads it.
 */
export interface Carried {
  readonly named: string;
  readonly format?: ForeignFormat;
  readonly packing?: string;
  readonly home?: CarriedPlace;
  readonly tarball?: string;
  readonly outline?: CarriedOutline;
  /** Of the findings that have some of it, by their place in the report. */
  readonly findings?: readonly CarriedFinding[];
  /** The same of `unusedShared`. */
  readonly unusedShared?: readonly CarriedFinding[];
}

interface CarriedPlace {
  readonly file: string;
  readonly line: number;
}

/** Lists in place of maps: a file may be called `__proto__`. */
export interface CarriedOutline extends Omit<Outline, 'name' | 'version' | 'files' | 'kinds'> {
  readonly kinds: readonly (readonly [kind: string, files: number])[];
  /** Absent where there are too many for a receipt, too. */
  readonly files?: readonly (readonly [path: string, size: number])[];
}

export interface CarriedFinding {
  readonly at: number;
  /** As it was before `keepOut` was joined to it. */
  readonly help?: string;
  readonly keepOut?: string;
  readonly fixAt?: CarriedPlace;
  readonly alsoAt?: CarriedPlace;
  /** Where findings may join them, which are then sorted by it. */
  readonly detail?: string;
}

/**
 * What is carried of a package, but for its findings: of these, whether any has something to carry.
 *
 * @param named the package as it was called before it was packed
 */
export function carryRest(
  report: Verdict | NotInspected,
  named: string,
): Omit<Carried, 'findings' | 'unusedShared'> & Readonly<Record<'findings' | 'unusedShared', boolean>> {
  if (report.outcome === 'error') return { named, findings: false, unusedShared: false };
  const { package: pkg, packing, home, tarball, outline } = report;
  const isAny = (of: 'findings' | 'unusedShared') => {
    for (const _ of carryFindings(report, of)) return true;
    return false;
  };
  return {
    named,
    ...(pkg.format && { format: pkg.format }),
    ...(packing !== undefined && { packing }),
    ...(home && { home: carryPlace(home) }),
    ...(tarball !== undefined && { tarball }),
    ...(outline && { outline: carryOutline(outline) }),
    findings: isAny('findings'),
    unusedShared: isAny('unusedShared'),
  };
}

/** What is carried of the findings of a package, for those that have some of it. */
export function* carryFindings(
  report: Verdict | NotInspected,
  of: 'findings' | 'unusedShared',
): Iterable<CarriedFinding> {
  if (report.outcome === 'error') return;
  const mayBeJoined = (report.unusedShared ?? []).length > 0;
  for (const [at, finding] of (report[of] ?? []).entries()) yield* carryFinding(finding, at, mayBeJoined);
}

function carryFinding(
  { help, keepOut, fixAt, alsoAt, detail: told }: JudgedFinding,
  at: number,
  withDetail: boolean,
): CarriedFinding[] {
  const detail = withDetail ? told : undefined;
  if (keepOut === undefined && fixAt === undefined && alsoAt === undefined && detail === undefined) return [];
  return [
    {
      at,
      ...(keepOut !== undefined && { ...(help !== undefined && { help }), keepOut }),
      ...(fixAt && { fixAt: carryPlace(fixAt) }),
      ...(alsoAt && { alsoAt: carryPlace(alsoAt) }),
      ...(detail !== undefined && { detail }),
    },
  ];
}

function carryPlace({ file, line }: CarriedPlace): CarriedPlace {
  return { file, line };
}

function carryOutline(outline: Outline): CarriedOutline {
  const { unpackedSize, fileCount, files, kinds, maps, readable, commands, installScripts } = outline;
  return {
    unpackedSize,
    fileCount,
    kinds: [...kinds],
    maps,
    readable,
    commands,
    installScripts,
    ...(files !== undefined && files.size <= MAX_LISTED && { files: [...files] }),
  };
}
