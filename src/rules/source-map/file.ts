import { exposes, total } from '../originals.ts';
import type { FileRule } from '../rule.ts';
import { stopWriting } from './stop.ts';
import { evidenceOf, generatorOf } from './words.ts';

export const rule: FileRule = {
  id: 'source-map/file',
  scope: 'file',
  grounds: ['maps'],
  title: 'Source map file',
  description:
    'A source map gives the original files back from the built one: their paths, and with `sourcesContent` their whole text. It is recognised by its content, whatever the file is called.',
  help: 'Keep the map out of the package, or switch source maps off in the release build. Upload maps to your error tracker instead of publishing them.',
  cwe: [540, 200],
  levels: { closed: 'error', open: 'note' },
  removable: true,
  *inspect(file) {
    // What lies in an executable is told as such.
    if (file.carrier !== undefined) return;
    const found = file.maps.filter((map) => map.form === 'file');
    if (found.length === 0) return;
    const maps = found.map((map) => map.facts);
    const cut = maps.some((map) => map.truncated) ? ', though cut off,' : '';
    yield {
      path: file.path,
      message: `This source map${cut} would publish ${exposes(total(maps))}.`,
      help: stopWriting(generatorOf(found)),
      exposes: { kind: 'originals', originals: maps },
      evidence: evidenceOf(found),
    };
  },
};
