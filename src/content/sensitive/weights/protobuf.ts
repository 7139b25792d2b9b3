/** What a walk over a message tells. `depth` is 0 in the outermost message. */
export interface MessageVisitor {
  /** Whether to walk into what may be a message; it is skipped otherwise. */
  enters(depth: number, field: number, size: number): boolean;
  number(depth: number, field: number, value: number): void;
}

/** A walk over a protobuf message that passes by in pieces: it stops at most fields only to step over them. */
export interface MessageWalk {
  push(view: Buffer): void;
  /** False as soon as something stands there that no protobuf message has. */
  valid(): boolean;
}

/** Messages in messages that are walked into. */
const MAX_DEPTH = 32;

/** https://protobuf.dev/programming-guides/encoding/ */
export function createMessageWalk(visitor: MessageVisitor): MessageWalk {
  /** Where the messages end that are open, outermost first. */
  const ends: number[] = [];
  let at = 0;
  let skip = 0;
  let valid = true;
  let state: 'tag' | 'number' | 'length' = 'tag';
  let field = 0;
  let value = 0;
  let scale = 1;

  function number(whole: number): void {
    if (state === 'number') {
      visitor.number(ends.length, field, whole);
      state = 'tag';
    } else if (state === 'length') {
      state = 'tag';
      const end = at + whole;
      if (end > (ends.at(-1) ?? Number.POSITIVE_INFINITY)) valid = false;
      else if (ends.length < MAX_DEPTH && visitor.enters(ends.length, field, whole)) ends.push(end);
      else skip = whole;
    } else tag(whole);
  }

  function tag(whole: number): void {
    field = Math.floor(whole / 8);
    const wire = whole % 8;
    if (field === 0 || whole > 0xffff_ffff) valid = false;
    else if (wire === 0) state = 'number';
    else if (wire === 1) skip = 8;
    else if (wire === 2) state = 'length';
    else if (wire === 5) skip = 4;
    else valid = false;
  }

  return {
    push(view) {
      let here = 0;
      while (valid && here < view.length) {
        if (skip > 0) {
          const step = Math.min(skip, view.length - here);
          skip -= step;
          here += step;
          at += step;
          continue;
        }
        while (
          state === 'tag' &&
          value === 0 &&
          scale === 1 &&
          at >= (ends.at(-1) ?? Number.POSITIVE_INFINITY)
        )
          ends.pop();
        const byte = view[here++]!;
        at++;
        value += (byte & 0x7f) * scale;
        scale *= 128;
        if (byte >= 0x80) {
          // Ten bytes hold 64 bits.
          if (scale > 2 ** 70) valid = false;
          continue;
        }
        const whole = value;
        value = 0;
        scale = 1;
        number(whole);
      }
    },
    valid: () => valid,
  };
}
