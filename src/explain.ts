import { relative, resolve, sep } from 'node:path';
import { notInspected } from './check.ts';
import { loadConfig } from './config.ts';
import { carrierOf } from './content/inner-path.ts';
import type { Originals } from './content/originals.ts';
import { PackgateError } from './errors.ts';
import { examine } from './examine.ts';
import { createMatcher } from './paths.ts';
import type { JudgedFinding } from './policy/verdict.ts';
import { calledBy } from './report/called.ts';
import type { Preset } from './rules/rule.ts';
import { nearestWord } from './suggestion.ts';
import { isFolder, isThere, linkIn, packageOf } from './target/home.ts';
import { openTargets } from './target/open.ts';
import { whyIncluded } from './target/why.ts';
import { configOptions, waitsOf } from './targets.ts';
import type { World } from './world.ts';

export interface PathQuestion {
  /** As typed: of the working folder, or as it is in the package. */
  readonly path: string;
  /** What to look in; without it the package that the path lies in, which is packed. */
  readonly target?: string;
  readonly config?: string;
  readonly preset?: Preset;
  readonly ignoreScripts: boolean;
}

/** What packgate knows of one path of a package. */
export interface PathAnswer {
  /** As in the package. */
  readonly path: string;
  /** Name and version of the package, or what was looked in. */
  readonly package: string;
  /** What packed it, `npm 11.0.0`, where packgate did. */
  readonly packedBy?: string;
  /** The file of the package that it lies in, where it is no file of the package itself. */
  readonly carrier?: string;
  /** Of that file, in bytes; absent where it is not in the package. */
  readonly size?: number;
  /** Why it is in, or why it is not, in one line; absent where no rule that packgate knows says so. */
  readonly why?: string;
  /** The change that takes it out, in one line. */
  readonly fix?: string;
  /** Whether the folder that was packed holds it. */
  readonly inFolder: boolean;
  /** A path of the package that may have been meant. */
  readonly near?: string;
  /** The `allow` pattern that decides on it, and where it stands. */
  readonly allow?: { readonly pattern: string; readonly from: string };
  readonly findings: readonly JudgedFinding[];
  /** Why (a part of) it was not read. */
  readonly uninspected?: string;
  /** What it tells of original files. */
  readonly originals: readonly Originals[];
}

/**
 * Opens what the path lies in as `check` would, and tells of that one path why it is in the package or not, and
 * what the rules say.
 *
 * @throws PackgateError as `check`, and `usage` for a folder
 */
export async function explainPath(question: PathQuestion, world: World): Promise<PathAnswer> {
  const { path, config: file, preset, ignoreScripts } = question;
  const config = await loadConfig(configOptions({ ...(file !== undefined && { config: file }) }, world));
  const lookedIn = question.target ?? (await packageOf(path, world.cwd));
  if (question.target === undefined && !(await isThere(resolve(world.cwd, lookedIn, 'package.json')))) {
    const what = (await isThere(resolve(world.cwd, path)))
      ? 'in no package that packgate could pack'
      : 'no rule, and no file of a package';
    throw new PackgateError('usage', `${path}: ${what}`, {
      help: 'write packgate explain <path> <tarball or folder>, the path as it is in there; packgate explain lists the rules',
    });
  }
  const [target, another] = await openTargets([lookedIn], {
    ...world,
    ignoreScripts,
    waits: waitsOf(config),
  });
  if (target === undefined || another !== undefined) {
    throw new PackgateError('usage', `${lookedIn} is not one package`, {
      help: 'name one tarball or folder',
    });
  }
  const source = await target.open();
  try {
    const options = { allow: [], failOn: 'error', ...(preset && { preset }) } as const;
    const { verdict, pkg, why, redact } = await examine(source, config, options, world, {
      every: true,
    }).catch(async (error) => {
      // It is called what a check calls it.
      const { message, help } = (await notInspected(error, lookedIn)).error;
      throw new PackgateError((error as PackgateError).code, message, {
        ...(help && { help }),
        cause: error,
      });
    });
    const typed = toPosix(
      question.target === undefined ? relative(resolve(world.cwd, lookedIn), resolve(world.cwd, path)) : path,
    );
    // A name with a credential in it is known without that.
    const inside = pkg.files.has(redact(typed))
      ? redact(typed)
      : pkg.files.has(typed)
        ? typed
        : (why?.inPackage(typed) ?? typed);
    const isOf = (other: string) => other === inside || other.startsWith(`${inside}!/`);
    // What lies in an archive is known by what is found in it.
    const isKnown = pkg.files.has(inside) || verdict.findings.some(({ path }) => isOf(path));
    const carrier = isKnown ? carrierOf(inside, pkg.files) : inside;
    const size = pkg.files.get(carrier);
    const answer = {
      path: inside,
      package: calledBy(verdict.package),
      ...(source.packed && { packedBy: `${source.packed.manager} ${source.packed.version}` }),
      inFolder: why?.has(inside) ?? false,
      originals: [],
      findings: [],
    };
    if (size === undefined) {
      if (await isFolder(resolve(world.cwd, lookedIn, typed))) {
        throw new PackgateError('usage', `${typed} is a folder`, { help: 'name a file in it' });
      }
      const folder = source.packed?.folder;
      const link = folder === undefined ? undefined : await linkIn(typed, folder);
      const absence =
        (answer.inFolder ? why?.absent(inside) : undefined) ??
        (link && `${link} is a symbolic link, which ${answer.packedBy} did not pack`);
      const near = answer.inFolder ? undefined : nearestWord(inside, pkg.files.keys());
      return {
        ...answer,
        ...(absence !== undefined && { why: absence }),
        ...(near !== undefined && { near }),
      };
    }
    const included = why === undefined ? whyIncluded(pkg.manifest, carrier) : why.included(carrier, false);
    const allow =
      pkg.allow === null
        ? undefined
        : pkg.allow[createMatcher(pkg.allow.map(({ pattern }) => pattern)).deciding(carrier)];
    const findings = verdict.findings.filter((finding) => isOf(finding.path));
    const unread = verdict.uninspected.find((item) => isOf(item.path));
    return {
      ...answer,
      size,
      ...(carrier !== inside && { carrier }),
      ...(included && { why: included.cause, fix: included.fix }),
      ...(allow && { allow: { pattern: allow.pattern, from: allow.from } }),
      findings,
      ...(unread && { uninspected: unread.reason }),
      originals: findings.flatMap(({ exposes }) => (exposes?.kind === 'originals' ? exposes.originals : [])),
    };
  } finally {
    await source.close();
  }
}

function toPosix(path: string): string {
  return path
    .split(sep)
    .join('/')
    .replace(/^(?:\.\/+)+/, '');
}
