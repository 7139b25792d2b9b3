import { tmpdir } from 'node:os';
import type { Entry, EntrySink } from '../archive/entry.ts';
import { LIMITS } from '../archive/limits.ts';
import type { Oddity } from '../archive/oddity.ts';
import type { ArchiveFormat } from '../archive/read.ts';
import { PackgateError } from '../errors.ts';
import type { FileFacts } from './facts.ts';
import { createIdentity } from './identity.ts';
import { placeOf } from './inner-path.ts';
import { lookAt } from './look.ts';
import type { Package } from './package.ts';
import type { Reader } from './reader.ts';
import type { FileCandidates } from './secret/find.ts';
import { createSensitiveList } from './sensitive/list.ts';
import { createUnpack } from './unpack.ts';

const ASCII = /^[\x00-\x7f]*$/;

/** What the whole package amounts to, beside what only the archive file itself tells. */
export type Gathered = Pick<
  Package,
  | 'manifest'
  | 'unpackedSize'
  | 'fileCount'
  | 'files'
  | 'innerMaps'
  | 'references'
  | 'caches'
  | 'sensitive'
  | 'oddities'
  | 'uninspected'
> & {
  /** What is still to be looked at for credentials, once the archive was read. */
  readonly candidates: readonly FileCandidates[];
};

/** Kept until the archive was read; honest packages have a few hundred kilobytes of them at most. */
const MAX_CANDIDATE_BYTES = 8 * 1024 * 1024;
const TOO_MANY_CANDIDATES =
  'more places in the package look like credentials than packgate looks at: these were not';

/** Takes the entries of an archive, looks at each, hands its facts on and keeps what concerns the package as a whole. */
export interface Gatherer extends EntrySink {
  /**
   * @param format of the archive the files came from
   * @throws PackgateError `archive` where there is no file, or no `package.json` in what npm would install
   */
  finish(format: ArchiveFormat): Gathered;
  /** Files that have begun so far, and the bytes they come to. */
  seen(): { readonly files: number; readonly unpacked: number };
}

/**
 * @param onFile gets the facts of each file as soon as its last byte has passed
 * @param wantsDigest tells which files' sha256 the policy needs
 * @param temporary folder for what is too large to hold in memory, absolute
 */
export function createGatherer(
  onFile: (file: FileFacts) => void,
  wantsDigest: (path: string) => boolean,
  temporary: string = tmpdir(),
): Gatherer {
  const files = new Map<string, number>();
  const innerMaps = new Set<string>();
  /** Paths as macOS and Windows compare them, where that is not how they are written. */
  const folded = new Map<string, string>();
  const references: Package['references'][number][] = [];
  const caches: NonNullable<Package['caches']>[number][] = [];
  const uninspected: Package['uninspected'][number][] = [];
  const sensitive = createSensitiveList();
  const oddities: Oddity[] = [];
  const candidates: FileCandidates[] = [];
  let candidateBytes = 0;
  let unpackedSize = 0;
  let fileCount = 0;
  const identity = createIdentity();

  let look: Reader<FileFacts> | undefined;

  function note(oddity: Oddity): void {
    if (oddities.length >= LIMITS.oddities) {
      throw new PackgateError('limit', `the archive has more than ${LIMITS.oddities} oddities`, {
        help: 'Pack it again',
      });
    }
    oddities.push(oddity);
  }

  function compare(path: string): void {
    if (files.has(path)) {
      note({
        kind: 'duplicate-path',
        path,
        message: 'The archive holds this path more than once: the last copy is installed, all are published.',
      });
      return;
    }
    const fold = (ASCII.test(path) ? path : path.normalize('NFC')).toLowerCase();
    const other = folded.get(fold) ?? (fold !== path && files.has(fold) ? fold : undefined);
    if (other !== undefined) {
      note({
        kind: 'colliding-path',
        path,
        message: `On macOS and Windows this is the same path as ${other}.`,
      });
    }
    if (fold !== path) folded.set(fold, path);
  }

  function take(facts: FileFacts): void {
    for (const reference of facts.references) references.push({ path: facts.path, reference });
    for (const { kind, name } of facts.records ?? []) {
      if (kind === 'cache') caches.push({ path: facts.path, tool: name });
    }
    if (facts.candidates.length > 0) takeCandidates(facts);
    if (facts.uninspected !== undefined) uninspected.push({ path: facts.path, reason: facts.uninspected });
    sensitive.add(facts);
    onFile(facts);
  }

  function takeCandidates({ path, candidates: pieces }: FileFacts): void {
    candidateBytes += pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (candidateBytes <= MAX_CANDIDATE_BYTES) candidates.push({ path, candidates: pieces });
    else uninspected.push({ path, reason: TOO_MANY_CANDIDATES });
  }

  const unpack = createUnpack({
    onFile(facts) {
      // Of all that may be inside, comments ask for maps alone.
      if (facts.maps.length > 0 || facts.path.endsWith('.map')) {
        innerMaps.add(facts.path);
        innerMaps.add(placeOf(facts.path));
      }
      take(facts);
    },
    onOddity: note,
    wantsDigest,
    temporary,
  });

  return {
    begin({ path, size }: Entry) {
      compare(path);
      files.set(path, size);
      unpackedSize += size;
      fileCount++;
      look = lookAt(path, size, wantsDigest(path), unpack);
      identity.begin(path, size);
    },
    bytes(view, whole) {
      look!.push(view, whole);
      identity.bytes(view);
    },
    end(unread) {
      const facts = look!.end();
      look = undefined;
      identity.end();
      take(unread === undefined ? facts : { ...facts, uninspected: unread });
    },
    seen: () => ({ files: fileCount, unpacked: unpackedSize }),
    finish(format) {
      if (fileCount === 0) {
        throw new PackgateError('archive', 'the archive holds no file', {
          help: 'Pack again, and check `files` in package.json',
        });
      }
      return {
        manifest: identity.manifest(format),
        unpackedSize,
        fileCount,
        files,
        innerMaps,
        references,
        caches,
        sensitive: sensitive.content(),
        oddities,
        uninspected,
        candidates,
      };
    },
  };
}
