import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { detect } from 'package-manager-detector';
import { PackgateError } from '../errors.ts';
import { run, type Silence } from './run.ts';

/** The program that packs a project. */
export interface Manager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** What `--version` printed in the project's folder: with corepack or yarn's own switch, the one that really runs. */
  readonly version: string;
}

/** Where pnpm reads the folders of its workspace. */
export const PNPM_WORKSPACE = 'pnpm-workspace.yaml';

const INSTALL = {
  npm: 'install Node.js, which brings npm',
  pnpm: 'run "corepack enable" or "npm install --global pnpm"',
  yarn: 'run "corepack enable" or "npm install --global yarn"',
  bun: 'run "npm install --global bun", or set up bun in the workflow',
} as const;

/**
 * Which package manager the project uses: the nearest `packageManager` (or `devEngines`) field, else the nearest
 * lock file, from the folder up to the root of the repository; else pnpm in a workspace of pnpm, and npm where
 * nothing says. It must be installed.
 *
 * @param folder absolute, holds a package.json
 * @param target how the user knows it
 * @param silence how long it may take to tell its version
 * @throws PackgateError `pack` for a manager packgate does not know, or that is not installed or does not start
 */
export async function findManager(
  folder: string,
  target: string,
  env: NodeJS.ProcessEnv,
  silence?: Silence,
): Promise<Manager> {
  const name = await managerName(folder, target);
  const help = `${INSTALL[name]}; or pack it yourself and check the tarball`;
  const asked = await run(name, ['--version'], { cwd: folder, env, silence });
  if (asked === undefined) {
    throw new PackgateError('pack', `${target}: its package manager ${name} is not installed`, { help });
  }
  const version = asked.stdout.trim().split('\n').at(-1) ?? '';
  if (asked.status !== 0 || !/^\d+\.\d+\.\d+/.test(version)) {
    const said = cause(asked.stderr.trim() || asked.stdout.trim());
    throw new PackgateError('pack', `${target}: "${name} --version" failed${said ? `: ${said}` : ''}`, {
      // An npm that answers is there: what stops it lies in the project.
      help:
        name === 'npm'
          ? 'run it in this folder and mend what it says; or pack it yourself and check the tarball'
          : help,
    });
  }
  return { name, version };
}

/** What a manager says first; behind a line of its own npm says what is wrong in several. */
function cause(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const own = lines.indexOf('cause');
  return (own === -1 ? lines[0]! : lines.slice(own + 1).join(' ')).slice(0, 300);
}

/**
 * The name alone, without looking whether it is installed.
 *
 * @param folder absolute
 * @param target how the user knows it
 * @throws PackgateError `pack` for a manager packgate does not know
 */
export async function managerName(folder: string, target = folder): Promise<Manager['name']> {
  let unknown: string | undefined;
  const found = await detect({
    cwd: folder,
    strategies: ['packageManager-field', 'devEngines-field', 'lockfile'],
    stopDir: (directory) => existsSync(join(directory, '.git')),
    onUnknown: (field) => {
      unknown ??= String(field);
      return undefined;
    },
  });
  const name = unknown ?? found?.name ?? (isInPnpmWorkspace(folder) ? 'pnpm' : 'npm');
  if (name === 'npm' || name === 'pnpm' || name === 'yarn' || name === 'bun') return name;
  // Deno packages that have a package.json are published with npm.
  if (name === 'deno') return 'npm';
  throw new PackgateError(
    'pack',
    `${target}: its package manager is ${name}, which packgate cannot pack with`,
    {
      help: 'pack it yourself and check the tarball: packgate check ./<name>.tgz',
    },
  );
}

function isInPnpmWorkspace(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, PNPM_WORKSPACE))) return true;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return false;
  }
}
