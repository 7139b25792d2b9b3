import type { MapSighting } from '../../content/map/facts.ts';
import type { Writer } from '../../content/map/writer.ts';
import { byteSize, counted } from '../../figures.ts';
import { exposes, total } from '../originals.ts';
import type { FileRule } from '../rule.ts';
import { type Words, wordedLater } from '../worded.ts';
import { stopWriting } from './stop.ts';
import { bytesIn, evidenceOf, exposedBy, generatorOf } from './words.ts';

export const rule: FileRule = {
  id: 'source-map/inline',
  scope: 'file',
  grounds: ['maps'],
  title: 'Source map inside another file',
  description:
    'A source map can ride inside a script, style sheet or page: as a `data:` URL, at the end or anywhere else, or as an object that a loader left there. No ignore rule for `*.map` sees it. What reads as a source map is one; a string that merely mentions the comment is not.',
  help: 'Switch inline source maps off in the release build; the file itself has to be built again.',
  cwe: [540, 615],
  levels: { closed: 'error', open: 'warning' },
  *inspect(file) {
    if (file.carrier !== undefined) return;
    const carried = file.maps.filter(({ form }) => form === 'data-url' || form === 'object');
    const [first] = carried;
    if (first === undefined) return;
    yield wordedLater(file.path, carried, WORDS, {
      line: first.line,
      column: first.column,
      help: stopInline(generatorOf(carried)),
    });
  },
};

const WORDS: Words<readonly MapSighting[]> = {
  message(carried) {
    const them = carried.length === 1 ? 'a source map' : counted(carried.length, 'source map');
    const size = byteSize(sizeOf(carried));
    return `This file carries ${them} inside (${size}), which would publish ${exposes(total(carried.map((map) => map.facts)))}.`;
  },
  evidence: (carried) => ({ maps: carried.length, size: sizeOf(carried), ...evidenceOf(carried) }),
  weight: bytesIn,
  exposes: exposedBy,
};

function sizeOf(maps: readonly MapSighting[]): number {
  return maps.reduce((sum, map) => sum + map.size, 0);
}

/** An inline map is asked for by another word than an external one. */
function stopInline(generator: Writer | undefined): string {
  return generator === undefined
    ? 'Switch inline source maps off in the release build (`sourcemap: false` instead of `inline` in esbuild, Bun, Rollup and Vite; `devtool: false` in webpack; `"inlineSourceMap": false` in tsconfig.json) and build again.'
    : stopWriting(generator);
}
