import { tablesOf } from '../scanner/literal-tables.ts';
import { wantedLiterals } from './wanted-literals.ts';

/**
 * What the scanner's module is given to look for all that leads to a secret. In the bundles its bytes stand in the place of this file: to make
 * them took 5 % of the instructions of a check of one file.
 */
export function secretTables(): Uint8Array {
  return tablesOf(wantedLiterals());
}
