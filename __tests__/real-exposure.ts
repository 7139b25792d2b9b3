import { createReadStream } from 'node:fs';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

interface PlainMap {
  readonly mappings?: string;
  readonly sourceRoot?: string | null;
  readonly sources?: readonly (string | null)[];
  readonly sourcesContent?: readonly (string | null)[];
}

/** What the maps of a package expose, in the words of the report. */
export interface PlainExposure {
  readonly sources: number;
  readonly firstParty: number;
  readonly lines: number;
  readonly bytes: number;
  readonly namedOnly: number;
}

/**
 * The exposure of an honest package worked out the slow and simple way, with JSON.parse and no code of packgate's: the
 * maps that are files or base64 comments, each original file once by its path in the package.
 */
export async function plainExposure(tarball: string): Promise<PlainExposure> {
  const texts = new Map<string, string>();
  const named = new Set<string>();
  const entries = extract();
  createReadStream(tarball).pipe(createGunzip()).pipe(entries);
  for await (const entry of entries) {
    const text = Buffer.concat(await Readable.from(entry).toArray()).toString();
    const folder = posix.dirname(entry.header.name.replace(/^[^/]*\//, ''));
    for (const map of mapsIn(text)) {
      for (const [index, name] of (map.sources ?? []).entries()) {
        const path = posix.join(folder, (map.sourceRoot ?? '') + name);
        const content = map.sourcesContent?.[index];
        if (typeof content === 'string') texts.set(path, content);
        else named.add(path);
      }
    }
  }
  const held = [...texts.values()];
  return {
    sources: texts.size,
    firstParty: [...texts.keys()].filter((path) => !path.includes('node_modules/')).length,
    lines: held.reduce((sum, text) => sum + text.split('\n').length - (text.endsWith('\n') ? 1 : 0), 0),
    bytes: held.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    namedOnly: [...named].filter((path) => !texts.has(path)).length,
  };
}

function mapsIn(text: string): PlainMap[] {
  const inline = text.matchAll(/sourceMappingURL=data:[^,\s]*;base64,([\w+/=]+)/g);
  const jsons = [...inline].map(([, base64]) => Buffer.from(base64!, 'base64').toString());
  return (text.includes('"mappings"') ? [text, ...jsons] : jsons).flatMap((json) => {
    try {
      const map = JSON.parse(json) as PlainMap;
      return typeof map.mappings === 'string' ? [map] : [];
    } catch {
      return [];
    }
  });
}
