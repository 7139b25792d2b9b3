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
 * Services for storage, by the last two labels of their hosts: what stands before these where the host is the bare service, and, as the first
 * group, what is in front of that. That is a bucket, or else the path begins with one.
 */
const SERVICES: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['amazonaws.com', /^(?:(.+)\.)?s3(?:express)?(?:-[a-z0-9-]+)?(?:\.[a-z0-9-]+){0,2}$/],
      ['com.cn', /^(?:(.+)\.)?s3(?:-[a-z0-9-]+)?(?:\.[a-z0-9-]+){0,2}\.amazonaws$/],
      ['googleapis.com', /^(?:(.+)\.)?(?:storage|commondatastorage|firebasestorage)$/],
      ['google.com', /^(?:(.+)\.)?storage\.cloud$/],
      ['r2.dev', /^(.+)$/],
      ['digitaloceanspaces.com', /^(?:(.+?)\.)?[a-z]{3}\d(?:\.cdn)?$/],
      ['backblazeb2.com', /^(?:(.+)\.)?(?:s3\.[a-z]{2}-[a-z]+-\d{3}|f\d{3})$/],
      ['wasabisys.com', /^(?:(.+)\.)?s3(?:\.[a-z]{2}-[a-z]+(?:-\d)?)?$/],
      ['linodeobjects.com', /^(?:(.+?)\.)?(?:website-)?[a-z]{2}-[a-z]+(?:-\d+)?$/],
      ['aliyuncs.com', /^(?:(.+)\.)?oss-[a-z0-9-]+$/],
      ['myqcloud.com', /^(?:(.+)\.)?(?:cos(?:-website)?\.[a-z0-9-]+|file|cos[a-z]+)$/],
      ['myhuaweicloud.com', /^(?:(.+)\.)?obs(?:-website)?(?:\.[a-z0-9-]+)?$/],
      ['scw.cloud', /^(?:(.+)\.)?s3(?:-website)?\.[a-z]{2}-[a-z]{3}$/],
      ['yandexcloud.net', /^(?:(.+)\.)?(?:storage|website)$/],
      ['ovh.net', /^(?:(.+)\.)?(?:s3|storage)(?:\.[a-z0-9-]+){1,2}\.cloud$/],
      ['appdomain.cloud', /^(?:(.+)\.)?s3(?:-web)?(?:\.[a-z0-9-]+){1,2}\.cloud-object-storage$/],
      ['vercel-storage.com', /^(.+)\.blob$/],
      ['supabase.co', /^[a-z0-9]+(?:\.storage)?$/],
      ['oraclecloud.com', /^(?:.+\.)?objectstorage\.[a-z0-9-]{1,40}$/],
      ['customer-oci.com', /^(?:.+\.)?objectstorage\.[a-z0-9-]{1,40}\.oci$/],
      ['windows.net', /^([a-z0-9-]+\.z\d{1,2})\.web\.core$/],
      ['vultrobjects.com', /^(?:(.+?)\.)?[a-z]{3}\d$/],
      ['your-objectstorage.com', /^(?:(.+?)\.)?[a-z]{3}\d$/],
      ['volces.com', /^(?:(.+)\.)?tos-(?:s3-)?[a-z0-9-]+$/],
      ['bcebos.com', /^(?:(.+)\.)?[a-z]{2,5}$/],
      ['storage.dev', /^(?:(.+)\.)?(?:t3|fly)$/],
      ['tigris.dev', /^(?:(.+)\.)?(?:fly\.)?storage$/],
    ] as const
  ).map(([labels, host]) => [labels, host]),
);

/** Azure's and R2's hosts are accounts, and their paths begin with the bucket. */
const ACCOUNTS =
  /^[a-z0-9-]+(?:\.z\d{1,2})?\.(?:blob|dfs|file)\.(?:core\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|storage\.azure\.net)$|\.r2\.cloudflarestorage\.com$/;

/** Where a path names the bucket behind words of the service: those of Google's API, of Firebase and Oracle, of Supabase, of Backblaze, and of OpenStack. */
const IN_PATH =
  /^[^/]+\/(?:(?:download\/|upload\/)?storage\/v1\/(?:b\/|s3\/|(?:object|render\/image)\/(?:public\/|sign\/|authenticated\/)?)|(?:v0|n\/[A-Za-z0-9._-]{1,63})\/b\/|file\/|v1\/AUTH_[0-9a-f]{8,40}\/)([A-Za-z0-9._-]{1,63})(?:\/|$)/i;
/** Services that name it in no other place. */
const ONLY_IN_PATH =
  /^firebasestorage\.googleapis\.com$|\.supabase\.co$|\.(?:oraclecloud|customer-oci)\.com$/;

/**
 * The storage bucket a URL points at, as `host` or `host/bucket`, or undefined.
 *
 * @param scheme lower case, without `://`
 * @param rest what follows `://`
 */
export function bucketOf(scheme: string, rest: string): string | undefined {
  const [, authority = '', first = ''] =
    /^(?:[^/@\s]{0,64}@)?([A-Za-z0-9.-]{1,253})(?::\d{1,5})?(?:\/([A-Za-z0-9._-]{1,63}))?/.exec(rest) ?? [];
  if (authority === '') return undefined;
  if (BUCKET_SCHEMES.has(scheme)) return `${scheme}://${authority}`;
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  const host = authority.toLowerCase();
  const isAccount = ACCOUNTS.test(host);
  const labels = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
  const service = isAccount
    ? undefined
    : SERVICES.get(host.slice(labels + 1))?.exec(host.slice(0, Math.max(0, labels)));
  if (!isAccount && (service === undefined || service === null)) return isGoogleApi(host, rest);
  if (service?.[1] !== undefined) return host;
  const inPath = IN_PATH.exec(rest)?.[1];
  if (inPath !== undefined) return `${host}/${inPath}`;
  return first === '' || ONLY_IN_PATH.test(host) ? undefined : `${host}/${first}`;
}

/** The host that all of Google's interfaces have in common. */
function isGoogleApi(host: string, rest: string): string | undefined {
  const inPath = host === 'www.googleapis.com' ? IN_PATH.exec(rest)?.[1] : undefined;
  return inPath === undefined ? undefined : `${host}/${inPath}`;
}

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
