/** What a string's text amounts to, without the text. */
export interface Measured {
  /** Newlines, plus one where the last line does not end in one. */
  readonly lines: number;
  /** Of the decoded text in UTF-8. */
  readonly bytes: number;
}

/** Measures strings of JSON and of scripts as their bytes pass by, cut anywhere. */
export interface StringMeasure {
  /** Call before the first bytes of each string. */
  begin(): void;
  /** Call once for each view before `take`: its bytes may lie where others lay. */
  arrive(): void;
  /**
   * Takes the string's bytes in `view` from offset `from` on.
   *
   * @param quote the byte that closes the string; in a template (a backtick) line breaks stand as they are
   * @returns the offset of the closing quote, or the view's length where it has not come
   */
  take(view: Buffer, from: number, quote: number): number;
  /** Of what was taken since `begin`. */
  text(): Measured;
}
