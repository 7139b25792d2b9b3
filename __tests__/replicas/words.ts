import type { Random } from './random.ts';

const VERBS =
  'resolve collect normalize schedule compact restore validate render dispatch annotate throttle measure hydrate persist reconcile summarize tokenize stream retry merge audit publish inspect forward sample evict rank decorate parse assemble'.split(
    ' ',
  );
const NOUNS =
  'session transcript workspace permission budget prompt checkpoint channel manifest snapshot conversation toolkit invocation context ledger sandbox policy telemetry credential heartbeat registry pipeline queue fragment cursor viewport quota thread envelope replica'.split(
    ' ',
  );
const QUALITIES =
  'pending stale active remote nested partial trusted deferred primary ambient bounded verified implicit shared cached visible orphaned recursive pinned hidden'.split(
    ' ',
  );
const FILLER =
  'the a when before after because unless every any only still already never always with without into from between and but so that this which it we they'.split(
    ' ',
  );
// Outside ASCII on purpose: lines, characters and UTF-8 bytes of a source must be told apart.
const RARE = ['naïve', 'façade', 'Größe', '→', '…', '日本語', '🚦', '“quoted”'];

export function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

/** `pendingSessionBudget`, `verifiedQuota`: a name of two or three words that starts small. */
export function noun(random: Random): string {
  const tail = random.chance(45) ? capital(random.pick(NOUNS)) : '';
  return `${random.pick(QUALITIES)}${capital(random.pick(NOUNS))}${tail}`;
}

/** `reconcilePendingSession`: a function's name. */
export function verb(random: Random): string {
  return `${random.pick(VERBS)}${capital(noun(random))}`;
}

/** A sentence of about `words` words that looks like a remark of somebody who knows the code. */
export function sentence(random: Random, words: number): string {
  const out: string[] = [];
  for (let index = 0; index < words; index++) {
    const list = index % 3 === 1 ? FILLER : random.chance(40) ? VERBS : random.chance(50) ? NOUNS : QUALITIES;
    out.push(random.below(160) === 0 ? random.pick(RARE) : random.pick(list));
  }
  return `${capital(out.join(' '))}.`;
}
