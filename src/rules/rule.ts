import type { Oddity } from '../archive/oddity.ts';
import type { Exposes } from '../content/exposure.ts';
import type { FileFacts } from '../content/facts.ts';
import type { Package } from '../content/package.ts';
import type { Family } from '../content/secret/kind.ts';
import type { SensitiveFacts } from '../content/sensitive/facts.ts';

/** How bad a finding is, worst first. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a preset or a config can set a rule to. */
export type Level = Severity | 'off';

/** The presets, and the level each gives a rule. */
export const PRESETS = ['closed', 'open'] as const;
export type Preset = (typeof PRESETS)[number];
export type Levels = Readonly<Record<Preset, Level>>;

/** Figures and words behind a finding: plain, sorted by the maker, serialised as they are. */
export type Evidence = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a rule saw. It names no rule and no level: the engine adds those, so a rule cannot misname itself. */
export interface Sighting {
  /** Path in the package, `/` between segments; `outer.zip!/inner.js` inside another file. */
  readonly path: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 code units where the text is known, else in bytes. */
  readonly column?: number;
  /** What leaked, in one sentence and numbers. Plain text; may quote hostile names, reporters escape. */
  readonly message: string;
  /**
   * What to do for this very file or cause, when it is better than the rule's own `help`. Sightings with equal help
   * have one cause.
   */
  readonly help?: string;
  readonly evidence?: Evidence;
  /** How much it gives away, in bytes; where it is not given, its evidence says so as `bytes` or `size`. */
  readonly weight?: number;
  /** Tells two sightings of one rule in one file apart, and stays the same when lines move. */
  readonly detail?: string;
  /** What this would make public; the verdict adds it up over all findings. */
  readonly exposes?: Exposes;
  /** One of the rule's `variants`, where its level differs from the rule's own. */
  readonly variant?: string;
}

/** What is told of a rule, and its levels. Findings that judging itself makes have only this. */
export interface RuleTexts {
  /** `family/name`, the path of the rule's file under `rules/`. */
  readonly id: string;
  /** What a file that breaks the rule is, in a few words: "Source map file". */
  readonly title: string;
  /** Why it matters and what the rule looks for: one short paragraph of plain text. */
  readonly description: string;
  /** What to do about it: one short paragraph of plain text. */
  readonly help: string;
  /** Weakness ids: 540 for CWE-540. */
  readonly cwe: readonly number[];
  readonly levels: Levels;
  /** Sightings that are worse or milder than the rule's own level: variant name to levels. */
  readonly variants?: Readonly<Record<string, Levels>>;
  /** Whether leaving the file out of the package is a fix, so that it helps to know what let it in. */
  readonly removable?: boolean;
}

/** Facts without which a rule about files has nothing to say: most files of most packages hold none of them. */
export type FileGround =
  | 'maps'
  | 'records'
  | 'traces'
  | 'places'
  | 'debug'
  | 'source'
  | 'readable script'
  | 'partial script'
  | 'readable style'
  /** Names of modules beside a script's code. */
  | 'modules';

/** The same of a package as a whole; `files` gives any. */
export type PackageGround =
  | 'files'
  | SensitiveFacts['kind']
  | Family
  | Oddity['kind']
  | 'repositories'
  | 'large'
  | 'references'
  | 'uninspected'
  | 'size limit'
  | 'baseline'
  | 'allowlist';

/** A rule about one file at a time: a pure function of that file's facts. */
export interface FileRule extends RuleTexts {
  readonly scope: 'file';
  /** It is asked of files alone that have one of these. */
  readonly grounds: readonly FileGround[];
  inspect(file: FileFacts): Iterable<Sighting>;
  /** What the sightings come to once the whole package is known; undefined for what is normal in such a package. */
  settle?(pkg: Package): (sighting: Sighting) => Sighting | undefined;
}

/** A rule about the package as a whole, run after the last file: a pure function of the package's facts. */
export interface PackageRule extends RuleTexts {
  readonly scope: 'package';
  /** It is asked of packages alone that have one of these. */
  readonly grounds: readonly PackageGround[];
  inspect(pkg: Package): Iterable<Sighting>;
}

export type Rule = FileRule | PackageRule;

/** A sighting with its rule's name on it. */
export interface Finding extends Sighting {
  readonly rule: string;
  /** The change that leaves the file out of the package, without a full stop, where that is a fix too. */
  readonly keepOut?: string;
  /**
   * Where in the working folder a person would mend it, `/` between segments, as far as that is known: the line of
   * the tool's config, else what let the file in.
   */
  readonly fixAt?: { readonly file: string; readonly line: number };
  /** The line that let the file into the package, where `fixAt` is another one. */
  readonly alsoAt?: { readonly file: string; readonly line: number };
  /** Hex, 32 digits: rule, path and detail hashed, so that a finding is the same one from run to run. */
  readonly fingerprint: string;
}
