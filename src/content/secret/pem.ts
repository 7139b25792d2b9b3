import type { Match } from './match.ts';
import { isPublished } from './placeholder.ts';

/** In a form a blank is a plus. */
const BEGIN = /-----BEGIN[ +]?([A-Z0-9]{0,12})[ +]?PRIVATE[ +]KEY(?:[ +]BLOCK)?-----/dg;
/** Behind the last character of any body. */
const END = '-----END';
/** Longest body: of 16,384 bits, with what a script puts around its lines. */
const MAX_BODY = 20_000;
/** Bytes of the smallest key, an Ed25519 one. */
const MIN_KEY = 40;

/**
 * Finds private keys in PEM: whole ones, that decode to a key, as they stand or as the lines of a string, an array or a
 * concatenation. Code that merely reads or writes keys holds the words and no body, and documentation a body that is cut or of nothing but dots.
 */
export function findPrivateKeys(text: string): Match[] {
  const found: Match[] = [];
  for (const { indices, 1: label = '' } of text.matchAll(BEGIN)) {
    const [start, from] = indices![0]!;
    const end = text.indexOf(END, from);
    const to = Math.min(end === -1 ? text.length : end, from + MAX_BODY);
    const body = unprefixed(text.slice(from, to));
    const encrypted = label === 'ENCRYPTED' || /^[^=]{0,40}Proc-Type: ?4,ENCRYPTED/.test(body);
    // Of what is encrypted nobody can tell whether it is whole but by its end.
    if (encrypted && end === -1) continue;
    if (!isKey(label, body, encrypted)) continue;
    found.push({ id: encrypted ? 'encrypted-private-key' : 'PrivateKey', start, end: to });
  }
  return found;
}

/** What stands before every line of a text: in a patch, in a letter that is quoted, in a comment. */
const PREFIX = /^\n[ \t]{0,40}(?:[+\->|#*;%!]{1,3}|\/\/)(?:[ \t]?[>|]){0,8}[ \t]{0,8}/;

/** A body without what stands before each of its lines. */
function unprefixed(body: string): string {
  const prefix = PREFIX.exec(body)?.[0];
  const isOfAll =
    prefix !== undefined &&
    body
      .split('\n')
      .slice(1, -1)
      .every((line) => line.startsWith(prefix.slice(1)));
  return isOfAll ? body.replaceAll(prefix, '\n') : body;
}

function isKey(label: string, body: string, encrypted: boolean): boolean {
  const digits = digitsOf(body);
  if (digits.length < MIN_KEY || new Set(digits).size < 16 || isPublished(digits)) return false;
  const bytes = Buffer.from(digits, 'base64');
  if (label === 'OPENSSH') return isOpenSsh(bytes);
  // A secret key packet, in the old or the new format (RFC 9580).
  if (label === 'PGP') return bytes.length > 100 && [0x94, 0x95, 0x96, 0xc5].includes(bytes[0]!);
  // In the old form what is encrypted is no DER any more.
  return isDer(bytes) || (encrypted && label !== 'ENCRYPTED' && bytes.length > 100);
}

/** The base64 digits of a body: without its headers, and without what a script has around and between the lines. */
function digitsOf(body: string): string {
  const plain = body
    .replace(/(?<!\\)\\+[nrt]/g, '\n')
    // In a comment of any language.
    .replace(/\n[ \t]{0,40}(?:\*|\/\/|#)[ \t]+/g, '\n')
    .replace(/(?:Proc-Type|DEK-Info|Version|Comment|Charset|Hash): [^\n"'`]{0,200}/g, '\n')
    .replace(/["'`][\s\\]{0,40}[+,.]?[\s\\]{0,40}["'`]?/g, '')
    .replace(/[\s\\]+/g, '');
  return /^[A-Za-z0-9+/]*={0,2}/.exec(plain)![0];
}

/** One ASN.1 sequence that is there to its end, with a version number first (PKCS #1, #8, SEC 1) or what says how it is encrypted. */
function isDer(bytes: Buffer): boolean {
  if (bytes[0] !== 0x30 || bytes.length < MIN_KEY) return false;
  const first = bytes[1]!;
  const extra = first < 0x80 ? 0 : first - 0x80;
  if (extra > 3) return false;
  const length = extra === 0 ? first : bytes.readUIntBE(2, extra);
  const inside = bytes[2 + extra]!;
  return length >= MIN_KEY - 2 && 2 + extra + length <= bytes.length && (inside === 0x02 || inside === 0x30);
}

/** openssh-key-v1, and its five strings to the end (PROTOCOL.key of OpenSSH). */
function isOpenSsh(bytes: Buffer): boolean {
  const magic = 'openssh-key-v1\0';
  if (bytes.toString('latin1', 0, magic.length) !== magic) return false;
  let at = magic.length;
  for (const field of ['cipher', 'kdf', 'options', 'keys', 'public', 'private']) {
    if (at + 4 > bytes.length) return false;
    at += field === 'keys' ? 4 : 4 + bytes.readUInt32BE(at);
  }
  return at <= bytes.length;
}
