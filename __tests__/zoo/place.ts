import type { Case } from './case.ts';

/** The folder that a case is built in, which is named after it. */
export function packageFolder({ name }: Pick<Case, 'name'>): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function packageName(tool: string, one: Pick<Case, 'name'>): string {
  return `@quillon/${tool}-${packageFolder(one)}`;
}

/** What npm calls the package of a case. */
export function tarballName(tool: string, one: Pick<Case, 'name'>): string {
  return `quillon-${tool}-${packageFolder(one)}-1.0.0.tgz`;
}
