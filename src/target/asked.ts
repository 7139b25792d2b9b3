import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Manager } from './manager.ts';
import { meets } from './version-range.ts';

/** What a project says of the package manager that belongs to it, where that is not the one in use. */
interface Other {
  /** File that says so. */
  readonly by: string;
  /** "asks for pnpm 9.1.0", "was written by yarn 1". */
  readonly says: string;
}

/** Enough for the head of a lock file; in bytes. */
const HEAD = 64 * 1024;

/**
 * One sentence on how the manager in use differs from what the project asks for, by name or by version: packed
 * elsewhere, its bytes may be others. It looks at `packageManager` and `devEngines` of the nearest package.json
 * that has one, and at the nearest lock files, up to the root of the repository.
 *
 * @param folder absolute, holds a package.json
 * @returns undefined where nothing differs, or nothing is said
 */
export async function packingDifference(folder: string, manager: Manager): Promise<string | undefined> {
  const other =
    (await nearest(folder, (at) => askedIn(at, manager))) ??
    (await nearest(folder, (at) => lockedIn(at, manager)));
  if (!other) return undefined;
  return `packed with ${manager.name} ${manager.version}; ${other.by} ${other.says}`;
}

/** `look` says null where a folder agrees, and undefined where it says nothing: then the folder above it is asked. */
async function nearest(
  folder: string,
  look: (folder: string) => Promise<Other | null | undefined>,
): Promise<Other | null> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await look(at);
    if (found !== undefined) return found;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}

async function askedIn(folder: string, manager: Manager): Promise<Other | null | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
  const asked = text === undefined ? [] : askedFor(text);
  if (asked.length === 0) return undefined;
  const fits = ({ name, version }: Asked) =>
    name === manager.name && (version === '' || meets(manager.version, version) !== false);
  if (asked.some(fits)) return null;
  const names = asked.map(({ name, version }) => `${name} ${version}`.trim());
  return { by: 'package.json', says: `asks for ${names.join(' or ')}` };
}

interface Asked {
  readonly name: string;
  /** An exact version or a range; empty where none is said. */
  readonly version: string;
}

function askedFor(manifest: string): readonly Asked[] {
  let fields: { packageManager?: unknown; devEngines?: { packageManager?: unknown } };
  try {
    fields = JSON.parse(manifest.replace(/^\uFEFF/, '')) ?? {};
  } catch {
    return [];
  }
  if (typeof fields.packageManager === 'string') {
    // Behind `+` stands a digest of the manager itself.
    const [, name, version = ''] = /^([a-z]+)(?:@([^+]*))?/.exec(fields.packageManager) ?? [];
    return name === undefined ? [] : [{ name, version }];
  }
  const engines = fields.devEngines?.packageManager;
  return (Array.isArray(engines) ? engines : [engines]).flatMap(
    (engine: { name?: unknown; version?: unknown } | null) =>
      typeof engine?.name === 'string'
        ? [{ name: engine.name, version: typeof engine.version === 'string' ? engine.version : '' }]
        : [],
  );
}

interface Lock {
  readonly name: Manager['name'];
  /** Who writes this form, as words and a range; nothing where every version does. */
  form?(head: string): { readonly writer: string; readonly versions: string } | undefined;
}

// Each manager's newer versions read older forms and write them anew.
const LOCKS: Readonly<Record<string, Lock>> = {
  'package-lock.json': { name: 'npm', form: npmForm },
  'npm-shrinkwrap.json': { name: 'npm', form: npmForm },
  'pnpm-lock.yaml': {
    name: 'pnpm',
    form: (head) => {
      const major = Number(/^lockfileVersion: '?(\d+)/m.exec(head)?.[1]);
      if (major >= 9) return { writer: 'pnpm 9 or newer', versions: '>=9' };
      if (major === 6) return { writer: 'pnpm 8', versions: '8' };
      return major <= 5 ? { writer: 'pnpm 7 or older', versions: '<8' } : undefined;
    },
  },
  'yarn.lock': {
    name: 'yarn',
    form: (head) => {
      if (head.includes('# yarn lockfile v1')) return { writer: 'yarn 1', versions: '1' };
      return /^__metadata:/m.test(head) ? { writer: 'yarn 2 or newer', versions: '>=2' } : undefined;
    },
  },
  'bun.lock': { name: 'bun' },
  'bun.lockb': { name: 'bun' },
};

function npmForm(head: string): ReturnType<NonNullable<Lock['form']>> {
  return /^[ \t]*"lockfileVersion": 1\b/m.test(head)
    ? { writer: 'npm 6 or older', versions: '<7' }
    : undefined;
}

async function lockedIn(folder: string, manager: Manager): Promise<Other | null | undefined> {
  const there = Object.entries(LOCKS).filter(([file]) => existsSync(join(folder, file)));
  const [first] = there;
  if (first === undefined) return undefined;
  const own = there.find(([, { name }]) => name === manager.name);
  if (own === undefined) return { by: first[0], says: `belongs to ${first[1].name}` };
  const form = own[1].form?.(await headOf(join(folder, own[0])));
  if (form === undefined || meets(manager.version, form.versions) !== false) return null;
  return { by: own[0], says: `was written by ${form.writer}` };
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return '';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  } finally {
    await handle.close();
  }
}
