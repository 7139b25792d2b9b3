import { RULES } from './index.ts';
import type { Finding } from './rule.ts';

/** What concerns the package as a whole stands at its manifest. */
export function isAboutFile({ path }: Pick<Finding, 'path'>): boolean {
  return path !== '' && path !== 'package.json';
}

/** Whether leaving the file out of the package is a fix. */
export function isRemovable({ rule }: Pick<Finding, 'rule'>): boolean {
  return REMOVABLE.has(rule);
}

const REMOVABLE = new Set(RULES.filter((rule) => rule.removable).map((rule) => rule.id));
