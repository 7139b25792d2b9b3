import type { Outline } from './content/outline.ts';
import { PackgateError } from './errors.ts';
import { readReceiptOutline } from './proof/outline.ts';
import { readSmallText } from './target/disk.ts';
import { openTargets } from './target/open.ts';
import type { OpenOptions, Source } from './target/source.ts';
import { parseTarget } from './target/target.ts';

/** The release to compare with, or why there is none. */
export type FoundBaseline =
  | { readonly kind: 'found'; readonly from: string; readonly outline: Outline }
  | { readonly kind: 'none'; readonly reason: string };

/** A receipt is about 100 bytes a file, and lists at most 2,000. In bytes. */
const MAX_RECEIPT = 4 * 1024 * 1024;

const KINDS =
  'correct the baseline: one tarball, one receipt, npm:<name>@<version>, or npm for the last release';

/**
 * Finds the release that a package is to be compared with.
 *
 * A registry that has no such package, or that does not answer, is no fault of the package: it is told, and nothing
 * is compared. A file that is not there is a mistake of whoever named it.
 *
 * @param spec a tarball, a receipt, `npm:<spec>`, or `npm` for the last published version of the package
 * @param name of the package to compare
 * @param read reads opened bytes as a package
 * @throws PackgateError `target`, `usage` or `archive` for what is named and cannot be used
 */
export async function findBaseline(
  spec: string,
  name: string,
  options: OpenOptions,
  read: (source: Source) => Promise<Outline>,
): Promise<FoundBaseline> {
  const wanted = spec === 'npm' ? `npm:${name}` : spec;
  if (spec === 'npm' && !isPublishable(wanted))
    return none('the package has no name that a registry could know');
  if (!wanted.startsWith('npm:')) {
    const receipt = await readSmallText(options.cwd, wanted, MAX_RECEIPT).catch((cause: unknown) => {
      if (!(cause instanceof PackgateError)) throw cause;
      throw new PackgateError(cause.code, `${cause.message}, to compare with`, { help: KINDS, cause });
    });
    if (receipt !== undefined) return same(readReceiptOutline(receipt, wanted, name), wanted, name);
  }
  // npm waits up to a minute between tries, and what a registry does not tell stops no release.
  const env = { npm_config_fetch_retries: '1', npm_config_fetch_retry_mintimeout: '1000', ...options.env };
  const [target, another] = await openTargets([wanted], { ...options, env });
  if (target === undefined || another !== undefined) {
    throw new PackgateError('usage', `${wanted} is not one package to compare with`, {
      help: KINDS,
    });
  }
  let source: Source;
  try {
    source = await target.open();
  } catch (error) {
    if (!(error instanceof PackgateError) || error.code === 'usage' || !wanted.startsWith('npm:'))
      throw error;
    return none(
      error.code === 'target' && /\((?:E404|ETARGET)\b/.test(error.message)
        ? `${wanted} is not published: a first release`
        : error.message,
    );
  }
  try {
    const outline = await read(source).catch((error: unknown) => {
      if (!(error instanceof PackgateError)) throw error;
      if (wanted.startsWith('npm:')) return error;
      const { code, message, help, cause } = error;
      throw new PackgateError(code, `${wanted}, to compare with: ${message}`, {
        ...(help !== undefined && { help }),
        cause,
      });
    });
    if (outline instanceof PackgateError) return none(`${wanted} cannot be read: ${outline.message}`);
    const from = wanted.startsWith('npm:') ? `npm:${outline.name}@${outline.version}` : wanted;
    return same(outline, from, name);
  } finally {
    await source.close();
  }
}

function same(outline: Outline, from: string, name: string): FoundBaseline {
  return outline.name === name
    ? { kind: 'found', from, outline }
    : none(`${from} is of another package, ${outline.name || 'one without a name'}`);
}

function none(reason: string): FoundBaseline {
  return { kind: 'none', reason };
}

function isPublishable(target: string): boolean {
  try {
    return parseTarget(target).kind === 'registry' && target !== 'npm:';
  } catch {
    return false;
  }
}
