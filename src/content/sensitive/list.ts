import type { Limits } from '../../archive/limits.ts';
import { PackgateError } from '../../errors.ts';
import { count } from '../../figures.ts';
import type { FileFacts } from '../facts.ts';
import { INSIDE } from '../inner-path.ts';
import type {
  HistoryFacts,
  LargeFile,
  OpaqueFolder,
  Repository,
  SensitiveContent,
  SensitiveFile,
} from './facts.ts';

/** Bytes from which a file is looked at as a part of the whole. */
const LARGE = 1_000_000;
/** Large files that are kept, and folders that are counted. */
const KEPT = 1000;
/** Bytes from which binary data of no known kind counts. */
const OPAQUE = 1024;

/** Gathers what is sensitive while files pass by. */
export interface SensitiveList {
  add(file: FileFacts): void;
  /** @param generates whether the package copies what lies in folders called `files` */
  content(generates: boolean): SensitiveContent;
}

/** @param limits of the run: sensitive files beyond `findings`, and files that models name, throw PackgateError `limit` */
export function createSensitiveList({ findings }: Pick<Limits, 'findings'>): SensitiveList {
  const files: SensitiveFile[] = [];
  const repositories = new Map<string, Repository>();
  const large: LargeFile[] = [];
  const opaqueFolders = new Map<string, OpaqueFolder>();
  const innerArchives = new Map<string, number>();
  /** Files that models name as theirs: each of a thousand small ones may name a thousand. */
  let parts = 0;

  function room(path: string, used: number): void {
    if (used < findings) return;
    throw new PackgateError('limit', `the package has more than ${count(findings)} sensitive files`, {
      help: `Begin with ${path}, or leave the folder out of the package`,
    });
  }

  function addHistory({ path, size }: FileFacts, { root, system, part }: HistoryFacts): void {
    const before = repositories.get(root);
    if (before === undefined) room(path, repositories.size);
    // What makes the folder a repository tells more than the first file that happens to come.
    const better = before === undefined || (part === 'record' && (/\/HEAD$/.test(path) || before.pointer));
    repositories.set(root, {
      root,
      system: before?.system ?? system,
      path: better ? path : before.path,
      files: (before?.files ?? 0) + 1,
      size: (before?.size ?? 0) + size,
      objects: (before?.objects ?? 0) + (part === 'object' ? 1 : 0),
      packs: (before?.packs ?? 0) + (part === 'pack' ? 1 : 0),
      pointer: part === 'pointer' && before?.pointer !== false,
      known: before?.known === true || part !== 'other',
    });
  }

  function addOpaque({ path, size }: FileFacts): void {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const before = opaqueFolders.get(folder);
    if (before === undefined && opaqueFolders.size >= KEPT) return;
    opaqueFolders.set(folder, {
      first: before?.first ?? path,
      files: (before?.files ?? 0) + 1,
      size: (before?.size ?? 0) + size,
    });
  }

  return {
    add(file) {
      const { path, size, sensitive, opaque } = file;
      if (sensitive?.kind === 'history') addHistory(file, sensitive);
      else if (sensitive !== undefined) {
        if (sensitive.kind === 'weights') parts += sensitive.parts?.length ?? 0;
        room(path, files.length + parts);
        files.push({ path, size, facts: sensitive, template: file.template === true });
      } else if (!path.includes(INSIDE)) {
        if (opaque !== undefined && size >= OPAQUE) addOpaque(file);
        // Of a map others tell.
        if (size < LARGE || file.maps.some(({ form }) => form === 'file')) return;
        const kind = isCode(file) ? 'code' : file.kind;
        large.push({ path, size, kind, ...(opaque !== undefined && { opaque }) });
        if (large.length <= KEPT) return;
        large.sort(largestFirst);
        large.length = KEPT / 2;
      } else if (file.kind === 'archive' && innerArchives.size < KEPT) innerArchives.set(path, size);
    },
    content(generates) {
      const isCopied = (path: string) => generates && /(?:^|\/)files\//.test(path);
      return {
        files: files.map((file) => (isCopied(file.path) ? { ...file, template: true } : file)),
        repositories: [...repositories.values()].filter(({ known }) => known),
        large: large.sort(largestFirst),
        opaqueFolders,
        innerArchives,
      };
    },
  };
}

function isCode({ text }: FileFacts): boolean {
  return text?.script !== undefined || text?.style !== undefined;
}

function largestFirst(a: LargeFile, b: LargeFile): number {
  return b.size - a.size || (a.path < b.path ? -1 : 1);
}
