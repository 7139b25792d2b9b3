import { type Beginning, linesOf } from './beginning.ts';
import type { EnvironmentFacts } from './facts.ts';
import { isMixed, isPassword, isPlaceholder, isPlain, looksRandom } from './random.ts';

/** Of Flask, of Cloudflare's wrangler, of a program that runs GitHub's workflows. */
const OTHERS: ReadonlySet<string> = new Set(['.flaskenv', '.dev.vars', '.secrets', '.vars']);

/** `.env` alone, with what it is for behind or before it, and what others call theirs. */
export function isDotenvName(name: string): boolean {
  if (name.charCodeAt(0) === 0x2e) {
    // A file manager calls a copy `.env copy` or `.env (1)`.
    return (
      /^\.env(?:rc|ironment|[-_. (\d~][^/]*)?$/.test(name) ||
      OTHERS.has(name) ||
      name.startsWith('.dev.vars.')
    );
  }
  if (!name.includes('env')) return false;
  return (
    name.endsWith('.env') ||
    /\.env\.[a-z0-9-]+(?:\.local)?$/.test(name) ||
    /^(?:dot)?env(?:\.(?:local|dev|development|test|testing|stage|staging|prod|production)(?:\.local)?)?$/.test(
      name,
    )
  );
}

/** Parts of a name that say that the file is to be copied and filled in. */
const EXAMPLE =
  /(?:^|[-_.])(?:example|examples|sample|template|tpl|tmpl|dist|defaults?|schema|skeleton|spec)(?=[-_.]|$)/;

/** A variable, as shells, dotenv and docker read it. */
const VARIABLE = /^(?:export\s+)?([A-Za-z_][\w.-]*)\s*=\s*(?!\s)(.*)$/;

const SECRET_NAME =
  /secret|token|passw|pwd|passphrase|api_?key|access_?key|private_?key|credential|auth|_key$|_pass$|dsn|salt|cookie|signing|webhook/i;

/**
 * Reads a file that is called like a dotenv file as one. Code and data of that name are none: nearly every line that says
 * anything has to set a variable.
 */
export function readDotenv(
  file: Beginning,
  isOne: (key: string, value: string) => boolean = isSecret,
): EnvironmentFacts | undefined {
  const { name, text } = file;
  if (/\.(?:json|ya?ml)$/.test(name)) return readSettings(file);
  let variables = 0;
  let filled = 0;
  let secrets = 0;
  let others = 0;
  let quote: string | undefined;
  for (const line of linesOf(text)) {
    if (quote !== undefined) {
      if (line.endsWith(quote)) quote = undefined;
      continue;
    }
    if (line.startsWith('#')) continue;
    const [, key, written] = VARIABLE.exec(line) ?? [];
    if (key === undefined || /[;{(]$/.test(line)) {
      others++;
      continue;
    }
    variables++;
    quote = openQuote(written!);
    const value = valueIn(written!);
    if (value === '' || value.startsWith('encrypted:')) continue;
    filled++;
    if (isOne(key, value)) secrets++;
  }
  // direnv runs its file: some lines are commands.
  const most = name === '.envrc' ? variables * 4 : variables / 4;
  if (variables === 0 || others > most) return undefined;
  return { kind: 'environment', variables, filled, secrets, example: EXAMPLE.test(name) };
}

/** A name and its value, in JSON or as a line of YAML. */
const SETTING = /"([A-Za-z_][\w.-]*)"\s*:\s*("(?:[^"\\\n]|\\.){0,2000}"|-?[\d.]+|true|false)/g;
const SETTING_LINE = /^[ \t]*([A-Za-z_][\w.-]*):[ \t]+(?![|>&*{[#])(\S.*)$/gm;
/** JSON Schema, and the manifests of Conda, are called so as well. */
const NOT_SETTINGS = /"\$schema"|"properties"\s*:|^(?:dependencies|channels):/m;

/** Reads a file like `.env.json` or `.env.yaml`: variables by their names, perhaps in groups. */
function readSettings({ name, text }: Beginning): EnvironmentFacts | undefined {
  const isJson = name.endsWith('.json');
  if (NOT_SETTINGS.test(text) || (isJson && !/^\s*\{/.test(text))) return undefined;
  let variables = 0;
  let filled = 0;
  let secrets = 0;
  for (const [, key, written] of text.matchAll(isJson ? SETTING : SETTING_LINE)) {
    variables++;
    const value = valueIn(written!);
    if (value === '' || value.startsWith('encrypted:')) continue;
    filled++;
    if (isSecret(key!, value)) secrets++;
  }
  if (variables === 0) return undefined;
  return { kind: 'environment', variables, filled, secrets, example: EXAMPLE.test(name) };
}

/** The quote of a value that goes on over more lines. */
function openQuote(written: string): string | undefined {
  const quote = written[0];
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  return written.indexOf(quote, 1) === -1 ? quote : undefined;
}

function valueIn(written: string): string {
  const quoted = /^(["'`])(.*?)(?:\1|$)/.exec(written);
  return (quoted?.[2] ?? written.replace(/(?:^|\s)#[\s\S]*/, '')).trim();
}

function isSecret(key: string, value: string): boolean {
  // A password within an address.
  const password = /^[a-z][a-z\d+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@([^/:\s]+)/i.exec(value);
  if (password !== null) return !isPlaceholder(password[1]!) && !/^(?:localhost|127\.)/.test(password[2]!);
  if (looksRandom(value))
    return (
      !/public|publishable|_id$|sha|hash|digest|version|commit|build/i.test(key) || SECRET_NAME.test(key)
    );
  return (
    SECRET_NAME.test(key) && value.length >= 6 && !isPlaceholder(value) && (isMixed(value) || !isPlain(value))
  );
}

/** Names of files that any text may have, among it variables. */
const ANY_TEXT: ReadonlySet<string> = new Set([
  'txt',
  'text',
  'cfg',
  'conf',
  'ini',
  'vars',
  'list',
  'secret',
  'secrets',
]);
/** Comments, then a variable as an environment names them. */
const BEGINS = /^(?:\s|#[^\n]{0,200}\n){0,20}(?:export )?[A-Z][A-Z0-9_]{1,60}=/;
/** Variables that are no accident. */
const ENOUGH = 3;

/** Whether a file that is not called so could be written like a dotenv file. */
export function beginsLikeDotenv(name: string, head: Buffer): boolean {
  const dot = name.lastIndexOf('.');
  if (dot > 0 && !ANY_TEXT.has(name.slice(dot + 1))) return false;
  return BEGINS.test(head.toString('latin1', 0, 1000));
}

/** A file of another name that is written like a dotenv file: only one with a secret in it counts. */
export function readUnnamedDotenv(file: Beginning): EnvironmentFacts | undefined {
  const facts = readDotenv(file, isSurelySecret);
  if (facts === undefined || facts.secrets === 0 || facts.variables < ENOUGH) return undefined;
  return { ...facts, unnamed: true };
}

/** In any text a word may be called a token, or a password. */
function isSurelySecret(key: string, value: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(key) && isSecret(key, value) && (looksRandom(value) || isPassword(value));
}
