import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { countMarks, MOST_MARKS } from '../json-marks.ts';
import { eachLine } from './lines.ts';
import {
  contentDigest,
  OWN_MEMBER,
  PASSED_LEVEL,
  PREDICATE_TYPE,
  STATEMENT_TYPE,
  VERIFIER,
} from './receipt.ts';

/** What a receipt says, as far as bytes are compared with it. */
export interface Receipt {
  /** Package URL. */
  readonly subject: string;
  /** Hex, of the bytes that were inspected. */
  readonly sha512: string;
  readonly passed: boolean;
  readonly time: Date;
  /** The version of packgate that looked. */
  readonly packgate: string;
  /** Hex sha256 of the policy that was applied. */
  readonly policy: string;
  /** Last days of the waivers it rests on, as `2027-01-31`. */
  readonly waivedUntil: readonly string[];
  /** False where the statement is not the one that its own digest was taken of, or lacks what every receipt has. */
  readonly intact: boolean;
}

/**
 * Reads the receipts in a file: one statement, a list of them, or one a line.
 *
 * @param name what to call the file
 * @throws PackgateError `proof` where it holds none, or anything else than receipts of a version that this packgate knows
 */
export function readReceipts(text: string, name: string): readonly Receipt[] {
  const statements = statementsIn(text.replace(/^\ufeff/, ''), name);
  if (statements.length === 0) throw noReceipt(name, 'it is empty');
  return statements.map(({ value, isPlain }) => {
    const receipt = readReceipt(value, name);
    return isPlain ? receipt : { ...receipt, intact: false };
  });
}

interface Statement {
  readonly value: unknown;
  /**
   * False where a member stands twice: readers disagree about which of the two counts, and packgate writes no such thing.
   */
  readonly isPlain: boolean;
}

function statementsIn(text: string, name: string): readonly Statement[] {
  if (countMarks(text, MOST_MARKS) > MOST_MARKS)
    throw noReceipt(name, `it has more than ${count(MOST_MARKS)} brackets and commas`);
  try {
    const whole: unknown = JSON.parse(text);
    const isPlain = hasEachOnce(text, whole);
    return (Array.isArray(whole) ? whole : [whole]).map((value: unknown) => ({ value, isPlain }));
  } catch {
    // One a line, then.
  }
  return Array.from(eachLine(text), (line, index) => {
    try {
      const value: unknown = JSON.parse(line);
      return { value, isPlain: hasEachOnce(line, value) };
    } catch (cause) {
      throw noReceipt(name, `line ${index + 1} is no JSON`, cause);
    }
  });
}

/** Whether no name stands twice in one object: the names in the text are as many as those that were read. */
function hasEachOnce(json: string, read: unknown): boolean {
  let written = 0;
  for (const [, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/gs)) if (colon !== undefined) written++;
  let known = 0;
  const waiting = [read];
  for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) known += Object.keys(value).length;
    for (const inner of Object.values(value)) waiting.push(inner);
  }
  return written === known;
}

function readReceipt(value: unknown, name: string): Receipt {
  const { _type, predicateType, subject, predicate } = record(value);
  if (_type !== STATEMENT_TYPE || predicateType !== PREDICATE_TYPE) {
    throw noReceipt(name, 'it holds something else than verification summaries');
  }
  const { verifier, timeVerified, resourceUri, policy, verificationResult, verifiedLevels, ...more } =
    record(predicate);
  if (record(verifier).id !== VERIFIER) throw noReceipt(name, 'packgate did not make it');
  if (!isRecord(more[OWN_MEMBER])) {
    throw noReceipt(
      name,
      `it has no "${OWN_MEMBER}": another version of packgate made it, or it was altered`,
    );
  }
  const [only, ...others] = Array.isArray(subject) ? subject : [];
  const { name: purl, digest } = record(only);
  const own = more[OWN_MEMBER];
  const waivers = Array.isArray(own.waivers) ? own.waivers : [];
  const time = new Date(text(timeVerified));
  const receipt = {
    subject: text(purl),
    sha512: text(record(digest).sha512),
    passed: verificationResult === 'PASSED' && JSON.stringify(verifiedLevels) === `["${PASSED_LEVEL}"]`,
    time,
    packgate: text(record(record(verifier).version).packgate),
    policy: text(record(record(policy).digest).sha256),
    waivedUntil: waivers.map((waiver) => text(record(waiver).expires)),
  };
  const whole = value as Parameters<typeof contentDigest>[0];
  const intact =
    own.contentDigest === digestOf(whole) &&
    others.length === 0 &&
    receipt.subject !== '' &&
    resourceUri === receipt.subject &&
    /^[0-9a-f]{128}$/.test(receipt.sha512) &&
    !Number.isNaN(time.getTime()) &&
    receipt.waivedUntil.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  return { ...receipt, intact };
}

/** Undefined for what is nested too deep to be a receipt. */
function digestOf(statement: Parameters<typeof contentDigest>[0]): string | undefined {
  try {
    return contentDigest(statement);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function noReceipt(name: string, why: string, cause?: unknown): PackgateError {
  return new PackgateError('proof', `${name}: no receipt of packgate: ${why}`, {
    help: 'name the file that "packgate check --receipt <file>" wrote',
    cause,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
