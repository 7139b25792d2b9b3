import { MAX_SOFT, MIN_SOFT } from '../scanner/literal.ts';

/** A text and where each of its characters stands in the one that it was taken from. */
export interface Text {
  readonly text: string;
  /** Undefined where they are the same. */
  readonly origin?: Uint32Array;
}

/** Levels of escapes that are undone: JSON in a script, which stands in an address or in the JSON of a map. */
export const MAX_LEVELS = 3;

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

/**
 * Between the pieces of a text that was written in several: what joins two strings in scripts (`+`, `.concat(`), PHP (`.`), Python and C (nothing but a
 * line break), and a line that goes on in the next.
 */
const JOINT =
  /["'`](?:\s{0,60}(?:\+|\.(?:concat\()?)\s{0,60}|[ \t]{0,8}\r?\n\s{0,60})["'`]|\\\r?\n[ \t]{0,60}/g;
/** The end of a list of strings that become one, and what stands between two of them. */
const LIST_END = /\]\s{0,8}\.join\(\s{0,8}(?:""|''|``)\s{0,8}\)/g;
const LISTED = /(["'`])\s{0,60},\s{0,60}\1/g;

/** Puts texts together that are written in pieces; undefined where there are none. */
export function joinText(text: Text): Text | undefined {
  const joined = replaced(text, text.text.matchAll(JOINT), () => '');
  const listed = joinLists(joined ?? text);
  return listed ?? joined;
}

function joinLists(text: Text): Text | undefined {
  const commas: RegExpExecArray[] = [];
  let done = 0;
  for (const { index, 0: end } of text.text.matchAll(LIST_END)) {
    // A list lies between the end of the one before and its own, so that no comma counts twice.
    const behind = text.text.slice(done, index);
    const start = behind.lastIndexOf('[') + 1;
    for (const comma of behind.slice(start).matchAll(LISTED)) {
      comma.index += done + start;
      commas.push(comma);
    }
    done = index + end.length;
  }
  return replaced(text, commas, () => '');
}

const PERCENT = /%([0-9A-Fa-f]{2})/g;

/** Undoes one level of the encoding of addresses; undefined where there is none. */
export function decodeText(text: Text): Text | undefined {
  return replaced(text, text.text.matchAll(PERCENT), (digits = '') =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** Two groups: a number, a name. */
const ENTITY = /&(?:amp;)?(?:#(\d{1,3}|[xX][0-9A-Fa-f]{1,2})|(quot|amp|apos|lt|gt));/g;
const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&', apos: "'", lt: '<', gt: '>' };

/** What an entity stands for. */
const entity = (number: string | undefined, name: string | undefined) =>
  number === undefined ? NAMED[name!]! : String.fromCharCode(Number(number.replace(/^[xX]/, '0x')) & 0xff);

/**
 * All that a text may be escaped by, at once: numbers and letters behind a backslash, numbers behind a percent sign, entities; and where a line of mail goes on
 * in the next, and the three signs of secrets that mail has numbers for. Groups: hexadecimal, hexadecimal, a letter, hexadecimal, decimal, a name,
 * hexadecimal.
 */
const ESCAPED = new RegExp(
  String.raw`\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^\r\nux]))|%([0-9a-fA-F]{2})|${ENTITY.source}|=\r?\n|=(3D|40|5F)`,
  'g',
);

/** Undoes one level of whatever a text is escaped by, and puts together what is written in pieces; undefined where there is nothing of the kind. */
export function undoText(text: Text): Text | undefined {
  const plain = replaced(text, escapesIn(text.text), (unicode, byte, letter, percent, number, name, mail) => {
    const digits = unicode ?? byte ?? percent ?? mail;
    if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 16) & 0xff);
    if (letter !== undefined) return PLAIN[letter] ?? letter;
    return number === undefined && name === undefined ? '' : entity(number, name);
  });
  return joinText(plain ?? text) ?? plain;
}

/** Whether a line of so many characters before the sign that says that it goes on is one of mail. */
const isSoft = (length: number) => length >= MIN_SOFT && length <= MAX_SOFT;

function* escapesIn(text: string): Iterable<RegExpExecArray> {
  for (const match of text.matchAll(ESCAPED)) {
    // Where the line begins is looked up for none of the many others: a text may be one line.
    if (match[0] === '=\n' || match[0] === '=\r\n') {
      const begins = text.lastIndexOf('\n', match.index);
      // Of the first line only the end may be at hand.
      if (begins === -1 ? match.index > MAX_SOFT : !isSoft(match.index - 1 - begins)) continue;
    }
    yield match;
  }
}

/** Undoes the escaping of HTML and XML, also where it was done twice; undefined where there is none. */
export function unmarkText(text: Text): Text | undefined {
  return replaced(text, text.text.matchAll(ENTITY), entity);
}

/** What colours a text on a terminal. */
const COLOUR = /(?:\x1b|\\x1[bB]|\\u001[bB]|\\033|\\e)\[[\d;]{0,20}m/g;

/** Takes the colours out of the output of a program; undefined where there are none. */
export function uncolourText(text: Text): Text | undefined {
  return replaced(text, text.text.matchAll(COLOUR), () => '');
}

/**
 * @param matches in order, none within another
 * @param by what stands for a match, by its groups: one character at most
 */
function replaced(
  { text, origin }: Text,
  matches: Iterable<RegExpExecArray>,
  by: (...groups: (string | undefined)[]) => string,
): Text | undefined {
  let plain = '';
  let done = 0;
  let from: Uint32Array | undefined;
  const put = (until: number) => {
    for (let at = done; at < until; at++) from![plain.length + at - done] = origin?.[at] ?? at;
    plain += text.slice(done, until);
  };
  for (const match of matches) {
    const { index, 0: whole } = match;
    from ??= new Uint32Array(text.length + 1);
    put(index);
    from[plain.length] = origin?.[index] ?? index;
    plain += by(...match.slice(1));
    done = index + whole.length;
  }
  if (from === undefined) return undefined;
  put(text.length);
  from[plain.length] = origin?.[text.length] ?? text.length;
  return { text: plain, origin: from };
}
