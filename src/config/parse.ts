import { type LimitName, SETTINGS } from '../archive/limits.ts';
import { count } from '../figures.ts';
import { alternatives, mostAlikeOf } from '../paths.ts';
import { suggestion } from '../suggestion.ts';
import { type ConfigDocument, type ConfigPath, parseConfigDocument } from './document.ts';
import { explainIssues } from './explain.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
import type { Config, Limits, RunLimits, Settings } from './settings.ts';
import { type ConfigShape, configShape, GROWTH, SIZE, toSeconds } from './shape.ts';

/** More patterns than this, after their braces are opened, would make every path of a package dear. */
const MAX_PATTERNS = 20_000;
/** Of one list, with wildcards and one beginning or end: all of them are tried on a path. Half a millisecond each time. */
export const MAX_ALIKE = 1000;

/** Findings about waivers cannot be waived. */
const UNWAIVABLE = 'policy/';

type SettingsShape = NonNullable<ConfigShape['packages']>[string];

/**
 * The text of a config file as a Config. `root` is the key it stands under (`packgate` in a package.json); `knownPackages`
 * are the names that sections may have, absent where any may be right. Throws ConfigError with every mistake in it.
 */
export function parseConfig(
  text: string,
  file: string,
  knownRules: readonly string[],
  root?: string,
  knownPackages?: readonly string[],
): Config {
  const document = parseConfigDocument(text, file, root);
  // A file in which everything is commented out says nothing, as no file does.
  const value = document.value ?? {};
  const result = configShape.safeParse(value);
  const problems = [
    ...(result.error ? explainIssues(result.error.issues, document, value) : []),
    ...ruleProblems(value, document, knownRules),
    ...packageProblems(value, document, knownPackages),
    ...(result.data ? sizeProblems(result.data, document) : []),
  ];
  if (problems.length > 0 || !result.data) throw new ConfigError(file, problems);

  const from = (path: ConfigPath) => `${file}:${document.place(path, 'key').line}`;
  const packages = Object.entries(result.data.packages ?? {}).map(
    ([name, settings]) => [name, toSettings(settings, ['packages', name], from)] as const,
  );
  return {
    file,
    ...toSettings(result.data, [], from),
    packages: new Map(packages),
    ...(result.data.limits && { runLimits: toRunLimits(result.data.limits, from) }),
  };
}

function toRunLimits(
  shape: { readonly [Name in LimitName]?: string | number | undefined },
  from: (path: ConfigPath) => string,
): RunLimits {
  const names = (Object.keys(SETTINGS) as LimitName[]).filter((name) => shape[name] !== undefined);
  return Object.fromEntries(
    names.map((name) => [
      name,
      { value: toNumber(shape[name]!, SETTINGS[name].unit), from: from(['limits', name]) },
    ]),
  );
}

function toNumber(value: string | number, unit: string): number {
  return unit === 'seconds' ? toSeconds(String(value)) : toBytes(value);
}

function toSettings(shape: SettingsShape, at: ConfigPath, from: (path: ConfigPath) => string): Settings {
  const limits: Limits = {
    ...(shape.limits?.unpackedSize !== undefined && {
      unpackedSize: {
        value: toBytes(shape.limits.unpackedSize),
        from: from([...at, 'limits', 'unpackedSize']),
      },
    }),
    ...(shape.limits?.growth !== undefined && {
      growth: {
        value: Number(GROWTH.exec(shape.limits.growth)?.[1]) / 100,
        from: from([...at, 'limits', 'growth']),
      },
    }),
  };
  return {
    ...(shape.preset && { preset: { value: shape.preset, from: from([...at, 'preset']) } }),
    ...(shape.allow && {
      allow: shape.allow.map((pattern, index) => ({ pattern, from: from([...at, 'allow', index]) })),
    }),
    rules: Object.entries(shape.rules ?? {}).map(([rule, setting]) => ({
      rule,
      ...(typeof setting === 'string' ? { level: setting } : setting.level ? { level: setting.level } : {}),
      ignore: typeof setting === 'string' ? [] : (setting.ignore ?? []),
      from: from([...at, 'rules', rule]),
    })),
    waivers: (shape.waivers ?? []).map(({ sha256, ...waiver }, index) => ({
      ...waiver,
      ...(sha256 && { sha256: sha256.toLowerCase() }),
      from: from([...at, 'waivers', index]),
    })),
    limits,
    ...(shape.baseline && { baseline: { value: shape.baseline.trim(), from: from([...at, 'baseline']) } }),
  };
}

const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30, // biome-ignore format: one look
};

