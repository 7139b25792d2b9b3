import {
  BACK,
  ESCAPE,
  EVENT,
  HIT,
  type LiteralEngine,
  REACH,
  RUN_BEGINS,
  RUN_ENDS,
  type Wanted,
} from './literal.ts';
import { createPlainLiterals } from './plain-literals.ts';
import { createSimdLiterals } from './simd-literals.ts';

/** Where something lies: its offset in the file, and its line and column, counted from 1 and in bytes. */
export interface Spot {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The bytes at hand: views that change with the next push. */
export interface AtHand {
  readonly bytes: Buffer;
  /** Offset in the file of the first of them. */
  readonly offset: number;
  /** How many there are. */
  readonly end: number;
}

/** Told what a scanner finds, in an order that is not always that of the file. Offsets `at`, `from`, `to` are those in the bytes at hand. */
export interface LiteralListener {
  hit(literal: number, at: number, spot: Spot, hand: AtHand): void;
  /** A run of base64 digits, or the next part of one. */
  run?(from: number, to: number, begins: boolean, ends: boolean, spot: Spot, hand: AtHand): void;
  /** Something is written in another way than it reads. */
  escape?(at: number, spot: Spot, hand: AtHand): void;
  /** All that is to be found up to here was told; the bytes at hand go. */
  leave(hand: AtHand): void;
}

/** Looks for literals in the bytes of one file. */
export interface LiteralScanner {
  push(view: Uint8Array): void;
  /** Call once, after the last byte: the engine goes to the next file. */
  end(): void;
}

/** Bytes of 0 behind the last. */
const MARGIN = 64;
/** Bytes that are worth a scan; it would cost more than them below. */
const WORTH = 64 * 1024;

export interface LiteralScanners {
  /** A scanner for one file. */
  open(listener: LiteralListener): LiteralScanner;
  /**
   * Whether a file of these bytes, as a whole, holds anything to tell a listener of; `escaped` where that is escapes alone. May say so where it is too
   * large to know at once.
   */
  mayHold(bytes: Uint8Array): boolean | 'escaped';
}

/**
 * Looks for literals in files, all at once: at 3,000 MB/s in SIMD WebAssembly, at 200 where the engine has none. Both find the same for any cut
 * of any bytes.
 *
 * An engine has half a megabyte of memory, and a package thousands of files, so engines are used again.
 *
 * @param tables the same as what is wanted, as `tablesOf` lays it out
 */
export function createLiteralScanners(wanted: () => Wanted, tables: () => Uint8Array): LiteralScanners {
  const idle: LiteralEngine[] = [];
  const create = () => createSimdLiterals(tables) ?? createPlainLiterals(wanted());
  let found: boolean | 'escaped' = false;
  const onEvents = (events: Int32Array, count: number) => {
    found ||= 'escaped';
    for (let i = 0; i < count * EVENT; i += EVENT) if (events[i] !== ESCAPE) found = true;
  };
  return {
    open(listener) {
      const engine = idle.pop() ?? create();
      return scannerOf(engine, listener, () => idle.push(engine));
    },
    mayHold(bytes) {
      if (idle.length === 0) idle.push(create());
      const { buffer, room, reset, scan } = idle[idle.length - 1]!;
      const size = bytes.length;
      if (size > room) return true;
      found = false;
      reset();
      buffer.set(bytes);
      buffer.fill(0, size, size + MARGIN);
      scan(0, size, size, onEvents);
      return found;
    },
  };
}

/** A scanner that works with this engine. */
export function scannerOf(
  engine: LiteralEngine,
  listener: LiteralListener,
  done: () => void = () => {},
): LiteralScanner {
  const { buffer, room } = engine;
  const bytes = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length);
  engine.reset();
  let filled = 0;
  let from = 0;
  let offset = 0;
  /** Of the first byte at hand: its line, and the offset of that line's first byte. */
  let line = 1;
  let lineStart = 0;

  function onEvents(events: Int32Array, count: number): void {
    const hand = { bytes, offset, end: filled };
    for (let i = 0; i < count * EVENT; i += EVENT) {
      const what = events[i]!;
      const a = events[i + 1]!;
      const b = events[i + 2]!;
      const breaks = events[i + 3]!;
      const last = events[i + 4]!;
      const at = what === HIT ? b : a;
      const spot = {
        offset: offset + at,
        line: line + breaks,
        column: offset + at - (last === -1 ? lineStart : offset + last + 1) + 1,
      };
      if (what === HIT) listener.hit(a, b, spot, hand);
      else if (what === ESCAPE) listener.escape?.(a, spot, hand);
      else {
        const bits = what >> 4;
        listener.run?.(a, b, (bits & RUN_BEGINS) !== 0, (bits & RUN_ENDS) !== 0, spot, hand);
      }
    }
  }

  function scan(limit: number): void {
    buffer.fill(0, filled, filled + MARGIN);
    engine.scan(from, limit, filled, onEvents);
    listener.leave({ bytes, offset, end: filled });
    const gone = Math.max(0, limit - BACK);
    const { newlines, last } = engine.newlinesTo(gone);
    line += newlines;
    if (last !== -1) lineStart = offset + last + 1;
    buffer.copyWithin(0, gone, filled);
    offset += gone;
    filled -= gone;
    from = limit - gone;
  }

  return {
    push(view) {
      for (let at = 0; at < view.length; ) {
        const taken = Math.min(view.length - at, room - filled);
        buffer.set(taken === view.length ? view : view.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled - from >= WORTH) scan(filled - REACH);
      }
    },
    end() {
      scan(filled);
      done();
    },
  };
}
