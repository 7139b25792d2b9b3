import type { Evidence, Sighting } from './rule.ts';

/** How a rule tells of what it saw. */
export interface Words<Seen> {
  message(seen: Seen): string;
  evidence(seen: Seen): Evidence;
  weight(seen: Seen): number;
  /** Where the sighting itself does not say so. */
  exposes?(seen: Seen): Sighting['exposes'];
}

/** What a sighting has beside its words. */
export type Beside = Pick<Sighting, 'line' | 'column' | 'help' | 'exposes' | 'variant'>;

/** What few sightings have. */
type Rare = Pick<Beside, 'line' | 'column' | 'variant'>;
const COMMON: Rare = {};

class Worded<Seen> {
  readonly path: string;
  readonly seen: Seen;
  readonly words: Words<Seen>;
  readonly help: string | undefined;
  readonly exposed: Sighting['exposes'];
  readonly rare: Rare;

  constructor(path: string, seen: Seen, words: Words<Seen>, beside: Beside) {
    this.path = path;
    this.seen = seen;
    this.words = words;
    this.help = beside.help;
    this.exposed = beside.exposes;
    this.rare = beside.line === undefined && beside.variant === undefined ? COMMON : beside;
  }

  get exposes() {
    return this.exposed ?? this.words.exposes?.(this.seen);
  }
  get line() {
    return this.rare.line;
  }
  get column() {
    return this.rare.column;
  }
  get variant() {
    return this.rare.variant;
  }
  get message() {
    return this.words.message(this.seen);
  }
  get evidence() {
    return this.words.evidence(this.seen);
  }
  get weight() {
    return this.words.weight(this.seen);
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
