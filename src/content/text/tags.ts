import { LONG_PIECE } from './script-numbers.ts';

/** How a text in tags is read: as browsers read pages, as XML, or as compilers read components (Vue, Svelte, Astro). */
export type Dialect = 'html' | 'xml' | 'component';

/** What a stretch of such a text is; `srcdoc` is a page in that attribute, its characters escaped; `comment` is the inside of a long one. */
export type Part = 'page' | 'script' | 'style' | 'srcdoc' | 'comment';

/** Takes the stretches of a text in file order. */
export interface PartReader {
  /** A part that is not `page` begins. `tag`: of a script, its attributes as written, at most `MAX_TAG` bytes, and `>`. */
  begin(part: Part, tag: string): void;
  /** The letters of a closing tag may come in lower case; every byte comes once. Short comments may come as part of the page. */
  push(part: Part, bytes: Buffer): void;
  end(part: Part): void;
}

/** Elements that hold text alone, which browsers neither run nor show as a page. https://html.spec.whatwg.org/#parsing-main-inhtml */
const TEXT_ONLY = 'textarea title xmp iframe noembed noframes noscript plaintext'.split(' ');
const RAW: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  html: new Set(['script', 'style', ...TEXT_ONLY]),
  xml: new Set(['script', 'style']),
  component: new Set(['script', 'style', 'textarea', 'title']),
};
/** As much of a tag as is kept to find its type, in bytes. */
const MAX_TAG = 512;
/** Of a name, in bytes: no element or attribute that matters has a longer one. */
const MAX_NAME = 12;

const [PAGE, OPEN, END_OPEN, NAME, IN_TAG, ATTRIBUTE, BEFORE_VALUE, QUOTED, BARE] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
];
const [BANG, BOGUS, COMMENT, CDATA, CONTENT, CLOSING] = [9, 10, 11, 12, 13, 14];
const [DASH, SLASH, LESS, EQUALS, GREATER, BRACKET] = [45, 47, 60, 61, 62, 93];
const CDATA_BEGINS = '[CDATA[';

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);
const isLetter = (byte: number): boolean => lower(byte) >= 97 && lower(byte) <= 122;
const isQuote = (byte: number): boolean => byte === 34 || byte === 39;
const endsName = (byte: number): boolean => byte <= 32 || byte === SLASH || byte === GREATER;

/**
 * Tells the scripts, style sheets and pages that stand in a text from what it shows, cut anywhere. It follows the tokenizer of the HTML
 * standard as far as that decides what is code: tags, attributes, comments, and elements that hold text alone. What is never
 * closed goes to the end of the file, as in a browser.
 */
export class TagReader {
  readonly #raw: ReadonlySet<string>;
  /** Whether a slash at its end closes a tag, and whether there is text in `<![CDATA[`. */
  readonly #selfCloses: boolean;
  readonly #hasData: boolean;
  readonly #parts: PartReader;
  #state = PAGE;
  #part: Part = 'page';
  /** Of the tag at hand. */
  #name = '';
  #attribute = '';
  #tag = '';
  #isEnd = false;
  #slash = false;
  #quote = 0;
  /** Bytes seen in a row of what may open or close something. */
  #matched = 0;
  /** What closes the element that is open. */
  #close: Buffer = Buffer.alloc(0);

  constructor(dialect: Dialect, parts: PartReader) {
    this.#raw = RAW[dialect];
    this.#selfCloses = dialect !== 'html';
    this.#hasData = dialect === 'xml';
    this.#parts = parts;
  }

