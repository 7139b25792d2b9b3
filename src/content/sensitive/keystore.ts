import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyFacts } from './facts.ts';

/** ASN.1 object ids, as they stand in DER. */
const OID = {
  /** PKCS #12 bags of a key: plain, and under a password. RFC 7292. */
  keyBag: Buffer.from('060b2a864886f70d010c0a0101', 'hex'),
  shroudedKeyBag: Buffer.from('060b2a864886f70d010c0a0102', 'hex'),
  /** Ways to encrypt a PKCS #8 key: PBES2, and the older ones of PKCS #5 and #12. RFC 8018. */
  pbes2: Buffer.from('06092a864886f70d01050d', 'hex'),
  pkcs5: Buffer.from('06092a864886f70d0105', 'hex').subarray(2),
  pkcs12: Buffer.from('060a2a864886f70d010c01', 'hex').subarray(2),
};
/** The name that the Android SDK gives the key it makes, in Latin and as PKCS #12 writes names. */
const DEBUG_ALIAS = 'androiddebugkey';

/** Text that key files of other kinds than PEM begin with. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:(?!PuTTY-User-Key-File-\d: )[^\n]*\n)*PuTTY-User-Key-File-\d: (?:[^\n]*\n)+Private-Lines: \d/,
    'a private key of PuTTY',
  ],
  [/^untrusted comment: (?:minisign|rsign) encrypted secret key/, 'a secret key of minisign'],
  [/^untrusted comment: signify secret key/, 'a secret key of signify'],
  [/^Private-key-format: v[\s\S]{0,4000}\nPrivate(?:Key|Exponent): /, 'the private key of a zone (DNSSEC)'],
  [
    /^(?:(?:[A-Z][\w-]{0,40}: [^\n]{0,400}\n){0,20}Key: )?\((?:\d+:)?(?:protected-|shadowed-)?private-key/,
    'a private key of GnuPG',
  ],
];

/** What `wg genkey` writes, in the part of a configuration about this machine. wg(8). */
export function readWireGuard(text: string): KeyFacts | undefined {
  return /^[ \t]*PrivateKey[ \t]*=[ \t]*[A-Za-z0-9+/]{43}=[ \t]*$/m.test(text)
    ? { kind: 'key', what: 'a private key of WireGuard', keys: 1 }
    : undefined;
}

/** A wallet of Ethereum: its key under a password. https://ethereum.org/developers/docs/data-structures-and-encoding/web3-secret-storage */
export function readWallet(text: string): KeyFacts | undefined {
  const isOne = /"ciphertext"\s*:\s*"[0-9a-f]{64,}"/i.test(text) && /"kdf"\s*:/.test(text);
  return isOne ? { kind: 'key', what: 'a private key of Ethereum under a password', keys: 1 } : undefined;
}

/** Tells a private key, or a store of them, by its bytes. Certificates and public keys are none. */
export function readKeyText(text: string): KeyFacts | undefined {
  const what = TEXTS.find(([pattern]) => pattern.test(text))?.[1];
  return what === undefined ? undefined : { kind: 'key', what, keys: 1 };
}

/** Tables of a keychain whose records are secret: private and symmetric keys, passwords for programs, for the internet, for file servers. */
const SECRET_RECORDS: ReadonlySet<number> = new Set([0x10, 0x11, 0x80000000, 0x80000001, 0x80000002]);

/**
 * Secret records of a keychain of macOS; undefined where that is not told by the bytes that were kept.
 * Layout: AppleDatabase.h of Security (header, schema with the places of its tables, and each with its id and the number of its records).
 */
function secretsInKeychain(bytes: Buffer): number | undefined {
  if (bytes.length < 32) return undefined;
  const schema = bytes.readUInt32BE(12);
  if (schema + 8 > bytes.length) return undefined;
  const tables = bytes.readUInt32BE(schema + 4);
  if (tables === 0 || tables > 64 || schema + 8 + tables * 4 > bytes.length) return undefined;
  let secrets = 0;
  for (let table = 0; table < tables; table++) {
    const at = schema + bytes.readUInt32BE(schema + 8 + table * 4);
    if (at + 12 > bytes.length) return undefined;
    if (SECRET_RECORDS.has(bytes.readUInt32BE(at + 4))) secrets += bytes.readUInt32BE(at + 8);
  }
  return secrets;
}

