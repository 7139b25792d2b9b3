import type { Exposure } from '../content/exposure.ts';
import { printableJson } from '../invisible.ts';
import type { GateRun, JudgedFinding, NotInspected, RunShard, Verdict } from '../policy/judge.ts';
import { carry } from '../shards/carried.ts';
import { contentDigest } from '../shards/content-digest.ts';
import { VERSION } from '../version.ts';
import { advice } from './causes.ts';

/** Changes when a field changes its meaning or goes away; fields may be added without. */
export const SCHEMA_VERSION = 1;

/**
 * The JSON report, as `docs/report.schema.json` describes it: one package's object, or a list of them when there are several.
 * Mapped field by field, so that a change of packgate's own types is no change of the report.
 */
export function renderJson(run: GateRun): string {
  if (run.shard !== undefined) return renderShard(run, run.shard);
  const [only, ...others] = run.packages.map(packageReport);
  const skipped = skippedReport(run);
  if (only !== undefined && others.length === 0) return jsonText({ ...only, skipped });
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    verdict: run.outcome,
    packages: only === undefined ? [] : [only, ...others],
    skipped,
  });
}

/** The report of a shard: always a list, which may be empty, with what it takes to merge it. */
function renderShard(run: GateRun, shard: RunShard): string {
  const { index, of, targets, policy, commit, workflowRun, time, meantFor, named } = shard;
  // As it will be read back: nothing undefined, no half characters, and so the same digest.
  const document = JSON.parse(
    jsonText({
      schemaVersion: SCHEMA_VERSION,
      packgate: VERSION,
      verdict: run.outcome,
      shard: {
        index,
        of,
        targets: { count: targets.count, sha256: targets.sha256 },
        policy,
        failOn: run.failOn,
        commit,
        workflowRun,
        time: time.toISOString(),
        meantFor,
        carried: run.packages.map((report, place) => carry(report, named[place] ?? '')),
      },
      packages: run.packages.map(packageReport),
      skipped: skippedReport(run),
    }),
  );
  return jsonText({ ...document, shard: { ...document.shard, contentDigest: contentDigest(document) } });
}

function skippedReport({ skipped }: GateRun) {
  return skipped?.map(({ target, name, reason }) => ({ target, name, reason }));
}

function packageReport(report: Verdict | NotInspected) {
  const head = { schemaVersion: SCHEMA_VERSION, packgate: VERSION, verdict: report.outcome };
  if (report.outcome === 'error') {
    const { code, message, help } = report.error;
    return { ...head, target: report.target, error: { code, message, help } };
  }
  const { name, version, target, integrity, sha256, size, unpackedSize, fileCount } = report.package;
  return {
    ...head,
    package: { name, version, target, integrity, sha256, size, unpackedSize, fileCount },
    findings: report.findings.map(findingReport),
    unusedShared: report.unusedShared?.map(findingReport),
    uninspected: report.uninspected.map(({ path, reason }) => ({ path, reason })),
    exposure: exposureReport(report.exposure),
    baseline: report.baseline,
    policy: policyReport(report),
  };
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
    help: advice(finding.help, [finding]),
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

/**
 * Indented JSON with a newline at its end; what is `undefined` is left out. Half surrogate pairs, which are no Unicode text and
 * which strict readers refuse, become U+FFFD.
 */
export function jsonText(value: unknown): string {
  const wellFormed = (_key: string, item: unknown) =>
    typeof item === 'string' ? item.replace(/[\ud800-\udfff]/gu, '\ufffd') : item;
  return `${printableJson(JSON.stringify(value, wellFormed, 2))}\n`;
}
