/** What a run sees of the process it runs in. */
export interface World {
  /** Absolute. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly now: Date;
  readonly progress: (line: string) => void;
  /** Told several times a second how far reading has come, and with null that it is over; absent where nobody watches. */
  readonly watch?: (reading: Reading | null) => void;
}

/** How far the reading of one target has come. */
export interface Reading {
  readonly target: string;
  /** Bytes of the archive file read so far, and in all. */
  readonly read: number;
  readonly size: number;
  /** Files in it so far, and the bytes they unpack to. */
  readonly files: number;
  readonly unpacked: number;
}
