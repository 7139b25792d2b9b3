import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PackgateError } from '../errors.ts';
import { packingDifference } from './asked.ts';
import { complaint, lastLine } from './complaint.ts';
import { packEnvironment, RUNNING, startedBy } from './environment.ts';
import { findManager, type Manager } from './manager.ts';
import { type Packing, packingOf } from './packing.ts';
import { readProject } from './project.ts';
import { type Run, run } from './run.ts';
import type { OpenOptions, Source } from './source.ts';
import { makeTemporary } from './temporary.ts';

// `pack --json` lists every file: about 100 bytes each.
const MAX_ANSWER = 64 * 1024 * 1024;

/**
 * Packs a folder with its own package manager into a private temporary folder, as a publish from that folder would:
 * first the scripts that `publish` runs before it packs (`prepublishOnly` and its kin), then `pack` with its own.
 * With `ignoreScripts` none runs. Nothing is written beside what those scripts write.
 *
 * A script that publish has already started is not started again: in `prepublishOnly` packgate only packs. Nor is one that
 * only checks with packgate: that is what this run does.
 *
 * @param folder absolute, holds a package.json
 * @throws PackgateError `pack` when a script or the manager fails or says something unknown, or when packgate was started
 *   by a script of a pack; `target` when package.json cannot be read
 */
export async function openFolder(folder: string, target: string, options: OpenOptions): Promise<Source> {
  const { scripts, checks, tarball } = await readProject(folder, target);
  await refuseEndless(folder, target);
  const env = packEnvironment(options.env);
  const silence = options.waits && { seconds: options.waits.pack, limit: 'packWait' };
  const manager = await findManager(folder, target, env, silence);
  const packing = packingOf(manager);
  const called = `${manager.name} ${manager.version}`;
  refuseForcedScripts(target, called, packing, scripts, options);
  const within = startedBy(folder, options.env) ?? '';
  // In a script before the pack packgate only packs, which comes to an end whoever started that script.
  if (options.env[RUNNING] && !packing.beforePack.includes(within))
    throw recursion(target, 'a script that packgate itself runs');
  if (!options.ignoreScripts && packing.duringPack.includes(within)) {
    throw recursion(target, `the script ${within}, which packing runs`);
  }

  const temporary = await makeTemporary(options.env);
  try {
    if (!options.ignoreScripts && !packing.beforePack.includes(within)) {
      for (const script of packing.beforePack.filter((name) => scripts.has(name) && !checks.has(name))) {
        options.progress(`running ${script} of ${target} with ${called}`);
        const ran = await run(manager.name, packing.script(script), { cwd: folder, env, silence });
        if (ran?.status !== 0) throw failed(target, `script ${script}`, manager, ran);
      }
    }
    options.progress(`packing ${target} with ${called}${options.ignoreScripts ? ', without scripts' : ''}`);
    const args = packing.pack(temporary.path, tarball, options.ignoreScripts);
    const ran = await run(manager.name, args, { cwd: folder, env, keepStdout: MAX_ANSWER, silence });
    if (ran?.status !== 0) throw failed(target, `"${manager.name} pack"`, manager, ran);
    const name = await producedFile(temporary.path, packing.wrote(ran.stdout), target, called, ran);
    const difference = await packingDifference(folder, manager);
    return {
      target,
      file: join(temporary.path, name),
      packed: { manager: manager.name, version: manager.version, folder, ...(difference && { difference }) },
      close: temporary.remove,
    };
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}

/** What package managers read of a folder before they pack it. */
const READ = [
  '.npmignore',
  '.gitignore',
  '.npmrc',
  '.yarnrc',
  '.yarnrc.yml',
  '.pnpmfile.cjs',
  'pnpm-workspace.yaml',
  'bunfig.toml',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
];

/** A FIFO or a device among these would keep the package manager waiting for ever. */
async function refuseEndless(folder: string, target: string): Promise<void> {
  for (const name of READ) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found === undefined || found.isFile() || found.isDirectory()) continue;
    throw new PackgateError('target', `${target}: ${name} is neither a file nor a folder`, {
      help: 'remove it: a package manager would wait for it',
    });
  }
}

function recursion(target: string, by: string): PackgateError {
  return new PackgateError(
    'pack',
    `${target}: packgate was started by ${by}, so packing again would never end`,
    {
      help: 'check the tarball after packing: npm pack --pack-destination out && packgate check "./out/*.tgz"',
    },
  );
}

function refuseForcedScripts(
  target: string,
  called: string,
  packing: Packing,
  scripts: ReadonlySet<string>,
  options: OpenOptions,
): void {
  if (!options.ignoreScripts) return;
  const forced = packing.forced.find((name) => scripts.has(name));
  if (forced === undefined) return;
  throw new PackgateError('pack', `${target}: ${called} cannot pack without running the script ${forced}`, {
    help: 'leave out --ignore-scripts, or pack it yourself and check the tarball',
  });
}

async function producedFile(
  into: string,
  wrote: string | undefined,
  target: string,
  called: string,
  ran: Run,
): Promise<string> {
  const entries = await readdir(into, { withFileTypes: true });
  const [entry] = entries;
  const last = lastLine(ran.stdout) ?? lastLine(ran.stderr);
  const silent = `${ran.stdout}${ran.stderr}`.trim() === '' ? 'it printed nothing' : 'it gave no reason';
  const said = last === undefined ? silent : `its last line: ${last}`;
  const help = 'pack it yourself and check the tarball: packgate check ./<name>.tgz';
  if (entry === undefined)
    throw new PackgateError('pack', `${target}: ${called} wrote no tarball; ${said}`, { help });
  if (entries.length > 1) {
    throw new PackgateError(
      'pack',
      `${target}: ${called} wrote ${entries.length} files, not one tarball; ${said}`,
      { help },
    );
  }
  if (wrote === undefined || basename(wrote) !== entry.name) {
    throw new PackgateError('pack', `${target}: ${called} printed something unknown; ${said}`, { help });
  }
  if (!entry.isFile()) {
    throw new PackgateError('pack', `${target}: what ${called} wrote as ${entry.name} is not a file`, {
      help,
    });
  }
  return entry.name;
}

function failed(target: string, what: string, manager: Manager, ran: Run | undefined): PackgateError {
  const how = ran?.status == null ? 'was ended by a signal' : `failed with status ${ran.status}`;
  const why = ran === undefined ? undefined : complaint(ran);
  return new PackgateError(
    'pack',
    `${target}: ${what} (${manager.name} ${manager.version}) ${how}${why === undefined ? '' : `: ${why}`}`,
    { help: 'make packing work from this folder first, or pack it yourself and check the tarball' },
  );
}
