import type { EntrySink } from '../../archive/entry.ts';
import { plainPath } from '../../archive/name.ts';
import type { Bytes } from '../../archive/store.ts';

const HEAD = 60;
const PIECE = 256 * 1024;
/** Bytes of a table of long names that is read. */
const MAX_NAMES = 16 * 1024 ** 2;

/**
 * Hands the files of a static library (ar archive) to the sink.
 *
 * Format: a head of 60 bytes of text before each file, padded to two bytes. Names of more than 16 characters stand in a table of
 * their own (GNU, Microsoft) or in front of the file (BSD, macOS).
 *
 * @returns what was not read, in a few words
 */
export function readStaticLibrary(bytes: Bytes, sink: EntrySink): string | undefined {
  let names = '';
  for (let at = 8; at + HEAD <= bytes.size; ) {
    const head = bytes.read(at, HEAD).toString('latin1');
    const size = Number(head.slice(48, 58).trim());
    let from = at + HEAD;
    if (!head.endsWith('`\n') || !Number.isSafeInteger(size) || size < 0 || from + size > bytes.size)
      return 'the static library is damaged or cut off';
    const end = from + size;
    const written = head.slice(0, 16).trimEnd();
    const [, before] = /^#1\/(\d+)$/.exec(written) ?? [];
    const [, place] = /^\/(\d+)$/.exec(written) ?? [];
    let name = written.replace(/\/$/, '');
    if (before !== undefined) {
      const length = Math.min(Number(before), size);
      name = bytes.read(from, Math.min(length, 4096)).toString('utf8').replace(/\0.*$/s, '');
      from += length;
    } else if (place !== undefined)
      name = names.slice(Number(place), Number(place) + 4096).split(/\/?\n|\0/, 1)[0]!;
    if (written === '//') names = bytes.read(from, Math.min(size, MAX_NAMES)).toString('utf8');
    else if (name !== '' && !name.startsWith('__.SYMDEF')) {
      sink.begin({ path: plainPath(name).path || 'member', size: end - from });
      for (let done = from; done < end; done += PIECE)
        sink.bytes(bytes.read(done, Math.min(PIECE, end - done)));
      sink.end();
    }
    at = end + (end % 2);
  }
  return undefined;
}
