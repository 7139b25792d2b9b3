import { createBoundedList } from '../archive/bounded-list.ts';
import { LIMITS, type Limits } from '../archive/limits.ts';
import { createOddityList, type Oddity } from '../archive/oddity.ts';
import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import type { FileFacts } from './facts.ts';
import { createFileList } from './file-list.ts';
import { placeOf } from './inner-path.ts';
import type { Originals } from './originals.ts';
import type { Package, Uninspected } from './package.ts';
import type { FileCandidates } from './secret/find.ts';
import { createSensitiveList } from './sensitive/list.ts';

/** What the files of a package tell that concerns it as a whole. */
export type Collected = Pick<
  Package,
  'innerMaps' | 'references' | 'caches' | 'sensitive' | 'oddities' | 'uninspected'
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

/** Keeps of each file what concerns the package as a whole, and hands its facts on. */
export interface Collection {
  /** A file of the package. */
  add(facts: FileFacts): void;
  /** A file inside another one. */
  addInner(facts: FileFacts): void;
  note(oddity: Oddity): void;
  /** @param generates whether the package makes new projects out of its files */
  content(generates: boolean): Collected;
}

/**
 * @param onFile gets the facts of each file
 * @param temporary folder for what is too large to hold in memory, absolute
 */
export function createCollection(
  onFile: (file: FileFacts) => void,
  temporary: string,
  limits: Limits,
): Collection {
  const innerMaps = createFileList(temporary);
  const references = createBoundedList<Package['references'][number]>(
    'comments that point to a source map',
    LIMITS.references,
    ({ path }) => `Remove them in the release build; the last is in ${path}`,
  );
  const caches = createBoundedList<NonNullable<Package['caches']>[number]>(
    'files of build caches',
    limits.findings,
    ({ path }) => `Leave them out of the package; the last is ${path}`,
  );
  const uninspected = createBoundedList<Uninspected>(
    'files that packgate cannot look into',
    limits.findings,
    ({ path }) => `Begin with ${path}, or leave them out of the package`,
  );
  const sensitive = createSensitiveList(limits);
  const oddities = createOddityList(limits);
  const candidates: FileCandidates[] = [];
  let candidateBytes = 0;
  const innerPaths: string[] = [];
  const listed = createListing();

  function add(read: FileFacts): void {
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

  function addInner(facts: FileFacts): void {
    takeName(facts.path);
    // Of all that may be inside, comments ask for maps alone.
    if (facts.maps.length > 0 || facts.path.endsWith('.map')) {
      innerMaps.add(facts.path, facts.size);
      innerMaps.add(placeOf(facts.path), facts.size);
    }
    add(facts);
  }

  return {
    add,
    addInner,
    note(oddity) {
      oddities.add(oddity, oddity.path, oddity.message);
    },
    content(generates) {
      return {
        innerMaps,
        references: references.items,
        caches: caches.items,
        sensitive: sensitive.content(generates),
        oddities: oddities.items,
        uninspected: uninspected.items,
        candidates,
        innerPaths,
      };
    },
  };
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
