import type { SensitiveFacts } from './facts.ts';
import type { Place } from './place.ts';

/** The beginning of a file, for a closer look at what its name or its first bytes promise. */
export interface Beginning {
  /** Path in the package. */
  readonly path: string;
  /** The last segment of the path, in lower case. */
  readonly name: string;
  /** Of the whole file, in bytes. */
  readonly size: number;
  readonly place: Place;
  /** At most `WINDOW` bytes; of key stores and what lists tensors more. */
  readonly bytes: Buffer;
  /** The same bytes as text, whatever they are; without a byte order mark, lines ended by `\n`. */
  readonly text: string;
}

/** Looks at the beginning of a file that its name, its folder or its first bytes made suspicious. */
export type Look = (file: Beginning) => SensitiveFacts | undefined;

/** Bytes of a file that are kept where its name or its first bytes ask for a closer look. */
export const WINDOW = 64 * 1024;

/** Whether a file begins with these bytes, one a character. */
export function begins(head: Buffer, magic: string): boolean {
  return head.toString('latin1', 0, magic.length) === magic;
}

/** Non-empty lines of a text, without the blanks around them. The last one may be cut. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
