import { MAX_LISTED_SOURCES } from '../originals.ts';
import type { Measured } from '../scanner/measure.ts';
import type { Ask, Frame } from './frames.ts';
import { collector, type Recogniser } from './recogniser.ts';

/** The place in the list that a reference names. */
const placeOf = (reference: string): number => (/^\d{1,9}$/.test(reference) ? Number(reference) : -1);
/** Keys of the first object, beside the one that leads to the sources. */
const KEYS = new Set(['files', 'moduleGraph', 'unhandledErrors']);

/**
 * `html.meta.json` of Vitest's HTML reporter (gzip data since version 1): what ran, and the text of each file that the report shows. It is a list as flatted
 * writes it: each container and string stands in it once, and a string in a container is the place of another one. Those that a container leads to
 * stand behind it. https://vitest.dev/guide/reporters#html-reporter, https://github.com/WebReflection/flatted
 */
export function vitestReport(): Pick<Recogniser, 'kind' | 'name' | 'found'> & { readonly list: Frame } {
  const { files, seen } = collector(false);
  /** The next place in the list, and where the list of sources stands. */
  let next = 0;
  let sources = -1;
  /** By place, the path of the source that stands there. */
  const paths = new Map<number, string>();

  /** A text that two files have stands there once, and is that of the first; of very many paths the further ones are counted. */
  function addPath(path: string, place: number): void {
    if (paths.has(place) || paths.size === MAX_LISTED_SOURCES) files.add(path.replace(ID, ''));
    else paths.set(place, path);
  }

  const root: Frame = {
    value(kind, key): Ask {
      if (kind === 'string' && KEYS.has(key)) seen.add(key);
      return kind === 'string' && key === 'sources'
        ? { capture: (text) => (sources = placeOf(text)) }
        : undefined;
    },
  };
  const list: Frame = {
    value(kind, key): Ask {
      return kind === 'string' ? { capture: (text) => addPath(key, placeOf(text)) } : undefined;
    },
  };

  return {
    kind: 'report',
    name: 'Vitest report',
    list: {
      value(kind): Ask {
        const place = next++;
        if (place === 0) return kind === 'object' ? root : undefined;
        if (place === sources) return kind === 'object' ? list : undefined;
        const path = kind === 'string' ? paths.get(place) : undefined;
        return path === undefined
          ? undefined
          : { measure: (text: Measured) => files.add(path.replace(ID, ''), text) };
      },
    },
    found: () => (seen.size === KEYS.size && files.count() > 0 ? files : undefined),
  };
}

/** What Vite puts before the path of a module that is none on the disk. */
const ID = /^(?:\0|\/@fs)+/;
