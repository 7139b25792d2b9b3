import { createHash } from 'node:crypto';
import { createReceipt } from '../../src/proof/receipt.ts';
import { finding, verdict } from '../report/runs.ts';
import { packed } from '../tarballs.ts';

export const NOW = new Date('2026-11-21T12:00:00Z');

/** A tarball of the package, and the receipt that a check of it would give, made at `NOW` unless told otherwise. */
export function checked(
  name: string,
  options: {
    readonly version?: string;
    readonly fails?: boolean;
    readonly now?: Date;
    readonly waivedUntil?: string;
    readonly file?: string;
  } = {},
): { readonly bytes: Buffer; readonly receipt: string } {
  const { version = '1.0.0', fails = false, now = NOW, waivedUntil, file = 'let a' } = options;
  const bytes = packed({ 'package.json': JSON.stringify({ name, version }), 'a.js': file });
  const waived = waivedUntil && { reason: 'r', owner: 'o', expires: waivedUntil };
  const receipt = createReceipt(
    verdict({
      outcome: fails ? 'fail' : 'pass',
      package: { ...verdict().package, name, version, integrity: integrityOf(bytes) },
      findings: waived ? [finding('source-map/file', 'error', 'a.map', 'm', { waived })] : [],
    }),
    { packgateVersion: '0.1.0', now },
  );
  return { bytes, receipt };
}

export function integrityOf(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}
