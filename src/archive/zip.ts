import type { Budget } from './budget.ts';
import type { EntrySink } from './entry.ts';
import { checkLength, plainPath } from './name.ts';
import type { Oddity } from './oddity.ts';
import type { Bytes } from './store.ts';
import { createDataReader, type DataReader } from './zip-data.ts';
import { entriesOf, planZip, type ZipEntry, type ZipPlan } from './zip-directory.ts';
import { compareLocal, descriptorEnd, isZeroFrom, LOCAL } from './zip-local.ts';

/**
 * Hands every file of a zip archive to the sink, in the order of its directory, and compares directory and local headers:
 * some tools go by the one and some by the other, and where the two differ they unpack different files.
 *
 * @param report gets what tools read in different ways, links, and names that climb out
 * @param budget what is charged for each entry
 * @returns what was not looked at beside files that the sink was told of, in a few words
 * @throws PackgateError `archive` or `limit`
 */
export function readZip(
  bytes: Bytes,
  sink: EntrySink,
  report: (oddity: Oddity) => void,
  budget: Budget,
): string | undefined {
  const content = createDataReader(bytes, sink);
  try {
    return readEntries(bytes, sink, report, budget, content);
  } finally {
    content.close();
  }
}

function readEntries(
  bytes: Bytes,
  sink: EntrySink,
  report: (oddity: Oddity) => void,
  budget: Budget,
  content: DataReader,
): string | undefined {
  const plan = planZip(bytes);
  for (const message of plan.ambiguities) report({ kind: 'ambiguous', path: '', message });
  const directory = bytes.fork();
  const offsets = offsetsOf(directory, plan, budget);
  let stray = plan.prefix;

  /** What lies between files belongs to none. */
  function onGap(from: number, to: number): void {
    if (to <= from || isZeroFrom(bytes, from, to)) return;
    if (to - from >= 4 && bytes.read(from, 4).readUInt32LE(0) === LOCAL) {
      report({
        kind: 'ambiguous',
        path: '',
        message: `An entry at byte ${from} of the zip archive is not in its directory: tools that read from the start unpack it.`,
      });
    }
    stray += to - from;
  }

  onGap(plan.prefix, plan.prefix + (offsets[0] ?? plan.start - plan.prefix));
  let count = 0;
  for (const entry of entriesOf(directory, plan)) {
    count++;
    checkLength(entry.name, budget.limits);
    const { path, oddity } = plainPath(entry.name);
    if (oddity !== undefined)
      report({ kind: 'unsafe-path', path, message: `The name of this entry ${oddity}.` });
    readEntry(entry, path);
  }
  // Tools of old count to 65,535 and begin again.
  if (count !== plan.count && count % 65_536 !== plan.count) {
    report({
      kind: 'ambiguous',
      path: '',
      message: `The zip archive says that it has ${plan.count} entries; its directory has ${count}.`,
    });
  }

  function readEntry(entry: ZipEntry, path: string): void {
    const differs = (message: string) => report({ kind: 'ambiguous', path, message });
    if (entry.otherName !== undefined) {
      differs(`The directory gives this entry a second name, ${JSON.stringify(entry.otherName)}.`);
    }
    const isFolder = entry.name.endsWith('/') || path === '';
    // Nothing, deflated, takes two bytes.
    const isEmpty = entry.size === 0 && entry.compressedSize <= (entry.method === 0 ? 0 : 2);
    if (isFolder && !isEmpty) differs('This folder has a body: some tools make a file of it.');
    if (entry.isLink) {
      report({
        kind: 'special-entry',
        path,
        message: 'This entry is a link: tools differ on whether they follow it, skip it or write it.',
      });
    }
    const at = plan.prefix + entry.offset;
    const next = nextOf(offsets, entry.offset, plan);
    const data = at + 30 > plan.start ? undefined : compareLocal(bytes, entry, at, plan.start, differs);
    const fits = data !== undefined && next !== undefined && data + entry.compressedSize <= next;
    if (!fits) {
      differs(
        data === undefined
          ? 'The directory of the zip archive points to a place where no entry is.'
          : 'This entry lies over another one in the zip archive.',
      );
    } else {
      onGap(descriptorEnd(bytes, entry, { at, data, next }, differs), next);
    }
    if (isFolder && isEmpty) return;
    sink.begin({ path, size: entry.size });
    sink.end(fits ? content.read(entry, data, differs) : 'it cannot be told where in the zip archive it is');
  }

  return stray > 0 ? `${stray} bytes in the zip archive belong to no file in it` : undefined;
}

/** Offsets of all local headers as the directory has them, sorted. */
function offsetsOf(bytes: Bytes, plan: ZipPlan, budget: Budget): Float64Array {
  let offsets = new Float64Array(Math.min(plan.count, 1024) + 16);
  let count = 0;
  for (const { offset } of entriesOf(bytes, plan)) {
    budget.entry();
    if (count === offsets.length) {
      const larger = new Float64Array(2 * count);
      larger.set(offsets);
      offsets = larger;
    }
    offsets[count++] = offset;
  }
  return offsets.subarray(0, count).sort();
}

/** The absolute place of whatever follows the entry at `offset`; undefined where two begin there. */
function nextOf(offsets: Float64Array, offset: number, plan: ZipPlan): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  if (low >= 2 && offsets[low - 2] === offset) return undefined;
  return low < offsets.length ? Math.min(plan.prefix + offsets[low]!, plan.start) : plan.start;
}
