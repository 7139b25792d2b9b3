// npm run regexes: looks again at every regular expression of the sources and writes regexes.json, so that the tests need not.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { install } from '../tools/install.ts';

const LIST = join(import.meta.dirname, 'regexes.json');

export interface Known {
  /** Expressions that were found to be linear, sorted. */
  readonly linear: readonly string[];
  /** Expressions that are not, and why their input is never long; or that could not be judged, and why they are linear. */
  readonly bounded: Readonly<Record<string, string>>;
}

export function readKnown(): Known {
  return JSON.parse(readFileSync(LIST, 'utf8'));
}

/** Every regular expression of the sources as it is at run time, to the files it stands in. */
export async function regexesOf(root: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const add = (regex: string, file: string) => {
    const files = found.get(regex) ?? [];
    if (!files.includes(file)) found.set(regex, [...files, file]);
  };
  const { parse } = createRequire(join(install('regexes'), 'none.js'))('acorn');
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.replaceAll('\\', '/');
    // Scanners in WebAssembly have none, and their sources are another language.
    if (!/(?<!\.d|\.wasm)\.ts$/.test(file) || file.includes('/assembly/')) continue;
    const { code } = transformSync(readFileSync(join(root, path), 'utf8'), { loader: 'ts' });
    walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
      if (node.type === 'Literal' && node.regex) add(`/${node.regex.pattern}/${node.regex.flags}`, file);
    });
    for (const regex of await builtIn(join(root, path), code)) add(regex, file);
  }
  return found;
}

interface Node {
  readonly type: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) visit(node as Node);
  for (const child of Object.values(node)) walk(child, visit);
}

/** Expressions that a module puts together from text when it is loaded. Faces run at once, and have none. */
async function builtIn(file: string, code: string): Promise<readonly string[]> {
  if (!code.includes('new RegExp(') || /(?:action|cli)\.ts$/.test(file)) return [];
  const built: string[] = [];
  const Own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Own, {
    construct(target, args) {
      const regex = Reflect.construct(target, args) as RegExp;
      built.push(String(regex));
      return regex;
    },
  });
  try {
    await import(`${pathToFileURL(file).href}?fresh`);
  } finally {
    globalThis.RegExp = Own;
  }
  return built;
}

/** Why an expression may take more than linear time; undefined where it cannot. Takes up to some seconds. */
export function superlinear(regex: string): string | undefined {
  const { checkSync } = createRequire(join(install('regexes'), 'none.js'))('recheck/lib/browser.js');
  const [, pattern, flags] = /^\/(.*)\/([a-z]*)$/s.exec(regex) ?? [];
  // It does not know the flag that asks for indices, which changes nothing of how an expression matches.
  const { status, complexity, error } = checkSync(pattern, flags?.replace('d', ''), { timeout: 20_000 });
  if (status === 'safe') return undefined;
  return status === 'vulnerable' ? complexity.summary : `not judged: ${error?.kind}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { linear, bounded } = readKnown();
  const regexes = await regexesOf('src');
  const kept = Object.entries(bounded).filter(([regex]) => regexes.has(regex));
  const checked: string[] = [];
  for (const [regex, files] of regexes) {
    if (regex in bounded) continue;
    const why = linear.includes(regex) ? undefined : superlinear(regex);
    if (why === undefined) checked.push(regex);
    else {
      console.error(`${files.join(', ')}: ${regex} is not linear (${why})`);
      process.exitCode = 1;
    }
  }
  const known: Known = { linear: checked.sort(), bounded: Object.fromEntries(kept.sort()) };
  writeFileSync(LIST, `${JSON.stringify(known, null, 2)}\n`);
}
