import { count, counted } from '../figures.ts';
import type { Receipt } from './read-receipts.ts';
import { packageUrl } from './receipt.ts';
import type { Refusal } from './verification.ts';

/** Bytes that are to be published, or are. */
export interface Candidate {
  /** Hex. */
  readonly sha512: string;
  /** The package that these bytes are said to be, where somebody but the bytes says so: a registry or a publish plan. */
  readonly named?: { readonly name: string; readonly version?: string };
  /**
   * The package URL that the bytes themselves give, undefined where they give none. Asked only where no receipt has
   * these bytes.
   */
  readonly identify: () => Promise<string | undefined>;
}

export interface Limits {
  readonly now: Date;
  /** How old a receipt may be, in milliseconds; undefined where any age will do. */
  readonly maxAge: number | undefined;
}

export type Comparison =
  | { readonly kind: 'match'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly message: string; readonly help: string };

/** Clocks of two machines may differ by as much. In milliseconds. */
const SKEW = 5 * 60_000;

const CHECK_AGAIN = 'check these bytes again, with --receipt, and publish what passes';

/** Looks for the receipt that says of these bytes that they passed, or says why there is none. */
export async function compare(
  receipts: readonly Receipt[],
  candidate: Candidate,
  limits: Limits,
): Promise<Comparison> {
  const altered = receipts.find(({ intact }) => !intact);
  if (altered !== undefined) return refuseAltered(altered);
  const same = receipts.filter(({ sha512 }) => sha512 === candidate.sha512);
  const { named } = candidate;
  const own = named === undefined ? same : same.filter(({ subject }) => isAbout(subject, named));
  if (own.length > 0) return judge(own, limits);
  const called = named === undefined ? await candidate.identify() : urlOf(named);
  const about = receipts.filter(({ subject }) =>
    named === undefined ? subject === called : isAbout(subject, named),
  );
  const [other] = about;
  if (other !== undefined) {
    return refuse(
      'differs',
      `these are not the bytes that were inspected as ${shownUrl(other.subject)}: sha512 ${candidate.sha512}, but the receipt is for ${other.sha512}`,
      'find out what changed the file after the check; do not publish it, check it again',
    );
  }
  const subjects = receipts.map(({ subject }) => shownUrl(subject));
  const more = subjects.length > 3 ? `, and ${count(subjects.length - 3)} more` : '';
  return refuse(
    'foreign',
    `no receipt is about ${called === undefined ? 'these bytes' : shownUrl(called)}: ${subjects.length === 1 ? 'the receipt is' : 'the receipts are'} for ${subjects.slice(0, 3).join(', ')}${more}`,
    CHECK_AGAIN,
  );
}

/** Of a receipt alone, whatever the bytes: whether it may be relied on now. */
export function judge(own: readonly Receipt[], { now, maxAge }: Limits): Comparison {
  const altered = own.find(({ intact }) => !intact);
  if (altered !== undefined) return refuseAltered(altered);
  const failed = own.find(({ passed }) => !passed);
  if (failed !== undefined) {
    return refuse(
      'failed',
      `${shownUrl(failed.subject)} did not pass: its receipt says FAILED`,
      'fix what stopped it, pack again, and check the new file',
    );
  }
  const [receipt] = [...own].sort((a, b) => b.time.getTime() - a.time.getTime());
  if (receipt === undefined) throw new Error('judge needs a receipt');
  const age = now.getTime() - receipt.time.getTime();
  if (age < -SKEW) {
    return refuse(
      'old',
      `the receipt for ${shownUrl(receipt.subject)} is from the future: ${receipt.time.toISOString()}`,
      'set the clock of this machine, or of the one that checked',
    );
  }
  if (maxAge === undefined) return { kind: 'match', receipt };
  if (age > maxAge) {
    return refuse(
      'old',
      `the receipt for ${shownUrl(receipt.subject)} is ${duration(age)} old, and may be ${duration(maxAge)}`,
      `${CHECK_AGAIN}; or allow more with --max-age`,
    );
  }
  const day = now.toISOString().slice(0, 10);
  const ended = receipt.waivedUntil.find((last) => last < day);
  if (ended !== undefined) {
    return refuse(
      'waiver-ended',
      `the receipt for ${shownUrl(receipt.subject)} rests on a waiver that ended on ${ended}`,
      'have its owner renew or remove the waiver, then check again',
    );
  }
  return { kind: 'match', receipt };
}

/** A package URL as people write it: `@acme/cli@1.0.0`; of anything but npm packages the URL itself. */
export function shownUrl(url: string): string {
  const [, name] = /^pkg:npm\/(.+)$/.exec(url) ?? [];
  try {
    return name === undefined ? url : decodeURIComponent(name);
  } catch {
    return url;
  }
}

function isAbout(subject: string, { name, version }: NonNullable<Candidate['named']>): boolean {
  return version === undefined
    ? subject.startsWith(packageUrl(name, ''))
    : subject === packageUrl(name, version);
}

function urlOf({ name, version }: NonNullable<Candidate['named']>): string {
  return version === undefined ? packageUrl(name, '').slice(0, -1) : packageUrl(name, version);
}

function refuseAltered({ subject }: Receipt): Comparison {
  return refuse(
    'altered',
    `the receipt for ${shownUrl(subject)} was altered or damaged: its content is not what its own digest was taken of`,
    CHECK_AGAIN,
  );
}

function refuse(reason: Refusal, message: string, help: string): Comparison {
  return { kind: 'refused', reason, message, help };
}

function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return counted(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.round(hours / 24), 'day');
}
