// What a check of a plain tarball does not need: in the bundles these files stand as text, which is compiled when one of their
// functions is called for the first time. In the sources they are imported like any other.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { tsImport } from 'tsx/esm/api';
import { cut, cutFiles } from './split.mjs';

/**
 * Files that export functions and classes alone (and plain numbers and texts), called seldom. All that only they import is late as
 * well.
 */
const LATE = [
  // Archives and executables inside a package, or in place of a tarball.
  'src/archive/asar.ts',
  'src/archive/crx.ts',
  'src/archive/tar-meta.ts',
  'src/archive/zip-directory.ts',
  'src/archive/zip.ts',
  'src/content/binary/code-runs.ts',
  'src/content/binary/pdb.ts',
  'src/content/binary/read.ts',
  'src/content/base64-reader.ts',
  'src/content/binary-content.ts',
  'src/content/binary/streams.ts',
  'src/content/containers/inside.ts',
  'src/content/binary/wide-text.ts',
  'src/content/parted-file.ts',
  'src/content/ram-bundle.ts',
  'src/content/same-looking.ts',
  'src/content/unpack.ts',
  // Where there is a pattern: minimatch.
  'src/glob.ts',
  'src/minimatch.ts',
  'src/paths.ts',
  // For engines without WebAssembly.
  'src/content/scanner/plain-literals.ts',
  'src/content/scanner/plain-strings.ts',
  'src/content/text/script-plain.ts',
  // Languages that few packages hold.
  'src/content/text/markup.ts',
  'src/content/text/source-names.ts',
  'src/content/text/sources.ts',
  'src/content/text/style.ts',
  // Files that are sensitive by what they hold, once their name or first bytes made them suspicious.
  'src/content/sensitive/credentials.ts',
  'src/content/sensitive/database.ts',
  'src/content/sensitive/folders.ts',
  'src/content/sensitive/git.ts',
  'src/content/sensitive/keystore.ts',
  'src/content/sensitive/kubernetes.ts',
  'src/content/sensitive/logins.ts',
  'src/content/sensitive/named.ts',
  'src/content/sensitive/opaque.ts',
  'src/content/sensitive/told.ts',
  'src/content/sensitive/workplace.ts',
  'src/content/sensitive/weights/core-ml.ts',
  'src/content/sensitive/weights/flatbuffer.ts',
  'src/content/sensitive/weights/flax.ts',
  'src/content/sensitive/weights/gguf.ts',
  'src/content/sensitive/weights/hdf5.ts',
  'src/content/sensitive/weights/numpy.ts',
  'src/content/sensitive/weights/onnx.ts',
  'src/content/sensitive/weights/pickle.ts',
  'src/content/sensitive/weights/safetensors.ts',
  'src/content/sensitive/weights/tensor-bundle.ts',
  'src/content/sensitive/weights/trees.ts',
  // What a literal has to lead to.
  'src/content/build/json-record.ts',
  'src/content/build/machine-path.ts',
  'src/content/build/report-page.ts',
  'src/content/map/data-url.ts',
  'src/content/map/map-object.ts',
  'src/content/map/script-object.ts',
  'src/content/map/storage.ts',
  'src/content/map/tally.ts',
  'src/content/map/unescape.ts',
  'src/content/text/flow.ts',
  'src/content/text/helpers.ts',
  'src/content/secret/wanted-literals.ts',
  // Targets other than a tarball.
  'src/target/build-config.ts',
  'src/target/disk.ts',
  'src/target/folder.ts',
  'src/target/glob.ts',
  'src/target/keep.ts',
  'src/target/project.ts',
  'src/target/parts.ts',
  'src/target/registry.ts',
  'src/target/why-folder.ts',
  'src/target/why.ts',
  'src/target/workspace.ts',
  // The release before.
  'src/baseline.ts',
  'src/proof/outline.ts',
  // One report of several, and what only findings need.
  'src/commands/print-config.ts',
  'src/report/checkout.ts',
  'src/report/earlier.ts',
  'src/report/file.ts',
  'src/report/json.ts',
  'src/report/markdown.ts',
  'src/report/sarif.ts',
  'src/report/text.ts',
  'src/trace.ts',
  'src/rules/allowlist/nearest.ts',
  'src/rules/debug-info/words.ts',
  'src/rules/originals.ts',
  'src/rules/source-map/stop.ts',
  'src/rules/source-map/words.ts',
];

