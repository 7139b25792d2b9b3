import type { Form } from './forms.ts';

/** One package of the zoo: how a tool builds it, and what must be said of it. */
export interface Case {
  readonly name: string;
  /** The way in which source travels; `clean` where none does. */
  readonly form: Form | 'clean';
  /** Builds the application in the working folder into `dist`, which is what gets published. */
  readonly build: () => unknown;
  /** Every finding there must be, of any level: rule to paths in the package. Nothing for clean ones. */
  readonly told: Readonly<Record<string, string | readonly string[]>>;
  /** Files of the application whose whole text rides along, as they were written. */
  readonly leaks: readonly string[];
  /** How many originals are named by something else than a map, and their text is not there. */
  readonly names?: number | ((files: ReadonlyMap<string, Buffer>) => number);
  /** Says that maps cannot be found by the plain reader of the tests: then `leaks` is all that counts. */
  readonly opaque?: true;
  /** Why the figures of this one are not compared, where nothing but packgate could work them out. */
  readonly uncounted?: string;
  /** Where sources are Zstandard data, which releases of Node.js before 22.15 cannot read: that is said there, and lines are not counted. */
  readonly zstd?: true;
  /** Published as it is in place of an npm package: a path under `dist`. */
  readonly target?: string;
}

type More = Pick<Case, 'names' | 'opaque' | 'uncounted' | 'zstd' | 'target'>;

/** A package that leaks. */
export function leak(
  form: Form,
  name: string,
  build: Case['build'],
  told: Case['told'],
  leaks: readonly string[] = [],
  more: More = {},
): Case {
  return { form, name, build, told, leaks, ...more };
}

/** A package that must pass without a word. */
export function clean(name: string, build: Case['build'], more: More = {}): Case {
  return { form: 'clean', name, build, told: {}, leaks: [], ...more };
}
