import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { download, REAL_PACKAGES } from '../__tests__/real-packages.ts';
import type { Written } from '../__tests__/replicas/application.ts';
import { INLINE, LINKED } from '../__tests__/replicas/incidents.ts';
import { Random } from '../__tests__/replicas/random.ts';
import { replica } from '../__tests__/replicas/replica.ts';
import { sentence } from '../__tests__/replicas/words.ts';
import { CACHE, PACKAGES } from '../__tests__/tools/install.ts';

/** One tarball to measure, and what packgate must say of it for the measurement to count. */
export interface Workload {
  readonly name: string;
  readonly tarball: string;
  /** What a check is compared with; for a tiny package that is Node itself. */
  readonly reference: string;
  readonly status: 0 | 1;
  readonly fileCount: number;
  readonly exposure: Written;
}

export const FOLDER = join(CACHE, 'bench');
export const NOTHING: Written = { sources: 0, firstParty: 0, lines: 0, bytes: 0 };
export const MANIFEST = '{"name":"@bench/workload","version":"1.0.0"}\n';

type File = readonly [path: string, body: Buffer];

/** Builds the workloads, or finds them in the cache. */
export async function workloads(): Promise<Workload[]> {
  return (await built()).map((workload) => ({
    reference: `gzip -dc '${workload.tarball}' | sha512sum`,
    ...workload,
  }));
}

async function built(): Promise<(Omit<Workload, 'reference'> & Partial<Workload>)[]> {
  const linked = await replica(LINKED);
  const inline = await replica(INLINE);
  const copies = 14;
  return [
    {
      name: 'linked map, 73 MB',
      tarball: linked.tarball,
      status: 1,
      fileCount: 4,
      exposure: linked.written,
    },
    { name: 'inline map, 23 MB', tarball: inline.tarball, status: 1, fileCount: 3, exposure: inline.written },
    {
      name: '1 GB, 28 big files',
      tarball: await once(`copies-${basename(dirname(linked.tarball))}`, () =>
        repeated(linked.tarball, copies),
      ),
      status: 1,
      fileCount: 2 * copies + 1,
      // The copies name the same original files, and each counts once.
      exposure: linked.written,
    },
    {
      name: 'one file of 268 MB',
      tarball: await once('huge', huge),
      status: 0,
      fileCount: 2,
      exposure: NOTHING,
    },
    {
      ...real('typescript@5.9.3'),
      status: 1,
      fileCount: 132,
      exposure: { sources: 5, firstParty: 5, lines: 335_028, bytes: 15_366_228 },
    },
    {
      ...real('rxjs@7.8.2', 'maps of '),
      status: 1,
      fileCount: 2277,
      exposure: { sources: 1077, firstParty: 1077, lines: 49_068, bytes: 1_948_539 },
    },
    {
      ...real('@mui/icons-material@7.3.4'),
      status: 1,
      fileCount: 43_103,
      exposure: { sources: 21_051, firstParty: 21_051, lines: 322_101, bytes: 16_681_007 },
    },
    {
      name: '1 file (against `node -e 0`)',
      tarball: await once('small-1', () => small(1)),
      reference: `'${process.execPath}' -e 0`,
      status: 0,
      fileCount: 2,
      exposure: NOTHING,
    },
    {
      name: '1,000 small files (against `node -e 0`)',
      tarball: await once('small-1000', () => small(1000)),
      reference: `'${process.execPath}' -e 0`,
      status: 0,
      fileCount: 1001,
      exposure: NOTHING,
    },
    {
      name: '40,000 small files',
      tarball: await once('small-40000', () => small(40_000)),
      status: 0,
      fileCount: 40_001,
      exposure: NOTHING,
    },
  ];
}

/** A published package by its exact version. */
function real(spec: string, what = ''): Pick<Workload, 'name' | 'tarball'> {
  const found = REAL_PACKAGES.find((each) => each.spec === spec);
  if (found === undefined) throw new Error(`${spec} is not in the list of real packages`);
  return { name: what + spec, tarball: join(PACKAGES, download(found)) };
}

/** One minified bundle, as many-faced as 256 KiB of them can be. */
async function* huge(): AsyncGenerator<File> {
  const random = new Random(1);
  yield ['package.json', Buffer.from(MANIFEST)];
  let piece = '';
  while (piece.length < 262_144) piece += module(random);
  yield [
    'bundle.js',
    Buffer.concat(Array.from({ length: 1024 }, () => Buffer.from(piece.slice(0, 262_144)))),
  ];
}

function module(random: Random): string {
  const name = () => `_${random.below(1e6).toString(36)}`;
  const [a, b, c] = [name(), name(), name()];
  return `function ${a}(t,e){return t.${b}?e.call(t,"${sentence(random, 4)}",${a.length}):${c}(e,t)}`;
}

/** Streams `files` into a gzipped tarball in the cache. The name must change when what is in it does. */
export async function once(name: string, files: () => AsyncGenerator<File>): Promise<string> {
  const file = join(FOLDER, `${name}.tgz`);
  if (existsSync(file)) return file;
  mkdirSync(FOLDER, { recursive: true });
  const making = `${file}.${process.pid}`;
  const archive = pack();
  const written = pipeline(archive, createGzip(), createWriteStream(making));
  for await (const [path, body] of files()) {
    await new Promise<void>((resolve, reject) => {
      archive.entry({ name: `package/${path}` }, body, (error) => (error ? reject(error) : resolve()));
    });
  }
  archive.finalize();
  await written;
  renameSync(making, file);
  return file;
}

/** The bundle and map of an incident, again and again. */
async function* repeated(tarball: string, copies: number): AsyncGenerator<File> {
  const big: File[] = [];
  const entries = extract();
  createReadStream(tarball).pipe(createGunzip()).pipe(entries);
  for await (const entry of entries) {
    const body = Buffer.concat(await Readable.from(entry).toArray());
    const path = entry.header.name.replace('package/', '');
    if (path.startsWith('cli.js')) big.push([path, body]);
  }
  yield ['package.json', Buffer.from(MANIFEST)];
  for (let copy = 0; copy < copies; copy++) {
    for (const [path, body] of big) yield [`dist/${copy}/${path}`, body];
  }
}

/** Icons and their minified modules, about 600 bytes each. */
export async function* small(count: number): AsyncGenerator<File> {
  const random = new Random(count);
  yield ['package.json', Buffer.from(MANIFEST)];
  for (let index = 0; index < count; index++) {
    const path = Array.from(
      { length: 90 },
      () => `${random.below(1000) / 100} ${random.pick(['h', 'v', 'l'])}`,
    );
    const title = sentence(random, 3).toLowerCase();
    const body = `import{jsx as e}from"react/jsx-runtime";var t="${path.join('')}";export default()=>e("path",{d:t,title:"${title}"});\n`;
    yield [`icons/${Math.floor(index / 500)}/icon-${index}.js`, Buffer.from(body)];
  }
}
