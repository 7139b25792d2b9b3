import type { Outline } from '../content/outline.ts';
import type { ForeignFormat } from '../manifest.ts';
import type { JudgedFinding, NotInspected, Verdict } from '../policy/judge.ts';
import { MAX_LISTED } from '../proof/outline.ts';

/**
 * What a report of the whole tells of a package, and the JSON report of one package does not: a shard carries it to the merge. Its form may change
 * with any version, as only the same version reads it.
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

/** @param named the package as it was called before it was packed */
export function carry(report: Verdict | NotInspected, named: string): Carried {
  if (report.outcome === 'error') return { named };
  const { package: pkg, packing, home, tarball, outline, findings, unusedShared = [] } = report;
  const mayBeJoined = unusedShared.length > 0;
  const more = findings.flatMap((finding, at) => carryFinding(finding, at, mayBeJoined));
  const unused = unusedShared.flatMap((finding, at) => carryFinding(finding, at, mayBeJoined));
  return {
    named,
    ...(pkg.format && { format: pkg.format }),
    ...(packing !== undefined && { packing }),
    ...(home && { home: carryPlace(home) }),
    ...(tarball !== undefined && { tarball }),
    ...(outline && { outline: carryOutline(outline) }),
    ...(more.length > 0 && { findings: more }),
    ...(unused.length > 0 && { unusedShared: unused }),
  };
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
