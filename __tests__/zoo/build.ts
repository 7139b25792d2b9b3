// Builds all cases of one tool: `node --import tsx __tests__/zoo/build.ts <tool> <empty folder>`. A process of its own for each tool,
// because tools keep state, leave threads behind and change the process.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../tools/install.ts';
import { copyApplication } from './application.ts';
import type { Case } from './case.ts';
import { settle } from './load.ts';
import { packageFolder, packageName } from './place.ts';

const [tool, made] = process.argv.slice(2) as [string, string];
const home = realpathSync(mkdtempSync(join(tmpdir(), 'packgate-zoo-')));
settle(home);
try {
  const { cases } = (await import(`./tools/${tool}.ts`)) as { cases: readonly Case[] };
  const only = process.env.ZOO_CASE;
  for (const one of cases) {
    if (only !== undefined && !one.name.includes(only)) continue;
    const name = packageFolder(one);
    const folder = join(home, name);
    copyApplication(folder);
    process.chdir(folder);
    mkdirSync('dist');
    writeFileSync('package.json', '{ "name": "harbour-desk", "version": "1.0.0", "private": true }\n');
    const manifest = {
      name: packageName(tool, one),
      version: '1.0.0',
      license: 'UNLICENSED',
      files: ['dist'],
    };
    const started = performance.now();
    try {
      await one.build();
    } catch (error) {
      throw new Error(`${tool}, ${one.name}: the build failed`, { cause: error });
    }
    if (process.env.ZOO_TIMES)
      console.error(`${Math.round(performance.now() - started)} ms ${tool} ${one.name}`);
    // A tool that fails in silence must not make a clean package.
    const empty = readdirSync('dist', { recursive: true, withFileTypes: true }).every(
      (entry) => !entry.isFile(),
    );
    if (empty) throw new Error(`${tool}, ${one.name}: the build wrote nothing`);
    const out = join(made, name);
    mkdirSync(out);
    cpSync('dist', join(out, 'dist'), { recursive: true });
    if (!existsSync(join(out, 'dist', 'package.json'))) {
      writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    }
    writeFileSync(join(out, 'README.md'), '# Harbour desk\n\nFor customers of Quillon Marine.\n');
  }
  const folders = cases
    .filter(({ target, name }) => target === undefined && (only === undefined || name.includes(only)))
    .map((one) => `./${packageFolder(one)}`);
  // npm packs many folders in one run: 160 runs of half a second each would be most of what the zoo costs.
  if (folders.length > 0) run('npm', ['pack', '--ignore-scripts', '--silent', ...folders], made);
} finally {
  process.chdir(tmpdir());
  rmSync(home, { recursive: true, force: true });
}
// Some tools leave watchers and workers running.
process.exit(0);
