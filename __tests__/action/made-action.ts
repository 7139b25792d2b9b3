import { join } from 'node:path';
import { build } from 'esbuild';
import type { GateRun } from '../../src/policy/gate-run.ts';

/** What the made check does: gives this run, fails as told, has a bug, never settles, or logs what it was given. */
export type MadeCheck =
  | { readonly run: GateRun }
  | { readonly error: { readonly code: string; readonly message: string; readonly help: string } }
  | { readonly bug: string }
  | { readonly stray: string }
  | { readonly never: true }
  | { readonly echo: GateRun };

/** The variable that holds the path of a file with a `MadeCheck` as JSON. */
export const MADE_CHECK = 'PACKGATE_MADE_CHECK';

const CHECK = `
import { readFileSync } from 'node:fs';
import { PackgateError } from './errors.ts';
export async function check(options, world) {
  const made = JSON.parse(readFileSync(process.env.${MADE_CHECK}, 'utf8'));
  if ('error' in made) throw new PackgateError(made.error.code, made.error.message, { help: made.error.help });
  if ('bug' in made) throw new TypeError(made.bug);
  if ('stray' in made) setTimeout(() => { throw new Error(made.stray); });
  if ('never' in made || 'stray' in made) await new Promise(() => {});
  if ('echo' in made) for (const part of [options, world.cwd, Object.keys(world.env)]) world.progress('echo ' + JSON.stringify(part));
  return made.run ?? made.echo;
}`;

/**
 * The Action with everything real but the check, so that runs no package would give quickly (bugs, endless names, hundreds of causes) reach
 * the runner too. Gives the path of the built file.
 */
export async function buildMadeAction(folder: string): Promise<string> {
  const outfile = join(folder, 'made-action.mjs');
  await build({
    entryPoints: ['src/action.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    logLevel: 'warning',
    plugins: [
      {
        name: 'made-check',
        setup({ onLoad }) {
          onLoad({ filter: /[\\/]src[\\/]check\.ts$/ }, () => ({
            contents: CHECK,
            loader: 'js',
            resolveDir: 'src',
          }));
        },
      },
    ],
  });
  return outfile;
}
