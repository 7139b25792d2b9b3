import type { Match } from './match.ts';
import { isPlaceholderLogin } from './url-password.ts';

const LOGIN =
  /(?<![A-Za-z0-9])_(auth|password)["']{0,2}\s{0,4}[:=]\s{0,4}["']{0,2}([A-Za-z0-9+/]{16,400}={0,2})(?![A-Za-z0-9+/=])/dgi;

/**
 * Finds logins as an `.npmrc` has them, in whatever file: user name and password, or the password alone, in base64.
 * https://docs.npmjs.com/cli/configuring-npm/npmrc
 */
export function findRegistryLogins(text: string): Match[] {
  const found: Match[] = [];
  for (const { indices, 1: name = '', 2: value = '' } of text.matchAll(LOGIN)) {
    const plain = Buffer.from(value, 'base64').toString('latin1');
    const [, user = '', password = ''] =
      name.toLowerCase() === 'auth' ? (/^([^:]{1,128}):(.{4,})$/.exec(plain) ?? []) : ['', '', plain];
    if (!/^[\x21-\x7e]{6,}$/.test(password) || isPlaceholderLogin({ user, password, host: '' })) continue;
    const [start, end] = indices![2]!;
    found.push({ id: 'registry-login', start, end });
  }
  return found;
}
