import type { FileName } from '../file-name.ts';
import type { Kind } from '../kind.ts';
import type { Look } from './beginning.ts';
import { beginsLikeDotenv, readUnnamedDotenv } from './dotenv.ts';
import { beginsLikePasswords, readPasswords } from './logins.ts';
import { MAX_NAME, PLAIN } from './names.ts';
import type { Place } from './place.ts';

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
  const colon = head.indexOf(0x3a);
  if (colon <= 0 || colon > MAX_USER || !USER_ENDS.has(head[colon + 1]!)) return undefined;
  return beginsLikePasswords(head.toString('latin1', 0, 200)) ? readPasswords : undefined;
}

/** Of a user's name, in bytes; `$` or `{` follows it in a list of hashed passwords. */
const MAX_USER = 64;
const USER_ENDS: ReadonlySet<number> = new Set([0x24, 0x7b]);
