import { tmpdir } from 'node:os';
import { createBoundedList } from '../archive/bounded-list.ts';
import { type Budget, createBudget } from '../archive/budget.ts';
import type { Entry, EntrySink } from '../archive/entry.ts';
import { LIMITS } from '../archive/limits.ts';
import { createOddityList, type Oddity } from '../archive/oddity.ts';
import type { ArchiveFormat } from '../archive/read.ts';
import { tuneForMany } from '../engine.ts';
import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import type { Unpack } from './container.ts';
import { withheld } from './containers/inside.ts';
import type { FileFacts } from './facts.ts';
import { createFileList, type Met } from './file-list.ts';
import { glanceAt } from './glance.ts';
import { createIdentity } from './identity.ts';
import { placeOf } from './inner-path.ts';
import { lookAt } from './look.ts';
import type { Originals } from './originals.ts';
import type { Package, Uninspected } from './package.ts';
import { createPartedFile, type PartedFile } from './parted-file.ts';
import type { Reader } from './reader.ts';
import type { FileCandidates } from './secret/find.ts';
import { createSensitiveList } from './sensitive/list.ts';
import { createUnpack } from './unpack.ts';

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
  /** Of the files inside others, those that may hold a token. */
  readonly innerPaths: readonly string[];
};

/** Kept until the archive was read; honest packages have a few hundred kilobytes of them at most. */
const MAX_CANDIDATE_BYTES = 8 * 1024 * 1024;
/** What one takes in memory beside its bytes. */
const PER_CANDIDATE = 100;
/** No token is shorter; few names have as many letters and digits in a row. */
const MAY_HOLD_TOKEN = /[\w-]{20}/;
/** Names of files inside others that are looked at. */
const MAX_INNER_NAMES = 20_000;
const TOO_MANY_NAMES =
  'more files lie inside others than packgate looks at the names of: from here on names were not';
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

/** Files from which on there may be tens of thousands. */
const MANY = 3000;

/** Files whose names have a `.` for a folder, of which digests are kept. */
const MAX_DOTTED = 1000;

/**
 * @param onFile gets the facts of each file as soon as its last byte has passed
 * @param wantsDigest tells which files' sha256 the policy needs
 * @param temporary folder for what is too large to hold in memory, absolute
 * @param budget what the run may still cost
 */
