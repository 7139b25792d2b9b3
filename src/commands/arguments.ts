import { parseArgs } from 'node:util';
import { PackgateError } from '../errors.ts';
import { PRESETS, SEVERITIES } from '../rules/rule.ts';
import { nearestWord } from '../suggestion.ts';

/** In reading order. */
export const COMMANDS = ['check', 'init', 'explain', 'verify', 'merge', 'audit'];

export const FORMATS = ['text', 'json', 'sarif', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

interface Option {
  readonly short?: string;
  /** What stands for the value in the help; absent where the option takes none. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Each value counts; of any other option two that differ would leave one of them without a word. */
  readonly repeated?: true;
  readonly help: string;
}

export const COMMON_OPTIONS = {
  'no-color': { help: 'no colours, also in a terminal' },
  version: { short: 'v', help: "print packgate's version" },
  help: { short: 'h', help: 'print this' },
} as const satisfies Record<string, Option>;

export const CHECK_OPTIONS = {
  config: { value: '<file>', help: 'read this config file and look for no other' },
  preset: {
    value: PRESETS.join('|'),
    choices: PRESETS,
    help: 'levels to start from: closed source (default) or open',
  },
  allow: { value: '<glob>', repeated: true, help: 'allow the files it matches; repeat it for more' },
  format: { value: FORMATS.join('|'), choices: FORMATS, help: 'of the report; default text' },
  output: { value: '<file>', help: 'write the report there instead of printing it' },
  'fail-on': {
    value: SEVERITIES.join('|'),
    choices: SEVERITIES,
    help: 'least level that stops the release; default error',
  },
  baseline: {
    value: '<what>',
    help: 'compare with npm (the last release), npm:<spec>, tarball or receipt',
  },
  'ignore-scripts': { help: 'run no lifecycle scripts when packing a folder' },
  keep: { value: '<dir>', help: 'keep the inspected tarball there, to publish that very file' },
  receipt: { value: '<file>', help: 'write a receipt of what was inspected' },
  'audit-log': { value: '<file>', help: 'add a record of this run to this log' },
  shard: { value: '<i>/<n>', help: 'inspect this part of the targets; packgate merge joins the parts' },
  'print-config': { help: 'print the policy that would apply, and check nothing' },
  quiet: { help: 'say nothing unless something stops the release' },
  ...COMMON_OPTIONS,
} as const satisfies Record<string, Option>;

/** Of `explain` with a path; a rule needs none. */
export const EXPLAIN_OPTIONS = {
  config: CHECK_OPTIONS.config,
  preset: CHECK_OPTIONS.preset,
  'ignore-scripts': CHECK_OPTIONS['ignore-scripts'],
  ...COMMON_OPTIONS,
} as const satisfies Record<string, Option>;

export const INIT_OPTIONS = {
  config: { value: '<file>', help: 'write or update this config file and look for no other' },
  preset: {
    value: PRESETS.join('|'),
    choices: PRESETS,
    help: 'closed: the sources are private (default); open: public',
  },
  'ignore-scripts': { help: 'run no lifecycle scripts when packing a folder' },
  'dry-run': { help: 'print the config and write nothing' },
  ...COMMON_OPTIONS,
} as const satisfies Record<string, Option>;

export const VERIFY_OPTIONS = {
  receipt: { value: '<file>', repeated: true, help: 'receipts to compare with; repeat it for more' },
  'max-age': { value: '<time>', help: 'refuse older receipts: 90m, 12h, 30d (the default)' },
  quiet: { help: 'say nothing when the bytes are the ones that passed' },
  ...COMMON_OPTIONS,
} as const satisfies Record<string, Option>;

export const MERGE_OPTIONS = {
  format: CHECK_OPTIONS.format,
  output: CHECK_OPTIONS.output,
  receipt: { value: '<file>', help: 'write the receipts of all packages' },
  'audit-log': CHECK_OPTIONS['audit-log'],
  quiet: CHECK_OPTIONS.quiet,
  ...COMMON_OPTIONS,
} as const satisfies Record<string, Option>;

export const AUDIT_OPTIONS = {
  head: { value: '<hash>', help: 'the log must hold the record with this hash' },
  ...COMMON_OPTIONS,
} as const satisfies Record<string, Option>;

type Options = Readonly<Record<string, Option>>;

export interface Arguments<Name extends string> {
  readonly words: readonly string[];
  has(name: Name): boolean;
  /** Every value given, in order. */
  all(name: Name): readonly string[];
  /** The one value given, be it twice. */
  one(name: Name): string | undefined;
}

/**
 * Reads a command line against a table of options: `node:util` cuts it into tokens, the rest is done here, as its own errors
 * are of several lines and know no nearest word.
 * @throws PackgateError `usage`
 */
export function readArguments<const Known extends Options>(
  argv: readonly string[],
  known: Known,
): Arguments<Extract<keyof Known, string>> {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries<Option>(known).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
      ]),
    ),
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [command = ''] = words;
  const asks = COMMANDS.includes(command) ? `packgate ${command} --help` : 'packgate --help';
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const value = checkedValue(token, known, `${asks} lists what there is.`);
    const before = given.get(token.name) ?? [];
    if (before.some((other) => other !== value) && known[token.name]?.repeated !== true) {
      throw usage(`"--${token.name}" is given twice, as "${before[0]}" and as "${value}"`, 'Give it once.');
    }
    given.set(token.name, [...before, value]);
  }
  return {
    words,
    has: (name) => given.has(name),
    all: (name) => given.get(name) ?? [],
    one: (name) => given.get(name)?.[0],
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** @param list the next step where no word is near: where to look */
function checkedValue(
  { name, rawName, value, inlineValue }: OptionToken,
  known: Options,
  list: string,
): string {
  const option = Object.hasOwn(known, name) ? known[name] : undefined;
  if (option === undefined) {
    const near = nearestWord(name, Object.keys(known));
    throw usage(`unknown option "${rawName}"`, near === undefined ? list : `Did you mean "--${near}"?`);
  }
  if (option.value === undefined) {
    if (value !== undefined)
      throw usage(`"${rawName}" takes no value, but was given "${value}"`, `Write ${rawName} alone.`);
    return '';
  }
  // `--config --quiet` is a forgotten value; `--config=--quiet` is meant.
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
    throw usage(`"${rawName}" needs a value`, `Write ${rawName} ${option.value}.`);
  }
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const near = nearestWord(value, option.choices);
    throw usage(
      `"${rawName}" is ${listed(option.choices)}, not "${value}"`,
      near === undefined ? `Write ${rawName} ${option.value}.` : `Did you mean "${near}"?`,
    );
  }
  return value;
}

/** "text, json or sarif". */
function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** An error in how packgate was called. */
export function usage(message: string, help = 'packgate --help lists what there is.'): PackgateError {
  return new PackgateError('usage', message, { help });
}
