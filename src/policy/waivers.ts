import type { Package } from '../content/package.ts';
import { createMatcher, type PathMatcher } from '../paths.ts';
import { toFinding } from '../rules/finding.ts';
import type { Finding, RuleTexts } from '../rules/rule.ts';
import type { Policy } from './policy.ts';

type Waiver = Policy['waivers'][number];

/** A rule without an `inspect`: judging itself makes its findings. */
export const expiredWaiver: RuleTexts = {
  id: 'policy/waiver-expired',
  title: 'Expired waiver',
  description:
    'A waiver is an exception that ends. Past its day it covers nothing, and it stays an error until somebody renews or removes it, so that an old exception cannot be forgotten.',
  help: 'Remove the waiver, and what it waived with it; or have its owner look again and set a new day in `expires`.',
  cwe: [693],
  levels: { closed: 'error', open: 'error' },
};

export const unusedWaiver: RuleTexts = {
  id: 'policy/waiver-unused',
  title: 'Waiver that covers nothing',
  description:
    'No finding of the waiver’s rule stands at its path, or the file there has other bytes than the waiver was given for. A waiver that waits for a leak to come along would let it through.',
  help: 'Remove the waiver; or correct its path, or its sha256 after looking at the new bytes.',
  cwe: [183],
  levels: { closed: 'note', open: 'note' },
};

/** What became of the waivers of a policy. */
export interface WaiverBook {
  /** The waiver that covers the finding, the first of several. To be asked once for each finding. */
  cover(finding: Finding): Waiver | undefined;
  /** Whether it covered a finding. */
  covered(waiver: Waiver): boolean;
  /** Findings about the waivers themselves, once all others have been asked about. */
  findings(): Finding[];
  /** The same about waivers that stand for several packages and cover nothing in this one. */
  unusedShared(): Finding[];
}

/** Opens the waivers for one package at one moment. */
export function openWaivers(waivers: readonly Waiver[], pkg: Package, now: Date): WaiverBook {
  const used = new Set<Waiver>();
  const covering = new Set<Waiver>();
  /** Waivers for other bytes than those found, and the sha256 of these where it was taken. */
  const changed = new Map<Waiver, string | undefined>();
  const byRule = new Map<string, { waivers: Waiver[]; matcher: PathMatcher }>();
  for (const rule of new Set(waivers.map((waiver) => waiver.rule))) {
    const own = waivers.filter((waiver) => waiver.rule === rule);
    byRule.set(rule, { waivers: own, matcher: createMatcher(own.map(({ path }) => path)) });
  }
  return {
    cover: (finding) => {
      const own = byRule.get(finding.rule);
      let first: Waiver | undefined;
      for (const index of own?.matcher.all(finding.path) ?? []) {
        const waiver = own!.waivers[index]!;
        const sha256 = pkg.digests?.get(finding.path);
        if (waiver.sha256 !== undefined && waiver.sha256 !== sha256) {
          changed.set(waiver, sha256);
          continue;
        }
        used.add(waiver);
        if (!hasExpired(waiver, now)) first ??= waiver;
      }
      if (first !== undefined) covering.add(first);
      return first;
    },
    covered: (waiver) => covering.has(waiver),
    findings: () =>
      waivers.flatMap((waiver) => {
        if (hasExpired(waiver, now)) return [tell(expiredWaiver, waiver, expiredMessage(waiver))];
        if (changed.has(waiver) && !used.has(waiver))
          return [tell(unusedWaiver, waiver, changedMessage(waiver, changed.get(waiver)))];
        return used.has(waiver) || waiver.shared ? [] : [tell(unusedWaiver, waiver, unusedMessage(waiver))];
      }),
    unusedShared: () =>
      waivers
        .filter((waiver) => waiver.shared && !used.has(waiver) && !changed.has(waiver))
        .filter((waiver) => !hasExpired(waiver, now))
        .map((waiver) => tell(unusedWaiver, waiver, unusedMessage(waiver))),
  };
}

/** A waiver holds through its day in UTC. Days written as 2027-01-31 sort as text. */
function hasExpired({ expires }: Waiver, now: Date): boolean {
  return now.toISOString().slice(0, 10) > expires;
}

function expiredMessage({ rule, path, from, owner, expires }: Waiver): string {
  return `the waiver for \`${rule}\` at \`${path}\` (${from}, owner ${owner}) ended on ${expires}`;
}

function unusedMessage({ rule, path, from }: Waiver): string {
  return `the waiver for \`${rule}\` at \`${path}\` (${from}) covers nothing: the rule finds nothing there`;
}

function changedMessage({ rule, path, from, sha256 }: Waiver, found: string | undefined): string {
  const waiver = `the waiver for \`${rule}\` at \`${path}\` (${from})`;
  return found === undefined
    ? `${waiver} covers nothing: no sha256 was taken of what the rule found there`
    : `${waiver} is for other bytes: the file has sha256 ${found}, the waiver ${sha256}`;
}

function tell(rule: RuleTexts, waiver: Waiver, message: string): Finding {
  const { path, owner, reason, expires, sha256, from } = waiver;
  return toFinding(rule, {
    // A waiver's path may be a glob, and the file it names may be gone: the place that is always there is the manifest.
    path: 'package.json',
    message,
    evidence: { rule: waiver.rule, path, owner, reason, expires, from },
    detail: [waiver.rule, path, sha256 ?? ''].join(' ').trimEnd(),
  });
}
