import { resolve } from 'node:path';
import { readArchive } from './archive/read.ts';
import { createGatherer } from './content/gather.ts';
import { PackgateError } from './errors.ts';
import { type Comparison, compare, judge, shownUrl } from './proof/compare.ts';
import { type Receipt, readReceipts } from './proof/read-receipts.ts';
import { packageUrl } from './proof/receipt.ts';
import {
  type ComparedBytes,
  type Verification,
  type Verified,
  verificationOf,
} from './proof/verification.ts';
import { type Artifact, type Artifacts, openArtifacts } from './target/artifacts.ts';
import { type Digests, digestsOf } from './target/digest.ts';
import { spoken } from './target/keep.ts';
import type { OpenOptions } from './target/source.ts';
import { readText } from './target/text.ts';

/** What the user asked for, from the command line or the Action's inputs. */
export interface VerifyOptions {
  /** As typed. */
  readonly targets: readonly string[];
  /** Files with receipts, as typed. */
  readonly receipts: readonly string[];
  /**
   * How old a receipt may be, in milliseconds. Where it is not given, 30 days for what is not published yet, and
   * any age for what is.
   */
  readonly maxAge?: number;
}

/**
 * No run of a workflow lasts longer: GitHub waits 30 days for somebody to approve a job, and runs failed jobs again
 * for as long. https://docs.github.com/actions/reference/limits. In milliseconds.
 */
export const DEFAULT_MAX_AGE = 30 * 24 * 60 * 60_000;

/**
 * Whether the bytes that targets stand for are ones that passed. Never rejects for what it meets: a target that
 * could not be looked at is an item of the outcome `error`.
 */
export async function verify(
  options: VerifyOptions,
  world: Omit<OpenOptions, 'ignoreScripts'> & { readonly now: Date },
): Promise<Verification> {
  const receipts: Receipt[] = [];
  try {
    for (const name of options.receipts) {
      receipts.push(...readReceipts(await textOf(name, world.cwd), name));
    }
  } catch (error) {
    return verificationOf(options.targets.map((target) => notLooked(target, error)));
  }
  const items: Verified[] = [];
  for (const target of options.targets) {
    let opened: Artifacts | undefined;
    try {
      opened = await openArtifacts(target, { ...world, ignoreScripts: true });
      items.push(...(await verifyAll(target, opened, receipts, options.maxAge, world)));
    } catch (error) {
      items.push(notLooked(target, error));
    } finally {
      await opened?.close();
    }
  }
  return verificationOf(items);
}

async function textOf(name: string, cwd: string): Promise<string> {
  try {
    return await readText(resolve(cwd, name), name);
  } catch (cause) {
    if (!(cause instanceof PackgateError)) throw cause;
    const help = 'name the file that "packgate check --receipt <file>" wrote';
    throw new PackgateError(cause.code, `the receipts ${cause.message}`, { help, cause });
  }
}

async function verifyAll(
  target: string,
  { artifacts, isWhole, isPublished }: Artifacts,
  receipts: readonly Receipt[],
  maxAge: number | undefined,
  { cwd, now }: { readonly cwd: string; readonly now: Date },
): Promise<readonly Verified[]> {
  const limits = { now, maxAge: maxAge ?? (isPublished ? undefined : DEFAULT_MAX_AGE) };
  const items: Verified[] = [];
  const found = new Set<string>();
  for (const artifact of artifacts) {
    try {
      const digests = await digestsOf(artifact.file, artifact.target);
      found.add(digests.sha512);
      if (artifact.optional && !receipts.some(({ sha512 }) => sha512 === digests.sha512)) continue;
      const bytes = comparedBytes(artifact, digests, isPublished, cwd);
      const { named, recorded } = artifact;
      const comparison =
        recorded !== undefined && recorded.digest !== digests[recorded.algorithm]
          ? changed(recorded, digests)
          : await compare(
              receipts,
              {
                sha512: digests.sha512,
                ...(named && { named }),
                identify: () => identify(artifact.file),
              },
              limits,
            );
      items.push(itemOf(artifact.target, comparison, bytes));
    } catch (error) {
      items.push(notLooked(artifact.target, error));
    }
  }
  if (isWhole) items.push(...missing(target, receipts, found, limits));
  return items;
}

/** Of a whole release each receipt has to hold, also those whose package is not there. */
function missing(
  target: string,
  receipts: readonly Receipt[],
  found: ReadonlySet<string>,
  limits: Parameters<typeof judge>[1],
): readonly Verified[] {
  const absent = receipts.filter(({ sha512 }) => !found.has(sha512));
  return absent.map((receipt): Verified => {
    const judged = judge([receipt], limits);
    if (judged.kind === 'refused') return itemOf(target, judged);
    return {
      outcome: 'fail',
      target,
      reason: 'missing',
      message: `${shownUrl(receipt.subject)} passed, and its bytes are not there`,
      help: 'put the file there that passed; to verify a part of a release, name its tarballs and not the folder',
    };
  });
}

function itemOf(target: string, comparison: Comparison, bytes?: ComparedBytes): Verified {
  if (comparison.kind === 'match') {
    if (bytes === undefined) throw new Error('a match has bytes');
    return { outcome: 'pass', bytes, receipt: comparison.receipt };
  }
  const { reason, message, help } = comparison;
  return { outcome: 'fail', target, ...(bytes && { bytes }), reason, message, help };
}

function changed({ algorithm, digest }: NonNullable<Artifact['recorded']>, digests: Digests): Comparison {
  return {
    kind: 'refused',
    reason: 'changed',
    message: `it was changed after the plan was made: ${algorithm} ${digests[algorithm]}, but the plan has ${digest}`,
    help: 'find out what changed the file; do not publish it, pack and check again',
  };
}

function comparedBytes(
  { target, file }: Artifact,
  digests: Digests,
  isPublished: boolean,
  cwd: string,
): ComparedBytes {
  return {
    target,
    ...(!isPublished && { tarball: spoken(file, cwd) }),
    integrity: `sha512-${Buffer.from(digests.sha512, 'hex').toString('base64')}`,
    sha256: digests.sha256,
  };
}

/**
 * The package URL that an archive gives itself; only for a better sentence, so that whatever goes wrong is no
 * matter here.
 */
async function identify(file: string): Promise<string | undefined> {
  try {
    const gatherer = createGatherer(
      () => {},
      () => false,
    );
    const { format } = await readArchive(file, gatherer);
    const { name, version, format: foreign } = gatherer.finish(format).manifest;
    return name === '' || version === '' ? undefined : packageUrl(name, version, foreign);
  } catch (error) {
    if (error instanceof PackgateError) return undefined;
    throw error;
  }
}

function notLooked(target: string, error: unknown): Verified {
  if (!(error instanceof PackgateError)) throw error;
  const { code, message, help } = error;
  return { outcome: 'error', target, error: { code, message, help } };
}
