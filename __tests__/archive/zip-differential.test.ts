import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { lookInside } from '../content/inside.ts';
import { Random } from '../replicas/random.ts';
import { install } from '../tools/install.ts';
import { type RawZipEntry, rawZip } from '../zips.ts';

/** Reads what it can of a zip archive: name to content. */
type ReadAll = (bytes: Buffer) => Promise<Map<string, Uint8Array>> | Map<string, Uint8Array>;

const require = createRequire(join(install('archivers'), 'of-these.js'));
const readers: Record<string, ReadAll> = {
  fflate(bytes) {
    const files: Record<string, Uint8Array> = require('fflate').unzipSync(bytes);
    return new Map(Object.entries(files).filter(([name]) => !name.endsWith('/')));
  },
  'adm-zip'(bytes) {
    const zip = new (require('adm-zip'))(bytes);
    const files = new Map<string, Uint8Array>();
    for (const entry of zip.getEntries()) {
      if (!entry.isDirectory) attempt(() => files.set(entry.entryName, entry.getData()));
    }
    return files;
  },
  async jszip(bytes) {
    const zip = await require('jszip').loadAsync(bytes);
    const files = new Map<string, Uint8Array>();
    for (const [name, file] of Object.entries<{ dir: boolean; async(type: string): Promise<Buffer> }>(
      zip.files,
    )) {
      if (!file.dir)
        await file.async('nodebuffer').then(
          (content) => files.set(name, content),
          () => {},
        );
    }
    return files;
  },
};

function attempt(action: () => unknown): void {
  try {
    action();
  } catch {
    // What a reader refuses is not unpacked by it.
  }
}

const a: RawZipEntry = { name: 'a.js', body: 'let a = 1;' };
const seeds: Record<string, Buffer> = {
  'an archive': rawZip([
    a,
    { name: 'd/b.txt', body: 'stored '.repeat(20), method: 0 },
    { name: 's.txt', body: 'streamed '.repeat(20), streamed: true },
  ]),
  'an archive in an archive': rawZip([{ name: 'x', body: rawZip([a]), method: 0 }, a], {
    comment: Buffer.from('made by hand'),
  }),
};

function mutate(seed: Buffer, random: Random): Buffer {
  let bytes = Buffer.from(seed);
  for (let times = 1 + random.below(3); times > 0 && bytes.length > 30; times--) {
    const at = random.below(bytes.length);
    const length = 1 + random.below(8);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    const changes = [
      () => Buffer.concat([before, Buffer.from([random.below(256)]), after.subarray(1)]),
      () => Buffer.concat([before, Buffer.from([after[0]! + 1 + random.below(3)]), after.subarray(1)]),
      () =>
        Buffer.concat([before, Buffer.alloc(length, random.chance(50) ? 255 : 0), after.subarray(length)]),
      () => Buffer.concat([before, after.subarray(length)]),
      () => Buffer.concat([before, before.subarray(-40), after]),
      () => Buffer.concat([before, seed, after]),
    ];
    bytes = random.pick(changes)();
  }
  return bytes;
}

/** Names as any reader means them. */
const tidy = (name: string) =>
  name
    .split(/[/\\]/)
    .filter((part) => !['', '.', '..'].includes(part))
    .join('/');
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const ROUNDS = Number(process.env.ARCHIVES ?? 100);

for (const [name, seed] of Object.entries(seeds)) {
  test(`what anybody unpacks of ${ROUNDS} changed copies of ${name} is looked at, or something is said`, async () => {
    const random = new Random(seed.length);
    let unpacked = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = mutate(seed, random);
      const inside = lookInside('z', bytes);
      const said =
        inside.odd.length > 0 ||
        inside.unread !== undefined ||
        inside.facts.some(({ uninspected }) => uninspected !== undefined);
      const seen = new Set(inside.facts.map(({ path, sha256 }) => `${tidy(path.slice(3))} ${sha256}`));
      for (const [reader, read] of Object.entries(readers)) {
        let files = new Map<string, Uint8Array>();
        try {
          files = await read(bytes);
        } catch {
          // Refused.
        }
        for (const [file, content] of files) {
          unpacked++;
          assert.ok(
            said || seen.has(`${tidy(file)} ${digest(content)}`),
            `round ${round}: ${reader} unpacks ${JSON.stringify(file)}`,
          );
        }
      }
    }
    assert.ok(unpacked > ROUNDS, `only ${unpacked} files were unpacked at all`);
  });
}
