import { withNextStep } from '../errors.ts';
import { logText } from '../report/escape.ts';

/** An expected error as one line: what, where, and the next step. */
export function errorLine({
  message,
  help,
}: {
  readonly message: string;
  readonly help: string | undefined;
}): string {
  return `packgate: ${logText(withNextStep(message, help))}\n`;
}

/** Anything else is a bug of packgate: its stack, line by line, as it may quote a hostile name. */
export function bugLines(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map((line) => `${logText(line)}\n`);
  return `${lines.join('')}packgate: this is a bug of packgate, and nothing is claimed about the package. Please report it with the lines above.\n`;
}
