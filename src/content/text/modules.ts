import { DENSE } from './script-numbers.ts';

/** A part of a file that a bundler marked as one module. */
export interface ModulePart {
  /** As the bundler wrote it; undefined for what it wrote behind a module, and for modules beyond `MAX_MODULES`. */
  readonly name: string | undefined;
  /** Counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** Bytes of code in it that are laid out for a reader. */
  readonly codeBytes: number;
}

/** How many parts of one file are told apart. */
const MAX_MODULES = 2000;

/** Adds up how much of each module in a bundle is laid out, given what marks the modules and where code is dense. */
export class ModuleReader {
  readonly #parts: ModulePart[] = [];
  #open: { readonly name: string | undefined; readonly startLine: number; readonly from: number } | undefined;
  #dense = 0;

  /** Whether no mark of a bundler went by. */
  get isEmpty(): boolean {
    return this.#open === undefined;
  }

  /** The module that is being read. */
  get name(): string | undefined {
    return this.#open?.name;
  }

  /** A module begins, or a part that is none: its line, bytes of code before it, and of these up to the last gap. */
  begin(name: string | undefined, line: number, code: number, gapCode: number): void {
    if (this.#open !== undefined && (this.#open.name === name || this.#parts.length > MAX_MODULES)) return;
    this.#close(line - 1, code, gapCode);
    this.#open = {
      name: this.#parts.length < MAX_MODULES ? name : undefined,
      startLine: line,
      from: code,
    };
  }

  /** A dense stretch went by: bytes of code before it, and behind it. */
  dense(before: number, behind: number): void {
    if (this.#open === undefined) return;
    // What lies before the module has been counted for the one before.
    this.#dense += Math.max(0, behind - Math.max(before, this.#open.from));
  }

  /** The file is over; the parts in file order, without those that hold no code. */
  end(line: number, code: number): readonly ModulePart[] {
    this.#close(line, code, code);
    this.#open = undefined;
    return this.#parts;
  }

  #close(endLine: number, code: number, gapCode: number): void {
    if (this.#open === undefined) return;
    const { name, startLine, from } = this.#open;
    const tail = code - Math.max(gapCode, from);
    const codeBytes = code - from - this.#dense - (tail >= DENSE ? tail : 0);
    if (codeBytes > 0)
      this.#parts.push({ name, startLine, endLine: Math.max(startLine, endLine), codeBytes });
    this.#dense = 0;
  }
}

/** The first parts; all others are one without a name. None where none has a name. */
export function firstOf(parts: readonly ModulePart[], atMost: number): readonly ModulePart[] {
  if (!parts.some(({ name }) => name !== undefined)) return [];
  const first = parts.slice(0, atMost);
  const rest = parts.slice(atMost);
  const [from] = rest;
  if (from === undefined) return first;
  const codeBytes = rest.reduce((sum, part) => sum + part.codeBytes, 0);
  return [
    ...first,
    { name: undefined, startLine: from.startLine, endLine: parts.at(-1)?.endLine ?? from.endLine, codeBytes },
  ];
}
