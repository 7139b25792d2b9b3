import { counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';
import { scriptHelp } from './causes.ts';
import { classOfScript, readableRegion } from './classes.ts';
import { reasons, scriptEvidence } from './evidence.ts';
import { readable } from './readable.ts';

export const rule: FileRule = {
  id: 'unminified/script',
  scope: 'file',
  title: 'Readable JavaScript',
  description:
    'JavaScript with its white space, names and comments in place is source code for whoever installs the package. The rule counts white space that a minifier would drop, outside strings and comments, so line breaks and file names do not fool it. It also finds a readable part inside a minified file.',
  help: "Turn on the bundler's minifier for the build that is published, or list the file under the rule's ignore where its source is public.",
  cwe: [540, 615],
  levels: { closed: 'error', open: 'off' },
  *inspect(file) {
    const { text } = file;
    if (text?.script === undefined || (text.language !== 'script' && text.language !== 'markup')) return;
    const kind = classOfScript(text, text.script);
    if (kind !== 'readable' && kind !== 'mixed') return;
    const evidence = scriptEvidence(text.script);
    const help = scriptHelp(file.path, text.script);
    if (kind === 'readable') {
      const message = `${counted(text.script.codeLines, 'line')} of readable JavaScript: ${reasons(evidence)}`;
      yield { path: file.path, message, help, evidence, exposes: readable(file) };
      return;
    }
    const region = readableRegion(text.script.regions);
    if (region === undefined) return;
    const lines = region.endLine - region.startLine + 1;
    const message = `${counted(lines, 'line')} of readable JavaScript in a minified file: lines ${region.startLine} to ${region.endLine}`;
    yield {
      path: file.path,
      line: region.startLine,
      message,
      help,
      evidence: { ...evidence, startLine: region.startLine, endLine: region.endLine },
    };
  },
};
