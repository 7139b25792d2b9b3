import { parseDuration } from '../duration.ts';
import { logText } from '../report/escape.ts';
import { renderVerification } from '../report/verification.ts';
import { verify } from '../verify.ts';
import { type Arguments, usage, type VERIFY_OPTIONS } from './arguments.ts';
import { errorLine } from './errors.ts';
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
  const age = given.one('max-age');
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
  const unread = verification.items.flatMap((item) => (item.outcome === 'error' ? [item.error] : []));
  // Where nothing was looked at the lines on standard error say all there is to say.
  if (!isQuiet && (unread.length === 0 || unread.length < verification.items.length)) {
    const color = !given.has('no-color') && hasColor(terminal.stdout, terminal.env);
    const text = renderVerification(verification, { color, columns: columnsOf(terminal.stdout) });
    await write(terminal.stdout, text);
  }
  // Receipts that cannot be read are the reason for every target.
  for (const line of new Set(unread.map(errorLine))) await write(terminal.stderr, line);
  return STATUS[verification.outcome];
}
