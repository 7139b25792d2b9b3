import { createPieceReader } from '../build/pieces.ts';
import { createPlainReader } from './plain.ts';
import type { PlainReader } from './plain-reader.ts';

const NEWLINE = 10;
/** Bytes of a line that are read. */
const MAX_LINE = 500;
/** What a file of declarations never says: there each of them stands behind `declare`, and types need no word. */
const STATEMENT =
  /^\s{0,40}(?:(?:export\s{1,5}(?:default\s{1,5})?)?(?:(?:async\s{1,5})?function|class|const|let|var)\b\s{0,5}[\w$*{[(]|(?:return|throw|await)\s{1,5}[\w$({'"`]|(?:module\.)?exports\b)|^export\s{1,5}default\s{1,5}(?:\(|async\b)|^[\w$][\w$.]{0,100}\(/;

/** A value with its type: one or two stand among declarations, too. */
const TYPED = /^(?:export\s{1,5})?const\s{1,5}[\w$]{1,80}\s{0,5}:/;
const MOST_TYPED = 2;

/** Reads lines of a file that ends with `.flow`: it may be the original itself, or declare its types and no more. */
export interface FlowReader extends PlainReader {
  /** Whether nothing in it is more than a declaration, once it is over. */
  declares(): boolean;
}

export function createFlowReader(): FlowReader {
  const plain = createPlainReader();
  let inComment = false;
  let code = false;
  let typed = 0;
  const lines = createPieceReader(NEWLINE, MAX_LINE, (line) => {
    if (code) return;
    if (!inComment && STATEMENT.test(line)) code = !TYPED.test(line) || ++typed > MOST_TYPED;
    const opens = line.lastIndexOf('/*');
    const closes = line.lastIndexOf('*/');
    if (opens !== closes) inComment = opens > closes;
  });
  return {
    mapComments: plain.mapComments,
    declares: () => !code,
    push(view) {
      plain.push(view);
      if (!code) lines.push(Buffer.from(view.buffer, view.byteOffset, view.length));
    },
    end() {
      lines.end();
      return plain.end();
    },
  };
}
