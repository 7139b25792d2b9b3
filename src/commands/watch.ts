import { byteSize, counted } from '../figures.ts';
import { logText } from '../report/escape.ts';
import type { Reading, World } from '../world.ts';
import { columnsOf, type Stream } from './terminal.ts';

/** Milliseconds of reading before it is worth a word, and between two. */
const PATIENCE = 500;
const PACE = 100;

/** Goes back to the beginning of the line and clears it. */
const CLEAR = '\r\x1b[K';

/**
 * Shows how far a long read has come, in one line of a terminal that is written over and over and is gone at the end. Short reads show
 * nothing.
 *
 * @param now milliseconds that only grow
 */
export function createWatch(
  stderr: Stream,
  now: () => number = () => process.uptime() * 1000,
): NonNullable<World['watch']> {
  let begun: number | undefined;
  let shown: number | undefined;
  return (reading) => {
    const time = now();
    if (reading === null) {
      if (shown !== undefined) stderr.write(CLEAR);
      begun = shown = undefined;
      return;
    }
    begun ??= time;
    if (time - begun < PATIENCE || (shown !== undefined && time - shown < PACE)) return;
    shown = time;
    // One column stays free: a full line would wrap, and could not be cleared.
    stderr.write(`${CLEAR}${lineOf(reading, time - begun).slice(0, columnsOf(stderr) - 1)}`);
  };
}

function lineOf({ target, read, size, files, unpacked }: Reading, milliseconds: number): string {
  const share = Math.floor((100 * read) / size);
  const rate = byteSize(Math.round((unpacked / milliseconds) * 1000));
  return `reading ${share} %: ${counted(files, 'file')}, ${byteSize(unpacked)} unpacked, ${rate}/s  ${logText(target)}`;
}
