import type { MapFacts } from '../../content/map/facts.ts';
import { count, counted } from '../../figures.ts';
import type { Evidence } from '../rule.ts';
import type { Generator } from './stop.ts';

/** Sums over the maps of one file. */
export type Totals = Pick<MapFacts, 'named' | 'embedded' | 'firstParty' | 'lines' | 'bytes'>;

export function total(maps: readonly MapFacts[]): Totals {
  const sum = { named: 0, embedded: 0, firstParty: 0, lines: 0, bytes: 0 };
  for (const map of maps) {
    sum.named += map.named;
    sum.embedded += map.embedded;
    sum.firstParty += map.firstParty;
    sum.lines += map.lines;
    sum.bytes += map.bytes;
  }
  return sum;
}

/** `1,902 original files with their full text (512,311 lines, 1,650 files your own)`, or what else the maps expose. */
export function exposes({ named, embedded, firstParty, lines, bytes }: Totals): string {
  if (named === 0) return 'no original file';
  const own = firstParty === named ? '' : `, ${counted(firstParty, 'file')} your own`;
  if (embedded === 0)
    return `the paths of ${counted(named, 'original file')}${own.replace(', ', ', of them ')}, not their text`;
  const rest = named > embedded ? `, and the paths of ${count(named - embedded)} more` : '';
  // Sources that this Node cannot unpack are not counted in lines.
  const much = lines > 0 || bytes === 0 ? counted(lines, 'line') : counted(bytes, 'byte');
  return `the full text of ${counted(embedded, 'original file')} (${much}${own})${rest}`;
}

/** What the maps of one file hold, as evidence. */
export function evidenceOf(maps: readonly MapFacts[]): Evidence {
  const totals = total(maps);
  const generator = generatorOf(maps);
  return {
    sources: totals.named,
    embedded: totals.embedded,
    firstParty: totals.firstParty,
    lines: totals.lines,
    bytes: totals.bytes,
    firstSources: maps
      .flatMap((map) => map.sources.filter((source) => source.firstParty).map(({ path }) => path))
      .slice(0, 5),
    ...(generator !== undefined && { generator }),
    ...(maps.some((map) => map.truncated) && { truncated: true }),
  };
}

/** Keys of a map in the order in which tools write them, and whether with line breaks: seen by building one application with each. */
const KEY_ORDERS: readonly (readonly [generator: Generator, pretty: boolean, keys: string])[] = [
  ['esbuild', true, 'version,sources,sourcesContent,mappings,names'],
  ['esbuild', true, 'version,sources,mappings,names'],
  ['bun', true, 'version,sources,sourcesContent,mappings,debugId,names'],
  ['typescript', false, 'version,file,sourceRoot,sources,names,mappings'],
  ['typescript', false, 'version,file,sourceRoot,sources,names,mappings,sourcesContent'],
  ['webpack', false, 'version,file,mappings,sources,sourcesContent,names,sourceRoot'],
  ['webpack', false, 'version,file,mappings,sources,names,sourceRoot'],
  ['rollup', false, 'version,file,sources,sourcesContent,names,mappings'],
  ['rolldown', false, 'version,file,names,sources,sourcesContent,mappings'],
  ['babel', false, 'version,file,names,sources,sourcesContent,mappings,ignoreList'],
  ['terser', false, 'version,names,sources,sourcesContent,mappings,ignoreList'],
  ['terser', false, 'version,names,sources,mappings,ignoreList'],
  ['swc', false, 'version,sources,sourcesContent,names,mappings'],
  ['sass', false, 'version,sourceRoot,sources,names,mappings,file'],
  ['sass', false, 'version,sourceRoot,sources,sourcesContent,names,mappings,file'],
];

/** The tool that wrote these maps, where their bytes tell. */
export function generatorOf(maps: readonly MapFacts[]): Generator | undefined {
  const [map] = maps;
  if (map === undefined) return undefined;
  if (map.scheme === 'webpack') return 'webpack';
  const order = map.keys.join(',');
  return KEY_ORDERS.find(([, pretty, keys]) => keys === order && pretty === map.pretty)?.[0];
}
