import * as z from 'zod';
import { MAX_RECOVERED } from '../content/exposure.ts';
import { MAX_LISTED } from '../proof/outline.ts';
import { PRESETS, SEVERITIES } from '../rules/rule.ts';
import { MOST_SHARDS } from '../target/shard.ts';

/** Packages of one shard. */
const MOST_PACKAGES = 100_000;
const MOST_PATTERNS = 100_000;
/** Of one package; how many a run may have is for the config to say. */
const MOST_FINDINGS = 1_000_000;
const MOST_KINDS = 1_000_000;

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const list = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).max(most);

const finding = z.strictObject({
  rule: z.string().min(1),
  severity: z.enum(SEVERITIES),
  path: z.string(),
  line: count.optional(),
  column: count.optional(),
  message: z.string(),
  help: z.string().optional(),
  evidence: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .optional(),
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  waived: z.strictObject({ reason: z.string(), owner: z.string(), expires: z.string() }).optional(),
});

const policy = z.strictObject({
  sha256,
  file: z.string().nullable(),
  failOn: z.enum(SEVERITIES),
  preset: z.enum(PRESETS),
  allow: list(z.string(), MOST_PATTERNS).nullable(),
  rules: list(
    z.strictObject({
      rule: z.string(),
      level: z.enum([...SEVERITIES, 'off']).optional(),
      ignore: list(z.string(), MOST_PATTERNS),
    }),
    MOST_PATTERNS,
  ),
  waivers: list(
    z.strictObject({
      rule: z.string(),
      path: z.string(),
      sha256: z.string().optional(),
      reason: z.string(),
      owner: z.string(),
      expires: z.string(),
      used: z.boolean(),
    }),
    MOST_PATTERNS,
  ),
});

const head = { schemaVersion: z.literal(1), packgate: z.string() };

const inspected = z.strictObject({
  ...head,
  verdict: z.enum(['pass', 'fail']),
  package: z.strictObject({
    name: z.string(),
    version: z.string(),
    target: z.string(),
    integrity: z.string().regex(/^sha512-[A-Za-z0-9+/]{86}==$/),
    sha256,
    size: count,
    unpackedSize: count,
    fileCount: count,
  }),
  findings: list(finding, MOST_FINDINGS),
  unusedShared: list(finding, MOST_PATTERNS).optional(),
  uninspected: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  exposure: z.strictObject({
    sources: count,
    firstParty: count,
    lines: count,
    bytes: count,
    namedOnly: count,
    recovered: list(z.string(), MAX_RECOVERED),
    recoveredMore: count.optional(),
    folders: z.array(z.strictObject({ name: z.string(), sources: count })),
    hosts: z.array(z.string()),
    buckets: z.array(z.string()),
  }),
  baseline: z
    .union([z.strictObject({ from: z.string() }), z.strictObject({ reason: z.string() })])
    .optional(),
  policy,
});

const notInspected = z.strictObject({
  ...head,
  verdict: z.literal('error'),
  target: z.string(),
  error: z.strictObject({ code: z.string().min(1), message: z.string(), help: z.string().optional() }),
});

const place = z.strictObject({ file: z.string(), line: count });

const carriedFinding = z.strictObject({
  at: count,
  help: z.string().optional(),
  keepOut: z.string().optional(),
  fixAt: place.optional(),
  alsoAt: place.optional(),
  detail: z.string().optional(),
});

const carried = z.strictObject({
  named: z.string(),
  format: z.enum(['vsix', 'chrome-extension', 'wheel', 'sdist', 'crate', 'asar', 'zip']).optional(),
  packing: z.string().optional(),
  home: place.optional(),
  tarball: z.string().optional(),
  outline: z
    .strictObject({
      unpackedSize: count,
      fileCount: count,
      kinds: list(z.tuple([z.string(), count]), MOST_KINDS),
      maps: count,
      readable: count,
      commands: z.array(z.string()),
      installScripts: z.array(z.string()),
      files: list(z.tuple([z.string(), count]), MAX_LISTED).optional(),
    })
    .optional(),
  findings: list(carriedFinding, MOST_FINDINGS).optional(),
  unusedShared: list(carriedFinding, MOST_PATTERNS).optional(),
});

/**
 * The report of a shard, as `docs/report.schema.json` describes it, and stricter: nothing is in it that packgate of
 * this version does not write.
 */
export const shardShape = z.strictObject({
  schemaVersion: z.literal(1),
  packgate: z.string(),
  verdict: z.enum(['pass', 'fail', 'error']),
  shard: z.strictObject({
    index: z.int().min(1).max(MOST_SHARDS),
    of: z.int().min(1).max(MOST_SHARDS),
    targets: z.strictObject({ count: z.int().min(1).max(MOST_PACKAGES), sha256 }),
    policy: sha256,
    failOn: z.enum(SEVERITIES),
    commit: z.string().optional(),
    workflowRun: z.string().optional(),
    time: z.iso.datetime(),
    meantFor: list(z.string(), MOST_PACKAGES).optional(),
    carried: list(carried, MOST_PACKAGES),
    contentDigest: sha256,
  }),
  packages: list(z.discriminatedUnion('verdict', [inspected, notInspected]), MOST_PACKAGES),
  skipped: list(
    z.strictObject({ target: z.string(), name: z.string(), reason: z.string() }),
    MOST_PACKAGES,
  ).optional(),
});

export type ShardShape = z.infer<typeof shardShape>;
export type InspectedShape = z.infer<typeof inspected>;
