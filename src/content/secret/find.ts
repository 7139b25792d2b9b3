import { findAccessSignatures } from './access-signature.ts';
import { findAwsSecrets, isAwsSecret } from './aws-secret.ts';
import { findBasicLogins } from './basic-login.ts';
import type { Candidate, Encoded } from './candidates.ts';
import { type Family, type Mildness, type SecretKind, secretKind } from './kind.ts';
import type { Match } from './match.ts';
import { packedText } from './packed.ts';
import { findOwn } from './patterns.ts';
import { findPrivateKeys } from './pem.ts';
import { isExampleNumber, isPlaceholder, isPublished } from './placeholder.ts';
import { findOfProviders } from './provider.ts';
import { findRegistryLogins } from './registry-login.ts';
import { createSecretlint } from './secretlint.ts';
import {
  decodeText,
  joinText,
  MAX_LEVELS,
  type Text,
  uncolourText,
  undoText,
  unescapeText,
  unmarkText,
} from './unescape.ts';
import { findLogins, isExampleLogin } from './url-password.ts';
import { LEADS } from './wanted.ts';
import { findWebKeys } from './web-key.ts';
import { findTunnelTokens, findWebTokens } from './web-token.ts';

/** A credential in a file: what it is and where, and nothing that it could be got back from. */
export interface SecretFacts {
  readonly family: Family;
  readonly mildness?: Mildness;
  /** With its article: `a GitHub token`. */
  readonly name: string;
  /** What every credential of its kind begins with, as `ghp_`; empty where that is nothing. */
  readonly prefix: string;
  /** In characters. */
  readonly length: number;
  /** Of the first place, counted from 1, columns in bytes. */
  readonly line: number;
  readonly column: number;
  /** Places in the file where this very one stands. */
  readonly times: number;
  /** It stands there in another form, and the place is where that begins. */
  readonly encoded: Encoded;
  /** The original file whose text holds it, where it stands in a source map. */
  readonly source?: string;
  /** It stands in the file's own name, and there is no place in the file. */
  readonly named: boolean;
  /** Tells credentials of one name in one file apart, counted from 1. */
  readonly ordinal: number;
}

/** What one file may hold, and what is looked at for it. */
export interface FileCandidates {
  readonly path: string;
  readonly candidates: readonly Candidate[];
  /** Names, where what is looked at are those, a line each; with the path that each is told at, unless that is the name itself. */
  readonly names?: Iterable<readonly [name: string, at: unknown]>;
}

/** The credentials of one file. */
export interface FoundSecrets {
  readonly path: string;
  readonly secrets: readonly SecretFacts[];
}

export interface Search {
  /** Only files that hold some. */
  readonly found: readonly FoundSecrets[];
  /** Blanks the credentials that were found out of a text that quotes the package. */
  redact(text: string): string;
}

/** Credentials kept of one file. */
const MAX_SECRETS = 400;

/** Looks at the candidates of a package: which of them hold a credential. */
export function findSecrets(files: readonly FileCandidates[]): Search {
  const known = new Set<string>();
  const lint = createSecretlint();
  const patterns = (text: string) => [
    ...findPrivateKeys(text),
    ...findWebKeys(text),
    ...findWebTokens(text),
    ...findTunnelTokens(text),
    ...findAccessSignatures(text),
    ...findRegistryLogins(text),
    ...findLogins(text),
    ...findBasicLogins(text),
    // Own patterns first: they know forms that are longer than those of secretlint.
    ...findOwn(text),
    ...findOfProviders(text),
    ...lint(text),
    // Behind all that is surer.
    ...findAwsSecrets(text),
  ];
  const sighted = files.map(({ path, candidates, names }) => ({
    path,
    secrets: sightedIn(candidates, patterns, known),
    names,
  }));
  const inFiles = sighted.filter(({ names }) => names === undefined);
  const found = withoutOuter(inFiles)
    .filter(({ secrets }) => secrets.length > 0)
    .map(({ path, secrets }) => ({ path, secrets: factsOf(secrets, false) }));
  const inNames = sighted.flatMap(({ names, secrets }) =>
    names === undefined ? [] : byName(secrets, names),
  );
  return { found: [...found, ...inNames], redact: redactor(known) };
}

/** What was found in the names of files, at the first file that each is in the name of. */
function byName(
  secrets: readonly Sighted[],
  names: Iterable<readonly [name: string, at: unknown]>,
): FoundSecrets[] {
  const byPath = new Map<string, Sighted[]>();
  let line = 0;
  for (const [name, at] of secrets.length === 0 ? [] : names) {
    line++;
    const own = secrets.filter((secret) => secret.line === line);
    const path = typeof at === 'string' ? at : name;
    if (own.length > 0) byPath.set(path, [...(byPath.get(path) ?? []), ...own]);
  }
  return [...byPath].map(([path, own]) => ({ path, secrets: factsOf(own, true) }));
}

