import type { Reader } from '../reader.ts';
import { createPieceReader } from './pieces.ts';

const NOTHING = Buffer.alloc(0);

/** Bytes in which the loader stands that browserify and Parcel put before their modules, and the words it fails with. */
const HEAD = 8192;
const LOADER = Buffer.from("Cannot find module '");
/** Bytes of a list of imports that are read. */
const MAX_LIST = 8192;
const CLOSING = 125;
const SLASH = 47;
/** Behind the code of a module what it imports, by the number or the hash of each: `},{"./a":2,"events":3}]`. */
const IMPORTS = /^,\{(?:"[^"\\]{1,300}":(?:\d{1,7}|"[\w$-]{1,40}"|undefined|void 0),?){1,400}$/;
const IMPORT = /"(\.\.?\/[^"\\]{1,300})":/g;
/** esbuild, Bun: the path of each style sheet over its rules. The piece begins behind the first slash of the comment. */
const SHEET = /^\* ((?:[\w@~.()[\]-]{1,100}\/){1,30}[\w@.()[\]-]{1,100}\.(?:css|s[ac]ss|less|styl)) \*$/;

/**
 * Finds the names of original files by which browserify, Parcel and bundlers of style sheets let modules find each other. Minifiers
 * leave the first two alone, as they are strings that count.
 *
 * @param path of the file
 * @param onSheet gets the path of a style sheet as it is written, from the root of the project on
 * @param onImport gets the name of a module as it is written, relative to the one that imports it
 */
export function createBundleNameReader(
  path: string,
  onSheet: (path: string) => void,
  onImport: (name: string) => void,
): Reader<void> {
  if (STYLE.test(path)) return createSheetReader(onSheet);
  let head: Buffer | undefined = NOTHING;
  let lists: Reader<void> | undefined;

  function begin(bytes: Buffer): void {
    head = undefined;
    if (!beginsAsBundle(bytes)) return;
    lists = createPieceReader(CLOSING, MAX_LIST, (piece) => {
      if (!piece.startsWith(',{"') || !IMPORTS.test(piece)) return;
      for (const [, name] of piece.matchAll(IMPORT)) onImport(name!);
    });
    lists.push(bytes);
  }

  return {
    push(view, whole) {
      if (head === undefined) lists?.push(view);
      else if (whole) begin(view);
      else {
        head = head.length === 0 && view.length >= HEAD ? view : Buffer.concat([head, view]);
        if (head.length >= HEAD) begin(head);
      }
    },
    end() {
      if (head !== undefined) begin(head);
      lists?.end();
    },
  };
}

const STYLE = /\.css$/i;

/** Whether there may be such names in a file of these bytes, as a whole. */
export function mayNameModules(path: string, bytes: Buffer): boolean {
  return STYLE.test(path) ? SHEET_ENDS.some((end) => bytes.includes(end)) : beginsAsBundle(bytes);
}

/** How every comment ends that names a style sheet. */
const SHEET_ENDS = ['ss *', 'yl *'];

function beginsAsBundle(bytes: Buffer): boolean {
  return (bytes.length > HEAD ? bytes.subarray(0, HEAD) : bytes).includes(LOADER);
}

function createSheetReader(onName: (name: string) => void): Reader<void> {
  const names = new Set<string>();
  let line = '';
  // A slash ends every piece, so that a path comes in parts: they are put together again up to the end of its comment.
  const pieces = createPieceReader(SLASH, 4096, (piece) => {
    line = piece.startsWith('* ') ? piece : line === '' ? '' : `${line}/${piece}`;
    if (line.length > 512) line = '';
    const name = SHEET.exec(line)?.[1];
    if (name !== undefined) names.add(name);
    if (line.endsWith('*')) line = '';
  });
  return {
    push: pieces.push,
    end() {
      pieces.end();
      // One alone is what an author wrote over a file.
      if (names.size > 1) for (const name of names) onName(name);
    },
  };
}
