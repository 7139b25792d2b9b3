// Events for the caller, which keeps regions and URLs: a call for each would cost more than they do.
import { LOG_AT, LOG_END, LONGEST_EVENT } from '../../memory.ts';

// @ts-ignore: decorator
@inline const FIRST = LOG_AT + 8;

/** Whether the events of any one step still fit; if not, the caller has to read the log first. */
// @ts-ignore: decorator
@inline export function hasRoom(): bool {
  return load<i32>(LOG_AT) < (LOG_END - FIRST) / 8 - 4 * LONGEST_EVENT;
}

export function log(value: i64): void {
  const count = load<i32>(LOG_AT);
  store<i64>(FIRST + (count << 3), value);
  store<i32>(LOG_AT, count + 1);
}

export function log2(event: i32, a: i64, b: i64): void {
  log(event);
  log(a);
  log(b);
}

/** Counters of a file up to one place in it. */
export function logCounts(line: i64, code: i64, literal: i64, names: i64, shortNames: i64): void {
  log(line);
  log(code);
  log(literal);
  log(names);
  log(shortNames);
}
