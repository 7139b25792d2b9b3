export interface Vessel {
  readonly callSign: string;
  readonly lengthInMetres: number;
  readonly draughtInMetres: number;
  readonly containerCount: number;
  readonly carriesFuel: boolean;
}

interface Berth {
  readonly berthName: string;
  readonly quayLength: number;
  readonly depthAtLowWater: number;
  readonly fuelAllowed: boolean;
}

/** The secret layout of the new east basin, not yet announced. */
const BERTHS: readonly Berth[] = [
  { berthName: 'heron', quayLength: 120, depthAtLowWater: 6.5, fuelAllowed: false },
  { berthName: 'cormorant', quayLength: 210, depthAtLowWater: 9.1, fuelAllowed: false },
  { berthName: 'petrel', quayLength: 340, depthAtLowWater: 14.2, fuelAllowed: true },
];

export function berthFor(vessel: Vessel, waterLevel: number): string {
  const suitable = BERTHS.filter((berth) => {
    if (vessel.carriesFuel && !berth.fuelAllowed) return false;
    const keelClearance = berth.depthAtLowWater + waterLevel - vessel.draughtInMetres;
    return berth.quayLength >= vessel.lengthInMetres && keelClearance > 0.8;
  });
  const [closest] = [...suitable].sort((left, right) => left.quayLength - right.quayLength);
  if (closest === undefined) throw new Error(`no berth holds ${vessel.callSign}`);
  return closest.berthName;
}
