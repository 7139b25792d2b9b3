import { basename, dirname } from 'node:path';
import { checkJson } from '../../tools/check.ts';
import { type Message, secretlint, unpacked } from './secretlint.ts';

/** A finding about credentials or places on networks, as the JSON report has it. */
export interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly evidence: { readonly times?: number };
}

/** What packgate tells of a tarball, and which of secretlint's messages about its files packgate has not. */
export async function compare(
  tarball: string,
): Promise<{ ours: Told[]; theirs: Message[]; missed: Message[] }> {
  const { verdict } = checkJson(`./${basename(tarball)}`, dirname(tarball));
  const ours = (verdict.findings as readonly Told[]).filter(({ rule }) =>
    /^(?:secret|cloud-reference)\//.test(rule),
  );
  const theirs = await unpacked(tarball, secretlint);
  return { ours, theirs, missed: theirs.filter((message) => !isTold(message, ours)) };
}

function isTold({ path, line }: Message, ours: readonly Told[]): boolean {
  return ours.some(
    (told) =>
      told.rule.startsWith('secret/') &&
      told.path === path &&
      (told.line === line || (told.evidence.times !== undefined && told.line < line)),
  );
}
