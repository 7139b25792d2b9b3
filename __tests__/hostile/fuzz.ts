// npm run fuzz [-- <archives> [<first seed>]]: compares packgate with the package managers' own readers on random archives.
import { campaign } from './campaign.ts';
import { openClients } from './clients.ts';
import { SEEDS } from './seeds.ts';

const [archives = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const clients = await openClients();
const begun = performance.now();
const { misses, ...counts } = await campaign(seed, SEEDS, clients, (count, missed) => {
  if (count > 0 && count % 20_000 === 0) console.log(`${count} archives, ${missed} misses`);
  return count === archives || missed === 20;
});
for (const { seed, what, archive } of misses)
  console.log(`seed ${seed}: ${what}\n  ${archive.toString('base64')}`);
const seconds = ((performance.now() - begun) / 1000).toFixed(0);
const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
console.log(JSON.stringify({ ...counts, misses: misses.length, seconds, memory: `${memory} MB` }));
process.exitCode = misses.length > 0 ? 1 : 0;