/** KeePass, and the keychains of macOS, by their magic numbers. A keychain of certificates alone is none. */
export function readSafe(bytes: Buffer): KeyFacts | undefined {
  const start = bytes.toString('latin1', 0, 4);
  if (start === 'kych') {
    return secretsInKeychain(bytes) === 0 ? undefined : { kind: 'key', what: 'a keychain of macOS' };
  }
  if (start === 'PWS3') return { kind: 'key', what: 'a Password Safe' };
  const isKeePass = start === '\x03\xd9\xa2\x9a' && bytes.toString('hex', 4, 8).endsWith('fb4bb5');
  return isKeePass ? { kind: 'key', what: 'a KeePass database' } : undefined;
}

/** Keys as Microsoft's libraries write them: PRIVATEKEYBLOB of the CryptoAPI (its algorithm, then `RSA2` or `DSS2`), and PVK. wincrypt.h. */
export function readBlob(bytes: Buffer): KeyFacts | undefined {
  if (bytes.length < 32) return undefined;
  if (/^DSS2|^RSA2/.test(bytes.toString('latin1', 8, 12))) return key('a private key of Windows (CryptoAPI)');
  const isPvk =
    bytes.readUInt32LE(0) === 0xb0b5f11e && bytes.readUInt32LE(4) === 0 && bytes.readUInt32LE(8) <= 2;
  return isPvk ? key('a private key of Windows (PVK)') : undefined;
}

/** Secret key packets of OpenPGP (RFC 9580), in the old form and the new, in a file that is called so. */
export function readOpenPgp(bytes: Buffer): KeyFacts | undefined {
  const tag = bytes[0]!;
  const header = tag === 0x94 ? 2 : tag === 0x95 ? 3 : tag === 0xc5 ? (bytes[1]! < 192 ? 2 : 3) : 0;
  if (header === 0 || ![3, 4, 5, 6].includes(bytes[header]!)) return undefined;
  return { kind: 'key', what: 'a secret key of OpenPGP' };
}

/** Java's own key stores (JKS, JCEKS). A store of certificates alone is none. Layout: JavaKeyStore.engineLoad of the JDK. */
export function readJavaKeystore(bytes: Buffer): KeyFacts | undefined {
  const version = bytes.readUInt32BE(4);
  const entries = bytes.readUInt32BE(8);
  if (version < 1 || version > 2) return undefined;
  let keys = 0;
  let debug = true;
  let at = 12;
  const skip = (length: number) => {
    at += length;
    return at <= bytes.length;
  };
  const skipCounted = () => at + 4 <= bytes.length && skip(4 + bytes.readUInt32BE(at));
  const skipText = () => at + 2 <= bytes.length && skip(2 + bytes.readUInt16BE(at));
  const skipCertificate = () => (version === 1 || skipText()) && skipCounted();
  for (let entry = 0; entry < entries && at + 6 <= bytes.length; entry++) {
    const tag = bytes.readUInt32BE(at);
    const alias = bytes.toString('latin1', at + 6, at + 6 + bytes.readUInt16BE(at + 4));
    at += 4;
    if (!skipText() || !skip(8)) break;
    if (tag === 2) {
      if (!skipCertificate()) break;
      continue;
    }
    if (tag !== 1 && tag !== 3) break;
    keys++;
    debug &&= alias === DEBUG_ALIAS;
    // A secret key is a sealed Java object of unknown length.
    if (tag === 3 || !skipCounted() || at + 4 > bytes.length) break;
    let certificates = bytes.readUInt32BE(at);
    at += 4;
    while (certificates > 0 && skipCertificate()) certificates--;
    if (certificates > 0) break;
  }
  if (keys === 0) return undefined;
  return { kind: 'key', what: 'a Java key store', keys, ...(debug && { debug }) };
}

