import type { JsonPasser } from './json-passer.ts';
import { createPlainPasser } from './plain-pass.ts';
import { createSimdPasser } from './simd-pass.ts';

const idle: JsonPasser[] = [];

/** SIMD WebAssembly where the engine has it, or a plain loop with the same answers. A module has half a megabyte of memory: give it back. */
export function borrowPasser(): JsonPasser {
  return idle.pop() ?? createSimdPasser() ?? createPlainPasser();
}

export function returnPasser(passer: JsonPasser): void {
  idle.push(passer);
}
