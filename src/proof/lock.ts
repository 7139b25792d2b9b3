import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { PackgateError } from '../errors.ts';

/**
 * A lock whose holder is gone is taken over after this, so that a holder that only this machine cannot see keeps
 * it. In milliseconds.
 */
const ABANDONED = 10_000;

/**
 * Does something while no other process does it under the same lock: a file that only one can make. Others wait for
 * at most `patience` milliseconds. A lock that a process of this machine left behind when it was killed is taken
 * over.
 *
 * @param file absolute; its folder is there
 * @throws PackgateError `output` where the lock cannot be had
 */
export async function withLock<Result>(
  file: string,
  patience: number,
  act: () => Promise<Result>,
): Promise<Result> {
  const end = Date.now() + patience;
  while (!(await take(file))) {
    const left = await abandoned(file);
    if (left !== undefined) await takeAway(file, left);
    else if (Date.now() > end) throw await stillHeld(file);
    else await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 30));
  }
  try {
    return await act();
  } finally {
    await rm(file, { force: true }).catch(() => {});
  }
}

interface Holder {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      const holder: Holder = { id: randomUUID(), host: hostname(), pid: process.pid };
      await handle.writeFile(JSON.stringify(holder));
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Windows says EPERM or EBUSY of a file that is just being removed.
    if (code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY')))
      return false;
    throw new PackgateError('output', `the lock ${file} cannot be made (${code ?? String(error)})`, {
      help: 'name a file in a folder that this user may write to',
      cause: error,
    });
  }
}

/** Who holds a lock that is abandoned. */
async function abandoned(file: string): Promise<Holder | undefined> {
  const [holder, stats] = await Promise.all([holderOf(file), stat(file).catch(() => undefined)]);
  if (holder === undefined || stats === undefined || Date.now() - stats.mtimeMs < ABANDONED) return undefined;
  return holder.host === hostname() && !isRunning(holder.pid) ? holder : undefined;
}

/**
 * Of all that see one abandoned lock, one removes it: whoever makes the mark that bears the lock's own id. What lies
 * there by then may be the lock of somebody who is alive.
 */
async function takeAway(file: string, { id }: Holder): Promise<void> {
  const mark = `${file}.${id}`;
  try {
    await (await open(mark, 'wx')).close();
  } catch {
    return;
  }
  try {
    if ((await holderOf(file))?.id === id) await rm(file, { force: true });
  } finally {
    await rm(mark, { force: true }).catch(() => {});
  }
}

async function holderOf(file: string): Promise<Holder | undefined> {
  try {
    const { id, host, pid } = JSON.parse(await readFile(file, 'utf8'));
    return /^[\w-]{1,64}$/.test(id) && typeof host === 'string' && Number.isInteger(pid)
      ? { id, host, pid }
      : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

async function stillHeld(file: string): Promise<PackgateError> {
  const holder = await holderOf(file);
  const by = holder === undefined ? 'somebody' : `process ${holder.pid} on ${holder.host}`;
  return new PackgateError('output', `the lock ${file} is held by ${by}`, {
    help: 'wait until other runs of packgate have ended; if there is none, remove that file',
  });
}
