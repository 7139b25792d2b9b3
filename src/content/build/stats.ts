import type { Measured } from '../scanner/measure.ts';
import { type Ask, eachObject, type Frame, texts, type ValueKind } from './frames.ts';
import { collector, type Recogniser } from './recogniser.ts';

/** Keys beside `modules` in the statistics of webpack and rspack; two of them are in every kind that names modules. */
const STATS_KEYS = new Set([
  'hash',
  'assets',
  'chunks',
  'entrypoints',
  'publicPath',
  'outputPath',
  'assetsByChunkName',
  'namedChunkGroups',
  'builtAt',
  'errorsCount',
  'filteredModules',
]);
/** Keys of a module there; something else that has modules with names has none of them. */
const MODULE_KEYS = new Set(['identifier', 'moduleType', 'reasons', 'issuer', 'built', 'depth', 'chunks']);

/** All keys of a module in the statistics that Storybook writes of a build by Vite. */
const REDUCED_KEYS = new Set(['id', 'name', 'reasons']);

/** `webpack --json`, rspack, Storybook, and what bundle analyzers save of it. With `source` it holds every module's text. */
export function webpackStats(): Recogniser {
  const { files, seen } = collector();
  /** Storybook's builder for Vite writes nothing but modules, and of each no more than its name and who asked for it. */
  let isReduced = true;

  function compilation(kind: ValueKind, key: string): Ask {
    if (STATS_KEYS.has(key)) seen.add(key);
    if (key !== 'modules') isReduced = false;
    if (kind !== 'array') return undefined;
    if (key === 'modules') return eachObject(module);
    if (key === 'chunks') return eachObject(chunk);
    return key === 'children' ? eachObject(() => ({ value: compilation })) : undefined;
  }

  function chunk(): Frame {
    return {
      value: (kind, key) => (key === 'modules' && kind === 'array' ? eachObject(module) : undefined),
    };
  }

  function module(): Frame {
    let name = '';
    let text: Measured | undefined;
    let typical = false;
    let joined = false;
    return {
      value(kind, key) {
        if (MODULE_KEYS.has(key)) typical = true;
        if (!REDUCED_KEYS.has(key)) isReduced = false;
        if (key === 'name' && kind === 'string') return { capture: (value) => (name = value) };
        if (key === 'source' && kind === 'string') return { measure: (value) => (text = value) };
        if (key !== 'modules' || kind !== 'array') return undefined;
        joined = true;
        return eachObject(module);
      },
      leave() {
        // One that is joined of others has no text of its own, and a context is no file.
        if (typical && !joined && !/ (?:sync|lazy)\b/.test(name)) files.add(fileOf(name), text);
        if (!typical) isReduced = false;
      },
    };
  }

  return {
    kind: 'stats',
    name: () => (isReduced ? 'Storybook stats' : 'webpack stats'),
    value: compilation,
    keys: [...STATS_KEYS],
    found: () => ((seen.size >= 2 || isReduced) && files.count() > 0 ? files : undefined),
  };
}

