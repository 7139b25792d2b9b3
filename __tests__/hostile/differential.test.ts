import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { makeFolder } from '../folders.ts';
import { entryBlocks, MANIFEST, rawTar } from '../tarballs.ts';
import { archiveCampaign, missed as missedIn } from './archive-campaign.ts';
import { openAsarClients, openZipClients } from './archive-clients.ts';
import { type ArchiveKind, ASAR, JOINED, ZIP } from './archive-recipes.ts';
import { bunCampaign, bunInstalls } from './bun.ts';
import { campaign } from './campaign.ts';
import { type Client, openClients } from './clients.ts';
import { COUNTEREXAMPLES } from './counterexamples.ts';
import { inspect, missed } from './differ.ts';
import { PACKED, SEEDS } from './seeds.ts';

let clients: readonly Client[];
before(async () => {
  clients = await openClients();
});

/** A header that npm passes over, so that it installs what stands in the body. */
const HIDING = gzipSync(
  rawTar(MANIFEST, {
    name: 'package/cover.txt',
    body: entryBlocks({ name: 'package/hidden.js', body: 'hidden' }),
    edit: (header) => header.writeUInt8(0x81, 476),
  }),
);

test('the clients are the real ones: npm installs what others do not see', async () => {
  const paths: Record<string, string | undefined> = {};
  for (const client of clients) {
    const installed = await client.install(HIDING);
    paths[client.name] = installed?.map(([path]) => path).join(' ');
  }
  assert.deepEqual(paths, {
    'npm 12': 'package.json hidden.js',
    'npm 11': 'package.json hidden.js',
    'npm 10': 'package.json hidden.js',
    pnpm: 'package.json cover.txt',
    'pnpm 7': 'package.json cover.txt',
    'yarn 4': 'package.json hidden.js',
    'yarn 1': 'package.json cover.txt',
  });
});

test('what a reader that sees the cover alone would miss is told', async () => {
  const body = entryBlocks({ name: 'package/hidden.js', body: 'hidden' });
  const told = await missed(
    HIDING,
    [
      ['package.json', Buffer.from(MANIFEST.body!)],
      ['cover.txt', body],
    ],
    clients,
  );
  assert.equal(told, 'npm 12 installs "hidden.js" (6 bytes)');
});

for (const [packer, bytes] of PACKED) {
  test(`what ${packer} packs is read without a word, as all clients install it`, async (t) => {
    const inspected = await inspect(bytes, join(makeFolder(t), 'packed.tgz'));
    assert.ok(typeof inspected !== 'string', String(inspected));
    assert.equal(await missed(bytes, inspected, clients), undefined);
    for (const client of clients) {
      const installed = await client.install(bytes);
      // The oldest format has no magic, without which pnpm 7 gives up.
      if (packer === 'gnutar-v7' && client.name === 'pnpm 7') continue;
      assert.equal(installed?.length, inspected.length, client.name);
    }
  });
}

test('installed by anyone means inspected or not passed: 3,000 random archives', async () => {
  const end = performance.now() + 30_000;
  const { misses, archives, read } = await campaign(1, SEEDS, clients, (count) => {
    return count === 3000 || (count > 1000 && performance.now() > end);
  });
  assert.deepEqual(
    misses.map(({ seed, what }) => `${seed}: ${what}`),
    [],
  );
  assert.ok(read > archives / 10, `${archives} archives, of which ${read} were read`);
});

test('bun is the real one, too', () => {
  const paths = bunInstalls([HIDING, gzipSync('no archive'), ...PACKED.values()]).map((installed) =>
    installed?.map(([path]) => path).sort(),
  );
  assert.deepEqual(paths.slice(0, 2), [['cover.txt', 'package.json'], undefined]);
  for (const installed of paths.slice(2)) assert.ok((installed?.length ?? 0) > 2, String(installed));
});

test('installed by bun means inspected or not passed: 800 random archives', async () => {
  const end = performance.now() + 20_000;
  const { misses, archives, read } = await bunCampaign(500_001, SEEDS, (count) => {
    return count >= 800 || (count >= 200 && performance.now() > end);
  });
  assert.deepEqual(
    misses.map(({ seed, what }) => `${seed}: ${what}`),
    [],
  );
  assert.ok(read > archives / 10, `${archives} archives, of which ${read} were read`);
});

const KINDS: Record<string, [kind: ArchiveKind<unknown>, clients: () => ReturnType<typeof openZipClients>]> =
  {
    'zip archives': [ZIP as ArchiveKind<unknown>, () => openZipClients(false)],
    'zip archives behind something else': [JOINED as ArchiveKind<unknown>, () => openZipClients(false, true)],
    'asar archives': [ASAR as ArchiveKind<unknown>, openAsarClients],
  };

for (const [name, [kind, open]] of Object.entries(KINDS)) {
  test(`unpacked by anyone means looked at or told: 1,000 random ${name}`, async () => {
    const tools = open();
    const end = performance.now() + 20_000;
    const { misses, archives, read, unpacked } = await archiveCampaign(kind, 900_001, tools, (count) => {
      return count >= 1000 || (count >= 200 && performance.now() > end);
    });
    for (const { close } of tools) close?.();
    assert.deepEqual(
      misses.map(({ seed, what }) => `${seed}: ${what}`),
      [],
    );
    assert.ok(
      read > archives / 10 && unpacked > archives / 10,
      `${read} of ${archives} read, ${unpacked} files`,
    );
  });
}

test('of archives that showed something once, all is looked at or told', async () => {
  const tools = openZipClients(false);
  for (const [what, archive] of COUNTEREXAMPLES)
    assert.equal(await missedIn('a.zip', Buffer.from(archive, 'base64'), tools), undefined, what);
  for (const { close } of tools) close?.();
});