/** Entries of a BKS store that hold a key: plain, secret, sealed. BcKeyStoreSpi.engineLoad of Bouncy Castle. */
const BKS_KEYS: ReadonlySet<number> = new Set([2, 3, 4]);
/** Of the salt that such a store begins with, in bytes. */
const BKS_SALT = 20;

/** The key store of Bouncy Castle, as older Android programs have them: version, salt, rounds, and entry after entry. */
export function readBouncyCastle(bytes: Buffer): KeyFacts | undefined {
  if (bytes.length < 48 || bytes.readUInt32BE(4) !== BKS_SALT) return undefined;
  const version = bytes.readUInt32BE(0);
  const rounds = bytes.readUInt32BE(8 + BKS_SALT);
  if (version < 1 || version > 2 || rounds < 1 || rounds > 1_000_000) return undefined;
  let keys = 0;
  let at = 12 + BKS_SALT;
  const skip = (length: number) => {
    at += length;
    return at <= bytes.length;
  };
  const skipText = () => at + 2 <= bytes.length && skip(2 + bytes.readUInt16BE(at));
  const skipCounted = () => at + 4 <= bytes.length && skip(4 + bytes.readUInt32BE(at));
  const skipCertificate = () => skipText() && skipCounted();
  const skipKey = () => skip(1) && skipText() && skipCertificate();
  while (at < bytes.length) {
    const type = bytes[at]!;
    at++;
    if (type < 1 || type > 4 || !skipText()) break;
    // The entry is there, whether or not all of it is among the bytes that were kept.
    if (BKS_KEYS.has(type)) keys++;
    at += 8;
    if (at + 4 > bytes.length) break;
    let certificates = bytes.readUInt32BE(at);
    at += 4;
    while (certificates > 0 && skipCertificate()) certificates--;
    if (certificates > 0) break;
    const isWhole = type === 1 ? skipCertificate() : type === 2 ? skipKey() : skipCounted();
    if (!isWhole) break;
  }
  return keys === 0 ? undefined : { kind: 'key', what: 'a key store of Bouncy Castle', keys };
}

/**
 * Keys and key stores in DER: PKCS #12, PKCS #8 plain and encrypted, PKCS #1 and SEC 1.
 *
 * @param size of the whole file, which one ASN.1 sequence has to fill
 */
export function readDer(bytes: Buffer, size: number): KeyFacts | undefined {
  const sequence = element(bytes, 0);
  if (sequence === undefined || sequence.tag !== 0x30) return undefined;
  const spare = size - sequence.end;
  if (!sequence.indefinite && (spare < 0 || spare > 16)) return undefined;
  const first = element(bytes, sequence.start);
  const second = first && element(bytes, first.end);
  if (first === undefined || second === undefined) return undefined;
  if (first.tag === 0x30) return encrypted(bytes, first, second);
  if (first.tag !== 0x02 || first.end - first.start !== 1) return undefined;
  const version = bytes[first.start]!;
  if (version === 3 && second.tag === 0x30) return pkcs12(bytes);
  if (version <= 1 && second.tag === 0x30) {
    const third = element(bytes, second.end);
    return bytes[second.start] === 0x06 && third?.tag === 0x04
      ? key('a private key in DER (PKCS #8)')
      : undefined;
  }
  if (version === 0 && second.tag === 0x02) return pkcs1(bytes, second);
  const isSec1 = version === 1 && second.tag === 0x04 && second.end - second.start >= 20;
  return isSec1 ? key('a private key in DER (SEC 1)') : undefined;
}

function key(what: string): KeyFacts {
  return { kind: 'key', what, keys: 1 };
}

function encrypted(bytes: Buffer, first: Element, second: Element): KeyFacts | undefined {
  const way = bytes.subarray(first.start, first.end);
  const known = [OID.pbes2, OID.pkcs5, OID.pkcs12].some((oid) => way.includes(oid) && way.indexOf(oid) <= 2);
  return known && second.tag === 0x04 ? key('an encrypted private key in DER') : undefined;
}

