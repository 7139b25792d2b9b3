import { createPlainMeasure } from './plain-strings.ts';
import { createSimdMeasure } from './simd-strings.ts';

/** What a JSON string's text amounts to, without the text. */
export interface Measured {
  /** Newlines, plus one where the last line does not end in one. */
  readonly lines: number;
  /** Of the decoded text in UTF-8. */
  readonly bytes: number;
}

/** Measures JSON strings as their bytes pass by, cut anywhere. */
export interface StringMeasure {
  /** Call before the first bytes of each string. */
  begin(): void;
  /** Call once for each view before `take`: its bytes may lie where others lay. */
  arrive(): void;
  /**
   * Takes the string's bytes in `view` from offset `from` on.
   *
   * @returns the offset of the closing quote, or the view's length where it has not come
   */
  take(view: Buffer, from: number): number;
  /** Of what was taken since `begin`. */
  text(): Measured;
}

const idle: StringMeasure[] = [];

/**
 * The fastest measure there is here: SIMD WebAssembly at 3,000 MB/s on maps, or a plain loop at 700 where the engine has
 * none. Both give the same figures for any cut of any bytes.
 *
 * A module has half a megabyte of memory, and a development build carries thousands of maps: give it back after use.
 */
export function borrowMeasure(): StringMeasure {
  return idle.pop() ?? createSimdMeasure() ?? createPlainMeasure();
}

export function returnMeasure(measure: StringMeasure): void {
  idle.push(measure);
}
