import { PackgateError } from '../errors.ts';
import { type Bytes, partOf } from './store.ts';

/**
 * The zip archive in a Chrome extension: `Cr24`, a version, and a signed head of a length that stands in front of it.
 *
 * @throws PackgateError `archive`
 */
export function zipInCrx(bytes: Bytes): Bytes {
  const head = bytes.read(0, 16);
  const version = head.readUInt32LE(4);
  const from =
    version === 3
      ? 12 + head.readUInt32LE(8)
      : version === 2
        ? 16 + head.readUInt32LE(8) + head.readUInt32LE(12)
        : undefined;
  if (from === undefined || from > bytes.size) {
    throw new PackgateError(
      'archive',
      `the Chrome extension is of the unknown version ${version} or cut off`,
      {
        help: 'Pack it again',
      },
    );
  }
  return partOf(bytes, from);
}
