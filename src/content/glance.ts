import { mayHoldBase64 } from './base64.ts';
import { beginsLikeRecord, mayBeRecord } from './build/record-keys.ts';
import { mayHoldRecord } from './build/script-record.ts';
import { mayBeTextRecord } from './build/text-record.ts';
import { mayHoldTraces } from './build/traces.ts';
import type { FileFacts } from './facts.ts';
import { fileName } from './file-name.ts';
import { mayHoldJoined } from './joined-streams.ts';
import { endsAsZip } from './joined-zip.ts';
import { KIND_BYTES, type Kind, kindOf } from './kind.ts';
import { mayCarryMaps } from './map/inline.ts';
import { beginsLikeJson } from './map/prefix.ts';
import { findLeads } from './scanner/leads.ts';
import { mayHoldCandidates } from './secret/candidates.ts';
import { createSensitiveReader } from './sensitive/read.ts';
import { isProse } from './text/language.ts';
import { createTextReader } from './text/text.ts';
import { mapOptions, remote } from './text-content.ts';
import { recordOf } from './v8-record.ts';

const NONE: readonly never[] = [];
/** What a map, a record or a log of V8 may begin with: white space, a byte order mark, what guards JSON, brackets, and letters. */
const MAY_BEGIN: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32, 0xa0, 0xef, ...Buffer.from(')[{vs')]);

/** Tells the facts of small files that hold nothing but text of their own, one after the other. */
export type Glance = (path: string, view: Buffer) => FileFacts | undefined;

/** A file whose bytes came at least twice, and what a glance told of it. */
interface Twin {
  readonly extension: string;
  readonly bytes: Buffer;
  readonly facts: FileFacts;
}

/** Files that are remembered, and the longest of them in bytes: a megabyte at most. */
const TWINS = 256;
const MAX_TWIN = 4096;
/** Shorter ones are looked at as fast. */
const MIN_TWIN = 16;
/** Of files called so, the name tells no more than its extension does, where a glance is enough. */
const BY_EXTENSION: ReadonlySet<string> = new Set(['js', 'mjs', 'cjs', 'css', 'svg']);
const DECLARATION = '.d.ts';

/**
 * A glance that remembers files with the same bytes: declarations of icons, modules that pass on one thing, empty style sheets. Packages of tens of
 * thousands of files often hold few that differ. A file that comes once costs a number; from the second time on it is kept.
 */
export function createGlance(): Glance {
  /** What files whose bytes were met last look like. */
  const marks = new Int32Array(TWINS);
  const twins = new Array<Twin | undefined>(TWINS).fill(undefined);

  return (path, view) => {
    if (view.length < MIN_TWIN || view.length > MAX_TWIN) return glanceAt(path, view);
    const mark = markOf(view);
    const place = (mark ^ (mark >>> 16)) & (TWINS - 1);
    if (marks[place] !== mark) {
      marks[place] = mark;
      twins[place] = undefined;
      return glanceAt(path, view);
    }
    const extension = extensionFor(path);
    if (extension === undefined) return glanceAt(path, view);
    const twin = twins[place];
    if (twin?.extension === extension && twin.bytes.equals(view))
      return createSensitiveReader(path, headOf(view), TEXT) === undefined
        ? { ...twin.facts, path }
        : undefined;
    const facts = glanceAt(path, view);
    if (facts !== undefined) twins[place] = { extension, bytes: Buffer.from(view), facts };
    return facts;
  };
}

/** A number that differs for nearly all files that do. Without a loop: most packages are read before the engine compiles anything. */
function markOf(view: Buffer): number {
  const n = view.length;
  const middle = n >> 1;
  const far = n - (n >> 2);
  const sampled = (view[middle]! << 24) ^ (view[far]! << 16) ^ (view[n >> 2]! << 8) ^ view[n - 4]!;
  return Math.imul(sampled ^ Math.imul(n, 0x9e3779b1), 0x85ebca6b) ^ (view[middle + 1]! + view[far + 1]!);
}

/** What tells how a file is read; undefined where more of its name than this may. */
function extensionFor(path: string): string | undefined {
  const { dot, extension } = fileName(path);
  if (path.endsWith(DECLARATION)) return DECLARATION;
  return dot > 0 && BY_EXTENSION.has(extension) ? extension : undefined;
}

const headOf = (view: Buffer) => (view.length > KIND_BYTES ? view.subarray(0, KIND_BYTES) : view);
const TEXT: Kind = { kind: 'text' };

/**
 * The facts of a small file that holds nothing but text of its own, as nearly every file does: no map, no trace, no credential and nothing
 * that looks like one. Whatever may hold more is not for a glance.
 *
 * It asks for each reader whether that would find anything, and makes none of them, which takes 13 % of the
 * instructions of 40,000 small files away.
 *
 * @param path in the package
 * @param view the whole file, at least one byte
 * @returns what `lookAt` would tell; undefined where the file needs a proper look
 */
export function glanceAt(path: string, view: Buffer): FileFacts | undefined {
  const head = headOf(view);
  const kind = kindOf(head, path);
  if (kind.kind !== 'text' || kind.encoding !== undefined || kind.ramBundle) return undefined;
  const prose = isProse(path);
  const leads = findLeads(view);
  if (leads.count > 0 && mayCarryMaps(view, leads, mapOptions(prose))) return undefined;
  if (
    MAY_BEGIN.has(view[0]!) &&
    ((beginsLikeJson(view) && mayBeRecord(path, view)) ||
      beginsLikeRecord(view) ||
      recordOf(view) !== undefined)
  )
    return undefined;
  if (
    !prose &&
    (mayBeTextRecord(path, view) || mayHoldRecord(view, leads) || mayHoldTraces(path, view, leads))
  )
    return undefined;
  if (endsAsZip(view) || mayHoldJoined(view, leads) || mayHoldBase64(view) || mayHoldCandidates(view))
    return undefined;
  if (createSensitiveReader(path, head, kind) !== undefined) return undefined;
  const reader = createTextReader(path);
  reader.push(view, true);
  const text = reader.end();
  return {
    path,
    size: view.length,
    kind: 'text',
    maps: NONE,
    references: remote(text.comments),
    text,
    candidates: NONE,
    places: NONE,
  };
}
