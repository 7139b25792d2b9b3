type Version = readonly [major: number, minor: number, patch: number];

const PART = /^(\^|~|>=|<=|>|<|=)?\s*v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:-[\w.-]+)?$/;

/**
 * Whether a version is in a range as npm writes them: versions with or without their end, `^ ~ > >= < <= =`, joined
 * by spaces and `||`. A version before a release counts as that release: a sentence in a report hangs on this, and
 * no verdict.
 *
 * @returns undefined for a range of another form, or a version that is none
 */
export function meets(version: string, range: string): boolean | undefined {
  const at = numbers(version);
  if (at === undefined) return undefined;
  const any = range.split('||').map((all) => {
    const parts = all
      .trim()
      .replace(/([<>=^~])\s+/g, '$1')
      .split(/\s+/);
    const each = parts.map((part) => within(at, part));
    return each.includes(undefined) ? undefined : each.every(Boolean);
  });
  return any.includes(true) ? true : any.includes(undefined) ? undefined : false;
}

function numbers(version: string): Version | undefined {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return patch === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

function within(at: Version, part: string): boolean | undefined {
  const [, sign = '=', ...texts] = PART.exec(part) ?? [];
  if (texts.length === 0) return undefined;
  const said: number[] = [];
  for (const text of texts) {
    if (!/^\d+$/.test(text ?? '')) break;
    said.push(Number(text));
  }
  if (said.length === 0) return true;
  const low: Version = [said[0]!, said[1] ?? 0, said[2] ?? 0];
  // The first version that `said` does not stand for any more.
  const next = (places: number): Version => [
    places === 1 ? low[0] + 1 : low[0],
    places === 1 ? 0 : places === 2 ? low[1] + 1 : low[1],
    places === 3 ? low[2] + 1 : 0,
  ];
  const over = next(said.length);
  switch (sign) {
    case '>=':
      return compare(at, low) >= 0;
    case '>':
      return compare(at, over) >= 0;
    case '<':
      return compare(at, low) < 0;
    case '<=':
      return compare(at, over) < 0;
    case '~':
      return compare(at, low) >= 0 && compare(at, next(Math.min(said.length, 2))) < 0;
    case '^': {
      const first = low.findIndex((number) => number > 0) + 1;
      return compare(at, low) >= 0 && compare(at, next(Math.min(first || said.length, said.length))) < 0;
    }
    default:
      return compare(at, low) >= 0 && compare(at, over) < 0;
  }
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
