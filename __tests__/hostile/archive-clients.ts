import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { install } from '../tools/install.ts';

/** What one reader unpacks: name and sha256 of the bytes. Empty where it gives up on the archive. */
export type Unpacked = readonly (readonly [name: string, sha256: string])[];

/** Something that people open such archives with. */
export interface ArchiveClient {
  readonly name: string;
  unpack(archive: Buffer): Promise<Unpacked>;
  /** Ends what it runs. */
  close?(): void;
}

export const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const require = createRequire(join(install('archivers'), 'of-these.js'));

/**
 * Readers of zip archives: yauzl (with which VS Code opens extensions), jszip, adm-zip, fflate from the end and as a stream from the start,
 * Python's zipfile (with which pip opens wheels) and Info-ZIP's unzip. The last two only where the machine has them.
 *
 * @param slow takes those along that need a process for each archive
 * @param behind leaves out those that read no archive behind other bytes
 */
export function openZipClients(slow: boolean, behind = false): readonly ArchiveClient[] {
  const has = (program: string, word: string) => spawnSync(program, [word]).status === 0;
  return [
    { name: 'yauzl', unpack: yauzl },
    { name: 'jszip', unpack: jszip },
    { name: 'adm-zip', unpack: admZip },
    // It takes offsets as they are, whatever stands in front.
    ...(behind
      ? []
      : [
          { name: 'fflate', unpack: fflate },
          { name: 'fflate as a stream', unpack: fflateStream },
        ]),
    ...(has('python3', '--version') ? [python()] : []),
    ...(slow && has('unzip', '-v') ? [{ name: 'unzip', unpack: unzip }] : []),
  ];
}

/** Electron's own packer, which also unpacks. */
export function openAsarClients(): readonly ArchiveClient[] {
  return [{ name: '@electron/asar', unpack: asar }];
}

interface YauzlEntry {
  readonly fileName: string;
}
interface YauzlFile extends NodeJS.EventEmitter {
  readEntry(): void;
  openReadStream(entry: YauzlEntry, done: (error: Error | null, stream: Readable) => void): void;
}

function yauzl(archive: Buffer): Promise<Unpacked> {
  return new Promise((resolve) => {
    const files: [string, string][] = [];
    const done = () => resolve(files);
    require('yauzl').fromBuffer(
      archive,
      { lazyEntries: true },
      (failed: Error | null, zip: YauzlFile | undefined) => {
        if (failed || zip === undefined) return done();
        zip.on('error', done);
        zip.on('end', done);
        zip.on('entry', (entry: YauzlEntry) => {
          if (entry.fileName.endsWith('/')) return zip.readEntry();
          attempt(
            () =>
              zip.openReadStream(entry, (error, stream) => {
                if (error) return zip.readEntry();
                const hash = createHash('sha256');
                stream.on('data', (chunk) => hash.update(chunk));
                stream.on('error', () => zip.readEntry());
                stream.on('end', () => {
                  files.push([entry.fileName, hash.digest('hex')]);
                  zip.readEntry();
                });
              }),
            () => zip.readEntry(),
          );
        });
        zip.readEntry();
      },
    );
  });
}

async function jszip(archive: Buffer): Promise<Unpacked> {
  const files: [string, string][] = [];
  try {
    const zip = await require('jszip').loadAsync(archive);
    for (const [name, file] of Object.entries<{ dir: boolean; async(type: string): Promise<Buffer> }>(
      zip.files,
    )) {
      if (file.dir) continue;
      await file.async('nodebuffer').then(
        (content) => files.push([name, digest(content)]),
        () => {},
      );
    }
  } catch {
    // Refused, from here on.
  }
  return files;
}

async function admZip(archive: Buffer): Promise<Unpacked> {
  const files: [string, string][] = [];
  attempt(() => {
    for (const entry of new (require('adm-zip'))(archive).getEntries())
      if (!entry.isDirectory) attempt(() => files.push([entry.entryName, digest(entry.getData())]));
  });
  return files;
}

async function fflate(archive: Buffer): Promise<Unpacked> {
  // It takes offsets as they are, whatever stands in front, and reads noise then.
  if (!/^PK(?:\x03\x04|\x05\x06)/.test(archive.toString('latin1', 0, 4))) return [];
  try {
    const files: Record<string, Uint8Array> = require('fflate').unzipSync(archive);
    return Object.entries(files)
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, content]) => [name, digest(content)]);
  } catch {
    return [];
  }
}

