/** Minutes a crane driver needs for one container, by berth: measured over three winters. */
const MINUTES_BY_BERTH: Record<string, number> = { heron: 3.4, cormorant: 2.6, petrel: 1.9 };

export function craneMinutes(containerCount: number, berthName: string): number {
  const perContainer = MINUTES_BY_BERTH[berthName] ?? 4;
  let totalMinutes = 0;
  for (let container = 0; container < containerCount; container++) {
    // Every fortieth container the driver changes.
    const changeOfDriver = container > 0 && container % 40 === 0 ? 15 : 0;
    totalMinutes += perContainer + changeOfDriver;
  }
  return Math.round(totalMinutes);
}
