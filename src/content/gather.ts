import { tmpdir } from 'node:os';
import { type Budget, createBudget } from '../archive/budget.ts';
import type { Entry, EntrySink } from '../archive/entry.ts';
import type { ArchiveFormat } from '../archive/read.ts';
import { tuneForMany } from '../engine.ts';
import { PackgateError } from '../errors.ts';
import { type Collected, createCollection } from './collection.ts';
import type { Unpack } from './container.ts';
import { withheld } from './containers/inside.ts';
import type { FileFacts } from './facts.ts';
import { createFileList, type Met } from './file-list.ts';
import { createGlance } from './glance.ts';
import { createIdentity } from './identity.ts';
import { lookAt } from './look.ts';
import type { Package } from './package.ts';
import { createPartedFile, type PartedFile } from './parted-file.ts';
import type { Reader } from './reader.ts';
import { differenceUnseen } from './same-looking.ts';
import { createUnpack } from './unpack.ts';

/** What the whole package amounts to, beside what only the archive file itself tells. */
export type Gathered = Pick<Package, 'manifest' | 'unpackedSize' | 'fileCount' | 'files'> & Collected;

/** Takes the entries of an archive and looks at each. */
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
  const collection = createCollection(onFile, temporary, budget.limits);
  const { note } = collection;
  let unpackedSize = 0;
  let fileCount = 0;
  const identity = createIdentity();
  const glance = createGlance();

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
        message: `On macOS or Windows this is the same path as ${twin}.${differenceUnseen(path, twin)}`,
      });
    }
  }

  /** Made for the first container: most packages hold none. */
  let unpacking: Unpack | undefined;
  const unpack: Unpack = (container, path, about) => {
    unpacking ??= createUnpack({
      onFile: collection.addInner,
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
    collection.add(unread === undefined ? facts : withheld(facts, unread, missing));
  }

  return {
    begin(entry: Entry) {
      if (parted !== undefined && !parted.file.continues(entry.path, entry.size)) endParted();
      path = entry.path;
      size = entry.size;
      missing = entry.elsewhere === true;
      const met = files.add(path, size, entry.tidy);
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
      if (whole && !digest && view.length > 0) glanced = glance(path, view);
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
      collection.add(unread === undefined ? facts : withheld(facts, unread, missing));
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
        ...collection.content(manifest.generates === true),
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
