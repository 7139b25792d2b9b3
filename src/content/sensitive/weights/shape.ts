/** Numbers in a tensor, by the digits of its shape as text: `[3, 4]`, `(3, 4)`. One without axes has one. */
export function numbersIn(shape: string): number {
  return (shape.match(/\d+/g) ?? []).reduce((numbers, size) => numbers * Number(size), 1);
}