/**
 * Late files, whole or their late halves, that are asked for together: they are compiled in one go, as each alone takes about as long as a
 * thousand characters more.
 */
const TOGETHER = [
  // Where a report is printed for people.
  ['src/report/text.ts'],
  // Where a file needs more than a glance.
  [
    'src/content/base64.ts',
    'src/content/base64-head.ts',
    'src/content/base64-reader.ts',
    'src/content/build/bundle-names.ts',
    'src/content/build/script-record.ts',
    'src/content/build/text-record.ts',
    'src/content/build/traces.ts',
    'src/content/joined-streams.ts',
    'src/content/joined-zip.ts',
    'src/content/content-facts.ts',
    'src/content/look.ts',
    'src/content/map/data-url.ts',
    'src/content/map/inline.ts',
    'src/content/map/json.ts',
    'src/content/scanner/mark-search.ts',
    'src/content/scanner/simd-pass.ts',
    'src/content/secret/candidates.ts',
    'src/content/text-content.ts',
    'src/content/text/text.ts',
  ],
  // Where a name is none that nearly all files have.
  ['src/content/sensitive/named.ts'],
  // What that asks for its own tables.
  ['src/content/sensitive/credentials.ts', 'src/content/sensitive/kubernetes.ts'],
  // Where a JSON file may be a record of a build.
  [
    'src/content/build/build-info.ts',
    'src/content/build/coverage.ts',
    'src/content/build/frames.ts',
    'src/content/build/json-record.ts',
    'src/content/build/manifest.ts',
    'src/content/build/reports.ts',
    'src/content/build/rsdoctor.ts',
    'src/content/build/stats.ts',
    'src/content/map/join.ts',
    'src/content/originals.ts',
  ],
  // Where maps are found.
  [
    'src/content/build/machine-path.ts',
    'src/content/map/map-object.ts',
    'src/content/map/script-object.ts',
    'src/content/map/places.ts',
    'src/content/map/reader.ts',
    'src/content/map/tally.ts',
    'src/content/map/unescape.ts',
    'src/content/map/whole-map.ts',
    'src/content/map/writer.ts',
    'src/content/scanner/simd-strings.ts',
    'src/content/text/map-comment.ts',
    'src/rules/build-metadata/machine-path.ts',
    'src/rules/originals.ts',
    'src/rules/source-map/embedded.ts',
    'src/rules/source-map/file.ts',
    'src/rules/source-map/inline.ts',
    'src/rules/source-map/reference.ts',
    'src/rules/source-map/remote-source.ts',
    'src/rules/source-map/stop.ts',
    'src/rules/source-map/words.ts',
  ],
  // Where they or readable code are found.
  [
    'src/anchors.ts',
    'src/content/exposure.ts',
    'src/content/inner-path.ts',
    'src/content/map/origin.ts',
    'src/content/text/module-name.ts',
    'src/content/text/shim.ts',
    'src/paths.ts',
    'src/policy/decision.ts',
    'src/report/causes.ts',
    'src/report/sentences.ts',
    'src/rules/finding.ts',
    'src/rules/inspect.ts',
    'src/rules/unminified/causes.ts',
    'src/rules/unminified/classes.ts',
    'src/rules/unminified/coverage-page.ts',
    'src/rules/unminified/evidence.ts',
    'src/rules/unminified/modules.ts',
    'src/rules/unminified/readable.ts',
    'src/rules/unminified/script.ts',
    'src/target/below.ts',
    'src/target/disk.ts',
    'src/target/exclusion.ts',
    'src/target/home.ts',
    'src/target/manager.ts',
    'src/target/project.ts',
    'src/target/why.ts',
    'src/target/workspace.ts',
    'src/trace.ts',
  ],
];

/**
 * Modules of Node's own that a plain check can do without, of which nothing but functions is imported. Node 20 compiles each of them when it
 * is first asked for, with all that it needs itself: that takes up to two milliseconds.
 */
const LATE_MODULES = ['node:child_process', 'node:fs/promises', 'node:stream/promises', 'node:v8'];

/**
 * Packages that others import and hardly ever call, and what these import of them: undici is larger than all of packgate, and comes with
 * `@actions/core`, which calls it for tokens that nobody asks for here.
 */
const LATE_PACKAGES = new Map([['undici', ['ProxyAgent', 'fetch']]]);

