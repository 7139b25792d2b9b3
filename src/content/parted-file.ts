import { createHash } from 'node:crypto';
import type { Unpack } from './container.ts';
import type { FileFacts } from './facts.ts';
import { lookAt } from './look.ts';
import type { Reader } from './reader.ts';

/** A name that ends in the number of a part. */
const NUMBERED = /^(.*?)(\d{1,6})$/s;

/** The file that follows a part by its name; undefined where the name tells of no parts. */
function nextOf(path: string): string | undefined {
  const [, name = '', number] = NUMBERED.exec(path) ?? [];
  if (number === undefined) return undefined;
  return `${name}${String(Number(number) + 1).padStart(number.length, '0')}`;
}

/** A file that may go on in the next ones: they are read behind it as if they were one. */
export interface PartedFile extends Reader<FileFacts> {
  /** The next file of the package begins. @returns whether it is the next part; if not, the file is over */
  continues(path: string, size: number): boolean;
  /** The part at hand has ended. @returns whether another one may follow */
  endPart(): boolean;
}

/** @param digest whether the policy needs the sha256, which is that of the first part alone */
export function createPartedFile(path: string, size: number, digest: boolean, unpack: Unpack): PartedFile {
  const look = lookAt(path, Number.POSITIVE_INFINITY, false, unpack);
  const sha256 = digest ? createHash('sha256') : undefined;
  let next = nextOf(path);
  let last = size;
  let isFirst = true;
  return {
    push(view) {
      if (isFirst) sha256?.update(view);
      look.push(view);
    },
    continues(path, bytes) {
      if (path !== next || bytes > size || bytes === 0) return false;
      next = nextOf(path);
      last = bytes;
      return true;
    },
    endPart() {
      isFirst = false;
      return last === size;
    },
    end: () => ({ ...look.end(), size, ...(sha256 && { sha256: sha256.digest('hex') }) }),
  };
}
