import { setFlagsFromString } from 'node:v8';

/**
 * Flags by release of Node.js; a release that does not know one would complain on standard error.
 *
 * `semi-space-growth-factor` keeps the part of the heap that takes new objects as small as it begins. V8 doubles
 * it, up to 16 MiB twice over, while much is made and dropped, as for each of many files: that takes 15 to 50 MB
 * and saves no time here (1 GB: 78 MB in place of 100 at the same 3.0 s).
 *
 * `heap-growing-percent` has the part for what has lived for a while grow to two and a half times what it holds,
 * and not to four times, before V8 looks through it: 2,277 readable files with a thousand maps take 85 MB in place
 * of 98, in 2 % more instructions.
 *
 * `no-incremental-marking` has V8 mark what lives in one go. In small steps, and on another thread beside, it costs more: up to 2 %
 * of the instructions, and on Node 24 up to 30 MB. Nobody waits for an answer in between.
 *
 * The others have the compiler do less: a run lasts a second, and V8 by default spends 15 to 30 % of its CPU time
 * on optimising what then hardly runs. Functions have to run four times as long first, and take in less of what they
 * call (73 MB with a map 9 %, 23 MB of readable code 12 %, a thousand maps 32 % less; 40,000 small files 7 %
 * more).
 */
const BASE =
  '--semi-space-growth-factor=1 --heap-growing-percent=150 --no-incremental-marking --max-inlined-bytecode-size-cumulative=120';
const FLAGS: Readonly<Record<string, string>> = {
  20: `${BASE} --interrupt-budget=300000`,
  22: BASE,
  24: BASE,
};

let isTuned = false;

/**
 * Tunes the engine for one run over many bytes. Without it all is the same, in more memory and time. Called again
 * it does nothing.
 */
export function tuneEngine(): void {
  if (isTuned) return;
  isTuned = true;
  const flags = FLAGS[Number.parseInt(process.versions.node, 10)];
  if (flags !== undefined) setFlagsFromString(flags);
}

let isForMany = false;

/**
 * Has the compiler optimise earlier what runs again and again: from thousands of files on, each pays for what was
 * left as it was. It takes 3 % of the instructions of 40,000 small files away, and 5 % of 43,000 icon modules and
 * their declarations. Called again it does nothing.
 */
export function tuneForMany(): void {
  if (isForMany) return;
  isForMany = true;
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=25000');
}

let isHeldSmall = false;

/**
 * Has the part of the heap for what lives long grow to 1.4 times what it holds, and no more, before V8 looks
 * through it: for packages of which very much is kept, where the room for what is garbage would be the larger part.
 * It takes a quarter of the memory of 100,000 maps away, in 3 % more instructions. Called again it does nothing.
 */
export function holdHeapSmall(): void {
  if (isHeldSmall) return;
  isHeldSmall = true;
  if (FLAGS[Number.parseInt(process.versions.node, 10)] !== undefined)
    setFlagsFromString('--heap-growing-percent=40');
}
