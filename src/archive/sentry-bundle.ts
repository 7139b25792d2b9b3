import { type Bytes, partOf } from './store.ts';
import { planZip } from './zip-directory.ts';

/** A mark and a version, of four bytes each; a zip archive follows. symbolic-debuginfo, sourcebundle. */
const MARK = 'SYSB';
const HEAD = 8;
const VERSIONS: readonly number[] = [1, 2, 3];

/** Whether bytes begin as an artifact bundle of Sentry does: scripts, maps and sources as sentry-cli uploads them. */
export function beginsAsSentryBundle(head: Buffer): boolean {
  return (
    head.length > HEAD && head.toString('latin1', 0, 4) === MARK && VERSIONS.includes(head.readUInt32LE(4))
  );
}

/**
 * The zip archive in such a bundle. Its offsets count the head, as sentry-cli writes them, or not.
 *
 * @throws PackgateError `archive`
 */
export function zipInSentryBundle(bytes: Bytes): Bytes {
  return planZip(bytes).prefix > 0 ? partOf(bytes, HEAD) : withoutHead(bytes);
}

/** The same bytes with zeros for the head: offsets stay what they are. */
function withoutHead(bytes: Bytes): Bytes {
  return {
    size: bytes.size,
    read(offset, length) {
      const read = bytes.read(offset, length);
      return offset >= HEAD ? read : Buffer.from(read).fill(0, 0, HEAD - offset);
    },
    fork: () => withoutHead(bytes.fork()),
  };
}
