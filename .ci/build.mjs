// Bundles each face into one file that runs alone: cli.js and index.js, in dist or in the folder that is given, and writes the
// licences of what is bundled beside them. No source map: packgate must pass packgate.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { late, lateEntries } from './late.mjs';

const outdir = process.argv[2] ?? 'dist';

const { metafile, outputFiles } = await build({
  entryPoints: { cli: 'src/cli.ts', index: 'src/action.ts', ...lateEntries },
  plugins: [late],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  // Readable code is what packgate stops by default, and it passes its own default.
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  legalComments: 'none',
  sourcemap: false,
  metafile: true,
  write: false,
  logLevel: 'warning',
});

/** Every part that esbuild made, by the path it imports others by, as CommonJS: only that can be joined into one file. */
const parts = new Map();
for (const { path, text } of outputFiles) {
  const { code } = await transform(text.replace(/^#!.*\n/, ''), {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    supported: { 'dynamic-import': false },
  });
  parts.set(`./${basename(path)}`, code.trim());
}

/** The parts that one part imports, at once or when it comes to it. */
function imports(part, when) {
  const kinds = when === 'now' ? ['import-statement'] : ['dynamic-import', 'require-call'];
  return metafile.outputs[`dist/${basename(part)}`].imports
    .filter(({ kind, path }) => kinds.includes(kind) && parts.has(`./${basename(path)}`))
    .map(({ path }) => `./${basename(path)}`);
}

/** What a check begins with; not needed to tell the version, or to be of help. */
const CHECK = ['src/commands/check.ts', 'src/commands/parts.ts'];

function entryPart(file) {
  const [path] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === file);
  return `./${basename(path)}`;
}

/** Adds a part and all that it needs at once to a set, what is needed first in front. */
function reach(part, reached = new Set()) {
  for (const needed of imports(part, 'now')) if (!reached.has(needed)) reach(needed, reached);
  return reached.add(part);
}

/**
 * Joins an entry and its parts into one script. What it needs at once stands in it as functions; the rest stands in it as text,
 * which is compiled when it is asked for: reading past a string is cheaper than parsing code by far, and most runs need little of it.
 * The script is CommonJS that can run as an ES module too, so that it runs in any folder, whatever package.json says there.
 */
function joined(entry) {
  const now = reach(entry);
  const later = new Set();
  for (const part of now) addLater(part);
  function addLater(part) {
    for (const asked of imports(part, 'later')) {
      for (const needed of reach(asked)) {
        if (now.has(needed) || later.has(needed)) continue;
        later.add(needed);
        addLater(needed);
      }
    }
  }
  // What every check needs is compiled in one go, the rest part by part.
  const checking = new Set(
    CHECK.flatMap((file) => [...reach(entryPart(file))]).filter((part) => later.delete(part)),
  );
  const name = (part) => JSON.stringify(part);
  // In brackets, by which V8 knows that a function is called at once and parses it only once.
  const functionsOf = (all) =>
    [...all].map(
      (part) => `${name(part)}:(function(require,module){let exports=module.exports;${parts.get(part)}\n})`,
    );
  const functions = functionsOf(now);
  const check = functionsOf(checking);
  const texts = [...later].map((part) => `${name(part)}:${JSON.stringify(parts.get(part))}`);
  const kilobytes = (text) => `${Math.round(text.length / 1000)} kB`;
  console.log(
    `${entry}: ${kilobytes(functions.join())} of code to begin with, ${kilobytes(check.join())} more for a check, ${later.size} parts for later`,
  );
  return `#!/usr/bin/env node
"use strict";{
const node=typeof require==="function"?require:process.getBuiltinModule("node:module").createRequire(process.argv[1]),
loaded={},
now={${functions.join(',\n')}},
checking=${JSON.stringify([...checking])},
check=${JSON.stringify(`return{${check.join(',\n')}}`)},
later={${texts.join(',\n')}},
compile=(text,filename,names)=>node("node:vm").compileFunction(text,names,{filename}),
find=(name)=>{
if(name in later)return compile("let exports=module.exports;"+later[name],name,["require","module"]);
if(!(name in now)&&checking.includes(name))Object.assign(now,compile(check,"./check.js",[])());
return now[name]
},
load=(name)=>{
if(loaded[name])return loaded[name].exports;
const part=find(name);
if(part===undefined)return node(name);
const module=loaded[name]={exports:{}};
part(load,module);
// Exports are getters: as plain values they are read faster, and none ever changes.
return module.exports=Object.defineProperty({...module.exports},"__esModule",{value:true})
};
load(${name(entry)})
}
`;
}

mkdirSync(outdir, { recursive: true });
writeFileSync(join(outdir, 'cli.js'), joined('./cli.js'), { mode: 0o755 });
writeFileSync(join(outdir, 'index.js'), joined('./index.js'));
// The package's own package.json says that its scripts are ES modules.
writeFileSync(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');

// Folders of the packages whose code is in a bundle, and their files; esbuild names every file it took bytes from.
const bundled = new Map();
for (const { inputs } of Object.values(metafile.outputs)) {
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder === undefined || bytesInOutput === 0) continue;
    bundled.set(folder, (bundled.get(folder) ?? new Set()).add(input));
  }
}

/** Copyright of what a package's own bundle took from others. */
function copyrights(files) {
  const comments = [...files]
    .sort()
    .flatMap((file) => readFileSync(file, 'utf8').match(/\/\*(?:[^*]|\*(?!\/))*\*\//g) ?? [])
    .filter((comment) => /\bcopyright\b/i.test(comment))
    .map((comment) => comment.replace(/^[\t ]*(?:\/\*+!?|\*\/|\*)[\t ]?|[\t ]*\*\/$/gm, '').trim());
  return [...new Set(comments)].map((text) => `\n\n${text}`).join('');
}

const notices = [...bundled.keys()].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(entry));
  const text =
    file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  const notice = existsSync(join(folder, 'NOTICE'))
    ? `\n\n${readFileSync(join(folder, 'NOTICE'), 'utf8').trim()}`
    : '';
  return `${name} ${version} (${license})\n\n${text}${notice}${copyrights(bundled.get(folder))}\n`;
});
const head = 'The bundles in this folder hold code of these packages, each under its own licence.\n';
writeFileSync(join(outdir, 'LICENSES.txt'), [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
