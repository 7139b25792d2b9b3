import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../replicas/random.ts';
import type { Client } from './clients.ts';
import { inspect, missed } from './differ.ts';
import { drawRecipe, shrink } from './mutate.ts';
import { build, type Part } from './recipe.ts';

/** What a run of random archives came to. */
export interface Campaign {
  readonly archives: number;
  readonly refused: number;
  readonly flagged: number;
  /** Archives that packgate read without a word, and of these how many all clients gave up on. */
  readonly read: number;
  /** Shrunk. */
  readonly misses: readonly { readonly seed: number; readonly what: string; readonly archive: Buffer }[];
}

/**
 * Draws archives from `seed` on, one for each number, and compares packgate with the clients.
 *
 * @param enough tells after each archive whether to stop
 */
export async function campaign(
  seed: number,
  seeds: readonly (readonly Part[])[],
  clients: readonly Client[],
  enough: (archives: number, misses: number) => boolean,
): Promise<Campaign> {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-fuzz-'));
  const file = join(folder, 'drawn.tgz');
  const counts = { refused: 0, flagged: 0, read: 0 };
  const misses: { seed: number; what: string; archive: Buffer }[] = [];
  let archives = 0;
  try {
    while (!enough(archives, misses.length)) {
      const number = seed + archives++;
      const recipe = drawRecipe(new Random(number), seeds);
      const archive = build(recipe);
      const inspected = await inspect(archive, file);
      counts[typeof inspected === 'string' ? inspected : 'read']++;
      if ((await missed(archive, inspected, clients)) === undefined) continue;
      const smallest = build(
        await shrink(recipe, async (tried) => {
          return (await missed(tried, await inspect(tried, file), clients)) !== undefined;
        }),
      );
      const what = (await missed(smallest, await inspect(smallest, file), clients)) ?? 'not again';
      misses.push({ seed: number, what, archive: smallest });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { archives, ...counts, misses };
}
