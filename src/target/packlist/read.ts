import { lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { patternProblem } from '../../glob.ts';
import { createMatcher } from '../../paths.ts';
import type { Manager } from '../manager.ts';
import { type PackFolder, plainPath } from './rules.ts';

/** Files of a folder that are looked at. In a larger one the rest is told by the package alone. */
const MAX_FILES = 50_000;
/** Of an ignore file or a manifest; a larger one is not read. In bytes. */
const MAX_TEXT = 1024 * 1024;
const IGNORE_FILES = ['.npmignore', '.gitignore', '.yarnignore'];

/** A folder read for its packing rules. */
export interface ReadFolder extends PackFolder {
  /** What package.json says, byte for byte. */
  readonly text: string;
  /**
   * What stands before paths in the packed folder, for whoever named the project's folder: `dist/` with
   * `publishConfig.directory`.
   */
  readonly prefix: string;
}

/**
 * Reads what decides on packing: package.json, the ignore files, and the names of all files but those in the root's
 * `node_modules` and in `.git`. Undefined where package.json cannot be read.
 *
 * @param project absolute path of the folder that was packed
 */
export async function readPackFolder(project: string, manager: Manager): Promise<ReadFolder | undefined> {
  const own = await manifestIn(project);
  if (own === undefined) return undefined;
  const directory = manager.name === 'pnpm' ? publishDirectory(own.manifest) : '';
  const root = directory === '' ? project : join(project, directory);
  const read = directory === '' ? own : await manifestIn(root);
  if (read === undefined) return undefined;
  const files = new Set<string>();
  const ignoreFiles = new Map<string, string>();
  await list(root, '', files, ignoreFiles);
  return {
    manifest: manager.name === 'pnpm' ? published(read.manifest) : read.manifest,
    text: read.text,
    prefix: directory === '' ? '' : `${directory}/`,
    files,
    ignoreFiles,
    inherited: await inheritedLines(root, manager),
  };
}

async function list(
  root: string,
  folder: string,
  files: Set<string>,
  ignoreFiles: Map<string, string>,
): Promise<void> {
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined && files.size < MAX_FILES; at = waiting.pop()) {
    const entries = await readdir(join(root, at), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && path !== 'node_modules') waiting.push(path);
        continue;
      }
      if (files.size < MAX_FILES) files.add(path);
      if (!IGNORE_FILES.includes(entry.name)) continue;
      const text = await textOf(join(root, path));
      if (text !== undefined) ignoreFiles.set(path, text);
    }
  }
}

async function manifestIn(
  folder: string,
): Promise<{ readonly manifest: Readonly<Record<string, unknown>>; readonly text: string } | undefined> {
  const text = await textOf(join(folder, 'package.json'));
  try {
    const manifest: unknown = JSON.parse((text ?? '').replace(/^\uFEFF/, ''));
    return isRecord(manifest) ? { manifest, text: text ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    const stats = await lstat(file);
    return stats.isFile() && stats.size <= MAX_TEXT ? await readFile(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function publishDirectory({ publishConfig }: PackFolder['manifest']): string {
  const directory = isRecord(publishConfig) ? publishConfig.directory : undefined;
  return typeof directory === 'string' ? plainPath(directory) : '';
}

/** pnpm writes these fields of `publishConfig` over those beside it before it looks which files they name. */
function published(manifest: PackFolder['manifest']): PackFolder['manifest'] {
  const config = isRecord(manifest.publishConfig) ? manifest.publishConfig : {};
  const over = ['main', 'browser', 'bin'].filter((field) => config[field] !== undefined);
  return { ...manifest, ...Object.fromEntries(over.map((field) => [field, config[field]])) };
}

/**
 * For a member of a workspace npm reads the ignore files of the folders above it, as if their lines stood in the
 * member's own.
 */
async function inheritedLines(folder: string, { name, version }: Manager): Promise<readonly string[]> {
  if (name !== 'npm' && !(name === 'pnpm' && Number(version.split('.')[0]) >= 12)) return [];
  const above: string[] = [];
  for (let at = dirname(folder); at !== dirname(at) && above.length < 30; at = dirname(at)) {
    above.unshift(at);
    if (!(await (name === 'pnpm' ? isPnpmWorkspace(at) : isWorkspace(at, folder)))) continue;
    const lines = [];
    for (const place of above) {
      const texts = await Promise.all(['.npmignore', '.gitignore'].map((file) => textOf(join(place, file))));
      const text = texts.find((found) => found !== undefined);
      lines.push(...(text?.split(/\r?\n/) ?? []));
    }
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  }
  return [];
}

/** Which folders are its members is not looked up: pnpm packs one outside of its globs as seldom as anybody does. */
async function isPnpmWorkspace(root: string): Promise<boolean> {
  return (await textOf(join(root, 'pnpm-workspace.yaml'))) !== undefined;
}

async function isWorkspace(root: string, member: string): Promise<boolean> {
  const workspaces = (await manifestIn(root))?.manifest.workspaces;
  const list = isRecord(workspaces) ? workspaces.packages : workspaces;
  if (!Array.isArray(list)) return false;
  const patterns = list
    .filter((pattern): pattern is string => typeof pattern === 'string')
    .map((pattern) => pattern.replace(/^\.?\/+/, '').replace(/(?<!\/)\/+$/, ''))
    .filter((pattern) => pattern !== '' && patternProblem(pattern) === undefined);
  return createMatcher(patterns).matches(relative(root, member).split(sep).join('/'));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
