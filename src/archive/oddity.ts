import { type BoundedList, createBoundedList } from './bounded-list.ts';
import type { Limits } from './limits.ts';

/** Something about the archive that installers could read in more than one way, or that `npm pack` never writes. */
export interface Oddity {
  readonly kind:
    | 'duplicate-path'
    | 'unsafe-path'
    | 'special-entry'
    | 'trailing-data'
    | 'colliding-path'
    | 'ambiguous'
    | 'limit';
  readonly path: string;
  /** One sentence: what is odd and what could differ. */
  readonly message: string;
  /** Of a path that stands there twice: all copies have the same bytes. */
  readonly same?: true;
}

export function createOddityList({ findings }: Limits): BoundedList<Oddity> {
  return createBoundedList('oddities in its archive', findings, () => 'Pack it again');
}
