import { join } from 'node:path';
import type { Manager } from './manager.ts';

/** How one package manager packs a folder. */
export interface Packing {
  /** Lifecycle scripts that `publish` runs before it packs; `pack` alone leaves them out. In order. */
  readonly beforePack: readonly string[];
  /** Scripts that `pack` itself runs, in order. */
  readonly duringPack: readonly string[];
  /** Scripts that `pack` runs even when it is told to run none. */
  readonly forced: readonly string[];
  /** Arguments that run one script of package.json. */
  script(name: string): readonly string[];
  /**
   * Arguments that pack the current folder into the folder `into`, as `name` where the manager does not choose itself.
   */
  pack(into: string, name: string, ignoreScripts: boolean): readonly string[];
  /** The file that the tool says it wrote (a name or a path), or undefined when it said something unknown. */
  wrote(stdout: string): string | undefined;
}

const IGNORE = ['--ignore-scripts'];
const when = (yes: boolean, args: readonly string[]) => (yes ? args : []);

const npm: Packing = {
  beforePack: ['prepublishOnly'],
  duringPack: ['prepack', 'prepare', 'postpack'],
  forced: [],
  script: (name) => ['run', name],
  // Scripts in the background keep their output off stdout, so that it holds the JSON alone.
  pack: (into, _name, ignore) => [
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
  forced: [],
  // Left alone, `run` may first install what is missing, and with it run other scripts.
  script: (name) => ['--config.verify-deps-before-run=false', 'run', name],
  pack: (into, _name, ignore) => [
    // Written so because pnpm 10 and older know no --ignore-scripts here.
    ...when(ignore, ['--config.ignore-scripts=true']),
    'pack',
    '--json',
    `--pack-destination=${into}`,
  ],
  wrote: (stdout) => {
    const answer = lastJson(stdout);
    return isRecord(answer) ? text(answer.filename) : undefined;
  },
};

// Without --json the path is the last thing it prints.
const pnpmWithoutJson: Packing = {
  ...pnpm,
  pack: (...how) => pnpm.pack(...how).filter((argument) => argument !== '--json'),
  wrote: lastTarball,
};

const yarnClassic: Packing = {
  beforePack: ['prepublish', 'prepare', 'prepublishOnly'],
  duringPack: ['prepack', 'postpack'],
  forced: [],
  script: (name) => ['run', name],
  pack: (into, name, ignore) => ['pack', '--json', '--filename', join(into, name), ...when(ignore, IGNORE)],
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
  forced: ['prepack', 'postpack'],
  script: (name) => ['run', name],
  pack: (into, name) => ['pack', '--json', '--out', join(into, name)],
  wrote: (stdout) => {
    const told = jsonLines(stdout).filter((line) => line.output !== undefined);
    return told.length === 1 ? text(told[0]?.output) : undefined;
  },
};

const bun: Packing = {
  beforePack: ['prepublishOnly'],
  duringPack: ['prepack', 'prepare', 'postpack'],
  forced: [],
  script: (name) => ['run', name],
  pack: (into, _name, ignore) => ['pm', 'pack', '--quiet', '--destination', into, ...when(ignore, IGNORE)],
  // The name stands between what the scripts print.
  wrote: lastTarball,
};

/** How this manager, in this version, packs. */
export function packingOf({ name, version }: Manager): Packing {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  switch (name) {
    case 'npm':
      // npm 10 and older run `prepare` of a folder whatever they are told.
      return major < 11 ? { ...npm, forced: ['prepare'] } : npm;
    case 'pnpm':
      return major < 9 || (major === 9 && minor < 15) ? pnpmWithoutJson : pnpm;
    case 'yarn':
      return major < 2 ? yarnClassic : yarnBerry;
    case 'bun':
      return bun;
  }
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

function lastTarball(stdout: string): string | undefined {
  const names = stdout.split('\n').map((line) => line.trim());
  return names.filter((name) => name.endsWith('.tgz')).at(-1);
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
