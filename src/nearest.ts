/**
 * The one of `words` that a person most likely meant by `word`, or undefined when none is near: at most a third of its
 * letters (and one) are wrong, missing, extra or swapped with their neighbour, or it is the beginning of one word only.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  // Nobody mistypes a word this long, and the table below grows with it.
  if (word.length > 64) return undefined;
  const lower = word.toLowerCase();
  const begun = words.filter((known) => lower.length > 2 && known.toLowerCase().startsWith(lower));
  if (begun.length === 1) return begun[0];
  const [best] = words
    .map((known) => ({ known, distance: distanceOf(lower, known.toLowerCase()) }))
    .filter(({ known, distance }) => distance <= 1 + Math.floor(Math.min(known.length, word.length) / 3))
    .sort((one, other) => one.distance - other.distance);
  return best?.known;
}

/** Edits from one word to the other: optimal string alignment, in the size of one table. For short words. */
export function distanceOf(from: string, to: string): number {
  const table = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= from.length; row += 1) {
    table[row] = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      table[row]![column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + changed,
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(from.length, to.length);
}
