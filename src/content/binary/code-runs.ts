import type { EntrySink } from '../../archive/entry.ts';
import type { Bytes } from '../../archive/store.ts';
import { isProse } from '../text/inlay-text.ts';
import { languageByText } from '../text/language.ts';
import { textRuns } from './scripts.ts';

/** Words that hardly a file of code does without, in one byte a character and in two. */
const WORDS = ['return ', 'import '].flatMap((word) => [
  Buffer.from(word, 'latin1'),
  Buffer.from(word, 'utf16le').subarray(0, -1),
]);
/** A run is read where some of its first lines end as code does. */
const LINE_END = /[;{}(),:][ \t]*\r?\n/g;
const MIN_LINES = 3;
const HEAD = 4096;
const PIECE = 256 * 1024;

/** Whether code may stand in a view: four searches at native speed, and hardly a picture or a font has any of the words. */
export function mayHoldCode(view: Buffer): boolean {
  return WORDS.some((word) => view.includes(word));
}

/**
 * Finds texts in a format of which nothing is known, as its strings or as files that lie in it as they are, and hands on each that may be
 * code, `code-1` and so on. What it is, the reader of texts decides.
 */
export function readCodeRuns(bytes: Bytes, sink: EntrySink): void {
  let count = 0;
  for (const { offset, size } of textRuns(bytes.fork(), true)) {
    const head = bytes.read(offset, Math.min(size, HEAD));
    const text = head.toString('latin1').replaceAll('\0', '');
    if ((text.match(LINE_END)?.length ?? 0) < MIN_LINES) continue;
    // Lines of a licence may end as those of a script do.
    if (languageByText('', text).language === 'script' && isProse(Buffer.from(text, 'latin1'))) continue;
    count++;
    sink.begin({ path: `code-${count}`, size });
    for (let at = 0; at < size; at += PIECE) sink.bytes(bytes.read(offset + at, Math.min(PIECE, size - at)));
    sink.end();
  }
}
