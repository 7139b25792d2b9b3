import type { Carrier } from '../../content/binary/payload.ts';
import { byteSize, counted } from '../../figures.ts';
import { exposes, total } from '../originals.ts';
import type { FileRule } from '../rule.ts';
import { evidenceOf } from './words.ts';

export const rule: FileRule = {
  id: 'source-map/embedded',
  scope: 'file',
  grounds: ['maps', 'source'],
  title: 'Source map or original source inside a binary file',
  description:
    'An executable, a WebAssembly module or a snapshot can carry source maps and original sources: tools that make one executable of an application put them in, as text or compressed. Whoever downloads it can take them out again. Bundled and minified code in an executable is not meant.',
  help: 'Switch source maps off in the build that makes the executable, and give that build a bundled and minified script instead of the sources.',
  cwe: [540, 615],
  levels: { closed: 'error', open: 'warning' },
  *inspect(file) {
    const { carrier, path, text } = file;
    const carried = carrier === undefined ? file.maps.filter(({ form }) => form === 'embedded') : file.maps;
    const [first] = carried;
    if (first !== undefined) {
      const maps = carried.map((map) => map.facts);
      const size = carried.reduce((sum, map) => sum + map.size, 0);
      const many = carried.length === 1 ? 'a source map' : counted(carried.length, 'source map');
      const inText = first.form === 'data-url' || first.form === 'object';
      yield {
        path,
        ...(inText && { line: first.line, column: first.column }),
        message: `This file${within(carrier)} carries ${many} (${byteSize(size)}), which would publish ${exposes(total(maps))}.`,
        exposes: { kind: 'originals', originals: maps },
        evidence: { maps: carried.length, size, ...evidenceOf(carried) },
        ...(carrier !== undefined && { help: HELP[carrier] }),
      };
    }
    if (carrier === undefined || text?.source === undefined || text.language !== 'source') return;
    yield {
      path,
      message: `${text.source} source, ${counted(text.lines, 'line')},${within(carrier)}.`,
      help: HELP[carrier],
      detail: 'source',
      exposes: { kind: 'readable', lines: text.lines, bytes: file.size, mappedBy: [] },
      evidence: { language: text.source, lines: text.lines },
    };
  },
};

function within(carrier: Carrier | undefined): string {
  return carrier === undefined ? '' : ` inside ${CARRIERS[carrier]}`;
}

const CARRIERS: Readonly<Record<Carrier, string>> = {
  bun: 'an executable that Bun made',
  deno: 'an executable that Deno made',
  sea: 'a single executable of Node.js',
  pkg: 'an executable that pkg made',
  nexe: 'an executable that nexe made',
  wasm: 'a WebAssembly module',
  snapshot: 'a snapshot of V8',
  hermes: 'byte code of Hermes',
};

/** What to do, in the words of the tool. */
const HELP: Readonly<Record<Carrier, string>> = {
  bun: 'Bun joined it: leave `--sourcemap` out of `bun build --compile`, and use `--minify`.',
  deno: 'Deno joins every module as it was written: bundle and minify the application first (`deno bundle --minify`), compile what comes out, and use `--exclude` for what is not needed.',
  sea: 'Node.js puts the file that `main` in the configuration names, and its `assets`, in as they are: name a bundled and minified script without an inline source map.',
  pkg: 'pkg put it in: leave it out of `assets` and `scripts` in its configuration, and pack a bundled and minified script.',
  nexe: 'nexe put it in: leave it out of its `resources`, and pack a bundled and minified script without a source map.',
  wasm: 'Leave the debug options out of the build, and remove the section from the module (`wasm-strip`, `wasm-opt --strip-debug`).',
  hermes: "Leave the directive 'show source' out of the script that Hermes compiles.",
  snapshot: 'Make the snapshot from a bundled and minified script.',
};
