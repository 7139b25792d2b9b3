import { inflateSync, constants as zlib } from 'node:zlib';
import type { HistoryFacts, HistoryPart } from './facts.ts';

/** Files and folders right under a repository that only Git makes. */
const RECORDS =
  /^(?:HEAD|config|index|packed-refs|ORIG_HEAD|FETCH_HEAD|MERGE_HEAD|COMMIT_EDITMSG|shallow|logs\/.+|refs\/.+|worktrees\/.+|modules\/.+)$/;
const OBJECT = /(?:^|\/)objects\/[0-9a-f]{2}\/(?:[0-9a-f]{38}|[0-9a-f]{62})$/;
const PACK = /(?:^|\/)objects\/pack\/[^/]+\.pack$/;

/** What part of a `.git` folder a file is, by its path in there. */
export function gitPart(inside: string): HistoryPart {
  if (OBJECT.test(inside)) return 'object';
  if (PACK.test(inside)) return 'pack';
  return RECORDS.test(inside) ? 'record' : 'other';
}

/** Whether a path could be that of a loose object: asked of names of 38 or 62 characters alone. */
export function isObjectPath(path: string): boolean {
  return OBJECT.test(path);
}

/** A loose object outside a `.git` folder, as in a bare repository: deflated, and named by its kind. Git's loose-object format. */
export function readGitObject(path: string, bytes: Buffer): HistoryFacts | undefined {
  const root = path.replace(/\/?objects\/[0-9a-f]{2}\/[0-9a-f]+$/, '');
  try {
    const begins = inflateSync(bytes.subarray(0, 256), {
      finishFlush: zlib.Z_SYNC_FLUSH,
      maxOutputLength: 1 << 20,
    });
    const isObject = /^(?:blob|tree|commit|tag) \d+\0/.test(begins.toString('latin1', 0, 32));
    return isObject ? git(root || path, 'object') : undefined;
  } catch {
    return undefined;
  }
}

/** Packs, indexes and bundles, by their magic numbers: gitformat-pack(5), gitformat-index(5), gitformat-bundle(5). */
export function readGitFile(path: string, bytes: Buffer): HistoryFacts | undefined {
  const start = bytes.toString('latin1', 0, 16);
  const version = bytes.length < 12 ? 0 : bytes.readUInt32BE(4);
  if (start.startsWith('PACK') && (version === 2 || version === 3)) return git(rootOfPack(path), 'pack');
  if (start.startsWith('DIRC') && version >= 2 && version <= 4) return git(folderOf(path), 'record');
  if (start.startsWith('\xfftOc') && version === 2) return git(rootOfPack(path), 'other');
  return /^# v[23] git bundle\n/.test(start) ? git(path, 'pack') : undefined;
}

/** Histories in one file: bundles of Mercurial, dumps of Subversion, and what `git fast-export` writes. */
export function readHistory(path: string, bytes: Buffer): HistoryFacts | undefined {
  const start = bytes.toString('latin1', 0, 32);
  const system = /^HG(?:10(?:UN|GZ|BZ)|20\0)/.test(start)
    ? 'Mercurial'
    : /^SVN-fs-dump-format-version: \d/.test(start)
      ? 'Subversion'
      : /^blob\nmark :1\ndata \d/.test(start)
        ? 'Git'
        : undefined;
  return system === undefined ? undefined : { kind: 'history', system, root: path, part: 'pack' };
}

/** The head of a bare repository, or the file that stands for a `.git` folder that lies elsewhere. */
export function readGitText(path: string, name: string, text: string): HistoryFacts | undefined {
  if (name === '.git') return /^gitdir: \S/.test(text) ? git(path, 'pointer') : undefined;
  if (!/^ref: refs\/heads\/\S+\s*$/.test(text)) return undefined;
  return git(folderOf(path), 'record');
}

/** A repository is a folder; what lies at the top of the package stands for itself. */
function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? path : path.slice(0, at);
}

function git(root: string, part: HistoryPart): HistoryFacts {
  return { kind: 'history', system: 'Git', root, part };
}

function rootOfPack(path: string): string {
  return path.replace(/\/?objects\/pack\/[^/]+$/, '') || path;
}
