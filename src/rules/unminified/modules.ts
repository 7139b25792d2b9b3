import { isOwn, packageIn } from '../../content/text/module-name.ts';
import type { ModulePart } from '../../content/text/modules.ts';
import type { ScriptFacts } from '../../content/text/script-lexer.ts';
import { count, counted } from '../../figures.ts';

/** Whose code a readable part is, as far as the bundler's marks tell. */
export interface Names {
  /** Modules of the publisher's own, and of packages that may be: largest first. */
  readonly own: readonly string[];
  /** Public libraries, by name, sorted. */
  readonly libraries: readonly string[];
  /** Code bytes of the libraries. */
  readonly libraryBytes: number;
  /** Laid-out code bytes of the publisher's own modules, and of what follows a module and is none. */
  readonly ownBytes: number;
  readonly looseBytes: number;
  /** `src/engine.ts and 3 more modules`; empty where the bundler left no names. */
  readonly text: string;
}

/** Laid-out code up to which a part that is not a library's is what bundlers put round one: helpers and loaders. */
const GLUE = 2500;
/** The same for what follows a module: exports. */
const LOOSE = 500;
/** The same for modules of the publisher's own: one that only passes a library on. */
const OWN = 100;

const NO_NAMES: Names = { own: [], libraries: [], libraryBytes: 0, ownBytes: 0, looseBytes: 0, text: '' };

/** The modules in a part of a file, or in all of it. */
export function namesOf(
  modules: readonly ModulePart[],
  within?: { readonly startLine: number; readonly endLine: number },
): Names {
  if (modules.length === 0) return NO_NAMES;
  const own = new Map<string, number>();
  const libraries = new Set<string>();
  let libraryBytes = 0;
  let ownBytes = 0;
  let looseBytes = 0;
  for (const { name, startLine, endLine, codeBytes } of modules) {
    if (within !== undefined && (startLine > within.endLine || endLine < within.startLine)) continue;
    const library = name === undefined ? undefined : publicLibrary(name);
    if (library !== undefined) {
      libraries.add(library);
      libraryBytes += codeBytes;
    } else if (name === undefined) looseBytes += codeBytes;
    else if (isOwn(name) || packageIn(name) !== undefined) {
      ownBytes += codeBytes;
      own.set(name, (own.get(name) ?? 0) + codeBytes);
    }
  }
  const named = [...own].sort(([, a], [, b]) => b - a).map(([name]) => name);
  return {
    own: named,
    libraries: [...libraries].sort(),
    libraryBytes,
    ownBytes,
    looseBytes,
    text: said(named, libraries),
  };
}

/**
 * The public package that a path under `node_modules` belongs to. A name without a scope is public on npm, where
 * private packages must have a scope; one with a scope may be a company's own, so it is not taken for public.
 */
export function publicLibrary(path: string): string | undefined {
  const name = packageIn(path);
  return name === undefined || name.startsWith('@') ? undefined : name;
}

/** Whether code of this size is a library's, but for what bundlers put round it. */
export function isPublic({ libraryBytes, ownBytes, looseBytes }: Names, codeBytes: number): boolean {
  return libraryBytes > 0 && ownBytes < OWN && looseBytes < LOOSE && codeBytes - libraryBytes < GLUE;
}

/** The evidence of a whole file: whose code it is, by the bundler's marks and by licence banners. */
export function ownershipEvidence(script: ScriptFacts): Readonly<Record<string, number | readonly string[]>> {
  const { own, libraries, libraryBytes } = namesOf(script.modules);
  const laidOut = Math.max(1, script.codeBytes - script.denseBytes);
  return {
    ...(own.length > 0 && { modules: own.slice(0, 20) }),
    ...(libraries.length > 0 && {
      libraries: libraries.slice(0, 20),
      ownPercent: Math.max(0, 100 - Math.round((100 * libraryBytes) / laidOut)),
    }),
    ...(script.banners.length > 0 && { banners: script.banners }),
  };
}

function said(own: readonly string[], libraries: ReadonlySet<string>): string {
  const [first] = own;
  const packages = [...libraries].sort();
  const others = packages.length === 0 ? '' : libraryNames(packages);
  if (first === undefined) return others;
  const more = own.length > 1 ? ` and ${counted(own.length - 1, 'more module')}` : '';
  return `${first}${more}${others === '' ? '' : `, beside ${others}`}`;
}

/** `the library react`, `the libraries react, scheduler and 2 more`. */
function libraryNames(packages: readonly string[]): string {
  if (packages.length === 1) return `the library ${packages[0]}`;
  const shown = packages.length > 3 ? packages.slice(0, 2) : packages.slice(0, -1);
  const last = packages.length > 3 ? `${count(packages.length - 2)} more` : packages.at(-1);
  return `the libraries ${shown.join(', ')} and ${last}`;
}
