import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzipSync } from 'node:zlib';
import { install } from '../tools/install.ts';

/** What one client would write to the disk: path and bytes, in the order written. Null where it gives up on the archive. */
export type Installed = readonly (readonly [path: string, bytes: Buffer])[] | null;

/** The code with which one package manager reads tarballs, its disk replaced by a list. */
export interface Client {
  readonly name: string;
  install(archive: Buffer): Promise<Installed>;
}

/** Somewhere that does not exist: nothing is written there. */
const ROOT = '/nowhere/package';

/**
 * The readers of npm 12, npm 11, npm 10, pnpm, pnpm 7, yarn 4 and yarn 1, each as its package manager calls it.
 *
 * bun's reader is compiled into bun: bun.ts runs the whole program.
 */
export async function openClients(): Promise<readonly Client[]> {
  const modules = install('clients');
  const require = createRequire(join(modules, 'none.js'));
  const load = (path: string) => import(pathToFileURL(join(modules, path)).href);
  const { Unpack } = await load('tar/dist/esm/unpack.js');
  const ofNpm12 = join(install('npm12'), 'npm/node_modules/tar/dist/esm/unpack.js');
  const { Unpack: Unpack12 } = await import(pathToFileURL(ofNpm12).href);
  const { parseTarball } = await load('@pnpm/store.cafs/lib/parseTarball.js');
  const gunzipMaybe = require('gunzip-maybe');
  return [
    { name: 'npm 12', install: npmWith(Unpack12) },
    { name: 'npm 11', install: npmWith(Unpack) },
    { name: 'npm 10', install: npmWith(require('tar6/lib/unpack.js')) },
    { name: 'pnpm', install: pnpmWith(parseTarball, require('is-gzip')) },
    { name: 'pnpm 7', install: oldPnpmWith(require('tar-stream').extract, gunzipMaybe) },
    { name: 'yarn 4', install: yarnBerryWith(require('@yarnpkg/core').tgzUtils.extractArchiveTo) },
    { name: 'yarn 1', install: yarnClassicWith(require('tar-fs').extract, gunzipMaybe) },
  ];
}

interface TarEntry extends NodeJS.EventEmitter {
  path: string;
  readonly absolute: string;
  readonly type: string;
  resume(): void;
}

type UnpackClass = new (
  options: object,
) => NodeJS.EventEmitter & {
  end(bytes: Buffer): void;
};

/** node-tar as pacote sets it up: everything down to the first touch of the disk is its own code. */
function npmWith(Unpack: UnpackClass): Client['install'] {
  const checkFs = Object.getOwnPropertySymbols(Unpack.prototype).find(
    ({ description }) => description === 'checkFs',
  );
  if (checkFs === undefined) throw new Error('this node-tar is built otherwise');
  return (archive) => {
    const files: { path: string; chunks: Buffer[] }[] = [];
    class Collect extends Unpack {
      [checkFs as symbol](entry: TarEntry): void {
        if (!/File$/.test(entry.type)) return entry.resume();
        const file = { path: entry.absolute, chunks: [] as Buffer[] };
        files.push(file);
        entry.on('data', (chunk: Buffer) => file.chunks.push(chunk));
      }
    }
    const unpack = new Collect({ cwd: ROOT, noChmod: true, noMtime: true, strip: 1, filter: npmFilter() });
    const ended = new Promise<boolean>((resolve) => {
      unpack.on('error', () => resolve(false));
      unpack.on('close', () => resolve(true));
    });
    try {
      unpack.end(archive);
    } catch {
      return Promise.resolve(null);
    }
    return settled(ended).then((whole) =>
      whole ? files.map(({ path, chunks }) => [path, Buffer.concat(chunks)] as const).map(relative) : null,
    );
  };
}

/** What pacote leaves out and renames. */
function npmFilter(): (name: string, entry: TarEntry) => boolean | undefined {
  const ignores = new Set<string>();
  return (_name, entry) => {
    if (!/File$/.test(entry.type)) return undefined;
    const base = basename(entry.path);
    if (base === '.npmignore') ignores.add(entry.path);
    else if (base === '.gitignore') {
      const renamed = entry.path.replace(/\.gitignore$/, '.npmignore');
      if (ignores.has(renamed)) return false;
      entry.path = renamed;
    }
    return true;
  };
}

function pnpmWith(
  parse: (tar: Buffer) => { files: Map<string, { offset: number; size: number }> },
  isGzip: (bytes: Buffer) => boolean,
): Client['install'] {
  return async (archive) => {
    try {
      const tar = isGzip(archive) ? gunzipSync(archive) : archive;
      const { files } = parse(tar);
      return [...files].map(([path, { offset, size }]) =>
        relative([join(ROOT, path), tar.subarray(offset, offset + size)]),
      );
    } catch {
      return null;
    }
  };
}

type Extract = NodeJS.WritableStream & NodeJS.EventEmitter;

