/** A limit that the config can set. */
interface Setting {
  /** Where the config says nothing. Bytes, seconds, or a plain number. */
  readonly value: number;
  readonly unit: 'bytes' | 'count' | 'times' | 'seconds';
  /** The largest that can be set, where packgate itself would break beyond it. */
  readonly max?: number;
  /** What is counted. */
  readonly says: string;
  /** What reaching it comes to. */
  readonly reached: string;
}

const NOT_INSPECTED = 'not inspected (exit status 2)';
const FINDING = 'an `archive/limit` finding at the archive that reached it';

/** Bounds that the config can set under `limits`. They hold for the whole run: all targets, and archives inside archives. */
export const SETTINGS = {
  entries: {
    value: 2_000_000,
    unit: 'count',
    says: 'Entries of all archives of the run. Each takes about 10 bytes of memory until its package is judged, and as much of a temporary file as its path.',
    reached: `${NOT_INSPECTED}; inside the package ${FINDING}`,
  },
  readSize: {
    value: 32 * 1024 ** 3,
    unit: 'bytes',
    says: 'Bytes that all archives of the run unpack to.',
    reached: `${NOT_INSPECTED}; inside the package ${FINDING}`,
  },
  nestedSize: {
    value: 4 * 1024 ** 3,
    unit: 'bytes',
    says: 'Of these, bytes that archives inside packages unpack to.',
    reached: FINDING,
  },
  archives: {
    value: 50_000,
    unit: 'count',
    says: 'Archives and compressed files inside packages that are opened.',
    reached: FINDING,
  },
  depth: {
    value: 8,
    unit: 'count',
    max: 64,
    says: 'Archives inside each other, the package itself not counted.',
    reached: FINDING,
  },
  ratio: {
    value: 1000,
    unit: 'times',
    says: 'Unpacked bytes of an archive against its own. Current npm refuses what is above it.',
    reached: `${NOT_INSPECTED}; inside the package ${FINDING}`,
  },
  pathLength: {
    value: 4096,
    unit: 'count',
    max: 65_536,
    says: 'Characters in the path of an entry. Linux opens none that is longer.',
    reached: `${NOT_INSPECTED}; inside the package ${FINDING}`,
  },
  findings: {
    value: 50_000,
    unit: 'count',
    says: 'Findings of one package, and files of it that were not looked into. Each takes 0.5 to 1.5 KB until the report is written.',
    reached: NOT_INSPECTED,
  },
  temporarySize: {
    value: 4 * 1024 ** 3,
    unit: 'bytes',
    says: 'Temporary files at once, for archives whose directory stands at their end and that are too large for memory.',
    reached: `${NOT_INSPECTED}; inside the package ${FINDING}`,
  },
  readWait: {
    value: 60,
    unit: 'seconds',
    max: 86_400,
    says: 'Time without a single byte while an archive file is read, as from a network disk that has gone away.',
    reached: NOT_INSPECTED,
  },
  downloadWait: {
    value: 600,
    unit: 'seconds',
    max: 86_400,
    says: 'Time that npm may take without a word to download `npm:` targets.',
    reached: NOT_INSPECTED,
  },
  packWait: {
    value: 1800,
    unit: 'seconds',
    max: 86_400,
    says: 'Time that a package manager and the scripts it runs may go without a word while a folder is packed.',
    reached: NOT_INSPECTED,
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type LimitName = keyof typeof SETTINGS;

/** What holds in one run. Bytes, seconds, or plain numbers. */
export type Limits = Readonly<Record<LimitName, number>>;

/** The limits of a run whose config sets these and no others. */
export function limitsOf(set: Partial<Limits> = {}): Limits {
  const values = Object.entries(SETTINGS).map(([name, { value }]) => [name, value]);
  return { ...(Object.fromEntries(values) as Limits), ...set };
}

/** Bounds that follow from the formats or from how packgate works, and that nobody can set. */
export const LIMITS = {
  /** Unpacked bytes of the package below which `ratio` says nothing: a small file of zeros. */
  ratioFloor: 4 * 1024 ** 2,
  /** The same for an archive inside it, with all that is nested in that. */
  nestedRatioFloor: 64 * 1024 ** 2,
  /** Bytes of one pax or GNU long-name body. npm ignores larger ones, others do not. */
  metaSize: 1024 ** 2,
  /** Segments of a path: npm skips entries with more. */
  segments: 1024,
  /** Bytes of `package.json`, in the package and in a folder that is packed. */
  manifestSize: 8 * 1024 ** 2,
  /** Bytes of the header of an asar archive, which is never held. */
  asarHeader: 256 * 1024 ** 2,
  /** Characters of all findings of one package; the same for its oddities, files not looked into, and comments. */
  text: 32_000_000,
  /** Bytes for the paths of one package, most of them in a private temporary file. */
  pathBytes: 128 * 1024 ** 2,
  /** Source maps in one package. */
  maps: 200_000,
  /** Sources of all of them that are listed by name; further ones are counted. */
  sources: 500_000,
  /** Brackets and commas of a list of files in JSON that is joined to an executable. Each costs 80 bytes of memory. */
  jsonMarks: 2_000_000,
  /** Comments that point to a map, in one package. */
  references: 200_000,
  /** Bytes of zip and asar archives held in memory at once; what is beyond goes to a private temporary file. */
  held: 16 * 1024 ** 2,
  /** Decoded bytes of one stream that has to be held whole, where Node cannot decode it piece by piece. */
  heldOutput: 256 * 1024 ** 2,
  /** Memory that a zstd frame may ask for, as a power of two: 32 MiB, which every level without `--long` keeps to but `--ultra`. */
  zstdWindowLog: 25,
} as const;
