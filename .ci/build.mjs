// Bundles each face into one file that runs alone: cli.js and index.js, in dist or in the folder that is given, and writes the
// licences of what is bundled beside them. No source map: packgate must pass packgate.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const outdir = process.argv[2] ?? 'dist';

// `tunnel` and `undici` under @actions/* are CommonJS and call require() for Node's own modules.
const banner = {
  js: "import { createRequire as packgateRequire } from 'node:module'; const require = packgateRequire(import.meta.url);",
};

const { metafile } = await build({
  entryPoints: { cli: 'src/cli.ts', index: 'src/action.ts' },
  outdir,
  bundle: true,
  // Readable code is what packgate stops by default, and it passes its own default.
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner,
  legalComments: 'none',
  sourcemap: false,
  metafile: true,
  logLevel: 'warning',
});

// Folders of the packages whose code is in a bundle; esbuild names every file it took bytes from.
const bundled = new Set();
for (const { inputs } of Object.values(metafile.outputs)) {
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder !== undefined && bytesInOutput > 0) bundled.add(folder);
  }
}

const notices = [...bundled].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(entry));
  const text =
    file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  const notice = existsSync(join(folder, 'NOTICE'))
    ? `\n\n${readFileSync(join(folder, 'NOTICE'), 'utf8').trim()}`
    : '';
  return `${name} ${version} (${license})\n\n${text}${notice}\n`;
});
const head = 'The bundles in this folder hold code of these packages, each under its own licence.\n';
writeFileSync(join(outdir, 'LICENSES.txt'), [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
