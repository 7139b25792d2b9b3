import type { Reader } from './reader.ts';

/** Bytes of the end record of a zip archive without comment. */
const END = 22;
const MAX_COMMENT = 0xffff;
const MARK = Buffer.from('PK\x05\x06', 'latin1');

/**
 * Tells whether a zip archive is joined to the end of other data: tools that unpack zip archives look there, whatever the
 * data begins with.
 *
 * @param comments whether archives with a comment count too; that takes a look at every byte
 */
export function createJoinedZip(comments: boolean): Reader<boolean> {
  let tail = Buffer.alloc(0);
  let size = 0;
  /** Where the last mark begins. */
  let last = -1;

  function find(view: Buffer): void {
    const joint = Math.min(tail.length, MARK.length - 1);
    const edge = Buffer.concat([tail.subarray(tail.length - joint), view.subarray(0, MARK.length - 1)]);
    const inView = view.lastIndexOf(MARK);
    const atEdge = edge.lastIndexOf(MARK);
    if (inView !== -1) last = size + inView;
    else if (atEdge !== -1) last = size - joint + atEdge;
  }

  return {
    push(view) {
      if (comments) find(view);
      size += view.length;
      tail =
        view.length >= END
          ? Buffer.from(view.subarray(-END))
          : Buffer.from(Buffer.concat([tail, view]).subarray(-END));
    },
    end() {
      if (tail.length === END && tail.subarray(0, MARK.length).equals(MARK)) return true;
      return last !== -1 && size - last >= END && size - last <= END + MAX_COMMENT;
    },
  };
}
