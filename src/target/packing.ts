import { join } from 'node:path';
import type { Manager } from './manager.ts';

/** How one package manager packs a folder. */
export interface Packing {
  /** Lifecycle scripts that `publish` runs before it packs; `pack` alone leaves them out. In order. */
  readonly beforePack: readonly string[];
  /** Scripts that `pack` itself runs, in order. */
  readonly duringPack: readonly string[];
  /** Whether `pack` can be told to run no scripts. */
  readonly canIgnoreScripts: boolean;
  /** Arguments that pack the current folder into the folder `into`, which is empty. */
  pack(into: string, ignoreScripts: boolean): readonly string[];
  /** The file that the tool says it wrote (a name or a path), or undefined when it said something unknown. */
  wrote(stdout: string): string | undefined;
}

const IGNORE = ['--ignore-scripts'];
const when = (yes: boolean, args: readonly string[]) => (yes ? args : []);

const npm: Packing = {
  beforePack: ['prepublishOnly'],
  duringPack: ['prepack', 'prepare', 'postpack'],
  canIgnoreScripts: true,
  // Scripts in the background keep their output off stdout, so that it holds the JSON alone.
  pack: (into, ignore) => [
    'pack',
    '--json',
    `--pack-destination=${into}`,
    '--dry-run=false',
    '--foreground-scripts=false',
    '--loglevel=error',
    ...when(ignore, IGNORE),
  ],
  wrote: (stdout) => {
    const packed = packedByNpm(stdout);
    return packed.length === 1 ? packed[0]?.filename : undefined;
  },
};

const pnpm: Packing = {
  beforePack: ['prepublishOnly', 'prepublish'],
  duringPack: ['prepack', 'prepare', 'postpack'],
  canIgnoreScripts: true,
  pack: (into, ignore) => ['pack', '--json', `--pack-destination=${into}`, ...when(ignore, IGNORE)],
  wrote: (stdout) => {
    const answer = lastJson(stdout);
    return isRecord(answer) ? text(answer.filename) : undefined;
  },
};

const yarnClassic: Packing = {
  beforePack: ['prepublish', 'prepare', 'prepublishOnly'],
  duringPack: ['prepack', 'postpack'],
  canIgnoreScripts: true,
  pack: (into, ignore) => [
    'pack',
    '--json',
    '--filename',
    join(into, 'package.tgz'),
    ...when(ignore, IGNORE),
  ],
  wrote: (stdout) => {
    const told = jsonLines(stdout).filter((line) => line.type === 'success');
    return told.length === 1
      ? /^Wrote tarball to "(.*)"\.$/s.exec(text(told[0]?.data) ?? '')?.[1]
      : undefined;
  },
};

const yarnBerry: Packing = {
  beforePack: ['prepublish'],
  duringPack: ['prepack', 'postpack'],
  canIgnoreScripts: false,
  pack: (into) => ['pack', '--json', '--out', join(into, '%s-%v.tgz')],
  wrote: (stdout) => {
    const told = jsonLines(stdout).filter((line) => line.output !== undefined);
    return told.length === 1 ? text(told[0]?.output) : undefined;
  },
};

const bun: Packing = {
  beforePack: ['prepublishOnly'],
  duringPack: ['prepack', 'prepare', 'postpack'],
  canIgnoreScripts: true,
  pack: (into, ignore) => ['pm', 'pack', '--quiet', '--destination', into, ...when(ignore, IGNORE)],
  // The name stands between what the scripts print.
  wrote: (stdout) => {
    const names = stdout.split('\n').filter((line) => line.trim().endsWith('.tgz'));
    return names.at(-1)?.trim();
  },
};

/** How this manager, in this version, packs. */
export function packingOf(manager: Manager): Packing {
  if (manager.name === 'yarn') return manager.version.startsWith('1.') ? yarnClassic : yarnBerry;
  return { npm, pnpm, bun }[manager.name];
}

/** What `npm pack --json` printed: npm 11 and older an array, npm 12 an object keyed by name. Empty for anything else. */
export function packedByNpm(stdout: string): readonly { filename: string; integrity: string | undefined }[] {
  const answer = lastJson(stdout);
  const items: unknown[] = Array.isArray(answer) ? answer : isRecord(answer) ? Object.values(answer) : [];
  const packed = items.filter(isRecord).flatMap((item) => {
    const filename = text(item.filename);
    return filename === undefined ? [] : [{ filename, integrity: text(item.integrity) }];
  });
  return packed.length === items.length ? packed : [];
}

// The JSON is the last thing printed and starts a line; scripts may have printed before it.
function lastJson(stdout: string): unknown {
  for (const start of [...stdout.matchAll(/^[[{]/gm)]
    .map((match) => match.index)
    .reverse()
    .slice(0, 3)) {
    try {
      return JSON.parse(stdout.slice(start));
    } catch {
      // Not the start of it: look further up.
    }
  }
  return undefined;
}

function jsonLines(stdout: string): Record<string, unknown>[] {
  return stdout.split('\n').flatMap((line) => {
    try {
      const value: unknown = line.startsWith('{') ? JSON.parse(line) : undefined;
      return isRecord(value) ? [value] : [];
    } catch {
      return [];
    }
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
