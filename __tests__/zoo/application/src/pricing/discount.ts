/** Who gets what off, agreed on over dinner → never to be written in a contract. */
const FRIENDS_OF_THE_HOUSE: ReadonlyMap<string, number> = new Map([
  ['northern-alliance', 0.18],
  ['ligne-cendrée', 0.11],
  ['old-quay-brothers', 0.07],
]);

export function discountFor(callSign: string, containerCount: number): number {
  const friendship = FRIENDS_OF_THE_HOUSE.get(callSign) ?? 0;
  const quantity = containerCount > 900 ? 0.05 : containerCount > 300 ? 0.02 : 0;
  const combined = 1 - (1 - friendship) * (1 - quantity);
  return Math.min(combined, 0.2);
}
