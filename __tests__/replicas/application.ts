import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type Import, type Manner, writeModule } from './module.ts';
import { Random } from './random.ts';
import { noun } from './words.ts';

/** What to write. */
export interface Plan extends Manner {
  readonly seed: number;
  /** Files that end up in the bundle, entry and registry included. */
  readonly files: number;
  /** About how many lines all of them have together. */
  readonly lines: number;
  /** Stands in the text of one file, as the address where the whole source can be had. */
  readonly bucketUrl: string;
}

/** What was written, counted while writing: the figures a verdict must arrive at. */
export interface Written {
  readonly sources: number;
  readonly firstParty: number;
  /** As a person counts them: a last line without a newline counts, too. Summed over the files. */
  readonly lines: number;
  /** In UTF-8. */
  readonly bytes: number;
}

const FOLDERS = [
  'src/commands',
  'src/agent',
  'src/agent/tools',
  'src/services/billing',
  'src/services/telemetry',
  'src/components/terminal',
  'src/permissions',
  'src/utils',
  'packages/protocol/src',
  'packages/sandbox/src',
  'node_modules/quiet-lattice/lib',
  'node_modules/@harbor/streams/dist',
];
export const ENTRY = 'src/entrypoints/cli.ts';
const REGISTRY = 'src/registry.ts';

/** Writes a made-up closed-source command-line program in TypeScript under `root`. */
export function writeApplication(root: string, plan: Plan): Written {
  const random = new Random(plan.seed);
  let sources = 0;
  let firstParty = 0;
  let lines = 0;
  let bytes = 0;
  const write = (path: string, text: string): void => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    sources++;
    if (!path.startsWith('node_modules/')) firstParty++;
    lines += text.trimEnd().split('\n').length;
    bytes += Buffer.byteLength(text);
  };
  write(REGISTRY, registry(plan.bucketUrl));
  const earlier: { path: string; name: string }[] = [];
  const modules = plan.files - 2;
  for (let index = 0; index < modules; index++) {
    const folder = random.pick(FOLDERS);
    const typed = !folder.startsWith('node_modules/');
    const path = `${folder}/${noun(random)}${index}.${typed ? 'ts' : 'js'}`;
    const imported: Import[] = [];
    // Only from modules that exist already, so there are no cycles; and third-party code knows nothing of ours.
    for (let wanted = random.below(6); wanted > 0 && earlier.length > 0; wanted--) {
      const other = random.pick(earlier);
      if (
        imported.some(({ name }) => name === other.name) ||
        (!typed && !other.path.startsWith('node_modules/'))
      )
        continue;
      imported.push({ name: other.name, from: relative(path, other.path) });
    }
    // What earlier modules overran, later ones save, so the sum is the one planned.
    const share = (plan.lines - lines) / (modules - index);
    const length = Math.round((share * (20 + random.below(160))) / 100);
    const written = writeModule(random, plan, path, length, imported, relative(path, REGISTRY), typed);
    // Some editors leave the last newline out.
    write(path, random.chance(5) ? written.text.trimEnd() : written.text);
    earlier.push({ path, name: written.exported });
  }
  write(ENTRY, entry(earlier.map(({ path }) => relative(ENTRY, path))));
  return { sources, firstParty, lines, bytes };
}

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

function registry(bucketUrl: string): string {
  return `/** Everything the program is made of, by module. */
export const modules = new Map<string, object>();

// Nightly snapshot of this tree, for the crash reporter. Internal!
export const SOURCE_ARCHIVE = '${bucketUrl}';

export function register(path: string, held: object): void {
  modules.set(path, held);
}
`;
}

function entry(paths: readonly string[]): string {
  return `#!/usr/bin/env node
${paths.map((path) => `import '${path}';`).join('\n')}
import { modules, SOURCE_ARCHIVE } from '../registry.ts';

if (process.argv.includes('--version')) console.log('2.1.88', modules.size, SOURCE_ARCHIVE);
`;
}