export function createGatherer(
  onFile: (file: FileFacts) => void,
  wantsDigest: (path: string) => boolean,
  temporary: string = tmpdir(),
  budget: Budget = createBudget(),
): Gatherer {
  const files = createFileList(temporary);
  const innerMaps = createFileList(temporary);
  const references = createBoundedList<Package['references'][number]>(
    'comments that point to a source map',
    LIMITS.references,
    ({ path }) => `Remove them in the release build; the last is in ${path}`,
  );
  const caches = createBoundedList<NonNullable<Package['caches']>[number]>(
    'files of build caches',
    budget.limits.findings,
    ({ path }) => `Leave them out of the package; the last is ${path}`,
  );
  const uninspected = createBoundedList<Uninspected>(
    'files that packgate cannot look into',
    budget.limits.findings,
    ({ path }) => `Begin with ${path}, or leave them out of the package`,
  );
  const sensitive = createSensitiveList(budget.limits);
  const oddities = createOddityList(budget.limits);
  const candidates: FileCandidates[] = [];
  let candidateBytes = 0;
  const innerPaths: string[] = [];
  let unpackedSize = 0;
  let fileCount = 0;
  const identity = createIdentity();

  /** The file at hand. */
  let path = '';
  let size = 0;
  let digest = false;
  let look: Reader<FileFacts> | undefined;
  let glanced: FileFacts | undefined;
  let missing = false;
  /** What may go on in the file at hand, or in the next one, and what was not read of it. */
  let parted: { readonly file: PartedFile; unread?: string; missing?: boolean } | undefined;
  let isPart: 'first' | 'later' | undefined;

  const note = (oddity: Oddity) => oddities.add(oddity, oddity.path, oddity.message);

  /** Digests of files whose names have a `.` for a folder: the same file may come again without. */
  const dotted = new Map<string, string | undefined>();
  let again = false;

  function noteTwice(path: string, sha256: string | undefined): void {
    const same = sha256 !== undefined && dotted.get(path) === sha256;
    note({
      kind: 'duplicate-path',
      path,
      message: same
        ? 'The archive holds this path more than once, with the same bytes.'
        : 'The archive holds this path more than once: the last copy is installed, all are published.',
      ...(same && { same }),
    });
  }

  function compare(path: string, { twin }: Met): void {
    if (twin !== undefined) {
      note({
        kind: 'colliding-path',
        path,
        message: `On macOS or Windows this is the same path as ${twin}.`,
      });
    }
  }

  const listed = createListing();

  function take(read: FileFacts): void {
    const facts = listed(read);
    const { path } = facts;
    for (const reference of facts.references) references.add({ path, reference }, path, reference.url);
    for (const { kind, name } of facts.records ?? []) {
      if (kind === 'cache') caches.add({ path, tool: name }, path);
    }
    if (facts.candidates.length > 0) takeCandidates(facts);
    const { uninspected: reason } = facts;
    if (reason !== undefined) {
      const because = facts.elsewhere ? 'elsewhere' : facts.kind === 'executable' ? 'executable' : undefined;
      uninspected.add({ path, reason, ...(because && { because }) }, path, reason);
    }
    sensitive.add(facts);
    onFile(facts);
  }

  function takeCandidates({ path, candidates: pieces }: FileFacts): void {
    candidateBytes += path.length + pieces.reduce((sum, { bytes }) => sum + bytes.length + PER_CANDIDATE, 0);
    if (candidateBytes <= MAX_CANDIDATE_BYTES) candidates.push({ path, candidates: pieces });
    else uninspected.add({ path, reason: TOO_MANY_CANDIDATES }, path);
  }

  function takeName(path: string): void {
    if (!MAY_HOLD_TOKEN.test(path)) return;
    if (innerPaths.length < MAX_INNER_NAMES) innerPaths.push(path);
    else if (innerPaths.length === MAX_INNER_NAMES) {
      innerPaths.push(path);
      uninspected.add({ path, reason: TOO_MANY_NAMES }, path);
    }
  }

  /** Made for the first container: most packages hold none. */
  let unpacking: Unpack | undefined;
  const unpack: Unpack = (container, path, about) => {
    unpacking ??= createUnpack({
      onFile(facts) {
        takeName(facts.path);
        // Of all that may be inside, comments ask for maps alone.
        if (facts.maps.length > 0 || facts.path.endsWith('.map')) {
          innerMaps.add(facts.path, facts.size);
          innerMaps.add(placeOf(facts.path), facts.size);
        }
        take(facts);
      },
      onOddity: note,
      wantsDigest,
      temporary,
      budget,
    });
    return unpacking(container, path, about);
  };

  function endParted(): void {
    if (parted === undefined) return;
    const { file, unread, missing = false } = parted;
    parted = undefined;
    const facts = file.end();
    take(unread === undefined ? facts : withheld(facts, unread, missing));
  }

  return {
    begin(entry: Entry) {
      if (parted !== undefined && !parted.file.continues(entry.path, entry.size)) endParted();
      path = entry.path;
      size = entry.size;
      missing = entry.elsewhere === true;
      const met = files.add(path, size);
      again = met.again;
      compare(path, met);
      unpackedSize += size;
      if (++fileCount === MANY) tuneForMany();
      if (entry.dotted && dotted.size < MAX_DOTTED && !again) dotted.set(path, undefined);
      digest = wantsDigest(path) || dotted.has(path);
      isPart = parted === undefined ? undefined : 'later';
      if (isPart === undefined && mayBeFirstPart(path, size)) {
        isPart = 'first';
        parted = { file: createPartedFile(path, size, digest, unpack) };
      }
      identity.begin(path, size);
    },
    bytes(view, whole) {
      parted?.file.push(view);
      if (isPart === 'first') {
        identity.bytes(view);
        return;
      }
      if (whole && !digest && view.length > 0) glanced = glanceAt(path, view);
      if (glanced === undefined) {
        look ??= lookAt(path, size, digest, unpack);
        look.push(view, whole);
      }
      identity.bytes(view);
    },
    end(unread) {
      if (isPart === 'first') {
        identity.end();
        parted!.file.endPart();
        if (unread !== undefined) parted = { ...parted!, unread, missing };
        return;
      }
      const own = glanced ?? (look ?? lookAt(path, size, digest, unpack)).end();
      const facts = isPart === 'later' ? asPart(own) : own;
      look = undefined;
      glanced = undefined;
      identity.end();
      const sha256 = unread === undefined ? facts.sha256 : undefined;
      if (again) noteTwice(path, sha256);
      if (dotted.has(path)) dotted.set(path, again ? undefined : sha256);
      take(unread === undefined ? facts : withheld(facts, unread, missing));
      if (parted?.file.endPart() === false) endParted();
    },
    seen: () => ({ files: fileCount, unpacked: unpackedSize }),
    finish(format) {
      endParted();
      if (fileCount === 0) {
        throw new PackgateError('archive', 'the archive holds no file', {
          help: 'Pack again, and check `files` in package.json',
        });
      }
      const manifest = identity.manifest(format);
      return {
        manifest,
        unpackedSize,
        fileCount,
        files,
        innerMaps,
        references: references.items,
        caches: caches.items,
        sensitive: sensitive.content(manifest.generates === true),
        oddities: oddities.items,
        uninspected: uninspected.items,
        candidates,
        innerPaths,
      };
    },
  };
}

/** Of a part that was read behind those before it, too: whether that went well is told there. */
function asPart({ uninspected: _, ...facts }: FileFacts): FileFacts {
  return facts;
}

/** Of the first part of something that was cut, in bytes: tools and people cut at round figures, Rsdoctor at ten megabytes. */
const MIN_PART = 1 << 20;
const ROUND = 1024;
/** `moduleCodeMap/0`, `app.zip.001`. */
const FIRST_PART = /(?:^|\D)0{0,5}[01]$/;

function mayBeFirstPart(path: string, size: number): boolean {
  return size >= MIN_PART && size % ROUND === 0 && FIRST_PART.test(path);
}

/**
 * Takes the names out of what a file tells of original files where the package has told of too many: they stay in memory until
 * the report is written. Their counts stay.
 */
function createListing(): (facts: FileFacts) => FileFacts {
  let maps = 0;
  let sources = 0;
  let characters = 0;

  function fit<Told extends Originals>(told: Told): Told {
    sources += told.sources.length;
    for (const { path } of told.sources) characters += path.length;
    return sources <= LIMITS.sources && characters <= LIMITS.text ? told : { ...told, sources: [] };
  }

  return (facts) => {
    maps += facts.maps.length;
    if (maps > LIMITS.maps) {
      throw new PackgateError('limit', `the package has more than ${count(LIMITS.maps)} source maps`, {
        help: 'Switch source maps off in the release build',
      });
    }
    const named = facts.debug?.sources;
    if (facts.maps.length === 0 && facts.records === undefined && named === undefined) return facts;
    return {
      ...facts,
      maps: facts.maps.map((map) => ({ ...map, facts: fit(map.facts) })),
      ...(facts.records && { records: facts.records.map(fit) }),
      ...(facts.debug && named !== undefined && { debug: { ...facts.debug, sources: fit(named) } }),
    };
  };
}
