import type { DebugFacts } from '../../content/binary/debug.ts';
import { byteSize, counted } from '../../figures.ts';
import type { Evidence } from '../rule.ts';

/** `2.1 MB of DWARF debug information (34% of the file), which names 120 source files, 98 of them your own`. */
export function debugSentence({ format, bytes, sources }: DebugFacts, size: number): string {
  const share = size > 0 ? Math.round((bytes / size) * 100) : 0;
  const part = share >= 1 && share < 100 ? ` (${share}% of the file)` : '';
  const what = `${byteSize(bytes)} of ${format} debug information${part}`;
  if (sources === undefined) return what;
  const { named, firstParty, embedded, lines } = sources;
  const some = firstParty === 0 ? 'none of them' : counted(firstParty, 'file');
  const own = firstParty === named ? '' : `, ${some} your own`;
  const texts =
    embedded > 0
      ? `, and holds the full text of ${embedded === named ? 'all' : embedded} of them (${counted(lines, 'line')})`
      : '';
  return `${what}, which names ${counted(named, 'source file')}${own}${texts}`;
}

export function debugEvidence({ format, bytes, symbols, sources }: DebugFacts): Evidence {
  return {
    ...(format !== undefined && { format }),
    bytes,
    symbols,
    ...(sources !== undefined && {
      sources: sources.named,
      firstParty: sources.firstParty,
      embedded: sources.embedded,
      firstSources: sources.sources
        .filter((source) => source.firstParty)
        .map(({ path }) => path)
        .slice(0, 5),
    }),
  };
}

/** Whether everything that debug information names is known and none of it the publisher's. */
export function isForeign({ sources }: DebugFacts): boolean {
  return sources !== undefined && sources.named > 0 && sources.firstParty === 0;
}
