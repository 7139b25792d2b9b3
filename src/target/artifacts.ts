import { readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { unreadable } from './disk.ts';
import { beginsLikeTarball, expandGlob } from './glob.ts';
import { isPlan, PLAN_NAME, type Planned, readPlan } from './plan.ts';
import { openRegistry } from './registry.ts';
import type { OpenOptions } from './source.ts';
import { parseTarget } from './target.ts';

/** A file that is ready to be published, or was. */
export interface Artifact {
  /** How the user knows it. */
  readonly target: string;
  /** Absolute. */
  readonly file: string;
  /** Set where somebody but the file says which package it is: a registry or a publish plan. */
  readonly named?: { readonly name: string; readonly version?: string };
  /** Set where a publish plan holds a digest of it. */
  readonly recorded?: Planned['recorded'];
  /** An archive that may be no package at all, as a zip may be: it counts only where a receipt knows it. */
  readonly optional?: true;
}

/** What one target stands for. */
export interface Artifacts {
  readonly artifacts: readonly Artifact[];
  /** True for a folder: then it is the whole release. */
  readonly isWhole: boolean;
  /** True for what a registry gave: it is published already. */
  readonly isPublished: boolean;
  /** Removes temporary files. Never throws. */
  close(): Promise<void>;
}

/** A folder of a release holds a few files; the root of a project holds more. */
const MAX_ENTRIES = 20_000;

const PACKAGE_NAME = /\.(?:tgz|tar|tar\.gz|vsix|crx|whl|crate)$/i;
const MAYBE_PACKAGE_NAME = /\.(?:zip|asar)$/i;

/**
 * The files that a target stands for, unlike `openTargets` without packing any: a tarball, a publish plan, every
 * tarball in a folder however deep, those that a glob matches, or the published one.
 *
 * @throws PackgateError where there is nothing to look at
 */
export async function openArtifacts(text: string, options: OpenOptions): Promise<Artifacts> {
  const target = parseTarget(text);
  if (target.kind === 'registry') {
    const source = await openRegistry(target.spec, text, options);
    const artifact = { target: text, file: source.file, named: namedBy(target.spec) };
    return { artifacts: [artifact], isWhole: false, isPublished: true, close: source.close };
  }
  const found = await stat(resolve(options.cwd, text)).catch(() => undefined);
  const isGlob = target.kind === 'glob' && found === undefined;
  const paths = isGlob ? await expandGlob(text, options.cwd) : [text];
  const all = await Promise.all(paths.map((path) => atPath(path, options.cwd)));
  return {
    artifacts: all.flatMap(({ artifacts }) => artifacts),
    isWhole: all.some(({ isWhole }) => isWhole),
    isPublished: false,
    close: async () => {},
  };
}

async function atPath(
  path: string,
  cwd: string,
): Promise<{ readonly artifacts: readonly Artifact[]; readonly isWhole: boolean }> {
  const file = resolve(cwd, path);
  const stats = await stat(file).catch((cause) => {
    throw unreadable(path, cause);
  });
  if (stats.isDirectory()) return { artifacts: await inFolder(path, cwd), isWhole: true };
  if (isPlan(file)) return { artifacts: await ofPlan(path, cwd), isWhole: false };
  return { artifacts: [{ target: path, file }], isWhole: false };
}

async function ofPlan(path: string, cwd: string): Promise<readonly Artifact[]> {
  const planned = await readPlan(resolve(cwd, path), path);
  if (planned.length === 0) throw nothing(path, 'the plan publishes nothing');
  return planned.map(({ name, version, file, recorded }) => ({
    target: `${path}: ${name}@${version}`,
    file,
    named: { name, version },
    recorded,
  }));
}

async function inFolder(path: string, cwd: string): Promise<readonly Artifact[]> {
  const root = path.replace(/(?<=.)[/\\]+$/, '');
  const artifacts: Artifact[] = [];
  const planned: Artifact[] = [];
  let entries = 0;
  const walk = async (folder: string): Promise<void> => {
    for (const name of (await list(resolve(cwd, folder), folder)).sort()) {
      if (++entries > MAX_ENTRIES) {
        throw nothing(path, `more than ${count(MAX_ENTRIES)} files`);
      }
      const at = `${folder}/${name}`;
      const file = resolve(cwd, at);
      const stats = await stat(file).catch((cause) => {
        throw unreadable(at, cause);
      });
      if (stats.isDirectory()) await walk(at);
      else if (!stats.isFile()) continue;
      else if (basename(file) === PLAN_NAME) planned.push(...(await ofPlan(at, cwd)));
      else if (PACKAGE_NAME.test(name) || (await beginsLikeTarball(file)))
        artifacts.push({ target: at, file });
      else if (MAYBE_PACKAGE_NAME.test(name)) artifacts.push({ target: at, file, optional: true });
    }
  };
  await walk(root);
  if (artifacts.length === 0 && planned.length === 0) throw nothing(path, 'no tarball in it');
  const files = new Set(planned.map(({ file }) => file));
  return [...planned, ...artifacts.filter(({ file }) => !files.has(file))];
}

async function list(folder: string, target: string): Promise<string[]> {
  return readdir(folder).catch((cause) => {
    throw unreadable(target, cause);
  });
}

function nothing(path: string, why: string): PackgateError {
  return new PackgateError('target', `${path}: ${why}`, {
    help: 'name the folder that holds the tarballs of this release, or a tarball',
  });
}

/** The version only where the spec names one and no range or tag. */
function namedBy(spec: string): { readonly name: string; readonly version?: string } {
  const at = spec.indexOf('@', 1);
  const name = at < 0 ? spec : spec.slice(0, at);
  const wanted = at < 0 ? '' : spec.slice(at + 1);
  return /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]*)?$/.test(wanted) ? { name, version: wanted } : { name };
}