/** What lies in a file that packgate looks into as a file of its own is told at its place in there, and not once more of the outer one. */
function withoutOuter(files: readonly SightedIn[]): readonly SightedIn[] {
  const inner = files.filter(({ path, secrets }) => path.includes('!/') && secrets.length > 0);
  if (inner.length === 0) return files;
  const told = new Set<string>();
  for (const { path, secrets } of inner) {
    for (let at = path.lastIndexOf('!/'); at > 0; at = path.lastIndexOf('!/', at - 1))
      for (const { secret } of secrets) told.add(`${path.slice(0, at)}\0${secret}`);
  }
  return files.map(({ path, secrets }) => ({
    path,
    secrets: secrets.filter(({ secret }) => !told.has(`${path}\0${secret}`)),
  }));
}

/** Characters by which a credential is found in a text; all are longer. */
const GRAM = 8;

/** Blanks what is known out of a text, in time that does not hang on how much is known. */
function redactor(known: ReadonlySet<string>): (text: string) => string {
  const byBeginning = new Map<string, string[]>();
  for (const secret of [...known].sort((a, b) => b.length - a.length)) {
    const gram = secret.slice(0, GRAM);
    byBeginning.set(gram, [...(byBeginning.get(gram) ?? []), secret]);
  }
  if (known.size === 0) return (text) => text;
  /** By the first two characters, which rule out nearly every place. */
  const begins = new Uint8Array(1 << 14);
  const pair = (text: string, at: number) =>
    ((text.charCodeAt(at) & 127) << 7) | (text.charCodeAt(at + 1) & 127);
  for (const gram of byBeginning.keys()) begins[pair(gram, 0)] = 1;
  return (text) => {
    let clean = '';
    let done = 0;
    for (let at = 0; at + GRAM <= text.length; at++) {
      if (begins[pair(text, at)] === 0) continue;
      const secret = byBeginning.get(text.slice(at, at + GRAM))?.find((one) => text.startsWith(one, at));
      if (secret === undefined) continue;
      clean += `${text.slice(done, at)}[secret]`;
      done = at + secret.length;
      at = done - 1;
    }
    return clean + text.slice(done);
  };
}

/** A credential on its way to facts: still with its text. */
interface Sighted {
  readonly kind: SecretKind;
  readonly secret: string;
  readonly line: number;
  readonly column: number;
  readonly encoded: Encoded;
  readonly source: string | undefined;
  times: number;
}

interface SightedIn {
  readonly path: string;
  readonly secrets: readonly Sighted[];
}

/** User name and password in base64: where the password is a token of a known kind, that says more. */
const HOLD_OTHERS: ReadonlySet<SecretKind> = new Set(['registry-login', 'basic-login'].map(secretKind));

function sightedIn(
  candidates: readonly Candidate[],
  patterns: (text: string) => Match[],
  known: Set<string>,
): Sighted[] {
  /** Candidates may overlap, and one that ends within a credential has only the beginning of it. */
  const longest = new Map<string, Looked & { readonly candidate: Candidate }>();
  for (const candidate of candidates) {
    const { encoded, line, column, offset } = candidate;
    for (const one of look(candidate, patterns)) {
      const place = `${encoded ? `${line}:${column}` : ''} ${offset + one.at}`;
      const before = longest.get(place);
      if (before === undefined || one.secret.length > before.secret.length)
        longest.set(place, { candidate, ...one });
    }
  }
  const sighted = new Map<string, Sighted>();
  const decoded = new Set(
    [...longest.values()].flatMap(({ candidate: { encoded, line, column } }) =>
      encoded === 'base64' ? [`${line}:${column}`] : [],
    ),
  );
  for (const { candidate, kind, secret, pieces, at } of longest.values()) {
    known.add(secret);
    for (const piece of pieces) known.add(piece);
    if (HOLD_OTHERS.has(kind) && candidate.encoded === false) {
      const { line, column } = placeIn(candidate, at);
      if (decoded.has(`${line}:${column}`)) continue;
    }
    const key = `${kind.name}\0${secret}`;
    const before = sighted.get(key);
    if (before !== undefined) before.times++;
    else if (sighted.size < MAX_SECRETS) {
      const { encoded, source } = candidate;
      sighted.set(key, { kind, secret, ...placeIn(candidate, at), encoded, source, times: 1 });
    }
  }
  return [...sighted.values()];
}

