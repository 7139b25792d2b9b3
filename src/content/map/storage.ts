/** Schemes whose authority is a bucket, as `BUCKET_SCHEMES` lists them: that stands where it is needed from the start. */
const OWN_SCHEME = /^(?:s3[an]?|gs|r2|oss|cos|wasbs?|abfss?)$/;

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
  if (OWN_SCHEME.test(scheme)) return `${scheme}://${authority}`;
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
