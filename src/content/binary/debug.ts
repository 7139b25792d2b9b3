import type { Originals } from '../originals.ts';

/** What a file holds for debuggers and nobody else. */
export interface DebugFacts {
  /** Debug information proper, which leads from machine code back to the source, by the name of its format. */
  readonly format?: 'DWARF' | 'CodeView' | 'PDB' | 'portable PDB' | 'Hermes';
  /** Whether it is that of a WebAssembly module. */
  readonly isWasm?: boolean;
  /** Of all of it, as it lies in the file. */
  readonly bytes: number;
  /** The source files it names, or holds, as far as that was read. */
  readonly sources?: Originals;
  /** Names of functions and variables that running does not need. */
  readonly symbols: number;
  /** Where the debug information lies, as written: paths and addresses. */
  readonly places: readonly string[];
  /** What copy of a running program's memory the file is, in a few words. */
  readonly memory?: string;
  /** What record of a run the file is, in a few words. */
  readonly record?: string;
}

export const NO_DEBUG: DebugFacts = { bytes: 0, symbols: 0, places: [] };

/** Whether there is anything to tell. */
export function tellsDebug(facts: DebugFacts): boolean {
  const { format, symbols, places, memory, record } = facts;
  return (
    format !== undefined || symbols > 0 || places.length > 0 || memory !== undefined || record !== undefined
  );
}
