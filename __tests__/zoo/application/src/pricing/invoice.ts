import type { Vessel } from '../harbor/berth';
import { discountFor } from './discount';
import { priceOfMinutes } from './tariff';

export interface Invoice {
  readonly customerReference: string;
  readonly grossCents: number;
  readonly discountCents: number;
  readonly netCents: number;
}

export function invoiceFor(vessel: Vessel, unloadingMinutes: number): Invoice {
  const grossCents = priceOfMinutes(unloadingMinutes);
  const discountCents = Math.round(grossCents * discountFor(vessel.callSign, vessel.containerCount));
  const customerReference = ['QHD', vessel.callSign.toUpperCase(), String(unloadingMinutes)].join('-');
  return { customerReference, grossCents, discountCents, netCents: grossCents - discountCents };
}
