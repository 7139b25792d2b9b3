/** What a pattern found in a text. */
export interface Match {
  /** Of its kind: a message id of secretlint, or one of packgate's own. */
  readonly id: string;
  /** The secret itself, or what holds it: from, and behind the last character. */
  readonly start: number;
  readonly end: number;
}
