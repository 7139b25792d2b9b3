import { BEFORE } from '../text/plain-loops.ts';
import type { PlainReader } from '../text/plain-reader.ts';
import { BEFORE_AT } from './memory.ts';
import { createModulePool, numberAt } from './module.ts';
import { WASM } from './plain.wasm.ts';
import { Reading } from './reading.ts';

const pool = createModulePool(WASM, (bytes) => bytes.set(BEFORE, BEFORE_AT));

/**
 * The reader in SIMD WebAssembly.
 *
 * @returns undefined where the engine has no WebAssembly or no SIMD
 */
export function createSimdPlainReader(): PlainReader | undefined {
  const module = pool.borrow(0);
  if (module === undefined) return undefined;
  const reading = new Reading(module);
  return {
    mapComments: reading.mapComments,
    push: (view) => reading.push(view),
    end() {
      const facts = reading.finish();
      pool.giveBack(module);
      return { lines: numberAt(facts, 0), inkLines: numberAt(facts, 1), inkBytes: numberAt(facts, 2) };
    },
  };
}
