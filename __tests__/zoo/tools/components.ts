// Compilers of components: Svelte and Vue.
import { transformSync } from 'esbuild';
import { SVELTE, VUE } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load } from '../load.ts';
import { comment, dataUrl, put, ship, text } from './shared/files.ts';

async function svelte(options: object = {}) {
  const { compile } = await load('svelte/compiler');
  return compile(text(SVELTE), { filename: `../${SVELTE}`, generate: 'client', ...options });
}
async function vue() {
  const { parse, compileScript } = await load('@vue/compiler-sfc');
  const { descriptor } = parse(text(VUE), { filename: VUE, sourceMap: true });
  const { content } = compileScript(descriptor, { id: 'manifest', inlineTemplate: true, isProd: true });
  return transformSync(content, { loader: 'ts' }).code;
}
const small = (code: string) => transformSync(code, { minify: true, loader: 'js', format: 'esm' }).code;

export const cases = [
  leak('component original', 'Svelte: the component itself', () => ship(SVELTE), {
    'unminified/source': 'dist/Tide.svelte',
  }),
  leak('component original', 'Vue: the component itself', () => ship(VUE), {
    'unminified/source': 'dist/Manifest.vue',
  }),
  leak(
    'linked map',
    'Svelte: with its map',
    async () => {
      const { js } = await svelte();
      put('tide.js', `${small(js.code)}${comment('tide.js.map')}`);
      put('tide.js.map', js.map.toString());
    },
    { 'source-map/file': 'dist/tide.js.map' },
    [SVELTE],
  ),
  leak(
    'map in a style in a script',
    'Svelte: styles in the script with their map',
    async () => {
      const { css } = await svelte({ css: 'external' });
      const sheet = `${css.code.replaceAll(/\s+/g, ' ')}\n/*# sourceMappingURL=${dataUrl(css.map.toString())} */`;
      put(
        'tide.js',
        small(
          `const style = document.createElement('style');\nstyle.textContent = ${JSON.stringify(sheet)};\ndocument.head.append(style);`,
        ),
      );
    },
    { 'source-map/inline': 'dist/tide.js' },
    [SVELTE],
  ),
  leak('readable module', 'Svelte: compiled', async () => put('tide.js', (await svelte()).js.code), {
    'unminified/script': 'dist/tide.js',
  }),
  leak('readable module', 'Vue: compiled', async () => put('manifest.js', await vue()), {
    'unminified/script': 'dist/manifest.js',
  }),
  clean('Svelte: compiled and minified', async () =>
    put('tide.js', small((await svelte({ dev: false })).js.code)),
  ),
  clean('Vue: compiled and minified', async () => put('manifest.js', small(await vue()))),
];
