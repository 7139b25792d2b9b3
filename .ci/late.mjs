// What a check of a plain tarball does not need: in the bundles these files stand as text, which is compiled when one of their
// functions is called for the first time. In the sources they are imported like any other.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

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
  'src/content/binary/pdb.ts',
  'src/content/binary/read.ts',
  'src/content/base64-reader.ts',
  'src/content/binary/streams.ts',
  'src/content/binary/wide-text.ts',
  'src/content/ram-bundle.ts',
  'src/content/unpack.ts',
  // Where there is a pattern: minimatch.
  'src/glob.ts',
  'src/paths.ts',
  // For engines without WebAssembly.
  'src/content/scanner/plain-literals.ts',
  'src/content/scanner/plain-strings.ts',
  'src/content/text/script-plain.ts',
  // Languages that few packages hold.
  'src/content/text/markup.ts',
  'src/content/text/sources.ts',
  'src/content/text/style.ts',
  // Files that are sensitive by what they hold, once their name or first bytes made them suspicious.
  'src/content/sensitive/database.ts',
  'src/content/sensitive/git.ts',
  'src/content/sensitive/keystore.ts',
  'src/content/sensitive/opaque.ts',
  'src/content/sensitive/weights/gguf.ts',
  'src/content/sensitive/weights/hdf5.ts',
  'src/content/sensitive/weights/onnx.ts',
  'src/content/sensitive/weights/pickle.ts',
  'src/content/sensitive/weights/safetensors.ts',
  // What a literal has to lead to.
  'src/content/build/machine-path.ts',
  'src/content/build/report-page.ts',
  'src/content/map/object.ts',
  'src/content/map/unescape.ts',
  'src/content/text/flow.ts',
  'src/content/text/helpers.ts',
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

const partOf = (file) => `late-${file.replace(/^src\/|\.ts$/g, '').replaceAll('/', '-')}`;

/** Entry points of their own for esbuild, by name. */
export const lateEntries = Object.fromEntries(LATE.map((file) => [partOf(file), file]));

const byPath = new Map(LATE.map((file) => [resolve(file), file]));

/** What stands for such a file where it is imported: functions of the same names that load it first. */
function standIn(file) {
  const lines = [`let part;const late=()=>part??=require("./${partOf(file)}.js");`];
  for (const [line] of readFileSync(file, 'utf8').matchAll(/^export (?!type |interface ).*/gm)) {
    const [, name] = /^export (?:async )?(?:function\*?|class) (\w+)/.exec(line) ?? [];
    const [, constant, value] = /^export const (\w+) = ([\d_]+|'[^']*');/.exec(line) ?? [];
    if (name !== undefined) {
      lines.push(
        `export function ${name}(...given){const made=late().${name};return new.target?new made(...given):made(...given)}`,
      );
    } else if (constant !== undefined) lines.push(`export const ${constant}=${value};`);
    else throw new Error(`${file} cannot be loaded late, as it exports more than functions: ${line}`);
  }
  return lines.join('\n');
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
    build.onLoad({ filter: /^/, namespace: 'late' }, ({ path }) => ({
      contents: standIn(path),
      loader: 'js',
    }));
  },
};
