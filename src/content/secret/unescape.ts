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
