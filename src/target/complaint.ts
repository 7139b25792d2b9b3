import { readFileSync, statSync } from 'node:fs';
import type { Run } from './run.ts';

/**
 * The one line of a failed run that says most: what the system refused npm, else the last that a script wrote to stderr (of an
 * error that it did not catch, the error), else what the manager says itself without what it only wraps around, else the
 * last of stdout. At most 300 characters.
 */
export function complaint(ran: Run): string | undefined {
  const stderr = lines(ran.stderr).map(unwrapped);
  const line =
    refused(stderr) ??
    yarnsLog(ran.stdout) ??
    lastTelling(stderr) ??
    lastTelling(lines(ran.stdout).map(unwrapped)) ??
    // Where a script said nothing npm's last words are where its log is, and those before them the command that failed.
    stderr.filter(isNoLog).at(-1) ??
    lines(ran.stdout).at(-1);
  return line?.slice(0, 300);
}

/** The last line of an output that tells anything, at most 300 characters: none of JSON that goes over many lines. */
export function lastLine(output: string): string | undefined {
  return lines(output)
    .findLast((line) => !/^(?:[[\]{},]+$|")/.test(line))
    ?.slice(0, 300);
}

const lines = (output: string) =>
  output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the system refused npm; the lines behind it are advice that fits any refusal. */
function refused(stderr: readonly string[]): string | undefined {
  if (!stderr.some((line) => line.startsWith('syscall '))) return undefined;
  const errors = stderr.map((line) => /^\[?Error: (E[A-Z]+: .+?)\]?(?: \{)?$/.exec(line)?.[1]);
  return errors.findLast((error) => error !== undefined);
}

/** Of a Node that an error ended, the last line is its version: then the line of the error. */
function lastTelling(all: readonly string[]): string | undefined {
  const last = all.findLastIndex(telling);
  if (last === -1) return undefined;
  if (!/^Node\.js v\d/.test(all[last]!)) return all[last];
  // The error stands behind the marks under the code that threw it.
  const mark = all.findLastIndex((line, index) => index < last && /^\^+$/.test(line));
  const error = all.slice(mark + 1, last).find((line) => line !== '' && !/^(?:Uncaught:?$|at )/.test(line));
  return error ?? all[last];
}

// npm puts its name before every line, one that an npm started before all of the other's; yarn packs its own into JSON.
function unwrapped(line: string): string {
  if (!line.startsWith('{"type":"error"')) return line.replace(/^(?:npm (?:error|ERR!) ?)+/, '').trim();
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
  /^(?:To see a list of scripts, run:|npm run|Log files were not written|You can rerun the command with)/,
];
const telling = (line: string) => line !== '' && !IDLE.some((idle) => idle.test(line));

const isNoLog = (line: string) => line !== '' && !line.startsWith('A complete log');

// yarn 4 tells of a failed prepack only where its output is.
function yarnsLog(stdout: string): string | undefined {
  const log = /logs can be found here: (\S+?\.log)\)/.exec(stdout)?.[1];
  const stats = log === undefined ? undefined : statSync(log, { throwIfNoEntry: false });
  if (log === undefined || !stats?.isFile() || stats.size > 1024 * 1024) return undefined;
  return lastTelling(lines(readFileSync(log, 'utf8')));
}
