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

/** How many parts of one file are told apart, and how many names of modules in which nothing is laid out are kept. */
const MAX_MODULES = 2000;

/** A module that may turn out to have begun, once its name follows. */
interface Defined {
  readonly line: number;
  readonly code: number;
  readonly gapCode: number;
  /** Dense bytes of the module before it when it began, and its own. */
  readonly denseBefore: number;
  dense: number;
}

/** Adds up how much of each module in a bundle is laid out, given what marks the modules and where code is dense. */
export class ModuleReader {
  readonly #parts: ModulePart[] = [];
  readonly #denseNames: string[] = [];
  #open: { readonly name: string | undefined; readonly startLine: number; readonly from: number } | undefined;
  #dense = 0;
  #defined: Defined | undefined;

  /** Whether no mark of a bundler went by. */
  get isEmpty(): boolean {
    return this.#open === undefined;
  }

  /** Modules in which nothing is laid out, in file order: the first ones. */
  get denseNames(): readonly string[] {
    return this.#denseNames;
  }

  /** The module that is being read. */
  get name(): string | undefined {
    return this.#open?.name;
  }

  /** A module begins, or a part that is none: its line, bytes of code before it, and of these up to the last gap. */
  begin(name: string | undefined, line: number, code: number, gapCode: number): void {
    if (this.#open !== undefined && (this.#open.name === name || this.#parts.length > MAX_MODULES)) return;
    this.#close(line - 1, code, gapCode);
    this.#defined = undefined;
    this.#open = {
      name: this.#parts.length < MAX_MODULES ? name : undefined,
      startLine: line,
      from: code,
    };
  }

  /** A module begins whose name follows, if it has one. Else nothing began. */
  define(line: number, code: number, gapCode: number): void {
    this.#defined = { line, code, gapCode, denseBefore: this.#dense, dense: 0 };
  }

  /** Such a module ends, and this is its name. */
  endDefined(name: string, line: number, code: number, gapCode: number): void {
    const defined = this.#defined;
    if (defined === undefined || this.#parts.length >= MAX_MODULES) return;
    this.#dense = defined.denseBefore;
    this.begin(name, defined.line, defined.code, defined.gapCode);
    this.#dense = defined.dense;
    this.#close(line, code, gapCode);
    this.#open = undefined;
  }

  /** A dense stretch went by: bytes of code before it, and behind it. */
  dense(before: number, behind: number): void {
    // What lies before the module has been counted for the one before.
    if (this.#open !== undefined) this.#dense += Math.max(0, behind - Math.max(before, this.#open.from));
    if (this.#defined !== undefined)
      this.#defined.dense += Math.max(0, behind - Math.max(before, this.#defined.code));
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
    if (codeBytes <= 0) {
      if (name !== undefined && this.#denseNames.length < MAX_MODULES) this.#denseNames.push(name);
    } else this.#parts.push({ name, startLine, endLine: Math.max(startLine, endLine), codeBytes });
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
