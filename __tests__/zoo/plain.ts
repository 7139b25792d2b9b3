import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Case } from './case.ts';

interface PlainMap {
  readonly mappings?: string;
  readonly sourceRoot?: string | null;
  readonly sources?: readonly (string | null)[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly sections?: readonly { readonly map: PlainMap }[];
}

/** What a report says in figures. */
export interface Figures {
  readonly sources: number;
  readonly lines: number;
  readonly bytes: number;
  readonly namedOnly: number;
}

/** Files below a folder, by path with `/`. */
export function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file)];
    }),
  );
}

/** Lines as a person counts them, and bytes. */
export function measure(text: string): { readonly lines: number; readonly bytes: number } {
  const lines = text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { lines, bytes: Buffer.byteLength(text) };
}

/**
 * What a package exposes, worked out without any code of packgate's: the maps as the tool wrote them, read with JSON.parse, and
 * the application's own files. Each original counts once.
 *
 * @param application every file of the application, path to text
 * @throws where the case claims too much or too little: a file of the application that no map holds, or one that it does not name
 */
export function plainFigures(
  one: Case,
  files: ReadonlyMap<string, Buffer>,
  application: ReadonlyMap<string, string>,
): Figures {
  const texts = new Map<string, string>();
  const named = new Set<string>();
  const mapped = new Set<string>();
  for (const [path, bytes] of one.opaque ? [] : files) {
    const maps = mapsIn(unpacked(path, bytes));
    for (const map of maps.flatMap(flat)) {
      if (map.sourcesContent?.some((text) => typeof text === 'string')) {
        mapped.add(path);
        mapped.add(path.replace(/\.map$/, ''));
      }
      for (const [index, name] of (map.sources ?? []).entries()) {
        const key = keyOf(path, map, name ?? `${path}#${index}`);
        const text = map.sourcesContent?.[index];
        // Of a module that a bundler makes up there is nothing to read.
        if (typeof text === 'string' && text !== '') texts.set(key, text);
        else named.add(key);
      }
    }
  }
  checkClaims(one, texts, application);
  for (const path of readablePaths(one)) {
    // What lies in an archive the case names itself. A file whose own map gives the original back is built, and only the original counts.
    if (!mapped.has(path) && files.has(path)) texts.set(path, files.get(path)!.toString('utf8'));
  }
  let lines = 0;
  let bytes = 0;
  for (const text of texts.values()) {
    const size = measure(text);
    lines += size.lines;
    bytes += size.bytes;
  }
  const namedOnly = [...named].filter((key) => !texts.has(key)).length + countOf(one, files);
  return { sources: texts.size, lines, bytes, namedOnly };
}

function countOf({ names = 0 }: Case, files: ReadonlyMap<string, Buffer>): number {
  return typeof names === 'number' ? names : names(files);
}

/** The figures of the maps in one file: what a finding about it must say. */
export function figuresOfFile(
  path: string,
  bytes: Buffer,
): Pick<Figures, 'lines' | 'bytes'> & { named: number } {
  const found = mapsIn(unpacked(path, bytes));
  const isAlone = found.length === 1;
  const sum = { named: 0, lines: 0, bytes: 0 };
  /** Several maps may hold the same text of the same file. */
  const seen = new Set<string>();
  for (const map of found.flatMap(flat)) {
    for (const [i, source] of (map.sources ?? []).entries()) {
      const text = map.sourcesContent?.[i];
      const key = `${map.sourceRoot ?? ''}${source}\n${text}`;
      if (!isAlone && seen.has(key)) continue;
      seen.add(key);
      sum.named++;
      if (typeof text !== 'string') continue;
      const size = measure(text);
      sum.lines += size.lines;
      sum.bytes += size.bytes;
    }
  }
  return sum;
}

/** The case's own claim against what the maps hold. */
function checkClaims(one: Case, texts: Map<string, string>, application: ReadonlyMap<string, string>): void {
  const held = new Set(texts.values());
  for (const [path, text] of application) {
    const claimed = one.leaks.includes(path);
    if (claimed && !held.has(text)) {
      if (one.opaque !== true) throw new Error(`no map holds ${path}, which the case says leaks`);
      texts.set(path, text);
    }
    if (!claimed && held.has(text)) throw new Error(`a map holds ${path}, of which the case says nothing`);
  }
}

function readablePaths({ told }: Case): string[] {
  return Object.entries(told)
    .filter(([rule]) => /^unminified\/(?:script|style|source)$/.test(rule))
    .flatMap(([, paths]) => paths);
}

function keyOf(path: string, map: PlainMap, name: string): string {
  const root = map.sourceRoot ? map.sourceRoot.replace(/\/?$/, '/') : '';
  const whole = root + name;
  const here = !/^(?:\/|[A-Za-z][A-Za-z0-9+.-]*:)/.test(whole);
  return here ? posix.join(posix.dirname(path), whole) : whole;
}

function unpacked(path: string, bytes: Buffer): string {
  if (path.endsWith('.gz')) return gunzipSync(bytes).toString('utf8');
  if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString('utf8');
  return bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');
}

const flat = (map: PlainMap): PlainMap[] => map.sections?.flatMap((section) => flat(section.map)) ?? [map];

function mapsIn(text: string): PlainMap[] {
  const base64 = [...text.matchAll(/sourceMappingURL=data:[^,\s]*;base64,([\w+/=]+)/g)].map(([, data]) =>
    Buffer.from(data!, 'base64').toString(),
  );
  const percent = [...text.matchAll(/sourceMappingURL=data:application\/json;charset=utf-8,(\S+)/g)].map(
    ([, data]) => decodeURIComponent(data!),
  );
  const own = text.replace(/^\ufeff/, '').replace(/^\)\]\}'?,?\s*\n/, '');
  return [own, ...base64, ...percent].flatMap((json) => {
    try {
      const map = JSON.parse(json) as PlainMap;
      const listed = typeof map.mappings === 'string' && Array.isArray(map.sources);
      return listed || Array.isArray(map.sections) ? [map] : [];
    } catch {
      return [];
    }
  });
}
