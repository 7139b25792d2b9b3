import crypto from 'node:crypto';
import type { Evidence, Finding, Severity, Sighting } from './rule.ts';
import { isWordedLater } from './worded.ts';

/** What a step adds to a finding. */
export interface Amendment
  extends Partial<Pick<Finding, 'message' | 'help' | 'evidence' | 'keepOut' | 'fixAt' | 'alsoAt'>> {
  /** The advice where the finding has none of its own. */
  readonly otherwise?: string;
  readonly severity?: Severity;
  readonly waived?: { readonly reason: string; readonly owner: string; readonly expires: string };
}

/** Node has had the short way since 20.12: it takes half of the time. */
const sha256: (text: string) => string =
  crypto.hash === undefined
    ? (text) => crypto.createHash('sha256').update(text).digest('hex')
    : (text) => crypto.hash('sha256', text, 'hex');

/**
 * A finding: what a rule saw, with the rule's name on it.
 *
 * A package may have one for each of its files, so that what few reports ask for is worked out when it is asked
 * for, and nothing is copied: a step that adds something puts a small object in front (`amended`).
 */
export class Found {
  readonly rule: string;
  readonly sighting: Sighting;
  readonly known: string | undefined;

  /** @param known the fingerprint, where the sighting does not tell it any more */
  constructor(rule: string, sighting: Sighting, known?: string) {
    this.rule = rule;
    this.sighting = sighting;
    this.known = known;
  }

  /** The same with another sighting, made from all that this one tells. */
  told(anew: (sighting: Sighting) => Sighting, fingerprint: string): Found {
    const { path, line, column, message, help, evidence, weight, detail, exposes, variant } = this.sighting;
    const plain = { path, line, column, message, help, evidence, weight, detail, exposes, variant };
    return new Found(this.rule, anew(plain as Sighting), fingerprint);
  }

  get isWordedLater(): boolean {
    return isWordedLater(this.sighting);
  }
  get path() {
    return this.sighting.path;
  }
  get line() {
    return this.sighting.line;
  }
  get column() {
    return this.sighting.column;
  }
  get message() {
    return this.sighting.message;
  }
  get help() {
    return this.sighting.help;
  }
  get evidence() {
    return this.sighting.evidence;
  }
  get weight() {
    return this.sighting.weight;
  }
  get detail() {
    return this.sighting.detail;
  }
  get exposes() {
    return this.sighting.exposes;
  }
  get variant() {
    return this.sighting.variant;
  }
  get keepOut() {
    return undefined;
  }
  get fixAt() {
    return undefined;
  }
  get alsoAt() {
    return undefined;
  }
  get fingerprint() {
    return this.known ?? sha256(`${this.rule}\0${this.path}\0${this.detail ?? ''}`).slice(0, 32);
  }
}

/** Says of a finding what it says itself, but for what was added. */
class Amended {
  readonly finding: Finding & Pick<Amendment, 'severity' | 'waived'>;
  readonly more: Amendment;

  constructor(finding: Finding, more: Amendment) {
    this.finding = finding;
    this.more = more;
  }

  get rule() {
    return this.finding.rule;
  }
  get path() {
    return this.finding.path;
  }
  get line() {
    return this.finding.line;
  }
  get column() {
    return this.finding.column;
  }
  get message() {
    return this.more.message ?? this.finding.message;
  }
  get help() {
    return this.more.help ?? this.finding.help ?? this.more.otherwise;
  }
  get evidence(): Evidence | undefined {
    const { evidence } = this.more;
    return evidence === undefined ? this.finding.evidence : { ...this.finding.evidence, ...evidence };
  }
  get weight() {
    return this.finding.weight;
  }
  get detail() {
    return this.finding.detail;
  }
  get exposes() {
    return this.finding.exposes;
  }
  get variant() {
    return this.finding.variant;
  }
  get keepOut() {
    return this.more.keepOut ?? this.finding.keepOut;
  }
  get fixAt() {
    return this.more.fixAt ?? this.finding.fixAt;
  }
  get alsoAt() {
    return this.more.alsoAt ?? this.finding.alsoAt;
  }
  get severity() {
    return this.more.severity ?? this.finding.severity;
  }
  get waived() {
    return this.more.waived ?? this.finding.waived;
  }
  get fingerprint() {
    return this.finding.fingerprint;
  }
}

/**
 * Puts the rule's name on a sighting.
 *
 * @param before the finding that it was until more was known: it keeps its fingerprint
 */
export function toFinding(
  { id }: { readonly id: string },
  sighting: Sighting,
  before?: Pick<Finding, 'path' | 'detail' | 'fingerprint'>,
): Finding {
  const isSame = before === undefined || (before.path === sighting.path && before.detail === sighting.detail);
  return new Found(id, sighting, isSame ? undefined : before.fingerprint) as unknown as Finding;
}

/**
 * The finding with something added to it; figures are added to those that it has.
 *
 * @param more one object may be added to many findings
 */
export function amended<Of extends Finding, More extends Amendment>(finding: Of, more: More): Of & More {
  const made =
    finding instanceof Amended
      ? new Amended(finding.finding, joined(finding.more, more))
      : new Amended(finding, more);
  return made as unknown as Of & More;
}

const known = new WeakMap<Amendment, WeakMap<Amendment, Amendment>>();

/** Both as one: the same object for the same two, as many findings share them. */
function joined(first: Amendment, second: Amendment): Amendment {
  let joins = known.get(first);
  if (joins === undefined) {
    joins = new WeakMap();
    known.set(first, joins);
  }
  let join = joins.get(second);
  if (join === undefined) {
    const evidence = first.evidence &&
      second.evidence && { evidence: { ...first.evidence, ...second.evidence } };
    join = { ...first, ...second, ...evidence };
    joins.set(second, join);
  }
  return join;
}
