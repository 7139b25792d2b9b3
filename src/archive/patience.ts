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

/**
 * The time goes by in so many steps: while the whole process was stopped, or had no turn, only one of them does. What
 * the system answered meanwhile is then taken before anything is given up.
 */
const STEPS = 4;

/** @param seconds without a result after which to give up, or up to a quarter more */
export function createPatience(seconds: number): Patience {
  let waiting = false;
  let steps = 0;
  let giveUp: (error: unknown) => void = () => {};
  let timer: NodeJS.Timeout | undefined;

  function arm(): void {
    timer = setTimeout(look, (seconds * 1000) / STEPS);
  }

  function look(): void {
    timer = undefined;
    if (!waiting) return;
    steps++;
    if (steps < STEPS) return arm();
    stuck = true;
    giveUp(
      new PackgateError('target', `nothing of the file could be read for ${seconds} s`, {
        help: 'Copy it to a disk that answers and try again, or raise `limits.readWait` in the config',
      }),
    );
  }

  return {
    async wait(work) {
      waiting = true;
      // A step that an earlier wait began is none of this one's.
      steps = timer === undefined ? 0 : -1;
      if (timer === undefined) arm();
      try {
        return await Promise.race([
          work,
          new Promise<never>((_, reject) => {
            giveUp = reject;
          }),
        ]);
      } finally {
        waiting = false;
      }
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
