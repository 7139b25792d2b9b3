import { join } from 'node:path';
import { PackgateError } from '../errors.ts';
import { byteSize, count } from '../figures.ts';
import { countMarks, MOST_MANIFEST_MARKS } from '../json-marks.ts';
import { openRegular, readBounded } from './disk.ts';

/** What packing, and finding the packages of a workspace, need to know of a folder's package.json. */
export interface Project {
  /** Empty where there is none. */
  readonly name: string;
  readonly version: string;
  /** Whether package managers refuse to publish it. */
  readonly isPrivate: boolean;
  readonly scripts: ReadonlySet<string>;
  /** Those of them that are a check by packgate and nothing else. */
  readonly checks: ReadonlySet<string>;
  /** Globs of the folders of its workspace, as npm, yarn and bun read them; absent where it has none. */
  readonly workspaces?: readonly string[];
  /** As npm would call it: `acme-cli-1.0.0.tgz`. A script may change the version later; it is only a name. */
  readonly tarball: string;
}

/** In bytes: as much as packgate reads of a manifest in a package. */
const MAX_MANIFEST = 8 * 1024 ** 2;

/** One command line of packgate, started directly or by a package manager; nothing that a shell would make more of. */
const CHECK =
  /^(?:(?:npx|npm exec|pnpm exec|pnpx|pnpm|yarn|bunx|bun x)(?: -[\w-]+)* )?packgate check(?: [^&|;<>$`()\n]*)?$/;

/**
 * @param folder absolute
 * @throws PackgateError `target` when package.json cannot be read
 */
export async function readProject(folder: string, target: string): Promise<Project> {
  const handle = await openRegular(join(folder, 'package.json'), `${target}: package.json`);
  const text = await readBounded(handle, MAX_MANIFEST, target).finally(() => handle.close());
  if (text === undefined) {
    throw new PackgateError('target', `${target}: package.json is over ${byteSize(MAX_MANIFEST)}`, {
      help: 'look for what has made it so large',
    });
  }
  if (countMarks(text, MOST_MANIFEST_MARKS) > MOST_MANIFEST_MARKS) {
    throw new PackgateError(
      'target',
      `${target}: package.json has more than ${count(MOST_MANIFEST_MARKS)} brackets and commas`,
      { help: 'look for what has made it so large' },
    );
  }
  let manifest: Record<string, unknown>;
  try {
    manifest = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
    if (!isRecord(manifest)) throw new TypeError('no object');
  } catch (cause) {
    throw new PackgateError('target', `${target}: package.json is no JSON object`, {
      help: 'correct it: a publish would fail too',
      cause,
    });
  }
  const { name, version, scripts } = manifest;
  const commands = isRecord(scripts) ? Object.entries(scripts) : [];
  const workspaces = workspacesOf(manifest.workspaces);
  const tarball = `${String(name).replace(/^@/, '').replace('/', '-')}-${String(version)}.tgz`;
  return {
    name: typeof name === 'string' ? name : '',
    version: typeof version === 'string' ? version : '',
    isPrivate: Boolean(manifest.private),
    scripts: new Set(commands.map(([script]) => script)),
    checks: new Set(commands.filter(([, command]) => CHECK.test(String(command))).map(([script]) => script)),
    ...(workspaces !== undefined && { workspaces }),
    tarball: /^[a-z0-9~][a-z0-9~_.+-]{0,250}$/i.test(tarball) ? tarball : 'package.tgz',
  };
}

/** A list, or an object with the list under `packages`. */
function workspacesOf(field: unknown): readonly string[] | undefined {
  const list = isRecord(field) ? field.packages : field;
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
