import { createFileList } from './content/file-list.ts';
import type { FileCandidates, Search } from './content/secret/find.ts';
import { Found } from './rules/finding.ts';
import type { Sighting } from './rules/rule.ts';

/**
 * Most packages hold nothing that looks like a credential, and the patterns are heavy: they are loaded for those that do.
 */
export async function searchCandidates(candidates: readonly FileCandidates[]): Promise<Search> {
  if (candidates.length === 0) return { found: [], redact: (text) => text };
  const { findSecrets } = await import('./content/secret/find.ts');
  return findSecrets(candidates);
}

/**
 * The same facts or findings without the credentials that they quote: in comments, addresses, names of files and of
 * sources. From here on nobody knows them, so that none can get into a report, a receipt, a config or an error.
 */
export function redacted<Value>(value: Value, redact: (text: string) => string): Value {
  const clean = (one: unknown): unknown => {
    if (typeof one === 'string') return redact(one);
    if (one instanceof Found)
      return one.told((sighting) => clean(sighting) as Sighting, redact(one.fingerprint));
    if (Array.isArray(one)) return one.map(clean);
    if (isMap(one)) return cleanMap(one);
    if (one instanceof Set) return new Set([...one].map(clean));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, other]) => [key, clean(other)]));
  };
  // Lists of files may be long: most are as they were, and none is held in memory.
  const cleanMap = (map: ReadonlyMap<unknown, unknown>) => {
    for (const [key, other] of map)
      if (clean(key) !== key || (typeof other === 'object' && other !== null) || clean(other) !== other)
        return cleaned(map);
    return map;
  };
  const cleaned = (map: ReadonlyMap<unknown, unknown>) => {
    const files = createFileList();
    const others = new Map<unknown, unknown>();
    for (const [name, its] of map) {
      if (typeof name === 'string' && typeof its === 'number') files.add(redact(name), its);
      else others.set(clean(name), clean(its));
    }
    return others.size === 0 ? files : others;
  };
  return clean(value) as Value;
}

function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return (
    value instanceof Map ||
    (typeof value === 'object' && value !== null && 'get' in value && Symbol.iterator in value)
  );
}
