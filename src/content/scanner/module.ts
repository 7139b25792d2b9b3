import { instantiator } from './engine.ts';
import { FACTS, FACTS_AT, LOG_AT, LOG_END, VIEW_AT } from './memory.ts';

/** What a module that reads whole files exports. */
export interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** A file begins; what the option means is the module's. */
  reset(option: number): void;
  /** Reads the `n` bytes of the view from byte `from` on. Gives `n`, or less where the log is full. */
  read(from: number, n: number): number;
  /** The file is over: writes its facts. */
  finish(): void;
}

/** One instance and the views on its memory. */
export interface Module<E extends Exports> {
  readonly exports: E;
  readonly bytes: Uint8Array;
  readonly facts: Int32Array;
  readonly log: Int32Array;
  /** How many numbers there are in the log. */
  readonly logged: Int32Array;
}

export interface ModulePool<E extends Exports> {
  /** An instance for one file; undefined where the engine has no WebAssembly or no SIMD. */
  borrow(option: number): Module<E> | undefined;
  /** An instance has half a megabyte of memory, and a package thousands of files: give it back after use. */
  giveBack(module: Module<E>): void;
}

/**
 * Instances of one module.
 *
 * @param base64 the module's bytes
 * @param prepare writes what an instance needs for all files into its memory
 */
export function createModulePool<E extends Exports>(
  base64: string,
  prepare: (bytes: Uint8Array) => void,
): ModulePool<E> {
  const instantiate = instantiator<E>(base64);
  const idle: Module<E>[] = [];

  function create(): Module<E> | undefined {
    const exports = instantiate();
    if (exports === undefined) return undefined;
    const { buffer } = exports.memory;
    const bytes = new Uint8Array(buffer);
    prepare(bytes);
    return {
      exports,
      bytes,
      facts: new Int32Array(buffer, FACTS_AT, FACTS * 2),
      log: new Int32Array(buffer, LOG_AT + 8, (LOG_END - LOG_AT) / 4 - 2),
      logged: new Int32Array(buffer, LOG_AT, 1),
    };
  }

  return {
    borrow(option) {
      const module = idle.pop() ?? create();
      if (module === undefined) return undefined;
      module.logged[0] = 0;
      module.exports.reset(option);
      return module;
    },
    giveBack: (module) => void idle.push(module),
  };
}

/** Puts bytes where the module reads them; at most `VIEW_BYTES`. */
export function load<E extends Exports>(module: Module<E>, view: Uint8Array): void {
  module.bytes.set(view, VIEW_AT);
}

/** Number `i` of those that a module wrote, eight bytes each. Small ones stay small integers for the engine. */
export function numberAt(halves: Int32Array, i: number): number {
  const low = halves[i * 2] as number;
  const high = halves[i * 2 + 1] as number;
  return high === 0 && low >= 0 ? low : high * 2 ** 32 + (low >>> 0);
}
