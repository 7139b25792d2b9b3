import type { Exposes } from '../../content/exposure.ts';
import type { MapSighting } from '../../content/map/facts.ts';
import { type Writer, writerOf } from '../../content/map/writer.ts';
import { figuresOf } from '../originals.ts';
import type { Evidence } from '../rule.ts';

/** The tool that wrote these maps, where the bytes of the first one tell. */
export function generatorOf([first]: readonly MapSighting[]): Writer | undefined {
  return first === undefined ? undefined : writerOf(first.facts, first.form === 'object');
}

/** What the maps of one file hold, as evidence. */
export function evidenceOf(maps: readonly MapSighting[]): Evidence {
  const facts = maps.map((map) => map.facts);
  const generator = generatorOf(maps);
  const debugIds = facts.flatMap(({ debugId }) => debugId ?? []);
  return {
    ...figuresOf(facts),
    ...(generator !== undefined && { generator }),
    ...(debugIds.length > 0 && { debugIds: debugIds.slice(0, 20) }),
    ...(facts.some(({ truncated }) => truncated) && { truncated: true }),
  };
}

/** Bytes of the original text in these maps. */
export function bytesIn(maps: readonly MapSighting[]): number {
  return maps.reduce((sum, { facts }) => sum + facts.bytes, 0);
}

export function exposedBy(maps: readonly MapSighting[]): Exposes {
  return { kind: 'originals', originals: maps.map(({ facts }) => facts) };
}
