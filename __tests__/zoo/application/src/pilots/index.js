import { describeBuoy, nearestBuoy } from './buoys.js';
import { callPilot } from './signals.js';

/**
 * Guides a vessel through the channel. Written before we had types, and nobody dares to touch it.
 *
 * @param {{ callSign: string, latitude: number, longitude: number }} vessel
 */
export function guideVessel(vessel) {
  const buoy = nearestBuoy(vessel.latitude, vessel.longitude);
  const pilotCall = callPilot(vessel.callSign, buoy.lightPeriod);
  const instructions = [];
  for (const step of pilotCall.steps) {
    instructions.push(`${step} past ${describeBuoy(buoy)}`);
  }
  return { pilotNickname: pilotCall.pilotNickname, instructions };
}
