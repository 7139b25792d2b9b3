import { readFileSync, statSync } from 'node:fs';
import type { Run } from './run.ts';

/**
 * The one line of a failed run that says most: the last that a script wrote to stderr, else what the manager says itself
 * without what it only wraps around, else the last of stdout. At most 300 characters.
 */
export function complaint(ran: Run): string | undefined {
  const stderr = lines(ran.stderr).map(unwrapped).filter(telling);
  const stdout = lines(ran.stdout).map(unwrapped).filter(telling);
  const line =
    yarnsLog(ran.stdout) ??
    stderr.at(-1) ??
    stdout.at(-1) ??
    // Where a script said nothing npm's last words are where its log is, and those before them the command that failed.
    lines(ran.stderr).map(unwrapped).filter(isNoLog).at(-1) ??
    lines(ran.stdout).at(-1);
  return line?.slice(0, 300);
}

/** The last line of an output that holds anything, at most 300 characters. */
export function lastLine(output: string): string | undefined {
  return lines(output).at(-1)?.slice(0, 300);
}

const lines = (output: string) =>
  output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

// npm puts its name before every line, yarn packs its own into JSON.
function unwrapped(line: string): string {
  if (!line.startsWith('{"type":"error"')) return line.replace(/^npm (?:error|ERR!) ?/, '');
  try {
    return String((JSON.parse(line) as { data?: unknown }).data);
  } catch {
    return line;
  }
}

// True, and no help: echoed commands, JSON, stacks, and the managers' remarks that something failed.
const IDLE = [
  /^[{}[\]"]|^[$>] |^at |^➤ |^info |^warning |^WARN|^For help, run|^npm (?:warn|notice) |^╰|^×/,
  /^(?:code|path|workspace|location|command|errno|syscall|signal|Lifecycle script|A complete log) ?/,
  /^(?:\[?ELIFECYCLE|Error: ERR_PNPM|error Command failed|Command failed|Failed with errors|error: script |Exit code|exit)/,
];
const telling = (line: string) => line !== '' && !IDLE.some((idle) => idle.test(line));

const isNoLog = (line: string) => line !== '' && !line.startsWith('A complete log');

// yarn 4 tells of a failed prepack only where its output is.
function yarnsLog(stdout: string): string | undefined {
  const log = /logs can be found here: (\S+?\.log)\)/.exec(stdout)?.[1];
  const stats = log === undefined ? undefined : statSync(log, { throwIfNoEntry: false });
  if (log === undefined || !stats?.isFile() || stats.size > 1024 * 1024) return undefined;
  return lines(readFileSync(log, 'utf8')).filter(telling).at(-1);
}