function factsOf(sighted: readonly Sighted[], named: boolean): SecretFacts[] {
  const ordinals = new Map<string, number>();
  return sighted.map(({ kind, secret, source, ...place }) => {
    const ordinal = (ordinals.get(kind.name) ?? 0) + 1;
    ordinals.set(kind.name, ordinal);
    return {
      ...kind,
      prefix: prefixOf(kind, secret),
      length: secret.length,
      ...place,
      ...(source !== undefined && { source }),
      named,
      ordinal,
    };
  });
}

/** What a look at a candidate found. */
interface Looked {
  readonly kind: SecretKind;
  readonly secret: string;
  /** It as it is written, where that is otherwise: in pieces, escaped, in lines. */
  readonly pieces: readonly string[];
  readonly at: number;
}

/** A part of a candidate in which a credential was found. */
interface Taken {
  readonly from: number;
  readonly to: number;
  readonly id: string;
  /** Of the credential, in characters. */
  readonly length: number;
}

/** What the patterns find in one candidate: each credential once, at its first character. */
function look({ bytes, packed = false }: Candidate, patterns: (text: string) => Match[]): Looked[] {
  const taken: Taken[] = [];
  const found: Looked[] = [];
  // A letter beyond ASCII before a token would hide it from patterns that ask for the beginning of a word.
  const latin = bytes.toString('latin1').replace(/[\x80-\xff]/g, '\x80');
  const take = (text: Text) => {
    for (const { id, start, end } of patterns(text.text)) {
      const secret = text.text.slice(start, end);
      const kind = realKind(id, secret, text.text.slice(0, start));
      if (kind === undefined) continue;
      const from = text.origin?.[start] ?? start;
      const to = text.origin?.[end] ?? end;
      const overlapping = taken.filter((other) => from < other.to && to > other.from);
      // What is escaped in a credential ends it for patterns that see it as it is written.
      const [before] = overlapping;
      const longer =
        overlapping.length === 1 &&
        from === before!.from &&
        secret.length > before!.length &&
        !hasEnd(before!.id);
      if (overlapping.length > 0 && !longer) continue;
      if (longer) {
        taken.splice(taken.indexOf(before!), 1);
        found.splice(
          found.findIndex(({ at }) => at === from),
          1,
        );
      }
      taken.push({ from, to, id, length: secret.length });
      // A scheme is no piece of a secret, and other addresses have it.
      const begins = kind.family === 'url-password' ? start + prefixOf(kind, secret).length : start;
      found.push({ kind, secret, pieces: piecesOf(text, begins, end, latin.slice(from, to)), at: from });
    }
  };
  const takeAll = (outer: Text | undefined) => {
    let text = outer;
    for (let level = 0; text !== undefined && level <= MAX_LEVELS; level++) {
      take(text);
      const whole = joinText(text);
      if (whole !== undefined) take(whole);
      text = unescapeText(text);
    }
  };
  const written = { text: latin };
  const unsigned = latin.replace(SIGN, ' ');
  if (unsigned !== latin) takeAll({ text: unsigned });
  takeAll(written);
  const decoded = decodeText(written);
  takeAll(decoded);
  if (decoded !== undefined) takeAll(decodeText(decoded));
  takeAll(unmarkText(written));
  let undone = undoText(written);
  for (let level = 0; undone !== undefined && level < MAX_LEVELS; level++, undone = undoText(undone))
    take(undone);
  takeAll(uncolourText(written));
  const bare = withoutLengths(latin);
  if (bare !== latin) take({ text: bare });
  const cut = packed ? packedText(bytes, latin) : undefined;
  if (cut !== undefined) take(cut);
  return found.sort((a, b) => a.at - b.at);
}

/** Keys in PEM say where they end, and addresses end anywhere. */
function hasEnd(id: string): boolean {
  return secretKind(id).family !== 'token' && secretKind(id).family !== 'cloud-key';
}

/** Characters of a piece of a credential that is blanked by itself: more than those by which it is found. */
const PIECE = 9;

/** A credential as it is written in the file: whole, in the pieces that something stands between, and in its lines. */
function piecesOf({ text, origin }: Text, start: number, end: number, written: string): string[] {
  const pieces = new Set<string>();
  const add = (piece: string) => {
    // Words that every key has are no piece of one.
    for (const line of piece.split(/[\s\\]+/))
      if (line.length >= PIECE && !line.startsWith('-----')) pieces.add(line);
  };
  if (!written.endsWith(text.slice(start, end))) pieces.add(written);
  if (origin === undefined) add(text.slice(start, end));
  else
    for (let from = start, at = start + 1; at <= end; at++)
      if (at === end || origin[at] !== origin[at - 1]! + 1) {
        add(text.slice(from, at));
        from = at;
      }
  return [...pieces];
}

