import type { Frame } from './frames.ts';
import { collector, type Recogniser } from './recogniser.ts';

/** Keys of one output in Vite's manifest. */
const CHUNK_KEYS = new Set([
  'file',
  'src',
  'name',
  'names',
  'isEntry',
  'isDynamicEntry',
  'isLegacyEntry',
  'imports',
  'dynamicImports',
  'css',
  'assets',
  'integrity',
]);

/** `.vite/manifest.json`: by source, the output that a server has to name in its pages. */
export function viteManifest(): Recogniser {
  const { files } = collector();
  let other = false;

  function chunk(): Frame {
    let file = false;
    let src = '';
    return {
      value(kind, key) {
        if (!CHUNK_KEYS.has(key)) other = true;
        if (key === 'file') file = kind === 'string';
        return key === 'src' && kind === 'string' ? { capture: (text) => (src = text) } : undefined;
      },
      leave() {
        if (!file) other = true;
        files.add(src);
      },
    };
  }

  return {
    kind: 'manifest',
    name: 'Vite manifest',
    value(kind) {
      if (kind === 'object' && !other) return chunk();
      other = true;
      return undefined;
    },
    found: () => (!other && files.count() > 0 ? files : undefined),
  };
}

/** `.vite/ssr-manifest.json`: by source, the outputs to load with it. Its shape says little, so its name has to agree. */
export function ssrManifest(path: string): Recogniser {
  const { files } = collector();
  const named = /(?:^|\/)ssr-manifest\.json$/.test(path);
  let other = false;
  return {
    kind: 'manifest',
    name: 'Vite SSR manifest',
    value(kind, key) {
      if (kind !== 'array') other = true;
      // Names that begin with a NUL are the bundler's own.
      else if (named && !key.startsWith('\0')) files.add(key);
      return undefined;
    },
    found: () => (named && !other && files.count() > 0 ? files : undefined),
  };
}
