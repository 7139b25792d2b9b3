import type { Budget } from '../../archive/budget.ts';
import type { EntrySink } from '../../archive/entry.ts';
import type { Oddity } from '../../archive/oddity.ts';
import type { Store } from '../../archive/store.ts';
import type { Told, Unpack } from '../container.ts';
import type { FileFacts } from '../facts.ts';
import { lookAt } from '../look.ts';
import type { Reader } from '../reader.ts';

/** Takes the bytes of one container. What it throws ends the container, not the run. */
export interface Opened {
  push(view: Buffer): void;
  end(): Told;
  /** Called however reading ended. */
  close(): void;
}

/** What is known inside of a container. */
export interface Inside {
  /** Gets the facts of each file, with its path `outer.zip!/inner.js`. */
  readonly onFile: (file: FileFacts) => void;
  /** Gets what tools read in different ways, names that climb out, and limits reached. */
  readonly onOddity: (oddity: Oddity) => void;
  readonly wantsDigest: (path: string) => boolean;
  /** What the run may still cost. */
  readonly budget: Budget;
  readonly store: Store;
  /** Opens the containers that lie in it. `inside` says where goes what they hold. */
  readonly deeper: (inside: Inside) => Unpack;
}

/**
 * Looks at each file of a container as it passes.
 *
 * @param charge whether its bytes count as unpacked ones here; where a stream was decoded they did already
 */
export function createSink(outer: string, inside: Inside, charge: boolean): EntrySink {
  let look: Reader<FileFacts> | undefined;
  let missing = false;
  const unpack = inside.deeper(inside);
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

/** Links are nothing odd in an archive that npm does not unpack. */
export function onOddityIn(path: string, inside: Inside): (oddity: Oddity) => void {
  return (oddity) => {
    if (oddity.kind === 'special-entry') return;
    inside.onOddity({ ...oddity, path: oddity.path === '' ? path : `${path}!/${oddity.path}` });
  };
}

/** What a container tells that was read as far as that. */
export function unread(uninspected: string | undefined): Told {
  return uninspected === undefined ? {} : { uninspected };
}
