import type { Case } from './case.ts';
import { cases as archives } from './tools/archives.ts';
import { cases as assemblyscript } from './tools/assemblyscript.ts';
import { cases as babel } from './tools/babel.ts';
import { cases as browserify } from './tools/browserify.ts';
import { cases as bun } from './tools/bun.ts';
import { cases as carriers } from './tools/carriers.ts';
import { cases as closure } from './tools/closure.ts';
import { cases as components } from './tools/components.ts';
import { cases as esbuild } from './tools/esbuild.ts';
import { cases as executables } from './tools/executables.ts';
import { cases as istanbul } from './tools/istanbul.ts';
import { cases as metro } from './tools/metro.ts';
import { cases as native } from './tools/native.ts';
import { cases as ncc } from './tools/ncc.ts';
import { cases as nearMisses } from './tools/near-misses.ts';
import { cases as node } from './tools/node.ts';
import { cases as parcel } from './tools/parcel.ts';
import { cases as reports } from './tools/reports.ts';
import { cases as rolldown } from './tools/rolldown.ts';
import { cases as rollup } from './tools/rollup.ts';
import { cases as rspack } from './tools/rspack.ts';
import { cases as styles } from './tools/styles.ts';
import { cases as swc } from './tools/swc.ts';
import { cases as terser } from './tools/terser.ts';
import { cases as tsc } from './tools/tsc.ts';
import { cases as tsdown } from './tools/tsdown.ts';
import { cases as tsup } from './tools/tsup.ts';
import { cases as uglify } from './tools/uglify.ts';
import { cases as vite } from './tools/vite.ts';
import { cases as webpack } from './tools/webpack.ts';

/** The cases of each tool, by the name of its file. */
export const TOOLS: Readonly<Record<string, readonly Case[]>> = {
  archives,
  assemblyscript,
  babel,
  browserify,
  bun,
  carriers,
  closure,
  components,
  esbuild,
  executables,
  istanbul,
  metro,
  native,
  ncc,
  'near-misses': nearMisses,
  node,
  parcel,
  reports,
  rolldown,
  rollup,
  rspack,
  styles,
  swc,
  terser,
  tsc,
  tsdown,
  tsup,
  uglify,
  vite,
  webpack,
};

/** What is not in the zoo, and why. */
export const CANNOT_RUN: Readonly<Record<string, string>> = {
  next: 'it takes 342 MB; 16.4.6 was built by hand (standalone, export, by webpack), and what that showed is in the tests of the rules',
  stencil:
    'it takes up to 15 s for each build; 4.45.1 was built by hand, and what that showed is in the tests of the rules',
  storybook:
    'it takes 123 MB and 20 s; 10.6.7 was built by hand, and what that showed is in the tests of the rules',
  angular: 'it takes 300 MB; 22.2.7 was built by hand, and what that showed is in the tests of the rules',
  frameworks:
    'each takes 100 to 400 MB: Nuxt 4, SvelteKit 2, React Router 7, VitePress 1.6, Docusaurus 3.8, ng-packagr 20, Farm 1.7, Rslib, unbuild, bunchee, pkgroll, microbundle and react-native-builder-bob were built by hand, and what that showed is in the tests of the rules',
  documentation:
    'JSDoc, Compodoc, YUIDoc, docco, Plato, ESLint and Stryker take 250 MB: their reports were made by hand, and their shapes are in the tests of build-metadata/source-report',
  statoscope: 'its pages are said to be uninspected, for which the zoo has no word; 5.29.0 was built by hand',
  nyc: 'it wraps babel-plugin-istanbul and the reports of istanbul, which are here',
  'react-native': 'its bundler and its compiler, Metro and Hermes, are here without it',
  elm: 'its compiler fetches the packages that every program needs from a server of its own, which tests may not reach',
};