function oldPnpmWith(extract: () => Extract, gunzipMaybe: () => NodeJS.ReadWriteStream): Client['install'] {
  return (archive) => {
    const files = new Map<string, Buffer>();
    const stream = extract();
    stream.on(
      'entry',
      (header: { name: string; type: string }, body: Readable, next: (e?: Error) => void) => {
        const path = header.name.slice(header.name.indexOf('/') + 1).replace(/\/\//g, '/');
        if (header.type !== 'file' || files.has(path)) {
          body.resume();
          body.on('end', () => next());
          return;
        }
        const chunks: Buffer[] = [];
        body.on('data', (chunk: Buffer) => chunks.push(chunk));
        body.on('end', () => {
          files.set(path, Buffer.concat(chunks));
          next();
        });
      },
    );
    return fed(archive, gunzipMaybe(), stream).then((whole) =>
      whole ? [...files].map(([path, bytes]) => relative([join(ROOT, path), bytes])) : null,
    );
  };
}

function yarnBerryWith(
  extractArchiveTo: (tgz: Buffer, target: object, options: object) => Promise<unknown>,
): Client['install'] {
  return (archive) => {
    const files: [string, Buffer][] = [];
    const nothing = () => {};
    const target = {
      mkdirpSync: nothing,
      mkdirSync: nothing,
      utimesSync: nothing,
      lutimesSync: nothing,
      symlinkSync: nothing,
      writeFileSync: (path: string, bytes: Buffer) => files.push([path, bytes]),
    };
    const done = extractArchiveTo(archive, target, { stripComponents: 1, prefixPath: ROOT }).then(
      () => true,
      () => false,
    );
    return settled(done).then((whole) => (whole ? files.map(relative) : null));
  };
}

function yarnClassicWith(
  extract: (folder: string, options: object) => Extract,
  gunzipMaybe: () => NodeJS.ReadWriteStream,
): Client['install'] {
  return (archive) => {
    const files: (readonly [string, Buffer])[] = [];
    const stream = extract(ROOT, { strip: 1, dmode: 0o755, fmode: 0o644, chown: false, fs: listing(files) });
    return fed(archive, gunzipMaybe(), stream).then((whole) => (whole ? files.map(relative) : null));
  };
}

/** As much of `fs` as tar-fs calls, with nothing behind it. */
function listing(files: (readonly [string, Buffer])[]): object {
  const missing = Object.assign(new Error('not there'), { code: 'ENOENT' });
  const done = (...args: unknown[]) => (args.at(-1) as (error: Error | null) => void)(null);
  const fail = (...args: unknown[]) => (args.at(-1) as (error: Error) => void)(missing);
  return {
    mkdir: done,
    utimes: done,
    chmod: done,
    symlink: done,
    link: done,
    unlink: fail,
    lstat(path: string, callback: (error: Error) => void) {
      // Above the root tar-fs would climb for ever, on a real disk too.
      callback(path.startsWith(ROOT) ? missing : new Error('outside'));
    },
    stat: fail,
    realpath: (path: string, callback: (error: null, path: string) => void) => callback(null, path),
    createWriteStream(path: string) {
      const chunks: Buffer[] = [];
      return new Writable({
        write(chunk: Buffer, _encoding, callback) {
          chunks.push(chunk);
          callback();
        },
        final(callback) {
          files.push([path, Buffer.concat(chunks)]);
          callback();
        },
      });
    },
  };
}

/** Sends the bytes through both streams; whether the second came to its end. */
function fed(bytes: Buffer, first: NodeJS.ReadWriteStream, second: Extract): Promise<boolean> {
  return settled(
    new Promise((resolve) => {
      for (const stream of [first, second]) stream.on('error', () => resolve(false));
      second.on('finish', () => resolve(true));
      Readable.from([bytes]).pipe(first).pipe(second);
    }),
  );
}

/**
 * A client that never comes to an end installs nothing. All its work is in memory: turns of the event loop, and gunzip on other
 * threads. How long that takes on a busy machine no clock tells, so it is measured in work of the same kinds that came to its end meanwhile.
 */
async function settled(done: Promise<boolean>): Promise<boolean> {
  let result: boolean | undefined;
  done.then(
    (value) => {
      result = value;
    },
    () => {
      result = false;
    },
  );
  for (let rounds = 0; result === undefined && rounds < 60; rounds++) {
    for (let turns = 0; result === undefined && turns < 8; turns++)
      await new Promise((resolve) => setImmediate(resolve));
    if (result === undefined) await gunzipped(MEASURE);
  }
  return result ?? false;
}

/** Takes about as long as the largest archive drawn. */
const MEASURE = gzipSync(Buffer.alloc(256 * 1024, 'package/index.js'));
const gunzipped = promisify(gunzip);

function relative([path, bytes]: readonly [string, Buffer]): readonly [string, Buffer] {
  return [`${path}/`.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : path, bytes];
}
