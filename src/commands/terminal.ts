import type { Writable } from 'node:stream';
import { PackgateError } from '../errors.ts';

/** What a command may touch of the process it runs in. */
export interface Terminal {
  /** Without Node and the script. */
  readonly argv: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly now: Date;
}

export type Stream = Writable & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** What reports are wrapped at that go to a pipe, a log or a file. */
export const DEFAULT_COLUMNS = 100;

/**
 * Resolves when the text has left this process, so that nothing of it is lost at exit. That the reader went away, as `head -1`
 * does, is no failure: the exit status still says what it says.
 * @throws PackgateError `output`
 */
export function write(stream: Stream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const code = error && 'code' in error ? String(error.code) : undefined;
      if (!error || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return resolve();
      reject(
        new PackgateError('output', `the report cannot be printed: ${code ?? error.message}`, {
          help: 'Print it to a terminal or a pipe, or to a disk with room for it.',
          cause: error,
        }),
      );
    });
  });
}

/** Whether text for this stream may hold colours: a terminal, and nobody said no. */
export function hasColor(stream: Stream, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}

export function columnsOf(stream: Stream): number {
  return stream.columns || DEFAULT_COLUMNS;
}
