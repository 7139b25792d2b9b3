import type { FileFacts } from '../../content/facts.ts';
import { createOriginals, type OriginalSource, type Originals } from '../../content/originals.ts';
import { isOwn } from '../../content/text/module-name.ts';
import { counted } from '../../figures.ts';
import { figuresOf } from '../originals.ts';
import type { FileRule } from '../rule.ts';

export const rule: FileRule = {
  id: 'build-metadata/module-name',
  scope: 'file',
  grounds: ['traces', 'modules'],
  title: 'Names of original files in a bundle',
  description:
    'Bundlers can put the path of each original file beside its code: in comments of esbuild, Bun and webpack, `#region` comments of Rolldown, names by which webpack, Metro and AMD define modules, lists of imports of browserify and Parcel, `sourceURL` in eval, `__file` of Vue components. Together they tell how the source tree is laid out. Files of other packages do not count. What modules of browserify, Parcel and AMD import each other by stays in every build of theirs, and is only noted.',
  help: 'Build the release in production mode. In webpack set `devtool: false` and `output.pathinfo: false`, and leave `optimization.moduleIds` as production mode has it; bundle React Native with `--dev false`; in esbuild, tsup, Bun, Rolldown and tsdown turn on `minify`, which drops the comments; with browserify run bundle-collapser or `--plugin tinyify`; in Vue set NODE_ENV to production.',
  cwe: [540, 200],
  levels: { closed: 'warning', open: 'off' },
  variants: { imports: { closed: 'note', open: 'off' } },
  *inspect(file) {
    const named = namedIn(file);
    // A map in the file tells the same and more.
    if (named === undefined || named.firstParty === 0 || file.maps.length > 0) return;
    const own = named.sources.filter(({ firstParty }) => firstParty);
    yield {
      path: file.path,
      message: `This file names ${counted(named.firstParty, 'original file')} beside the code that was built from ${named.firstParty === 1 ? 'it' : 'them'}, such as ${own[0]!.path}.`,
      ...(byImports(file, own) && { variant: 'imports' }),
      exposes: { kind: 'originals', originals: [named] },
      evidence: figuresOf([named]),
    };
  },
};

/** Whether nothing but what modules import each other by names the publisher's own files. */
function byImports({ traces }: FileFacts, own: readonly OriginalSource[]): boolean {
  const imports = new Set(traces?.onlyImports ? traces.modules?.sources.map(({ path }) => path) : []);
  const bare = own.filter(({ path }) => !ENDING.test(path));
  return bare.length * 2 >= own.length || own.every(({ path }) => imports.has(path) || !ENDING.test(path));
}

/** AMD calls modules by their paths without an ending, and loads them by these: only texts and styles among them have one. */
const ENDING = /\.\w+$/;

/**
 * The modules that marks of bundlers name. A comment that is nothing but a path counts where another module is
 * named: one alone is what an author wrote over a file. In code that is readable anyway such comments are told with
 * it.
 */
function namedIn({ path, traces, text }: FileFacts): Originals | undefined {
  const script = text?.script;
  if (script === undefined || script.codeBytes - script.denseBytes >= LAID_OUT) return traces?.modules;
  const { modules, denseModules = [] } = script;
  if (modules.length + denseModules.length < 2) return traces?.modules;
  const named = new Set(modules.flatMap(({ name }) => name || []));
  // One alone was bundled by the makers of a library, who called it so.
  if ([...named, ...denseModules].filter(isOwn).length > 1) for (const name of denseModules) named.add(name);
  // Alone in a folder are modules of small projects, and files that an author speaks of.
  if (named.size < 2 || ![...named].some((name) => /[\\/]/.test(name))) return traces?.modules;
  const all = createOriginals();
  for (const { path: known } of traces?.modules?.sources ?? []) all.add(known);
  for (const name of named) if (!path.endsWith(name.replace(/^\.?\//, ''))) all.add(name);
  return all.count() === 0 ? undefined : all.end();
}

/** Bytes of code with its white space that are readable code, which is a finding of its own with these names in it. */
const LAID_OUT = 300;
