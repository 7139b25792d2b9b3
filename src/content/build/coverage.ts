import type { Measured } from '../scanner/measure.ts';
import { type Ask, eachObject, type Frame } from './frames.ts';
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

  const covered: Frame = { value: (kind) => (kind === 'object' ? file() : undefined) };
  return {
    kind: 'coverage',
    name: 'Istanbul coverage',
    value(kind, key) {
      if (kind !== 'object') return undefined;
      // `jest --json`: what tests said, and beside it what they covered.
      if (key === 'coverageMap') return covered;
      return strangers < MAX_STRANGERS ? file() : undefined;
    },
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

/**
 * What monocart-coverage-reports writes: `coverage-report.json`, whose data its page holds as well, compressed, with the text of each
 * file; and the raw coverage from which several runs are joined, without it. https://github.com/cenfun/monocart-coverage-reports
 */
export function monocartCoverage(): Recogniser {
  const { files, seen } = collector();

  /** @param mark what all of them have */
  function file(mark: string): Frame {
    let path = '';
    let url = '';
    let text: Measured | undefined;
    let isMarked = false;
    return {
      value(kind, key): Ask {
        if (key === mark) isMarked = true;
        if (kind !== 'string') return undefined;
        if (key === 'sourcePath') return { capture: (value) => (path = value) };
        if (key === 'url') return { capture: (value) => (url = value) };
        return key === 'source' ? { measure: (value) => (text = value) } : undefined;
      },
      leave() {
        if (!isMarked || url === '') return;
        seen.add(mark);
        files.add(path || url, text);
      },
    };
  }
  const report = eachObject(() => file('data'));
  const raw = eachObject(() => file('functions'));

  return {
    kind: 'coverage',
    name: 'Monocart coverage',
    value(kind, key): Ask {
      if (key === 'type' && kind === 'string') seen.add(key);
      if (key === 'watermarks' && kind === 'object') seen.add(key);
      if (kind !== 'array') return undefined;
      return key === 'files' ? report : key === 'data' ? raw : undefined;
    },
    keys: ['type'],
    found: () =>
      seen.has('type') && (seen.has('functions') || (seen.has('data') && seen.has('watermarks')))
        ? files
        : undefined,
  };
}
