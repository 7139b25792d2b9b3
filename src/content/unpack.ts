import { type Budget, overRatio } from '../archive/budget.ts';
import { type Codec, canDecode, createDecoder, isCutOff } from '../archive/decoder.ts';
import type { EntrySink } from '../archive/entry.ts';
import { type HeldFormat, readHeld } from '../archive/held.ts';
import { LIMITS } from '../archive/limits.ts';
import { checkLength, plainPath } from '../archive/name.ts';
import type { Oddity } from '../archive/oddity.ts';
import { createStore, type Store } from '../archive/store.ts';
import { createTarReader } from '../archive/tar.ts';
import { PackgateError } from '../errors.ts';
import { readCodeRuns } from './binary/code-runs.ts';
import { readHidden } from './binary/hidden.ts';
import { behindGap, zipAtEnd } from './binary/joined-zip.ts';
import { type BinarySinks, readBinary } from './binary/read.ts';
import type { About, Told, Unpack } from './container.ts';
import type { FileFacts } from './facts.ts';
import { type Binary, type Container, KIND_BYTES, kindOf } from './kind.ts';
import { lookAt } from './look.ts';
import type { Reader } from './reader.ts';

const NOTHING = Buffer.alloc(0);

export interface UnpackOptions {
  /** Gets the facts of each file in a container, with its path `outer.zip!/inner.js`. */
  readonly onFile: (file: FileFacts) => void;
  /** Gets what tools read in different ways, names that climb out, and limits reached. */
  readonly onOddity: (oddity: Oddity) => void;
  readonly wantsDigest: (path: string) => boolean;
  /** For what is too large to hold in memory. Absolute. */
  readonly temporary: string;
  /** What the run may still cost. */
  readonly budget: Budget;
}

/** Takes the bytes of one container. What it throws ends the container, not the run. */
interface Opened {
  push(view: Buffer): void;
  end(): Told;
  /** Called however reading ended. */
  close(): void;
}

/**
 * Looks into the containers of one package, and into those inside them: each file is looked at as if it stood in the package
 * itself. Everything happens while the container's own bytes are pushed.
 *
 * A container that is damaged or of a form packgate does not read is uninspected from there on, and what was
 * read before counts. A limit that is reached ends the outermost container and is an oddity at its path.
 */
export function createUnpack(options: UnpackOptions): Unpack {
  const { budget } = options;
  const store = createStore(options.temporary, budget.limits);
  return (container, path, about) => {
    const before = budget.nestedBytes();
    let taken = 0;
    const within: Budget = {
      ...budget,
      nested(bytes) {
        budget.nested(bytes);
        budget.unpacked(bytes);
        const unpacked = budget.nestedBytes() - before;
        if (unpacked > LIMITS.nestedRatioFloor && unpacked > taken * budget.limits.ratio)
          throw overRatio('it', budget.limits);
      },
    };
    const opened = open(container, path, 1, { ...options, budget: within, store }, about);
    const reader = safely(opened, ({ code, message }) => {
      if (code !== 'limit') return;
      options.onOddity({ kind: 'limit', path, message: `Not all of this archive was read: ${message}.` });
    });
    return {
      push(view) {
        taken += view.length;
        reader.push(view);
      },
      end: reader.end,
    };
  };
}

interface Inside extends UnpackOptions {
  readonly store: Store;
}

/** Ends a container at the first failure, and says so in place of facts. */
function safely(opened: () => Opened, onFailure: (error: PackgateError) => void): Reader<Told> {
  let failure: PackgateError | undefined;
  let reading: Opened | undefined;
  const attempt = <Result>(action: () => Result): Result | undefined => {
    if (failure !== undefined) return undefined;
    try {
      return action();
    } catch (error) {
      if (!(error instanceof PackgateError)) throw error;
      failure = error;
      const later = close();
      if (later?.code === 'limit') failure = later;
      onFailure(failure);
      return undefined;
    }
  };
  /** What was open is looked at as far as it came, and that may fail in its turn. */
  const close = (): PackgateError | undefined => {
    try {
      reading?.close();
      return undefined;
    } catch (error) {
      if (!(error instanceof PackgateError)) throw error;
      return error;
    }
  };
  attempt(() => {
    reading = opened();
  });
  return {
    push: (view) => attempt(() => reading!.push(view)),
    end() {
      const told = attempt(() => reading!.end());
      close();
      return failure === undefined ? (told ?? {}) : unread(failure.message);
    },
  };
}

function unread(uninspected: string | undefined): Told {
  return uninspected === undefined ? {} : { uninspected };
}

function open(
  container: Container,
  path: string,
  depth: number,
  inside: Inside,
  about: About = {},
): () => Opened {
  return () => {
    inside.budget.archive();
    switch (container) {
      case 'gzip':
      case 'zlib':
      case 'deflate':
      case 'brotli':
      case 'zstd':
        return openStream(container, path, depth, inside);
      case 'tar':
        return openTar(path, depth, inside);
      case 'zip':
      case 'crx':
      case 'asar':
        return openHeld(container, path, depth, inside, about.size);
      case 'base64':
        return openBase64(about, path, depth, inside);
      case 'joined-zip':
        return openJoinedZip(about.before ?? 0, path, depth, inside);
      case 'streams':
        return openStreams(about.code === true, path, depth, inside);
      default:
        return openBinary(container, path, depth, inside, about.size);
    }
  };
}

