import { createCandidateReader } from './candidates.ts';
import type { FileCandidates } from './find.ts';

/** Characters that are looked at together. */
const PIECE = 64 * 1024;

/**
 * Looks for credentials in what files are called: a name is in every report, and in the log of every install.
 *
 * @param names what is looked at
 * @param paths where each of them is told
 */
export function nameCandidates(names: readonly string[], paths: readonly string[] = names): FileCandidates[] {
  const reader = createCandidateReader();
  let text = '';
  const hand = () => {
    reader.push(Buffer.from(text));
    text = '';
  };
  for (const name of names) {
    text += `${name.replaceAll('\n', ' ')}\n`;
    if (text.length > PIECE) hand();
  }
  hand();
  const { candidates } = reader.end();
  return candidates.length === 0 ? [] : [{ path: '', candidates, names: paths }];
}
