import type { Match } from './match.ts';

const SIGNATURE = /[?&]sig=([0-9A-Za-z+/]{43}=)/dg;
const VERSION = /[?&]sv=20\d\d-\d\d-\d\d/;
/** Characters of an address on either side of its signature. */
const AROUND = 400;
const BLANK = /\s/;
const BEGINS = /[?&]st=(20\d\d-\d\d-\d\d)/;
const ENDS = /[?&]se=(20\d\d-\d\d-\d\d)/;
/** Milliseconds that a signature is good for from which on somebody may still use it when a package is read. Documentation shows such of some hours. */
const LASTING = 7 * 24 * 3600 * 1000;

/** Finds shared access signatures of Azure, but for those that say that they are good for no more than some days. */
export function findSharedAccess(text: string): Match[] {
  if (!VERSION.test(text)) return [];
  const found: Match[] = [];
  for (const { indices } of text.matchAll(SIGNATURE)) {
    const [start, end] = indices![1]!;
    const before = text
      .slice(Math.max(0, start - AROUND), start)
      .split(BLANK)
      .at(-1);
    const [behind] = text.slice(end, end + AROUND).split(BLANK, 1);
    if (lasts(`?${before}${behind}`)) found.push({ id: 'azure-signature', start, end });
  }
  return found;
}

function lasts(address: string): boolean {
  const [, begins] = BEGINS.exec(address) ?? [];
  const [, ends] = ENDS.exec(address) ?? [];
  if (begins === undefined || ends === undefined) return true;
  return !(Date.parse(ends) - Date.parse(begins) < LASTING);
}
