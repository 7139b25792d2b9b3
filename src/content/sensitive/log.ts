import { type Beginning, linesOf } from './beginning.ts';
import type { LogFacts } from './facts.ts';

/** Logs that their program gives a name of its own, by the beginning of the name. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^npm-debug\.log/, 'a debug log of npm'],
  [/^yarn-(?:error|debug)\.log/, 'an error log of Yarn'],
  [/^lerna-debug\.log/, 'a debug log of Lerna'],
  [/^\.?pnpm-debug\.log/, 'a debug log of pnpm'],
  [/^(?:firebase|firestore|ui|pubsub|database)-debug\.log/, 'a debug log of Firebase'],
  [/^hs_err_pid\d+\.log/, 'a crash report of Java'],
  [/^report\.\d{8}\.\d{6}\.\d+\.\d+\.\d+\.json$/, 'a crash report of Node.js'],
];

const SHELLS: ReadonlyMap<string, string> = new Map([
  ['.bash_history', 'the shell history of Bash'],
  ['.zsh_history', 'the shell history of Zsh'],
  ['.sh_history', 'a shell history'],
  ['fish_history', 'the shell history of fish'],
  ['consolehost_history.txt', 'the history of PowerShell'],
  ['.node_repl_history', 'the history of Node.js'],
  ['.python_history', 'the history of Python'],
  ['.psql_history', 'the history of psql'],
  ['.mysql_history', 'the history of mysql'],
  ['.sqlite_history', 'the history of sqlite3'],
  ['.rediscli_history', 'the history of redis-cli'],
  ['.irb_history', 'the history of irb'],
  ['.lesshst', 'the history of less'],
  ['.viminfo', 'the history of Vim'],
  ['.aider.chat.history.md', 'the chat history of aider'],
  ['.aider.input.history', 'the input history of aider'],
]);

/** How a line of a log begins: with a time, a level, a number of npm's, an address that asks for something. */
const LINE =
  /^(?:\S{0,12}[[({"]?(?:"(?:time|timestamp|ts|level)":\s*)?"?\d{4}[-/.]\d\d[-/.]\d\d|\{"level":(?:\d\d|"\w{4,8}"),"(?:time|timestamp|ts|msg|message)":|[[(]?\d\d[:/.-]\d\d[:/.-]\d\d|[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d|[[<(]?(?:TRACE|VERBOSE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|\d+ (?:info|verbose|silly|warn|error|http|timing|notice)\b|npm (?:ERR!|error|warn|WARN|info|verb|sill|http)\b|\d+\.\d+\.\d+\.\d+ \S+ \S+ \[|\[?\d{10,16}[\].\s]|\[\s*\d+\.\d+\])/;

export function shellHistory(name: string): LogFacts | undefined {
  const what = SHELLS.get(name);
  return what === undefined ? undefined : { kind: 'log', what, form: 'shell' };
}

/** Names that `shellHistory` knows. */
export const HISTORY_NAMES: readonly string[] = [...SHELLS.keys()];

/** `a.log`, and what it is called when the next one begins: `a.log.1`. */
export function isLogName(name: string, extension: string): boolean {
  return (
    extension === 'log' ||
    name === 'nohup.out' ||
    /^(?:access|error)_log(?:[-.]\d{1,10})?$/.test(name) ||
    /\.log[-.](?:\d[\d-]{0,20}|old)$/.test(name)
  );
}

/** A log by its lines; a file that is only called one is told as that. */
export function readLog({ name, text, bytes }: Beginning): LogFacts | undefined {
  if (bytes.includes(0)) return undefined;
  const lines = linesOf(text).slice(0, 200);
  if (lines.length === 0) return undefined;
  const named = NAMED.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== undefined) return { kind: 'log', what: named, form: 'log' };
  const matching = lines.filter((line) => LINE.test(line)).length;
  // A log may hold stacks and what programs print, of many lines each.
  const isLog = matching >= 1 && matching >= lines.length / 5;
  return { kind: 'log', what: 'a log', form: isLog ? 'log' : 'unsure' };
}

export function isCrashReportName(name: string): boolean {
  return name.startsWith('report.') && NAMED[NAMED.length - 1]![0].test(name);
}

/** Node's diagnostic report: the environment of the process is in it. */
export function readCrashReport({ text }: Beginning): LogFacts | undefined {
  if (!/"header"\s*:/.test(text) || !/"(?:reportVersion|nodejsVersion)"\s*:/.test(text)) return undefined;
  return { kind: 'log', what: 'a crash report of Node.js', form: 'log' };
}
