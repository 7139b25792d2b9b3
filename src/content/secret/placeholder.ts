import { createHash } from 'node:crypto';

/** Words that stand in no random text of this length but once in a hundred million. */
const WORD =
  /example|placeholder|redacted|changeme|replace|your[-_]|dummy[-_]?|foobar|insert[-_]|sample[-_]|test[-_]?token|secret[-_]?key|api[-_]?key|notareal|not[-_]real|thisisa|xxxxx|fake[-_]?(?:key|token|secret)|invalid|deadbeef|loremipsum|mytoken|mysecret/i;
/** Eight in a row, of the alphabet or of digits. */
const ROW =
  /abcdefgh|hijklmno|opqrstuv|12345678|23456789|01234567|87654321|98765432|qwertyui|a1b2c3d4|1a2b3c4d/i;
const REPEATED = /(.)\1{6}/;
/**
 * Bytes of 0 or of 255 in base64: fields of fixed width that a token of many parts leaves empty. Session tokens of AWS, keys of Azure DevOps and tokens of
 * Fly.io have them, and much else around.
 */
const EMPTY = /A{7,}|\/{7,}/g;
/** Characters that are drawn in the shortest of those. */
const DRAWN = 40;

/** What holds no digit and is in one case is the name of something: `npm_config_` and more begin as tokens do. */
const NAME = /^(?:[a-z]+(?:[_-][a-z]*)*|[A-Z]+(?:[_-][A-Z]+)+)$/;
/** So are words that begin with a capital letter each, where one of them says what it stands for: `verySecretToken`. */
const WORDS = /^[A-Za-z][a-z]{2,20}(?:[A-Z][a-z]{2,20})+$/;
const SAID = /secret|token|password|registry|default|local/i;

/** sha256 of keys that makers of services print in their own documentation, and that many packages quote: of PEM the digits alone. */
const PUBLISHED = new Set([
  // The account of Azure's storage emulator.
  '0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059',
  // The API key in the reference of Firebase.
  '6ca6473b42d9c17e9059568aa166fa8b542a90ec4b6c38f25ab55d2be31c12e0',
  // Stripe's test keys.
  '2cafc0970149a84f3b9e62eaf169f36f59907a3b3e31f7b82e68c69cd27f7326',
  'f2d6ca16515033e5dce14eba840b979d27b5cbae24bb3e5bf484339667f86397',
  // What GitHub's description of its API shows: every token behind its beginning, client secrets, private keys.
  '7e498f91828a193cac5ecbe78ab47c6cae601d6d9edc40c59310c0e305db85ea',
  '0bc74d568394fb8fb11adf356e5b3d24856314b8f072a89252c8deeb70b159e1',
  '2ca2724ce3ce1564986b513b1cac04cdd9fc4b0bd09237fe37e66f8b1cec98a6',
  'ec6edcdcf15213178c6ac3fa3b0fd758fc7fdaeac26004219b9e5c2a35d50092',
  'e561f71e7201e0fe103c4c9d66ba08ee23ac11eee4f4491fffeaad836388eef6',
  // The private key in Cloudflare's.
  '86206a453c3f597011cba09b088e22396da0223c51b97e99a1708409a3c58a6a',
  // The keys of RFC 7515 (A.1 to A.3), RFC 7517 (A.2) and RFC 8037 (A.1).
  '8b1b17a9740c068accab5c3d0d652c8e3cc13206e70bb73b42ea41d4c2de3c12',
  '891ce49f2120e2da1e2a14a18eab6ea159d346f829229f0b46caee2c7be70256',
  '33f19c504a5f9a8c6f313f471c95dcc09a9f7eaa01f8428c39085f7c495b6f40',
  'a45404ae333dd955dcff82cf28972e0f81b1e673cb70e2fc2d7d0d4c42a893bc',
  '2e4ff57e9c832edab47dcc5a7ba5ef544a7c42b526248e088a8ae374d3c19677',
  '190edf59d5736c3b3ea6bb36d57f5eb415a9b79f3201b381b8f3cb089135981f',
]);

/**
 * Whether what looks like a credential is none: written by a person for documentation or a test, not drawn at random.
 *
 * @param body the credential without the public part that it begins with
 */
export function isPlaceholder(body: string): boolean {
  return (
    WORD.test(body) ||
    ROW.test(body) ||
    isRow(body) ||
    (body.length >= 16 && new Set(body.toLowerCase()).size < 7) ||
    isPeriodic(body) ||
    NAME.test(body) ||
    (WORDS.test(body) && SAID.test(body))
  );
}

function isRow(body: string): boolean {
  if (!REPEATED.test(body)) return false;
  const rest = body.replace(EMPTY, '');
  return rest.length < DRAWN || REPEATED.test(rest);
}

/**
 * Whether what follows the beginning of a token is a name or a placeholder, by its first characters alone: as many as every token has.
 *
 * @param share names have more separators among their characters than one in so many, and tokens have not
 */
export function isHopeless(start: string, share: number): boolean {
  const separators = start.length - start.replace(/[_-]/g, '').length;
  return separators * share > start.length || isPlaceholder(start);
}

/** Whether twelve decimals are a number that documentation gives an account: counted up or down, or digits that come again, as in 1111-2222-3333. */
export function isExampleNumber(number: string): boolean {
  const digits = number.replaceAll('-', '');
  return isPlaceholder(digits) || new Set(digits).size < 4;
}

/** Whether it is a published example, whatever it looks like. */
export function isPublished(secret: string): boolean {
  return PUBLISHED.has(createHash('sha256').update(secret).digest('hex'));
}

/** Made of one piece that comes again and again. */
function isPeriodic(text: string): boolean {
  if (text.length < 12) return false;
  for (let period = 1; period <= text.length / 3; period++) {
    let same = true;
    for (let i = period; same && i < text.length; i++) same = text[i] === text[i - period];
    if (same) return true;
  }
  return false;
}