/** Looks into the containers of the next level. A limit is for the outermost container to say, other failures end this one. */
function deeper(depth: number, inside: Inside): Unpack {
  return (container, path, about) => {
    const { depth: most } = inside.budget.limits;
    if (depth >= most) {
      const message = `it lies more than ${most} archives deep`;
      inside.onOddity({ kind: 'limit', path, message: `This archive was not read: ${message}.` });
      return { push() {}, end: () => unread(message) };
    }
    return safely(open(container, path, depth + 1, inside, about), (error) => {
      if (error.code === 'limit') throw error;
    });
  };
}

/** Looks at each file of a container as it passes. */
function createSink(outer: string, depth: number, inside: Inside, charge: boolean): EntrySink {
  let look: Reader<FileFacts> | undefined;
  let missing = false;
  const unpack = deeper(depth, inside);
  return {
    begin({ path, size, elsewhere }) {
      missing = elsewhere === true;
      const whole = `${outer}!/${path}`;
      look = lookAt(whole, size, inside.wantsDigest(whole), unpack);
    },
    bytes(view) {
      if (charge) inside.budget.nested(view.length);
      look!.push(view);
    },
    end(unread) {
      // Gone first: where a limit is reached in it, nobody may end it a second time.
      const ending = look;
      look = undefined;
      const facts = ending?.end();
      if (facts !== undefined) inside.onFile(unread === undefined ? facts : withheld(facts, unread, missing));
    },
  };
}

/** The facts of a file of which not everything was read. */
export function withheld(facts: FileFacts, reason: string, missing: boolean): FileFacts {
  return { ...facts, uninspected: reason, ...(missing && { elsewhere: true }) };
}

/** gzip, zlib, deflate, brotli, zstd: one file, or a tar archive, whose files then stand right under the compressed name. */
function openStream(codec: Codec, path: string, depth: number, inside: Inside): Opened {
  if (!canDecode(codec)) {
    throw new PackgateError('archive', `it is ${codec} data, which this version of Node cannot read`);
  }
  const sink = createSink(path, depth, inside, false);
  const name = nameInside(path);
  let head: Buffer | undefined = NOTHING;
  let tar: Opened | undefined;
  let size = 0;

  function begin(): void {
    const bytes = head!;
    head = undefined;
    if (kindOf(bytes, name).container === 'tar') tar = openTar(path, depth, inside);
    else sink.begin({ path: name, size: Number.POSITIVE_INFINITY });
    pass(bytes);
  }

  function pass(view: Buffer): void {
    if (tar !== undefined) tar.push(view);
    else if (view.length > 0) sink.bytes(view);
  }

  const decoder = createDecoder(codec, (view) => {
    inside.budget.nested(view.length);
    size += view.length;
    if (head === undefined) pass(view);
    else {
      head = Buffer.concat([head, view]);
      if (head.length >= KIND_BYTES) begin();
    }
  });
  let given = 0;
  let failed = true;
  return {
    push(view) {
      given += view.length;
      decoder.write(view);
    },
    end() {
      decoder.end();
      if (head !== undefined) begin();
      failed = false;
      if (tar !== undefined) return tar.end();
      sink.end();
      const endedAt = decoder.endedAt();
      return unread(
        endedAt === undefined || codec === 'gzip'
          ? undefined
          : `${given - endedAt} bytes follow the ${codec} data`,
      );
    },
    close() {
      decoder.close();
      // What could be unpacked before the failure was looked at and counts.
      if (failed && size > 0 && head !== undefined) begin();
      failed = false;
      tar?.close();
      sink.end();
    },
  };
}

function openTar(path: string, depth: number, inside: Inside): Opened {
  const sink = createSink(path, depth, inside, false);
  let behind: string | undefined;
  const reader = createTarReader(
    sink,
    (oddity) => {
      // Links and such are nothing odd in an archive that npm does not unpack.
      if (oddity.kind === 'trailing-data') behind = 'data follows the end of the tar archive';
      if (oddity.kind === 'unsafe-path') inside.onOddity({ ...oddity, path: `${path}!/${oddity.path}` });
    },
    plainPath,
    inside.budget,
  );
  return {
    push: reader.write,
    end() {
      reader.end();
      return unread(behind);
    },
    close: () => sink.end(),
  };
}

/** Archives whose directory has to be read first are held until all of their bytes are there. */
function openHeld(format: HeldFormat, path: string, depth: number, inside: Inside, size?: number): Opened {
  const sink = createSink(path, depth, inside, true);
  const holding = inside.store.hold(size);
  return {
    push: holding.write,
    end: () => unread(readHeld(format, holding.bytes(), sink, onOddityIn(path, inside), inside.budget)),
    close() {
      sink.end();
      holding.close();
    },
  };
}

