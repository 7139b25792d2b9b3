// npm run fuzz [-- <what> [<rounds> [<first seed>]]], where what is one of:
//   clients   compares packgate with the package managers' own readers on random archives (200,000)
//   bun       the same against bun, as a whole program (20,000)
//   zip       compares what packgate looks at in zip archives with what other readers unpack (30,000)
//   joined    the same of zip archives behind executables and scripts (30,000)
//   asar      the same of asar archives (30,000)
//   parsers   gives random input to every parser (20,000 each)
// Without a word all of them, one after another. Whatever is found is printed with its seed, and the smallest archive that shows it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveCampaign } from './archive-campaign.ts';
import { type ArchiveClient, openAsarClients, openZipClients } from './archive-clients.ts';
import { type ArchiveKind, ASAR, JOINED, ZIP } from './archive-recipes.ts';
import { bunCampaign } from './bun.ts';
import { type Campaign, campaign } from './campaign.ts';
import { openClients } from './clients.ts';
import { CONTENT_PARSERS } from './content-parsers.ts';
import { PARSERS, tryOut } from './parsers.ts';
import { SEEDS } from './seeds.ts';

const KINDS = {
  clients: fuzzClients,
  bun: fuzzBun,
  zip: (rounds: number, seed: number) => fuzzArchives(ZIP, openZipClients(true), rounds, seed),
  joined: (rounds: number, seed: number) => fuzzArchives(JOINED, openZipClients(true, true), rounds, seed),
  asar: (rounds: number, seed: number) => fuzzArchives(ASAR, openAsarClients(), rounds, seed),
  parsers: fuzzParsers,
};
const ROUNDS: Readonly<Record<string, number>> = {
  clients: 200_000,
  zip: 30_000,
  joined: 30_000,
  asar: 30_000,
};

const [word, rounds, first] = process.argv.slice(2);
for (const [name, run] of Object.entries(KINDS)) {
  if (word !== undefined && word !== name) continue;
  const begun = performance.now();
  const told = await run(Number(rounds ?? ROUNDS[name] ?? 20_000), Number(first ?? 1));
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(0));
  const memory = `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`;
  console.log(JSON.stringify({ fuzzed: name, firstSeed: Number(first ?? 1), ...told, seconds, memory }));
  if (told.misses > 0) process.exitCode = 1;
}
if (word !== undefined && !(word in KINDS)) throw new Error(`nothing is called ${word}`);

async function fuzzClients(rounds: number, seed: number) {
  return printed(await campaign(seed, SEEDS, await openClients(), enough(rounds)));
}

async function fuzzBun(rounds: number, seed: number) {
  return printed(await bunCampaign(seed, SEEDS, enough(rounds)));
}

async function fuzzArchives<Recipe>(
  kind: ArchiveKind<Recipe>,
  clients: readonly ArchiveClient[],
  rounds: number,
  seed: number,
) {
  const told = printed(await archiveCampaign(kind, seed, clients, enough(rounds)));
  for (const { close } of clients) close?.();
  return told;
}

async function fuzzParsers(rounds: number, seed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-fuzz-'));
  let misses = 0;
  let inputs = 0;
  try {
    for (const parser of [...PARSERS, ...CONTENT_PARSERS]) {
      for (let number = seed; number < seed + rounds && misses < 20; number++) {
        inputs++;
        const told = await tryOut(parser, number, folder);
        if (told === undefined) continue;
        misses++;
        console.log(`${parser.name}, ${told}`);
      }
      console.log(`${parser.name}: done`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { parsers: PARSERS.length, inputs, misses };
}

function enough(rounds: number) {
  return (archives: number, misses: number) => {
    if (archives > 0 && archives % 20_000 === 0) console.log(`${archives} archives, ${misses} misses`);
    return archives >= rounds || misses >= 20;
  };
}

function printed({ misses, ...counts }: Campaign) {
  for (const { seed, what, archive } of misses)
    console.log(`seed ${seed}: ${what}\n  ${archive.toString('base64')}`);
  return { ...counts, misses: misses.length };
}
