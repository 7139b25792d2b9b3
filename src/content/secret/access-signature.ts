import type { Match } from './match.ts';

const SIGNATURE = /[?&]sig=([0-9A-Za-z+/]{43}=)/dg;
const VERSION = /[?&]sv=20\d\d-\d\d-\d\d/;
/** What stands in no address. */
const BREAK = /[\s"'`<>]/;
/** Characters of an address before and behind its signature. */
const REACH = 1000;
/** Seconds up to which one is over before anybody reads the package: those of a build or a download. */
const SHORT = 7 * 24 * 3600;

/**
 * Finds shared access signatures of Azure, which open storage until they end, unless they say that they end within days of their beginning.
 * https://learn.microsoft.com/rest/api/storageservices/create-service-sas
 */
export function findAccessSignatures(text: string): Match[] {
  const found: Match[] = [];
  for (const { index, indices, 0: whole } of text.matchAll(SIGNATURE)) {
    const end = index + whole.length;
    const before = text
      .slice(Math.max(0, index - REACH), index)
      .split(BREAK)
      .at(-1);
    const [behind] = text.slice(end, end + REACH).split(BREAK, 1);
    const address = `?${before}&${behind}`;
    if (!VERSION.test(address) || endsSoon(address)) continue;
    const [from, to] = indices![1]!;
    found.push({ id: 'azure-signature', start: from, end: to });
  }
  return found;
}

const BEGINS = /[?&]st=(20\d\d-\d\d-\d\d(?:[T\d:Z-]|%3A){0,30})/i;
const ENDS = /[?&]se=(20\d\d-\d\d-\d\d(?:[T\d:Z-]|%3A){0,30})/i;

function endsSoon(address: string): boolean {
  const [begins, ends] = [dateIn(address, BEGINS), dateIn(address, ENDS)];
  return begins !== undefined && ends !== undefined && (ends - begins) / 1000 <= SHORT;
}

/** Milliseconds since 1970. */
function dateIn(address: string, form: RegExp): number | undefined {
  const text = form.exec(address)?.[1];
  const date = text === undefined ? Number.NaN : Date.parse(text.replace(/%3A/gi, ':'));
  return Number.isNaN(date) ? undefined : date;
}
