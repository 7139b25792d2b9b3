import { parseDuration } from '../duration.ts';
import { logText } from '../report/escape.ts';
import { renderVerification } from '../report/verification.ts';
import { verify } from '../verify.ts';
import { type Arguments, usage, type VERIFY_OPTIONS } from './arguments.ts';
import { columnsOf, hasColor, type Terminal, write } from './terminal.ts';

/** The exit status of each outcome. */
const STATUS = { pass: 0, fail: 1, error: 2 } as const;

/**
 * Compares bytes with receipts, tells what it saw, and gives the exit status.
 * @throws PackgateError `usage`
 */
export async function runVerify(
  given: Arguments<keyof typeof VERIFY_OPTIONS>,
  terminal: Terminal,
): Promise<number> {
  const targets = given.words.slice(1);
  if (targets.length === 0) {
    throw usage(
      'packgate verify needs a target',
      'Name a tarball, a folder of tarballs, a publish plan or npm:<name>@<version>.',
    );
  }
  const receipts = given.all('receipt');
  if (receipts.length === 0) {
    throw usage(
      'packgate verify needs --receipt <file>',
      'It is what "packgate check --receipt <file>" wrote.',
    );
  }
  const age = given.last('max-age');
  const maxAge = age === undefined ? undefined : parseDuration(age);
  if (age !== undefined && maxAge === undefined) {
    throw usage(`"--max-age" is a time, not "${age}"`, 'Write 90m, 12h or 30d.');
  }
  const showProgress = terminal.stderr.isTTY === true && !given.has('quiet');
  const verification = await verify(
    { targets, receipts, ...(maxAge !== undefined && { maxAge }) },
    {
      cwd: terminal.cwd,
      env: terminal.env,
      now: terminal.now,
      progress: (line) => void (showProgress && terminal.stderr.write(`${logText(line)}\n`)),
    },
  );
  const isQuiet = given.has('quiet') && verification.outcome === 'pass';
  if (!isQuiet) {
    const color = !given.has('no-color') && hasColor(terminal.stdout, terminal.env);
    const text = renderVerification(verification, { color, columns: columnsOf(terminal.stdout) });
    await write(terminal.stdout, text);
  }
  return STATUS[verification.outcome];
}
