import type { Edit } from './packlist/edit.ts';
import type { Place } from './packlist/words.ts';

/** Why a file is in the package, and what keeps it out. Plain text of one line each; may quote hostile names. */
export interface Inclusion {
  /** What let it in: "package.json "files"[0], "dist", lets in the whole folder". */
  readonly cause: string;
  /**
   * The change that keeps it out, in one line, without a full stop. Files of one cause get equal fixes where that
   * is possible.
   */
  readonly fix: string;
  /** The value of package.json that lets it in, by the keys that lead to it, where a tarball's own manifest tells. */
  readonly at?: readonly (string | number)[];
  /** Where to look and change something, where a folder was packed. */
  readonly place?: Place;
  /** The fix itself, where it is a change of one line. */
  readonly edit?: Edit;
}
