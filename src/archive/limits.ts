/** Bounds on reading one archive. Reaching one is said: it ends the run as not inspected, or is an `archive/limit` finding. */
export const LIMITS = {
  /** Unpacked bytes read from one archive. */
  unpackedSize: 16 * 1024 ** 3,
  /** Entries of every type, meta headers included. The paths of so many take about 160 MB. */
  entries: 2 ** 20,
  /** Unpacked against compressed bytes. Current npm aborts above it. */
  ratio: 1000,
  /** Unpacked bytes below which the ratio says nothing: a small file of zeros. */
  ratioFloor: 4 * 1024 ** 2,
  /** Bytes of one pax or GNU long-name body. npm ignores larger ones, others do not. */
  metaSize: 1024 ** 2,
  /** Segments of a path: npm skips entries with more. */
  segments: 1024,
  /** Oddities kept of one archive. */
  oddities: 10_000,
  /** Findings of one package: each takes about 1 KB until the report is written. */
  findings: 100_000,
  /** Bytes of `package.json`. */
  manifestSize: 8 * 1024 ** 2,

  // Containers inside the package, all of them together:

  /** Bytes that containers inside one package unpack to. */
  nestedSize: 4 * 1024 ** 3,
  /** Unpacked bytes of one container, with all that is nested in it, below which `ratio` says nothing. */
  nestedRatioFloor: 64 * 1024 ** 2,
  /** Files in containers. */
  nestedEntries: 500_000,
  /** Containers opened. */
  containers: 50_000,
  /** Containers inside each other. */
  depth: 8,
  /** Bytes of zip and asar archives held in memory at once; what is beyond goes to a private temporary file. */
  held: 16 * 1024 ** 2,
  /** Decoded bytes of one stream that has to be held whole, where Node cannot decode it piece by piece. */
  heldOutput: 256 * 1024 ** 2,
  /** Bytes of temporary files at once. */
  spooled: 4 * 1024 ** 3,
  /** Bytes of the header of an asar archive. */
  asarHeader: 64 * 1024 ** 2,
  /** Memory that a zstd frame may ask for, as a power of two: 32 MiB, which every level without `--long` keeps to but `--ultra`. */
  zstdWindowLog: 25,
} as const;
