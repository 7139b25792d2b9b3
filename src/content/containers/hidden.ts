import { readCodeRuns } from '../binary/code-runs.ts';
import { readHidden } from '../binary/hidden.ts';
import type { FileFacts } from '../facts.ts';
import { createSink, type Inside, type Opened, unread } from './inside.ts';

/** Compressed data, text in UTF-16 and code anywhere in what is pushed. */
export function openHidden(hasCode: boolean, path: string, inside: Inside): Opened {
  const sink = createSink(path, inside, true);
  // Maps and credentials in them were found where they stand.
  const codeSink = ({ text, ...facts }: FileFacts) => {
    if (text === undefined || !CODE_LANGUAGES.has(text.language)) return;
    inside.onFile({ ...facts, text, maps: [], references: [], candidates: [], places: [] });
  };
  const code = createSink(path, { ...inside, onFile: codeSink }, true);
  const holding = inside.store.hold();
  return {
    push: holding.write,
    end() {
      const bytes = holding.bytes();
      if (hasCode) readCodeRuns(bytes.fork(), code);
      return unread(readHidden(bytes, [[0, bytes.size]], sink));
    },
    close() {
      sink.end();
      code.end();
      holding.close();
    },
  };
}

/** What a text in a format of which nothing is known has to be written in. */
const CODE_LANGUAGES: ReadonlySet<string> = new Set(['script', 'source', 'style']);
