import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bun } from './bun.ts';
import { install } from './install.ts';

/** What each bundler makes of the project in the folder: the text of the bundle. */
const BUNDLERS = {
  esbuild: (options: object) => async (folder: string) => {
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: ['src/index.js'],
      bundle: true,
      write: false,
      format: 'esm',
      legalComments: 'inline',
      ...options,
    });
    return outputFiles[0]!.text;
  },
  bun: () => async (folder: string) => {
    execFileSync(bun(), ['build', 'src/index.js', '--outfile=out/bundle.js'], { cwd: folder, stdio: 'pipe' });
    return readFileSync(join(folder, 'out/bundle.js'), 'utf8');
  },
  webpack: (options: object) => async (folder: string) => {
    const file = join(install('webpack'), 'webpack/lib/index.js');
    const { default: webpack } = await import(pathToFileURL(file).href);
    await new Promise<void>((resolve, reject) => {
      const config = {
        context: folder,
        entry: './src/index.js',
        output: { path: join(folder, 'out'), filename: 'bundle.js' },
        ...options,
      };
      webpack(config, (error: Error | null, stats: { hasErrors(): boolean; toString(): string }) =>
        error !== null || stats.hasErrors() ? reject(error ?? new Error(stats.toString())) : resolve(),
      );
    });
    return readFileSync(join(folder, 'out/bundle.js'), 'utf8');
  },
};

/** Bundles `src/index.js` of these files with a real bundler. */
export async function bundled(
  bundler: keyof typeof BUNDLERS,
  files: Readonly<Record<string, string>>,
  options: object = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-bundle-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await BUNDLERS[bundler](options)(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
