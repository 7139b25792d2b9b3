import type { ModulePart } from './modules.ts';

/** A script that lies in another one as text, in a string, a template or a comment, or in a page in an attribute or a comment. */
export interface Inlay {
  readonly kind: 'string' | 'template' | 'comment' | 'attribute';
  /** Where it lies in the file, counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** Lines of code in it, once its escapes are read. */
  readonly lines: number;
  /** Bytes of code in it that are laid out for a reader, of literals, and the names beside them. */
  readonly codeBytes: number;
  readonly literalBytes: number;
  readonly names: number;
  readonly shortNames: number;
  /** Whether a `sourceURL` comment gives it a name, as a development build does with what it hands to `eval`. */
  readonly evaluated: boolean;
  /** What people call the language it is written in, where that is not JavaScript. */
  readonly language?: string;
  /** Whether its key says that it shows how something is used, as documentation in data has it. */
  readonly isExample?: true;
  /** The module it is, where a bundler says so. */
  readonly module?: string;
  /** The modules it was bundled from, where a bundler marked them: the first ones, and one without a name for all others. */
  readonly modules?: readonly ModulePart[];
}

/** What is known of the texts in a script, and of the modules it was bundled from. */
export interface InlayFacts {
  /** Scripts that lie in it as text: the largest, in file order. */
  readonly inlays: readonly Inlay[];
  /** What is not among them because there were too many. */
  readonly moreInlays: number;
  /** Modules in file order, where a bundler marked them. */
  readonly modules: readonly ModulePart[];
  /** Names of further modules, in which nothing is laid out: the first ones, in file order. Absent where there is none. */
  readonly denseModules?: readonly string[];
  /** Libraries that licence banners name, with their versions: the first ones. */
  readonly banners: readonly string[];
  /** The module that a `sourceURL` comment says the whole text is. */
  readonly sourceUrl?: string;
}
