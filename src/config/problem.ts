import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';

/** One mistake in a config file. Line and column count from 1, columns in UTF-16 code units. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What would end the line of a message that quotes the file, or steer a terminal. */
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Mistakes at one place that a message tells. */
const MOST_TOLD = 4;

/** A config file with mistakes in it. The message is what is wrong at the first place; `problems` are all, from top to bottom. */
export class ConfigError extends PackgateError {
  /** As messages call it: `packgate.yml`. */
  readonly file: string;
  readonly problems: readonly ConfigProblem[];

  /** Expects at least one problem. */
  constructor(file: string, problems: readonly ConfigProblem[]) {
    const sorted = problems
      .map((problem) => ({ ...problem, message: problem.message.replace(BREAKS, ' ') }))
      .sort((a, b) => a.line - b.line || a.column - b.column);
    const [first] = sorted;
    // Keys that are missing all stand where their map does: a place says nothing of the others. One value can be wrong twice over.
    const here = new Set(sorted.filter((other) => isAt(first!, other)).map(({ message }) => message));
    const told = [...here].slice(0, MOST_TOLD).join('; ');
    const others = sorted.filter((other) => !isAt(first!, other));
    const more = others.length === 0 ? '' : ` (and ${count(others.length)} more, ${listPlaces(others)})`;
    super('config', `${file}:${first!.line}:${first!.column}: ${told}${more}`, {
      help: `Correct ${file}; nothing was inspected.`,
    });
    this.file = file;
    this.problems = sorted;
  }
}

function isAt(place: ConfigProblem, { line, column }: ConfigProblem): boolean {
  return place.line === line && place.column === column;
}

function listPlaces(problems: readonly ConfigProblem[]): string {
  const places = problems.slice(0, 3).map(({ line, column }) => `${line}:${column}`);
  return `at ${places.join(', ')}${problems.length > places.length ? ', ...' : ''}`;
}
