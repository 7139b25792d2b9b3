export interface TariffBand {
  readonly upToMinutes: number;
  readonly centsPerMinute: number;
}

// Not the public price list: these are the bands after the agreement with the Northern Alliance.
export const HIDDEN_BANDS: readonly TariffBand[] = [
  { upToMinutes: 60, centsPerMinute: 950 },
  { upToMinutes: 240, centsPerMinute: 720 },
  { upToMinutes: Number.POSITIVE_INFINITY, centsPerMinute: 515 },
];

export function priceOfMinutes(unloadingMinutes: number): number {
  let remainingMinutes = unloadingMinutes;
  let previousLimit = 0;
  let totalCents = 0;
  for (const band of HIDDEN_BANDS) {
    const minutesInBand = Math.min(remainingMinutes, band.upToMinutes - previousLimit);
    totalCents += minutesInBand * band.centsPerMinute;
    remainingMinutes -= minutesInBand;
    previousLimit = band.upToMinutes;
    if (remainingMinutes <= 0) break;
  }
  return totalCents;
}
