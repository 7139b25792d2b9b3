import type { LimitName } from '../archive/limits.ts';
import type { AllowPattern } from '../content/package.ts';
import type { Level, Preset } from '../rules/rule.ts';

/** A value and the line that says so: `packgate.yml:4`. */
export interface Placed<Value> {
  readonly value: Value;
  readonly from: string;
}

/** What the config says about a rule (`source-map/file`) or a family (`source-map/*`). */
export interface RuleSetting {
  readonly rule: string;
  readonly level?: Level;
  /** Patterns of files that the rule does not look at. */
  readonly ignore: readonly string[];
  readonly from: string;
}

/** An exception that somebody owns and that ends. */
export interface Waiver {
  readonly rule: string;
  /** A path or a glob. */
  readonly path: string;
  /** Lower-case hex: holds only while the file has these bytes. */
  readonly sha256?: string;
  readonly reason: string;
  readonly owner: string;
  /** `2027-01-31`: holds through that day in UTC. */
  readonly expires: string;
  readonly from: string;
}

/** Limits of a package, of which going beyond is a finding. */
export interface Limits {
  /** In bytes. */
  readonly unpackedSize?: Placed<number>;
  /** As a share: 0.5 is 50 %. */
  readonly growth?: Placed<number>;
}

/** What may be set of the limits that hold for the whole run. */
export type RunLimits = { readonly [Name in LimitName]?: Placed<number> };

/** What can be set for all packages, and for one. */
export interface Settings {
  readonly preset?: Placed<Preset>;
  readonly allow?: readonly AllowPattern[];
  readonly rules: readonly RuleSetting[];
  readonly waivers: readonly Waiver[];
  readonly limits: Limits;
  /** What to compare with where nothing else is asked for: `npm`, `npm:<spec>`, or a path. */
  readonly baseline?: Placed<string>;
}

/** A config file, read and found without a mistake. */
export interface Config extends Settings {
  /** As messages call it: `packgate.yml`. */
  readonly file: string;
  /** Absolute: the folder it was found in, or looked for in when it was named. */
  readonly folder?: string;
  /** Overrides by package name. */
  readonly packages: ReadonlyMap<string, Settings>;
  /** Set where each of these is known to be a package of the workspace. */
  readonly areKnown?: boolean;
  /** Of the whole run; nothing may be set. */
  readonly runLimits?: RunLimits;
}
