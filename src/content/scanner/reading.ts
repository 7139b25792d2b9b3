import { InlayReader } from '../text/inlay.ts';
import type { InlayFacts } from '../text/inlay-facts.ts';
import { keepMapComment, type MapComment, MapCommentReader } from '../text/map-comment.ts';
import { type Counts, RegionReader } from '../text/regions.ts';
import type { ReadInlay } from '../text/script-lexer.ts';
import {
  CODE_COMMENT,
  COMMENT_BEGINS,
  COMMENT_INSIDE,
  COMMENT_STAR,
  DEFINES_MODULE,
  DENSE_STRETCH,
  ENDS_MODULE,
  NAMES_DEFINED,
  NAMES_MODULE,
  PIECE,
  VIEW_BYTES,
} from './memory.ts';
import { type Exports, load, type Module, numberAt } from './module.ts';

const STAR = Buffer.from('*');
const NOTHING = new Uint8Array(0);
const NO_INLAYS: InlayFacts = { inlays: [], moreInlays: 0, modules: [], banners: [] };
/** What a module puts behind the last byte of a file. */
const LINE_BREAK = Buffer.from('\n');

/** One file going through a module: hands over its bytes and keeps what the module logs, regions and map comments. */
export class Reading<E extends Exports> {
  readonly module: Module<E>;
  readonly mapComments: MapComment[] = [];
  readonly regions = new RegionReader();
  readonly #readInlay: ReadInlay | undefined;
  /** Made when the first text or module turns up: most files have none. */
  #inlays: InlayReader | undefined;
  /** Made when the first comment turns up: most files have none. */
  #comment: MapCommentReader | undefined;

  constructor(module: Module<E>, readInlay?: ReadInlay) {
    this.module = module;
    this.#readInlay = readInlay;
  }

  get inlays(): InlayReader {
    this.#inlays ??= new InlayReader(this.#readInlay);
    return this.#inlays;
  }

  /** What the script carries; the file is over: its last line, and its bytes of code. */
  endInlays(line: number, code: number): InlayFacts {
    return this.#inlays === undefined ? NO_INLAYS : this.#inlays.end(line, code);
  }

  push(view: Uint8Array): void {
    const n = view.length;
    if (n <= VIEW_BYTES) this.#read(view);
    else for (let at = 0; at < n; at += VIEW_BYTES) this.#read(view.subarray(at, at + VIEW_BYTES));
  }

  /** The file is over; the module's facts lie ready afterwards. */
  finish(): Int32Array {
    this.module.exports.finish();
    this.takeLog(LINE_BREAK);
    return this.module.facts;
  }

  #read(view: Uint8Array): void {
    const n = view.length;
    const { exports } = this.module;
    load(this.module, view);
    let at = 0;
    while (at < n) {
      at = exports.read(at, n);
      this.takeLog(view);
    }
  }

  /** Takes the events of the last call, which read `view`. */
  takeLog(view: Uint8Array = NOTHING): void {
    const { log, logged } = this.module;
    const end = logged[0] as number;
    logged[0] = 0;
    let i = 0;
    while (i < end) {
      const event = numberAt(log, i++);
      if (event === DENSE_STRETCH) {
        const before = countsAt(log, i);
        const behind = countsAt(log, i + 5);
        this.#inlays?.dense(before.codeBytes, behind.codeBytes);
        this.regions.dense(before, behind);
        i += 10;
      } else if (event === COMMENT_BEGINS) {
        this.#comment ??= new MapCommentReader();
        this.#comment.begin(numberAt(log, i), numberAt(log, i + 1));
        this.inlays.pragmaBegins(numberAt(log, i), numberAt(log, i + 2), numberAt(log, i + 3));
        i += 4;
      } else if (event === COMMENT_INSIDE) {
        this.#comment?.push(view, numberAt(log, i), numberAt(log, i + 1));
        this.inlays.pragma(view, numberAt(log, i), numberAt(log, i + 1));
        i += 2;
      } else if (event === COMMENT_STAR) this.#comment?.push(STAR, 0, 1);
      else if (event === PIECE) {
        this.inlays.piece({
          flags: numberAt(log, i),
          startLine: numberAt(log, i + 1),
          line: numberAt(log, i + 2),
          view,
          from: numberAt(log, i + 3),
          to: numberAt(log, i + 4),
          code: numberAt(log, i + 5),
          gapCode: numberAt(log, i + 6),
        });
        i += 7;
      } else if (event === NAMES_MODULE) {
        this.inlays.namesModule(numberAt(log, i), numberAt(log, i + 1), numberAt(log, i + 2));
        i += 3;
      } else if (event === NAMES_DEFINED) {
        this.inlays.namesDefined(numberAt(log, i), numberAt(log, i + 1), numberAt(log, i + 2));
        i += 3;
      } else if (event === DEFINES_MODULE) {
        this.inlays.definesModule(numberAt(log, i), numberAt(log, i + 1), numberAt(log, i + 2));
        i += 3;
      } else if (event === ENDS_MODULE) {
        this.inlays.endsModule(numberAt(log, i), numberAt(log, i + 1), numberAt(log, i + 2));
        i += 3;
      } else if (event === CODE_COMMENT) {
        this.inlays.codeComment(numberAt(log, i), numberAt(log, i + 1), numberAt(log, i + 2));
        i += 3;
      } else {
        this.inlays.pragmaEnds();
        const comment = this.#comment?.end();
        if (comment !== undefined) keepMapComment(this.mapComments, comment);
      }
    }
  }
}

function countsAt(log: Int32Array, i: number): Counts {
  return {
    line: numberAt(log, i),
    codeBytes: numberAt(log, i + 1),
    literalBytes: numberAt(log, i + 2),
    names: numberAt(log, i + 3),
    shortNames: numberAt(log, i + 4),
  };
}