/** Runs of what tokens are made of, long enough for one and short enough for their length to be one byte that is a letter or digit. */
const RUN = /[A-Za-z0-9_.~+/=-]{21,123}/g;

/** Before a line of a patch, and before what a shell takes by default: `${NAME:-value}`. Both may stand in tokens, too. */
const SIGN = /(?<=[:\n])[+-](?=[0-9A-Za-z])/g;

/** Binary formats put the length of a text before it, as a byte. One that happens to be a letter would hide a token that begins there. */
function withoutLengths(text: string): string {
  return text.replace(RUN, (run) => (run.charCodeAt(0) === run.length - 1 ? `\x80${run.slice(1)}` : run));
}

/** Ids of a team and an app, and what was drawn: documentation has shorter ones. */
function isWebhook(address: string): boolean {
  return /\/services\/T[A-Z0-9]{6,15}\/B[A-Z0-9]{6,15}\/[A-Za-z0-9]{20,}/.test(address);
}

const LOGINS = new Set(['BasicAuth', 'MongoDBConnection', 'MySQLConnection', 'PostgreSQLConnection']);
/** Key ids proper; what else begins so names a user, a role or a policy. */
const AWS_KEY = /^(?:AKIA|ASIA|A3T)/;

/** What a link that AWS signed for some minutes or days says of who signed it. Without the secret that it was signed with, it opens nothing else. */
const SIGNED_BY = new Set(['AWSAccessKeyID', 'aws-session-token']);
const IN_SIGNED_LINK = /[?&;](?:X-Amz-Credential|X-Amz-Security-Token|AWSAccessKeyId)=$/i;

/** The kind of a match, undefined for a placeholder. */
function realKind(id: string, secret: string, before: string): SecretKind | undefined {
  const kind = secretKind(id);
  if (id === 'PrivateKey' || id === 'encrypted-private-key') return kind;
  if (LOGINS.has(id)) return isExampleLogin(secret) ? undefined : kind;
  if (id === 'url-password') return kind;
  // With the name before it, which is none of it: a pattern of our own has the number.
  if (id === 'AWSAccountID') return undefined;
  if (id === 'aws-account') return isExampleNumber(secret) ? undefined : kind;
  if (id === 'AWSAccessKeyID' && !AWS_KEY.test(secret))
    return isPlaceholder(secret.slice(4)) ? undefined : secretKind('aws-unique-id');
  if (id === 'AWSSecretAccessKey' && !isAwsSecret(secret)) return undefined;
  if (secret.includes('hooks.slack.com/services/') && !isWebhook(secret)) return undefined;
  const body = secret.slice(prefixOf(kind, secret).length);
  if (isPlaceholder(body) || isPublished(secret) || isPublished(body)) return undefined;
  if (SIGNED_BY.has(id) && IN_SIGNED_LINK.test(before.slice(-40))) return secretKind('aws-signed-link');
  // A name in capitals, and no id: those are drawn from letters and digits alike.
  if (id === 'AWSAccessKeyID' && /^[A-Z]{16}$/.test(body) && /[A-Z_]$/.test(before)) return undefined;
  return kind;
}

/** The public part that every credential of a kind begins with. */
function prefixOf({ family }: SecretKind, secret: string): string {
  if (family === 'private-key') return /^AGE-SECRET-KEY-1/.exec(secret)?.[0] ?? '';
  if (family === 'url-password') return /^(?:jdbc:)?[a-z0-9+]{1,20}:\/\//i.exec(secret)?.[0] ?? '';
  const openai = /^sk-(?:proj-|svcacct-|admin-)?(?=[A-Za-z0-9_-]{20,80}T3BlbkFJ)/.exec(secret)?.[0];
  if (openai !== undefined) return openai;
  let prefix = '';
  for (const { text, tail } of LEADS) {
    if (tail.kind !== 'run') continue;
    const at = secret.indexOf(text);
    if ((at === 0 || (at === 1 && text.startsWith('k_'))) && at + text.length > prefix.length)
      prefix = secret.slice(0, at + text.length);
  }
  return prefix;
}

/** Line and column in the file of a place in a candidate. */
function placeIn(candidate: Candidate, at: number): { readonly line: number; readonly column: number } {
  const { bytes, line, column, encoded } = candidate;
  if (encoded) return { line, column };
  const [from, to] = at < candidate.at ? [at, candidate.at] : [candidate.at, at];
  let breaks = 0;
  for (let i = bytes.indexOf(10, from); i !== -1 && i < to; i = bytes.indexOf(10, i + 1)) breaks++;
  if (breaks === 0) return { line, column: Math.max(1, column + at - candidate.at) };
  const lineStart = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1;
  return { line: at < candidate.at ? line - breaks : line + breaks, column: at - lineStart + 1 };
}
