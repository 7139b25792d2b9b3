import type * as z from 'zod';
import type { Outline } from '../content/outline.ts';
import { PackgateError } from '../errors.ts';
import { isStopped } from '../policy/decision.ts';
import type { GateRun, RunShard } from '../policy/gate-run.ts';
import type { JudgedFinding, Verdict } from '../policy/verdict.ts';
import { shardName } from '../target/shard.ts';
import { VERSION } from '../version.ts';
import { contentDigest, type ShardDocument } from './content-digest.ts';
import { type InspectedShape, type ShardShape, shardShape } from './shape.ts';

/** A run that looked at a part of the targets, as its report tells it. */
export type ShardRun = GateRun & { readonly shard: RunShard };

/**
 * Reads the JSON report of a shard, which came a long way: nothing in it is believed that the rest of it does not
 * bear out.
 *
 * @param name what to call the file
 * @throws PackgateError `shard` for anything but the whole report of a shard by this very version
 */
export function readShard(text: string, name: string): ShardRun {
  const report = parsed(text, name);
  const { shard, packages, verdict, skipped } = checked(report, name);
  const altered = (why: string) => refuse(name, `it was altered or damaged: ${why}`, AGAIN);
  if (shard.carried.length !== packages.length) throw altered('what it carries is not for its packages');
  const time = new Date(shard.time);
  const reports = packages.map((one, place) => {
    const { named, ...carried } = shard.carried[place]!;
    if (one.verdict === 'error') {
      const { code, message, help } = one.error;
      return { outcome: 'error', target: one.target, error: { code, message, help } } as const;
    }
    const decided = verdictOf(one, carried, time);
    if (decided === undefined) throw altered('what it carries is not for its findings');
    const outcome = isStopped(decided.findings, decided.failOn) ? 'fail' : 'pass';
    if (outcome !== decided.outcome || decided.failOn !== shard.failOn)
      throw altered('a verdict does not follow from its findings');
    return decided;
  });
  const outcomes = new Set(reports.map(({ outcome }) => outcome));
  const outcome = outcomes.has('error') ? 'error' : outcomes.has('fail') ? 'fail' : 'pass';
  if (outcome !== verdict) throw altered('its verdict is not that of its packages');
  const { index, of, targets, policy, commit, workflowRun, meantFor } = shard;
  return {
    outcome,
    packages: reports,
    failOn: shard.failOn,
    ...(skipped && { skipped }),
    shard: {
      index,
      of,
      targets,
      policy,
      ...(commit !== undefined && { commit }),
      ...(workflowRun !== undefined && { workflowRun }),
      time,
      ...(meantFor && { meantFor }),
      named: shard.carried.map(({ named }) => named),
    },
  };
}

/** Of what the file says: in UTF-16 code units. */
const MOST_QUOTED = 500;

const AGAIN = 'run the job of that shard again, and merge the file as it wrote it';

function parsed(text: string, name: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const why = text.trim() === '' ? 'it is empty' : 'it is no JSON, or was cut';
    throw refuse(name, why, AGAIN, cause);
  }
  if (!isRecord(value)) throw refuse(name, 'it is no report of packgate', NAME_REPORTS);
  return value;
}

const NAME_REPORTS =
  'name the files that "packgate check --shard <i>/<n> --format json" wrote, or a folder of these alone';

