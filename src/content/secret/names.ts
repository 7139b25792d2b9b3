import { createCandidateReader } from './candidates.ts';
import type { FileCandidates } from './find.ts';

/** Bytes of names that are looked at together. */
const TOGETHER = 64 * 1024;
const NEWLINE = 10;

/**
 * Looks for credentials in what files are called: a name is in every report, and in the log of every install.
 *
 * @param names what is looked at, each with what it is told at: a path for most
 */
export function nameCandidates(names: Iterable<readonly [name: string, at: unknown]>): FileCandidates[] {
  const reader = createCandidateReader();
  // One buffer for all: a million names would leave a hundred megabytes of them behind before any is collected.
  let lines: Buffer | undefined;
  let fill = 0;
  const hand = () => {
    if (lines !== undefined && fill > 0) reader.push(lines.subarray(0, fill));
    fill = 0;
  };
  for (const [name] of names) {
    const line = name.includes('\n') ? name.replaceAll('\n', ' ') : name;
    const most = line.length * 3 + 1;
    lines ??= Buffer.allocUnsafeSlow(TOGETHER);
    if (fill + most > TOGETHER) hand();
    if (most > TOGETHER) reader.push(Buffer.from(`${line}\n`));
    else {
      fill += lines.write(line, fill, 'utf8');
      lines[fill++] = NEWLINE;
    }
  }
  hand();
  const { candidates } = reader.end();
  return candidates.length === 0 ? [] : [{ path: '', candidates, names }];
}
