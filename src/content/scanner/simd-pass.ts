import { instantiator } from './engine.ts';
import type { JsonPasser } from './json-passer.ts';
import type { KeyNames } from './key-names.ts';
import { WASM } from './pass.wasm.ts';
import { PASS_NAMES_AT, PASS_VIEW_AT, PASS_VIEW_BYTES } from './pass-memory.ts';

/** What the module exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly depth: { readonly value: number };
  members(from: number, end: number): number;
  container(from: number, end: number, open: number): number;
}

const instantiate = instantiator<Exports>(WASM);

/** @returns undefined where the engine has no WebAssembly or no SIMD */
export function createSimdPasser(): JsonPasser | undefined {
  const wasm = instantiate();
  if (wasm === undefined) return undefined;
  const memory = new Uint8Array(wasm.memory.buffer);
  const table = new Uint32Array(wasm.memory.buffer, PASS_NAMES_AT, 256);
  let named: KeyNames | undefined;
  /** What lies in the module's memory: bytes of the view from this offset on, and how many. */
  let loadedFrom = 0;
  let loaded = 0;

  function load(view: Buffer, from: number): void {
    if (from >= loadedFrom && from < loadedFrom + loaded) return;
    loadedFrom = from;
    loaded = Math.min(view.length - from, PASS_VIEW_BYTES);
    memory.set(view.subarray(from, from + loaded), PASS_VIEW_AT);
  }

  return {
    arrive() {
      loaded = 0;
    },
    members(view, from, names) {
      if (named !== names) table.set(names);
      named = names;
      load(view, from);
      const shift = PASS_VIEW_AT - loadedFrom;
      return wasm.members(from + shift, PASS_VIEW_AT + loaded) - shift;
    },
    container(view, from, open) {
      load(view, from);
      const shift = PASS_VIEW_AT - loadedFrom;
      return wasm.container(from + shift, PASS_VIEW_AT + loaded, open) - shift;
    },
    get depth() {
      return wasm.depth.value;
    },
  };
}
