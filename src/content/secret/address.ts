import { bucketOf } from '../map/storage.ts';

/** A place on a network that the address in a text names. */
export interface NamedPlace {
  /** A storage bucket; or a host that only an internal network knows, by name or by a private address. */
  readonly kind: 'bucket' | 'internal-host';
  /** `bucket.s3.amazonaws.com`, `s3.amazonaws.com/bucket`, `s3://bucket`, `wiki.corp`, `10.1.2.3`. */
  readonly name: string;
  /** The archive or source map that the address ends with, where it does. */
  readonly archive?: string;
}

/** Last labels of names that are for internal networks: by RFC 6762 and ICANN's reservation of `.internal`, or by wide use. */
const INTERNAL = ['internal', 'corp', 'intranet', 'intra', 'lan', 'local', 'localdomain', 'private'];
/** Names in them that everybody has: container hosts, metadata services, what clusters call themselves, mDNS examples. */
const COMMON =
  /(?:^|\.)(?:docker|containers|lima|google|metadata)\.internal$|(?:^|\.)compute\.internal$|^cluster\.local$|^(?:your|my|example|test|foo|host|hostname|server|some|acme|domain|printer|device|app|site|api|www)[a-z0-9-]*\.[a-z]+$|(?:^|\.)(?:example|test|foo|bar|acme|domain|yourdomain|mydomain|company|yourcompany|mycompany)\.[a-z]+$/;

/** Services that every cluster has, and those of documentation. */
const CLUSTER =
  /^(?:my|your|example|some|service|svc)[^.]{0,63}\.|\.(?:default|kube-system|istio-system|namespace|ns|my-?namespace|your-?namespace|example|test)\.svc\.cluster\.local$|^[^.]{0,63}\.svc\.cluster\.local$/;

/** For the scanner: a host that ends otherwise is not looked at. `cn` is for the second half of `amazonaws.com.cn`. */
export const LAST_LABELS: readonly string[] = [...INTERNAL, 'cn'];
/** The same for what stands before the last label: of every storage service that `bucketOf` knows. */
export const SERVICE_LABELS: readonly string[] =
  'amazonaws googleapis google windows usgovcloudapi azure cloudflarestorage r2 digitaloceanspaces backblazeb2 wasabisys linodeobjects aliyuncs myqcloud myhuaweicloud scw yandexcloud ovh appdomain vercel-storage supabase oraclecloud customer-oci vultrobjects your-objectstorage volces bcebos storage tigris'.split(
    ' ',
  );

