import type { Exposes } from '../../content/exposure.ts';
import type { FileFacts } from '../../content/facts.ts';
import { referencedPath } from '../../content/text/map-comment.ts';

/** What a file that can be read as it stands exposes: itself, unless its own map tells what it was built from. */
export function readable(file: FileFacts): Exposes {
  const mappedBy = file.references.map(({ url }) => referencedPath(file.path, url));
  if (file.maps.length > 0) mappedBy.push(file.path);
  return { kind: 'readable', lines: file.text?.lines ?? 0, bytes: file.size, mappedBy };
}
