import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PackgateError } from '../errors.ts';
import { openRegular } from './disk.ts';
import { findManager, type Manager } from './manager.ts';
import type { OpenOptions, Source } from './open.ts';
import { type Packing, packingOf } from './packing.ts';
import { type Run, run } from './run.ts';
import { makeTemporary } from './temporary.ts';

/** Set in the environment of everything that packing starts. */
export const RUNNING = 'PACKGATE_RUNNING';

// `pack --json` lists every file: about 100 bytes each.
const MAX_ANSWER = 64 * 1024 * 1024;

/**
 * Packs a folder with its own package manager into a private temporary folder, as a publish from that folder would:
 * first the scripts that `publish` runs before it packs (`prepublishOnly` and its kin), then `pack` with its own.
 * With `ignoreScripts` none runs. Nothing is written beside what those scripts write.
 *
 * A script that publish has already started is not started again: in `prepublishOnly` packgate only packs.
 *
 * @param folder absolute, holds a package.json
 * @throws PackgateError `pack` when a script or the manager fails or says something unknown, or when packgate was started
 *   by a script of a pack; `target` when package.json cannot be read
 */
export async function openFolder(folder: string, target: string, options: OpenOptions): Promise<Source> {
  const scripts = await readScripts(folder, target);
  refuseRecursion(target, options);
  const env = packEnvironment(options.env);
  const manager = await findManager(folder, env);
  const packing = packingOf(manager);
  const called = `${manager.name} ${manager.version}`;
  refuseForcedScripts(target, called, packing, scripts, options);
  const within = options.env.npm_lifecycle_event;

  const temporary = await makeTemporary(options.env);
  try {
    if (!options.ignoreScripts && !packing.beforePack.includes(within ?? '')) {
      for (const script of packing.beforePack.filter((name) => scripts.has(name))) {
        options.progress(`running ${script} of ${target} with ${called}`);
        const ran = await run(manager.name, ['run', script], { cwd: folder, env });
        if (ran?.status !== 0) throw failed(target, `script ${script}`, manager, ran);
      }
    }
    options.progress(`packing ${target} with ${called}${options.ignoreScripts ? ', without scripts' : ''}`);
    const args = packing.pack(temporary.path, options.ignoreScripts);
    const ran = await run(manager.name, args, { cwd: folder, env, keepStdout: MAX_ANSWER });
    if (ran?.status !== 0) throw failed(target, `"${manager.name} pack"`, manager, ran);
    const name = await producedFile(temporary.path, packing.wrote(ran.stdout), target, called, ran);
    return {
      target,
      file: join(temporary.path, name),
      packed: { manager: manager.name, version: manager.version, folder },
      close: temporary.remove,
    };
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}

async function readScripts(folder: string, target: string): Promise<ReadonlySet<string>> {
  const file = join(folder, 'package.json');
  const handle = await openRegular(file, `${target}: package.json`);
  const text = await handle.readFile('utf8').finally(() => handle.close());
  try {
    const { scripts } = JSON.parse(text.replace(/^\uFEFF/, '')) as { scripts?: unknown };
    return new Set(typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : []);
  } catch (cause) {
    throw new PackgateError('target', `${target}: package.json is not valid JSON`, {
      help: 'correct it: a publish would fail too',
      cause,
    });
  }
}

function refuseRecursion(target: string, options: OpenOptions): void {
  const event = options.env.npm_lifecycle_event ?? '';
  const inPack = !options.ignoreScripts && ['prepack', 'prepare', 'postpack'].includes(event);
  if (!options.env[RUNNING] && !inPack) return;
  const by = event === '' ? 'a pack' : `the script ${event}, which packing runs`;
  throw new PackgateError(
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
  if (!options.ignoreScripts || packing.canIgnoreScripts) return;
  const forced = packing.duringPack.find((name) => scripts.has(name));
  if (forced === undefined) return;
  throw new PackgateError('pack', `${target}: ${called} cannot pack without running the script ${forced}`, {
    help: 'leave out --ignore-scripts, or pack it yourself and check the tarball',
  });
}

/** The user's environment, without settings of an outer npm that would make packing write nothing or elsewhere. */
export function packEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !OUTER.test(name));
  return { ...Object.fromEntries(kept), [RUNNING]: '1', COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
}

const OUTER =
  /^(?:npm|pnpm)_config_(?:dry_run|json|pack_destination|workspaces?|include_workspace_root|recursive)$/i;

async function producedFile(
  into: string,
  wrote: string | undefined,
  target: string,
  called: string,
  ran: Run,
): Promise<string> {
  const names = await readdir(into);
  const [name] = names;
  const last = lastLine(ran.stdout) ?? lastLine(ran.stderr);
  const said = last === undefined ? 'it printed nothing' : `its last line: ${last}`;
  const help = 'pack it yourself and check the tarball: packgate check ./<name>.tgz';
  if (name === undefined)
    throw new PackgateError('pack', `${target}: ${called} wrote no tarball; ${said}`, { help });
  if (names.length > 1) {
    throw new PackgateError(
      'pack',
      `${target}: ${called} wrote ${names.length} files, not one tarball; ${said}`,
      { help },
    );
  }
  if (wrote === undefined || basename(wrote) !== name) {
    throw new PackgateError('pack', `${target}: ${called} printed something unknown; ${said}`, { help });
  }
  return name;
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

// What managers wrap around a failing script: true, and no help.
const WRAPPING =
  /^(?:npm (?:error|ERR!|notice|warn)|ERR_PNPM|\[?ELIFECYCLE|\$ |> |error Command failed|error: script |info Visit|Exit code|Command failed|➤ YN|Done in|\{)/;

function complaint(ran: Run): string | undefined {
  const lines = `${ran.stdout}\n${ran.stderr}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const own = lines.filter((line) => !WRAPPING.test(line)).at(-1);
  const managers = lines.filter((line) => !/A complete log of this run|^npm error$/.test(line)).at(-1);
  return (own ?? managers)?.slice(0, 300);
}

function lastLine(output: string): string | undefined {
  return output.trim().split('\n').at(-1)?.trim().slice(0, 300) || undefined;
}
