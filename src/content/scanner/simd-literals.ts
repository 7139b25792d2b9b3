import { instantiator } from './engine.ts';
import { EVENT, type LiteralEngine } from './literal.ts';
import { BUFFER_AT, BUFFER_BYTES, GROUPS_AT, LOG_AT, LOG_END, OWN_AT } from './literal-memory.ts';
import { WASM } from './literals.wasm.ts';

/** What the module exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  scan(from: number, limit: number, end: number, fresh: number): number;
  countTo(to: number): void;
  newlinesCounted(): number;
  lastCounted(): number;
}

const instantiate = instantiator<Exports>(WASM);

/**
 * The engine in SIMD WebAssembly.
 *
 * @param tables gives what it is to look for, as `tablesOf` lays it out
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdLiterals(tables: () => Uint8Array): LiteralEngine | undefined {
  const wasm = instantiate();
  if (wasm === undefined) return undefined;
  const { buffer } = wasm.memory;
  const memory = new Uint8Array(buffer);
  const wanted = tables();
  memory.set(wanted.subarray(0, OWN_AT));
  memory.set(wanted.subarray(GROUPS_AT), GROUPS_AT);
  const logged = new Int32Array(buffer, LOG_AT, 1);
  const log = new Int32Array(buffer, LOG_AT + 4, (LOG_END - LOG_AT) / 4 - 1);
  return {
    buffer: new Uint8Array(buffer, BUFFER_AT, BUFFER_BYTES),
    room: BUFFER_BYTES - 64,
    reset: () => wasm.reset(),
    scan(from, limit, end, onEvents) {
      let at = from;
      do {
        logged[0] = 0;
        at = wasm.scan(at, limit, end, at === from ? 1 : 0);
        const numbers = logged[0] as number;
        if (numbers > 0) onEvents(log, numbers / EVENT);
      } while (at < limit);
    },
    newlinesTo(to) {
      wasm.countTo(to);
      return { newlines: wasm.newlinesCounted(), last: wasm.lastCounted() };
    },
  };
}
