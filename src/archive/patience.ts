import { PackgateError } from '../errors.ts';

/** Waits for one piece of work after another, each for so long and no longer. */
export interface Patience {
  /** @throws PackgateError `target` where the time is over */
  wait<Result>(work: Promise<Result>): Promise<Result>;
  /** Ends the timer. */
  end(): void;
}

let stuck = false;

/** Whether something was given up that the system still works on: such a process does not come to an end by itself. */
export function isStuck(): boolean {
  return stuck;
}

/** @param seconds without a result after which to give up */
export function createPatience(seconds: number): Patience {
  let since: number | undefined;
  let giveUp: (error: unknown) => void = () => {};
  let timer: NodeJS.Timeout | undefined;

  function arm(): void {
    timer = setTimeout(look, seconds * 1000);
  }

  function look(): void {
    timer = undefined;
    if (since === undefined) return;
    // Time that was spent on the piece before does not count.
    const left = (seconds - (process.uptime() - since)) * 1000;
    if (left > 1) {
      timer = setTimeout(look, left);
      return;
    }
    stuck = true;
    giveUp(
      new PackgateError('target', `nothing of the file could be read for ${seconds} s`, {
        help: 'Copy it to a disk that answers and try again, or raise `limits.readWait` in the config',
      }),
    );
  }

  return {
    async wait(work) {
      // `performance` would load a module of Node's that nothing else needs, in a millisecond and a half.
      since = process.uptime();
      if (timer === undefined) arm();
      try {
        return await Promise.race([
          work,
          new Promise<never>((_, reject) => {
            giveUp = reject;
          }),
        ]);
      } finally {
        since = undefined;
      }
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
