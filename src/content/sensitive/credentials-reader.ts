import type { Beginning } from './beginning.ts';
import type { CredentialsFacts } from './facts.ts';
import { isPlaceholder } from './random.ts';

/** Reads a file that is called like one in which a tool keeps logins. Undefined where it is none. */
export type CredentialsReader = (file: Beginning) => CredentialsFacts | undefined;

/**
 * A kind of file that may hold a login.
 *
 * @param what with its article
 * @param holds what a line of it gives away
 * @param value finds candidates: its first group that matches is the value, which must be no placeholder
 * @param is what a file of that kind has; without it any text will do. A file without a login is then one with settings
 */
export function file(what: string, holds: string, value: RegExp, is?: RegExp): CredentialsReader {
  return ({ text }) => {
    for (const [, found, other] of text.matchAll(value)) {
      if (!isPlaceholder(found ?? other ?? '')) return { kind: 'credentials', what, holds };
    }
    return is?.test(text) ? { kind: 'credentials', what } : undefined;
  };
}

/** A file whose whole content is sensitive as soon as it is what its name says. */
export function whole(what: string, holds: string, is: RegExp): CredentialsReader {
  return ({ text }) => (is.test(text) ? { kind: 'credentials', what, holds } : undefined);
}
