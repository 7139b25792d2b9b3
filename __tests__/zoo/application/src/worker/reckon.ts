import { tideAt } from '../harbor/tide';

interface Question {
  readonly fromHour: number;
  readonly untilHour: number;
}

/** Finds the deepest quarter of an hour, off the main thread. */
export function deepestHour({ fromHour, untilHour }: Question): number {
  let deepest = fromHour;
  for (let hour = fromHour; hour <= untilHour; hour += 0.25) {
    if (tideAt(hour) > tideAt(deepest)) deepest = hour;
  }
  return deepest;
}

self.onmessage = (event: MessageEvent<Question>) => {
  self.postMessage({ deepestHour: deepestHour(event.data), reckonedBy: 'quillon-reckoner' });
};
