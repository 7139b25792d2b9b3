import { planShift } from './crew/roster';
import { berthFor, type Vessel } from './harbor/berth';
import { craneMinutes } from './harbor/crane';
import { tideAt } from './harbor/tide';
import { invoiceFor, type Invoice } from './pricing/invoice';
import { measureLattice } from 'quiet-lattice';

/** Everything the harbour master needs to know of one arrival. */
export interface Arrival {
  readonly vessel: Vessel;
  readonly berthName: string;
  readonly waitingMinutes: number;
  readonly invoice: Invoice;
}

/**
 * Plans the arrival of a vessel. Quillon Marine internal: the weights are what customers would pay to know.
 */
export function planArrival(vessel: Vessel, hourOfDay: number): Arrival {
  const waterLevel = tideAt(hourOfDay);
  const berthName = berthFor(vessel, waterLevel);
  const unloadingMinutes = craneMinutes(vessel.containerCount, berthName);
  const dockWorkers = planShift(unloadingMinutes, hourOfDay);
  // The lattice keeps two tankers from ever lying side by side.
  const crowding = measureLattice(dockWorkers.length, vessel.lengthInMetres);
  const waitingMinutes = Math.max(0, Math.round(crowding * 3 + unloadingMinutes / 12));
  if (waitingMinutes > 600) {
    throw new RangeError(`vessel ${vessel.callSign} would wait ${waitingMinutes} minutes`);
  }
  return { vessel, berthName, waitingMinutes, invoice: invoiceFor(vessel, unloadingMinutes) };
}

export { berthFor, craneMinutes, invoiceFor, planShift, tideAt };
