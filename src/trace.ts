import { basename, dirname, join, relative, resolve } from 'node:path';
import { carrierOf } from './content/inner-path.ts';
import type { Package } from './content/package.ts';
import { isAboutFile, isRemovable } from './rules/about.ts';
import { amended } from './rules/finding.ts';
import type { Finding } from './rules/rule.ts';
import { pathBelow } from './target/below.ts';
import { type Asked, findOption } from './target/build-config.ts';
import { readSmallText } from './target/disk.ts';
import { type Members, type ProjectFolder, projectOf } from './target/home.ts';
import type { Inclusion } from './target/inclusion.ts';
import { jsonLines } from './target/json-lines.ts';
import type { Place } from './target/packlist/words.ts';
import type { Source } from './target/source.ts';
import { whyIncluded } from './target/why.ts';
import type { FolderWhy } from './target/why-folder.ts';

/** Findings with the lines of the project that they go back to, and where in the working folder the package is made. */
export interface Traced {
  readonly findings: readonly Finding[];
  readonly home?: Place;
}

/** Where a package comes from. */
interface Origin {
  readonly source: Source;
  /** What is known of the folder that was packed. */
  readonly why: FolderWhy | undefined;
  readonly cwd: string;
  /** Of the workspace in the working folder. */
  readonly members: Members;
}

/**
 * Of a folder that was packed: which line of the project asked a tool for what was found. Findings of anything else
 * stay as they are.
 */
export async function traceTools(
  findings: readonly Finding[],
  source: Source,
  cwd: string,
): Promise<readonly Finding[]> {
  const project = packedProject(source, cwd);
  return project === undefined ? findings : withOption(findings, project, cwd);
}

/**
 * Which line let each file in: of a folder by its package manager's rules, of a tarball by the manifest in it.
 * Where the project of a tarball is at hand, its lines are told, also those that asked a tool for what was found.
 */
export async function trace(
  findings: readonly Finding[],
  pkg: Package,
  { source, why, cwd, members }: Origin,
): Promise<Traced> {
  const packed = packedProject(source, cwd);
  const project = packed ?? (await projectAtHand(pkg, findings, cwd, members));
  const placeIn = await placesIn(project, pkg, cwd);
  const asked = packed || !project ? findings : await withOption(findings, project, cwd);
  const home = placeIn(['files']);
  return {
    findings:
      why === undefined
        ? withCauses(asked, pkg, placeIn)
        : asked.map((finding) => withFolderCause(finding, pkg, why, cwd)),
    ...(home && { home }),
  };
}

/** What asks a tool for it, and what the finding is then about. */
const ASKED_FOR: readonly (readonly [rule: RegExp, asked: Asked])[] = [
  [/^source-map\/(?:file|inline)$/, 'maps'],
  [/^unminified\/(?:script|style)$/, 'readable'],
  [/^build-metadata\/(?:bundle-stats|build-info|coverage|cache)$/, 'record'],
];

/**
 * Where the project is at hand, says which line of its own asked the tool for a map, for readable code, or for a
 * record of the build.
 */
async function withOption(
  findings: readonly Finding[],
  project: Project,
  cwd: string,
): Promise<readonly Finding[]> {
  const options = new Map<string, Place | undefined>();
  const asked: Finding[] = [];
  for (const finding of findings) {
    const what = ASKED_FOR.find(([rule]) => rule.test(finding.rule))?.[1];
    const { generator, record, tool } = finding.evidence ?? {};
    const writer = what === 'record' ? (record ?? tool) : generator;
    const key = `${what} ${String(writer)}`;
    if (what !== undefined && !options.has(key)) {
      const by = typeof writer === 'string' ? writer : undefined;
      const option = await findOption(what, project.folder, by, cwd);
      const file = option && pathBelow(cwd, resolve(project.seen, relative(project.folder, option.file)));
      options.set(key, option && file !== undefined ? { file, line: option.line } : undefined);
    }
    const fixAt = what && options.get(key);
    if (fixAt === undefined) asked.push(finding);
    else if (!project.isPacked) asked.push(amended(finding, { fixAt }));
    else {
      const place = `${fixAt.file}:${fixAt.line}`;
      const help = finding.help !== undefined && { help: `${finding.help} See ${place}.` };
      asked.push(amended(finding, { fixAt, ...help, evidence: { askedBy: place } }));
    }
  }
  return asked;
}

/** Where in the working folder a package is made. */
interface Project extends ProjectFolder {
  /** Whether it was packed; else it only has the name of the package, and may be in another state. */
  readonly isPacked: boolean;
}

function packedProject({ packed, target }: Source, cwd: string): Project | undefined {
  if (packed === undefined) return undefined;
  return { folder: packed.folder, seen: folderOf(target, cwd), isPacked: true };
}