/** The modulus is followed by a small public exponent, and that by five more numbers. */
function pkcs1(bytes: Buffer, modulus: Element): KeyFacts | undefined {
  const exponent = element(bytes, modulus.end);
  const next = exponent && element(bytes, exponent.end);
  const isKey = modulus.end - modulus.start >= 64 && exponent?.tag === 0x02 && next?.tag === 0x02;
  return isKey ? key('a private key in DER (PKCS #1)') : undefined;
}

function pkcs12(bytes: Buffer): KeyFacts | undefined {
  let keys = 0;
  for (const oid of [OID.keyBag, OID.shroudedKeyBag])
    for (let at = bytes.indexOf(oid); at !== -1; at = bytes.indexOf(oid, at + 1)) keys++;
  if (keys === 0) return undefined;
  const alias = Buffer.from(DEBUG_ALIAS, 'utf16le').swap16();
  const debug = keys === 1 && bytes.includes(alias);
  return { kind: 'key', what: 'a key store (PKCS #12)', keys, ...(debug && { debug: true }) };
}

interface Element {
  readonly tag: number;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
  readonly indefinite: boolean;
}

/** The ASN.1 element at an offset; its end may lie behind the bytes. X.690. */
function element(bytes: Buffer, at: number): Element | undefined {
  if (at + 2 > bytes.length) return undefined;
  const tag = bytes[at]!;
  const length = bytes[at + 1]!;
  if (length < 0x80) return { tag, start: at + 2, end: at + 2 + length, indefinite: false };
  const digits = length - 0x80;
  // BER, as some programs write PKCS #12.
  if (digits === 0) return { tag, start: at + 2, end: bytes.length, indefinite: true };
  if (digits > 4 || at + 2 + digits > bytes.length) return undefined;
  const start = at + 2 + digits;
  return { tag, start, end: start + bytes.readUIntBE(at + 2, digits), indefinite: false };
}

/** Oracle's wallet that opens by itself. */
const WALLET = /^a1f84e3[678]/;

/** Keys of Kerberos, its tickets, and Oracle's wallets, by their magic numbers. Layout: keytab and ccache formats of MIT Kerberos. */
export function readTickets(bytes: Buffer): KeyFacts | undefined {
  if (WALLET.test(bytes.toString('hex', 0, 4))) return key('a wallet of Oracle that opens by itself');
  if (bytes.length < 24 || bytes[0] !== 5) return undefined;
  if (bytes[1] === 2) {
    const length = bytes.readInt32BE(2);
    const parts = bytes.readUInt16BE(6);
    const realm = bytes.toString('latin1', 10, 10 + bytes.readUInt16BE(8));
    const isOne = length > 16 && length < 4096 && parts > 0 && parts < 8 && /^[\w.-]{2,200}$/.test(realm);
    return isOne ? { kind: 'key', what: 'keys of Kerberos (keytab)' } : undefined;
  }
  if (bytes[1] !== 4) return undefined;
  const header = bytes.readUInt16BE(2);
  const isOne = header === 0 || (header === 12 && bytes.readUInt16BE(4) === 1);
  return isOne ? { kind: 'key', what: 'tickets of Kerberos' } : undefined;
}

/** Bytes of a key pair of Solana: a seed, and the public key that it makes. */
const PAIR = 64;

/** A key pair as Solana's tools write it, a list of numbers: the second half is the public key of the first. */
export function readNumbers(text: string): KeyFacts | undefined {
  if (!/^\[(?:\s{0,8}\d{1,3}\s{0,8},){63}\s{0,8}\d{1,3}\s{0,8}\]\s*$/.test(text)) return undefined;
  const bytes = Buffer.from(JSON.parse(text) as number[]);
  // RFC 8410: the prefix of an Ed25519 seed as PKCS #8.
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    bytes.subarray(0, PAIR / 2),
  ]);
  const open = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  const made = open.export({ format: 'der', type: 'spki' }).subarray(-PAIR / 2);
  return made.equals(bytes.subarray(PAIR / 2)) ? key('a private key of Solana') : undefined;
}
