import type { Evidence, Sighting } from './rule.ts';

/** How a rule tells of what it saw. */
export interface Words<Seen> {
  message(seen: Seen): string;
  evidence(seen: Seen): Evidence;
}

/** What a sighting has beside its words. */
export type Beside = Pick<Sighting, 'line' | 'column' | 'help' | 'exposes' | 'variant'>;

class Worded<Seen> {
  readonly path: string;
  readonly seen: Seen;
  readonly words: Words<Seen>;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly help: string | undefined;
  readonly exposes: Sighting['exposes'];
  readonly variant: string | undefined;

  constructor(
    path: string,
    seen: Seen,
    words: Words<Seen>,
    { line, column, help, exposes, variant }: Beside,
  ) {
    this.path = path;
    this.seen = seen;
    this.words = words;
    this.line = line;
    this.column = column;
    this.help = help;
    this.exposes = exposes;
    this.variant = variant;
  }

  get message() {
    return this.words.message(this.seen);
  }
  get evidence() {
    return this.words.evidence(this.seen);
  }
  get detail() {
    return undefined;
  }
}

/**
 * A sighting whose words are put together when somebody asks for them: of many files with one cause a report names a few.
 *
 * @param seen what the words are made of; it is kept until the report is written
 */
export function wordedLater<Seen>(path: string, seen: Seen, words: Words<Seen>, beside: Beside): Sighting {
  return new Worded(path, seen, words, beside) as unknown as Sighting;
}

export function isWordedLater(sighting: Sighting): boolean {
  return sighting instanceof Worded;
}
