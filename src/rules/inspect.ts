import type { FileFacts } from '../content/facts.ts';
import type { Package } from '../content/package.ts';
import { Found, toFinding } from './finding.ts';
import { bitsOf, groundsOfFile, groundsOfPackage } from './grounds.ts';
import type { FileRule, Finding, Rule } from './rule.ts';

/**
 * The file rules that have something to say where there are these grounds, by their bits. A package has few kinds
 * of files.
 */
type Asked = Map<number, readonly FileRule[]>;
const ASKED = new WeakMap<readonly Rule[], Asked>();

function rulesFor(rules: readonly Rule[], grounds: number): readonly FileRule[] {
  let asked = ASKED.get(rules);
  if (asked === undefined) {
    asked = new Map();
    ASKED.set(rules, asked);
  }
  let found = asked.get(grounds);
  if (found === undefined) {
    found = rules.filter(
      (rule): rule is FileRule => rule.scope === 'file' && (bitsOf(rule.grounds) & grounds) !== 0,
    );
    asked.set(grounds, found);
  }
  return found;
}

const NOTHING: readonly Finding[] = [];

/** Runs the file rules over the facts of one file. */
export function inspectFile(rules: readonly Rule[], file: FileFacts): readonly Finding[] {
  const grounds = groundsOfFile(file);
  if (grounds === 0) return NOTHING;
  let findings: Finding[] | undefined;
  for (const rule of rulesFor(rules, grounds)) {
    for (const sighting of rule.inspect(file)) {
      findings ??= [];
      findings.push(toFinding(rule, sighting));
    }
  }
  return findings ?? NOTHING;
}

/** Runs the package rules over the facts of the package as a whole. One by one: a rule may find fault with every file. */
export function* inspectPackage(rules: readonly Rule[], pkg: Package): Iterable<Finding> {
  const grounds = groundsOfPackage(pkg);
  for (const rule of rules) {
    if (rule.scope !== 'package' || !rule.grounds.some((ground) => grounds.has(ground))) continue;
    for (const sighting of rule.inspect(pkg)) yield toFinding(rule, sighting);
  }
}

/** What the findings come to once the whole package is known, by the rules that ask for it. */
export function settle(
  rules: readonly Rule[],
  findings: readonly Finding[],
  pkg: Package,
): readonly Finding[] {
  // Only of rules that saw something: some look at every path to know.
  const saw = new Set<string>();
  for (const { rule } of findings) saw.add(rule);
  const settling = new Map(
    rules.flatMap((rule) =>
      rule.scope === 'file' && rule.settle && saw.has(rule.id) ? [[rule.id, rule.settle(pkg)]] : [],
    ),
  );
  if (settling.size === 0) return findings;
  const found: Finding[] = [];
  for (const finding of findings) {
    const by = settling.get(finding.rule);
    const sighting = finding instanceof Found ? finding.sighting : finding;
    const settled = by === undefined ? sighting : by(sighting);
    if (settled === undefined) continue;
    // Most are what they were: a package may have one for every file.
    if (settled === sighting) found.push(finding);
    else found.push(toFinding({ id: finding.rule }, settled, finding));
  }
  return found;
}
