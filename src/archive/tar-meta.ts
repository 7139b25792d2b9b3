import { decodeLongPath, decodePax } from 'tar-stream/headers';
import { PackgateError } from '../errors.ts';

/** What meta headers say about the entry that follows them. */
export interface NextEntry {
  readonly from: 'pax' | 'gnu';
  readonly name?: string;
  /** Where the entry links to. node-tar skips the header of any other entry that has one. */
  readonly link?: string;
  readonly size?: number;
}

const CONTROL = /[\x00-\x1f\x7f]/;

const HELP = 'Installers read such a record in different ways; pack again with npm, pnpm, yarn or bun';

/**
 * Reads a pax body whose records every client splits alike: `<length> <key>=<value>\n`, length exact, no
 * newline or NUL in the value.
 *
 * node-tar splits at newlines, tar-stream by the length alone: a body on which the two disagree holds two sets of names.
 *
 * @throws PackgateError `archive`
 */
export function readPax(body: Buffer, at: number): NextEntry {
  const records = strictRecords(body, at);
  const decoded = decodePax(body);
  for (const key of records.keys()) refuseReshaping(key, at);
  const name = records.get('path');
  const size = records.get('size');
  // npm passes over a record that is no valid UTF-8 and takes the header's own name.
  if (name !== undefined && (name === '' || decoded.path !== name || name.includes('\ufffd')))
    throw refused(at, 'has a name that is not plain text');
  if (size !== undefined && !/^[0-9]{1,15}$/.test(size))
    throw refused(at, 'has a size that is not a plain number');
  const link = records.get('linkpath');
  return {
    from: 'pax',
    ...(name !== undefined && { name }),
    ...(link !== undefined && { link }),
    ...(size !== undefined && { size: Number(size) }),
  };
}

/**
 * Reads a global pax body (`git archive` writes one that holds a comment) and makes sure that it changes no
 * name, link or size: npm 10, npm 11 and tar-stream apply those to different entries.
 *
 * @throws PackgateError `archive`
 */
export function checkGlobalPax(body: Buffer, at: number): void {
  for (const key of strictRecords(body, at).keys()) {
    if (key === 'path' || key === 'linkpath' || key === 'size')
      throw refused(at, `sets the ${key} of all entries that follow`);
    refuseReshaping(key, at);
  }
}

/** Records by which some clients make another file of the entry: npm takes its type from `type`, libarchive its length from the others. */
function refuseReshaping(key: string, at: number): void {
  if (key === 'type') throw refused(at, 'changes the type of an entry');
  if (key.startsWith('GNU.sparse.') || key === 'SCHILY.realsize' || key === 'SUN.holesdata')
    throw refused(at, 'describes a sparse file');
}

/** Reads the body of a GNU long-name or long-link header: text up to the first NUL. @throws PackgateError `archive` */
export function readLongName(body: Buffer, at: number, ofLink: boolean): NextEntry {
  const name = decodeLongPath(body, 'utf8');
  const end = body.indexOf(0);
  if (name === '') throw refused(at, 'is empty');
  // npm and pnpm drop what follows a NUL only up to the end of a line.
  if (end !== -1 && body.subarray(end).some((byte) => byte !== 0)) throw refused(at, 'goes on after its end');
  if (CONTROL.test(name)) throw refused(at, 'has control characters in it');
  return ofLink ? { from: 'gnu', link: name } : { from: 'gnu', name };
}

function strictRecords(body: Buffer, at: number): Map<string, string> {
  const records = new Map<string, string>();
  let offset = 0;
  while (offset < body.length) {
    const blank = body.indexOf(32, offset);
    const digits = blank === -1 ? '' : body.toString('latin1', offset, Math.min(blank, offset + 8));
    const length = /^[1-9][0-9]{0,6}$/.test(digits) ? Number(digits) : 0;
    const end = offset + length;
    const equals = body.indexOf(61, blank);
    const exact =
      length > 0 &&
      end <= body.length &&
      body.indexOf(10, blank) === end - 1 &&
      equals !== -1 &&
      equals < end - 1;
    if (!exact) throw refused(at, 'is not a list of whole records');
    const key = body.toString('utf8', blank + 1, equals);
    const value = body.toString('utf8', equals + 1, end - 1);
    const names = key === 'path' || key === 'linkpath';
    if (CONTROL.test(key) || (names && CONTROL.test(value)))
      throw refused(at, 'has control characters in a name');
    // Clients differ on which of two equal keys counts.
    if (records.has(key)) throw refused(at, `says \`${key}\` twice`);
    records.set(key, value);
    offset = end;
  }
  return records;
}

function refused(at: number, what: string): PackgateError {
  return new PackgateError('archive', `the extended tar header at byte ${at} ${what}`, { help: HELP });
}
