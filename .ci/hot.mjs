// Finds out which functions a check of a plain, clean package calls, and writes .ci/hot.json by which split.mjs cuts the sources.
// Run it when a plain check has come to call others: what is missing there costs time, and nothing else.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const MINIFIED =
  'import{a as e}from"./b.js";var t=e(1),n=r=>r*t;export{n as f,t as g};export default()=>n("a");\n';

/** Files as nearly every package has them. */
const PLAIN = {
  'README.md': '# plain\n\nA package.\n\n```js\nimport f from "plain";\nf();\n```\n',
  LICENSE: 'MIT License\n\nPermission is hereby granted, free of charge, to any person.\n',
  'dist/index.js': MINIFIED.repeat(40),
  'dist/b.cjs': '"use strict";exports.a=e=>e+1;\n',
  'dist/data.json': '{"a":[1,2,{"b":null}]}\n',
  'dist/style.css': 'a{color:red}b{margin:0}\n',
  'dist/index.d.ts': 'export declare const g: number;\nexport default function f(): string;\n',
  ...Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`dist/icons/${i}.js`, MINIFIED])),
};

/** What every command begins with: it is there at once, and little. */
const BEGIN =
  /^src\/(?:cli|errors|invisible|suggestion|version|archive\/patience|commands\/(?:arguments|errors|process|run|terminal)|report\/escape|rules\/rule)\.ts$/;

const folder = mkdtempSync(join(tmpdir(), 'packgate-hot-'));
try {
  const called = {};
  for (const [name, files] of Object.entries({ bare: { 'a.js': MINIFIED }, plain: PLAIN })) {
    const tarball = packed(name, files);
    const coverage = join(folder, `coverage-${name}`);
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli.ts', 'check', tarball],
      {
        env: { ...process.env, NODE_V8_COVERAGE: coverage },
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`a plain package does not pass: ${stderr}`);
    for (const file of readdirSync(coverage))
      add(called, JSON.parse(readFileSync(join(coverage, file), 'utf8')));
  }
  const sorted = Object.entries(called)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, names]) => [file, [...names].sort()]);
  writeFileSync('.ci/hot.json', `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

function packed(name, files) {
  const root = join(folder, name);
  const all = {
    'package.json': JSON.stringify({ name, version: '1.0.0', main: 'a.js', license: 'MIT' }),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  return join(folder, `${name}-1.0.0.tgz`);
}

/** Adds the functions of the sources that were called, by file. */
function add(called, { result }) {
  for (const { url, functions } of result) {
    if (!url.startsWith('file:')) continue;
    const file = relative(process.cwd(), new URL(url).pathname);
    if (!/^src\/.*\.ts$/.test(file) || file.endsWith('.wasm.ts') || BEGIN.test(file)) continue;
    called[file] ??= new Set();
    for (const { functionName, ranges } of functions) {
      if (/^\w+$/.test(functionName) && functionName !== '__name' && ranges[0].count > 0)
        called[file].add(functionName);
    }
  }
}