/** Links are nothing odd in an archive that npm does not unpack. */
function onOddityIn(path: string, inside: Inside): (oddity: Oddity) => void {
  return (oddity) => {
    if (oddity.kind === 'special-entry') return;
    inside.onOddity({ ...oddity, path: oddity.path === '' ? path : `${path}!/${oddity.path}` });
  };
}

/** Machine code is held too: what says where its parts are stands at its end as often as not. */
function openBinary(container: Binary, path: string, depth: number, inside: Inside, size?: number): Opened {
  const holding = inside.store.hold(size);
  return {
    push: holding.write,
    end: () => readBinary(container, holding.bytes(), createBinarySinks(path, depth, inside)),
    close: holding.close,
  };
}

/** One file as digits of base64, or hexadecimal ones. */
function openBase64(
  { name = 'base64', encoding = 'base64' }: About,
  path: string,
  depth: number,
  inside: Inside,
): Opened {
  const group = encoding === 'hex' ? 2 : 4;
  // Code quotes the beginning of compressed data as an example, and drawings hold such data in pieces: all that can be read of it was.
  const sinkFor = (facts: FileFacts) => {
    const { uninspected, ...rest } = facts;
    const isOwn = uninspected !== undefined && facts.path === `${path}!/${name}`;
    const isPiece = isOwn && (isCutOff(uninspected) || FOLLOWED.test(uninspected));
    inside.onFile(isPiece ? rest : facts);
  };
  const sink = createSink(path, depth, { ...inside, onFile: sinkFor }, true);
  let rest = '';
  sink.begin({ path: name, size: Number.POSITIVE_INFINITY });
  return {
    push(view) {
      const digits = rest + view.toString('latin1');
      const whole = digits.length - (digits.length % group);
      sink.bytes(Buffer.from(digits.slice(0, whole), encoding));
      rest = digits.slice(whole);
    },
    end() {
      sink.bytes(Buffer.from(rest, encoding));
      sink.end();
      return {};
    },
    close: () => sink.end(),
  };
}

/** @param before bytes that stand in front of what is pushed, which offsets in the archive may count */
function openJoinedZip(before: number, path: string, depth: number, inside: Inside): Opened {
  const sink = createSink(path, depth, inside, true);
  const holding = inside.store.hold();
  return {
    push: holding.write,
    end() {
      const zip = zipAtEnd(behindGap(holding.bytes(), before));
      if (zip === undefined) return unread('a zip archive is joined to its end, and cannot be read');
      return unread(readHeld('zip', zip, sink, onOddityIn(path, inside), inside.budget));
    },
    close() {
      sink.end();
      holding.close();
    },
  };
}

/** Compressed data, text in UTF-16 and code anywhere in what is pushed. */
function openStreams(hasCode: boolean, path: string, depth: number, inside: Inside): Opened {
  const sink = createSink(path, depth, inside, true);
  // Maps and credentials in them were found where they stand.
  const codeSink = ({ text, ...facts }: FileFacts) => {
    if (text === undefined || !CODE_LANGUAGES.has(text.language)) return;
    inside.onFile({ ...facts, text, maps: [], references: [], candidates: [], places: [] });
  };
  const code = createSink(path, depth, { ...inside, onFile: codeSink }, true);
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

/** Facts of files in an executable say what they lie in. */
function createBinarySinks(path: string, depth: number, inside: Inside): BinarySinks {
  const counted = (sink: EntrySink): EntrySink => ({
    ...sink,
    begin(entry) {
      inside.budget.entry();
      checkLength(entry.path, inside.budget.limits);
      sink.begin(entry);
    },
  });
  const sinkFor = (change: (facts: FileFacts) => FileFacts): EntrySink =>
    counted(createSink(path, depth, { ...inside, onFile: (facts) => inside.onFile(change(facts)) }, true));
  return {
    members: () => counted(createSink(path, depth, inside, true)),
    files: (carrier, maps) =>
      sinkFor((facts) => ({
        ...facts,
        carrier,
        maps: [...facts.maps, ...maps(facts.path.slice(path.length + 2))],
      })),
    sources: (carrier) =>
      sinkFor(({ text: _, ...facts }) => ({ ...facts, carrier, maps: [], references: [] })),
    zip(bytes) {
      try {
        const sink = createSink(path, depth, inside, true);
        return readHeld('zip', bytes, sink, onOddityIn(path, inside), inside.budget);
      } catch (error) {
        if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
        return error.message;
      }
    },
    hold: () => inside.store.hold(),
    unpacked: (bytes) => inside.budget.nested(bytes),
  };
}

/** What a text in a format of which nothing is known has to be written in. */
const CODE_LANGUAGES: ReadonlySet<string> = new Set(['script', 'source', 'style']);

/** Digits of what stands behind a file in a text may be taken for its own. */
const FOLLOWED = /^\d+ bytes follow the \w+ data$/;

/** `dist/a.js.gz` holds `a.js`. */
function nameInside(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.(?:gz|gzip|zz?|zlib|br|brotli|zst|zstd|deflate)$/i, '') || name;
}
