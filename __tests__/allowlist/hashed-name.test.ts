import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashedName, versionedName } from '../../src/allowlist/hashed-name.ts';
import { takesAtMost } from '../seconds.ts';

/** Names as bundlers write them, and with `*` in the place of what changes. */
const HASHED: readonly [name: string, pattern: string][] = [
  // Vite and Rollup
  ['index-BX3kd9aP.js', 'index-*.js'],
  ['index-D-x_9a2B.css', 'index-*.css'],
  ['index-DkTmXaBz.js.map', 'index-*.js.map'],
  ['MaterialIcons-Regular-Dx9a_B2c.woff2', 'MaterialIcons-Regular-*.woff2'],
  // esbuild, tsup, Angular
  ['chunk-CUFUKTVB.js', 'chunk-*.js'],
  ['chunk-2NFGGA4Q.mjs', 'chunk-*.mjs'],
  ['main-5ABCDEFG.js', 'main-*.js'],
  // webpack, Parcel, Create React App
  ['main.3f2a1b9c.js', 'main.*.js'],
  ['main.a1b2c3.css.map', 'main.*.css.map'],
  ['app.3f2a1b9c4d5e6f708192.chunk.js', 'app.*.chunk.js'],
  ['vendors~main.3f2a1b9c.js', 'vendors~main.*.js'],
  ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4.png', '*.png'],
  ['787.3f2a1b9c.chunk.js', '*.chunk.js'],
  // Next.js
  ['polyfills-42372ed130431b0a.js', 'polyfills-*.js'],
  ['117-0a1b2c3d4e5f6a7b.js', '*.js'],
  ['AbC-dEf_012345GhIjKlM', '*'],
  ['550e8400-e29b-41d4-a716-446655440000.json', '*.json'],
];

const PLAIN =
  `index.js index.d.ts TreeView.js my-TreeView.js Card-MyButton.js README-SECURITY.md SECURITY.md LICENSES
facade-decade.js ed25519.js use-deadbeef.js sha256-browser.js base64-decode.js es2015.js index.esm2015.js v8-to-istanbul.js
foo-20261121.js error-404.html 404.html 12345678.js react-dom.production.min.js node-v20.1.0.js a.b.c.js vite.config.js
ThisIsAVeryLongComponentName.js UtilsV2.js ES2015Class.js getUTF8Str.js parse-UTF8View.js app-settings.js chunk-abcdefgh.js
zh-Hans-CN.json roboto-latin-400-normal.woff2 logo-1024x1024.png Inter-SemiBold.ttf NotoSans-BoldItalic.ttf OpenSans-Regular.ttf
JSONStreamParser-HTMLUtil.js lodash-es.js angular-locale_az-cyrl.js package.json .env .gitignore - -- . x`.split(
    /\s+/,
  );

const pattern = (name: string, isAmongHashed = false) => {
  const found = hashedName(name, isAmongHashed);
  return found && `${found.before}*${found.behind}`;
};

test('hashes of bundlers are told', () => {
  for (const [name, expected] of HASHED) assert.equal(pattern(name), expected, name);
});

test('names that people choose are left alone', () => {
  for (const name of PLAIN) assert.equal(pattern(name), undefined, name);
});

test('among hashed names a doubtful one is hashed too, and a plain one is not', () => {
  assert.equal(pattern('index-BgfTkEdx.css', true), 'index-*.css');
  assert.equal(pattern('main-20571931.js', true), 'main-*.js');
  for (const name of [
    'index.js',
    'favicon.ico',
    'app-settings.js',
    'zh-Hans-CN.json',
    'robots.txt',
    'sw.js',
  ]) {
    assert.equal(pattern(name, true), undefined, name);
  }
});

test('the version of the package is told where it stands as a whole', () => {
  const cases: readonly [name: string, version: string, expected: string | undefined][] = [
    ['acme-1.2.3.min.js', '1.2.3', 'acme-*.min.js'],
    ['acme-1.2.3-beta.1.js', '1.2.3-beta.1', 'acme-*.js'],
    ['acme-11.2.3.js', '1.2.3', undefined],
    ['acme-1.2.34.js', '1.2.3', undefined],
    ['acme.js', '', undefined],
    ['acme.js', 'acme', undefined],
  ];
  for (const [name, version, expected] of cases) {
    const found = versionedName(name, version);
    assert.equal(found && `${found.before}*${found.behind}`, expected, name);
  }
});

test('a long odd name costs nothing', () => {
  takesAtMost(0.5, () => {
    for (const unit of ['a', 'a-', 'A1', '.a', '-_'])
      for (const length of [250, 100_000]) hashedName(unit.repeat(length), true);
  });
});
