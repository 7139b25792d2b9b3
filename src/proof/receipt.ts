import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import { PackgateError } from '../errors.ts';
import type { ForeignFormat } from '../manifest.ts';
import type { Verdict } from '../policy/judge.ts';
import { SEVERITIES } from '../rules/rule.ts';
import { toReceiptOutline } from './outline.ts';

export interface ReceiptOptions {
  readonly packgateVersion: string;
  readonly now: Date;
}

/**
 * What a verdict says, as an unsigned in-toto Statement v1 with a SLSA verification summary: JSON text, with a
 * newline at its end. Signing is for others (`actions/attest` takes the predicate as it is).
 *
 * Beside what the formats ask for, `predicate.packgate` holds counts, the waivers used and `contentDigest`: the
 * hex sha256 of the whole statement as canonical JSON without that member. It shows damage and edits, not who wrote it.
 *
 * Throws PackgateError 'output' for a package without name or version: nothing could be said about it that a
 * registry would know.
 *
 * Formats: https://in-toto.io/Statement/v1, https://slsa.dev/verification_summary/v1
 */
export function createReceipt(verdict: Verdict, options: ReceiptOptions): string {
  const { package: pkg, failOn, policy } = verdict;
  if (!pkg.name || !pkg.version) {
    throw new PackgateError('output', `no receipt for ${pkg.target}: it has no name or no version`, {
      help: 'Give the package a name and a version, or leave out --receipt.',
    });
  }
  const purl = packageUrl(pkg.name, pkg.version, pkg.format);
  const passed = verdict.outcome === 'pass';
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: purl, digest: { sha512: hexOf(pkg.integrity), sha256: pkg.sha256 } }],
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: {
      verifier: { id: 'pkg:npm/packgate', version: { packgate: options.packgateVersion } },
      timeVerified: `${options.now.toISOString().slice(0, 19)}Z`,
      resourceUri: purl,
      policy: {
        uri: policy.file === null ? 'packgate:presets' : `packgate:config/${encodeURI(policy.file)}`,
        digest: { sha256: policy.digest },
      },
      verificationResult: passed ? 'PASSED' : 'FAILED',
      verifiedLevels: [passed ? 'PACKGATE_PASSED' : 'FAILED'],
      packgate: {
        schemaVersion: 1,
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
  return `${JSON.stringify(withContentDigest(statement), null, 2)}\n`;
}

/** Hex sha256 of a statement without its own digest: what `contentDigest` must be. */
export function contentDigest(statement: ReceiptStatement): string {
  const { contentDigest: _, ...packgate } = statement.predicate.packgate;
  const content = { ...statement, predicate: { ...statement.predicate, packgate } };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

interface ReceiptStatement {
  readonly predicate: {
    readonly packgate: { readonly schemaVersion: number; readonly contentDigest?: string };
  };
}

function withContentDigest<Statement extends ReceiptStatement>(statement: Statement): Statement {
  const packgate = { ...statement.predicate.packgate, contentDigest: contentDigest(statement) };
  return { ...statement, predicate: { ...statement.predicate, packgate } };
}

/** A purl: https://github.com/package-url/purl-spec; the `@` of a scope and the `+` of a build are encoded. */
export function packageUrl(name: string, version: string, format?: ForeignFormat): string {
  const type = format === undefined ? 'npm' : (PURL_TYPES[format] ?? 'generic');
  return `pkg:${type}/${name.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;
}

const PURL_TYPES: Partial<Record<ForeignFormat, string>> = { crate: 'cargo', wheel: 'pypi', sdist: 'pypi' };

function hexOf(integrity: string): string {
  return Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');
}

/** By severity without the waived ones, and those. */
function countFindings({ findings }: Verdict): Record<string, number> {
  const standing = findings.filter(({ waived }) => !waived);
  const counts = SEVERITIES.map((severity) => [
    severity,
    standing.filter((finding) => finding.severity === severity).length,
  ]);
  return { ...Object.fromEntries(counts), waived: findings.length - standing.length };
}

/** One for each place that a waiver covers. */
function listWaivers({ findings }: Verdict): object[] {
  return findings.flatMap(({ rule, path, fingerprint, waived }) =>
    waived ? [{ rule, path, fingerprint, ...waived }] : [],
  );
}
