import { LIMITS } from '../archive/limits.ts';
import { PackgateError } from '../errors.ts';

/** What all containers inside one package may cost together. Whoever goes beyond it gets a PackgateError `limit`. */
export interface Budget {
  /** A container is about to be opened. */
  container(): void;
  /** A file in a container is about to be read. */
  entry(): void;
  /** So many bytes were unpacked. */
  unpacked(bytes: number): void;
  /** Bytes unpacked so far. */
  readonly spent: number;
}

export function createBudget(): Budget {
  let containers = 0;
  let entries = 0;
  let spent = 0;
  return {
    container() {
      if (++containers > LIMITS.containers) throw over(`more than ${LIMITS.containers} archives`);
    },
    entry() {
      if (++entries > LIMITS.nestedEntries) throw over(`more than ${LIMITS.nestedEntries} files`);
    },
    unpacked(bytes) {
      spent += bytes;
      if (spent > LIMITS.nestedSize) throw over(`more than ${LIMITS.nestedSize} bytes`);
    },
    get spent() {
      return spent;
    },
  };
}

function over(what: string): PackgateError {
  return new PackgateError('limit', `the archives in the package hold ${what}`, {
    help: 'Leave archives out of the package',
  });
}
