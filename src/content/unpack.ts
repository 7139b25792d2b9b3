import { type Budget, overRatio } from '../archive/budget.ts';
import { LIMITS } from '../archive/limits.ts';
import { createStore } from '../archive/store.ts';
import { PackgateError } from '../errors.ts';
import type { About, Told, Unpack } from './container.ts';
import { openBinary } from './containers/binary.ts';
import { openDigits } from './containers/digits.ts';
import { openHeld, openJoinedZip } from './containers/held.ts';
import { openHidden } from './containers/hidden.ts';
import { type Inside, type Opened, unread } from './containers/inside.ts';
import { openStream } from './containers/stream.ts';
import { openTar } from './containers/tar.ts';
import type { Container } from './kind.ts';
import type { Reader } from './reader.ts';

/** What is known inside of any container of one package. */
export interface UnpackOptions extends Pick<Inside, 'onFile' | 'onOddity' | 'wantsDigest' | 'budget'> {
  /** For what is too large to hold in memory. Absolute. */
  readonly temporary: string;
}

/**
 * Looks into the containers of one package, and into those inside them: each file is looked at as if it stood in
 * the package itself. Everything happens while the container's own bytes are pushed.
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

/** What is known before it is known how deep a container lies. */
type Outside = Omit<Inside, 'deeper'>;

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

function open(
  container: Container,
  path: string,
  depth: number,
  outside: Outside,
  about: About = {},
): () => Opened {
  const inside: Inside = { ...outside, deeper: (of) => deeper(depth, of) };
  return () => {
    inside.budget.archive();
    switch (container) {
      case 'gzip':
      case 'zlib':
      case 'deflate':
      case 'brotli':
      case 'zstd':
        return openStream(container, path, inside);
      case 'tar':
        return openTar(path, inside);
      case 'zip':
      case 'crx':
      case 'asar':
        return openHeld(container, path, inside, about.size);
      case 'base64':
        return openDigits(about, path, inside);
      case 'joined-zip':
        return openJoinedZip(about.before ?? 0, path, inside);
      case 'streams':
        return openHidden(about.code === true, path, inside);
      default:
        return openBinary(container, path, inside, about.size);
    }
  };
}

/**
 * Looks into the containers of the next level. A limit is for the outermost container to say, other failures end
 * this one.
 */
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
