import type { MapSighting } from '../../content/map/facts.ts';
import { exposes, total } from '../originals.ts';
import type { FileRule } from '../rule.ts';
import { type Words, wordedLater } from '../worded.ts';
import { stopWriting } from './stop.ts';
import { bytesIn, evidenceOf, exposedBy, generatorOf } from './words.ts';

/** What a package manager put there: the options of the package's own build change nothing about it. */
const COPIED = /(?:^|\/)node_modules\//;
const COPIED_HELP =
  'It came with a dependency in node_modules, whose build wrote it: it holds source of your own where that dependency is yours.';

export const rule: FileRule = {
  id: 'source-map/file',
  scope: 'file',
  grounds: ['maps'],
  title: 'Source map file',
  description:
    'A source map gives the original files back from the built one: their paths, and with `sourcesContent` their whole text. It is recognised by its content, whatever the file is called. One that names no file at all is only noted.',
  help: 'Keep the map out of the package, or switch source maps off in the release build. Upload maps to your error tracker instead of publishing them.',
  cwe: [540, 200],
  levels: { closed: 'error', open: 'note' },
  variants: { empty: { closed: 'note', open: 'off' } },
  removable: true,
  *inspect(file) {
    // What lies in an executable is told as such.
    if (file.carrier !== undefined) return;
    // Nearly always all of them: then there is no second list to keep.
    const found = file.maps.every(isFile) ? file.maps : file.maps.filter(isFile);
    if (found.length === 0) return;
    const maps = found.map((map) => map.facts);
    const help = COPIED.test(file.path) ? COPIED_HELP : stopWriting(generatorOf(found));
    // What a bundler writes beside a file that only passes names on.
    const isEmpty = total(maps).named === 0 && !maps.some((map) => map.truncated);
    yield wordedLater(file.path, found, WORDS, isEmpty ? { help, variant: 'empty' } : { help });
  },
};

const isFile = ({ form }: MapSighting): boolean => form === 'file';

const WORDS: Words<readonly MapSighting[]> = {
  message(found) {
    const maps = found.map((map) => map.facts);
    const cut = maps.some((map) => map.truncated) ? ', though cut off,' : '';
    return `This source map${cut} would publish ${exposes(total(maps))}.`;
  },
  evidence: evidenceOf,
  weight: bytesIn,
  exposes: exposedBy,
};