/** Goes by the local headers alone, from the first byte on. */
async function fflateStream(archive: Buffer): Promise<Unpacked> {
  const { Unzip, UnzipInflate } = require('fflate');
  // It goes on to the first header wherever that is; others want it at the start.
  if (archive.toString('latin1', 0, 4) !== 'PK\x03\x04') return [];
  const files: [string, string][] = [];
  attempt(() => {
    const unzip = new Unzip(
      (file: {
        name: string;
        ondata: (error: Error | null, chunk: Uint8Array, last: boolean) => void;
        start(): void;
      }) => {
        const hash = createHash('sha256');
        let given = false;
        let past = false;
        file.ondata = (error, chunk, last) => {
          if (error) return;
          given ||= chunk.length > 0;
          // Where it misses an entry's end it takes the directory for content; what stands there is read as names.
          past ||= Buffer.from(chunk).includes('PK\x01\x02');
          hash.update(chunk);
          // Where it does not know the end it gives nothing.
          if (last && given && !past && !file.name.endsWith('/')) files.push([file.name, hash.digest('hex')]);
        };
        file.start();
      },
    );
    unzip.register(UnzipInflate);
    unzip.push(archive, true);
  });
  return files;
}

const PROGRAM = `
import sys, io, zipfile, hashlib, json, warnings
warnings.simplefilter('ignore')
read = sys.stdin.buffer.read
while True:
    head = read(4)
    if len(head) < 4: break
    archive = read(int.from_bytes(head, 'little'))
    files = []
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as z:
            for info in z.infolist():
                if info.filename.endswith('/'): continue
                try: files.append([info.filename, hashlib.sha256(z.read(info)).hexdigest()])
                except BaseException: pass
    except BaseException: pass
    print(json.dumps(files), flush=True)
`;

/** One process for all archives: starting one takes longer than reading. */
function python(): ArchiveClient {
  let child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  let waiting: ((line: string) => void) | undefined;
  return {
    name: "Python's zipfile",
    unpack(archive) {
      if (child === undefined) {
        child = spawn('python3', ['-I', '-c', PROGRAM], { stdio: ['pipe', 'pipe', 'ignore'] });
        createInterface({ input: child.stdout }).on('line', (line) => waiting?.(line));
      }
      const head = Buffer.alloc(4);
      head.writeUInt32LE(archive.length, 0);
      child.stdin.write(Buffer.concat([head, archive]));
      return new Promise((resolve) => {
        waiting = (line) => resolve(JSON.parse(line));
      });
    },
    close: () => child?.stdin.end(),
  };
}

/** A process for each archive. */
async function unzip(archive: Buffer): Promise<Unpacked> {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'a.zip'), archive);
    spawnSync('unzip', ['-o', '-qq', '-P', 'x', '-d', join(folder, 'out'), join(folder, 'a.zip')], {
      stdio: 'ignore',
      timeout: 10_000,
    });
    return filesIn(join(folder, 'out'));
  });
}

async function asar(archive: Buffer): Promise<Unpacked> {
  return inFolder((folder) => {
    const file = join(folder, 'a.asar');
    writeFileSync(file, archive);
    const files: [string, string][] = [];
    attempt(() => {
      const { listPackage, statFile, extractFile, uncache } = require('@electron/asar');
      uncache(file);
      for (const path of listPackage(file, { isPack: false }) as string[]) {
        const name = path.slice(1);
        attempt(() => {
          const stat = statFile(file, name, false);
          if ('files' in stat || 'link' in stat) return;
          files.push([name, digest(extractFile(file, name))]);
        });
      }
    });
    return files;
  });
}

function inFolder(work: (folder: string) => Unpacked): Unpacked {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-unpack-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesIn(root: string, folder = root): [string, string][] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(root, path);
      return entry.isFile() ? [[relative(root, path), digest(readFileSync(path))]] : [];
    });
  } catch {
    return [];
  }
}

function attempt(action: () => unknown, otherwise?: () => void): void {
  try {
    action();
  } catch {
    // What a reader refuses is not unpacked by it.
    otherwise?.();
  }
}
