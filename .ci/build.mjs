// Bundles each face into one file that runs alone: dist/cli.js and dist/index.js. No source map: packgate must pass packgate.
import { build } from 'esbuild';

// `tunnel` and `undici` under @actions/* are CommonJS and call require() for Node's own modules.
const banner = {
  js: "import { createRequire as packgateRequire } from 'node:module'; const require = packgateRequire(import.meta.url);",
};

await build({
  entryPoints: { cli: 'src/cli.ts', index: 'src/action.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner,
  legalComments: 'external',
  sourcemap: false,
  logLevel: 'warning',
});
