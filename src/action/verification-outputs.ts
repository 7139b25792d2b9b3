import { shownUrl } from '../proof/compare.ts';
import type { Verification, Verified } from '../proof/verification.ts';
import { NO_FILES } from './files.ts';
import { lines, MAX_NAME, MAX_PACKAGES, NO_PROOF, outputsOf } from './outputs.ts';

/** The same outputs of a step that verifies: only what has the bytes that passed is named as a tarball to publish. */
export function verificationOutputs({ outcome, items }: Verification): Readonly<Record<string, string>> {
  const passed = items.flatMap((item) => (item.outcome === 'pass' ? [item] : []));
  const list = JSON.stringify(items.map(verifiedOutput));
  return {
    ...outputsOf({ outcome, packages: [], failOn: 'error' }, NO_FILES, NO_PROOF),
    tarball: lines(passed.map(({ bytes }) => bytes.tarball ?? '')),
    integrity: lines(passed.map(({ bytes }) => bytes.integrity)),
    sha256: lines(passed.map(({ bytes }) => bytes.sha256)),
    packages: list.length > MAX_PACKAGES ? '' : list,
  };
}

function verifiedOutput(item: Verified) {
  if (item.outcome === 'error') return { target: item.target, verdict: 'error', code: item.error.code };
  if (item.outcome === 'fail') return { target: item.target, verdict: 'fail', reason: item.reason };
  const { target, tarball, integrity, sha256 } = item.bytes;
  const shown = shownUrl(item.receipt.subject);
  const at = shown.lastIndexOf('@');
  return {
    name: shown.slice(0, at).slice(0, MAX_NAME),
    version: shown.slice(at + 1).slice(0, MAX_NAME),
    target,
    verdict: 'pass',
    tarball,
    integrity,
    sha256,
  };
}
