import type { Reader } from './reader.ts';

const NOTHING = Buffer.alloc(0);

/** Magic number, number of modules, length of the code that starts them: 32 bits each, little-endian. */
const HEADER = 12;
/** Offset and length of a module in the table. */
const ROW = 8;
const NEWLINE = 10;

/**
 * Reads the code of a React Native RAM bundle as one script: behind a table stand the modules, each with a NUL byte
 * at its end. Metro writes it (`metro/src/shared/output/RamBundle/as-indexed-file.js`).
 *
 * @param script reads the code
 */
export function createRamBundleReader<Facts>(script: Reader<Facts>): Reader<Facts> {
  let head: Buffer = NOTHING;
  /** Bytes of the table that are still to come; undefined before the header is there. */
  let table: number | undefined;

  function pass(view: Buffer): void {
    if (!view.includes(0)) return script.push(view);
    const text = Buffer.from(view);
    for (let at = text.indexOf(0); at !== -1; at = text.indexOf(0, at + 1)) text[at] = NEWLINE;
    script.push(text);
  }

  return {
    push(view) {
      let bytes = view;
      if (table === undefined) {
        head = Buffer.concat([head, view]);
        if (head.length < HEADER) return;
        table = head.readUInt32LE(4) * ROW;
        bytes = head.subarray(HEADER);
      }
      const skipped = Math.min(table, bytes.length);
      table -= skipped;
      if (skipped < bytes.length) pass(bytes.subarray(skipped));
    },
    end: () => script.end(),
  };
}
