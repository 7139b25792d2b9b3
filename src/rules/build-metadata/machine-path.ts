import { machinePathOf } from '../../content/build/machine-path.ts';
import type { FileFacts } from '../../content/facts.ts';
import { counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';

export const rule: FileRule = {
  id: 'build-metadata/machine-path',
  scope: 'file',
  grounds: ['traces', 'maps'],
  title: 'Path of the build machine',
  description:
    'A path like `/home/runner/work/…` or `C:\\Users\\…` tells where the build ran: accounts, names of internal projects, layout of the source. Bundlers write such paths where a module asks for its own place and where debug options are on. Examples in documentation and comments are not meant. Names of people are never shown here.',
  help: 'Build from a relative path: look for `__dirname`, `__filename` and `import.meta.url` that the bundler replaced, and for development options of the compiler (`jsxDEV`, `__source`, `sourceRoot`). In Rust pass `--remap-path-prefix`, in Go `-trimpath`, in C and C++ `-ffile-prefix-map`.',
  cwe: [200, 497],
  levels: { closed: 'warning', open: 'warning' },
  *inspect(file) {
    // A record of the build names its files, and where they lie; that is one finding, not two.
    if (file.records !== undefined || TEST.test(file.path)) return;
    const machine = file.traces?.machine ?? inMaps(file);
    if (machine === undefined) return;
    const { count, example, roots } = machine;
    yield {
      path: file.path,
      message: `This file names ${counted(count, 'path')} of the machine that built it, such as ${example}.`,
      evidence: { paths: count, example, roots },
    };
  },
};

/** The paths in tests are made up. */
const TEST = /\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** Of maps only the sources are asked: all else in them is the sources' own text. */
function inMaps({ maps }: FileFacts) {
  const found = maps.flatMap(({ facts }) => facts.sources.flatMap(({ path }) => machinePathOf(path) ?? []));
  const [first] = found;
  if (first === undefined) return undefined;
  return {
    count: found.length,
    example: first.path,
    roots: [...new Set(found.map(({ root }) => root))].sort().slice(0, 5),
  };
}
