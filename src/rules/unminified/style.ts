import { counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';
import { classOfStyle, readableRegion } from './classes.ts';
import { reasons, styleEvidence } from './evidence.ts';
import { readable } from './readable.ts';

export const rule: FileRule = {
  id: 'unminified/style',
  scope: 'file',
  title: 'Readable style sheet',
  description:
    'A style sheet with its white space and comments in place shows how the source is laid out and what its authors wrote about it. The rule looks at the white space round braces and colons, which every minifier drops.',
  help: "Run a CSS minifier in the build that is published (esbuild and Vite: minify; PostCSS: cssnano; Sass: --style=compressed), or list the file under the rule's ignore where its source is public.",
  cwe: [540, 615],
  levels: { closed: 'error', open: 'off' },
  *inspect(file) {
    const { text } = file;
    if (text?.style === undefined || text.language !== 'style') return;
    const kind = classOfStyle(text, text.style);
    if (kind !== 'readable' && kind !== 'mixed') return;
    const evidence = styleEvidence(text.style);
    const region = kind === 'mixed' ? readableRegion(text.style.regions) : undefined;
    if (region === undefined) {
      const message = `${counted(text.style.codeLines, 'line')} of readable CSS: ${reasons(evidence)}`;
      yield { path: file.path, message, evidence, exposes: readable(file) };
      return;
    }
    yield {
      path: file.path,
      line: region.startLine,
      message: `${counted(region.endLine - region.startLine + 1, 'line')} of readable CSS in a minified file: lines ${region.startLine} to ${region.endLine}`,
      evidence: { ...evidence, startLine: region.startLine, endLine: region.endLine },
    };
  },
};
