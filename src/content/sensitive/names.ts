import type { FileName } from '../file-name.ts';
import { INSIDE } from '../inner-path.ts';
import type { Look } from './beginning.ts';
import { testLook } from './folders.ts';
import { copyLook, namedLook } from './named.ts';
import { readPacked } from './packed.ts';
import type { Place } from './place.ts';
import { isTestName } from './tests.ts';

/** Characters that a name has on any file system; longer ones are made to cost time. */
export const MAX_NAME = 255;

/** What the name of a file promises. For most files this tells that it is nothing, and the tables of all other names are not even loaded. */
export function nameLook(path: string, called: FileName, place: Place): Look | undefined {
  const { name, dot, extension } = called;
  if (name.length > MAX_NAME) return undefined;
  if (name === 'package.json') return path.includes(INSIDE) ? readPacked : undefined;
  if (PLAIN.has(extension) && name.charCodeAt(0) !== 0x2e && name.charCodeAt(0) !== 0x23)
    return plainLook(name, dot, place);
  if (ORDINARY.has(name) && !path.toLowerCase().includes('prompt')) return undefined;
  return namedLook(path, called, place);
}

/** Names that nearly every package has. They promise nothing, unless they lie among prompts. */
export const ORDINARY: ReadonlySet<string> = new Set(
  'license license.md license.txt licence licence.md unlicense copying authors notice notice.txt readme readme.md readme.txt changelog changelog.md changes.md history.md security.md contributing.md code_of_conduct.md tsconfig.json bower.json tslint.json'.split(
    ' ',
  ),
);

/**
 * Extensions that most files of most packages have. One of these is a test, a copy or nothing, unless
 * it begins as what is hidden does.
 */
export const PLAIN: ReadonlySet<string> = new Set(
  'js mjs cjs jsx ts mts cts tsx map css scss less html vue svelte svg png jpg gif webp woff woff2 ttf wasm node'.split(
    ' ',
  ),
);

/** Last letters of what a name for a test, or for a copy, ends in before its extension. */
const TEST_ENDS: ReadonlySet<number> = new Set(Buffer.from('tsce2y)', 'latin1'));

function plainLook(name: string, dot: number, place: Place): Look | undefined {
  if (place.bundled) return undefined;
  if (!TEST_ENDS.has(name.charCodeAt(dot - 1))) {
    const isCopy =
      name.startsWith('.bak', dot - 4) || name.startsWith('.orig', dot - 5) || name.startsWith('copy of ');
    return isCopy ? copyLook(name) : undefined;
  }
  const copy = name.includes(' ') ? copyLook(name) : undefined;
  return copy ?? (isTestName(name) ? testLook(place) : undefined);
}
