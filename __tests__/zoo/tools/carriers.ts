// What people do with a map of esbuild's that no bundler has an option for, and files that are shipped as they are.
import { readFileSync } from 'node:fs';
import { type BuildOptions, build as bundle } from 'esbuild';
import { BOARD, LATTICE, LIBRARY, PILOTS } from '../application.ts';
import { leak } from '../case.ts';
import { comment, dataUrl, put, ship } from './shared/files.ts';

const ALL = [...LIBRARY, LATTICE];
async function built(options: BuildOptions = {}) {
  await bundle({
    absWorkingDir: process.cwd(),
    entryPoints: ['src/main.ts'],
    bundle: true,
    format: 'esm',
    minify: true,
    sourcemap: 'external',
    outdir: 'dist',
    logLevel: 'error',
    ...options,
  });
  const [code, map] = ['dist/main.js', 'dist/main.js.map'].map((path) => readFileSync(path, 'utf8'));
  const { rmSync } = await import('node:fs');
  rmSync('dist/main.js.map');
  return { code: code!, map: map! };
}
const file = (path: string) => ({ 'source-map/file': path });
const inline = (path: string) => ({ 'source-map/inline': path });
const small = (map: string) => JSON.stringify(JSON.parse(map));
const JS = 'dist/main.js';

export const cases = [
  leak(
    'map as a module',
    'a map as JSON of another name',
    async () => put('main.json', (await built()).map),
    file('dist/main.json'),
    ALL,
  ),
  leak(
    'map as a module',
    'a map as a JavaScript module',
    async () => put('map.js', `export default ${small((await built()).map)};\n`),
    inline('dist/map.js'),
    ALL,
    { opaque: true },
  ),
  leak(
    'map as a module',
    'a map as CommonJS',
    async () => put('map.cjs', `module.exports=${small((await built()).map)}`),
    inline('dist/map.cjs'),
    ALL,
    { opaque: true },
  ),
  leak(
    'map of other bytes',
    'a map in UTF-16',
    async () => put('main.js.map', Buffer.from(`\ufeff${(await built()).map}`, 'utf16le')),
    file('dist/main.js.map'),
    ALL,
  ),
  leak(
    'map of other bytes',
    'a map behind a prefix',
    async () => put('main.js.map', `)]}'\n${(await built()).map}`),
    file('dist/main.js.map'),
    ALL,
  ),
  leak(
    'map of other bytes',
    'a map behind a byte order mark',
    async () => put('main.js.map', `\ufeff${(await built()).map}`),
    file('dist/main.js.map'),
    ALL,
  ),
  leak(
    'map of other bytes',
    'a map laid out',
    async () => put('main.js.map', JSON.stringify(JSON.parse((await built()).map), null, 2)),
    file('dist/main.js.map'),
    ALL,
  ),
  leak(
    'map without extension',
    'a map without a name',
    async () => put('assets/9f8c2a', (await built()).map),
    file('dist/assets/9f8c2a'),
    ALL,
  ),
  leak(
    'truncated map',
    'a map that was cut off',
    async () => {
      const { map } = await built();
      put('main.js.map', map.slice(0, map.indexOf('"mappings"')));
    },
    file('dist/main.js.map'),
    ALL,
    { opaque: true },
  ),
  leak(
    'map in a page',
    'a page with its script and map inside',
    async () => {
      const { code, map } = await built({ format: 'iife' });
      put(
        'index.html',
        `<!doctype html>\n<html lang="en"><title>Desk</title><script>${code}${comment(dataUrl(map))}</script></html>\n`,
      );
    },
    inline('dist/index.html'),
    ALL,
  ),
  leak(
    'map in a page',
    'a page with a map as data',
    async () => {
      const { map } = await built();
      put(
        'index.html',
        `<!doctype html>\n<html lang="en"><title>Desk</title><script type="application/json">${map.replaceAll('<', '\\u003c')}</script></html>\n`,
      );
    },
    inline('dist/index.html'),
    ALL,
    { opaque: true },
  ),
  leak(
    'map in a worker in a string',
    'a worker with its map in a template',
    async () => {
      const { code, map } = await built({ format: 'iife' });
      put(
        'main.js',
        `var s=${JSON.stringify(`${code}${comment(dataUrl(map))}`)};export default()=>new Worker(URL.createObjectURL(new Blob([s])));`,
      );
    },
    inline(JS),
    ALL,
  ),
  leak(
    'index map',
    'maps of two parts joined',
    async () => {
      const { code, map } = await built();
      const second = await built({ entryPoints: { main: 'src/board.tsx' } });
      put('main.js', `${code}\n${second.code}${comment('main.js.map')}`);
      const sections = [map, second.map].map((text, line) => ({
        offset: { line, column: 0 },
        map: JSON.parse(text),
      }));
      put('main.js.map', JSON.stringify({ version: 3, file: 'main.js', sections }));
    },
    file('dist/main.js.map'),
    [...ALL, ...BOARD],
  ),
  leak(
    'inline map',
    'two maps in one file',
    async () => {
      const { code, map } = await built();
      const second = await built({ entryPoints: { main: 'src/pilots/index.js' } });
      put('main.js', `${code}${comment(dataUrl(map))}${second.code}${comment(dataUrl(second.map))}`);
    },
    inline(JS),
    [...ALL, ...PILOTS],
  ),
  leak(
    'map in a style in a script',
    'a style sheet with its map in a string',
    async () => {
      const { outputFiles } = await bundle({
        absWorkingDir: process.cwd(),
        entryPoints: ['src/styles/desk.css'],
        bundle: true,
        minify: true,
        sourcemap: 'inline',
        write: false,
        outdir: 'dist',
      });
      const { code } = await built();
      put(
        'main.js',
        `${code}document.head.append(Object.assign(document.createElement("style"),{textContent:${JSON.stringify(outputFiles[0]!.text)}}));\n`,
      );
    },
    inline(JS),
    ['src/styles/desk.css'],
  ),
  leak(
    'readable part',
    'a readable module behind minified code',
    async () => {
      const { code } = await built();
      put('main.js', `${code}\n${readFileSync(PILOTS[1], 'utf8')}`);
    },
    { 'unminified/script': JS },
    [],
    { uncounted: 'where the readable part begins is for the rule to say' },
  ),
  leak(
    'typescript original',
    'sources beside the bundle',
    async () => {
      await built();
      ship(LIBRARY[2], LIBRARY[7]);
    },
    { 'unminified/source': ['dist/berth.ts', 'dist/tariff.ts'] },
  ),
  leak(
    'jsx original',
    'TSX beside the bundle',
    async () => {
      await built();
      ship(BOARD[1]);
    },
    { 'unminified/source': 'dist/panel.tsx' },
  ),
  leak(
    'readable module',
    'a source under another name',
    async () => put('data.bin', readFileSync(PILOTS[1])),
    { 'unminified/script': 'dist/data.bin' },
  ),
  leak(
    'remote reference',
    'a comment that leads to a storage bucket',
    async () => {
      const { code } = await built();
      put('main.js', `${code}${comment('https://maps.quillon-marine.net/desk/main.js.map')}`);
    },
    { 'source-map/reference': JS },
  ),
];
