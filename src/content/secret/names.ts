import { createCandidateReader } from './candidates.ts';
import type { FileCandidates } from './find.ts';

/** Names that are looked at together. */
const TOGETHER = 4096;

/**
 * Looks for credentials in what files are called: a name is in every report, and in the log of every install.
 *
 * @param names what is looked at, each with what it is told at: a path for most
 */
export function nameCandidates(names: Iterable<readonly [name: string, at: unknown]>): FileCandidates[] {
  const reader = createCandidateReader();
  let lines: string[] = [];
  const hand = () => {
    if (lines.length > 0) reader.push(Buffer.from(`${lines.join('\n')}\n`));
    lines = [];
  };
  for (const [name] of names) {
    lines.push(name.includes('\n') ? name.replaceAll('\n', ' ') : name);
    if (lines.length === TOGETHER) hand();
  }
  hand();
  const { candidates } = reader.end();
  return candidates.length === 0 ? [] : [{ path: '', candidates, names }];
}
