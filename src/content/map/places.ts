import { bucketOf } from './storage.ts';

const NOTHING = Buffer.alloc(0);
/** Places on a network that a text names. */
export interface Places {
  readonly hosts: ReadonlySet<string>;
  readonly buckets: ReadonlySet<string>;
}

/** Distinct places kept of one map. */
const MAX_PLACES = 100;

/** Bytes behind `://` that are looked at: a host name has at most 253. */
const REACH = 320;
/** Bytes before `://` that are looked at: the longest scheme below. */
const BACK = 8;

/** Schemes whose authority is a bucket. */
export const BUCKET_SCHEMES: ReadonlySet<string> = new Set([
  's3',
  's3a',
  's3n',
  'gs',
  'r2',
  'oss',
  'cos',
  'wasb',
  'wasbs',
  'abfs',
  'abfss',
]);

/**
 * Schemes that fetch from another machine. Bundlers' own (`webpack://`, `turbopack://`, `ng://`, ...) are not among them.
 */
const NETWORK_SCHEMES = new Set([
  'http',
  'https',
  'ftp',
  'ftps',
  'sftp',
  'ssh',
  'git',
  'ws',
  'wss',
  ...BUCKET_SCHEMES,
]);

/** Anything may stand before the scheme: in JSON a newline is a backslash and an `n`. The longest that fits begins first. */
export const SCHEME_AT_END: RegExp = new RegExp(`(?:${[...NETWORK_SCHEMES].join('|')})$`, 'i');

/**
 * The network place a source path points at, as a host name, or undefined where it stays on a machine or is a
 * bundler's own scheme. `localhost` is not a place: nobody else can fetch from it.
 */
export function hostOf(path: string): string | undefined {
  const match =
    /^(?:([A-Za-z][A-Za-z0-9+.-]{0,15}):)?\/\/(?:[^/@\s]{0,64}@)?([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])/.exec(
      path,
    );
  if (match === null) return undefined;
  const scheme = match[1]?.toLowerCase();
  const host = match[2]!.toLowerCase();
  if (scheme !== undefined && !NETWORK_SCHEMES.has(scheme)) return undefined;
  // `//host/x` is a network place only if it looks like a host name: build tools write `//src/x` too.
  if (scheme === undefined && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) return undefined;
  return /^(?:localhost|127\.[0-9.]+|0\.0\.0\.0|\[::1\])$/.test(host) ? undefined : host;
}

/** Collects the storage buckets that bytes name, in one pass over views cut anywhere. */
export interface PlaceScanner {
  push(view: Buffer): void;
  end(): ReadonlySet<string>;
}

/** @returns a scanner that looks at every `://` and nothing else, at the speed of a native search */
export function createPlaceScanner(): PlaceScanner {
  const buckets = new Set<string>();
  let tail: Buffer = NOTHING;

  /** Looks at every `://` of `bytes` that begins in `[from, to)`. */
  function scan(bytes: Buffer, from: number, to: number): void {
    for (let at = bytes.indexOf('://', from); at !== -1 && at < to; at = bytes.indexOf('://', at + 3)) {
      if (buckets.size >= MAX_PLACES) return;
      const before = bytes.toString('latin1', Math.max(0, at - BACK), at);
      const scheme = SCHEME_AT_END.exec(before)?.[0].toLowerCase();
      if (scheme === undefined) continue;
      const bucket = bucketOf(scheme, bytes.toString('latin1', at + 3, at + 3 + REACH));
      if (bucket !== undefined) buckets.add(bucket);
    }
  }

  return {
    push(view) {
      const seam = Buffer.concat([tail, view.subarray(0, BACK + REACH)]);
      if (view.length < BACK + REACH) {
        // Too short to decide anything that begins in it: keep it whole, and look only at what has reach enough.
        const decided = Math.max(0, seam.length - REACH);
        scan(seam, 0, decided);
        tail = Buffer.from(seam.subarray(Math.max(0, decided - BACK)));
        blank(tail, Math.min(BACK, decided));
        return;
      }
      scan(seam, 0, tail.length + BACK);
      const decided = view.length - REACH;
      scan(view, BACK, decided);
      tail = Buffer.from(view.subarray(decided - BACK));
      blank(tail, BACK);
    },
    end() {
      scan(tail, 0, tail.length);
      return buckets;
    },
  };

  /** A `://` in the first bytes of a tail was looked at already; what stands there is only kept for its scheme. */
  function blank(bytes: Buffer, length: number): void {
    for (let i = 0; i + 2 < length; i++) if (bytes[i] === 58 && bytes[i + 1] === 47) bytes[i + 2] = 32;
  }
}
