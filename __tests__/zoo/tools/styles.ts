// What writes style sheets: sass, less, stylus, postcss, lightningcss.
import { pathToFileURL } from 'node:url';
import { CSS, LESS, SCSS, STYL } from '../application.ts';
import { clean, leak } from '../case.ts';
import { load, loadOnly } from '../load.ts';
import { put, ship, text } from './shared/files.ts';

const OUT = 'dist/board.css';
const relative = (map: { sources: string[] }) => ({
  ...map,
  sources: map.sources.map((url) => url.replace(`${pathToFileURL(process.cwd()).href}/`, '../')),
});
const styled = (code: string, url: string) => `${code}\n/*# sourceMappingURL=${url} */\n`;

const sass =
  (options: object, where: 'none' | 'linked' | 'inline' = 'none') =>
  async () => {
    const { compile } = await load('sass');
    const made = compile(SCSS[0], { style: 'compressed', sourceMap: where !== 'none', ...options });
    const map = made.sourceMap && JSON.stringify(relative(made.sourceMap));
    // As its command line does with --embed-source-map.
    const url =
      where === 'inline' ? `data:application/json;charset=utf-8,${encodeURIComponent(map)}` : 'board.css.map';
    put('board.css', map ? styled(made.css, url) : made.css);
    if (where === 'linked') put('board.css.map', map);
  };
const withSources = { sourceMapIncludeSources: true };

const less =
  (options: object = {}) =>
  async () => {
    const { render } = await loadOnly('less');
    const { css, map } = await render(text(LESS), { filename: LESS, ...options });
    put('dock.css', css);
    if (map && !css.includes('base64,')) put('dock.css.map', map);
  };
const outer = {
  outputSourceFiles: true,
  sourceMapURL: 'dock.css.map',
  sourceMapBasepath: '',
  sourceMapRootpath: '../',
};

const stylus =
  (options: object = {}) =>
  async () => {
    const stylus = await loadOnly('stylus');
    const style = stylus(text(STYL), { filename: STYL, ...options });
    put('quay.css', style.render());
    if (style.sourcemap && !style.sourcemap.inline) put('quay.css.map', JSON.stringify(style.sourcemap));
  };

const postcss =
  (map: object | false, minify = true) =>
  async () => {
    const postcss = await loadOnly('postcss', 'minifiers');
    const cssnano = await loadOnly('cssnano', 'minifiers');
    const made = await postcss(minify ? [cssnano()] : []).process(text(CSS), {
      from: CSS,
      to: 'dist/desk.css',
      map,
    });
    put('desk.css', made.css);
    if (made.map) put('desk.css.map', made.map.toString());
  };

const lightning =
  (options: object = {}, inline = false) =>
  async () => {
    const { transform } = await load('lightningcss', 'minifiers');
    const made = transform({ filename: `../${CSS}`, code: Buffer.from(text(CSS)), minify: true, ...options });
    const url =
      made.map &&
      (inline ? `data:application/json;base64,${Buffer.from(made.map).toString('base64')}` : 'desk.css.map');
    put('desk.css', url ? styled(made.code.toString(), url) : made.code);
    if (made.map && !inline) put('desk.css.map', made.map);
  };

export const cases = [
  leak(
    'linked map of a style sheet',
    'sass: a linked map',
    sass(withSources, 'linked'),
    { 'source-map/file': `${OUT}.map` },
    SCSS,
  ),
  leak(
    'percent-encoded map',
    'sass: an embedded map',
    sass(withSources, 'inline'),
    { 'source-map/inline': OUT },
    SCSS,
  ),
  leak('map without content', 'sass: a map without content', sass({}, 'linked'), {
    'source-map/file': `${OUT}.map`,
  }),
  leak('readable style', 'sass: laid out', sass({ style: 'expanded' }), { 'unminified/style': OUT }),
  leak(
    'style original',
    'sass: sources beside the style sheet',
    async () => {
      await sass({})();
      ship(...SCSS);
    },
    { 'unminified/source': ['dist/board.scss', 'dist/_palette.scss'] },
  ),
  clean('sass: compressed', sass({})),
  leak(
    'linked map of a style sheet',
    'less: a linked map',
    less({ compress: true, sourceMap: outer }),
    { 'source-map/file': 'dist/dock.css.map' },
    [LESS],
  ),
  leak(
    'inline map of a style sheet',
    'less: an inline map',
    less({ compress: true, sourceMap: { outputSourceFiles: true, sourceMapFileInline: true } }),
    { 'source-map/inline': 'dist/dock.css' },
    [LESS],
  ),
  leak('style original', 'less: the source itself', () => ship(LESS), {
    'unminified/source': 'dist/dock.less',
  }),
  clean('less: compressed', less({ compress: true })),
  leak(
    'map without content',
    'stylus: a linked map',
    stylus({ compress: true, sourcemap: { comment: true } }),
    { 'source-map/file': 'dist/quay.css.map', 'source-map/reference': 'dist/quay.css' },
  ),
  leak('style original', 'stylus: the source itself', () => ship(STYL), {
    'unminified/source': 'dist/quay.styl',
  }),
  clean('stylus: compressed', stylus({ compress: true })),
  leak(
    'linked map of a style sheet',
    'postcss: a linked map',
    postcss({ inline: false }),
    { 'source-map/file': 'dist/desk.css.map' },
    [CSS],
  ),
  leak(
    'inline map of a style sheet',
    'postcss: an inline map',
    postcss({ inline: true }),
    { 'source-map/inline': 'dist/desk.css' },
    [CSS],
  ),
  leak('readable style', 'postcss: not minified', postcss(false, false), {
    'unminified/style': 'dist/desk.css',
  }),
  clean('postcss: cssnano', postcss(false)),
  leak(
    'linked map of a style sheet',
    'lightningcss: a linked map',
    lightning({ sourceMap: true }),
    { 'source-map/file': 'dist/desk.css.map' },
    [CSS],
  ),
  leak(
    'inline map of a style sheet',
    'lightningcss: an inline map',
    lightning({ sourceMap: true }, true),
    { 'source-map/inline': 'dist/desk.css' },
    [CSS],
  ),
  clean('lightningcss: minified', lightning()),
];
