import { type BigIntStats, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { unreadable } from './disk.ts';
import { openFolder } from './folder.ts';
import { expandGlob } from './glob.ts';
import { readProject } from './project.ts';
import { openRegistry } from './registry.ts';
import type { OpenOptions, Source } from './source.ts';
import { openTarball } from './tarball.ts';
import { parseTarget } from './target.ts';

/** One thing to inspect, not opened yet. */
export interface OpenTarget {
  /** As typed, or as expanded from a glob. */
  readonly target: string;
  /** Absolute path of the folder that is packed; absent for anything else. */
  readonly folder?: string;
  /**
   * The package's name as far as it is known before that: of a folder and of a spec. Undefined for what has to be read.
   *
   * @throws PackgateError `target` where there is none
   */
  name?(): Promise<string>;
  /**
   * Packs, downloads or just finds the archive; the caller closes what it gets.
   *
   * @throws PackgateError where there is nothing to inspect: this target is then judged `error`, the others still count
   */
  open(): Promise<Source>;
}

/**
 * What the user pointed at, as a list of things to open one after another, in the order typed. Globs are expanded and
 * sorted; what is reached twice, by whatever name, is in the list once. Nothing is packed or downloaded yet.
 *
 * A target that is wrong in itself (missing, a glob that matches nothing, a bad spec) is in the list too: its
 * `open` throws.
 */
export async function openTargets(
  texts: readonly string[],
  options: OpenOptions,
): Promise<readonly OpenTarget[]> {
  const found = new Map<string, OpenTarget>();
  const add = (identity: string, target: OpenTarget) => {
    if (!found.has(identity)) found.set(identity, target);
  };
  const attempt = async (text: string, find: () => Promise<void>) => {
    try {
      await find();
    } catch (error) {
      if (!(error instanceof PackgateError)) throw error;
      add(`failed:${text}`, { target: text, open: () => Promise.reject(error) });
    }
  };
  const addPath = (path: string) => attempt(path, async () => add(...onDisk(path, options)));
  for (const text of texts) {
    await attempt(text, async () => {
      const target = parseTarget(text);
      if (target.kind === 'registry') {
        add(`npm:${target.spec}`, {
          target: text,
          name: async () => target.spec.replace(/(?<=.)@.*$/s, ''),
          open: () => openRegistry(target.spec, text, options),
        });
      } else if (target.kind === 'path' || exists(resolve(options.cwd, text))) {
        await addPath(text);
      } else {
        for (const path of await expandGlob(text, options.cwd)) await addPath(path);
      }
    });
  }
  return [...found.values()];
}

/** Not asynchronous: a call or two cost less than one turn through a thread. */
function onDisk(text: string, options: OpenOptions): [identity: string, OpenTarget] {
  const named = resolve(options.cwd, text);
  // A package.json means the package it belongs to, and that alone.
  const path = basename(named) === 'package.json' && isFile(named) ? dirname(named) : named;
  const stats = look(path, text);
  const identity = `${stats.dev}:${stats.ino}`;
  if (!stats.isDirectory()) return [identity, { target: text, open: () => openTarball(path, text) }];
  if (!holdsManifest(path, text)) {
    throw new PackgateError('target', `${text}: a folder without package.json`, {
      help: 'name the folder of a package, or the tarball made from it',
    });
  }
  const folder = realpathSync.native(path);
  return [
    identity,
    {
      target: text,
      folder,
      name: async () => (await readProject(folder, text)).name,
      open: () => openFolder(folder, text, options),
    },
  ];
}

/** A folder that may not be entered is none without package.json. */
function holdsManifest(folder: string, text: string): boolean {
  try {
    lstatSync(join(folder, 'package.json'));
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw unreadable(text, cause);
  }
}

function look(path: string, text: string): BigIntStats {
  try {
    return statSync(path, { bigint: true });
  } catch (cause) {
    throw unreadable(text, cause);
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
