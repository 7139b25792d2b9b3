import { PackgateError } from '../errors.ts';
import { byteSize, count } from '../figures.ts';
import { type Limits, limitsOf } from './limits.ts';

/** What all archives of one run may cost together. Whoever goes beyond it gets a PackgateError `limit`. */
export interface Budget {
  readonly limits: Limits;
  /** An entry was met, of any type, at any depth. */
  entry(): void;
  /** So many bytes were unpacked, at any depth. */
  unpacked(bytes: number): void;
  /** An archive inside a package is about to be opened. */
  archive(): void;
  /** So many of the unpacked bytes came from an archive inside a package. */
  nested(bytes: number): void;
  /** Bytes unpacked from archives inside packages so far. */
  nestedBytes(): number;
}

/** What one run may cost: whatever it charges throws PackgateError `limit` once it is more than these limits allow. */
export function createBudget(limits: Limits = limitsOf()): Budget {
  let entries = 0;
  let unpacked = 0;
  let archives = 0;
  let nested = 0;
  return {
    limits,
    entry() {
      if (++entries > limits.entries) throw over('entries', `more than ${count(limits.entries)} entries`);
    },
    unpacked(bytes) {
      unpacked += bytes;
      if (unpacked > limits.readSize) throw over('readSize', `more than ${byteSize(limits.readSize)}`);
    },
    archive() {
      if (++archives > limits.archives)
        throw over('archives', `more than ${count(limits.archives)} archives inside packages`);
    },
    nested(bytes) {
      nested += bytes;
      if (nested > limits.nestedSize)
        throw over('nestedSize', `more than ${byteSize(limits.nestedSize)} in archives inside packages`);
    },
    nestedBytes: () => nested,
  };
}

function over(name: keyof Limits, what: string): PackgateError {
  return new PackgateError('limit', `the archives of this run hold ${what}`, {
    help: `Look for what makes it so much; if it belongs there, raise \`limits.${name}\` in the config`,
  });
}

/** The failure to unpack an archive that grows out of all proportion. */
export function overRatio(subject: string, { ratio }: Limits): PackgateError {
  return new PackgateError('limit', `${subject} unpacks to more than ${count(ratio)} times its size`, {
    help: 'npm refuses such a package too; look for files of nothing but zeros',
  });
}
