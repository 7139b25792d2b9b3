import type { Exposes } from '../../content/exposure.ts';
import type { FileFacts } from '../../content/facts.ts';
import { referencedPath } from '../../content/text/map-comment.ts';
import type { Part } from './parts.ts';

/** What a file exposes of which only these parts can be read. */
export function readableIn(file: FileFacts, parts: readonly Part[]): Exposes {
  const lines = parts.reduce((sum, part) => sum + part.lines, 0);
  const bytes = parts.reduce((sum, part) => sum + part.codeBytes, 0);
  return { ...readable(file), lines, bytes };
}

/** What a file that can be read as it stands exposes: itself, unless its own map tells what it was built from. */
export function readable(file: FileFacts): Extract<Exposes, { kind: 'readable' }> {
  const { references, maps } = file;
  const mappedBy =
    references.length === 0 ? NONE : references.map(({ url }) => referencedPath(file.path, url));
  if (maps.length > 0) return told(file, [...mappedBy, file.path]);
  return told(file, mappedBy);
}

/** Shared by the many that have none. */
const NONE: readonly string[] = [];

function told(file: FileFacts, mappedBy: readonly string[]): Extract<Exposes, { kind: 'readable' }> {
  return { kind: 'readable', lines: file.text?.lines ?? 0, bytes: file.size, mappedBy };
}
