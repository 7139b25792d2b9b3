import type { Reader } from '../reader.ts';

const NOTHING = Buffer.alloc(0);

/**
 * Cuts text at a byte and hands on each piece, whole or its beginning.
 *
 * @param separator a newline for lines, `<` for tags with what follows them
 * @param most bytes of a piece that are kept
 */
export function createPieceReader(
  separator: number,
  most: number,
  onPiece: (piece: string) => void,
): Reader<void> {
  let rest: Buffer[] = [];
  let kept = 0;

  function keep(bytes: Buffer): void {
    const some = bytes.subarray(0, most - kept);
    if (some.length === 0) return;
    rest.push(Buffer.from(some));
    kept += some.length;
  }

  function cut(bytes: Buffer): void {
    if (kept > 0) keep(bytes);
    onPiece((kept > 0 ? Buffer.concat(rest) : bytes.subarray(0, most)).toString('utf8'));
    rest = [];
    kept = 0;
  }

  return {
    push(view) {
      let from = 0;
      for (let at = view.indexOf(separator); at !== -1; at = view.indexOf(separator, from)) {
        cut(view.subarray(from, at));
        from = at + 1;
      }
      keep(view.subarray(from));
    },
    end: () => cut(NOTHING),
  };
}
