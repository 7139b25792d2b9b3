import type { Tidy } from './tar-header.ts';

/** One file that some installer would unpack. */
export interface Entry {
  /** Path in the package: the first segment dropped and the rest tidied, as npm does. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** The archive names it and does not hold its bytes. */
  readonly elsewhere?: true;
  /** Its name is written with a `.` for a folder that is none, as some package managers write one file twice. */
  readonly dotted?: true;
  /** Set where its name is known to be tidy. */
  readonly tidy?: Tidy | undefined;
}

/** Takes entries one after another; bytes come as views that are valid only during the call. */
export interface EntrySink {
  begin(entry: Entry): void;
  /** @param whole the view is all of the entry, and it is valid up to `end`, which follows at once */
  bytes(view: Buffer, whole?: boolean): void;
  /** @param unread why (a part of) it could not be read, in a few words */
  end(unread?: string): void;
}