const HOST =
  /^(?:[^\s/@"'`<>\\{]{0,128}@)?([A-Za-z0-9_-][A-Za-z0-9._-]{0,252}|\[[0-9A-Fa-f:]{2,39}(?:%25?[\w.-]{1,20})?\])(?=[:/?#\s"'`<>\\)\],;]|$)/;
/** An address up to where it ends in any text. */
const ADDRESS = /^(?:\[[0-9A-Fa-f:]{2,39}(?:%25?[\w.-]{1,20})?\])?[^\s"'`<>\\{}()[\],;|^]{1,480}/;
/** What is worth fetching: an archive of anything, or a source map. */
const ARCHIVE =
  /\/([^/?#]{0,100}\.(?:zip|tgz|tar|tar\.gz|tar\.bz2|tar\.xz|tar\.zst|tbz2?|txz|7z|rar|jar|war|asar|whl|nupkg|vsix|crx|map))(?:[?#]|$)/i;

/**
 * The place that an address names, where it is a storage bucket or on an internal network.
 *
 * Hosts of documentation and those that every machine has are no place: `localhost`, `127.0.0.1`, `host.docker.internal`.
 *
 * @param scheme lower case, without `://`
 * @param rest what follows `://`, as far as it is at hand
 */
export function placeOf(scheme: string, rest: string): NamedPlace | undefined {
  const address = ADDRESS.exec(rest)?.[0];
  if (address === undefined) return undefined;
  // What goes on behind the address is put together when the program runs: nobody knows its end.
  const cut = /^[{$]/.test(rest.slice(address.length)) || address.endsWith('$');
  const archive = cut ? undefined : ARCHIVE.exec(address)?.[1];
  const bucket = bucketOf(scheme, address);
  if (bucket !== undefined && isNamed(bucket) && !(cut && endsBeforePath(address)))
    return { kind: 'bucket', name: bucket, ...(archive !== undefined && { archive }) };
  if (bucket !== undefined) return undefined;
  const host = HOST.exec(rest)?.[1]?.toLowerCase();
  if (host === undefined || !isInternal(host)) return undefined;
  return { kind: 'internal-host', name: host, ...(archive !== undefined && { archive }) };
}

/** Names that documentation gives to buckets, and S3's own namespace in XML. */
const EXAMPLE_BUCKET =
  /^(?:(?:my|your|example|test|sample|some|the|source|destination|target|input|output|public|private)?[._-]?(?:s3|gcs)?[._-]?(?:bucket|container|account|storageaccount)[._-]?(?:name)?[._-]?\d{0,3}|another-bucket|(?:my|your|example|amzn-s3-demo)[._-].*|doc|docs|path|foo|bar|baz|name|example|some|prefix|folder|customer|provider|data)$/;

/** Accounts of Azure in documentation. */
const EXAMPLE_ACCOUNT =
  /^(?:<?(?:my|your|the|example|some)[._-]?)?(?:storage[._-]?)?account(?:name)?\d{0,2}\.\w+\.core\./;

/** Whether the bucket's own name is told, and is none of documentation. */
function isNamed(bucket: string): boolean {
  const [, own = ''] = /^(?:[a-z0-9]+:\/\/|[^/]+\/)?([^/]+)/.exec(bucket.toLowerCase()) ?? [];
  if (EXAMPLE_ACCOUNT.test(bucket)) return false;
  const name = bucket.includes('/') ? own : (own.split('.')[0] ?? '');
  return /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(name) && !EXAMPLE_BUCKET.test(name);
}

/** The text goes on where a host or bucket still stands: its name is not known. */
function endsBeforePath(address: string): boolean {
  return (address.match(/\//g) ?? []).length < 2;
}

function isInternal(host: string): boolean {
  const numbers = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number);
  if (numbers !== undefined) return numbers.every((number) => number <= 255) && isPrivate(numbers);
  if (host === 'intranet') return true;
  if (host.startsWith('[')) return isPrivateLong(host);
  // What AWS calls a machine tells its address.
  const machine = /^ip-(\d{1,3})-(\d{1,3})-(\d{1,3})-(\d{1,3})\.(?:[a-z0-9-]+\.compute|ec2)\.internal$/.exec(
    host,
  );
  if (machine !== null) return isPrivate(machine.slice(1).map(Number));
  const label = /^(?:[a-z0-9_-]+\.)+([a-z]+)$/.exec(host)?.[1];
  return (
    label !== undefined && INTERNAL.includes(label) && !(isOfCluster(host) ? CLUSTER : COMMON).test(host)
  );
}

function isOfCluster(host: string): boolean {
  return host.endsWith('.svc.cluster.local');
}

/** RFC 4193 and RFC 4291: for one site, and for one wire. The first addresses of either, and those of services of a cloud, are everybody's. */
function isPrivateLong(host: string): boolean {
  if (/^\[f[cd]/.test(host)) return !/^\[f[cd]00:(?::|0{0,3}0?:|ec2:|1:|1234:)/.test(host);
  return /^\[fe[89ab][0-9a-f]:(?:[0-9a-f]{0,4}:){3}[0-9a-f]/.test(host);
}

/** RFC 1918, and RFC 6598 as private networks use it. The first addresses of home routers and of documentation are everybody's. */
function isPrivate([a, b, c, d]: readonly number[]): boolean {
  if (a === 192 && b === 168)
    return !((c! <= 2 || c === 100) && (d === 1 || d === 0 || d === 254 || d === 100 || d === 2));
  if (a === 10)
    return (
      !(b === 0 && (c === 0 || c === 2)) &&
      !(b === 1 && c === 1) &&
      !(b === 10 && c === 10) &&
      !(b === 1 && c === 2 && d === 3)
    );
  if (a === 100) return b! >= 64 && b! <= 127 && !(b === 100 && c === 100) && !(b === 64 && c === 0);
  return a === 172 && b! >= 16 && b! <= 31 && !(b === 17 && c === 0);
}
