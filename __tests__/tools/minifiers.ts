import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { bun } from './bun.ts';
import { install } from './install.ts';

type Options = Record<string, unknown>;
/** Makes minified text of a text, with options as the tool names them. */
type Minifier = (text: string, options: Options) => Promise<string> | string;

const require = createRequire(import.meta.url);
// biome-ignore lint/suspicious/noExplicitAny: the tools' types are not installed
const load = (name: string): any => require(join(install('minifiers'), name));
const isModule = (text: string) => /^(?:import|export)\b/m.test(text);

/** Runs a program on a file that holds the text, and gives what it prints. */
function printed(text: string, run: (file: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-minify-'));
  try {
    const file = join(folder, 'in.js');
    writeFileSync(file, text);
    return run(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const execute = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The minifiers of scripts, at exact versions. */
export const SCRIPT_MINIFIERS = {
  terser: async (text, options) =>
    (await load('terser').minify(text, { module: isModule(text), ...options })).code,
  esbuild: async (text, options) =>
    (await transform(text, { loader: 'js', legalComments: 'inline', ...options })).code,
  swc: async (text, options) =>
    (await load('@swc/core').minify(text, { module: isModule(text), ...options })).code,
  uglify: (text, options) => {
    const { code, error } = load('uglify-js').minify(text, { module: isModule(text), ...options });
    if (error) throw error;
    return code;
  },
  rolldown: (text, minify) =>
    printed(text, (file) => {
      const out = `${file}.out.js`;
      const program = `import { rolldown } from ${JSON.stringify(join(install('minifiers'), 'rolldown/dist/index.mjs'))};
const build = await rolldown({ input: ${JSON.stringify(file)}, external: () => true, treeshake: false });
await build.write({ file: ${JSON.stringify(out)}, format: 'esm', minify: ${JSON.stringify(minify)} });`;
      execute(process.execPath, ['--input-type=module', '-e', program]);
      return readFileSync(out, 'utf8');
    }),
  closure: (text, { level, ...more }) =>
    printed(text, (file) =>
      execute(join(install('minifiers'), 'google-closure-compiler-linux/compiler'), [
        `--compilation_level=${level}`,
        '--warning_level=QUIET',
        '--language_in=UNSTABLE',
        ...Object.entries(more).map(([name, value]) => `--${name}=${value}`),
        `--js=${file}`,
      ]),
    ),
  bun: (text, options) =>
    printed(text, (file) =>
      execute(bun(), ['build', file, '--external=*', ...Object.keys(options).map((name) => `--${name}`)]),
    ),
} satisfies Record<string, Minifier>;

/** The minifiers of style sheets. */
export const STYLE_MINIFIERS = {
  lightningcss: (text, options) =>
    load('lightningcss')
      .transform({ filename: 'a.css', code: Buffer.from(text), ...options })
      .code.toString(),
  cssnano: async (text, options) =>
    (await load('postcss')([load('cssnano')(options)]).process(text, { from: undefined })).css,
  csso: (text, options) => load('csso').minify(text, options).css,
  cleancss: (text, options) => new (load('clean-css'))(options).minify(text).styles,
  esbuild: async (text, options) => (await transform(text, { loader: 'css', ...options })).code,
} satisfies Record<string, Minifier>;

/** Whether Closure runs here: its compiler is a program for each platform, and one is asked for. */
export const HAS_CLOSURE = process.platform === 'linux' && process.arch === 'x64';
