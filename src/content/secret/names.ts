import { createCandidateReader } from './candidates.ts';
import type { FileCandidates } from './find.ts';

/** Names that are looked at together. */
const TOGETHER = 4096;

/**
 * Looks for credentials in what files are called: a name is in every report, and in the log of every install.
 *
 * @param names what is looked at
 * @param paths where each of them is told
 */
export function nameCandidates(names: readonly string[], paths: readonly string[] = names): FileCandidates[] {
  const reader = createCandidateReader();
  for (let from = 0; from < names.length; from += TOGETHER) {
    const lines = names
      .slice(from, from + TOGETHER)
      .map((name) => (name.includes('\n') ? name.replaceAll('\n', ' ') : name));
    reader.push(Buffer.from(`${lines.join('\n')}\n`));
  }
  const { candidates } = reader.end();
  return candidates.length === 0 ? [] : [{ path: '', candidates, names: paths }];
}