/** What webpack calls modules that are no file: `external "fs"`, `dll main`; and what Storybook makes itself. */
const NO_FILE =
  /^(?:dll|external|multi|container entry|delegated|provide shared|consume shared|remote|ignored|fallback)[ |]|^fallback-|^\(|^\/?virtual:|^\.\/iframe\.html$/;

/** The file in webpack's name of a module: behind its loaders, before what it was joined with; empty where it is no file. */
function fileOf(name: string): string {
  if (NO_FILE.test(name)) return '';
  return name.slice(name.lastIndexOf('!') + 1).replace(/ \+ \d+ modules?(?: \(concatenated\))?$/, '');
}

/** `recordsPath`: the ids of modules by their paths. */
export function webpackRecords(): Recogniser {
  const { files, seen } = collector();
  const ids: Frame = {
    value(kind, key) {
      if (kind === 'other' || kind === 'string') files.add(fileOf(key));
      return undefined;
    },
  };
  return {
    kind: 'stats',
    name: 'webpack records',
    value(kind, key) {
      if (kind !== 'object' || (key !== 'modules' && key !== 'chunks')) return undefined;
      seen.add(key);
      if (key === 'chunks') return undefined;
      return {
        value(inner, name) {
          if (name === 'usedIds') seen.add(name);
          return inner === 'object' && /^by(?:Identifier|Source|Name)$/.test(name) ? ids : undefined;
        },
      };
    },
    found: () => (seen.size >= 2 && files.count() > 0 ? files : undefined),
  };
}

/** What `DllPlugin` leaves for the builds that use the library. */
export function dllManifest(): Recogniser {
  const { files, seen } = collector();
  return {
    kind: 'stats',
    name: 'webpack DLL manifest',
    keys: ['name'],
    value(kind, key) {
      if (key === 'name') seen.add(key);
      if (key !== 'content' || kind !== 'object') return undefined;
      return { value: (inner, path) => (inner === 'object' ? module(path) : undefined) };
    },
    found: () => (seen.size > 0 && files.count() > 0 ? files : undefined),
  };

  function module(path: string): Frame {
    const keys = new Set<string>();
    return {
      value: (_kind, key) => void keys.add(key),
      leave: () => {
        if (keys.has('id') && keys.has('buildMeta')) files.add(path);
      },
    };
  }
}

/**
 * esbuild's metafile, which tsup writes as well, and Bun's: every file that went in, and what it imports. Of an output Bun tells the size first and
 * esbuild last, and Bun alone gives style sheets and JSON a format.
 */
export function metafile(): Recogniser {
  const { files, seen } = collector();
  let isBun = false;
  return {
    kind: 'stats',
    name: () => (isBun ? 'Bun metafile' : 'esbuild metafile'),
    value(kind, key) {
      if (kind !== 'object') return undefined;
      if (key === 'outputs') {
        seen.add(key);
        return { value: (inner) => (inner === 'object' ? output() : undefined) };
      }
      if (key !== 'inputs') return undefined;
      return { value: (inner, path) => (inner === 'object' ? input(path) : undefined) };
    },
    found: (truncated) => (files.count() > 0 && (seen.size > 0 || truncated) ? files : undefined),
  };

  function input(path: string): Frame {
    const keys = new Set<string>();
    return {
      value(kind, key) {
        keys.add(key);
        if (key !== 'format' || kind !== 'string') return undefined;
        return { capture: (format) => (isBun ||= format === 'css' || format === 'json') };
      },
      leave: () => {
        if (keys.has('bytes') && keys.has('imports')) files.add(path);
      },
    };
  }

  function output(): Frame {
    let first = true;
    return {
      value(_kind, key) {
        if (first && key === 'bytes') isBun = true;
        first = false;
        return undefined;
      },
    };
  }
}

/** The data of rollup-plugin-visualizer, as a file or in its page. */
export function visualizer(): Recogniser {
  const { files, seen } = collector();
  const meta = texts({ id: (id) => files.add(id) });
  return {
    kind: 'stats',
    name: 'rollup-plugin-visualizer report',
    value(kind, key) {
      if (kind !== 'object') return undefined;
      if (key === 'nodeParts' || key === 'tree') seen.add(key);
      return key === 'nodeMetas' ? { value: (inner) => (inner === 'object' ? meta : undefined) } : undefined;
    },
    found: () => (seen.size > 0 && files.count() > 0 ? files : undefined),
  };
}

/** The data of webpack-bundle-analyzer, as a file or in its page: a list of assets, each a tree of folders. */
export function bundleAnalyzer(): Pick<Recogniser, 'kind' | 'name' | 'found'> & { readonly list: Frame } {
  const { files, seen } = collector();

  function group(): Frame {
    let path = '';
    let nested = false;
    return {
      value(kind, key) {
        if (key === 'isAsset' || key === 'statSize') seen.add(key);
        if (key === 'path' && kind === 'string') return { capture: (value) => (path = value) };
        if (key !== 'groups' || kind !== 'array') return undefined;
        return eachObject(() => {
          nested = true;
          return group();
        });
      },
      leave: () => {
        // Files of a folder that it tells of together have no name.
        if (!nested && !/\*\.\w+$/.test(path)) files.add(fileOf(path));
      },
    };
  }

  return {
    kind: 'stats',
    name: 'webpack-bundle-analyzer report',
    list: eachObject(group),
    found: () => (seen.size >= 2 ? files : undefined),
  };
}
