/**
 * The place in a file's or folder's name where a bundler puts a hash of the content, or a build its version, so
 * that the next build has another name. Told by the shape of the words alone; a name that a person chose stays as
 * it is.
 */

/** Longer names are taken as they are. In UTF-16 code units. */
const MAX_NAME = 255;

/** The name before and behind the hash. */
export interface Hashed {
  readonly before: string;
  readonly behind: string;
}

/**
 * Hashes as esbuild (8 of A-Z2-7), Rollup and Vite (8 of base64url), webpack and Parcel (6 to 64 hexadecimal
 * digits) and Next.js (build ids of 21 characters) write them, and UUIDs. Undefined where the name holds none.
 *
 * @param isAmongHashed whether others in the folder clearly have one: then a doubtful word is one as well
 */
export function hashedName(name: string, isAmongHashed: boolean): Hashed | undefined {
  if (name.length > MAX_NAME) return undefined;
  const extension = extensionsOf(name);
  const stem = name.slice(0, name.length - extension.length);
  const place = wholeHash(stem) ? ([0, stem.length] as const) : hashBehind(stem, extension, isAmongHashed);
  if (place === undefined) return undefined;
  const [from, to] = place;
  const before = stem.slice(0, from);
  // webpack's number of a chunk changes as easily as its hash.
  return { before: /^\d+[.-]$/.test(before) ? '' : before, behind: stem.slice(to) + extension };
}

/** The version of the package in a name: `acme-` and `.min.js` of `acme-1.2.3.min.js`. */
export function versionedName(name: string, version: string): Hashed | undefined {
  if (!/^\d+\.\d+\.\d+/.test(version)) return undefined;
  const from = name.indexOf(version);
  const to = from + version.length;
  if (from < 0 || /\d/.test(name[from - 1] ?? '') || /\d/.test(name[to] ?? '')) return undefined;
  return { before: name.slice(0, from), behind: name.slice(to) };
}

/** `.js.map` of `index-B1a2c3D4.js.map`: short words behind dots, a digit at most at their end. */
function extensionsOf(name: string): string {
  let from = name.length;
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', from - 1)) {
    if (!/^\.(?:[a-z]{1,5}\d?|webmanifest)$/.test(name.slice(dot, from))) break;
    from = dot;
  }
  return name.slice(from);
}

/** Without a word before it, only what cannot be a word itself. */
function wholeHash(stem: string): boolean {
  return (isHex(stem) && stem.length >= 8) || UUID.test(stem) || isLongBase64(stem);
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function hashBehind(
  stem: string,
  extension: string,
  isAmongHashed: boolean,
): readonly [number, number] | undefined {
  // From the end, as a hash may hold the signs that elsewhere part words.
  for (const { index } of [...stem.matchAll(/[-._~@]/g)].reverse()) {
    const word = stem.slice(index + 1);
    const isHash =
      isHex(word) ||
      isBase32(word, extension) ||
      isBase64(word, isAmongHashed ? 2 : 4) ||
      isLongBase64(word) ||
      UUID.test(word) ||
      (isAmongHashed && /^\d{8}$/.test(word));
    if (index > 0 && isHash) return [index + 1, stem.length];
  }
  // In the middle (`app.3f2a1b9c.worker2`) only what is plainest.
  for (const { index, 0: word } of stem.matchAll(/[\dA-Za-z]+/g)) {
    if (index > 0 && word.length >= 8 && isHex(word)) return [index, index + word.length];
  }
  return undefined;
}

/** `3f2a1b9c`; not `facade`, `20261121` or `ed25519`, which is a word with a number behind it. */
function isHex(word: string): boolean {
  return /^[\da-f]{6,64}$/.test(word) && /[a-f]/.test(word) && /\d/.test(word) && !/^[a-f]+\d+$/.test(word);
}

/** `CUFUKTVB`; not `SECURITY` in front of `.md`. */
function isBase32(word: string, extension: string): boolean {
  return /^[A-Z2-7]{8}$/.test(word) && (/\d/.test(word) || !/^\.(?:md|txt|rst|adoc|html?)?$/.test(extension));
}

/** `DkT2mXa1`, `D-x_9a2B`; not `TreeView`, which falls into fewer pieces than `least`. */
function isBase64(word: string, least: number): boolean {
  return /^[\w-]{8}$/.test(word) && /[A-Z]/.test(word) && /[a-z]/.test(word) && piecesOf(word) >= least;
}

/** A build id. Names that people choose are made of longer words. */
function isLongBase64(word: string): boolean {
  if (!/^[\w-]{16,64}$/.test(word) || !/[A-Z]/.test(word) || !/[a-z]/.test(word)) return false;
  return /\d/.test(word) && piecesOf(word) >= word.length * 0.45;
}

/** Words as people write them in names, numbers and signs: `Tree` and `View`, but `Dk`, `T`, `2`, `m`, `Xa` and `1`. */
function piecesOf(word: string): number {
  return word.match(/[A-Z]?[a-z]+|[A-Z]+|\d+|[-_]/g)?.length ?? 0;
}
