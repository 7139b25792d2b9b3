import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { makeFolder, type Tree, writeTree } from '../folders.ts';
import type { Registry } from '../registry.ts';
import { END, entryBlocks } from '../tarballs.ts';
import { install } from '../tools/install.ts';
import { folderOfNode, type ManagerName, pathOf } from '../tools/managers.ts';
import type { Machines } from './workflow.ts';

const execute = promisify(execFile);

/** A script that leaves what published packages leave: the text of the sources. */
export const MAP = JSON.stringify({
  version: 3,
  sources: ['../src/cli.ts'],
  sourcesContent: ['export const price = (hours: number): number => hours * 42;\n'],
  names: [],
  mappings: 'AAAA',
});

export const PACKGATE_CLI = resolve('dist/cli.js');

/** What a recipe needs beside npm and packgate. */
export interface Needs {
  /** Lock folder of a tool whose packages the project has installed. */
  readonly tool?: string;
  /** Whether the tool lies in the project itself: some look for the project where they lie. */
  readonly inside?: boolean;
  readonly manager?: ManagerName;
  /** Puts the project under git, with a remote that is called https://github.com/acme/cli. */
  readonly git?: boolean;
  /** Commands that make lock files, as a developer did. */
  readonly prepare?: string;
}

/**
 * A project on its developer's machine, and the machines of its workflow. Installed packages lie in the folder above both, where Node and npx look too, so that
 * `npm ci` leaves them alone.
 */
export async function bench(t: TestContext, registry: Registry, tree: Tree, needs: Needs): Promise<Machines> {
  const folder = makeFolder(t);
  const repository = join(folder, 'repository');
  installed(join(needs.inside ? repository : folder, 'node_modules'), needs.tool);
  const home = join(folder, 'home');
  mkdirSync(home);
  const env: NodeJS.ProcessEnv = {
    ...registry.env,
    PATH: [folderOfNode(24), needs.manager ? pathOf(needs.manager) : process.env.PATH].join(':'),
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'acme/cli',
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    YARN_ENABLE_TELEMETRY: '0',
    YARN_ENABLE_GLOBAL_CACHE: 'false',
  };
  delete env.NODE_OPTIONS;
  delete env.NODE_TEST_CONTEXT;
  writeTree(repository, tree);
  const run = (file: string, ...args: readonly string[]) => execute(file, args, { cwd: repository, env });
  if (needs.prepare !== undefined) await run('bash', '-e', '-c', needs.prepare);
  if (needs.git) {
    const remote = join(folder, 'remote.git');
    writeFileSync(
      env.GIT_CONFIG_GLOBAL!,
      `[user]\nname = A Developer\nemail = developer@acme.example\n[init]\ndefaultBranch = main\n` +
        `[url "file://${remote}"]\ninsteadOf = https://github.com/acme/cli.git\n`,
    );
    await run('git', 'init', '--quiet', '--bare', remote);
    await run('git', 'init', '--quiet');
    await run('git', 'remote', 'add', 'origin', 'https://github.com/acme/cli.git');
    await run('git', 'add', '.');
    await run('git', 'commit', '--quiet', '--message', 'feat: begin');
    await run('git', 'push', '--quiet', '--set-upstream', 'origin', 'main');
  }
  return { folder, repository, env, node: join(folderOfNode(24), 'node') };
}

/** `node_modules` with packgate as built, and the packages of a tool. */
function installed(modules: string, tool: string | undefined): void {
  mkdirSync(join(modules, '.bin'), { recursive: true });
  symlinkSync(PACKGATE_CLI, join(modules, '.bin/packgate'));
  if (tool === undefined) return;
  const from = install(tool);
  for (const name of readdirSync(from)) {
    const inside = name.startsWith('@') || name === '.bin';
    if (inside) mkdirSync(join(modules, name), { recursive: true });
    for (const path of inside ? readdirSync(join(from, name)).map((sub) => join(name, sub)) : [name]) {
      symlinkSync(join(from, path), join(modules, path));
    }
  }
}

/** Puts a source map into every tarball under a folder: a whole archive, with other bytes than those that passed. */
export function alter(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tgz'),
  );
  if (files.length === 0) throw new Error('nothing to alter');
  for (const file of files) writeFileSync(join(folder, file), altered(readFileSync(join(folder, file))));
}

function altered(tarball: Buffer): Buffer {
  const tar = gunzipSync(tarball);
  let end = tar.length;
  while (end > 512 && tar.subarray(end - 512, end).every((byte) => byte === 0)) end -= 512;
  const map = entryBlocks({ name: 'package/dist/cli.js.map', body: MAP });
  return gzipSync(Buffer.concat([tar.subarray(0, end), map, END]));
}

interface Packument {
  readonly _rev: string;
  readonly versions: Readonly<Record<string, { readonly dist: { readonly tarball: string } }>>;
}

/** The versions of a package that the registry has. */
export async function versionsOf(registry: Registry, name: string): Promise<readonly string[]> {
  return Object.keys((await packument(registry, name))?.versions ?? {});
}

/** Takes every version away, and publishes one again with other bytes. */
export async function republish(registry: Registry, name: string, version: string): Promise<void> {
  const { _rev, versions } = (await packument(registry, name))!;
  const manifest = versions[version]!;
  const bytes = altered(Buffer.from(await (await fetch(manifest.dist.tarball)).arrayBuffer()));
  const headers = { 'content-type': 'application/json', authorization: 'Bearer fake' };
  const at = `${registry.url}${name.replace('/', '%2f')}`;
  await sent(`${at}/-rev/${_rev}`, { method: 'DELETE', headers });
  const { tarball } = manifest.dist;
  const body = {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist: { tarball } } },
    _attachments: { [`${name}-${version}.tgz`]: { data: bytes.toString('base64'), length: bytes.length } },
  };
  await sent(at, { method: 'PUT', headers, body: JSON.stringify(body) });
}

async function packument(registry: Registry, name: string): Promise<Packument | undefined> {
  const answer = await fetch(`${registry.url}${name.replace('/', '%2f')}`);
  return answer.status === 404 ? undefined : ((await answer.json()) as Packument);
}

async function sent(url: string, init: RequestInit): Promise<void> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${init.method} ${url}: ${answer.status} ${await answer.text()}`);
}

/** Exit status and output of `packgate verify npm:<name>@<version>` with the receipts in `file`. */
export async function verified(
  machines: Machines,
  spec: string,
  file: string,
): Promise<{ status: number; said: string }> {
  const args = [PACKGATE_CLI, 'verify', `npm:${spec}`, '--receipt', file];
  return execute(process.execPath, args, { cwd: dirname(file), env: machines.env }).then(
    ({ stdout }) => ({ status: 0, said: stdout }),
    ({ code, stdout, stderr }) => ({ status: code, said: stdout + stderr }),
  );
}
