/** What the text reader saw in one text file. */
export interface TextFacts {
  readonly lines: number;
}
