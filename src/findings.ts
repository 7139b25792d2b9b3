import { type BoundedList, createBoundedList } from './archive/bounded-list.ts';
import type { Limits } from './archive/limits.ts';
import { holdHeapSmall } from './engine.ts';
import { Found } from './rules/finding.ts';
import type { Finding } from './rules/rule.ts';

/**
 * An empty list of the findings of one package, which throws PackgateError `limit` where they become more than the
 * run may hold.
 */
export function createFindings({ findings }: Limits): BoundedList<Finding> {
  return createBoundedList<Finding>(
    'findings',
    findings,
    ({ rule, path }) => `Begin with ${rule} at ${path}: what makes it so many is no single file`,
  );
}

/** Findings of one package beyond which they are what memory is needed for. */
const MANY = 25_000;

/** Keeps a finding; of those that word themselves later nothing is worded yet. */
export function addTo(findings: BoundedList<Finding>, finding: Finding): void {
  const { path, detail = '' } = finding;
  // Words that nobody has asked for take no room.
  const message = finding instanceof Found && finding.isWordedLater ? '' : finding.message;
  findings.add(finding, path, message, detail);
  if (findings.items.length === MANY) holdHeapSmall();
}
