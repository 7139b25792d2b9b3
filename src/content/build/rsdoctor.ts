import { type Ask, eachObject, type Frame } from './frames.ts';
import { collector, MAX_STRANGERS, type Recogniser } from './recogniser.ts';

/** What people call each part of the report, wherever it lies: in `.rsdoctor`, in its page, in `rsdoctor-data.json`. */
const NAME = 'Rsdoctor report';

/** The part of Rsdoctor's report that lists the modules, by their paths; in `rsdoctor-data.json` under `data`. */
export function rsdoctorGraph(): Recogniser {
  const { files, seen } = collector(false);

  function module(): Frame {
    let path = '';
    let typical = false;
    return {
      value(kind, key): Ask {
        if (key === 'webpackId' || key === 'issuerPath') typical = true;
        return key === 'path' && kind === 'string' ? { capture: (text) => (path = text) } : undefined;
      },
      leave() {
        if (typical) files.add(path);
      },
    };
  }

  const graph: Frame = {
    value(kind, key): Ask {
      if (key === 'moduleGraphModules' || key === 'dependencies') seen.add(key);
      return key === 'modules' && kind === 'array' ? eachObject(module) : undefined;
    },
  };
  const data: Frame = {
    value: (kind, key) => (key === 'moduleGraph' && kind === 'object' ? graph : undefined),
  };
  return {
    kind: 'stats',
    name: NAME,
    keys: ['moduleGraphModules', 'dependencies'],
    value: (kind, key) => (key === 'data' && kind === 'object' ? data : graph.value(kind, key)),
    found: () => (seen.has('moduleGraphModules') && files.count() > 0 ? files : undefined),
  };
}

/** The part that holds the text of each module, by the number that the list gives it. */
export function rsdoctorCode(): Recogniser {
  const { files, seen } = collector(false);
  let strangers = 0;

  function module(id: string): Frame {
    const keys = new Set<string>();
    let add: (() => void) | undefined;
    return {
      value(kind, key): Ask {
        keys.add(key);
        if (key !== 'source' || kind !== 'string') return undefined;
        return {
          measure: (text) => {
            if (text.bytes > 0) add = () => files.add(`rsdoctor:///module/${id}`, text);
          },
        };
      },
      leave() {
        if (!keys.has('source') || !keys.has('transformed') || !keys.has('parsedSource')) strangers++;
        else {
          seen.add('source');
          add?.();
        }
      },
    };
  }

  return {
    kind: 'stats',
    name: NAME,
    value(kind, key) {
      if (kind === 'object' && /^\d+$/.test(key) && strangers < MAX_STRANGERS) return module(key);
      return undefined;
    },
    found: () => (seen.size > 0 ? files : undefined),
  };
}
