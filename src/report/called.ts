import type { PackageSummary } from '../policy/verdict.ts';

/** What to call a package: name and version where it has them, else what the user pointed at. Not escaped. */
export function calledBy({
  name,
  version,
  target,
}: Pick<PackageSummary, 'name' | 'version' | 'target'>): string {
  if (name === '') return target;
  return version === '' ? name : `${name}@${version}`;
}
