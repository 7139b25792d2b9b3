import type { Part } from './parts.ts';

/** What to do about readable copies of public libraries. */
export const LIBRARY_HELP =
  "By the marks in it this is public code, so nothing of your own leaks. If that is so, list the file under the rule's ignore; a minifier over the finished bundle ends the question, too.";

/**
 * What to do about readable JavaScript, by what most likely made it.
 *
 * @param dense whether most of the file is minified
 */
export function scriptHelp(path: string, dense: boolean): string {
  if (dense)
    return 'Part of this file went round the minifier: a banner or footer option, a file that is concatenated after minifying, or a module that is copied as it is. Minify the finished file.';
  if (/\.(?:mjs|es|esm|module)(?:\.js)?$/.test(path) || /(?:^|[./-])(?:es|esm|module)[./-]/.test(path))
    return 'Minify this build. Vite in library mode keeps white space in ES modules even with build.minify on: set build.rollupOptions.output.minify, or run a minifier over the output; with Rollup add a minifier plugin; with esbuild or tsup set minify: true.';
  return "Turn on the bundler's minifier for this build (esbuild, tsup, Bun: minify; webpack: mode 'production'; Rollup: a minifier plugin; Vite: build.minify). tsc and Babel never minify: run a minifier over their output, or leave it out of the package. If it is public anyway, list it under rules: unminified/script: ignore.";
}

/** What to do about parts that no minifier of the finished file touches; undefined where one would. */
export function heldHelp(parts: readonly Pick<Part, 'within' | 'evaluated'>[]): string | undefined {
  if (parts.some(({ within }) => within === undefined)) return undefined;
  if (parts.every(({ evaluated }) => evaluated)) return EVALUATED;
  return parts.every(({ within }) => within === 'comment') ? REMARKS : TEXTS;
}

const EVALUATED =
  "A development build hands its modules to eval as text. Build the release with mode 'production', and no devtool that begins with eval.";
const REMARKS =
  'What is commented out is read all the same. Have the minifier drop comments (terser, swc: comments false or some; esbuild: legalComments none; html-minifier-terser: removeComments; cssnano: discardComments), or delete them.';
const TEXTS =
  'Minifiers leave the text of strings as it is. Minify the worker, page or module before it becomes a string (the plugin that inlines it mostly has an option), or ship it as a minified file of its own. If it is public anyway, list the file under rules: unminified/script: ignore.';
