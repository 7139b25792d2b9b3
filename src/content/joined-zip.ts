import type { Told, Unpack } from './container.ts';
import type { Reader } from './reader.ts';

const NOTHING = Buffer.alloc(0);
/** Bytes of the end record of a zip archive without comment. */
const END = 22;
/** So far from the end of a file Info-ZIP looks for it, which is more than a comment can be long. */
const WINDOW = 66_000;
/** So many marks have room where no whole record has. */
const MARKS = 7;
const END_MARK = Buffer.from('PK\x05\x06', 'latin1');
const RARE = END_MARK[2]!;
const FIRST_MARK = Buffer.from('PK\x03\x04', 'latin1');

const UNREAD: Told = { uninspected: 'a zip archive is joined to its end: packgate does not look inside' };

/** Whether a file of these bytes, as a whole, ends as a zip archive does, with a comment or without. */
export function endsAsZip(bytes: Buffer): boolean {
  // Text has no such byte: looking for it costs next to nothing.
  if (bytes.length < END || !bytes.includes(RARE)) return false;
  const mark = bytes.lastIndexOf(END_MARK, bytes.length - END);
  return mark !== -1 && bytes.length - mark <= WINDOW;
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
  /** Where the last end records begin, the last one first: a mark that nothing follows is none. */
  let last: readonly number[] = [];
  let zip: Reader<Told> | undefined;

  /** Where a mark begins in a view, or across its beginning; -1 where it does not. */
  function find(view: Buffer, mark: Buffer, which: 'indexOf' | 'lastIndexOf'): number {
    const joint = Math.min(tail.length, mark.length - 1);
    const edge = Buffer.concat([tail.subarray(tail.length - joint), view.subarray(0, mark.length - 1)]);
    const places: number[] = [];
    const [inView, atEdge] = [view[which](mark), edge[which](mark)];
    if (inView !== -1) places.push(size + inView);
    if (atEdge !== -1) places.push(size - joint + atEdge);
    if (places.length === 0) return -1;
    return which === 'indexOf' ? Math.min(...places) : Math.max(...places);
  }

  function noteEnds(view: Buffer): void {
    const found: number[] = [];
    for (let end = view.length; found.length < MARKS; ) {
      const place = find(view.subarray(0, end), END_MARK, 'lastIndexOf');
      if (place === -1) break;
      found.push(place);
      if (place <= size) break;
      end = place - size;
    }
    if (found.length > 0) last = [...found, ...last].slice(0, MARKS);
  }

  function open(view: Buffer): void {
    const first = find(view, FIRST_MARK, 'indexOf');
    if (first === -1) return;
    zip = unpack!('joined-zip', path, { before: first });
    if (first < size) zip.push(tail.subarray(first - size));
    zip.push(view.subarray(Math.max(0, first - size)));
  }

  return {
    push(view, whole) {
      if (!every) {
        if (view.subarray(-WINDOW).includes(RARE) || tail.subarray(-3).includes(RARE)) noteEnds(view);
      } else {
        noteEnds(view);
        if (zip !== undefined) zip.push(view);
        else if (unpack !== undefined) open(view);
      }
      size += view.length;
      tail = whole
        ? view
        : view.length >= END
          ? Buffer.from(view.subarray(-END))
          : Buffer.from(Buffer.concat([tail, view]).subarray(-END));
    },
    end() {
      const there = endsAsZip(tail) || last.some((place) => size - place >= END && size - place <= WINDOW);
      // Ended in any case: it lets go of what it holds.
      const told = zip?.end();
      return there ? (told ?? UNREAD) : {};
    },
  };
}