  push(view: Buffer): void {
    const n = view.length;
    let i = 0;
    /** Where the stretch begins that has not been told yet. */
    let from = 0;
    /** Where the last comment begins that begins here. */
    let comment = 0;
    const tell = (to: number) => {
      if (to > from) this.#parts.push(this.#part, view.subarray(from, to));
      from = to;
    };
    const beginComment = () => {
      tell(comment);
      this.#begin('comment');
    };
    while (i < n) {
      const byte = view[i] as number;
      switch (this.#state) {
        case PAGE: {
          const at = view.indexOf(LESS, i);
          i = at === -1 ? n : at + 1;
          if (at !== -1) this.#state = OPEN;
          break;
        }
        case OPEN:
          if (byte === 33) {
            this.#name = '';
            this.#state = BANG;
          } else if (byte === SLASH) this.#state = END_OPEN;
          else if (byte === 63) this.#state = BOGUS;
          else {
            this.#state = isLetter(byte) ? NAME : PAGE;
            this.#beginTag(false);
            break;
          }
          i++;
          break;
        case END_OPEN:
          this.#beginTag(true);
          this.#state = isLetter(byte) ? NAME : BOGUS;
          break;
        case NAME:
          if (endsName(byte)) this.#state = IN_TAG;
          else {
            this.#name = grown(this.#name, byte);
            i++;
          }
          break;
        case IN_TAG:
          if (byte === GREATER) {
            i++;
            tell(i);
            this.#endTag();
            break;
          }
          this.#slash = byte === SLASH;
          if (byte === EQUALS && this.#attribute !== '') this.#state = BEFORE_VALUE;
          else if (byte > 32 && byte !== SLASH) {
            this.#attribute = '';
            this.#state = ATTRIBUTE;
            break;
          }
          this.#keep(view, i, ++i);
          break;
        case ATTRIBUTE:
          // An equals sign that begins a name is part of it.
          if (endsName(byte) || (byte === EQUALS && this.#attribute !== '')) this.#state = IN_TAG;
          else {
            this.#attribute = grown(this.#attribute, byte);
            this.#keep(view, i, ++i);
          }
          break;
        case BEFORE_VALUE:
          if (byte === GREATER) this.#state = IN_TAG;
          else if (isQuote(byte)) {
            this.#quote = byte;
            this.#state = QUOTED;
            this.#keep(view, i, ++i);
            if (this.#attribute !== 'srcdoc' || this.#isEnd) break;
            tell(i);
            this.#begin('srcdoc');
          } else {
            if (byte > 32) this.#state = BARE;
            this.#keep(view, i, ++i);
          }
          break;
        case QUOTED: {
          const at = view.indexOf(this.#quote, i);
          const end = at === -1 ? n : at + 1;
          this.#keep(view, i, end);
          i = end;
          if (at === -1) break;
          this.#attribute = '';
          this.#state = IN_TAG;
          if (this.#part === 'page') break;
          tell(at);
          this.#endPart();
          break;
        }
        case BARE:
          if (byte <= 32 || byte === GREATER) {
            this.#attribute = '';
            this.#state = IN_TAG;
          } else this.#keep(view, i, ++i);
          break;
        case BANG:
          this.#name += String.fromCharCode(byte);
          if (this.#name === '--') {
            this.#matched = 2;
            this.#state = COMMENT;
            comment = i + 1;
          } else if (this.#hasData && this.#name === CDATA_BEGINS) {
            this.#matched = 0;
            this.#state = CDATA;
          } else if (this.#name !== '-' && !(this.#hasData && CDATA_BEGINS.startsWith(this.#name))) {
            this.#state = BOGUS;
            break;
          }
          i++;
          break;
        case BOGUS: {
          const at = view.indexOf(GREATER, i);
          i = at === -1 ? n : at + 1;
          if (at !== -1) this.#state = PAGE;
          break;
        }
        case COMMENT:
        case CDATA: {
          const sign = this.#state === COMMENT ? DASH : BRACKET;
          if (byte === sign) this.#matched++;
          else if (byte === GREATER && this.#matched >= 2) {
            this.#state = PAGE;
            if (sign === DASH && (this.#part === 'comment' || i - comment >= LONG_PIECE)) {
              if (this.#part === 'page') beginComment();
              tell(i);
              this.#endPart();
            }
          }
          // `--!>` ends a comment, too.
          else if (byte !== 33 || sign !== DASH || this.#matched < 2) {
            this.#matched = 0;
            const at = view.indexOf(sign, i);
            i = at === -1 ? n : at;
            break;
          }
          i++;
          break;
        }
        case CONTENT: {
          const at = view.indexOf(LESS, i);
          i = at === -1 ? n : at;
          tell(i);
          if (at === -1) break;
          this.#matched = 1;
          this.#state = CLOSING;
          from = ++i;
          break;
        }
        default: {
          const close = this.#close;
          const whole = this.#matched === close.length;
          if (!whole && lower(byte) === close[this.#matched]) {
            this.#matched++;
            from = ++i;
          } else if (whole && endsName(byte)) {
            this.#endPart();
            this.#parts.push('page', close);
            this.#beginTag(true);
            this.#state = IN_TAG;
          } else {
            // It was the content's own: `a<b`.
            this.#parts.push(this.#part, close.subarray(0, this.#matched));
            this.#state = CONTENT;
          }
        }
      }
    }
    if (this.#state === COMMENT && this.#part === 'page') beginComment();
    tell(n);
  }

  /** The file is over. */
  end(): void {
    if (this.#state === CLOSING) this.#parts.push(this.#part, this.#close.subarray(0, this.#matched));
    this.#endPart();
  }

  #beginTag(isEnd: boolean): void {
    this.#isEnd = isEnd;
    this.#name = '';
    this.#attribute = '';
    this.#tag = '';
    this.#slash = false;
  }

  #keep(view: Buffer, from: number, to: number): void {
    const room = MAX_TAG - this.#tag.length;
    if (room > 0 && this.#name === 'script')
      this.#tag += view.toString('latin1', from, Math.min(to, from + room));
  }

  /** Behind `>`: what follows is the element's text, or goes on as before. */
  #endTag(): void {
    this.#state = PAGE;
    const name = this.#name;
    if (this.#isEnd || !this.#raw.has(name) || (this.#slash && this.#selfCloses)) return;
    this.#close = Buffer.from(`</${name}`);
    this.#state = CONTENT;
    if (name === 'script' || name === 'style') this.#begin(name);
  }

  #begin(part: Part): void {
    this.#part = part;
    this.#parts.begin(part, `${this.#tag}>`);
  }

  #endPart(): void {
    const part = this.#part;
    this.#part = 'page';
    if (part !== 'page') this.#parts.end(part);
  }
}

function grown(name: string, byte: number): string {
  return name.length > MAX_NAME ? name : name + String.fromCharCode(lower(byte));
}
