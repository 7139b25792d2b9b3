import type { Receipt } from './read-receipts.ts';

/**
 * Why bytes are not the ones that passed, in a closed set, so that programs need not read sentences;
 * docs/receipts.md tells each.
 */
export const REFUSALS = [
  'differs',
  'foreign',
  'altered',
  'failed',
  'old',
  'waiver-ended',
  'changed',
  'missing',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Which bytes were compared. */
export interface ComparedBytes {
  /** What the user pointed at, or the file in it. */
  readonly target: string;
  /** Begins with `./` or `/`; absent for what was downloaded. */
  readonly tarball?: string;
  /** `sha512-<base64>`. */
  readonly integrity: string;
  /** Hex. */
  readonly sha256: string;
}

/** What became of one thing that was compared. */
export type Verified =
  | { readonly outcome: 'pass'; readonly bytes: ComparedBytes; readonly receipt: Receipt }
  | {
      readonly outcome: 'fail';
      readonly target: string;
      readonly bytes?: ComparedBytes;
      readonly reason: Refusal;
      readonly message: string;
      readonly help: string;
    }
  /** Could not be looked at: nothing is claimed. */
  | {
      readonly outcome: 'error';
      readonly target: string;
      readonly error: { readonly code: string; readonly message: string; readonly help: string | undefined };
    };

/**
 * Whether bytes are the ones that passed. `error` wins over `fail`, `fail` over `pass`; without items it is an `error`.
 */
export interface Verification {
  readonly outcome: 'pass' | 'fail' | 'error';
  readonly items: readonly Verified[];
}

/** Adds up the outcomes of the items. */
export function verificationOf(items: readonly Verified[]): Verification {
  const outcomes = new Set(items.map(({ outcome }) => outcome));
  const isError = items.length === 0 || outcomes.has('error');
  return { outcome: isError ? 'error' : outcomes.has('fail') ? 'fail' : 'pass', items };
}
