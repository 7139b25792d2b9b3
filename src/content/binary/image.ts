/** A named part of an executable, library or object file. */
export interface Section {
  /** As all formats would call it: `debug_line` for `.debug_line`, `__debug_line`, `.zdebug_line` and `.debug_line.dwo`. */
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  /** How it is packed, where it is: with the header of ELF, or with the mark that came before it. */
  readonly packed?: 'elf' | 'mark';
}

/** What is known of one executable, library or object file for one machine. */
export interface Image {
  readonly littleEndian: boolean;
  readonly wide: boolean;
  readonly sections: readonly Section[];
  /** Names of functions and variables that running does not need. */
  readonly symbols: number;
  /** Where the debug information lies, as written. */
  readonly places: readonly string[];
  /** Places in its sections are filled in by a linker later. */
  readonly isObject: boolean;
  /** A copy of memory that a crash left. */
  readonly isCore: boolean;
}

/** Parts of one file that are looked at by name; more are no executable. */
export const MAX_SECTIONS = 100_000;
/** Places of debug information kept of one file. */
export const MAX_PLACES = 20;

/** Section names in one spelling. */
export function plainName(name: string): { readonly name: string; readonly marked: boolean } {
  const bare = name.replace(/^(?:\.|__)/, '').replace(/\.dwo$/, '');
  const marked = bare.startsWith('zdebug_');
  return { name: marked ? bare.slice(1) : bare, marked };
}
