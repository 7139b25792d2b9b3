import type { Manager } from './manager.ts';

/** Archive bytes ready to be read once, and where they came from. */
export interface Source {
  /** As typed, or as expanded from a glob. */
  readonly target: string;
  /** Absolute path of the archive file that holds these bytes: the user's own, or one in a private temporary folder. */
  readonly file: string;
  /**
   * Set where packgate packed a folder: with what, from where (absolute), and how that differs from what the
   * project asks for.
   */
  readonly packed?: {
    readonly manager: Manager['name'];
    readonly version: string;
    readonly folder: string;
    readonly difference?: string;
  };
  /** Removes temporary files. Never throws. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Absolute; relative targets are resolved against it. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Do not run lifecycle scripts when packing a folder. */
  readonly ignoreScripts: boolean;
  /** Seconds that a program may go without a word; for ever where nothing is said. */
  readonly waits?: { readonly download: number; readonly pack: number };
  /** One line of progress for a person ("packing with pnpm 12.21.0"). */
  readonly progress: (line: string) => void;
}