/** Rules that any check asks, or whose files others import more from. All others are late: a check asks those alone that have grounds to speak. */
const EARLY_RULES = ['allowlist/missing', 'allowlist/unused', 'build-metadata/cache'];

/** What of the sources stands in the bundles as what it comes to: it would take long to make it at every start. */
// By runs alone: what zlib otherwise finds depends on how it was built and on the machine.
const RUNS = { strategy: constants.Z_RLE };
const { secretTables } = await tsImport('../src/content/secret/tables.ts', import.meta.url);
const MADE = new Map([
  [
    resolve('src/content/secret/tables.ts'),
    `import { inflateRawSync } from 'node:zlib';
export const secretTables=()=>inflateRawSync(Buffer.from("${deflateRawSync(secretTables(), RUNS).toString('base64')}","base64"));`,
  ],
]);

const { RULES } = await tsImport('../src/rules/index.ts', import.meta.url);
const lateRules = new Map(
  RULES.filter(({ id }) => !EARLY_RULES.includes(id)).map((rule) => [`src/rules/${rule.id}.ts`, rule]),
);

const sources = readdirSync('src', { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'));

const partOf = (file) => `late-${file.replace(/^src\/|\.ts$/g, '').replaceAll('/', '-')}`;

const wholes = [...LATE, ...lateRules.keys()];
const byPath = new Map(wholes.map((file) => [resolve(file), file]));

/** Files of which a half is late, and both halves. */
const halves = new Map();
for (const file of cutFiles) {
  const both = byPath.has(resolve(file)) ? undefined : cut(file);
  if (both !== undefined) halves.set(resolve(file), { file, ...both });
}

/** Entry points of their own for esbuild, by name. */
export const lateEntries = Object.fromEntries([
  ...wholes.map((file) => [partOf(file), file]),
  ...[...halves.values()].map(({ file }) => [partOf(file), `cold:${file}`]),
  ...[...LATE_PACKAGES.keys()].map((name) => [`late-${name}`, `package:${name}`]),
]);

/** Parts that are asked for together, by name. */
export const together = TOGETHER.map((files) =>
  files.map((file) => {
    if (lateEntries[partOf(file)] === undefined)
      throw new Error(`${file}: a plain check calls all of it, so that no part of it comes late`);
    return `./${partOf(file)}.js`;
  }),
);

/** What stands for a function of the other half until it is called for the first time, and then is that function. */
function halfStandIns(file, functions) {
  return functions
    .map(({ name, exported }) => {
      const half = `require("./${partOf(file)}.js")`;
      return `${exported ? 'export ' : ''}var ${name}=(...given)=>(${name}=${half}.${name})(...given);`;
    })
    .join('\n');
}

/** What stands for such a file where it is imported: functions of the same names that load it first. */
function standIn(file) {
  if (lateRules.has(file)) return ruleStandIn(file);
  const lines = [`let part;const late=()=>part??=require("./${partOf(file)}.js");`];
  for (const [line] of readFileSync(file, 'utf8').matchAll(/^export (?!type |interface ).*/gm)) {
    const [, kind, name] = /^export (?:async )?(function|class)\*? (\w+)/.exec(line) ?? [];
    const [, constant, value] = /^export const (\w+) = ([\d_]+|'[^']*');/.exec(line) ?? [];
    if (kind === 'function') {
      // What was called once is called straight away from then on.
      lines.push(`export var ${name}=(...given)=>(${name}=late().${name})(...given);`);
    } else if (kind === 'class') {
      lines.push(
        `export function ${name}(...given){const made=late().${name};return new.target?new made(...given):made(...given)}`,
      );
    } else if (constant !== undefined) lines.push(`export const ${constant}=${value};`);
    else throw new Error(`${file} cannot be loaded late, as it exports more than functions: ${line}`);
  }
  return lines.join('\n');
}

/** What stands for a rule: what says when to ask it, and what weighs its findings. The rest, its words included, loads it. */
function ruleStandIn(file) {
  const index = [...lateRules.keys()].indexOf(file);
  return `import { lateRule } from 'late-rule';
export const rule=lateRule(${index},()=>require("./${partOf(file)}.js").rule);`;
}

/** As text, since to make fifty objects by code takes V8 a millisecond and a half. */
const PLAIN_RULES = [...lateRules.values()].map(
  ({ id, scope, grounds, cwe, levels, variants, removable, settle }) => {
    return { id, scope, grounds, cwe, levels, variants, removable, settles: settle !== undefined };
  },
);
const LATE_RULE = `const all=JSON.parse(${JSON.stringify(JSON.stringify(PLAIN_RULES))});
class LateRule{
constructor({settles,...plain},late){
Object.assign(this,plain);
this.late=late;
if(settles)this.settle=(pkg)=>late().settle(pkg)
}
get title(){return this.late().title}
get description(){return this.late().description}
get help(){return this.late().help}
inspect(facts){return this.late().inspect(facts)}
}
export function lateRule(index,late){return new LateRule(all[index],late)}`;

/** The same for a module of Node's: for what the sources import of it, as each release of Node has more. */
function moduleStandIn(name) {
  const imports = new RegExp(`^import \\{([^}]*)\\} from '${name}';`, 'gm');
  const names = sources.flatMap((text) => [...text.matchAll(imports)].flatMap(([, list]) => list.split(',')));
  const words = names.map((one) => one.trim()).filter((one) => one !== '' && !one.startsWith('type '));
  return [...new Set(words)]
    .sort()
    .map(
      (word) =>
        `export function ${word}(...given){return require(${JSON.stringify(name)}).${word}(...given)}`,
    )
    .join('\n');
}

/** The same for a package: functions that load it, also for what is called with `new`. */
function packageStandIn(name) {
  const part = `require("./late-${name}.js")`;
  return LATE_PACKAGES.get(name)
    .map(
      (word) =>
        `export function ${word}(...given){return new.target?new(${part}.${word})(...given):${part}.${word}(...given)}`,
    )
    .join('\n');
}

/** Puts the stand-ins into what esbuild bundles. */
export const late = {
  name: 'late',
  setup(build) {
    build.onResolve({ filter: /^\.\/late-/ }, ({ path }) => ({ path, external: true }));
    build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir, kind }) => {
      const file = byPath.get(resolve(resolveDir, path));
      return file !== undefined && kind === 'import-statement'
        ? { path: file, namespace: 'late' }
        : undefined;
    });
    build.onResolve({ filter: /^node:/ }, ({ path, resolveDir, kind }) =>
      LATE_MODULES.includes(path) && resolveDir.startsWith(resolve('src')) && kind === 'import-statement'
        ? { path, namespace: 'late-module' }
        : undefined,
    );
    build.onResolve({ filter: /^(?:package:)?[\w-]+$/ }, ({ path, namespace }) => {
      const name = path.replace('package:', '');
      if (!LATE_PACKAGES.has(name) || namespace === 'package') return undefined;
      return { path: name, namespace: path === name ? 'late-package' : 'package' };
    });
    build.onLoad({ filter: /^/, namespace: 'package' }, ({ path }) => ({
      contents: `export{${LATE_PACKAGES.get(path)}}from${JSON.stringify(path)};`,
      resolveDir: '.',
    }));
    build.onLoad({ filter: /^/, namespace: 'late-package' }, ({ path }) => ({
      contents: packageStandIn(path),
      loader: 'js',
    }));
    build.onLoad({ filter: /^/, namespace: 'late-module' }, ({ path }) => ({
      contents: moduleStandIn(path),
      loader: 'js',
    }));
    build.onResolve({ filter: /^cold:/ }, ({ path }) => ({
      path: resolve(path.slice(5)),
      namespace: 'cold',
    }));
    build.onLoad({ filter: /\.ts$/, namespace: 'cold' }, ({ path }) => ({
      contents: halves.get(path).cold(`./${basename(path)}`),
      loader: 'ts',
      resolveDir: dirname(path),
    }));
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (MADE.has(path)) return { contents: MADE.get(path), loader: 'js' };
      const both = halves.get(path);
      return both && { contents: both.hot((functions) => halfStandIns(both.file, functions)), loader: 'ts' };
    });
    build.onResolve({ filter: /^late-rule$/ }, ({ path }) => ({ path, namespace: 'late-rule' }));
    build.onLoad({ filter: /^/, namespace: 'late-rule' }, () => ({ contents: LATE_RULE, loader: 'js' }));
    build.onLoad({ filter: /^/, namespace: 'late' }, ({ path }) => ({
      contents: standIn(path),
      loader: 'js',
    }));
  },
};
