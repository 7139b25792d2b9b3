import { count, counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';
import { classOfScript, isEncoded, isMangled, isRemarked } from './classes.ts';
import { reasons, scriptEvidence } from './evidence.ts';

export const rule: FileRule = {
  id: 'unminified/partial',
  scope: 'file',
  grounds: ['partial script'],
  title: 'Half-minified JavaScript',
  description:
    'JavaScript that went through half of a minifier: white space gone but names kept, names mangled but laid out, minified and then pretty-printed, encoded as signs, or minified with the comments left in. It is harder to read than source and easier than it should be.',
  help: 'Turn on both halves: terser and swc: compress and mangle, comments false or some; esbuild: minify rather than minifyWhitespace or minifyIdentifiers alone. Raise this rule to error where it matters.',
  cwe: [540],
  levels: { closed: 'warning', open: 'off' },
  *inspect(file) {
    const { text } = file;
    if (text?.script === undefined || text.language !== 'script') return;
    const { script } = text;
    if (classOfScript(text, script) !== 'partial') return;
    // webpack's eval finds the names of its parameters by their names: the map in it is what is told.
    if (file.maps.some(({ form, facts }) => form === 'data-url' && facts.scheme === 'webpack')) return;
    const evidence = scriptEvidence(script, file.maps);
    const all = script.locals + script.parameters;
    const kept = all - script.shortLocals - script.shortParameters;
    const laidOut = script.denseBytes < script.codeBytes / 2;
    const what = isEncoded(script)
      ? 'it is encoded, not minified: whoever runs it can read what it was'
      : laidOut && isMangled(script)
        ? 'names are mangled but the layout is there'
        : isRemarked(script)
          ? `${counted(script.notes, 'comment')} on the code are left in it`
          : `white space is gone but ${counted(kept, 'variable')} of ${count(all)} kept a name`;
    const message = `${counted(script.codeLines, 'line')} of half-minified JavaScript: ${what} (${reasons(evidence)})`;
    yield { path: file.path, message, evidence };
  },
};
