// Bundles each face into one file that runs alone: cli.js and index.js, in dist or in the folder that is given.
// No source map: packgate must pass packgate.
import { build } from 'esbuild';

// `tunnel` and `undici` under @actions/* are CommonJS and call require() for Node's own modules.
const banner = {
  js: "import { createRequire as packgateRequire } from 'node:module'; const require = packgateRequire(import.meta.url);",
};

await build({
  entryPoints: { cli: 'src/cli.ts', index: 'src/action.ts' },
  outdir: process.argv[2] ?? 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner,
  legalComments: 'external',
  sourcemap: false,
  logLevel: 'warning',
});
