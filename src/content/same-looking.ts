/**
 * What tells two names apart that look the same, where they differ in nothing but how Unicode writes a letter with its accent: the first
 * such letter, by its numbers. Nothing for names of which one sees that they differ.
 */
export function differenceUnseen(name: string, other: string): string {
  if (name === other || name.normalize() !== other.normalize()) return '';
  const letters = lettersOf(other);
  for (const [at, letter] of lettersOf(name).entries()) {
    const there = letters[at] ?? '';
    if (letter !== there)
      return ` They look alike: \`${letter.normalize()}\` is ${numbers(letter)} here and ${numbers(there)} there.`;
  }
  return '';
}

/** Each with the marks that stand over and under it. */
const lettersOf = (text: string): readonly string[] =>
  [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);

/** Marks may be heaped on a letter without end. */
const MOST = 8;

const numbers = (text: string): string =>
  [...text.slice(0, 2 * MOST)]
    .slice(0, MOST)
    .map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
