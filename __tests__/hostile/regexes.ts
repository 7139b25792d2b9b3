// npm run regexes: judges the regular expressions of the sources that regexes.json does not list, adds those that take linear time, and
// tells the others, each with a text that shows it. They are to be written in another way; or, where their input is short, or the
// judge is wrong, put under `bounded` with the reason.
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

/** How long one may be thought about, in milliseconds. Generous: what it comes to must not depend on how busy the machine is. */
const PATIENCE = 300_000;

/** What is wrong with an expression that may take more than linear time. */
export interface Superlinear {
  readonly why: string;
  /** Makes a text that shows it, where one was found. */
  readonly attack?: string;
}

/** Whether an expression may take more than linear time; undefined where it cannot. Takes up to a minute or so. */
export function superlinear(regex: string): Superlinear | undefined {
  const { checkSync } = createRequire(join(install('regexes'), 'none.js'))('recheck/lib/browser.js');
  const [, pattern, flags] = /^\/(.*)\/([a-z]*)$/s.exec(regex) ?? [];
  // It does not know the flag that asks for indices, which changes nothing of how an expression matches.
  const judged = checkSync(pattern, flags?.replace('d', ''), { timeout: PATIENCE });
  if (judged.status === 'safe') return undefined;
  if (judged.status !== 'vulnerable') return { why: `not judged: ${judged.error?.kind}` };
  return { why: judged.complexity.summary, attack: judged.attack.pattern };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { linear, bounded } = readKnown();
  const regexes = await regexesOf('src');
  const kept = Object.entries(bounded).filter(([regex]) => regexes.has(regex));
  const known = new Set(linear);
  const checked = linear.filter((regex) => regexes.has(regex));
  // Written after each: whoever ends this early keeps what was found.
  const write = () => {
    const list: Known = { linear: checked.sort(), bounded: Object.fromEntries(kept.sort()) };
    writeFileSync(LIST, `${JSON.stringify(list, null, 2)}\n`);
  };
  write();
  for (const [regex, files] of regexes) {
    if (regex in bounded || known.has(regex)) continue;
    const found = superlinear(regex);
    if (found === undefined) {
      checked.push(regex);
      write();
    } else {
      console.error(`${files.join(', ')}: ${regex}\n  ${found.why}: ${found.attack ?? ''}`);
      process.exitCode = 1;
    }
  }
}
