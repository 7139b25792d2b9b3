import { RULES } from './index.ts';
import type { Finding } from './rule.ts';

/** What concerns the package as a whole stands at its manifest. */
export function isAboutFile({ path }: Pick<Finding, 'path'>): boolean {
  return path !== '' && path !== 'package.json';
}

/**
 * Whether leaving the file out of the package is a fix. What stands as it is in a script or a program is a part of
 * what the package is for.
 */
export function isRemovable({ rule, path }: Pick<Finding, 'rule' | 'path'>): boolean {
  return REMOVABLE.has(rule) && !IN_CODE.test(path);
}

const IN_CODE = /\.(?:[cm]?js|css)!\/base64-\d|!\/(?:stream|text)-\d/;

const REMOVABLE = new Set(RULES.filter((rule) => rule.removable).map((rule) => rule.id));
