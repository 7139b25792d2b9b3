import type { Measured } from '../scanner/measure.ts';
import { type Ask, eachObject, type Frame, texts } from './frames.ts';
import { collector, MAX_STRANGERS, type Recogniser } from './recogniser.ts';

/** Suites in each other; deeper ones are none that people write. */
const MAX_DEPTH = 64;
/** Of each kind of report, keys of the root that stand beside the list of results. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  jest: ['numTotalTests'],
  playwright: ['config', 'suites'],
  page: ['projectNames', 'stats'],
  mochawesome: ['stats', 'results'],
  mocha: ['stats', 'passes', 'failures'],
};

const MARKS: ReadonlySet<string> = new Set(Object.values(BESIDE).flat());

/**
 * What a run of tests leaves as JSON: which files were run and what came of each test, with the lines at which one failed.
 * Of Jest and Vitest (`--json`, `--reporter=json`), of Playwright (`json`, and what the zip archive in its page holds), of Mocha, and
 * of mochawesome, which has the text of each test as well.
 */
export function testReport(): Recogniser {
  const { files, seen } = collector(false);
  /** The kinds of report of which there was a result. */
  const kinds = new Set<string>();
  let strangers = 0;

  function add(kind: string, path: string, text?: Measured): void {
    kinds.add(kind);
    files.add(path, text);
  }

  /** The results of one file. */
  function results(): Frame {
    let path = '';
    let isResult = false;
    return {
      value(kind, key): Ask {
        if ((key === 'assertionResults' || key === 'testResults') && kind === 'array') isResult = true;
        if ((key === 'name' || key === 'testFilePath') && kind === 'string')
          return { capture: (text) => (path = text) };
        return undefined;
      },
      leave() {
        if (isResult && path !== '') add('jest', path);
        else strangers++;
      },
    };
  }

  /** A file of tests, or a group of them in one. */
  function suite(depth: number): Frame {
    let path = '';
    let isSuite = false;
    return {
      value(kind, key): Ask {
        if (key === 'file' && kind === 'string') return { capture: (text) => (path = text) };
        if (key === 'specs' && kind === 'array') isSuite = true;
        return key === 'suites' && kind === 'array' && depth < MAX_DEPTH
          ? eachObject(() => suite(depth + 1))
          : undefined;
      },
      leave() {
        if (isSuite && path !== '') add('playwright', path);
        else strangers++;
      },
    };
  }

  /** What a page shows of one file. */
  function shown(): Frame {
    let path = '';
    let isShown = false;
    return {
      value(kind, key): Ask {
        if (key === 'tests' && kind === 'array') isShown = true;
        return key === 'fileName' && kind === 'string' ? { capture: (text) => (path = text) } : undefined;
      },
      leave() {
        if (isShown && path !== '') add('page', path);
        else strangers++;
      },
    };
  }

  /** A file, whose suites hold the text of each test; they name the same file again. */
  function runs(): Frame {
    let path = '';
    let isRun = false;
    const sum = { lines: 0, bytes: 0 };
    const code: Ask = {
      measure(text) {
        sum.lines += text.lines;
        sum.bytes += text.bytes;
      },
    };
    const run: Frame = {
      value(kind, key) {
        if (key === 'fullTitle') isRun = true;
        return key === 'code' && kind === 'string' ? code : undefined;
      },
    };
    const inside = (depth: number): Frame => ({
      value(kind, key): Ask {
        if (depth === 0 && key === 'fullFile' && kind === 'string')
          return { capture: (text) => (path = text) };
        if (kind !== 'array' || depth === MAX_DEPTH) return undefined;
        if (key === 'suites') return eachObject(() => inside(depth + 1));
        return HOOKS.has(key) ? eachObject(() => run) : undefined;
      },
    });
    return {
      ...inside(0),
      leave() {
        if (isRun && path !== '') add('mochawesome', path, sum.bytes > 0 ? sum : undefined);
        else strangers++;
      },
    };
  }

  function test(): Frame {
    let isTest = false;
    let path = '';
    const inner = texts({ file: (text) => (path = text) });
    return {
      value(kind, key) {
        if (key === 'fullTitle') isTest = true;
        return inner.value(kind, key);
      },
      leave() {
        if (isTest && path !== '') add('mocha', path);
        else strangers++;
      },
    };
  }

  const lists: Readonly<Record<string, () => Frame>> = {
    testResults: results,
    suites: () => suite(0),
    files: shown,
    results: runs,
    tests: test,
  };

  return {
    kind: 'report',
    name: 'test report',
    value(kind, key): Ask {
      if (MARKS.has(key)) seen.add(key);
      if (kind !== 'array' || strangers >= MAX_STRANGERS || !Object.hasOwn(lists, key)) return undefined;
      return eachObject(lists[key]!);
    },
    keys: ['numTotalTests'],
    found(truncated) {
      const sure = [...kinds].some((kind) => truncated || BESIDE[kind]!.every((key) => seen.has(key)));
      return sure && files.count() > 0 ? files : undefined;
    },
  };
}

/** Lists of what mochawesome runs: tests, and what goes before and after them. */
const HOOKS: ReadonlySet<string> = new Set(['tests', 'beforeHooks', 'afterHooks']);
