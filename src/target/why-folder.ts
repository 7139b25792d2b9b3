import type { Inclusion } from './inclusion.ts';
import { jsonLines } from './json-lines.ts';
import type { Manager } from './manager.ts';
import { type Edit, edited } from './packlist/edit.ts';
import { fixesFor } from './packlist/fix.ts';
import { modelOf } from './packlist/model.ts';
import { readPackFolder } from './packlist/read.ts';
import type { Decision, PackFolder, PackRule } from './packlist/rules.ts';
import {
  absenceOf,
  causeOf,
  firstSteps,
  fixSentence,
  placeOf,
  remedyOf,
  type Told,
} from './packlist/words.ts';

/**
 * Decisions about single files that trying out changes may cost: some 50 microseconds each. After them a change is
 * told untried.
 */
const MAX_DECISIONS = 20_000;

/** Tells of a folder that was packed why files are in the package, or are not. */
export interface FolderWhy {
  /**
   * Undefined where the manager's rules, as packgate knows them, do not let the file in: then a script or a setting did.
   *
   * @param path in the package
   * @param wide whether the fix may take out all files of this kind, where they never belong in a package; else it
   *   is for this one
   */
  included(path: string, wide: boolean): Inclusion | undefined;
  /** Why a file of the folder is not in the package; undefined where packgate does not know a rule that keeps it out. */
  absent(path: string): string | undefined;
  /** Whether the folder holds the file. */
  has(path: string): boolean;
  /**
   * The path in the package of a file of the project's folder: without the folder that `publishConfig.directory` names.
   */
  inPackage(path: string): string;
}

/**
 * Reads a folder after it was packed. What a script took away after packing is known from the package.
 *
 * @param packed names of the files in the package
 * @param seen what stands before a file of the project where packgate runs, as `packages/cli/`
 * @returns undefined where its package.json cannot be read
 */
export async function whyInFolder(
  project: string,
  manager: Manager,
  packed: Iterable<string>,
  seen = '',
): Promise<FolderWhy | undefined> {
  const read = await readPackFolder(project, manager);
  if (read === undefined) return undefined;
  const inPackage = new Set(packed);
  const own = [...inPackage].filter((path) => !path.startsWith('node_modules/'));
  const folder: PackFolder = { ...read, files: new Set([...read.files, ...own]) };
  const model = modelOf(manager, folder);
  const told: Told = {
    manager: `${manager.name} ${manager.version}`,
    folder,
    file: (path) => read.prefix + path,
    called: (path) => seen + read.prefix + path,
    line: jsonLines(read.text),
  };
  const decisions = new Map<string, Decision>();
  const decide = (path: string): Decision => {
    const known = decisions.get(path) ?? model.decide(path);
    decisions.set(path, known);
    return known;
  };

  let steps: ReadonlyMap<string, string> | undefined;
  const leading = () => {
    steps ??= firstSteps(told);
    return steps;
  };

  let budget = MAX_DECISIONS;
  const outcomes = new Map<string, Outcome>();
  /** What a change would do to the package; undefined once trying has cost enough. */
  const tried = (edit: Edit): Outcome | undefined => {
    const key = JSON.stringify(edit);
    const known = outcomes.get(key);
    if (known !== undefined) return known;
    if (budget < folder.files.size) return undefined;
    budget -= folder.files.size;
    const changed = edited(folder, edit);
    const was = (path: string) => folder.files.has(path) && decide(path).packed;
    const outcome = outcomeOf(modelOf(manager, changed), changed.files, was, inPackage);
    outcomes.set(key, outcome);
    return outcome;
  };

  /**
   * Where a change would not take the file out: the rule that would let it in all the same, as a manager that packs
   * README in any case.
   */
  const strongest = (path: string, by: PackRule, candidates: readonly Edit[]): PackRule => {
    const [first] = candidates;
    if (first === undefined || budget < folder.files.size) return by;
    budget -= folder.files.size;
    const after = modelOf(manager, edited(folder, first)).decide(path);
    return after.packed && ALWAYS.has(after.by.kind) ? after.by : by;
  };

  return {
    has: (path) => folder.files.has(path),
    inPackage: (path) => (path.startsWith(read.prefix) ? path.slice(read.prefix.length) : path),
    absent: (path) => {
      const decision = path.startsWith('node_modules/')
        ? ({ packed: false, by: { kind: 'builtin', pattern: 'node_modules' } } as const)
        : decide(path);
      return decision.packed ? undefined : absenceOf(decision.by, told);
    },
    included: (path, wide) => {
      const decision: Decision = path.startsWith('node_modules/')
        ? { packed: true, by: { kind: 'bundled' } }
        : decide(path);
      if (!decision.packed) return undefined;
      const candidates = fixesFor(path, decision, folder, manager, wide);
      const edit = candidates.find((candidate) => {
        const outcome = tried(candidate);
        return outcome === undefined || isRight(outcome, path, wide);
      });
      const first = edit === undefined ? undefined : leading().get(path);
      const by = edit === undefined ? strongest(path, decision.by, candidates) : decision.by;
      return {
        cause: causeOf(path, by, told),
        fix:
          edit === undefined
            ? remedyOf(by, told)
            : `${first === undefined ? '' : `${first}, then `}${fixSentence(edit, told)}`,
        place: placeOf(by, edit, told),
        ...(edit !== undefined && { edit }),
      };
    },
  };
}

/** What no line keeps out. */
const ALWAYS: ReadonlySet<PackRule['kind']> = new Set(['manifest', 'note', 'field'] as const);

interface Outcome {
  readonly removed: ReadonlySet<string>;
  readonly added: boolean;
}

function outcomeOf(
  after: { decide(path: string): Decision },
  files: ReadonlySet<string>,
  before: (path: string) => boolean,
  inPackage: ReadonlySet<string>,
): Outcome {
  const removed = new Set<string>();
  for (const path of files) {
    const was = before(path);
    const is = after.decide(path).packed;
    if (!was && is) return { removed, added: true };
    if (was && !is && inPackage.has(path)) removed.add(path);
  }
  return { removed, added: false };
}

/** The file goes, nothing comes, and what goes with it is of its kind, if that is allowed at all. */
function isRight({ removed, added }: Outcome, path: string, wide: boolean): boolean {
  if (added || !removed.has(path)) return false;
  return wide ? [...removed].every((other) => endingOf(other) === endingOf(path)) : removed.size === 1;
}

function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? path;
}
