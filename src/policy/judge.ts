import type { Uninspected } from '../content/package.ts';
import type { Finding, Severity } from '../rules/rule.ts';

/** A finding with the level the user's policy gives it. */
export interface JudgedFinding extends Finding {
  readonly severity: Severity;
  /** Set where a waiver in the config covers it; it then no longer counts, and stays visible. */
  readonly waived?: { readonly reason: string; readonly owner: string; readonly expires: string };
}

/** What would have been public, over every map and every original source in the package; each original file counts once. */
export interface Exposure {
  /** Original files whose whole text could be read. */
  readonly sources: number;
  /** How many of them are the publisher's own: not from `node_modules`, not written by a bundler. */
  readonly firstParty: number;
  /** Lines and UTF-8 bytes of those `sources`. */
  readonly lines: number;
  readonly bytes: number;
  /** Original files of which only the path is told. */
  readonly namedOnly: number;
  /** Top-level folders of the original tree with their number of files, most first. */
  readonly folders: readonly { readonly name: string; readonly sources: number }[];
  /** Network places named as the home of sources. */
  readonly hosts: readonly string[];
  /** Storage buckets named anywhere in a map. */
  readonly buckets: readonly string[];
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
}

/** The decision on one package: everything a report says is read from here. */
export interface Verdict {
  readonly outcome: 'pass' | 'fail';
  readonly package: PackageSummary;
  /** Worst first, then rule, path, line, column. Rules that are off and files a rule ignores are not in it. */
  readonly findings: readonly JudgedFinding[];
  readonly uninspected: readonly Uninspected[];
  readonly exposure: Exposure;
  /** The severity from which on a finding stops the release. */
  readonly failOn: Severity;
  /** Where `--keep` left the inspected bytes (begins with `./` or `/`). */
  readonly tarball?: string;
}

/** A target of which nothing is claimed. */
export interface NotInspected {
  readonly outcome: 'error';
  readonly target: string;
  readonly error: { readonly code: string; readonly message: string; readonly help: string | undefined };
}

/** One gate run: one verdict on one or more packages. `error` wins over `fail`, `fail` over `pass`. */
export interface GateRun {
  readonly outcome: 'pass' | 'fail' | 'error';
  readonly packages: readonly (Verdict | NotInspected)[];
  readonly failOn: Severity;
}
