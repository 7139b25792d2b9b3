import { counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';
import { isTrivial } from './classes.ts';
import { readable } from './readable.ts';

export const rule: FileRule = {
  id: 'unminified/source',
  scope: 'file',
  title: 'Original source',
  description:
    'A file in the language it was written in: TypeScript, JSX, Vue, Svelte, Astro, Sass, Less, CoffeeScript and the like. It is known by its text as well as by its name; type declarations are not meant.',
  help: 'Publish what the build makes of it, and leave the source folder out of the package. If the source is meant to be public, set `preset: open`, or list the file under `rules: unminified/source: ignore`.',
  cwe: [540],
  levels: { closed: 'error', open: 'off' },
  removable: true,
  *inspect(file) {
    const { text } = file;
    // What lies in an executable is told as source-map/embedded.
    if (file.carrier !== undefined) return;
    if (text?.source === undefined || text.language !== 'source') return;
    const { script, style, plain } = text;
    if (isTrivial(text)) return;
    const lines = script?.codeLines ?? style?.codeLines ?? plain?.inkLines ?? text.lines;
    const seen = text.byContent ? ', whatever its name says' : '';
    yield {
      path: file.path,
      message: `${text.source} source, ${counted(lines, 'line')}${seen}`,
      exposes: readable(file),
      evidence: { language: text.source, lines, byContent: text.byContent },
    };
  },
};