/** The report by its shape, its version and its digest. */
function checked(report: Readonly<Record<string, unknown>>, name: string): ShardShape {
  const { packgate, schemaVersion, shard, error } = report;
  if (!isRecord(shard)) {
    const reason = isRecord(error) && typeof error.message === 'string' ? error.message : undefined;
    if (report.verdict === 'error' && reason !== undefined)
      throw refuse(
        name,
        `nothing was inspected there: ${reason.slice(0, MOST_QUOTED)}`,
        'mend that, and run its job again',
      );
    const isReport = schemaVersion !== undefined && report.verdict !== undefined;
    throw refuse(
      name,
      isReport ? 'it is no part of a run: it was made without --shard' : 'it is no report of packgate',
      NAME_REPORTS,
    );
  }
  if (packgate !== VERSION || schemaVersion !== 1) {
    const other =
      typeof packgate === 'string'
        ? `packgate ${packgate.slice(0, MOST_QUOTED)}`
        : 'another version of packgate';
    throw refuse(
      name,
      `${other} made it, and this is ${VERSION}`,
      'use one version for all shards and the merge',
    );
  }
  const result = shardShape.safeParse(report);
  if (!result.success) {
    throw refuse(name, `it was altered or damaged: ${told(result.error)}`, AGAIN, result.error);
  }
  if (shard.contentDigest !== digestOf(report as unknown as ShardDocument))
    throw refuse(
      name,
      'it was altered or damaged: its content is not what its own digest was taken of',
      AGAIN,
    );
  if (result.data.shard.index > result.data.shard.of)
    throw refuse(name, `it was altered or damaged: it is shard ${shardName(result.data.shard)}`, AGAIN);
  return result.data;
}

function told({ issues: [issue] }: z.ZodError): string {
  return `\`${issue?.path.join('.').slice(0, MOST_QUOTED) || 'the whole'}\` is not as packgate writes it`;
}

/** Undefined for what is nested too deep to be a report. */
function digestOf(report: ShardDocument): string | undefined {
  try {
    return contentDigest(report);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type CarriedShape = ShardShape['shard']['carried'][number];

/** Undefined where what is carried is for other findings. */
function verdictOf(
  report: InspectedShape,
  carried: Omit<CarriedShape, 'named'>,
  time: Date,
): Verdict | undefined {
  const { verdict, package: pkg, uninspected, exposure, baseline, policy } = report;
  const { format, packing, home, tarball, outline } = carried;
  const findings = withCarried(report.findings, carried.findings);
  const unused = withCarried(report.unusedShared, carried.unusedShared);
  if (findings === undefined || unused === undefined) return undefined;
  const { sha256: digest, file, failOn, preset, allow, rules, waivers } = policy;
  return {
    outcome: verdict,
    package: { ...pkg, ...(format && { format }) },
    findings,
    ...(unused.length > 0 && { unusedShared: unused }),
    uninspected,
    exposure: { ...exposure, recoveredMore: exposure.recoveredMore ?? 0 },
    ...(outline && { outline: outlineOf(outline, pkg) }),
    ...(baseline && { baseline }),
    failOn,
    policy: {
      digest,
      file,
      decided: { preset, allow, rules: rules.map(plain), waivers: waivers.map(plain) },
    },
    ...(packing !== undefined && { packing }),
    ...(home && { home }),
    ...(tarball !== undefined && { tarball }),
    time,
  };
}

/** Undefined where what is carried is for others. */
function withCarried(
  findings: InspectedShape['findings'] = [],
  carried: CarriedShape['findings'] = [],
): readonly JudgedFinding[] | undefined {
  const judged: JudgedFinding[] = findings.map(plain);
  for (const { at, help, ...more } of carried) {
    const finding = judged[at];
    if (finding === undefined) return undefined;
    const { help: _, ...rest } = finding;
    // Where what keeps the file out is known, it was joined to the advice.
    const advice = more.keepOut === undefined ? finding.help : help;
    judged[at] = { ...rest, ...(advice !== undefined && { help: advice }), ...plain(more) };
  }
  return judged;
}

function outlineOf(
  { kinds, files, ...outline }: NonNullable<CarriedShape['outline']>,
  { name, version }: { readonly name: string; readonly version: string },
): Outline {
  return { name, version, ...outline, kinds: new Map(kinds), ...(files && { files: new Map(files) }) };
}

type Plain<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** What is there is there: members of a parsed object are never undefined. */
function plain<Value extends object>(value: Value): Plain<Value> {
  return value as Plain<Value>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(name: string, why: string, help: string, cause?: unknown): PackgateError {
  return new PackgateError('shard', `${name}: ${why}`, { help, cause });
}