/** What stands before a file of a folder that was packed, seen from the working folder: `packages/cli/`. */
export function seenFrom(cwd: string, target: string): string {
  const below = pathBelow(cwd, folderOf(target, cwd));
  return below === undefined || below === '' ? '' : `${below}/`;
}

/** The folder that a target stands for: a package.json stands for the one it lies in. */
function folderOf(target: string, cwd: string): string {
  const path = resolve(cwd, target);
  return basename(path) === 'package.json' ? dirname(path) : path;
}

/** Where a tarball is made, looked for only where something was found in it. */
async function projectAtHand(
  { target, manifest }: Package,
  findings: readonly Finding[],
  cwd: string,
  members: Members,
): Promise<Project | undefined> {
  if (findings.length === 0 || manifest.format !== undefined) return undefined;
  const found = await projectOf(target, manifest.name, cwd, members);
  return found && { ...found, isPacked: false };
}

/**
 * Where leaving a file out is a fix, says what let it in and which line keeps it out; where the project is at hand,
 * that line of it.
 */
export function withCauses(
  findings: readonly Finding[],
  { manifest, files }: Package,
  placeIn?: PlaceIn,
): readonly Finding[] {
  const tell = createTold();
  return findings.map((finding) => {
    // No line of a config names what is inside an archive: the archive is what was let in.
    const carrier = carrierOf(finding.path, files);
    const why = isRemovable(finding) ? whyIncluded(manifest, carrier) : undefined;
    if (why === undefined) return finding;
    const place = why.at && placeIn?.(why.at);
    return amended(finding, tell(why, placed(finding, place)));
  });
}

type Told = Pick<Finding, 'keepOut' | 'fixAt' | 'alsoAt' | 'evidence'>;

const MOST_BEFORE = 8;

/** Says the same of many files by one object, as one line of a manifest lets in nearly all of them. */
function createTold(): (why: Inclusion, at: Pick<Finding, 'fixAt' | 'alsoAt'>) => Told {
  let before: readonly Told[] = [];
  return ({ cause, fix }, at) => {
    const known = before.find(
      ({ keepOut, evidence, fixAt, alsoAt }) =>
        keepOut === fix &&
        evidence?.includedBy === cause &&
        isSame(fixAt, at.fixAt) &&
        isSame(alsoAt, at.alsoAt),
    );
    if (known !== undefined) return known;
    const more = { keepOut: fix, ...at, evidence: { includedBy: cause } };
    before = [more, ...before].slice(0, MOST_BEFORE);
    return more;
  };
}

function isSame(one: Place | undefined, other: Place | undefined): boolean {
  return one === other || (one?.file === other?.file && one?.line === other?.line);
}

/** The line of a value in the package.json of the checkout, where it says there what it says in the package. */
type PlaceIn = (path: readonly (string | number)[]) => Place | undefined;

async function placesIn(project: Project | undefined, { manifest }: Package, cwd: string): Promise<PlaceIn> {
  const file = project && pathBelow(cwd, join(project.seen, 'package.json'));
  const text =
    file === undefined ? undefined : await readSmallText(cwd, file, MAX_MANIFEST).catch(() => undefined);
  if (file === undefined || text === undefined) return () => undefined;
  const lines = jsonLines(text);
  const listed = entriesIn(text);
  return (path) => {
    const [key, index] = path;
    const isOther = key === 'files' && typeof index === 'number' && listed[index] !== manifest.files?.[index];
    return { file, line: lines(isOther ? ['files'] : path) };
  };
}

function entriesIn(text: string): readonly unknown[] {
  try {
    const { files } = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(files) ? files : [];
  } catch {
    return [];
  }
}

/** Larger manifests are not read: this only finds a line to point at. In bytes. */
const MAX_MANIFEST = 1024 * 1024;

/** Beside every finding about a file of a folder, what let the file in and where in the working folder that is said. */
function withFolderCause(finding: Finding, { files, target }: Package, why: FolderWhy, cwd: string): Finding {
  if (!isAboutFile(finding)) return finding;
  const carrier = carrierOf(finding.path, files);
  const included = files.has(carrier) ? why.included(carrier, true) : undefined;
  if (included === undefined) return finding;
  const file = included.place && pathBelow(cwd, resolve(folderOf(target, cwd), included.place.file));
  const place = file === undefined ? undefined : { file, line: included.place?.line ?? 1 };
  const evidence = {
    includedBy: included.cause,
    ...(place && { fixAt: `${place.file}:${place.line}` }),
  };
  const keepOut = isRemovable(finding) ? { keepOut: included.fix } : {};
  return amended(finding, { ...keepOut, ...placed(finding, place), evidence });
}

/** The line that lets a file in is where to mend it, unless a tool's config is known to ask for it. */
function placed({ fixAt }: Finding, place: Place | undefined): Pick<Finding, 'fixAt' | 'alsoAt'> {
  if (place === undefined) return {};
  return fixAt === undefined ? { fixAt: place } : { alsoAt: place };
}
