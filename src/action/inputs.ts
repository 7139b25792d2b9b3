import { parseDuration } from '../duration.ts';
import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { PRESETS, type Preset, SEVERITIES, type Severity } from '../rules/rule.ts';
import { nearestWord } from '../suggestion.ts';
import { MOST_SHARDS, parseShard, type Shard } from '../target/shard.ts';

/** What the workflow asked for; paths as written, relative to the workspace. */
export interface Inputs {
  readonly targets: readonly string[];
  readonly config: string | undefined;
  readonly preset: Preset | undefined;
  readonly allow: readonly string[];
  readonly failOn: Severity;
  readonly ignoreScripts: boolean;
  readonly baseline: string | undefined;
  readonly keep: string;
  readonly sarifFile: string | undefined;
  readonly jsonFile: string | undefined;
  readonly receiptFile: string | undefined;
  readonly auditLog: string | undefined;
  /** Files with receipts; where there is one, the step compares with them and inspects nothing. */
  readonly verify: readonly string[];
  /** In milliseconds. */
  readonly maxAge: number | undefined;
  readonly shard: Shard | undefined;
  /** Reports of shards; where there is one, the step joins them and inspects nothing. */
  readonly merge: readonly string[];
  readonly comment: boolean;
  readonly githubToken: string;
}

/** Gives the text of one input, '' where it is not set: `getInput` of @actions/core. */
export type ReadInput = (name: string) => string;

/**
 * Reads every input of the Action. An empty one counts as not given, because that is what an expression without a value
 * leaves; only an empty `target` is refused: inspecting the folder in place of a tarball that a step
 * failed to name would pass bytes that nobody publishes.
 *
 * Throws PackgateError `usage` for a value that means nothing.
 */
export function readInputs(read: ReadInput): Inputs {
  const inputs = {
    targets: targets(read('target')),
    config: optional(read('config')),
    preset: oneOf('preset', optional(read('preset')), PRESETS),
    allow: lines(read('allow')),
    failOn: oneOf('fail-on', optional(read('fail-on')), SEVERITIES) ?? 'error',
    ignoreScripts: flag('ignore-scripts', read('ignore-scripts')),
    baseline: optional(read('baseline')),
    keep: optional(read('keep')) ?? './.packgate',
    sarifFile: optional(read('sarif-file')),
    jsonFile: optional(read('json-file')),
    receiptFile: optional(read('receipt-file')),
    auditLog: optional(read('audit-log')),
    verify: lines(read('verify')),
    maxAge: duration('max-age', read('max-age')),
    shard: shard(read('shard')),
    merge: lines(read('merge')),
    comment: flag('comment', read('comment')),
    githubToken: read('github-token').trim(),
  };
  if (inputs.verify.length > 0) refuseForVerify(inputs);
  else if (inputs.maxAge !== undefined) {
    throw new PackgateError('usage', 'input "max-age" is about receipts', {
      help: 'give it together with "verify"',
    });
  }
  if (inputs.merge.length > 0) refuseForMerge(inputs);
  if (inputs.shard !== undefined && inputs.jsonFile === undefined) {
    throw new PackgateError('usage', 'input "shard" needs "json-file"', {
      help: 'the step with "merge" reads that file: a part that it does not get is lost',
    });
  }
  if (inputs.shard !== undefined && inputs.comment) {
    throw new PackgateError('usage', 'input "comment" has no meaning beside "shard"', {
      help: 'a comment is about the whole: give this input to the step that merges',
    });
  }
  return inputs;
}

/** The inputs that name files, also where another input is wrong: that, too, is a gate run, and leaves its proof. */
export type FileInputs = Pick<
  Inputs,
  | 'targets'
  | 'config'
  | 'merge'
  | 'verify'
  | 'baseline'
  | 'jsonFile'
  | 'sarifFile'
  | 'receiptFile'
  | 'auditLog'
>;

export function readFileInputs(read: ReadInput): FileInputs {
  return {
    targets: lines(read('target')),
    config: optional(read('config')),
    merge: lines(read('merge')),
    verify: lines(read('verify')),
    baseline: optional(read('baseline')),
    jsonFile: optional(read('json-file')),
    sarifFile: optional(read('sarif-file')),
    receiptFile: optional(read('receipt-file')),
    auditLog: optional(read('audit-log')),
  };
}

/** What a step that inspects nothing cannot give may not seem to be given. */
function refuseForVerify(inputs: Inputs): void {
  const { config, preset, baseline, sarifFile, jsonFile, receiptFile, auditLog } = inputs;
  const given = Object.entries({
    config,
    preset,
    baseline,
    'sarif-file': sarifFile,
    'json-file': jsonFile,
    'receipt-file': receiptFile,
    'audit-log': auditLog,
    allow: inputs.allow[0],
    comment: inputs.comment || undefined,
    shard: inputs.shard,
    merge: inputs.merge[0],
  }).find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new PackgateError('usage', `input "${given[0]}" has no meaning beside "verify"`, {
    help: 'a step that verifies inspects nothing: give this input to the step that checks',
  });
}

/** Nor may what was decided already, shard by shard, seem to be decided here. */
function refuseForMerge({ config, preset, allow, baseline, ignoreScripts, shard }: Inputs): void {
  const given = Object.entries({
    config,
    preset,
    allow: allow[0],
    'ignore-scripts': ignoreScripts || undefined,
    baseline,
    shard,
  }).find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new PackgateError('usage', `input "${given[0]}" has no meaning beside "merge"`, {
    help: 'a step that merges inspects nothing: give this input to the steps that check a shard',
  });
}

/** What the step was about, where its inputs are too wrong to be read: the targets as typed, in one line. */
export function readTargetText(read: ReadInput): string {
  return lines(read('target')).join(', ') || '.';
}

function targets(text: string): readonly string[] {
  const found = lines(text);
  if (found.length > 0) return found;
  throw new PackgateError('usage', 'input "target" is empty', {
    help: 'check the expression that fills it, or leave the input out to inspect the workspace folder',
  });
}

function optional(text: string): string | undefined {
  const value = text.trim();
  return value === '' ? undefined : value;
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function oneOf<Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (value === undefined) return undefined;
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw wrong(name, value, words);
}

function shard(text: string): Shard | undefined {
  const value = optional(text);
  if (value === undefined) return undefined;
  const parsed = parseShard(value);
  if (parsed !== undefined) return parsed;
  throw new PackgateError('usage', `input "shard" is "${value}"`, {
    help: `write 2/4 for the second of four, with at most ${count(MOST_SHARDS)}`,
  });
}

function duration(name: string, text: string): number | undefined {
  const value = optional(text);
  if (value === undefined) return undefined;
  const parsed = parseDuration(value);
  if (parsed !== undefined) return parsed;
  throw new PackgateError('usage', `input "${name}" is "${value}"`, { help: 'write 90m, 12h or 30d' });
}

/** The words of YAML 1.2, which `getBooleanInput` of @actions/core takes too. */
function flag(name: string, text: string): boolean {
  const value = optional(text);
  if (value === undefined || /^(?:false|False|FALSE)$/.test(value)) return false;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  throw wrong(name, value, ['true', 'false']);
}

function wrong(name: string, value: string, words: readonly string[]): PackgateError {
  const meant = nearestWord(value, words);
  const list = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  return new PackgateError('usage', `input "${name}" is "${value}"`, {
    help: meant === undefined ? `write ${list}` : `did you mean "${meant}"? It can be ${list}`,
  });
}
