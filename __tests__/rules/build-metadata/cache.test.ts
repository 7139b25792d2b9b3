import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/build-metadata/cache.ts';
import { packed } from '../../tarballs.ts';
import { sightAll, sightArchive } from '../facts.ts';

/** Paths to the messages. */
const leaking: Record<string, [paths: string[], messages: string[]]> = {
  'the cache of Next.js': [
    ['.next/cache/webpack/a.pack', '.next/cache/swc/b', '.next/server/app.js'],
    ['.next/cache is a cache of Next.js: 2 files, 2 B.'],
  ],
  'the cache of Turbopack where somebody moved it': [
    ['build/cache/turbopack/v16.4.6-54b8/00000030.sst', 'build/cache/turbopack/v16.4.6-54b8/CURRENT'],
    ['build/cache/turbopack is a cache of Turbopack: 2 files, 2 B.'],
  ],
  'the trace of a build': [['web/.next/trace'], ['This is the cache of Next.js (1 B).']],
  'the cache of Vite': [
    ['node_modules/.vite/deps/a.js', 'node_modules/.vite/deps/b.js.map', 'x/.vite/deps/_metadata.json'],
    [
      'node_modules/.vite/deps is a cache of Vite: 2 files, 2 B.',
      'x/.vite/deps is a cache of Vite: 1 file, 1 B.',
    ],
  ],
  'caches of several tools': [
    ['.parcel-cache/data.mdb', '.turbo/cache/a.tar.zst', '.eslintcache', 'packages/a/.turbo/turbo-build.log'],
    [
      '.parcel-cache is a cache of Parcel: 1 file, 1 B.',
      '.turbo is a cache of Turborepo: 1 file, 1 B.',
      'This is the cache of ESLint (1 B).',
      'packages/a/.turbo is a cache of Turborepo: 1 file, 1 B.',
    ],
  ],
  'what frameworks keep': [
    ['.svelte-kit/output/server/index.js', '.wrangler/state/v3/d1/a.sqlite', '.stencil/a.json'],
    [
      '.svelte-kit is a cache of SvelteKit: 1 file, 1 B.',
      '.wrangler is a cache of Wrangler: 1 file, 1 B.',
      '.stencil is a cache of Stencil: 1 file, 1 B.',
    ],
  ],
  'what ReScript hands on': [
    ['lib/bs/.compiler.log', 'lib/bs/.sourcedirs.json', 'node_modules/x/lib/ocaml/A.cmi'],
    [
      'lib/bs is a cache of ReScript: 2 files, 2 B.',
      'node_modules/x/lib/ocaml is a cache of ReScript: 1 file, 1 B.',
    ],
  ],
  'what Jest compiled': [
    ['tmp/jest-transform-cache-20f4685850c7ed0229ddf855ceda7062-33e9a252a52783ad/22/a_1', 'tmp/haste-map-1'],
    [
      'tmp/jest-transform-cache-20f4685850c7ed0229ddf855ceda7062-33e9a252a52783ad is a cache of Jest: 1 file, 1 B.',
    ],
  ],
  'what tests left': [['.nyc_output/1.json'], ['.nyc_output is a cache of nyc: 1 file, 1 B.']],
  'the folder that tools share': [
    ['node_modules/.cache/terser/a'],
    ['node_modules/.cache is a cache of build tools: 1 file, 1 B.'],
  ],
};
const clean: Record<string, string[]> = {
  'the output of Next.js': ['.next/server/app.js', '.next/static/a.js', '.next/BUILD_ID'],
  'what adapters of SvelteKit make': ['.svelte-kit/cloudflare/_worker.js', 'src/jest-transform-cache-a.js'],
  'the manifest of Vite': ['dist/.vite/manifest.json'],
  'folders of nearly that name': [
    'turbo/a.js',
    'src/cache/a.js',
    'lib/eslintcache.js',
    '.cache/readme.md',
    'a.swc/b',
    'lib/bs/index.js',
    'lib/bs/locale.ast.js',
  ],
  'folders of Turbopack': ['.next/static/chunks/turbopack-1a.js', 'src/cache/turbopack/v1/index.ts'],
  'the configuration of swc': ['.swcrc', '.parcelrc', '.turborc'],
};

for (const [name, [paths, messages]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    const files = Object.fromEntries(paths.map((path) => [path, 'x']));
    assert.deepEqual(
      sightAll(rule, files).map(({ message }) => message),
      messages,
    );
  });
}
for (const [name, paths] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => {
    assert.deepEqual(sightAll(rule, Object.fromEntries(paths.map((path) => [path, 'x']))), []);
  });
}

test("webpack's cache is known by its content, wherever it lies", async (t) => {
  const pack = Buffer.concat([
    Buffer.from('wpc\x01\x01\0\0\0', 'latin1'),
    Buffer.from('"webpack/lib/cache/PackFileCacheStrategy"'),
  ]);
  const files = {
    'tmp/build/default-production/0.pack': pack,
    'tmp/build/default-production/index.pack': pack,
  };
  assert.deepEqual(await sightArchive(t, rule, packed(files)), [
    `tmp/build/default-production/0.pack: tmp/build/default-production is a cache of webpack: 2 files, ${pack.length * 2} B.`,
  ]);
  const other = { 'a.pack': Buffer.from('wpc\x01\x01\0\0\0 of something else', 'latin1') };
  assert.deepEqual(await sightArchive(t, rule, packed(other)), []);
});
