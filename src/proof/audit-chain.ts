import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import { printableJson } from '../invisible.ts';
import { countMarks, MOST_MARKS } from '../json-marks.ts';
import type { AuditRecord } from './audit-record.ts';

/** Changes when a field of a record changes its meaning or goes away. */
const SCHEMA_VERSION = 1;

/** What the first record follows. */
export const START: Link = { sequence: 0, hash: '0'.repeat(64) };

/** The place of a record in the chain. */
export interface Link {
  /** Counted from 1: the number of its line. */
  readonly sequence: number;
  /**
   * Hex sha256 over the record as canonical JSON without its own hash. That names the record before it by its hash,
   * and so all before that.
   */
  readonly hash: string;
}

/** A record as it stands in the log. */
export type ChainedRecord = AuditRecord & Link & { readonly schemaVersion: 1; readonly previous: string };

/** The line for a record that follows `previous`, without the line's end. */
export function chain(record: AuditRecord, previous: Link): { readonly line: string; readonly link: Link } {
  // As it will be read back: nothing undefined, and so the same bytes.
  const plain: AuditRecord = JSON.parse(JSON.stringify(record));
  const content = {
    ...plain,
    schemaVersion: SCHEMA_VERSION,
    sequence: previous.sequence + 1,
    previous: previous.hash,
  };
  const link = { sequence: content.sequence, hash: hashOf(content) };
  return { line: lineOf({ ...content, hash: link.hash }), link };
}

/** What is wrong with a line. `unknown`: another version of packgate wrote it, so that nothing can be said of it. */
export class BrokenChain extends Error {
  readonly kind: 'broken' | 'unknown';

  constructor(kind: BrokenChain['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/**
 * Reads one line, without its end: whether it is a record as packgate writes it, has its own hash, and follows
 * `previous`; `null` where that is not to be asked.
 *
 * @throws BrokenChain with a sentence that names the line
 */
export function readLine(bytes: Buffer, number: number, previous: Link | null): ChainedRecord {
  const changed = (why: string) => new BrokenChain('broken', `line ${number} was changed: ${why}`);
  let record: ChainedRecord;
  let text: string;
  if (countMarks(bytes, MOST_MARKS) > MOST_MARKS) throw changed('it is no record');
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    record = JSON.parse(text);
  } catch {
    throw changed('it is no record');
  }
  if (typeof record !== 'object' || record === null) throw changed('it is no record');
  const { hash, ...content } = record;
  if (text.endsWith('\r')) throw changed('its end is the one of Windows, so that something rewrote the file');
  if (!isWrittenAsOurs(record, text)) throw changed('it is not written as packgate writes a record');
  if (hash !== hashOf(content)) throw changed('its content does not have its hash');
  if (Number.isInteger(record.schemaVersion) && record.schemaVersion > SCHEMA_VERSION) {
    throw new BrokenChain('unknown', `line ${number} was written by a newer packgate`);
  }
  if (
    record.schemaVersion !== SCHEMA_VERSION ||
    !Array.isArray(record.packages) ||
    !Number.isSafeInteger(record.sequence)
  )
    throw changed('it is no record');
  if (previous === null) return record;
  if (record.previous !== previous.hash || record.sequence !== previous.sequence + 1) {
    const after =
      number === 1
        ? 'is not the first record of a log: what stood before it is missing'
        : `does not follow line ${number - 1}: records were taken out, put in or moved there`;
    throw new BrokenChain('broken', `line ${number} ${after}`);
  }
  return record;
}

function isWrittenAsOurs(record: object, text: string): boolean {
  try {
    return lineOf(record) === text;
  } catch (error) {
    // Nested too deep to be a record.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function lineOf(record: object): string {
  return printableJson(canonicalJson(record));
}

function hashOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
