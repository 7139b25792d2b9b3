import { keepMapComment, type MapComment, MapCommentReader } from '../text/map-comment.ts';
import { type Counts, RegionReader } from '../text/regions.ts';
import { COMMENT_BEGINS, COMMENT_INSIDE, COMMENT_STAR, DENSE_STRETCH, VIEW_BYTES } from './memory.ts';
import { type Exports, load, type Module, numberAt } from './module.ts';

const STAR = Buffer.from('*');
const NOTHING = new Uint8Array(0);

/** One file going through a module: hands over its bytes and keeps what the module logs, regions and map comments. */
export class Reading<E extends Exports> {
  readonly module: Module<E>;
  readonly mapComments: MapComment[] = [];
  readonly regions = new RegionReader();
  /** Made when the first comment turns up: most files have none. */
  #comment: MapCommentReader | undefined;

  constructor(module: Module<E>) {
    this.module = module;
  }

  push(view: Uint8Array): void {
    const n = view.length;
    if (n <= VIEW_BYTES) this.#read(view);
    else for (let at = 0; at < n; at += VIEW_BYTES) this.#read(view.subarray(at, at + VIEW_BYTES));
  }

  /** The file is over; the module's facts lie ready afterwards. */
  finish(): Int32Array {
    this.module.exports.finish();
    this.takeLog();
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
        this.regions.dense(countsAt(log, i), countsAt(log, i + 5));
        i += 10;
      } else if (event === COMMENT_BEGINS) {
        this.#comment ??= new MapCommentReader();
        this.#comment.begin(numberAt(log, i), numberAt(log, i + 1));
        i += 2;
      } else if (event === COMMENT_INSIDE) {
        this.#comment?.push(view, numberAt(log, i), numberAt(log, i + 1));
        i += 2;
      } else if (event === COMMENT_STAR) this.#comment?.push(STAR, 0, 1);
      else {
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
