import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import type { Config, Limits, Placed, RuleSetting, RunLimits, Settings, Waiver } from '../config/settings.ts';
import type { AllowPattern } from '../content/package.ts';
import { PackgateError } from '../errors.ts';
import { patternProblem } from '../glob.ts';
import { createMatcher, type PathMatcher } from '../paths.ts';
import type { Level, Preset, RuleTexts, Severity } from '../rules/rule.ts';
import { editDistance, nearestWord } from '../suggestion.ts';

/** What the command line or the Action's inputs say; they win over the config. */
export interface PolicyOptions {
  readonly preset?: Preset;
  /** Added to those of the config. */
  readonly allow: readonly string[];
  readonly failOn: Severity;
  /** What to compare with, as typed. */
  readonly baseline?: string;
  /** Whether what stands for all packages is for more than one; where nothing is said, whether the config has sections. */
  readonly isShared?: boolean;
  /** What messages call an option, by its name; `--allow` where nothing is said. */
  readonly called?: (option: 'allow' | 'preset' | 'baseline') => string;
}

/** A pattern under `ignore`, and the line it stands at. */
export interface IgnoredFiles {
  readonly pattern: string;
  readonly from: string;
  /** Whether it stands for several packages. */
  readonly shared: boolean;
}

/** What the config says about a rule or family, for all packages and for this one. */
export interface JoinedSetting extends RuleSetting {
  /** What `ignore` is made of. */
  readonly ignored: readonly IgnoredFiles[];
}

/** What the user decided, joined from options, config and presets, for one package. */
export interface Policy {
  readonly preset: Placed<Preset>;
  readonly failOn: Severity;
  /** Null where nobody configured an allowlist. */
  readonly allow: readonly AllowPattern[] | null;
  /** One for each rule or family that is set, sorted by name. */
  readonly rules: readonly JoinedSetting[];
  readonly waivers: readonly (Waiver & { readonly shared: boolean })[];
  /** Patterns that stand for several packages and not for this one, as it has a list of its own. */
  readonly replaced: readonly AllowPattern[];
  readonly limits: Limits;
  /** What the config sets of the limits of the whole run. */
  readonly runLimits: RunLimits;
  /** What to compare with; absent where nothing is compared. */
  readonly baseline?: Placed<string>;
  /** Where no section is for this package: the name of one that may have been meant to be. */
  readonly nearSection?: string;
  /** The config it comes from, as messages call it. */
  readonly configFile: string | null;
  /** Hex sha256 over what applies: the same for the same decisions, wherever and however they are written. */
  readonly digest: string;
  /** The level of a rule, or of one of its variants: the rule's own setting, else its family's, else the preset's. */
  levelOf(rule: Pick<RuleTexts, 'id' | 'levels' | 'variants'>, variant?: string): Placed<Level>;
  /** The same without what the package's own section says: of what stands for all packages. */
  sharedLevelOf(rule: Pick<RuleTexts, 'id' | 'levels'>): Placed<Level>;
  /** Whether the config takes the file out of what the rule looks at. */
  ignores(rule: string, path: string): boolean;
}

/**
 * Joins config, options and presets for the package of that name. Throws PackgateError 'usage' for a pattern of
 * the options that can match nothing.
 */
export function createPolicy(config: Config | null, options: PolicyOptions, packageName: string): Policy {
  const own = config?.packages.get(packageName);
  const called = options.called ?? ((option) => `--${option}`);
  const presetOf = (section: Settings | undefined): Placed<Preset> =>
    options.preset
      ? { value: options.preset, from: called('preset') }
      : (section?.preset ?? config?.preset ?? { value: 'closed', from: 'default' });
  const preset = presetOf(own);
  // What stands above the sections for packages may be meant for any of these.
  const shared = options.isShared ?? (config?.packages.size ?? 0) > 0;
  const rules = joinRules(config?.rules ?? [], own?.rules ?? [], shared);
  const mark = (patterns: readonly AllowPattern[]) =>
    shared ? patterns.map((pattern) => ({ ...pattern, shared })) : patterns;
  const added = mark(addedAllow(options.allow, called('allow')));
  const common = joinAllow(config?.allow && mark(config.allow), added);
  const baseline =
    options.baseline === undefined
      ? (own?.baseline ?? config?.baseline)
      : { value: options.baseline, from: called('baseline') };
  const decided = {
    preset,
    failOn: options.failOn,
    allow: own?.allow === undefined ? common : joinAllow(own.allow, added),
    rules: [...rules.values()],
    waivers: [
      ...(config?.waivers ?? []).map((waiver) => ({ ...waiver, shared })),
      ...(own?.waivers ?? []).map((waiver) => ({ ...waiver, shared: false })),
    ],
    limits: { ...config?.limits, ...own?.limits },
    runLimits: config?.runLimits ?? {},
    ...(baseline && { baseline }),
  };
  const ignored = new Map<string, PathMatcher>();
  for (const { rule, ignore } of rules.values())
    if (ignore.length > 0) ignored.set(rule, createMatcher(ignore));
  const near = own === undefined && config !== null ? nearSection(config, packageName) : undefined;
  return {
    ...decided,
    ...(near !== undefined && { nearSection: near }),
    configFile: config?.file ?? null,
    digest: digestOf(decided),
    replaced: shared && own?.allow !== undefined ? (config?.allow ?? []) : [],
    levelOf: (rule, variant) => levelIn(rules, preset.value, rule, variant),
    sharedLevelOf: (rule) =>
      levelIn(joinRules(config?.rules ?? [], [], true), presetOf(undefined).value, rule),
    ignores: (rule, path) => [rule, familyOf(rule)].some((name) => ignored.get(name)?.matches(path) ?? false),
  };
}

