/** A part of a file that is laid out for a reader. */
export interface Region {
  /** Counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** Bytes of code in it that are laid out: outside comments, strings, templates, regular expressions and white space. */
  readonly codeBytes: number;
  /** Bytes of strings, templates and regular expressions. */
  readonly literalBytes: number;
  /** Names written in it: variables, functions, parameters and the like. */
  readonly names: number;
  /** Those of one or two characters. */
  readonly shortNames: number;
}

/** Counters of a file up to one place in it. */
export interface Counts {
  readonly line: number;
  readonly codeBytes: number;
  readonly literalBytes: number;
  readonly names: number;
  readonly shortNames: number;
}

/** A dense stretch of this many bytes ends a region; shorter ones (a table, a long chain) may stand inside it. */
const BREAK = 320;
/** How many regions of one file are kept: the largest. */
const MAX_REGIONS = 8;

const START: Counts = { line: 1, codeBytes: 0, literalBytes: 0, names: 0, shortNames: 0 };

/** Cuts a file into regions at its dense stretches; keeps the largest ones. */
export class RegionReader {
  readonly #kept: Region[] = [];
  #open: Region | undefined;
  /** Where the last dense stretch ended. */
  #last: Counts = START;

  /** A dense stretch went by: the counters before and behind it. */
  dense(before: Counts, behind: Counts): void {
    this.#extend(before);
    if (behind.codeBytes - before.codeBytes >= BREAK) this.#close();
    this.#last = behind;
  }

  /** The file is over; the regions in file order. */
  end(now: Counts): readonly Region[] {
    this.#extend(now);
    this.#close();
    return this.#kept.sort((a, b) => a.startLine - b.startLine || a.codeBytes - b.codeBytes);
  }

  #extend(to: Counts): void {
    const from = this.#last;
    const open = this.#open;
    if (to.codeBytes === from.codeBytes) return;
    this.#open = {
      startLine: open?.startLine ?? from.line,
      endLine: to.line,
      codeBytes: (open?.codeBytes ?? 0) + to.codeBytes - from.codeBytes,
      literalBytes: (open?.literalBytes ?? 0) + to.literalBytes - from.literalBytes,
      names: (open?.names ?? 0) + to.names - from.names,
      shortNames: (open?.shortNames ?? 0) + to.shortNames - from.shortNames,
    };
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    this.#kept.push(open);
    if (this.#kept.length <= MAX_REGIONS) return;
    // The first of the smallest goes, whatever the order they came in.
    let smallest = 0;
    for (let i = 1; i < this.#kept.length; i++)
      if ((this.#kept[i] as Region).codeBytes < (this.#kept[smallest] as Region).codeBytes) smallest = i;
    this.#kept.splice(smallest, 1);
  }
}
