import type { Originals } from '../content/originals.ts';
import { byteSize, count, counted } from '../figures.ts';
import type { Evidence } from './rule.ts';

/** Sums over what one file tells of original files. */
export type Totals = Pick<Originals, 'named' | 'embedded' | 'firstParty' | 'lines' | 'bytes'>;

/**
 * Sums up what several things tell; the same text of the same file counts once, as in all of several maps that
 * tools put into one script.
 */
export function total(originals: readonly Originals[]): Totals {
  const sum = { named: 0, embedded: 0, firstParty: 0, lines: 0, bytes: 0 };
  if (originals.length > 1 && originals.every(({ named, sources }) => named === sources.length)) {
    const seen = new Set<string>();
    for (const { path, embedded, lines, bytes, firstParty } of originals.flatMap(({ sources }) => sources)) {
      const key = `${path}\n${lines}\n${bytes}`;
      if (seen.has(key)) continue;
      seen.add(key);
      sum.named++;
      if (embedded) sum.embedded++;
      if (firstParty) sum.firstParty++;
      sum.lines += lines;
      sum.bytes += bytes;
    }
    return sum;
  }
  for (const one of originals) {
    sum.named += one.named;
    sum.embedded += one.embedded;
    sum.firstParty += one.firstParty;
    sum.lines += one.lines;
    sum.bytes += one.bytes;
  }
  return sum;
}

/** `1,902 original files with their full text (512,311 lines, 1,650 files your own)`, or what else is exposed. */
export function exposes({ named, embedded, firstParty, lines, bytes }: Totals): string {
  if (named === 0) return 'no original file';
  const own = firstParty === named ? '' : `, ${counted(firstParty, 'file')} your own`;
  if (embedded === 0)
    return `the paths of ${counted(named, 'original file')}${own.replace(', ', ', of them ')}, not their text`;
  const rest = named > embedded ? `, and the paths of ${count(named - embedded)} more` : '';
  // Sources that this Node cannot unpack are not counted in lines.
  const much = lines > 0 || bytes === 0 ? counted(lines, 'line') : byteSize(bytes);
  return `the full text of ${counted(embedded, 'original file')} (${much}${own})${rest}`;
}

/** The sums as evidence, with the first few of the publisher's own paths. */
export function figuresOf(originals: readonly Originals[]): Evidence {
  const { named, embedded, firstParty, lines, bytes } = total(originals);
  return {
    sources: named,
    embedded,
    firstParty,
    lines,
    bytes,
    firstSources: [
      ...new Set(
        originals.flatMap(({ sources }) =>
          sources.filter(({ firstParty }) => firstParty).map(({ path }) => path),
        ),
      ),
    ].slice(0, 5),
  };
}