/** Letters in which a misspelt name differs; those of packages of one scope are often near each other. */
const SLIPS = 2;

function nearSection({ packages, areKnown }: Config, name: string): string | undefined {
  if (areKnown === true || packages.size === 0 || name === '') return undefined;
  const near = nearestWord(name, packages.keys());
  return near !== undefined && editDistance(name, near) <= SLIPS ? near : undefined;
}

/** Hex sha256 over what applies to any package: two runs with the same one decide alike, whichever packages they look at. */
export function digestOfAll(
  config: Config | null,
  options: PolicyOptions & { readonly ignoreScripts: boolean },
): string {
  const names = [...(config?.packages.keys() ?? [])].sort();
  const content = {
    version: 1,
    ignoreScripts: options.ignoreScripts,
    any: createPolicy(config, options, '').digest,
    packages: names.map((name) => [name, createPolicy(config, options, name).digest]),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function levelIn(
  rules: ReadonlyMap<string, RuleSetting>,
  preset: Preset,
  rule: Pick<RuleTexts, 'id' | 'levels' | 'variants'>,
  variant?: string,
): Placed<Level> {
  for (const name of [rule.id, familyOf(rule.id)]) {
    const setting = rules.get(name);
    if (setting?.level) return { value: setting.level, from: setting.from };
  }
  const levels = variant === undefined ? rule.levels : (rule.variants?.[variant] ?? rule.levels);
  return { value: levels[preset], from: `preset ${preset}` };
}

/** The files whose sha256 judging will ask for, for any package of the config; null where it asks for none. */
export function digestPaths(config: Config | null): PathMatcher | null {
  const all = [
    ...(config?.waivers ?? []),
    ...[...(config?.packages.values() ?? [])].flatMap(({ waivers }) => waivers),
  ];
  const paths = all.filter(({ sha256 }) => sha256).map(({ path }) => path);
  return paths.length > 0 ? createMatcher(paths) : null;
}

export function familyOf(rule: string): string {
  return `${rule.split('/', 1)[0]}/*`;
}

/** A package's own setting of a rule adds files to ignore and replaces the level. */
function joinRules(
  common: readonly RuleSetting[],
  own: readonly RuleSetting[],
  isShared: boolean,
): ReadonlyMap<string, JoinedSetting> {
  const joined = new Map<string, JoinedSetting>();
  for (const setting of [...common, ...own]) {
    const before = joined.get(setting.rule);
    const ignore = [...(before?.ignore ?? []), ...setting.ignore];
    // The place told is that of the level.
    const decisive = setting.level || !before ? setting : before;
    const shared = isShared && common.includes(setting);
    const added = setting.ignore.map((pattern) => ({ pattern, from: setting.from, shared }));
    joined.set(setting.rule, { ...decisive, ignore, ignored: [...(before?.ignored ?? []), ...added] });
  }
  return new Map([...joined].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addedAllow(patterns: readonly string[], called: string): readonly AllowPattern[] {
  for (const pattern of patterns) {
    const problem = patternProblem(pattern);
    if (problem) {
      throw new PackgateError('usage', `${called}: the pattern \`${pattern}\` ${problem}`, {
        help: 'Correct it; nothing was inspected.',
      });
    }
  }
  // The same words from either face: the same bytes get the same report on a machine and in a workflow.
  return patterns.map((pattern) => ({ pattern, from: 'option allow' }));
}

function joinAllow(
  configured: readonly AllowPattern[] | undefined,
  added: readonly AllowPattern[],
): readonly AllowPattern[] | null {
  return configured === undefined && added.length === 0 ? null : [...(configured ?? []), ...added];
}

function digestOf(
  policy: Pick<
    Policy,
    'preset' | 'failOn' | 'allow' | 'rules' | 'waivers' | 'limits' | 'runLimits' | 'baseline'
  >,
): string {
  const content = {
    version: 1,
    preset: policy.preset.value,
    failOn: policy.failOn,
    allow: policy.allow?.map(({ pattern }) => pattern) ?? null,
    rules: policy.rules.map(({ rule, level, ignore }) => ({ rule, level, ignore })),
    waivers: policy.waivers.map(({ from, shared, ...waiver }) => waiver),
    limits: {
      unpackedSize: policy.limits.unpackedSize?.value,
      growth: policy.limits.growth?.value,
      ...Object.fromEntries(Object.entries(policy.runLimits).map(([name, { value }]) => [name, value])),
    },
    baseline: policy.baseline?.value,
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
