import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import { PackgateError } from '../errors.ts';
import { printableJson } from '../invisible.ts';
import type { ForeignFormat } from '../manifest.ts';
import type { Verdict } from '../policy/verdict.ts';
import { countFindings } from './audit-record.ts';
import { toReceiptOutline } from './outline.ts';

/** What a statement says it is: https://in-toto.io/Statement/v1 */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** A SLSA verification summary: https://slsa.dev/verification_summary/v1 */
export const PREDICATE_TYPE = 'https://slsa.dev/verification_summary/v1';

/** Who verified, as a URI. */
export const VERIFIER = 'pkg:npm/packgate';

/** The level of a package that passed; levels of one's own may not begin with `SLSA_`. */
export const PASSED_LEVEL = 'PACKGATE_PASSED';

/** The member that holds what only packgate says. The predicate's specification wants URIs as names of added members. */
export const OWN_MEMBER = 'packgate:receipt/v1';

export interface ReceiptOptions {
  readonly packgateVersion: string;
  readonly now: Date;
}

/**
 * What a verdict says, as an unsigned in-toto Statement v1 with a SLSA verification summary: one line of JSON, with
 * a newline at its end. A receipt is about one package, because a summary names one resource; several packages are
 * several lines.
 *
 * Signing is for others. The statement that `actions/attest` makes of the subject's name, its sha512 and the predicate
 * is this very statement, so that what was signed is checked as what was not.
 *
 * Beside what the formats ask for, the predicate holds counts, the waivers used and `contentDigest`: the hex sha256
 * of the whole statement as canonical JSON without that member. It shows damage and edits, not who wrote it.
 *
 * Throws PackgateError 'output' for a package without name or version: nothing could be said about it that a
 * registry would know.
 *
 * Formats: https://in-toto.io/Statement/v1, https://slsa.dev/spec/v1.1/verification_summary
 */
export function createReceipt(verdict: Verdict, options: ReceiptOptions): string {
  const { package: pkg, failOn, policy } = verdict;
  if (!pkg.name || !pkg.version) {
    throw new PackgateError('output', `no receipt for ${pkg.target}: it has no name or no version`, {
      help: 'Give the package a name and a version, or leave out --receipt.',
    });
  }
  const purl = packageUrl(pkg.name, pkg.version, pkg.format);
  const time = verdict.time ?? options.now;
  const passed = verdict.outcome === 'pass';
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [{ name: purl, digest: { sha512: hexOf(pkg.integrity) } }],
    predicateType: PREDICATE_TYPE,
    predicate: {
      verifier: { id: VERIFIER, version: { packgate: options.packgateVersion } },
      timeVerified: `${time.toISOString().slice(0, 19)}Z`,
      resourceUri: purl,
      policy: {
        uri: policy.file === null ? 'packgate:presets' : `packgate:config/${uriPath(policy.file)}`,
        digest: { sha256: policy.digest },
      },
      verificationResult: passed ? 'PASSED' : 'FAILED',
      verifiedLevels: [passed ? PASSED_LEVEL : 'FAILED'],
      [OWN_MEMBER]: {
        sha256: pkg.sha256,
        size: pkg.size,
        unpackedSize: pkg.unpackedSize,
        fileCount: pkg.fileCount,
        failOn,
        counts: countFindings(verdict),
        uninspected: verdict.uninspected.length,
        waivers: listWaivers(verdict),
        ...(verdict.outline && { outline: toReceiptOutline(verdict.outline) }),
      },
    },
  };
  // Half surrogate pairs are no text to other programs, which would write something else in their place.
  const text = JSON.stringify(statement, (_, item) => (typeof item === 'string' ? wellFormed(item) : item));
  return `${printableJson(JSON.stringify(withContentDigest(JSON.parse(text))))}\n`;
}

/** Hex sha256 of a statement without its own digest: what `contentDigest` must be. */
export function contentDigest(statement: ReceiptStatement): string {
  const { contentDigest: _, ...own } = statement.predicate[OWN_MEMBER];
  const content = { ...statement, predicate: { ...statement.predicate, [OWN_MEMBER]: own } };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

interface ReceiptStatement {
  readonly predicate: { readonly [OWN_MEMBER]: { readonly contentDigest?: unknown } };
}

function withContentDigest<Statement extends ReceiptStatement>(statement: Statement): Statement {
  const own = { ...statement.predicate[OWN_MEMBER], contentDigest: contentDigest(statement) };
  return { ...statement, predicate: { ...statement.predicate, [OWN_MEMBER]: own } };
}

/** A purl: https://github.com/package-url/purl-spec; the `@` of a scope and the `+` of a build are encoded. */
export function packageUrl(name: string, version: string, format?: ForeignFormat): string {
  const type = format === undefined ? 'npm' : (PURL_TYPES[format] ?? 'generic');
  return `pkg:${type}/${uriPath(name)}@${uriPath(version).replaceAll('/', '%2F')}`;
}

function uriPath(path: string): string {
  return wellFormed(path).split('/').map(encodeURIComponent).join('/');
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

const PURL_TYPES: Partial<Record<ForeignFormat, string>> = { crate: 'cargo', wheel: 'pypi', sdist: 'pypi' };

function hexOf(integrity: string): string {
  return Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');
}

/** One for each place that a waiver covers. */
function listWaivers({ findings }: Verdict): object[] {
  return findings.flatMap(({ rule, path, fingerprint, waived }) =>
    waived ? [{ rule, path, fingerprint, ...waived }] : [],
  );
}
