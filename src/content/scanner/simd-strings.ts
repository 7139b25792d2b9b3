import type { StringMeasure } from './measure.ts';
import { WASM } from './strings.wasm.ts';

/** What the module exports; Node's types know WebAssembly only in part. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly escaped: { value: number };
  readonly hexLeft: { value: number };
  readonly hex: { value: number };
  readonly newlines: { value: number };
  readonly bytes: { value: number };
  readonly endsInNewline: { value: number };
  measure(from: number, end: number, quote: number): number;
}

/** The part of WebAssembly that is used; undefined where the engine runs without (`--jitless`). */
const { WebAssembly: Engine } = globalThis as unknown as {
  readonly WebAssembly?: {
    readonly Module: new (bytes: Buffer) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
};

let compiled: object | null | undefined;

/**
 * The measure in SIMD WebAssembly: sixteen bytes at a time until a quote or backslash.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdMeasure(): StringMeasure | undefined {
  compiled ??= compile();
  if (compiled === null || Engine === undefined) return undefined;
  const wasm = new Engine.Instance(compiled).exports as Exports;
  const memory = new Uint8Array(wasm.memory.buffer);
  /** What lies in the module's memory: bytes of the view from this offset on, and how many. */
  let loadedFrom = 0;
  let loaded = 0;

  return {
    begin() {
      wasm.escaped.value = 0;
      wasm.hexLeft.value = 0;
      wasm.newlines.value = 0;
      wasm.bytes.value = 0;
      wasm.endsInNewline.value = 0;
    },
    arrive() {
      loaded = 0;
    },
    take(view, from, quote) {
      let at = from;
      while (at < view.length) {
        if (at < loadedFrom || at >= loadedFrom + loaded) {
          loadedFrom = at;
          loaded = Math.min(view.length - at, memory.length);
          memory.set(view.subarray(at, at + loaded));
        }
        at = loadedFrom + wasm.measure(at - loadedFrom, loaded, quote);
        if (at < loadedFrom + loaded) return at;
      }
      return at;
    },
    text() {
      const bytes = wasm.bytes.value;
      const open = bytes > 0 && wasm.endsInNewline.value === 0;
      return { lines: wasm.newlines.value + (open ? 1 : 0), bytes };
    },
  };
}

function compile(): object | null {
  try {
    return Engine === undefined ? null : new Engine.Module(Buffer.from(WASM, 'base64'));
  } catch {
    return null;
  }
}