function toBytes(size: string | number): number {
  if (typeof size === 'number') return size;
  const [, figure, unit] = SIZE.exec(size) ?? [];
  return Math.round(Number(figure) * UNITS[unit ?? 'B']!);
}

/** Rules that do not exist, wherever a config can name one. */
function ruleProblems(
  value: unknown,
  document: ConfigDocument,
  knownRules: readonly string[],
): ConfigProblem[] {
  const families = [...new Set(knownRules.map((rule) => `${rule.split('/', 1)[0]}/*`))];
  const settable = [...knownRules, ...families];
  const waivable = knownRules.filter((rule) => !rule.startsWith(UNWAIVABLE));
  const problems: ConfigProblem[] = [];
  const check = (name: unknown, known: readonly string[], path: ConfigPath, part: 'key' | 'value') => {
    if (typeof name !== 'string' || known.includes(name)) return;
    problems.push({ ...document.place(path, part), message: unknownRule(name, known, knownRules, families) });
  };
  const packages = entries(property(value, 'packages'));
  for (const [at, settings] of [
    [[], value] as const,
    ...packages.map(([name, v]) => [['packages', name], v] as const),
  ]) {
    for (const [rule] of entries(property(settings, 'rules')))
      check(rule, settable, [...at, 'rules', rule], 'key');
    const waivers = property(settings, 'waivers');
    if (!Array.isArray(waivers)) continue;
    waivers.forEach((waiver, index) => {
      check(property(waiver, 'rule'), waivable, [...at, 'waivers', index, 'rule'], 'value');
    });
  }
  return problems;
}

/** Sections for packages that are not there: what they say would hold for nothing, and nobody would notice. */
function packageProblems(
  value: unknown,
  document: ConfigDocument,
  known: readonly string[] | undefined,
): ConfigProblem[] {
  if (known === undefined) return [];
  const sections = entries(property(value, 'packages')).map(([name]) => name);
  // A name that has its section is not the one that was meant.
  const free = known.filter((name) => !sections.includes(name));
  return sections
    .filter((name) => !known.includes(name))
    .map((name) => ({
      ...document.place(['packages', name], 'key'),
      message: `no package of this workspace is called \`${name.slice(0, 80)}\`${suggestion(name, free)}`,
    }));
}

function unknownRule(
  name: string,
  known: readonly string[],
  rules: readonly string[],
  families: readonly string[],
): string {
  if (rules.includes(name)) return `\`${name}\` cannot be waived; set its level under \`rules\``;
  if (families.includes(name)) return `a waiver is for one rule, and \`${name}\` is a family`;
  if (/^\*+(?:\/\*+)?$/.test(name) && families.length > 0)
    return `unknown rule \`${name}\`; a pattern stands for one family: \`${families[0]}\`, \`${families[1]}\` and so on`;
  if (families.includes(`${name}/*`))
    return `unknown rule \`${name}\`; for the whole family write \`${name}/*\``;
  return `unknown rule \`${name.slice(0, 80)}\`${suggestion(name, known)}`;
}

function property(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function entries(value: unknown): [string, unknown][] {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Patterns that are bearable one by one and too many together. */
function sizeProblems(shape: ConfigShape, document: ConfigDocument): ConfigProblem[] {
  let patterns = 0;
  const groups: [ConfigPath, SettingsShape][] = [[[], shape]];
  for (const [name, settings] of Object.entries(shape.packages ?? {}))
    groups.push([['packages', name], settings]);
  for (const [at, { allow = [], rules = {}, waivers = [] }] of groups) {
    const lists: [ConfigPath, readonly string[]][] = [
      [[...at, 'allow'], allow],
      ...Object.entries(rules).map(([rule, setting]): [ConfigPath, readonly string[]] => [
        [...at, 'rules', rule],
        typeof setting === 'string' ? [] : (setting.ignore ?? []),
      ]),
      [[...at, 'waivers'], waivers.map(({ path }) => path)],
    ];
    for (const [path, list] of lists) {
      let own = 0;
      for (const pattern of list) own += alternatives(pattern).length;
      patterns += own;
      if (patterns > MAX_PATTERNS) {
        return [
          {
            ...document.place(path),
            message: `more than ${count(MAX_PATTERNS)} patterns, braces opened; use \`*\` and \`**\``,
          },
        ];
      }
      if (own > MAX_ALIKE && mostAlikeOf(list) > MAX_ALIKE) {
        return [
          {
            ...document.place(path),
            message: `more than ${count(MAX_ALIKE)} patterns with wildcards that begin or end alike; use \`*\` and \`**\` for several at once`,
          },
        ];
      }
    }
  }
  return [];
}
