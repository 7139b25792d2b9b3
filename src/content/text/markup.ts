import type { ReadInlay } from './inlay-text.ts';
import { keepMapComment, type MapComment } from './map-comment.ts';
import { createPlainReader, type PlainFacts } from './plain.ts';
import { createScriptLexer, type ScriptFacts, type ScriptLexer } from './script.ts';

/** What HTML (or XML) holds: its lines, and the scripts written between its tags. */
export interface MarkupFacts extends PlainFacts {
  /** Of all inline scripts together, where there is one. */
  readonly script?: ScriptFacts;
}

const [PAGE, OPENING, TAG, QUOTED, SCRIPT, CLOSING, BANG, COMMENT] = [0, 1, 2, 3, 4, 5, 6, 7];
const OPEN = Buffer.from('<script');
const CLOSE = Buffer.from('</script');
/** As much of a tag as is kept to find its type, in bytes. */
const MAX_TAG = 512;
/** Types of scripts that a browser runs; a script without a type is one as well. */
const TYPES = '(?:module|(?:text|application)/(?:x-)?(?:java|ecma)script|text/(?:babel|jsx))';
const RUNS = new RegExp(`\\stype\\s*=\\s*(?:"${TYPES}?"|'${TYPES}?'|${TYPES}[\\s>])`, 'i');
const TYPED = /\stype\s*=/i;

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

/**
 * Reads HTML cut anywhere. The script lexer is given the whole page with everything blanked that is no script,
 * so that lines and columns are those of the page.
 */
export class MarkupReader {
  readonly #plain = createPlainReader();
  readonly #script: ScriptLexer;
  #scripts = 0;
  #blanked = 0;
  #state = PAGE;
  /** Bytes of `OPEN` or `CLOSE`, or dashes of a comment's ends, seen in a row. */
  #matched = 0;
  #quote = 0;
  #tag = '';

  /** `readInlay`: reads texts that lie in the scripts. */
  constructor(readInlay?: ReadInlay) {
    this.#script = createScriptLexer({ jsx: false, readInlay });
  }

  get mapComments(): MapComment[] {
    const comments = [...this.#script.mapComments];
    // Where a tag follows, as in `<code>//# sourceMappingURL=a.map</code>`, it is prose.
    for (const comment of this.#plain.mapComments)
      if (!comment.url.includes('<') && !comments.some(({ line }) => line === comment.line))
        keepMapComment(comments, comment);
    return comments.sort((a, b) => a.line - b.line || a.column - b.column);
  }

  push(view: Buffer): void {
    this.#plain.push(view);
    const n = view.length;
    let i = 0;
    let from = 0;
    while (i < n) {
      const byte = view[i] as number;
      switch (this.#state) {
        case PAGE: {
          const at = view.indexOf(60, i);
          if (at === -1) i = n;
          else {
            this.#matched = 1;
            this.#state = OPENING;
            i = at + 1;
          }
          break;
        }
        case OPENING:
          if (this.#matched < OPEN.length && lower(byte) === OPEN[this.#matched]) this.#matched++;
          else if (this.#matched === OPEN.length) {
            const ends = byte === 62 || byte === 47 || byte <= 32;
            this.#tag = '';
            this.#state = ends ? TAG : PAGE;
            break;
          } else if (this.#matched === 1 && byte === 33) {
            this.#matched = 0;
            this.#state = BANG;
          } else {
            this.#state = PAGE;
            break;
          }
          i++;
          break;
        case TAG:
        case QUOTED:
          i++;
          if (this.#tag.length < MAX_TAG) this.#tag += String.fromCharCode(byte);
          if (this.#state === QUOTED) {
            if (byte === this.#quote) this.#state = TAG;
          } else if (byte === 34 || byte === 39) {
            this.#quote = byte;
            this.#state = QUOTED;
          } else if (byte === 62) {
            const runs = !TYPED.test(this.#tag) || RUNS.test(this.#tag);
            this.#state = runs ? SCRIPT : PAGE;
            if (!runs) break;
            this.#blank(view.subarray(from, i));
            this.#scripts++;
            from = i;
          }
          break;
        case SCRIPT: {
          const at = view.indexOf(60, i);
          i = at === -1 ? n : at;
          this.#script.push(view.subarray(from, i));
          from = i;
          if (at === -1) break;
          this.#matched = 1;
          this.#state = CLOSING;
          i++;
          break;
        }
        case CLOSING:
          if (lower(byte) === CLOSE[this.#matched]) {
            i++;
            if (++this.#matched < CLOSE.length) break;
            this.#blank(CLOSE);
            this.#script.breakOff();
            this.#state = PAGE;
          } else {
            // It was the script's own: `a<b`.
            this.#script.push(CLOSE.subarray(0, this.#matched));
            this.#state = SCRIPT;
          }
          from = i;
          break;
        case BANG:
          if (byte !== 45) this.#state = PAGE;
          else if (++this.#matched === 2) this.#state = COMMENT;
          i++;
          break;
        default:
          // What is in a comment does not run.
          if (byte === 45) this.#matched++;
          else {
            if (byte === 62 && this.#matched >= 2) this.#state = PAGE;
            this.#matched = 0;
          }
          i++;
      }
    }
    if (this.#state !== SCRIPT && this.#state !== CLOSING) this.#blank(view.subarray(from));
  }

  /** The file is over. */
  end(): MarkupFacts {
    const facts = this.#plain.end();
    const script = this.#script.end();
    if (this.#scripts === 0) return facts;
    const ownWhite = (bytes: number) => Math.max(0, bytes - this.#blanked);
    return {
      ...facts,
      script: { ...script, whiteBytes: ownWhite(script.whiteBytes), runBytes: ownWhite(script.runBytes) },
    };
  }

  #blank(part: Uint8Array): void {
    const blanked = Buffer.alloc(part.length, 32);
    for (let i = 0; i < part.length; i++)
      if (part[i] === 10 || part[i] === 13) blanked[i] = part[i] as number;
    this.#blanked += part.length;
    this.#script.push(blanked);
  }
}
