import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { changeList, type ListChange } from './allowlist/list.ts';
import { type Budget, createBudget } from './archive/budget.ts';
import { notInspected } from './check.ts';
import { CannotEdit } from './config/ranges.ts';
import type { Config } from './config/settings.ts';
import { type ConfigText, parseFound, readConfig, readingLimits } from './config.ts';
import type { AllowPattern } from './content/package.ts';
import { PackgateError } from './errors.ts';
import { decide } from './examine.ts';
import { type Looked, lookInto } from './inspection.ts';
import { createMatcher } from './paths.ts';
import type { GateRun } from './policy/gate-run.ts';
import type { PolicyOptions } from './policy/policy.ts';
import type { NotInspected } from './policy/verdict.ts';
import { missingEntry } from './rules/allowlist/always.ts';
import type { Preset } from './rules/rule.ts';
import type { OpenTarget } from './target/open.ts';
import type { Source } from './target/source.ts';
import { readWorkspace, workspaceAround } from './target/workspace.ts';
import { configOptions, findTargets } from './targets.ts';
import type { World } from './world.ts';

/** What the user asked for. */
export interface InitOptions {
  /** As typed. */
  readonly targets: readonly string[];
  /** Config file to write or to bring up to date; found or made where it is not named. */
  readonly config?: string;
  readonly preset?: Preset;
  readonly ignoreScripts: boolean;
}

/** What became of the list of one package. */
export interface ListedPackage extends Pick<ListChange, 'unused' | 'leaking'> {
  readonly name: string;
  /** The list as it is now, and the number of files that each pattern matches. */
  readonly patterns: readonly { readonly pattern: string; readonly files: number; readonly isNew: boolean }[];
  /** Patterns that were there and are not any more. */
  readonly removed: readonly string[];
  /** What `main` or `bin` names and the package does not hold. */
  readonly missing?: string;
}

/** What `init` would write, and what it saw. */
export interface InitResult {
  /** Judged by the config as it would be. `error` where a package could not be read: then there is nothing to write. */
  readonly run: GateRun;
  readonly file: ConfigPlace;
  /** Undefined where a package could not be read. */
  readonly text?: string;
  readonly packages: readonly ListedPackage[];
}

export interface ConfigPlace {
  /** As messages call it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** What is there now, undefined where nothing is. */
  readonly text?: string;
}

/**
 * Packs and reads the targets as a check does, and makes of what they hold the allowlist that matches just that.
 * Files in which something was found that stops a release are on no list until that is dealt with or waived. Writes
 * nothing.
 *
 * @throws PackgateError `config`, `usage` or `target`
 */
export async function init(options: InitOptions, world: World): Promise<InitResult> {
  const found = readConfig({
    cwd: world.cwd,
    mayBeNew: true,
    ...(options.config && { file: options.config }),
  });
  const known = configOptions(options, world);
  const config = found === null ? null : await parseFound(found, known);
  const place = found ?? (await newPlace(options, world));
  const { targets, skipped } = await findTargets(options, config, world);
  const looked: Inspected[] = [];
  const failed: NotInspected[] = [];
  const budget = createBudget(readingLimits(config));
  for (const target of targets) {
    const one = await look(target, config, world, budget);
    if ('outcome' in one) failed.push(one);
    else looked.push(one);
  }
  if (failed.length > 0 || looked.length === 0) {
    return { run: { outcome: 'error', packages: failed, failOn: 'error' }, file: place, packages: [] };
  }

  const policy: PolicyOptions = {
    allow: [],
    failOn: 'error',
    ...(options.preset !== undefined && { preset: options.preset }),
  };
  const isMonorepo = looked.length > 1 || (await readWorkspace(place.folder)) !== undefined;
  const lists = await Promise.all(
    looked.map((one) =>
      listFor(withConfig(one, found, place), { found, config, isMonorepo, policy, now: world.now }),
    ),
  );
  refuseTwins(lists);
  const text = await textOf(found, place.name, options.preset, config, lists);
  const after = await parseFound({ ...place, text }, known);
  refuseOddEdit(place.name, lists, after);
  const packages = lists.map((list) => decide(list.looked, after, policy, world.now));
  return {
    run: {
      outcome: packages.some(({ outcome }) => outcome === 'fail') ? 'fail' : 'pass',
      packages,
      failOn: 'error',
      ...(skipped.length > 0 && { skipped }),
    },
    file: place,
    text,
    packages: lists.map((list) => tell(list, after)),
  };
}

