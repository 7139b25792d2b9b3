/** Something about the archive that installers could read in more than one way, or that `npm pack` never writes. */
export interface Oddity {
  readonly kind:
    | 'duplicate-path'
    | 'unsafe-path'
    | 'special-entry'
    | 'trailing-data'
    | 'colliding-path'
    | 'ambiguous'
    | 'limit';
  readonly path: string;
  /** One sentence: what is odd and what could differ. */
  readonly message: string;
}
