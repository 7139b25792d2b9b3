import { counted } from '../../figures.ts';
import type { ForeignFormat } from '../../manifest.ts';
import type { FileRule } from '../rule.ts';
import { type Words, wordedLater } from '../worded.ts';
import { builtByInstaller } from './built.ts';
import { isTrivial } from './classes.ts';
import { publicLibrary } from './modules.ts';
import { readable } from './readable.ts';

/** Languages in which a package of that format ships its code, because that is how it is installed. */
const SHIPS_AS_SOURCE: Partial<Record<ForeignFormat, RegExp>> = {
  wheel: /^Python$/,
  sdist: /^/,
  crate: /^/,
};

export const rule: FileRule = {
  id: 'unminified/source',
  scope: 'file',
  grounds: ['source'],
  title: 'Original source',
  description:
    'A file in the language it was written in: TypeScript, JSX, Vue, Svelte, Sass, Elm, GraphQL, shaders, Python, C, Rust, Swift and the like, known by its text as well as by its name. Type declarations are not meant, nor Python in a wheel, nor what an sdist or a crate is made of. Beside a file by which installers build it (binding.gyp, CMakeLists.txt, a podspec, Cargo.toml) it is the variant `compiled`; in node_modules, under a name without a scope, `library`.',
  help: 'Publish what the build makes of it, and leave the source folder out of the package. If the source is meant to be public, set `preset: open`, or list the file under `rules: unminified/source: ignore`.',
  cwe: [540],
  levels: { closed: 'error', open: 'off' },
  variants: {
    compiled: { closed: 'warning', open: 'off' },
    library: { closed: 'warning', open: 'off' },
  },
  removable: true,
  *inspect(file) {
    const { text } = file;
    // What lies in an executable is told as source-map/embedded.
    if (file.carrier !== undefined) return;
    if (text?.source === undefined || text.language !== 'source') return;
    const { script, style, plain } = text;
    if (isTrivial(text, file.path)) return;
    const lines = script?.codeLines ?? style?.codeLines ?? plain?.inkLines ?? text.lines;
    const library = publicLibrary(file.path) !== undefined;
    yield wordedLater(
      file.path,
      { language: text.source, lines, byContent: text.byContent },
      WORDS,
      library ? { variant: 'library' } : { exposes: readable(file) },
    );
  },
  settle(pkg) {
    const { format } = pkg.manifest;
    const normal = format === undefined ? undefined : SHIPS_AS_SOURCE[format];
    const built = builtByInstaller(pkg.files.keys());
    return (sighting) => {
      const language = String(sighting.evidence?.language);
      if (normal?.test(language)) return undefined;
      const by = sighting.variant === undefined ? built(sighting.path, language) : undefined;
      if (by === undefined) return sighting;
      const { path, evidence, exposes } = sighting;
      return {
        path,
        ...(evidence && { evidence }),
        ...(exposes && { exposes }),
        message: `${sighting.message}; ${by} lets installers build it`,
        help: `Sources that are built when the package is installed have to ship. If these are meant to, list them under \`rules: unminified/source: ignore\`. Else publish the built binary instead, and leave ${by} out with them.`,
        variant: 'compiled',
      };
    };
  },
};

const WORDS: Words<{ readonly language: string; readonly lines: number; readonly byContent: boolean }> = {
  message({ language, lines, byContent }) {
    return `${language} source, ${counted(lines, 'line')}${byContent ? ', whatever its name says' : ''}`;
  },
  evidence: (seen) => seen,
  weight: ({ lines }) => lines,
};
