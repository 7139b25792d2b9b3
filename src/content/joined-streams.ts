import { mayHoldStreams } from './binary/streams.ts';
import type { Told, Unpack } from './container.ts';
import { isTextName } from './kind.ts';
import { isStreamLead, type LeadReader, type Leads } from './scanner/leads.ts';

const NOTHING = Buffer.alloc(0);
/** Bytes in which what tells compressed data may be cut. */
const HEAD = 16;
/** Each of the magic numbers has one of them, and no text in UTF-8 has: to look for those costs next to nothing. */
const RARE = [0x1f, 0xfd];

const UNREAD: Told = { uninspected: 'compressed data is joined to it: packgate does not look inside' };

/** First bytes of what `isStarter` knows. */
const STARTS = [...Buffer.from('#@Mm')];

/** A script that starts what is joined to it begins as text: with what tells a system to run it. */
export function isStarter(head: Buffer): boolean {
  return STARTS.includes(head[0]!) && /^(?:#!|@echo|MZ)/i.test(head.toString('latin1', 0, 8));
}

/** Whether a text is of the kind to have something joined to it: one that starts it, or that no name says to be code. */
export const mayBeJoined = (path: string, head: Buffer): boolean => !isTextName(path) || isStarter(head);

/**
 * Whether gzip or zstd data may begin in a view of what began as text.
 *
 * @param leads of the view, where they are known
 */
export function mayHoldJoined(view: Buffer, leads?: Leads): boolean {
  const mayBe =
    leads === undefined
      ? RARE.some((byte) => view.includes(byte))
      : leads.count > 0 && leads.kinds.some(isStreamLead);
  return mayBe && mayHoldStreams(view);
}

/**
 * Looks into compressed data behind a text, as in installers that unpack themselves: a script, and a `.tar.gz` that it cuts off its own end.
 *
 * @param unpack without it such data is only said
 */
export function createJoinedStreams(path: string, unpack: Unpack | undefined): LeadReader<Told> {
  let tail: Buffer = NOTHING;
  let held: ReturnType<Unpack> | undefined;
  let found = false;
  return {
    push(view, whole, leads) {
      if (held !== undefined) held.push(view);
      if (found) return;
      found =
        mayHoldJoined(view, leads) ||
        (tail.length > 0 && mayHoldJoined(Buffer.concat([tail, view.subarray(0, HEAD)])));
      if (found) {
        held = unpack?.('streams', path);
        held?.push(tail);
        held?.push(view);
      } else if (!whole) {
        tail = Buffer.from(Buffer.concat([tail, view.subarray(-HEAD)]).subarray(-HEAD));
      }
    },
    end: () => held?.end() ?? (found ? UNREAD : {}),
  };
}