/** One package's list and how it changes. */
interface PackageList {
  readonly looked: Looked;
  /** Key under `packages`; undefined for the list that stands for all. */
  readonly section: string | undefined;
  /** Keys that lead to the list. */
  readonly path: readonly string[];
  readonly before: readonly string[];
  readonly change: ListChange;
}

/** `packgate.yml`, at the root of the workspace where there is one, or whatever was named. */
async function newPlace({ config }: InitOptions, { cwd }: World): Promise<Omit<ConfigText, 'text'>> {
  const folder = (await workspaceAround(cwd)) ?? cwd;
  const path = config === undefined ? join(folder, 'packgate.yml') : resolve(cwd, config);
  if (!/\.ya?ml$/.test(path)) {
    throw new PackgateError('usage', `${config}: a new config is written as YAML`, {
      help: 'name a file that ends in .yml',
    });
  }
  const name = config ?? relative(cwd, path).split(sep).join('/');
  return { name, path, folder: config === undefined ? folder : cwd };
}

/** What was read, and the folder it was packed from. */
interface Inspected extends Looked {
  readonly folder?: string;
}

async function look(
  target: OpenTarget,
  config: Config | null,
  world: World,
  budget: Budget,
): Promise<Inspected | NotInspected> {
  let source: Source | undefined;
  try {
    source = await target.open();
    const looked = await lookInto(source, config, world, budget);
    return { ...looked, ...(source.packed && { folder: source.packed.folder }) };
  } catch (error) {
    return await notInspected(error, target.target);
  } finally {
    await source?.close();
  }
}

/**
 * Without `files` in package.json a new config in the package's folder is in the next package, and a list that does
 * not know it would stop the very next check.
 */
function withConfig(
  { folder, ...looked }: Inspected,
  found: ConfigText | null,
  { path }: ConfigPlace,
): Looked {
  const { pkg } = looked;
  const { files: listed, format } = pkg.manifest;
  const isPacked = folder === dirname(path) && listed === undefined && format === undefined;
  if (found !== null || !isPacked) return looked;
  return { ...looked, pkg: { ...pkg, files: new Map([...pkg.files, [basename(path), 0]]) } };
}

/** What the lists of all packages have in common. */
interface ListOptions {
  /** The config as it is written. */
  readonly found: ConfigText | null;
  readonly config: Config | null;
  /** Whether each package has a section of its own. */
  readonly isMonorepo: boolean;
  readonly policy: PolicyOptions;
  readonly now: Date;
}

async function listFor(
  looked: Looked,
  { found, config, isMonorepo, policy, now }: ListOptions,
): Promise<PackageList> {
  const { name } = looked.pkg.manifest;
  const section = isMonorepo || config?.packages.has(name) ? name : undefined;
  if (section === '') {
    throw new PackgateError('usage', `${looked.pkg.target}: has no name to write a section for`, {
      help: 'run init for it alone, with a config of its own: --config <file>',
    });
  }
  const path = [
    ...(found?.root === undefined ? [] : [found.root]),
    ...(section === undefined ? [] : ['packages', section]),
    'allow',
  ];
  const { listAt } = await import('./config/edit-list.ts');
  const list = found === null ? undefined : listAt(found.text, path);
  const shared = section === undefined ? undefined : config?.allow;
  const { findings } = decide(looked, config, policy, now);
  return {
    looked,
    section,
    path,
    before: (list ?? shared ?? []).map(({ pattern }) => pattern),
    change: changeList(looked.pkg, findings, list, shared),
  };
}

