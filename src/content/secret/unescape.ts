/** A text and where each of its characters stands in the one that it was taken from. */
export interface Text {
  readonly text: string;
  /** Undefined where they are the same. */
  readonly origin?: Uint32Array;
}

const PLAIN: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};
const NUMBER = /^(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/;

/** Undoes one level of the escaping of JSON and of scripts; undefined where there is none. */
export function unescapeText({ text, origin }: Text): Text | undefined {
  let at = text.indexOf('\\');
  if (at === -1) return undefined;
  let plain = '';
  const from = new Uint32Array(text.length + 1);
  const put = (piece: string, start: number, one: boolean) => {
    for (let i = 0; i < piece.length; i++) {
      const place = start + (one ? 0 : i);
      from[plain.length + i] = origin?.[place] ?? place;
    }
    plain += piece;
  };
  let done = 0;
  while (at !== -1 && at + 1 < text.length) {
    put(text.slice(done, at), done, false);
    const next = text[at + 1]!;
    const number = NUMBER.exec(text.slice(at + 1, at + 6));
    const code = number === null ? undefined : Number.parseInt(number[1] ?? number[2]!, 16);
    put(code === undefined ? (PLAIN[next] ?? next) : String.fromCharCode(code), at, true);
    done = at + 1 + (number?.[0].length ?? 1);
    at = text.indexOf('\\', done);
  }
  put(text.slice(done), done, false);
  from[plain.length] = origin?.[text.length] ?? text.length;
  return { text: plain, origin: from };
}

/** Between the pieces of a string that was written in two. */
const JOINT = /["'`]\s{0,60}\+\s{0,60}["'`]/g;

/** Puts strings together that are joined by a plus; undefined where there are none. */
export function joinText(text: Text): Text | undefined {
  return replaced(text, JOINT, () => '');
}

const PERCENT = /%([0-9A-Fa-f]{2})/g;

/** Undoes the encoding of addresses; undefined where there is none. */
export function decodeText(text: string): Text | undefined {
  return replaced({ text }, PERCENT, (digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** @param by what stands for a match, one character at most */
function replaced({ text, origin }: Text, pattern: RegExp, by: (group: string) => string): Text | undefined {
  let plain = '';
  let done = 0;
  const from = new Uint32Array(text.length + 1);
  const put = (until: number) => {
    for (let at = done; at < until; at++) from[plain.length + at - done] = origin?.[at] ?? at;
    plain += text.slice(done, until);
  };
  for (const { index, 0: whole, 1: group = '' } of text.matchAll(pattern)) {
    put(index);
    from[plain.length] = origin?.[index] ?? index;
    plain += by(group);
    done = index + whole.length;
  }
  if (done === 0) return undefined;
  put(text.length);
  from[plain.length] = origin?.[text.length] ?? text.length;
  return { text: plain, origin: from };
}
