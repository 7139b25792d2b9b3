import { mayHoldBase64 } from './base64.ts';
import { beginsLikeRecord, mayBeRecord } from './build/record-keys.ts';
import { mayHoldRecord } from './build/script-record.ts';
import { mayBeTextRecord } from './build/text-record.ts';
import { mayHoldTraces } from './build/traces.ts';
import type { FileFacts } from './facts.ts';
import { mayHoldJoined } from './joined-streams.ts';
import { endsAsZip } from './joined-zip.ts';
import { KIND_BYTES, kindOf } from './kind.ts';
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
  const head = view.length > KIND_BYTES ? view.subarray(0, KIND_BYTES) : view;
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
  if (mayBeTextRecord(path, view, prose)) return undefined;
  if (!prose && (mayHoldRecord(view, leads) || mayHoldTraces(path, view, leads))) return undefined;
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
