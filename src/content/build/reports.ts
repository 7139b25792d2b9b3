import { type Ask, eachObject, eachText, type Frame, type ValueKind } from './frames.ts';
import { collector, MAX_STRANGERS, type Recogniser } from './recogniser.ts';

/** Folders in each other in a tree of Parcel's report; deeper ones are no source tree. */
const MAX_DEPTH = 64;

/** Sonda's report, as JSON or out of its page: every file that went in; with `sources` also the maps it was made from. */
export function sondaReport(): Recogniser {
  const { files, seen } = collector();

  function resource(): Frame {
    let kind = '';
    let name = '';
    return {
      value(type, key): Ask {
        if (type !== 'string') return undefined;
        if (key === 'kind') return { capture: (text) => (kind = text) };
        return key === 'name' ? { capture: (text) => (name = text) } : undefined;
      },
      leave() {
        if (kind === 'filesystem' || kind === 'sourcemap') files.add(name === '[unassigned]' ? '' : name);
      },
    };
  }

  return {
    kind: 'stats',
    name: 'Sonda report',
    value(kind, key) {
      if (key === 'metadata' && kind === 'object') seen.add(key);
      if (key === 'connections' && kind === 'array') seen.add(key);
      return key === 'resources' && kind === 'array' ? eachObject(resource) : undefined;
    },
    found: (truncated) =>
      files.count() > 0 && (seen.size === 2 || (truncated && seen.size > 0)) ? files : undefined,
  };
}

/** The data of vite-bundle-analyzer, as a file or in its page: a list of outputs, each a tree of folders from the root of the project on. */
export function viteAnalyzer(): Pick<Recogniser, 'kind' | 'name' | 'found'> & { readonly list: Frame } {
  const { files, seen } = collector();

  function group(depth: number): Frame {
    let path = '';
    let nested = false;
    const inner = eachObject(() => {
      nested = true;
      return group(depth + 1);
    });
    return {
      value(kind, key): Ask {
        if (key === 'filename' && kind === 'string') return { capture: (text) => (path = text) };
        if (key === 'parsedSize' || key === 'importedBy' || (key === 'isAsset' && depth === 0)) seen.add(key);
        const holds = key === 'groups' || ((key === 'source' || key === 'stats') && depth === 0);
        return holds && kind === 'array' && depth <= MAX_DEPTH ? inner : undefined;
      },
      leave() {
        if (!nested && depth > 0) files.add(path);
      },
    };
  }

  return {
    kind: 'stats',
    name: 'vite-bundle-analyzer report',
    list: eachObject(() => group(0)),
    found: () => (seen.has('parsedSize') && seen.has('isAsset') && files.count() > 0 ? files : undefined),
  };
}

/** The tree in the page of `@parcel/reporter-bundle-analyzer`: bundles, and the folders and files in each. */
export function parcelReport(): Recogniser {
  const { files, seen } = collector();
  let strangers = 0;

  function group(folder: string, depth: number): Frame {
    let label = '';
    let nested = false;
    return {
      value(kind, key): Ask {
        if (key === 'label' && kind === 'string') return { capture: (text) => (label = text) };
        if (key === 'weight' && kind === 'other') seen.add(key);
        if (key !== 'groups' || kind !== 'array' || depth > MAX_DEPTH) return undefined;
        nested = true;
        const inner = depth === 0 ? '' : `${folder}${label}/`;
        return eachObject(() => group(inner, depth + 1));
      },
      leave() {
        if (label === '') strangers++;
        else if (!nested && depth > 0) files.add(`${folder}${label}`);
      },
    };
  }

  return {
    kind: 'stats',
    name: 'Parcel bundle report',
    value(kind, key) {
      if (key !== 'groups') strangers++;
      if (key !== 'groups' || kind !== 'array' || strangers >= MAX_STRANGERS) return undefined;
      return eachObject(() => group('', 0));
    },
    found: () => (strangers === 0 && seen.size > 0 && files.count() > 0 ? files : undefined),
  };
}

/**
 * `.nft.json`: the files that a server needs, as Next.js and Vercel trace them. Its shape says little, so its name has to agree.
 *
 * @param path of the file
 */
export function fileTrace(path: string): Recogniser {
  const { files } = collector(false);
  const named = path.endsWith('.nft.json');
  let other = false;
  return {
    kind: 'manifest',
    name: 'trace of files',
    value(kind: ValueKind, key: string) {
      if (key !== 'version' && key !== 'files' && key !== 'fileHashes') other = true;
      return named && key === 'files' && kind === 'array' ? eachText((file) => files.add(file)) : undefined;
    },
    found: () => (named && !other && files.count() > 0 ? files : undefined),
  };
}
