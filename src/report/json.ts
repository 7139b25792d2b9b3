import { createHash } from 'node:crypto';
import type { Exposure } from '../content/exposure.ts';
import type { GateRun, RunShard } from '../policy/gate-run.ts';
import type { JudgedFinding, NotInspected, Verdict } from '../policy/verdict.ts';
import { carryFindings, carryRest } from '../shards/carried.ts';
import { VERSION } from '../version.ts';
import { adviceFor } from './causes.ts';
import { canonicalText, jsonText, ListPart, ObjectPart } from './json-pieces.ts';

/** Changes when a field changes its meaning or goes away; fields may be added without. */
export const SCHEMA_VERSION = 1;

/**
 * The JSON report, as `docs/report.schema.json` describes it: one package's object, or a list of them when there are several.
 * Mapped field by field, so that a change of packgate's own types is no change of the report.
 *
 * @returns its text, piece by piece
 */
export function jsonReport(run: GateRun): Iterable<string> {
  if (run.shard !== undefined) return shardReport(run, run.shard);
  const [only, ...others] = run.packages;
  const skipped = skippedReport(run);
  if (only !== undefined && others.length === 0)
    return jsonText(new ObjectPart({ ...packageReport(only).members, skipped }));
  return jsonText(
    new ObjectPart({
      schemaVersion: SCHEMA_VERSION,
      verdict: run.outcome,
      packages: packagesReport(run),
      skipped,
    }),
  );
}

/** The whole text of `jsonReport`. */
export function renderJson(run: GateRun): string {
  return [...jsonReport(run)].join('');
}

/** The report of a shard: always a list, which may be empty, with what it takes to merge it. */
function shardReport(run: GateRun, part: RunShard): Iterable<string> {
  const { index, of, targets, policy, commit, workflowRun, time, meantFor, named } = part;
  const shard = {
    index,
    of,
    targets: { count: targets.count, sha256: targets.sha256 },
    policy,
    failOn: run.failOn,
    commit,
    workflowRun,
    time: time.toISOString(),
    meantFor,
    carried: new ListPart(function* () {
      for (const [place, report] of run.packages.entries()) yield carriedReport(report, named[place] ?? '');
    }),
  };
  const document = {
    schemaVersion: SCHEMA_VERSION,
    packgate: VERSION,
    verdict: run.outcome,
    shard: new ObjectPart(shard),
    packages: packagesReport(run),
    skipped: skippedReport(run),
  };
  // As it will be read back: nothing undefined, no half characters, and so the same digest.
  const hash = createHash('sha256');
  for (const piece of canonicalText(new ObjectPart(document))) hash.update(piece);
  const contentDigest = hash.digest('hex');
  return jsonText(new ObjectPart({ ...document, shard: new ObjectPart({ ...shard, contentDigest }) }));
}

function carriedReport(report: Verdict | NotInspected, named: string): ObjectPart {
  const { findings, unusedShared, ...rest } = carryRest(report, named);
  const more = (of: 'findings' | 'unusedShared', isThere: boolean) =>
    isThere ? new ListPart(() => carryFindings(report, of)) : undefined;
  return new ObjectPart({
    ...rest,
    findings: more('findings', findings),
    unusedShared: more('unusedShared', unusedShared),
  });
}

function packagesReport({ packages }: GateRun): ListPart {
  return new ListPart(function* () {
    for (const report of packages) yield packageReport(report);
  });
}

function skippedReport({ skipped }: GateRun) {
  return skipped?.map(({ target, name, reason }) => ({ target, name, reason }));
}

function packageReport(report: Verdict | NotInspected): ObjectPart {
  const head = { schemaVersion: SCHEMA_VERSION, packgate: VERSION, verdict: report.outcome };
  if (report.outcome === 'error') {
    const { code, message, help } = report.error;
    return new ObjectPart({ ...head, target: report.target, error: { code, message, help } });
  }
  const { name, version, target, integrity, sha256, size, unpackedSize, fileCount } = report.package;
  return new ObjectPart({
    ...head,
    package: { name, version, target, integrity, sha256, size, unpackedSize, fileCount },
    findings: new ListPart(function* () {
      for (const finding of report.findings) yield findingReport(finding);
    }),
    unusedShared: report.unusedShared?.map(findingReport),
    uninspected: report.uninspected.map(({ path, reason }) => ({ path, reason })),
    exposure: exposureReport(report.exposure),
    baseline: report.baseline,
    policy: policyReport(report),
  });
}

/** What could have silenced a finding: what is not in it did not. */
function policyReport({ policy: { digest, file, decided }, failOn }: Verdict) {
  return {
    sha256: digest,
    file,
    failOn,
    ...(decided && {
      preset: decided.preset,
      allow: decided.allow,
      rules: decided.rules.map(({ rule, level, ignore }) => ({ rule, level, ignore })),
      waivers: decided.waivers.map(({ rule, path, sha256, reason, owner, expires, used }) => {
        return { rule, path, sha256, reason, owner, expires, used };
      }),
    }),
  };
}

function findingReport(finding: JudgedFinding) {
  const { rule, severity, path, line, column, message, evidence, fingerprint, waived } = finding;
  return {
    rule,
    severity,
    path,
    line,
    column,
    message,
    help: adviceFor(finding),
    evidence,
    fingerprint,
    waived: waived && { reason: waived.reason, owner: waived.owner, expires: waived.expires },
  };
}

function exposureReport(exposure: Exposure) {
  const { sources, firstParty, lines, bytes, namedOnly, recovered, recoveredMore } = exposure;
  const { folders, hosts, buckets } = exposure;
  return {
    sources,
    firstParty,
    lines,
    bytes,
    namedOnly,
    recovered,
    recoveredMore: recoveredMore > 0 ? recoveredMore : undefined,
    folders: folders.map((folder) => ({ name: folder.name, sources: folder.sources })),
    hosts,
    buckets,
  };
}
