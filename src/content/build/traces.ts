import { createOriginals, type Originals } from '../originals.ts';
import type { Reader } from '../reader.ts';
import { createLiteralSearch } from '../scanner/literals.ts';
import { MACHINE_BEFORE, MACHINE_BEHIND, MACHINE_LITERALS, readMachinePath } from './machine-path.ts';

/** What a build leaves in its output in passing. */
export interface BuildTraces {
  /** Absolute paths of the machine that built it; absent where there is none. */
  readonly machine?: {
    readonly count: number;
    /** The first one, as `readMachinePath` tells it. */
    readonly example: string;
    /** The checkouts and folders they lie in: sorted, at most `MAX_ROOTS`. */
    readonly roots: readonly string[];
  };
  /** Original files that banners name which a bundler puts before a module; absent where there is none. */
  readonly modules?: Originals;
  /** Original files whose code was changed to count what tests run of it; absent where there is none. */
  readonly instrumented?: Originals;
  /** Ids that tie the file to its map in an error tracker, in file order. */
  readonly debugIds: readonly string[];
}

const MAX_ROOTS = 5;
const MAX_DEBUG_IDS = 100;
/** Places that are looked at more closely in one file, so that a file of nothing else takes no more than seconds. */
const MAX_HITS = 200_000;

/** Literals of banners, each with what follows it: the path is the first group. */
const BANNERS: readonly (readonly [literal: string, pattern: RegExp])[] = [
  // Rolldown: //#region src/a.ts
  [
    '#region',
    /^#region[ \t]+([^\s"'`\\]{1,300}\.(?:[cm]?[jt]sx?|vue|svelte|astro|json|s?css|less))(?:\?\S{0,100})?\s*?(?:[\r\n]|\\n|$)/,
  ],
  // webpack, in eval: //# sourceURL=webpack-internal:///./src/a.ts
  ['RL=webp', /^RL=(webpack(?:-internal)?:\/\/[^\s"'`\\?]{1,300})/],
  // webpack: !*** ./src/a.ts ***!
  ['!*** .', /^!\*\*\* (\.[^\s"'`\\*?]{1,300})[^\n*]{0,100} \*\*\*!/],
  // Vue: ["__file","src/a.vue"]
  ['__file', /^__file["'`]?\s{0,2}[,:=]\s{0,2}["'`]([^\s"'`\\]{1,300}\.vue)["'`]/],
];
/** Production builds name modules by number, and tell with how many others one was joined. */
const NUMBERED = /^webpack[^:]*:\/\/[^/]*\/\d+$/;
const JOINED = /_\+_\d+_modules$/;
const DEBUG_ID = 'bugId=';
/** Of `statementMap`, with which Istanbul's object of a file goes on behind its path; as a whole it would be a slow search. */
const STATEMENTS = 'Map';
const BEFORE_STATEMENTS =
  /path["']?\s{0,9}:\s{0,9}(["'`])((?:[^"'`\\\n]|\\.){1,300})\1\s{0,99},\s{0,99}(?:["']?all["']?\s{0,9}:\s{0,9}[^,]{2,5},\s{0,99})?["']?statement$/;
const BEHIND_STATEMENTS =
  /^Map["']?\s{0,9}:\s{0,9}\{\s{0,99}(?:\}|["']?0["']?\s{0,9}:\s{0,9}\{\s{0,99}["']?start\b)/;

const LITERALS = [...MACHINE_LITERALS, ...BANNERS.map(([literal]) => literal), DEBUG_ID, STATEMENTS];
const BANNERS_FROM = MACHINE_LITERALS.length;
const BEFORE = 480;

/**
 * Finds in any bytes, at the speed of a few native searches, what names the place a build ran at and the files it built from.
 *
 * @param binary whether the bytes are no text
 */
export function createTraceReader(binary: boolean): Reader<BuildTraces | undefined> {
  const modules = createOriginals();
  const instrumented = createOriginals();
  const roots = new Set<string>();
  const debugIds: string[] = [];
  let example: string | undefined;
  let count = 0;
  let hits = 0;

  function onHit(literal: number, bytes: Buffer, at: number): void {
    if (LITERALS[literal] === STATEMENTS) return onStatements(bytes, at);
    if (++hits > MAX_HITS) return;
    const before = bytes.toString('utf8', Math.max(0, at - MACHINE_BEFORE), at);
    const text = before + bytes.toString('utf8', at, at + MACHINE_BEHIND);
    if (literal >= BANNERS_FROM) return onMark(literal - BANNERS_FROM, text, before.length);
    const found = readMachinePath(text, before.length, binary);
    if (found === undefined) return;
    count++;
    example ??= found.path;
    if (roots.size < MAX_ROOTS) roots.add(found.root);
  }

  function onStatements(bytes: Buffer, at: number): void {
    if (bytes[at - 1] !== 116 || bytes[at - 9] !== 115 || ++hits > MAX_HITS) return;
    if (!BEHIND_STATEMENTS.test(bytes.toString('utf8', at, at + MACHINE_BEHIND))) return;
    const [, , path] = BEFORE_STATEMENTS.exec(bytes.toString('utf8', Math.max(0, at - BEFORE), at)) ?? [];
    if (path !== undefined) instrumented.add(path);
  }

  function onMark(banner: number, text: string, at: number): void {
    const [, pattern] = BANNERS[banner] ?? [];
    if (pattern !== undefined) {
      const [, path] = pattern.exec(text.slice(at)) ?? [];
      if (path !== undefined && !NUMBERED.test(path)) modules.add(path.replace(JOINED, ''));
      return;
    }
    const [, id] = /^bugId=([0-9A-Fa-f-]{16,64})(?![\w-])/.exec(text.slice(at)) ?? [];
    if (id !== undefined && /\/\/[#@] ?de$/.test(text.slice(0, at)) && debugIds.length < MAX_DEBUG_IDS)
      debugIds.push(id);
  }

  const search = createLiteralSearch({
    literals: LITERALS,
    before: BEFORE,
    behind: MACHINE_BEHIND,
    onHit,
  });
  return {
    push: search.push,
    end() {
      search.end();
      const counted = modules.count + instrumented.count + debugIds.length;
      if (example === undefined && counted === 0) return undefined;
      return {
        ...(example !== undefined && { machine: { count, example, roots: [...roots].sort() } }),
        ...(modules.count > 0 && { modules: modules.end() }),
        ...(instrumented.count > 0 && { instrumented: instrumented.end() }),
        debugIds,
      };
    },
  };
}
