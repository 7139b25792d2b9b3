import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Random } from '../replicas/random.ts';
import { bun } from '../tools/bun.ts';
import type { Campaign } from './campaign.ts';
import type { Installed } from './clients.ts';
import { inspect, notSeen } from './differ.ts';
import { drawRecipe, shrink } from './mutate.ts';
import { build, type Part, part, type Recipe } from './recipe.ts';

/**
 * What bun itself installs of each archive. Its reader is compiled into it, so the whole program runs: 70 ms, but for as many
 * archives at once as one likes, 2 ms each.
 */
export function bunInstalls(archives: readonly Buffer[]): Installed[] {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-bun-'));
  try {
    const left = new Map(archives.map((bytes, index) => [`p${index}`, bytes]));
    for (const [name, bytes] of left) writeFileSync(join(folder, `${name}.tgz`), bytes);
    while (left.size > 0) {
      const failed = install(folder, [...left.keys()]);
      if (failed === undefined) break;
      for (const name of failed) left.delete(name);
    }
    return archives.map((_, index) => {
      const name = `p${index}`;
      return left.has(name) ? filesIn(join(folder, 'node_modules', name)) : null;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names of those that bun gave up on, of which it then installs none; undefined where there were none. */
function install(folder: string, names: readonly string[]): readonly string[] | undefined {
  const dependencies = Object.fromEntries(names.map((name) => [name, `file:./${name}.tgz`]));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'root', version: '1.0.0', dependencies }),
  );
  const { status, stderr } = spawnSync(
    bun(),
    ['install', '--ignore-scripts', '--no-save', '--no-progress', '--backend=copyfile'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder, BUN_INSTALL_CACHE_DIR: join(folder, 'cache') },
    },
  );
  if (status === 0) return undefined;
  const failed = names.filter((name) => new RegExp(`\\b${name}\\b`).test(stderr));
  if (failed.length === 0) throw new Error(`bun failed with ${status}: ${stderr.slice(0, 2000)}`);
  return failed;
}

function filesIn(root: string): [string, Buffer][] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path), readFileSync(path)] as [string, Buffer];
    })
    .filter(([path]) => path !== '.bun-tag'); // bun's own note of where it comes from
}

const MANIFEST = () => part('package/package.json', Buffer.from('{"name":"made","version":"1.0.0"}'));

/** bun installs nothing without a manifest that it can read. */
function withManifest(recipe: Recipe): Recipe {
  const has = recipe.parts.some(
    ({ header }) => header.toString('latin1', 0, 21) === 'package/package.json\0',
  );
  return has ? recipe : { ...recipe, parts: [MANIFEST(), ...recipe.parts] };
}

const BATCH = 200;

/** As `campaign`, against bun alone. */
export async function bunCampaign(
  seed: number,
  seeds: readonly (readonly Part[])[],
  enough: (archives: number, misses: number) => boolean,
): Promise<Campaign> {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-fuzz-'));
  const file = join(folder, 'drawn.tgz');
  const counts = { refused: 0, flagged: 0, read: 0 };
  const misses: { seed: number; what: string; archive: Buffer }[] = [];
  const told = async (archive: Buffer, installed: Installed | undefined) =>
    notSeen(await inspect(archive, file), 'bun', installed ?? null);
  let archives = 0;
  try {
    while (!enough(archives, misses.length)) {
      const batch: { number: number; recipe: Recipe; archive: Buffer }[] = [];
      while (batch.length < BATCH && !enough(archives, misses.length)) {
        const number = seed + archives++;
        const recipe = withManifest(drawRecipe(new Random(number), seeds));
        const archive = build(recipe);
        const inspected = await inspect(archive, file);
        counts[typeof inspected === 'string' ? inspected : 'read']++;
        if (typeof inspected !== 'string') batch.push({ number, recipe, archive });
      }
      const installed = bunInstalls(batch.map(({ archive }) => archive));
      for (const [index, { number, recipe, archive }] of batch.entries()) {
        if ((await told(archive, installed[index])) === undefined) continue;
        const smallest = build(
          await shrink(recipe, async (tried) => (await told(tried, bunInstalls([tried])[0])) !== undefined),
        );
        const what = (await told(smallest, bunInstalls([smallest])[0])) ?? 'not again';
        misses.push({ seed: number, what, archive: smallest });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { archives, ...counts, misses };
}
