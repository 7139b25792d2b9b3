import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { PackgateError } from './errors.ts';
import type { GateRun } from './policy/gate-run.ts';
import type { Link } from './proof/audit-chain.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

/** Which proof of a gate run the user asked for; files as typed. */
export interface ProofOptions {
  readonly receipt?: string;
  readonly auditLog?: string;
}

/** What a gate run has left behind. */
export interface Proof {
  /** Whether there is a receipt now. */
  readonly receipt: boolean;
  /** The record in the audit log. */
  readonly audit?: Link;
  /** Why proof that was asked for is missing: then the run claims nothing. */
  readonly failure?: PackgateError;
}

type Place = Pick<World, 'cwd' | 'now'>;

/**
 * Removes the receipt of an earlier run before this one begins, so that nobody takes it for this one's, however
 * this one ends. Nothing but a receipt is removed: a tarball or a source by whose name a slip asked for one stays.
 *
 * @throws PackgateError `output`
 */
export async function discardReceipt({ receipt }: ProofOptions, { cwd }: Pick<Place, 'cwd'>): Promise<void> {
  if (receipt === undefined) return;
  const file = resolve(cwd, receipt);
  // What is no file is refused when the receipt is written.
  if (!isFile(file)) return;
  let isReceipt = false;
  try {
    isReceipt = beginsAsReceipt(file);
    if (isReceipt) rmSync(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new PackgateError(
      'output',
      `${receipt}: the receipt of an earlier run cannot be removed (${code})`,
      {
        help: 'name another file',
        cause,
      },
    );
  }
  if (!isReceipt) {
    throw new PackgateError('output', `${receipt}: holds no receipt, and one would overwrite it`, {
      help: 'name another file, or remove this one',
    });
  }
}

/** Whether it is empty, or begins like a statement, be it one of a list or printed anew. */
function beginsAsReceipt(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(256);
    const length = readSync(descriptor, head);
    const text = head.toString('utf8', 0, length).trimStart();
    return text === '' ? length < head.length : /^(?:\[\s*)?\{\s*"_type"\s*:/.test(text);
  } finally {
    closeSync(descriptor);
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Leaves the receipts of a run, one for each package, and its record in the audit log. A run that claims nothing,
 * or looked at no package, gets no receipt, but a record. Expected failures are given, not thrown.
 */
export async function prove(run: GateRun, options: ProofOptions, place: Place): Promise<Proof> {
  const { receipt, auditLog } = options;
  let written = false;
  let failure: PackgateError | undefined;
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof PackgateError)) throw error;
      failure = error;
    }
  };
  if (receipt !== undefined && run.outcome !== 'error' && run.packages.length > 0) {
    await attempt(async () => {
      // Loaded only where there is something to write, as is all the rest here.
      const [{ writeReport }, text] = await Promise.all([
        import('./report/file.ts'),
        receiptsOf(run, place.now),
      ]);
      await writeReport(resolve(place.cwd, receipt), text, 'the receipt');
      written = true;
    });
  }
  let audit: Link | undefined;
  if (auditLog !== undefined) {
    await attempt(async () => {
      const [{ auditRecord }, { appendRecord }] = await Promise.all([
        import('./proof/audit-record.ts'),
        import('./proof/audit-log.ts'),
      ]);
      const record = auditRecord(run, { packgateVersion: VERSION, now: place.now, problem: failure });
      audit = await appendRecord(resolve(place.cwd, auditLog), record);
    });
    // What is in no log has not happened.
    if (audit === undefined && receipt !== undefined) {
      await discardReceipt(options, place);
      written = false;
    }
  }
  return { receipt: written, ...(audit && { audit }), ...(failure && { failure }) };
}

async function receiptsOf({ packages }: GateRun, now: Date): Promise<string> {
  const { createReceipt } = await import('./proof/receipt.ts');
  return packages
    .flatMap((verdict) =>
      verdict.outcome === 'error' ? [] : [createReceipt(verdict, { packgateVersion: VERSION, now })],
    )
    .join('');
}
