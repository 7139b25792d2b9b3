import type { Match } from './match.ts';

/** The member that is secret: `d` of a key pair, `k` of a key that both sides have. RFC 7517, RFC 7518 and RFC 8037. */
const MEMBER = /(?:(["'])([dk])\1|(?<=[{,\s])([dk]))\s{0,4}:\s{0,4}["']([A-Za-z0-9_-]{40,1400})["']/dg;
/** Characters around it in which the rest of the key stands. */
const BEFORE = 900;
const BEHIND = 3600;

const PAIR =
  /["']?kty["']?\s{0,4}:\s{0,4}["'](?:RSA|EC|OKP)["']|["']?dp["']?\s{0,4}:\s{0,4}["'][A-Za-z0-9_-]{40}/;
const SHARED = /["']?kty["']?\s{0,4}:\s{0,4}["']oct["']/;
/** Digits of a secret number: of P-256 and Ed25519, P-384, X448 and Ed448, P-521. Those of RSA are at least of 1,024 bits. */
const CURVES: ReadonlySet<number> = new Set([43, 64, 75, 76, 88]);
const RSA = 171;

/** Finds private keys in the form of a JSON Web Key: in JSON, in a script, and in a set of keys. */
export function findWebKeys(text: string): Match[] {
  const found: Match[] = [];
  for (const { indices, index, 2: quoted, 3: bare, 4: value = '' } of text.matchAll(MEMBER)) {
    const [start, end] = indices![4]!;
    const around = text.slice(Math.max(0, index - BEFORE), end + BEHIND);
    const isPair = (quoted ?? bare) === 'd';
    if (!(isPair ? PAIR : SHARED).test(around)) continue;
    if (isPair && !CURVES.has(value.length) && value.length < RSA) continue;
    found.push({ id: isPair ? 'web-key' : 'web-secret', start, end });
  }
  return found;
}
