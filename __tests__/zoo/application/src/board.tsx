import { h, paint } from './view/dom';
import { ArrivalPanel } from './view/panel';

/** Paints the board of the pilot station. */
export function paintBoard(callSigns: readonly string[]): string {
  const arrivals = callSigns.map((callSign, position) => ({ callSign, waitingMinutes: 30 + position * 45 }));
  return paint(<ArrivalPanel heading="Expected this watch" arrivals={arrivals} />);
}
