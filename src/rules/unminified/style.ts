import { counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';
import { heldHelp } from './causes.ts';
import { classOfStyle } from './classes.ts';
import { isCoverageAsset } from './coverage-page.ts';
import { reasons, styleEvidence } from './evidence.ts';
import { publicLibrary } from './modules.ts';
import { described, languageOf, listed, readableInSheet } from './parts.ts';
import { readable, readableIn } from './readable.ts';

export const rule: FileRule = {
  id: 'unminified/style',
  scope: 'file',
  grounds: ['readable style'],
  title: 'Readable style sheet',
  description:
    'A style sheet with its white space and comments in place shows how the source is laid out and what its authors wrote about it. The rule looks at the white space round braces and colons, which every minifier drops. It finds readable parts of minified sheets, and sources in their comments. What lies in a folder node_modules under a name without a scope is a copy of a public library, the milder variant `library`.',
  help: "Run a CSS minifier in the build that is published (esbuild and Vite: minify; PostCSS: cssnano; Sass: --style=compressed), or list the file under the rule's ignore where its source is public.",
  cwe: [540, 615],
  levels: { closed: 'error', open: 'off' },
  variants: { library: { closed: 'warning', open: 'off' } },
  *inspect(file) {
    const { text } = file;
    if (text?.style === undefined || text.language !== 'style') return;
    const kind = classOfStyle(text, text.style);
    if (kind !== 'readable' && kind !== 'mixed') return;
    const evidence = styleEvidence(text.style, file.maps);
    const library = publicLibrary(file.path) !== undefined && { variant: 'library' };
    if (kind === 'readable') {
      const message = `${counted(text.style.codeLines, 'line')} of readable CSS: ${reasons(evidence)}`;
      const exposes = library ? {} : { exposes: readable(file) };
      yield { path: file.path, message, evidence, ...exposes, ...library };
      return;
    }
    const parts = readableInSheet(text.style);
    const [first] = parts;
    if (first === undefined) return;
    const held = heldHelp(parts);
    const { codeBytes, commentBytes } = text.style;
    const around = held === undefined || codeBytes > commentBytes ? ' in a minified file' : '';
    const lines = parts.reduce((sum, part) => sum + part.lines, 0);
    const exposes = library ? {} : { exposes: readableIn(file, parts) };
    yield {
      path: file.path,
      line: first.startLine,
      message: `${counted(lines, 'line')} of readable ${languageOf(parts)}${around}: ${listed(parts)}`,
      evidence: { ...evidence, readableLines: lines, parts: parts.map(described) },
      ...(held !== undefined && { help: held }),
      ...exposes,
      ...library,
    };
  },
  settle:
    ({ files }) =>
    (sighting) =>
      isCoverageAsset(sighting.path, files) ? undefined : sighting,
};
