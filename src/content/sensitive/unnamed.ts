import type { FileName } from '../file-name.ts';
import type { Kind } from '../kind.ts';
import type { Look } from './beginning.ts';
import { beginsLikeDotenv, readUnnamedDotenv } from './dotenv.ts';
import { beginsLikePasswords, readPasswords } from './logins.ts';
import { MAX_NAME, PLAIN } from './names.ts';
import type { Place } from './place.ts';
import { readToldText } from './told.ts';

/** What a text is that nothing calls by its name: variables with secrets, users with their passwords. */
export function textLook(
  { name, dot, extension }: FileName,
  head: Buffer,
  { kind, encoding }: Kind,
  place: Place,
): Look | undefined {
  if (kind !== 'text' || encoding !== undefined || place.bundled || name.length > MAX_NAME) return undefined;
  if (dot > 0 && PLAIN.has(extension)) return undefined;
  if (beginsLikeDotenv(name, head)) return readUnnamedDotenv;
  if (extension === 'md' || extension === 'mdc')
    return SIGNS.some((sign) => head.includes(sign)) && isToldToAgents(head.toString('latin1', 0, 600))
      ? readToldText
      : undefined;
  const colon = head.indexOf(0x3a);
  if (colon > 0 && colon <= MAX_USER && USER_ENDS.has(head[colon + 1]!))
    return beginsLikePasswords(head.toString('latin1', 0, 200)) ? readPasswords : undefined;
  const mayBeLog = (isDigit(head[0]!) || isDigit(head[1]!)) && (dot === -1 || LOG_NAMES.has(extension));
  return mayBeLog ? readToldText : undefined;
}

/** One of these is in all that is told to agents, and in hardly any other text. */
const SIGNS = [' when working ', 'alwaysApply', 'applyTo', '# aider ', '_Exported on '];
/** How what an agent writes for itself begins: to whom it speaks, and when. */
const GUIDANCE = /(?:[Ff]ile|[Dd]ocument) provides (?:guidance|context|instructions) (?:to|for) (.{1,100})/;
/** Whom other texts speak to. */
const PEOPLE =
  /\b(?:users|developers|contributors|maintainers|people|you|anyone|everyone|humans|engineers|authors|teams?)\b/i;
/** Front matter that none but agents read; or what was said to one. */
const RULES = /^---\r?\n(?:[^\n]{0,400}\n){0,5}?(?:alwaysApply|applyTo): *\S/;
const CHAT = /^# aider chat started at|\n_Exported on [^\n]{5,80} from Cursor/;

function isToldToAgents(start: string): boolean {
  const [readers, when] = GUIDANCE.exec(start)?.[1]?.split(' when working ') ?? [];
  return (when !== undefined && !PEOPLE.test(readers!)) || RULES.test(start) || CHAT.test(start);
}

/** Extensions of any text. */
const LOG_NAMES: ReadonlySet<string> = new Set(['txt', 'text', 'out']);
function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Of a user's name, in bytes; `$` or `{` follows it in a list of hashed passwords. */
const MAX_USER = 64;
const USER_ENDS: ReadonlySet<number> = new Set([0x24, 0x7b]);
