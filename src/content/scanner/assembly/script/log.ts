// Events for the caller, which keeps regions and URLs: a call for each would cost more than they do.
import { DENSE_STRETCH, LOG_AT, LOG_END, LONGEST_EVENT } from '../../script-memory.ts';
import { s } from './state.ts';

// @ts-ignore: decorator
@inline const FIRST = LOG_AT + 8;

/** Whether any event still fits; if none does, the caller has to read them first. */
// @ts-ignore: decorator
@inline export function hasRoom(): bool {
  return load<i32>(LOG_AT) < (LOG_END - FIRST) / 8 - 4 * LONGEST_EVENT;
}

function write(value: i64): void {
  const count = load<i32>(LOG_AT);
  store<i64>(FIRST + (count << 3), value);
  store<i32>(LOG_AT, count + 1);
}

export function log0(event: i32): void {
  write(event);
}

export function log2(event: i32, a: i64, b: i64): void {
  write(event);
  write(a);
  write(b);
}

/** Whatever stands between the last gap and here is one dense stretch. */
export function endDense(): void {
  s.denseBytes += s.code - s.gapCode;
  write(DENSE_STRETCH);
  write(s.gapLine);
  write(s.gapCode);
  write(s.gapLiteral);
  write(s.gapNames);
  write(s.gapShort);
  write(s.line);
  write(s.code);
  write(s.literal);
  write(s.names);
  write(s.shortNames);
}
