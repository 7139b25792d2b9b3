import { createHash } from 'node:crypto';
import type { Package } from '../content/package.ts';
import { createMatcher, type PathMatcher } from '../paths.ts';
import type { Finding, RuleTexts, Sighting } from '../rules/rule.ts';
import type { Policy } from './policy.ts';

type Waiver = Policy['waivers'][number];

/** Rules without an `inspect`: judging itself makes their findings. They belong in every list of rules that reports read. */
export const expiredWaiver: RuleTexts = {
  id: 'policy/waiver-expired',
  title: 'Expired waiver',
  description:
    'A waiver is an exception that ends. Past its day it covers nothing, and it stays an error until somebody renews or removes it, so that an old exception cannot be forgotten.',
  help: 'Remove the waiver, and what it waived with it; or have its owner look again and set a new day in `expires`.',
  cwe: [],
  levels: { closed: 'error', open: 'error' },
};

export const unusedWaiver: RuleTexts = {
  id: 'policy/waiver-unused',
  title: 'Waiver that covers nothing',
  description:
    'No finding of the waiver’s rule stands at its path, or the file there has other bytes than the waiver was given for. A waiver that waits for a leak to come along would let it through.',
  help: 'Remove the waiver; or correct its path, or its sha256 after looking at the new bytes.',
  cwe: [],
  levels: { closed: 'note', open: 'note' },
};

export const WAIVER_RULES: readonly RuleTexts[] = [expiredWaiver, unusedWaiver];

/** What became of the waivers of a policy. */
export interface WaiverBook {
  /** The waiver that covers the finding, the first of several. To be asked once for each finding. */
  cover(finding: Finding): Waiver | undefined;
  /** Findings about the waivers themselves, once all others have been asked about. */
  findings(): Finding[];
}

/** Opens the waivers for one package at one moment. */
export function openWaivers(waivers: readonly Waiver[], pkg: Package, now: Date): WaiverBook {
  const used = new Set<Waiver>();
  const changed = new Map<Waiver, string>();
  const byRule = new Map<string, { waiver: Waiver; matcher: PathMatcher }[]>();
  for (const waiver of waivers) {
    const entry = { waiver, matcher: createMatcher([waiver.path]) };
    byRule.set(waiver.rule, [...(byRule.get(waiver.rule) ?? []), entry]);
  }
  return {
    cover: (finding) => {
      for (const { waiver, matcher } of byRule.get(finding.rule) ?? []) {
        if (!matcher.matches(finding.path)) continue;
        const sha256 = pkg.digests?.get(finding.path);
        if (waiver.sha256 !== undefined && waiver.sha256 !== sha256) {
          changed.set(waiver, sha256 ?? 'unknown');
          continue;
        }
        used.add(waiver);
        if (!hasExpired(waiver, now)) return waiver;
      }
      return undefined;
    },
    findings: () =>
      waivers.flatMap((waiver) => {
        if (hasExpired(waiver, now)) return [toFinding(expiredWaiver.id, waiver, expiredMessage(waiver))];
        if (used.has(waiver) || (waiver.shared && !changed.has(waiver))) return [];
        return [toFinding(unusedWaiver.id, waiver, unusedMessage(waiver, changed.get(waiver)))];
      }),
  };
}

/** A waiver holds through its day in UTC. Days written as 2027-01-31 sort as text. */
function hasExpired({ expires }: Waiver, now: Date): boolean {
  return now.toISOString().slice(0, 10) > expires;
}

function expiredMessage({ rule, path, from, owner, expires }: Waiver): string {
  return `the waiver for \`${rule}\` at \`${path}\` (${from}, owner ${owner}) ended on ${expires}`;
}

function unusedMessage({ rule, path, from, sha256 }: Waiver, now: string | undefined): string {
  const waiver = `the waiver for \`${rule}\` at \`${path}\` (${from})`;
  if (now === undefined) return `${waiver} covers nothing: the rule finds nothing there`;
  return `${waiver} is for other bytes: the file has sha256 ${now}, the waiver ${sha256}`;
}

function toFinding(rule: string, waiver: Waiver, message: string): Finding {
  // A waiver's path may be a glob, and the file it names may be gone: the place that is always there is the manifest.
  const path = 'package.json';
  const detail = [waiver.rule, waiver.path, waiver.sha256 ?? ''].join(' ').trimEnd();
  const sighting: Sighting = {
    path,
    message,
    evidence: {
      rule: waiver.rule,
      path: waiver.path,
      owner: waiver.owner,
      reason: waiver.reason,
      expires: waiver.expires,
      from: waiver.from,
    },
    detail,
  };
  return { ...sighting, rule, fingerprint: fingerprint(rule, path, detail) };
}

function fingerprint(rule: string, path: string, detail: string): string {
  return createHash('sha256').update([rule, path, detail].join('\0')).digest('hex').slice(0, 32);
}
