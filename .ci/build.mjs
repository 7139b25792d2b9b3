// Bundles each face into one file that runs alone: cli.js and index.js, in dist or in the folder that is given, and writes the
// licences of what is bundled beside them. No source map: packgate must pass packgate.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { late, lateEntries, together } from './late.mjs';

const outdir = process.argv[2] ?? 'dist';

/** What a part is made into: the body of a function. */
const FUNCTION = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  supported: { 'dynamic-import': false },
};

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

const textOf = new Map(
  outputFiles.map(({ path, text }) => [`./${basename(path)}`, inAscii(text.replace(/^#!.*\n/, ''))]),
);

/**
 * In ASCII alone: V8 keeps a script with one character beyond Latin 1 in two bytes for each, and reads it slower. esbuild escapes what
 * stands in strings, not in regular expressions.
 */
function inAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/gu, (character) => {
    if (character.length > 1) throw new Error(`write \\u{...} for ${character} in the sources`);
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** What a part is called in the bundle: not as a file, since there is none. */
function named(code) {
  return code.replaceAll(/"\.\/([\w.]+-[\w.-]+)\.js"/g, (path, name) =>
    textOf.has(JSON.parse(path)) ? JSON.stringify(name) : path,
  );
}

/** Parts as CommonJS, by path: only that can be joined into one file. */
const parts = new Map();
for (const [part, text] of textOf) parts.set(part, await asFunction(text));

async function asFunction(text) {
  const { code } = await transform(text, { ...FUNCTION, loader: 'js' });
  return code.trim();
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

/** Those of the parts in one scope that others ask for, or they themselves when it comes to it. */
function askedFor(all) {
  const asked = new Set(
    [...parts.keys()].flatMap((part) => [
      ...(all.has(part) ? [] : imports(part, 'now')),
      ...imports(part, 'later'),
    ]),
  );
  return [...all].filter((part) => asked.has(part));
}

/**
 * Several parts in one scope, as the body of a function. It exports one function, which gives what a part exports by its path. Alone, each would
 * bring esbuild's helpers along and name what it exports by a function of its own: half of the time that Node needs to begin.
 */
async function inOneScope(all) {
  const given = askedFor(all).map((part, i) => {
    const names = metafile.outputs[`dist/${basename(part)}`].exports;
    const list = (between) => names.map((name, j) => `${name}${between}given${i}_${j}`).join(',');
    return {
      line: `import{${list(' as ')}}from${JSON.stringify(part)};`,
      branch: `case${JSON.stringify(part)}:return{${list(':')}};`,
    };
  });
  const contents = [
    ...[...all].map((part) => `import${JSON.stringify(part)};`),
    ...given.map(({ line }) => line),
    `export function exportsOf(part){switch(part){${given.map(({ branch }) => branch).join('')}}}`,
  ];
  const joining = {
    name: 'joining',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path }) =>
        all.has(path) ? { path, namespace: 'part' } : { path, external: true },
      );
      onLoad({ filter: /^/, namespace: 'part' }, ({ path }) => ({ contents: textOf.get(path) }));
    },
  };
  const result = await build({
    ...FUNCTION,
    stdin: { contents: contents.join('\n'), resolveDir: '.' },
    plugins: [joining],
    bundle: true,
    write: false,
    logLevel: 'warning',
  });
  return result.outputFiles[0].text.trim();
}

/** Asked for so often, parts are called through what stood for them. */
const OFTEN = 2048;

/** How code stands in a comment, which its end mark would end. A comment is what Node reads past fastest: a string costs it twice as much. */
const END = ['*/', '*<>/'];

function inComment(code) {
  if (code.includes(END[1])) throw new Error(`the code holds ${END[1]}`);
  return code.replaceAll(...END);
}

/**
 * Joins an entry and its parts into one script. What it needs at once stands in it as a function; the rest stands in it in comments,
 * and is compiled when it is asked for: most runs need little of it.
 * The script is CommonJS that can run as an ES module too, so that it runs in any folder, whatever package.json says there.
 */
async function joined(entry) {
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
  // What is needed together is compiled in one go, the rest part by part: also what several groups need, as one would have to load another for it.
  const check = CHECK.flatMap((file) => [...reach(entryPart(file))]);
  const others = together.map((group) => group.flatMap((part) => [...reach(part)]));
  const isShared = (part) => others.filter((group) => group.includes(part)).length > 1;
  const groups = [check, ...others.map((group) => group.filter((part) => !isShared(part)))].map(
    (group) => new Set(group.filter((part) => later.delete(part))),
  );
  const begin = await inOneScope(now);
  const joints = await Promise.all(groups.map((group) => (group.size > 0 ? inOneScope(group) : '')));
  const all = [...later, ...groups.keys()];
  const texts = all.map((part) => inComment(named(parts.get(part) ?? joints[part])));
  // Where each part begins and ends in the one comment that holds them all: a comment for each would be a function for each.
  const ends = [0];
  for (const text of texts) ends.push(ends.at(-1) + text.length);
  const places = Object.fromEntries([
    ...all.map((part, i) => [part, ends.slice(i, i + 2)]),
    ...groups.flatMap((group, i) => askedFor(group).map((part) => [part, i])),
  ]);
  const head = named(JSON.stringify(places));
  const kilobytes = (text) => `${Math.round(text.length / 1000)} kB`;
  console.log(
    `${entry}: ${kilobytes(begin)} of code to begin with, ${kilobytes(joints[0])} more for a check, ${later.size} parts for later`,
  );
  // In brackets, by which V8 knows that a function is called at once and parses it only once.
  return named(`#!/usr/bin/env node
"use strict";{
let places,texts,asked=0,often=${OFTEN};
const node=typeof require==="function"?require:process.getBuiltinModule("node:module").createRequire(process.argv[1]),
loaded={},
later=()=>{/*${head}\n${texts.join('')}*/},
placeOf=(name)=>{
if(!places){const all=later.toString().slice(7,-3),end=all.indexOf("\\n");places=JSON.parse(all.slice(0,end));texts=all.slice(end+1)}
return places[name]
},
run=(name,filename)=>{
const module={exports:{}},text=texts.slice(...placeOf(name)).replaceAll("${END[1]}","${END[0]}");
node("node:vm").compileFunction("let exports=module.exports;"+text,["require","module"],{filename})(load,module);
return module.exports
},
scopes={},
alone={},
module={exports:{}},
// Where parts took a function before its part was loaded, each call of it comes by here. Once that is seen, they are given the function itself.
renew=()=>{
for(const name in loaded){
if(name.startsWith("node:"))continue;
const own=loaded[name],now=exportsOf(name);
for(const one in now)if(own[one]!==now[one])own[one]=now[one]
}
},
load=(name)=>{
const known=loaded[name];
if(known){if(++asked===often){often*=8;renew()}return known}
const own=name.startsWith("node:")?undefined:exportsOf(name);
return loaded[name]=own?Object.defineProperty(own,"__esModule",{value:true}):node(name)
},
exportsOf=(name)=>{
// What begins may ask for a part that needs it while it is still at it.
const begun=module.exports.exportsOf(name);
if(begun)return begun;
const group=placeOf(name);
if(typeof group==="number")return(scopes[group]??=run(group,"part "+group)).exportsOf(name);
// Exports are getters: as plain values they are read faster, and none ever changes.
if(group)return{...(alone[name]??=run(name,name))}
};
(function(require,module){let exports=module.exports;${begin}
})(load,module)
}
`);
}

mkdirSync(outdir, { recursive: true });
writeFileSync(join(outdir, 'cli.js'), await joined('./cli.js'), { mode: 0o755 });
writeFileSync(join(outdir, 'index.js'), await joined('./index.js'));
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
