import { PackgateError } from '../errors.ts';
import type { ProofOptions } from '../prove.ts';
import { refuseOverwriting } from '../report/earlier.ts';
import { overlapsOf, type Read, type Written } from '../target/apart.ts';
import { readsOf } from '../targets.ts';
import type { WantedFiles } from './files.ts';
import type { FileInputs } from './inputs.ts';

/** The files that a step writes. */
export interface FilesApart {
  readonly wanted: WantedFiles;
  readonly proofs: ProofOptions;
  /** Set where more were asked for: these would overwrite what is to be read, or each other, and are left out. */
  readonly error?: PackgateError;
}

/**
 * The files that a step may write: a report may overwrite an older one, but neither what is to be read nor another
 * report of the same step. Nothing is thrown, as also a step whose inputs are wrong writes all that harms nothing.
 */
export async function filesApart(inputs: FileInputs, workspace: string): Promise<FilesApart> {
  const { jsonFile, sarifFile, receiptFile, auditLog } = inputs;
  const asked: Written[] = Object.entries({
    'json-file': jsonFile,
    'sarif-file': sarifFile,
    'receipt-file': receiptFile,
    'audit-log': auditLog,
  }).flatMap(([name, file]) => (file === undefined ? [] : [{ by: `input "${name}"`, file }]));
  const overlaps = await overlapsOf(asked, readsBy(inputs, workspace), workspace);
  const taken = new Set(overlaps.flatMap(({ written, also }) => [written.by, also?.by]));
  const unless = (name: string, file: string | undefined) =>
    taken.has(`input "${name}"`) ? undefined : file;
  const receipt = unless('receipt-file', receiptFile);
  const log = unless('audit-log', auditLog);
  const [first] = overlaps;
  const wanted = { jsonFile: unless('json-file', jsonFile), sarifFile: unless('sarif-file', sarifFile) };
  const foreign = foreignIn(wanted, workspace);
  return {
    wanted: { ...wanted, ...foreign?.kept },
    proofs: { ...(receipt !== undefined && { receipt }), ...(log !== undefined && { auditLog: log }) },
    ...(first
      ? {
          error: new PackgateError('usage', `${first.written.by} would overwrite ${first.other}`, {
            help: 'name another file',
          }),
        }
      : foreign && { error: foreign.error }),
  };
}

/** Which of the report files hold something else than a report: they are left as they are. */
function foreignIn(
  wanted: WantedFiles,
  workspace: string,
): { readonly kept: Partial<WantedFiles>; readonly error: PackgateError } | undefined {
  let error: PackgateError | undefined;
  const kept: Record<string, undefined> = {};
  for (const [name, file] of Object.entries(wanted)) {
    try {
      if (file !== undefined) refuseOverwriting(file, workspace);
    } catch (refusal) {
      if (!(refusal instanceof PackgateError)) throw refusal;
      error ??= refusal;
      kept[name] = undefined;
    }
  }
  return error && { kept, error };
}

function readsBy(
  { targets, config, baseline, merge, verify }: FileInputs,
  workspace: string,
): readonly Read[] {
  return [
    ...(merge.length > 0
      ? merge.map((text) => ({ kind: 'reports', text }) as const)
      : readsOf({ targets, baseline, ...(config !== undefined && { config }) }, workspace)),
    ...verify.map((text) => ({ kind: 'file', text }) as const),
  ];
}
