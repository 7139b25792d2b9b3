import crypto from 'node:crypto';
import type { FileFacts } from '../content/facts.ts';
import type { Package } from '../content/package.ts';
import type { FileRule, Finding, Ground, Rule, RuleTexts, Sighting } from './rule.ts';

/** A bit for each ground. */
const BITS: Readonly<Record<Ground, number>> = {
  maps: 1,
  records: 2,
  traces: 4,
  places: 8,
  debug: 16,
  script: 32,
  style: 64,
  source: 128,
};

function groundsOf({ maps, records, traces, places, debug, text }: FileFacts): number {
  return (
    (maps.length > 0 ? BITS.maps : 0) |
    (records !== undefined ? BITS.records : 0) |
    (traces !== undefined ? BITS.traces : 0) |
    (places.length > 0 ? BITS.places : 0) |
    (debug !== undefined ? BITS.debug : 0) |
    (text?.script !== undefined ? BITS.script : 0) |
    (text?.style !== undefined ? BITS.style : 0) |
    (text?.source !== undefined ? BITS.source : 0)
  );
}

/** The file rules that have something to say where there are these grounds, by their bits. A package has few kinds of files. */
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
      (rule): rule is FileRule =>
        rule.scope === 'file' && rule.grounds.some((ground) => (BITS[ground] & grounds) !== 0),
    );
    asked.set(grounds, found);
  }
  return found;
}

const NOTHING: readonly Finding[] = [];

/** Runs the file rules over the facts of one file. */
export function inspectFile(rules: readonly Rule[], file: FileFacts): readonly Finding[] {
  const grounds = groundsOf(file);
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
  for (const rule of rules) {
    if (rule.scope === 'package') for (const sighting of rule.inspect(pkg)) yield toFinding(rule, sighting);
  }
}

/** What the findings come to once the whole package is known, by the rules that ask for it. */
export function settle(rules: readonly Rule[], findings: readonly Finding[], pkg: Package): Finding[] {
  // Only of rules that saw something: some look at every path to know.
  const saw = new Set(findings.map(({ rule }) => rule));
  const settling = new Map(
    rules.flatMap((rule) =>
      rule.scope === 'file' && rule.settle && saw.has(rule.id) ? [[rule.id, rule.settle(pkg)]] : [],
    ),
  );
  if (settling.size === 0) return [...findings];
  return findings.flatMap((finding) => {
    const by = settling.get(finding.rule);
    if (by === undefined) return [finding];
    const settled = by(finding);
    return settled === undefined ? [] : [{ ...finding, ...settled }];
  });
}

/** Node has had the short way since 20.12: it takes half of the time. */
const sha256: (text: string) => string =
  crypto.hash === undefined
    ? (text) => crypto.createHash('sha256').update(text).digest('hex')
    : (text) => crypto.hash('sha256', text, 'hex');

/** Puts the rule's name on a sighting. */
export function toFinding(rule: Pick<RuleTexts, 'id'>, sighting: Sighting): Finding {
  const fingerprint = sha256(`${rule.id}\0${sighting.path}\0${sighting.detail ?? ''}`).slice(0, 32);
  return { rule: rule.id, ...sighting, fingerprint };
}
