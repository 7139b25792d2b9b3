import { eachObject, type Frame } from './frames.ts';
import { collector, MAX_STRANGERS, type Recogniser } from './recogniser.ts';

/** `coverage-final.json` and what lies in `.nyc_output`: by path, where each statement begins and ends. */
export function istanbulCoverage(): Recogniser {
  const { files } = collector();
  let strangers = 0;

  function file(onFound?: () => void): Frame {
    let path = '';
    let statements = false;
    let wraps = false;
    return {
      value(kind, key) {
        if (key === 'path' && kind === 'string') return { capture: (text) => (path = text) };
        if (key === 'statementMap' && kind === 'object') statements = true;
        return key === 'data' && kind === 'object' ? file(() => (wraps = true)) : undefined;
      },
      leave: () => {
        if (statements) {
          files.add(path);
          onFound?.();
        } else if (!wraps) strangers++;
      },
    };
  }

  return {
    kind: 'coverage',
    name: 'Istanbul coverage',
    value: (kind) => (kind === 'object' && strangers < MAX_STRANGERS ? file() : undefined),
    found: () => (files.count() > 0 ? files : undefined),
  };
}

const MEASURED = ['lines', 'statements', 'functions', 'branches'];

/** `coverage-summary.json`: by path, how much of it was run. */
export function coverageSummary(): Recogniser {
  const { files, seen } = collector();
  let strangers = 0;

  function file(path: string): Frame {
    const keys = new Set<string>();
    return {
      value: (_kind, key) => void keys.add(key),
      leave() {
        if (!MEASURED.every((key) => keys.has(key))) strangers++;
        else if (path === 'total') seen.add(path);
        else files.add(path);
      },
    };
  }

  return {
    kind: 'coverage',
    name: 'coverage summary',
    value: (kind, key) => (kind === 'object' && strangers < MAX_STRANGERS ? file(key) : undefined),
    found: () => (seen.size > 0 && files.count() > 0 ? files : undefined),
  };
}

/** What `NODE_V8_COVERAGE` and browsers write: by script, which of its functions were run. */
export function v8Coverage(): Recogniser {
  const { files } = collector();

  function script(): Frame {
    let url = '';
    const keys = new Set<string>();
    return {
      value(kind, key) {
        keys.add(key);
        return key === 'url' && kind === 'string' ? { capture: (text) => (url = text) } : undefined;
      },
      leave: () => {
        if (keys.has('functions') && keys.has('scriptId') && !/^(?:node:|evalmachine|chrome|\[)/.test(url))
          files.add(url);
      },
    };
  }

  return {
    kind: 'coverage',
    name: 'V8 coverage',
    value: (kind, key) => (key === 'result' && kind === 'array' ? eachObject(script) : undefined),
    found: () => (files.count() > 0 ? files : undefined),
  };
}
