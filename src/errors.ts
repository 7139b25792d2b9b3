/**
 * What could not be done, in a closed set of codes, so that tests and programs need not read sentences.
 *
 * - `usage`: the command line or the Action's inputs are wrong
 * - `config`: the config file is wrong
 * - `target`: what the user pointed at does not exist or is of no kind packgate reads
 * - `pack`: the package manager failed, or printed something packgate does not know
 * - `archive`: the bytes are not an archive that every installer reads alike
 * - `limit`: a limit was reached before everything was read
 * - `output`: a report could not be written
 * - `proof`: a receipt, a publish plan or an audit log could not be read
 * - `shard`: the reports of shards do not make one whole
 */
export type ErrorCode =
  | 'usage'
  | 'config'
  | 'target'
  | 'pack'
  | 'archive'
  | 'limit'
  | 'output'
  | 'proof'
  | 'shard';

/**
 * An expected failure: packgate could not look, and therefore claims nothing (exit status 2).
 *
 * `message` names the thing and the place in it; `help` is the next step. Both are one line of plain text and
 * may quote hostile names: whoever prints them escapes them. Anything else that is thrown is a bug of packgate.
 */
export class PackgateError extends Error {
  override readonly name = 'PackgateError';
  readonly code: ErrorCode;
  readonly help: string | undefined;

  constructor(code: ErrorCode, message: string, options: { help?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.help = options.help;
  }
}

/** A message and its next step in one line. The step may be a sentence of its own, or begin with a command. */
export function withNextStep(message: string, step: string | undefined): string {
  if (step === undefined) return message;
  const said = /^[a-z]/.test(step) ? `${message.replace(/\.$/, '')};` : message.replace(/([^.!?])$/, '$1.');
  return `${said} ${step}`;
}
