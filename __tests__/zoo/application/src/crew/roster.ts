interface DockWorker {
  readonly nickname: string;
  readonly worksAtNight: boolean;
  readonly minutesPerShift: number;
}

const CREW: readonly DockWorker[] = [
  { nickname: 'magpie', worksAtNight: true, minutesPerShift: 360 },
  { nickname: 'bramble', worksAtNight: false, minutesPerShift: 420 },
  { nickname: 'sailcloth', worksAtNight: true, minutesPerShift: 300 },
  { nickname: 'lantern', worksAtNight: true, minutesPerShift: 390 },
];

/** Picks as few workers as the work allows; nights are paid double, so the awake ones come first. */
export function planShift(unloadingMinutes: number, hourOfDay: number): readonly string[] {
  const isNight = hourOfDay < 6 || hourOfDay >= 22;
  const available = CREW.filter((worker) => !isNight || worker.worksAtNight);
  const chosen: string[] = [];
  let missingMinutes = unloadingMinutes;
  for (const worker of available) {
    if (missingMinutes <= 0) break;
    chosen.push(worker.nickname);
    missingMinutes -= worker.minutesPerShift;
  }
  return chosen;
}
