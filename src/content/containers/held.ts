import { type HeldFormat, readHeld } from '../../archive/held.ts';
import { behindGap, zipAtEnd } from '../binary/joined-zip.ts';
import { createSink, type Inside, type Opened, onOddityIn, unread } from './inside.ts';

/** Archives whose directory has to be read first are held until all of their bytes are there. */
export function openHeld(format: HeldFormat, path: string, inside: Inside, size?: number): Opened {
  const sink = createSink(path, inside, true);
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

/** @param before bytes that stand in front of what is pushed, which offsets in the archive may count */
export function openJoinedZip(before: number, path: string, inside: Inside): Opened {
  const sink = createSink(path, inside, true);
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
