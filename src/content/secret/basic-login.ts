import type { Match } from './match.ts';
import { isPlaceholderLogin } from './url-password.ts';

const HEADER =
  /(?<![A-Za-z0-9])basic (?![A-Za-z]{1,40}[^A-Za-z0-9+/=])([A-Za-z0-9+/]{16,400}={0,2})(?![A-Za-z0-9+/=])/dgi;
/** Characters of the shortest password that nobody makes up for an example. */
const DRAWN = 8;

/**
 * Finds logins as HTTP has them in a header, which records of traffic, requests of a client and calls of curl hold: user name and password in
 * base64. RFC 7617. What a test makes up is a word; only what looks drawn at random counts.
 */
export function findBasicLogins(text: string): Match[] {
  const found: Match[] = [];
  for (const { indices, 1: value = '' } of text.matchAll(HEADER)) {
    const plain = Buffer.from(value, 'base64').toString('latin1');
    const [, user = '', password = ''] = /^([^:]{0,128}):([\x21-\x7e]*)$/.exec(plain) ?? [];
    // With some services the user name is the key, and there is no password.
    const secret = password === '' || /^(?:x|X|api_token|x-oauth-basic)$/.test(password) ? user : password;
    if (!isDrawn(secret) || isPlaceholderLogin({ user: '', password: secret, host: '' })) continue;
    const [start, end] = indices![1]!;
    found.push({ id: 'basic-login', start, end });
  }
  return found;
}

function isDrawn(secret: string): boolean {
  return secret.length >= DRAWN && /\d/.test(secret) && /[A-Za-z]/.test(secret) && !isWords(secret);
}

const WORD = /^(?:[A-Z]?[a-z]+|[A-Z]+|[a-z]*(?:[A-Z][a-z]+)+)$/;

/** Words with numbers and signs between them: `secret123`, `my-Password-1`. Of what is drawn the letters in a row are few. */
function isWords(secret: string): boolean {
  const words = secret.split(/[^A-Za-z]+/).filter((word) => word !== '');
  return words.every((word) => WORD.test(word)) && words.join('').length >= words.length * 3;
}
