import { createHash } from 'node:crypto';
import type { FileFacts } from '../content/facts.ts';
import type { Package } from '../content/package.ts';
import type { Finding, Rule, RuleTexts, Sighting } from './rule.ts';

/** Runs the file rules over the facts of one file. */
export function inspectFile(rules: readonly Rule[], file: FileFacts): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (rule.scope === 'file')
      for (const sighting of rule.inspect(file)) findings.push(toFinding(rule, sighting));
  }
  return findings;
}

/** Runs the package rules over the facts of the package as a whole. One by one: a rule may find fault with every file. */
export function* inspectPackage(rules: readonly Rule[], pkg: Package): Iterable<Finding> {
  for (const rule of rules) {
    if (rule.scope === 'package') for (const sighting of rule.inspect(pkg)) yield toFinding(rule, sighting);
  }
}

/** What the findings come to once the whole package is known, by the rules that ask for it. */
export function settle(rules: readonly Rule[], findings: readonly Finding[], pkg: Package): Finding[] {
  const settling = new Map(
    rules.flatMap((rule) => (rule.scope === 'file' && rule.settle ? [[rule.id, rule.settle(pkg)]] : [])),
  );
  return findings.flatMap((finding) => {
    const by = settling.get(finding.rule);
    if (by === undefined) return [finding];
    const settled = by(finding);
    return settled === undefined ? [] : [{ ...finding, ...settled }];
  });
}

/** Puts the rule's name on a sighting. */
export function toFinding(rule: Pick<RuleTexts, 'id'>, sighting: Sighting): Finding {
  const fingerprint = createHash('sha256')
    .update(`${rule.id}\0${sighting.path}\0${sighting.detail ?? ''}`)
    .digest('hex')
    .slice(0, 32);
  return { rule: rule.id, ...sighting, fingerprint };
}
