import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { PackgateError } from '../errors.ts';

/** How a program ended. Of each stream the last 64 KB (of stdout more, where asked), without colours. */
export interface Run {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Bytes of standard output that are kept. */
  readonly keepStdout?: number;
  /** How long it may go without a word. */
  readonly silence?: Silence | undefined;
}

/** A wait, and the limit of the config that sets it. */
export interface Silence {
  readonly seconds: number;
  readonly limit: string;
}

const KEPT = 64 * 1024;
const running = new Set<ChildProcess>();
let stopping = false;

/**
 * Runs a program to its end with no input and no terminal.
 *
 * @returns undefined when there is no such program
 * @throws PackgateError `pack` when it cannot be started, or goes without a word for too long and had to be ended
 */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<Run | undefined> {
  const child = start(program, args, options);
  running.add(child);
  const stdout = tail(child.stdout!, options.keepStdout ?? KEPT);
  const stderr = tail(child.stderr!, KEPT);
  const isSilent = watch(child, options.silence);
  try {
    const [status] = (await once(child, 'exit')) as [number | null];
    await ended(child);
    running.delete(child);
    // packgate is about to die of a signal: what was waiting for this run must not go on as if the program had failed.
    if (stopping) await new Promise(() => {});
    if (isSilent()) {
      const { seconds, limit } = options.silence!;
      throw new PackgateError(
        'pack',
        `${program} ${args[0] ?? ''} said nothing for ${seconds} s and was ended`,
        {
          help: `find out what it waits for, or raise \`limits.${limit}\` in the config`,
        },
      );
    }
    return { status, stdout: stdout(), stderr: stderr() };
  } catch (error) {
    if (error instanceof PackgateError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new PackgateError('pack', `${program} could not be started (${code ?? String(error)})`, {
      cause: error,
    });
  } finally {
    running.delete(child);
  }
}

function start(program: string, args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
  const { cwd, env } = options;
  if (process.platform !== 'win32') {
    // A process group of its own, so that what the program started can be stopped with it.
    return spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  }
  // On Windows package managers are .cmd files, which only a shell runs; cmd.exe expands % even between quotes.
  const unfit = args.find((arg) => /["%\r\n]/.test(arg));
  if (unfit !== undefined)
    throw new PackgateError('pack', `${unfit}: cannot be handed to ${program} on Windows`);
  const line = [program, ...args.map((arg) => `"${arg}"`)].join(' ');
  return spawn(line, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: true, windowsHide: true });
}

/** Ends a program that says nothing for too long; the answer is whether that came to pass. */
function watch(child: ChildProcess, silence: Silence | undefined): () => boolean {
  let silent = false;
  if (silence === undefined) return () => false;
  const timer = setTimeout(() => {
    silent = true;
    signal(child, 'SIGTERM');
    setTimeout(() => signal(child, 'SIGKILL'), 2000).unref();
  }, silence.seconds * 1000);
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', () => timer.refresh());
  child.once('exit', () => clearTimeout(timer));
  child.once('error', () => clearTimeout(timer));
  return () => silent;
}

// A daemon that a script left behind may hold the pipes open for ever: what is said by then is all.
async function ended(child: ChildProcess): Promise<void> {
  const closed = Promise.all(
    [child.stdout, child.stderr].map((stream) => stream!.closed || once(stream!, 'close')),
  );
  const patience = setTimeout(() => {
    child.stdout!.destroy();
    child.stderr!.destroy();
  }, 1000);
  await closed;
  clearTimeout(patience);
}

function tail(stream: NodeJS.ReadableStream, kept: number): () => string {
  let chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > 2 * kept) {
      chunks = [Buffer.concat(chunks).subarray(-kept)];
      size = kept;
    }
  });
  return () => stripVTControlCharacters(Buffer.concat(chunks).subarray(-kept).toString('utf8'));
}

/**
 * Asks every program that is still running to end, and waits for it at most `milliseconds`. What awaits `run` stays
 * waiting.
 */
export async function stopRuns(milliseconds: number): Promise<void> {
  stopping = true;
  signalRuns('SIGTERM');
  const end = Date.now() + milliseconds;
  while (running.size > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Ends every program that is still running, at once. */
export function killRuns(): void {
  signalRuns('SIGKILL');
}

function signalRuns(name: 'SIGTERM' | 'SIGKILL'): void {
  for (const child of running) signal(child, name);
}

function signal(child: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    // A negative number is the process group: the program and what it started.
    if (process.platform === 'win32' || child.pid === undefined) child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // It ended in between.
  }
}
