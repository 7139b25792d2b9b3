import type { MapFacts } from '../../content/map/facts.ts';
import { figuresOf } from '../originals.ts';
import type { Evidence } from '../rule.ts';
import type { Generator } from './stop.ts';

/** What the maps of one file hold, as evidence. */
export function evidenceOf(maps: readonly MapFacts[]): Evidence {
  const generator = generatorOf(maps);
  return {
    ...figuresOf(maps),
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
