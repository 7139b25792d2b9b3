import { writeFileSync } from 'node:fs';
import { readArchive } from '../../src/archive/read.ts';
import { PackgateError } from '../../src/errors.ts';
import type { Client, Installed } from './clients.ts';

/** What packgate made of an archive: the files it handed on, or why that does not matter. */
export type Inspected = 'refused' | 'flagged' | readonly (readonly [path: string, bytes: Buffer])[];

/** @param file a place to put the archive: packgate reads files */
export async function inspect(archive: Buffer, file: string): Promise<Inspected> {
  const files: (readonly [string, Buffer])[] = [];
  let path = '';
  let views: Buffer[] = [];
  writeFileSync(file, archive);
  try {
    const { oddities } = await readArchive(file, {
      begin(entry) {
        path = entry.path;
        views = [];
      },
      bytes: (view) => views.push(Buffer.from(view)),
      end: () => files.push([path, Buffer.concat(views)]),
    });
    return oddities.length > 0 ? 'flagged' : files;
  } catch (error) {
    if (error instanceof PackgateError) return 'refused';
    throw error;
  }
}

/** Installed by anyone means inspected, or not passed: what a client would install that packgate did not see, or undefined. */
export async function missed(
  archive: Buffer,
  inspected: Inspected,
  clients: readonly Client[],
): Promise<string | undefined> {
  if (typeof inspected === 'string') return undefined;
  for (const client of clients) {
    const told = notSeen(inspected, client.name, await client.install(archive));
    if (told !== undefined) return told;
  }
  return undefined;
}

/** What one client installs and packgate did not see, or undefined. */
export function notSeen(inspected: Inspected, client: string, installed: Installed): string | undefined {
  if (typeof inspected === 'string') return undefined;
  const seen = new Set(inspected.map(([path, bytes]) => key(path, bytes)));
  for (const [path, bytes] of installed ?? []) {
    // A folder of the oldest tar format: pnpm takes it for an empty file whose name ends in a slash.
    if ((path === '' || path.endsWith('/')) && bytes.length === 0) continue;
    if (!seen.has(key(path, bytes)))
      return `${client} installs ${JSON.stringify(path)} (${bytes.length} bytes)`;
  }
  return undefined;
}

/** npm renames `.gitignore`; empty and `.` segments are the same place. */
function key(path: string, bytes: Buffer): string {
  const tidy = path.split('/').filter((part) => part !== '' && part !== '.');
  const last = tidy.pop()?.replace(/^\.gitignore$/, '.npmignore');
  return `${[...tidy, last].join('/')}\n${bytes.toString('latin1')}`;
}
