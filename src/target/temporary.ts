import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PackgateError } from '../errors.ts';
import { killRuns, stopRuns } from './run.ts';

/** A private folder (mode 0700) that is gone when packgate ends, however it ends short of SIGKILL. */
export interface Temporary {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Never throws; harmless when called twice. */
  remove(): Promise<void>;
}

/**
 * All that end a program and can be caught, but those that Node and V8 use themselves. Where a system has no such
 * signal nothing listens.
 */
const SIGNALS = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGBREAK',
  'SIGUSR2',
  'SIGALRM',
  'SIGVTALRM',
  'SIGXCPU',
] as const;
const open = new Set<string>();

/**
 * Makes a folder under `RUNNER_TEMP` (the runner empties it after each job), else under the system's own.
 *
 * @throws PackgateError `pack` where that is not possible
 */
export async function makeTemporary(env: NodeJS.ProcessEnv): Promise<Temporary> {
  const parent = env.RUNNER_TEMP || tmpdir();
  const path = await mkdtemp(join(parent, 'packgate-'))
    .then((path) => realpath(path))
    .catch((cause: NodeJS.ErrnoException) => {
      throw new PackgateError('pack', `${parent}: no temporary folder can be made there (${cause.code})`, {
        help: 'let RUNNER_TEMP or TMPDIR name a folder that this user may write to',
        cause,
      });
    });
  return { path, remove: removedAtEnd(path) };
}

/**
 * Sees to it that a file or folder that packgate is about to make is gone when packgate ends, however it ends short
 * of SIGKILL.
 *
 * @param path absolute
 * @returns removes it now; never throws, and is harmless where it is gone already or has another name
 */
export function removedAtEnd(path: string): () => Promise<void> {
  if (open.size === 0) watch();
  open.add(path);
  return async () => {
    await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
    open.delete(path);
    if (open.size === 0) unwatch();
  };
}

// Listening keeps Node from dying of a signal, so packgate listens only while there is something to clean.
function watch(): void {
  process.on('exit', onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function unwatch(): void {
  process.off('exit', onExit);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

async function onSignal(signal: NodeJS.Signals): Promise<void> {
  await stopRuns(2000);
  onExit();
  unwatch();
  process.kill(process.pid, signal);
}

function onExit(): void {
  killRuns();
  for (const path of open) rmSync(path, { recursive: true, force: true });
  open.clear();
}
