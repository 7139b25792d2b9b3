import type { Told, Unpack } from './container.ts';
import type { Reader } from './reader.ts';

const NOTHING = Buffer.alloc(0);
/** Bytes of the end record of a zip archive without comment, and of what stands before it in a zip64 archive (APPNOTE 4.3.15, 4.3.16). */
const END = 22;
const LOCATOR = 20;
/** So much of a view is kept for a record that goes on in the next one. */
const KEPT = LOCATOR + END;
/** So far from the end of a file Info-ZIP looks for it, which is more than a comment can be long. */
const WINDOW = 66_000;
const END_MARK = Buffer.from('PK\x05\x06', 'latin1');
const RARE = END_MARK[2]!;
/** `PK\x06\x07`. */
const LOCATOR_MARK = 0x07064b50;
const FIRST_MARK = Buffer.from('PK\x03\x04', 'latin1');

const UNREAD: Told = { uninspected: 'a zip archive is joined to its end: packgate does not look inside' };

/** Whether a file of these bytes, as a whole, ends as a zip archive does, with a comment or without. */
export function endsAsZip(bytes: Buffer): boolean {
  // Text has no such byte: looking for it costs next to nothing.
  if (bytes.length < END || !bytes.includes(RARE)) return false;
  const last = lastEnd(bytes, 0);
  return last !== -1 && bytes.length - last <= WINDOW;
}

/**
 * Where the last end record begins that stands whole in a view and can be meant, counted in the file; -1 without one.
 * Code that reads zip archives holds the mark alone: what follows it there points to no place of the file.
 *
 * @param from where the view begins in the file
 */
function lastEnd(view: Buffer, from: number): number {
  if (view.length < END) return -1;
  let at = view.lastIndexOf(END_MARK, view.length - END);
  while (at !== -1) {
    const place = from + at;
    const [entries, length, offset] = [
      view.readUInt16LE(at + 10),
      view.readUInt32LE(at + 12),
      view.readUInt32LE(at + 16),
    ];
    // By its length the directory stands before the record, by its offset anywhere before it; an archive of nothing has none.
    if ((length <= place || offset <= place) && (entries | length | offset) !== 0) return place;
    // Of a zip64 archive another record tells.
    if (at >= LOCATOR && view.readUInt32LE(at - LOCATOR) === LOCATOR_MARK) return place;
    at = at === 0 ? -1 : view.lastIndexOf(END_MARK, at - 1);
  }
  return -1;
}

/**
 * Looks into a zip archive that is joined to the end of other data: tools that unpack zip archives look there, whatever the
 * data begins with.
 *
 * Its beginning is not known before the end has come, so all that follows the first local header is held.
 *
 * @param every whether every byte is looked at, to look inside; else such an archive is only said
 * @param unpack without it, too
 */
export function createJoinedZip(path: string, every: boolean, unpack?: Unpack): Reader<Told> {
  let tail: Buffer = NOTHING;
  let size = 0;
  /** Where the last end record begins. */
  let last = -1;
  let zip: Reader<Told> | undefined;

  /** Where the first local header begins, in a view or across its beginning; -1 without one. */
  function findFirst(view: Buffer): number {
    const joint = Math.min(tail.length, FIRST_MARK.length - 1);
    const edge = Buffer.concat([tail.subarray(tail.length - joint), view.subarray(0, FIRST_MARK.length - 1)]);
    const atEdge = edge.indexOf(FIRST_MARK);
    if (atEdge !== -1) return size - joint + atEdge;
    const inView = view.indexOf(FIRST_MARK);
    return inView === -1 ? -1 : size + inView;
  }

  function noteEnd(view: Buffer): void {
    const inView = lastEnd(view, size);
    if (inView >= size + LOCATOR || tail.length === 0) {
      if (inView !== -1) last = inView;
      return;
    }
    // One that begins in the view before, or whose locator does.
    const joint = tail.subarray(-KEPT);
    const atEdge = lastEnd(Buffer.concat([joint, view.subarray(0, KEPT)]), size - joint.length);
    last = Math.max(last, inView, atEdge);
  }

  function open(view: Buffer): void {
    const first = findFirst(view);
    if (first === -1) return;
    zip = unpack!('joined-zip', path, { before: first });
    if (first < size) zip.push(tail.subarray(first - size));
    zip.push(view.subarray(Math.max(0, first - size)));
  }

  return {
    push(view, whole) {
      if (!every) {
        if (view.subarray(-WINDOW).includes(RARE) || tail.subarray(-KEPT).includes(RARE)) noteEnd(view);
      } else {
        noteEnd(view);
        if (zip !== undefined) zip.push(view);
        else if (unpack !== undefined) open(view);
      }
      size += view.length;
      tail = whole
        ? view
        : view.length >= KEPT
          ? Buffer.from(view.subarray(-KEPT))
          : Buffer.from(Buffer.concat([tail, view]).subarray(-KEPT));
    },
    end() {
      const there = last !== -1 && size - last <= WINDOW;
      // Ended in any case: it lets go of what it holds.
      const told = zip?.end();
      return there ? (told ?? UNREAD) : {};
    },
  };
}
