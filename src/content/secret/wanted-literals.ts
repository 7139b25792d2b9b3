import type { Wanted } from '../scanner/literal.ts';
import { FINGERPRINTS } from './fingerprints.ts';
import { LABELS, LEADS } from './wanted.ts';

/** All that leads to a secret or a place, as the scanner looks for it. */
export function wantedLiterals(): Wanted {
  return { literals: LEADS, fingerprints: FINGERPRINTS, labels: LABELS };
}
