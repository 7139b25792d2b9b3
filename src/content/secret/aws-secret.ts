import type { Match } from './match.ts';

/** The secret half of an access key is forty digits of base64. */
const VALUE = /(?<![A-Za-z0-9+/_.]|(?<!:)-)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/dg;
const NAME = /secret[-_ ]?access[-_ ]?key/gi;
/** Characters behind the name in which the value begins: `KEY || "..."`, `<key>..</key><string>`, `"name": "KEY", "value": "..."`. */
const BEHIND = 100;
/** The id, and what may stand between it and the secret where neither has a name: `new Credentials("AKIA...", "...")`. */
const BY_ID = /\b(?:AKIA|ASIA)[A-Z2-7]{16}[^A-Za-z0-9+/]{1,12}([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=_-])/dg;

/** Finds secret access keys of AWS close behind their name, whatever stands between, or right behind their id. */
export function findAwsSecrets(text: string): Match[] {
  const found: Match[] = [];
  const take = (start: number, end: number) => {
    if (isAwsSecret(text.slice(start, end))) found.push({ id: 'AWSSecretAccessKey', start, end });
  };
  for (const { index, 0: name } of text.matchAll(NAME)) {
    const from = index + name.length;
    const [value] = text.slice(from, from + BEHIND + 40).matchAll(VALUE);
    if (value !== undefined) take(from + value.index, from + value.index + 40);
  }
  for (const { indices } of text.matchAll(BY_ID)) take(...indices![1]!);
  return found;
}

/** Letters in words, slashes and different characters of a name or a path: what is drawn has fewer of the first two, and more of the last. */
const MAX_WORDS = 16;
const MAX_SLASHES = 4;
const MIN_CHARACTERS = 23;

/** Whether it was drawn at random: digests have letters of one case, and names of things are words. */
export function isAwsSecret(value: string): boolean {
  const words = value.length - value.replace(/[a-z]{4,}/g, '').length;
  const slashes = value.length - value.replaceAll('/', '').length;
  return (
    /\d/.test(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    words < MAX_WORDS &&
    slashes <= MAX_SLASHES &&
    new Set(value).size >= MIN_CHARACTERS
  );
}
