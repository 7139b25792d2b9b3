import type { ChainedRecord } from './audit-chain.ts';

/** What a log tells of the past, without names of people. */
export interface AuditSummary {
  readonly records: number;
  /** ISO 8601, of the first and the last record; empty where there is none. */
  readonly from: string;
  readonly to: string;
  /** Gate runs by outcome. */
  readonly outcomes: Readonly<Record<'pass' | 'fail' | 'error', number>>;
  /** Packages that did not ship because of what was found; the same bytes count once however often they were checked. */
  readonly nearMisses: number;
  /** What of them would have become public, added up. */
  readonly exposed: { readonly sources: number; readonly lines: number };
  /** Rules that stopped them, most often first, and how many packages each stopped. */
  readonly causes: readonly { readonly rule: string; readonly packages: number }[];
  /** Findings let through by a waiver, over all runs. */
  readonly waived: number;
}

/** Adds record after record. */
export interface AuditTally {
  add(record: ChainedRecord): void;
  summary(): AuditSummary;
}

export function createTally(): AuditTally {
  const outcomes = { pass: 0, fail: 0, error: 0 };
  const stopped = new Map<string, { rules: Set<string>; sources: number; lines: number }>();
  let records = 0;
  let from = '';
  let to = '';
  let waived = 0;
  return {
    add(record) {
      records += 1;
      if (records === 1) from = record.time;
      to = record.time;
      outcomes[record.outcome] += 1;
      for (const pkg of record.packages) {
        if (pkg.outcome === 'error') continue;
        waived += pkg.waivers.reduce((sum, { findings }) => sum + findings, 0);
        if (pkg.outcome !== 'fail') continue;
        const known = stopped.get(pkg.integrity) ?? { rules: new Set(), sources: 0, lines: 0 };
        for (const { rule } of pkg.stoppedBy) known.rules.add(rule);
        known.sources = Math.max(known.sources, pkg.exposes.sources);
        known.lines = Math.max(known.lines, pkg.exposes.lines);
        stopped.set(pkg.integrity, known);
      }
    },
    summary() {
      const causes = new Map<string, number>();
      const exposed = { sources: 0, lines: 0 };
      for (const { rules, sources, lines } of stopped.values()) {
        exposed.sources += sources;
        exposed.lines += lines;
        for (const rule of rules) causes.set(rule, (causes.get(rule) ?? 0) + 1);
      }
      return {
        records,
        from,
        to,
        outcomes,
        nearMisses: stopped.size,
        exposed,
        causes: [...causes]
          .map(([rule, packages]) => ({ rule, packages }))
          .sort((a, b) => b.packages - a.packages || (a.rule < b.rule ? -1 : 1)),
        waived,
      };
    },
  };
}
