import { Minimatch, type MinimatchOptions, minimatch } from 'minimatch';

/** A glob as minimatch reads it. Most runs compare a path with none, so that this file is loaded where one does. */
export function compileGlob(text: string, options: MinimatchOptions): Minimatch {
  return new Minimatch(text, options);
}

/** The globs that braces stand for, at most `most`. */
export function expandBraces(text: string, most: number): string[] {
  return minimatch.braceExpand(text, { braceExpandMax: most });
}
