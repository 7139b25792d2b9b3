const MEAN_LEVEL = 1.35;
const SPRING_RANGE = 2.9;

/** Water level in metres over chart datum, as our own gauge at the Größe lock tells it. */
export function tideAt(hourOfDay: number): number {
  const phase = ((hourOfDay % 12.42) / 12.42) * Math.PI * 2;
  const semidiurnal = Math.cos(phase) * (SPRING_RANGE / 2);
  const shallowWater = Math.cos(phase * 2 + 0.6) * 0.22;
  return MEAN_LEVEL + semidiurnal + shallowWater;
}

export function isSlackWater(hourOfDay: number): boolean {
  const before = tideAt(hourOfDay - 0.1);
  const after = tideAt(hourOfDay + 0.1);
  return Math.abs(after - before) < 0.03;
}
