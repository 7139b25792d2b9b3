import type { Holding } from '../../archive/store.ts';

/** What unpacking needs: somewhere to put bytes, and who counts them. */
export interface Room {
  hold(): Holding;
  /** @throws PackgateError `limit` */
  unpacked(bytes: number): void;
}
