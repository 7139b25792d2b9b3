import { lookInside } from '../content/inside.ts';
import { Random } from '../replicas/random.ts';
import type { ArchiveClient } from './archive-clients.ts';
import type { ArchiveKind } from './archive-recipes.ts';
import type { Campaign } from './campaign.ts';

/** What packgate made of an archive in a package: path and sha256 of each file it looked at, or that it said something. */
type Looked = 'flagged' | ReadonlySet<string>;

function look(path: string, archive: Buffer): Looked {
  const { facts, odd, unread } = lookInside(path, archive);
  if (odd.length > 0 || unread !== undefined) return 'flagged';
  if (facts.some(({ uninspected }) => uninspected !== undefined)) return 'flagged';
  return new Set(
    facts.flatMap((file) => [key(file.path.slice(path.length + 2), file.sha256!), key('', file.sha256!)]),
  );
}

/** Names as any reader means them. Nothing says which letters bytes beyond ASCII are, so those names count by what they hold. */
function key(name: string, sha256: string): string {
  const plain = /^[\x20-\x7e]*$/.test(name);
  const tidy = name.split(/[/\\]/).filter((part) => !['', '.', '..'].includes(part));
  return plain ? `${tidy.join('/')} ${sha256}` : ` ${sha256}`;
}

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** What one of the clients unpacks and packgate has neither looked at nor spoken of; undefined where there is no such thing. */
export async function missed(
  path: string,
  archive: Buffer,
  clients: readonly ArchiveClient[],
  counts?: { unpacked: number },
): Promise<string | undefined> {
  const looked = look(path, archive);
  if (looked === 'flagged') return undefined;
  for (const client of clients) {
    for (const [name, sha256] of await client.unpack(archive)) {
      if (counts !== undefined) counts.unpacked++;
      // A folder is an empty file for who goes by the name alone.
      if (sha256 === EMPTY && /[/\\]$|^[._]*$/.test(name)) continue;
      if (!looked.has(key(name, sha256))) return `${client.name} unpacks ${JSON.stringify(name)} (${sha256})`;
    }
  }
  return undefined;
}

/**
 * Draws archives from `seed` on, one for each number, and compares what packgate looks at in them with what clients unpack.
 *
 * @param enough tells after each archive whether to stop
 */
export async function archiveCampaign<Recipe>(
  { path, draw, build, smaller }: ArchiveKind<Recipe>,
  seed: number,
  clients: readonly ArchiveClient[],
  enough: (archives: number, misses: number) => boolean,
): Promise<Campaign & { readonly unpacked: number }> {
  const counts = { refused: 0, flagged: 0, read: 0 };
  const told = { unpacked: 0 };
  const misses: { seed: number; what: string; archive: Buffer }[] = [];
  let archives = 0;
  while (!enough(archives, misses.length)) {
    const number = seed + archives++;
    let recipe = draw(new Random(number));
    const archive = build(recipe);
    counts[look(path, archive) === 'flagged' ? 'flagged' : 'read']++;
    if ((await missed(path, archive, clients, told)) === undefined) continue;
    for (let found = true; found; ) {
      found = false;
      for (const one of smaller(recipe)) {
        if ((await missed(path, build(one), clients)) === undefined) continue;
        recipe = one;
        found = true;
        break;
      }
    }
    const smallest = build(recipe);
    misses.push({
      seed: number,
      what: (await missed(path, smallest, clients)) ?? 'not again',
      archive: smallest,
    });
  }
  return { archives, ...counts, ...told, misses };
}
