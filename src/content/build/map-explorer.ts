import { type Ask, eachObject, type Frame } from './frames.ts';
import { collector, MAX_STRANGERS, type Recogniser } from './recogniser.ts';

/** `source-map-explorer --json`: the sizes of original files in each bundle. */
export function mapExplorer(): Recogniser {
  const { files, seen } = collector();
  const paths: Frame = {
    value(_kind, key) {
      if (!key.startsWith('[')) files.add(key);
      return undefined;
    },
  };
  return {
    kind: 'stats',
    name: 'source-map-explorer report',
    value(kind, key) {
      if (key !== 'results' || kind !== 'array') return undefined;
      return eachObject(() => ({
        value(inner, name) {
          if (name === 'bundleName') seen.add(name);
          return name === 'files' && inner === 'object' ? paths : undefined;
        },
      }));
    },
    found: () => (seen.size > 0 && files.count() > 0 ? files : undefined),
  };
}

/** What stands behind the name of each node: ` • 1.09 KB • 100.0%`. */
const NODE_SIZE = / \u2022 [\d.]+ \w?B \u2022 [\d.]+%$/;
/** Folders in each other; deeper ones are no source tree. */
const MAX_DEPTH = 64;

/** The data in the page of source-map-explorer: by bundle, a tree of folders and files, each with its size in its name. */
export function mapTree(): Recogniser {
  const { files, seen } = collector(false);
  let strangers = 0;

  function node(folder: string, depth: number): Frame {
    let name = '';
    let nested = false;
    const path = () => (depth === 0 ? '' : folder + name.replace(NODE_SIZE, ''));
    return {
      value(kind, key): Ask {
        if (key === 'name' && kind === 'string') {
          return {
            capture(text) {
              name = text;
              if (NODE_SIZE.test(text)) seen.add('size');
            },
          };
        }
        if (key !== 'children' || kind !== 'array' || depth > MAX_DEPTH) return undefined;
        nested = true;
        return eachObject(() => node(depth === 0 ? '' : `${path()}/`, depth + 1));
      },
      leave() {
        // `[unmapped]` and the like are no files.
        if (!nested && depth > 0 && NODE_SIZE.test(name) && !name.startsWith('[')) files.add(path());
      },
    };
  }

  return {
    kind: 'stats',
    name: 'source-map-explorer report',
    value(kind, key) {
      if (kind !== 'object' || !/^\d+$/.test(key)) strangers++;
      if (strangers >= MAX_STRANGERS || kind !== 'object') return undefined;
      return { value: (inner, name) => (name === 'data' && inner === 'object' ? node('', 0) : undefined) };
    },
    found: () => (strangers === 0 && seen.size > 0 && files.count() > 0 ? files : undefined),
  };
}
