import type { SensitiveContent } from '../../content/sensitive/facts.ts';

/** Files that a model names as those with its numbers, and the path of that model. */
export function partsOfModels({ files }: Pick<SensitiveContent, 'files'>): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const { path, facts } of files)
    if (facts.kind === 'weights')
      for (const part of facts.parts ?? []) if (part !== path) parts.set(part, path);
  return parts;
}