function refuseTwins(lists: readonly PackageList[]): void {
  const seen = new Map<string | undefined, Looked>();
  for (const { section, looked } of lists) {
    const twin = seen.get(section);
    if (twin !== undefined) {
      throw new PackgateError(
        'usage',
        `${twin.pkg.target} and ${looked.pkg.target} are both called ${section}`,
        {
          help: 'name one of them: a config has one section for a name',
        },
      );
    }
    seen.set(section, looked);
  }
}

async function textOf(
  found: ConfigText | null,
  name: string,
  preset: Preset | undefined,
  config: Config | null,
  lists: readonly PackageList[],
): Promise<string> {
  if (found === null) {
    const { newConfig } = await import('./config/template.ts');
    return newConfig(preset ?? 'closed', new Map(lists.map(({ section, change }) => [section, change.add])));
  }
  const { editConfig } = await import('./config/edit.ts');
  const root = found.root === undefined ? [] : [found.root];
  const changes = lists
    .filter(({ change }) => change.isNew || change.add.length > 0 || change.remove.length > 0)
    .map(({ path, change: { add, remove } }) => ({ kind: 'list', path, add, remove }) as const);
  const presetChange =
    preset === undefined || config?.preset?.value === preset
      ? []
      : [{ kind: 'set', path: [...root, 'preset'], value: preset } as const];
  const isJson = found.root !== undefined || /\.json$/i.test(name);
  try {
    return editConfig(found.text, [...presetChange, ...changes], isJson);
  } catch (error) {
    if (error instanceof CannotEdit) throw cannotEdit(name, lists);
    throw error;
  }
}

/** An edit that says anything else than was meant is not written. */
function refuseOddEdit(name: string, lists: readonly PackageList[], after: Config): void {
  for (const list of lists) {
    const { before, change } = list;
    const kept = change.isNew ? [] : before.filter((_, index) => !change.remove.includes(index));
    const meant = [...kept, ...change.add.map(({ pattern }) => pattern)].sort();
    const written = allowOf(list, after).map(({ pattern }) => pattern);
    if (written.sort().join('\n') !== meant.join('\n')) throw cannotEdit(name, lists);
  }
}

function cannotEdit(name: string, lists: readonly PackageList[]): PackgateError {
  const patterns = lists.flatMap(({ change }) => change.add.map(({ pattern }) => `\`${pattern}\``));
  const help =
    patterns.length === 0 ? 'take out by hand what matches nothing' : `add by hand: ${patterns.join(', ')}`;
  return new PackgateError('config', `${name}: \`allow\` is written in a way that init does not change`, {
    help,
  });
}

function allowOf({ section }: PackageList, config: Config): readonly AllowPattern[] {
  return (section === undefined ? undefined : config.packages.get(section)?.allow) ?? config.allow ?? [];
}

function tell(list: PackageList, after: Config): ListedPackage {
  const { looked, before, change } = list;
  const patterns = allowOf(list, after).map(({ pattern }) => pattern);
  const matcher = createMatcher(patterns);
  const files = patterns.map(() => 0);
  for (const path of looked.pkg.files.keys()) {
    if (!matcher.matches(path)) continue;
    for (const index of matcher.all(path)) files[index] = files[index]! + 1;
  }
  const added = new Set(change.add.map(({ pattern }) => pattern));
  const missing = missingEntry(looked.pkg.manifest, looked.pkg.files);
  return {
    name: looked.pkg.manifest.name,
    patterns: patterns.map((pattern, index) => ({
      pattern,
      files: files[index]!,
      isNew: added.has(pattern),
    })),
    removed: change.remove.map((index) => before[index]!),
    unused: change.unused,
    leaking: change.leaking,
    ...(missing !== undefined && { missing }),
  };
}
