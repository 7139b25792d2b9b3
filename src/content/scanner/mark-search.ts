import { findLeads, isMark, type LeadReader, type Leads, MARKS, type Mark } from './leads.ts';

export interface MarkSearchOptions {
  /** Bytes before and from the beginning of a mark that `onMark` may look at. */
  readonly before: number;
  readonly behind: number;
  /**
   * @param bytes hold the bytes asked for, as far as the file has them, and more
   * @param at offset of the mark in them
   */
  readonly onMark: (mark: Mark, bytes: Buffer, at: number) => void;
}

/** Searches bytes for marks as they pass by, cut anywhere: every place is told once, in the order of the file. `end` looks at what waited for more. */
export type MarkSearch = LeadReader<void>;

const NOTHING = Buffer.alloc(0);

export function createMarkSearch({ before, behind, onMark }: MarkSearchOptions): MarkSearch {
  const kept = before + behind;
  /** The last bytes of what has passed: what a mark in them needs, and what one behind them may look back at. */
  let tail: Buffer = NOTHING;
  /** Offset in the file of what comes next, and up to which it is decided where the marks are. */
  let fed = 0;
  let decided = 0;

  /** Tells the marks in `bytes`, which lie at `from` in the file, that begin in `[decided, to)`. */
  function decide(bytes: Buffer, from: number, to: number, leads?: Leads): void {
    if (to <= decided) return;
    const { count, kinds, places } = leads ?? findLeads(bytes);
    for (let i = 0; i < count; i++) {
      const at = places[i]!;
      if (isMark(kinds[i]!) && from + at >= decided && from + at < to) onMark(MARKS[kinds[i]!]!, bytes, at);
    }
    decided = to;
  }

  return {
    push(view, whole, leads) {
      if (whole) {
        decide(view, 0, view.length, leads);
        return;
      }
      const end = fed + view.length;
      if (tail.length > 0) {
        const seam = Buffer.concat([tail, view.subarray(0, kept)]);
        const from = fed - tail.length;
        decide(seam, from, Math.min(fed + before, from + seam.length - behind));
      }
      decide(view, fed, end - behind, leads);
      fed = end;
      tail = Buffer.from(
        view.length >= kept ? view.subarray(-kept) : Buffer.concat([tail, view]).subarray(-kept),
      );
    },
    end: () => decide(tail, fed - tail.length, fed),
  };
}
