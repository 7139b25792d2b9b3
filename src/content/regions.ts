/** A run of neighbouring windows of code that are laid out alike. */
export interface Region {
  /** Counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** Bytes of code: outside comments, strings, templates, regular expressions and white space. */
  readonly codeBytes: number;
  /** Stretches of white space that a minifier would drop. */
  readonly runs: number;
  /** Those of them that are more than one line break. */
  readonly gaps: number;
  /** Names of variables, functions, parameters and the like, each time one is written. */
  readonly names: number;
  /** Those of one or two characters. */
  readonly shortNames: number;
}

/** Counters of a file, or of a part of one. */
export interface Counts {
  readonly line: number;
  readonly codeBytes: number;
  readonly runs: number;
  readonly gaps: number;
  readonly names: number;
  readonly shortNames: number;
}

/** Bytes of code in one window. Small enough for a 2 KB function, large enough that a ratio means something. */
export const WINDOW = 512;
/** A window with more droppable white space than this, per byte of code, is laid out for a reader. */
const LAID_OUT = 0.06;
/** How many regions of one file are kept: the largest. */
const MAX_REGIONS = 8;

/** Cuts a file into regions as its windows go by; keeps the largest ones that are laid out. */
export class RegionReader {
  readonly #kept: Region[] = [];
  #open: Region | undefined;
  #last: Counts = { line: 1, codeBytes: 0, runs: 0, gaps: 0, names: 0, shortNames: 0 };
  #laidOutBytes = 0;

  /** A window is full: the counters of the file up to here. */
  window(now: Counts): void {
    const before = this.#last;
    const codeBytes = now.codeBytes - before.codeBytes;
    if (codeBytes === 0) return;
    this.#last = now;
    const runs = now.runs - before.runs;
    if (runs <= LAID_OUT * codeBytes) {
      this.#close();
      return;
    }
    const open = this.#open;
    this.#laidOutBytes += codeBytes;
    this.#open = {
      startLine: open?.startLine ?? before.line,
      endLine: now.line,
      codeBytes: (open?.codeBytes ?? 0) + codeBytes,
      runs: (open?.runs ?? 0) + runs,
      gaps: (open?.gaps ?? 0) + now.gaps - before.gaps,
      names: (open?.names ?? 0) + now.names - before.names,
      shortNames: (open?.shortNames ?? 0) + now.shortNames - before.shortNames,
    };
  }

  /** The file is over. */
  end(now: Counts): { readonly regions: readonly Region[]; readonly laidOutBytes: number } {
    this.window(now);
    this.#close();
    this.#kept.sort((a, b) => a.startLine - b.startLine);
    return { regions: this.#kept, laidOutBytes: this.#laidOutBytes };
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    this.#kept.push(open);
    if (this.#kept.length <= MAX_REGIONS) return;
    this.#kept.sort((a, b) => b.codeBytes - a.codeBytes);
    this.#kept.pop();
  }
}
