import { closeSync, openSync, readSync, realpathSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { pathBelow } from '../target/below.ts';

/** How a report begins in JSON, Markdown, text; SARIF begins alike whoever wrote it. */
const REPORT = /^(?:\{\s{0,99}"schemaVersion"\s{0,99}:|## packgate: |(?:PASS|FAIL|ERROR) {1,99}\S)/;
const SARIF = /^\{\s{0,99}"\$schema"/;

function isReport(head: string): boolean {
  return REPORT.test(head) || (SARIF.test(head) && head.includes('sarif') && head.includes('"packgate"'));
}

/** What reports are called: whatever is there was left by some tool, or makes room for another. */
const CALLED = /(?:^|[\\/])[^.\\/]*$|\.(?:json|sarif|md|markdown|txt|text|log|out|html?|xml|report)$/i;

/**
 * A report overwrites what is called like one, as with any tool, and an earlier one under any name. In the working folder it overwrites
 * nothing else: one slip of the keyboard would cost a source file. What lies elsewhere is nobody's work.
 *
 * @param file as typed
 * @param cwd absolute
 * @throws PackgateError `output`
 */
export function refuseOverwriting(file: string, cwd: string): void {
  // A report goes through a link: what would be lost is what that leads to.
  const path = realPath(resolve(cwd, file));
  if (CALLED.test(path) || pathBelow(realPath(cwd), path) === undefined) return;
  const head = headOf(path);
  if (head === undefined || head === '' || isReport(head)) return;
  throw new PackgateError('output', `${file}: holds no report, and one would overwrite it`, {
    help: 'name another file, or remove this one',
  });
}

/** What there is behind all links; the path itself where there is nothing. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Commands that write a report. */
const REPORTING: ReadonlySet<string> = new Set(['check', 'merge']);
/** Options behind which a file is named that a run writes. */
const WRITES: ReadonlySet<string> = new Set(['--output', '--receipt', '--audit-log']);

/**
 * Removes the report of an earlier run where the command line of this one is wrong: who reads the file and not the exit
 * status would take it for the report of this run. What the run was to read stays.
 *
 * @param argv what could not be read as a whole: `--output` is looked for in it, be anything around it
 */
export function withdrawReport(argv: readonly string[], cwd: string): void {
  const words = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
  const command = words.find((word) => REPORTING.has(word));
  if (command === undefined) return;
  const read = words.filter((_, at) => !WRITES.has(words[at - 1] ?? '')).map((word) => resolve(cwd, word));
  for (const [at, word] of words.entries()) {
    const file = word === '--output' ? words[at + 1] : /^--output=(.+)$/s.exec(word)?.[1];
    const path = file && resolve(cwd, file);
    if (!path || !isReport(headOf(path) ?? '')) continue;
    // A folder of reports is read as well.
    if (read.some((other) => other === path || (command === 'merge' && pathBelow(other, path) !== undefined)))
      continue;
    try {
      rmSync(path);
    } catch {
      // The exit status says the same.
    }
  }
}

/** The beginning of a file; undefined of what is none, and of one that may not be read: writing to it says why. */
function headOf(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
    const descriptor = openSync(path, 'r');
    try {
      const head = Buffer.alloc(512);
      return head
        .toString('utf8', 0, readSync(descriptor, head))
        .replace(/^\uFEFF/, '')
        .trimStart();
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
