/** What no random value holds by chance. */
const PLACEHOLDER =
  /example|change[-_ ]?(?:me|this)|replace[-_ ]?|placeholder|insert[-_ ]|fill[-_ ]?in|dummy|fixme|lorem|x{4}|\.{3}|\*{3}|\$\{|\$\(|\{\{|%[a-z]\w*%|process\.env/i;
/** Words that say so where they stand alone. */
const WORD =
  /(?:^|[^a-z\d])(?:your?|my|some|the|change|todo|sample|fake|foo|bar|baz|abc|test|testing|mock|none|null|undefined|empty|redacted|removed)(?:[^a-z\d]|$)/i;
/** What people write where they show how it is written. */
const WHOLE =
  /^(?:<.*>|\[.*\]|\$[a-z_]\w*|(?:[a-z]+[-_ ]?)?(?:secret|passw(?:or)?d|pass|token|key|value|user(?:name)?|admin|root|string)(?:[-_ ]?(?:here|\d{0,4}))?|true|false|(?:0?123456\d*|x+|(.)\1*))$/i;

/** Whether a value stands for another one: it is empty, is taken from elsewhere, or says what is to be put there. */
export function isPlaceholder(value: string): boolean {
  return value === '' || PLACEHOLDER.test(value) || WORD.test(value) || WHOLE.test(value);
}

/** Whether a value was made by a machine: long, of letters and digits, and of no order. */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || isPlaceholder(value)) return false;
  if (!/^[\w+/=.:~-]+$/.test(value) || !/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  // Addresses, versions and names of things are words.
  if (/^[a-z][a-z+.-]*:\/\//i.test(value) || /[a-z]{7}/.test(value)) return false;
  return bitsOfCharacter(value) >= 3;
}

/** A number, an address, a path, a kind of something: what settings hold. */
export function isPlain(value: string): boolean {
  return /^(?:-?[\d.]+[a-z]{0,2}|on|off|yes|no|[a-z]+(?:[-_ ][a-z]+)*|https?:\/\/.*|\.{0,2}\/.*)$/i.test(
    value,
  );
}

/** Whether a value that is called a password, a token or the like is a real one: in one piece, and no word, address or template. */
export function isPassword(value: string): boolean {
  const bare = value.trim();
  return (
    bare.length >= 6 &&
    !/\s/.test(bare) &&
    (isMixed(bare) || (/\d/.test(bare) && (!isPlain(bare) || isDrawn(bare)))) &&
    !isPlaceholder(bare) &&
    !/^(?:[$%@!&*]|<%|\{\{|\{cipher\}|ENC\[|ENC\(|env\b|os\.)|^[a-z]+(?:[A-Z][a-z]+)*\d?$/.test(bare)
  );
}

/** Whether it is base64 and no path, though it may begin with a slash: 40 characters of it have 4.8 bits each, and those of a path 4. */
function isDrawn(text: string): boolean {
  return /^[A-Za-z\d+/]+={0,2}$/.test(text) && bitsOfCharacter(text) >= 4.4;
}

/** Whether it is one that nobody makes up for an example: drawn at random, or long and of letters of both cases and digits. */
export function isStrong(value: string): boolean {
  const bare = value.trim();
  const isMade = bare.length >= 12 && /\d/.test(bare) && /[a-z]/.test(bare) && /[A-Z]/.test(bare);
  return isPassword(bare) && (isMade || looksRandom(bare));
}

/** Letters of both cases in no order: a third of each, where words that are written together have fewer capitals. */
export function isMixed(text: string): boolean {
  const capitals = text.length - text.replace(/[A-Z]/g, '').length;
  const small = text.length - text.replace(/[a-z]/g, '').length;
  return text.length >= 10 && capitals * 3 >= text.length && small * 3 >= text.length;
}

/** Shannon entropy over the characters of a text. */
function bitsOfCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
