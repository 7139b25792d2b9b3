import type { Exposure } from '../content/exposure.ts';
import type { Outline } from '../content/outline.ts';
import type { Uninspected } from '../content/package.ts';
import type { ForeignFormat } from '../manifest.ts';
import type { Finding, Level, Preset, Severity } from '../rules/rule.ts';

/** A finding with the level the user's policy gives it. */
export interface JudgedFinding extends Finding {
  readonly severity: Severity;
  /** Set where a waiver in the config covers it; it then no longer counts, and stays visible. */
  readonly waived?: { readonly reason: string; readonly owner: string; readonly expires: string };
}

/** Which bytes a verdict is about. */
export interface PackageSummary {
  readonly name: string;
  readonly version: string;
  readonly target: string;
  readonly integrity: string;
  readonly sha256: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly fileCount: number;
  /** Absent for an npm package. */
  readonly format?: ForeignFormat;
}

/** The decision on one package: everything a report says is read from here. */
export interface Verdict {
  readonly outcome: 'pass' | 'fail';
  readonly package: PackageSummary;
  /** Worst first, then rule, path, line, column. Rules that are off and files a rule ignores are not in it. */
  readonly findings: readonly JudgedFinding[];
  readonly uninspected: readonly Uninspected[];
  readonly exposure: Exposure;
  /** What is compared with the next release. */
  readonly outline?: Outline;
  /** The release it was compared with, or why with none; absent where nobody asked. */
  readonly baseline?: { readonly from: string } | { readonly reason: string };
  /** What would be found of all that stands for several packages and that this one has no use for; said where none of them has. */
  readonly unusedShared?: readonly JudgedFinding[];
  /** The severity from which on a finding stops the release. */
  readonly failOn: Severity;
  /** What was decided by: hex sha256 over what applied, and the config's name, null where presets and options alone decided. */
  readonly policy: { readonly digest: string; readonly file: string | null; readonly decided?: Decided };
  /**
   * How what packed the folder differs from what the project asks for, in a sentence. It says nothing of the bytes themselves: reports that machines read leave it out, so
   * that the same bytes give the same report.
   */
  readonly packing?: string;
  /** Where in the working folder the package is made, as far as that is known: the `files` of its package.json. */
  readonly home?: { readonly file: string; readonly line: number };
  /** Where `--keep` left the inspected bytes (begins with `./` or `/`). */
  readonly tarball?: string;
  /** When its bytes were looked at, where that was in another run: in that of a shard. */
  readonly time?: Date;
}

/** All that can silence a finding, as it applied to one package. */
export interface Decided {
  readonly preset: Preset;
  /** Null where no allowlist is configured. */
  readonly allow: readonly string[] | null;
  /** Rules and families whose level or files the config sets. */
  readonly rules: readonly {
    readonly rule: string;
    readonly level?: Level;
    readonly ignore: readonly string[];
  }[];
  readonly waivers: readonly DecidedWaiver[];
}

export interface DecidedWaiver {
  readonly rule: string;
  readonly path: string;
  readonly sha256?: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  /** Whether it covered a finding of this package. */
  readonly used: boolean;
}

/** A target of which nothing is claimed. */
export interface NotInspected {
  readonly outcome: 'error';
  readonly target: string;
  readonly error: { readonly code: string; readonly message: string; readonly help: string | undefined };
}
