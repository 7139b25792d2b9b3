import { withoutLoaders } from '../map/origin.ts';
import { createOriginals, type Originals, type OriginalsList } from '../originals.ts';
import { findLeads, isMark, type LeadReader, type Leads, type Mark } from '../scanner/leads.ts';
import { createMarkSearch } from '../scanner/mark-search.ts';
import { createBundleNameReader, mayNameModules } from './bundle-names.ts';
import { MACHINE_BEFORE, MACHINE_BEHIND, readMachinePath } from './machine-path.ts';

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
  /** Set where they are known by what modules import each other by alone, which no option leaves out. */
  readonly onlyImports?: true;
  /** Original files whose code was changed to count what tests run of it; absent where there is none. */
  readonly instrumented?: Originals;
  /** Ids that tie the file to its map in an error tracker, in file order. */
  readonly debugIds: readonly string[];
  /** There were more places than are looked at. */
  readonly more?: true;
}

const MAX_ROOTS = 5;
const MAX_DEBUG_IDS = 100;
/** Places that are looked at more closely in one file, so that a file of nothing else takes no more than seconds. */
const MAX_HITS = 1_000_000;

/** What follows the mark of a banner: the path is the first group. */
const BANNERS: Partial<Readonly<Record<Mark, RegExp>>> = {
  // Rolldown: //#region src/a.ts
  '#region':
    /^#region[ \t]+([^\s"'`\\]{1,300}\.(?:[cm]?[jt]sx?|vue|svelte|astro|json|s?css|less))(?:\?\S{0,100})?\s*?(?:[\r\n]|\\n|$)/,
  // webpack, in eval: //# sourceURL=webpack-internal:///./src/a.ts
  'RL=webp': /^RL=(webpack(?:-internal)?:\/\/[^\s"'`\\]{1,300})(?=[\s"'`\\]|$)/,
  // webpack: !*** ./src/a.ts ***!
  '!*** .': /^!\*\*\* (\.[^\s"'`\\*]{1,300})(?: [^\n*]{1,100})? \*\*\*!/,
  // Vue: ["__file","src/a.vue"]
  __file: /^__file["'`]?\s{0,2}[,:=]\s{0,2}["'`]([^\s"'`\\]{1,300}\.vue)["'`]/,
};
/** Production builds name modules by number, and tell with how many others one was joined. Declarations are meant to be read. */
const NAMELESS = /^webpack[^:]*:\/\/[^/]*\/\d*$|\.d\.[cm]?ts$/;
const JOINED = /_\+_\d+_modules$/;

/** Without the loaders that webpack names with a file, and what they are asked. */
function withoutReaders(path: string): string {
  const from = path.includes('://') ? path.indexOf('/', path.indexOf('://') + 3) + 1 : 0;
  const file = withoutLoaders(path.slice(from));
  const asked = file.indexOf('?');
  return path.slice(0, from) + (asked === -1 ? file : file.slice(0, asked));
}

/** `statementMap`, with which Istanbul's object of a file goes on behind its path. */
const BEFORE_STATEMENTS =
  /path["']?\s{0,9}:\s{0,9}(["'`])((?:[^"'`\\\n]|\\.){1,300})\1\s{0,99},\s{0,99}(?:["']?all["']?\s{0,9}:\s{0,9}[^,]{2,5},\s{0,99})?["']?statement$/;
const BEHIND_STATEMENTS =
  /^Map["']?\s{0,9}:\s{0,9}\{\s{0,99}(?:\}|["']?0["']?\s{0,9}:\s{0,9}\{\s{0,99}["']?start\b)/;
/** Bytes of `statement`. */
const STATEMENT = 9;
const LETTER_S = 115;
const BEFORE = 480;

const DEBUG_ID = /^# debugId=([0-9A-Fa-f-]{16,64})(?![\w-])/;

/**
 * Finds in any bytes, in one look at each, what names the place a build ran at and the files it built from.
 *
 * @param path of a text; undefined where the bytes are none
 */
export function createTraceReader(path: string | undefined): LeadReader<BuildTraces | undefined> {
  let reader: LeadReader<BuildTraces | undefined> | undefined;
  return {
    push(view, whole, leads = findLeads(view)) {
      // Most files are small and hold nothing of it.
      if (whole && reader === undefined && !mayHoldTraces(path, view, leads)) return;
      reader ??= createReader(path);
      reader.push(view, whole, leads);
    },
    end: () => reader?.end(),
  };
}

/** Whether a file of these bytes, as a whole, may hold traces. */
export function mayHoldTraces(path: string | undefined, bytes: Buffer, { count, kinds }: Leads): boolean {
  for (let i = 0; i < count; i++) if (isMark(kinds[i]!)) return true;
  return path !== undefined && mayNameModules(path, bytes);
}

function createReader(path: string | undefined): LeadReader<BuildTraces | undefined> {
  const binary = path === undefined;
  let modules: OriginalsList | undefined;
  let instrumented: OriginalsList | undefined;
  const roots = new Set<string>();
  const debugIds: string[] = [];
  let example: string | undefined;
  let onlyImports = true;
  let count = 0;
  let hits = 0;

  function onMark(mark: Mark, bytes: Buffer, at: number): void {
    if (mark === 'Map') return onStatements(bytes, at);
    if (++hits > MAX_HITS) return;
    const before = bytes.toString('utf8', Math.max(0, at - MACHINE_BEFORE), at);
    const behind = bytes.toString('utf8', at, at + MACHINE_BEHIND);
    const banner = BANNERS[mark];
    if (banner !== undefined) onBanner(banner.exec(behind)?.[1]);
    else if (mark === '# debugId=') onDebugId(before, behind);
    else onPath(before + behind, before.length);
  }

  function onPath(text: string, at: number): void {
    const found = readMachinePath(text, at, binary);
    if (found === undefined) return;
    count++;
    example ??= found.path;
    if (roots.size < MAX_ROOTS) roots.add(found.root);
  }

  function onBanner(path: string | undefined): void {
    if (path === undefined || NAMELESS.test(path)) return;
    onlyImports = false;
    addModule(path.startsWith('webpack') || path.startsWith('.') ? withoutReaders(path) : path);
  }

  function addModule(path: string): void {
    modules ??= createOriginals();
    modules.add(path.replace(JOINED, ''));
  }

  function onDebugId(before: string, behind: string): void {
    const [, id] = DEBUG_ID.exec(behind) ?? [];
    if (id !== undefined && before.endsWith('//') && debugIds.length < MAX_DEBUG_IDS) debugIds.push(id);
  }

  function onStatements(bytes: Buffer, at: number): void {
    if (bytes[at - STATEMENT] !== LETTER_S || ++hits > MAX_HITS) return;
    if (!BEHIND_STATEMENTS.test(bytes.toString('utf8', at, at + MACHINE_BEHIND))) return;
    const [, , path] = BEFORE_STATEMENTS.exec(bytes.toString('utf8', Math.max(0, at - BEFORE), at)) ?? [];
    if (path === undefined) return;
    instrumented ??= createOriginals();
    instrumented.add(path);
  }

  const search = createMarkSearch({ before: BEFORE, behind: MACHINE_BEHIND, onMark });
  const names = path === undefined ? undefined : createBundleNameReader(path, onBanner, addModule);
  return {
    push(view, whole, leads) {
      search.push(view, whole, leads);
      names?.push(view, whole);
    },
    end() {
      search.end();
      names?.end();
      const more = hits > MAX_HITS;
      if (count === 0 && debugIds.length === 0 && !modules && !instrumented && !more) return undefined;
      return {
        ...(example !== undefined && { machine: { count, example, roots: [...roots].sort() } }),
        ...(modules && { modules: modules.end() }),
        ...(modules && onlyImports && { onlyImports: true as const }),
        ...(instrumented && { instrumented: instrumented.end() }),
        debugIds,
        ...(more && { more }),
      };
    },
  };
}
