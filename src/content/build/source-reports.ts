import type { Measured } from '../scanner/measure.ts';
import { type Ask, eachObject, type Frame, texts } from './frames.ts';
import { collector, MAX_STRANGERS, type Recogniser } from './recogniser.ts';

/** A recogniser of a root that is a list. */
type ListRecogniser = Pick<Recogniser, 'kind' | 'name' | 'found'> & { readonly list: Frame };

/**
 * What linters of JavaScript report, ESLint first: by file what is wrong with it, and the text of each file that something is
 * wrong with. https://eslint.org/docs/latest/use/formatters/#json
 */
export function lintReport(): Recogniser & ListRecogniser {
  const { files, seen } = collector(false);
  let strangers = 0;

  function file(): Frame {
    let path = '';
    let text: Measured | undefined;
    const keys = new Set<string>();
    return {
      value(kind, key): Ask {
        keys.add(key);
        if (kind !== 'string') return undefined;
        if (key === 'filePath') return { capture: (value) => (path = value) };
        // `output` is the same file as the linter would mend it.
        if (key === 'source' || key === 'output') return { measure: (value) => (text = value) };
        return undefined;
      },
      leave() {
        if (path === '' || !keys.has('messages') || !keys.has('errorCount')) strangers++;
        else {
          seen.add('messages');
          files.add(path, text);
        }
      },
    };
  }

  const list = eachObject(file);
  return {
    kind: 'report',
    name: 'ESLint report',
    list,
    value: (kind, key) => (key === 'results' && kind === 'array' ? list : undefined),
    found: () => (strangers < MAX_STRANGERS && seen.size > 0 && files.count() > 0 ? files : undefined),
  };
}

/** What Stryker writes, for JavaScript, .NET and Scala, and Infection for PHP: each file that was mutated, whole. https://github.com/stryker-mutator/mutation-testing-elements */
export function mutationReport(): Recogniser {
  const { files, seen } = collector();

  function file(path: string): Frame {
    let text: Measured | undefined;
    let mutants = false;
    return {
      value(kind, key): Ask {
        if (key === 'mutants' && kind === 'array') mutants = true;
        return key === 'source' && kind === 'string' ? { measure: (value) => (text = value) } : undefined;
      },
      leave() {
        if (!mutants) return;
        seen.add('mutants');
        files.add(path, text);
      },
    };
  }
  const byPath: Frame = { value: (kind, key) => (kind === 'object' ? file(key) : undefined) };

  return {
    kind: 'report',
    name: 'mutation report',
    value: (kind, key) => (key === 'files' && kind === 'object' ? byPath : undefined),
    found: () => (seen.size > 0 && files.count() > 0 ? files : undefined),
  };
}

/** `documentation.json` of Compodoc: by class, component, service and the like, the file that it stands in and all of its text. */
export function compodocModel(): Recogniser {
  const { files, seen } = collector();

  function declaration(): Frame {
    let path = '';
    let text: Measured | undefined;
    return {
      value(kind, key): Ask {
        if (kind !== 'string') return undefined;
        if (key === 'file') return { capture: (value) => (path = value) };
        return key === 'sourceCode' ? { measure: (value) => (text = value) } : undefined;
      },
      leave() {
        // Two of one file hold the same text.
        if (text !== undefined) seen.add('sourceCode');
        files.add(path, text);
      },
    };
  }

  return {
    kind: 'report',
    name: 'Compodoc model',
    value: (kind, key) => (kind === 'array' && DECLARATIONS.has(key) ? eachObject(declaration) : undefined),
    found: () => (seen.size > 0 && files.count() > 0 ? files : undefined),
  };
}

const DECLARATIONS = new Set([
  'pipes',
  'interfaces',
  'injectables',
  'guards',
  'interceptors',
  'classes',
  'directives',
  'components',
  'modules',
  'controllers',
  'entities',
]);

/** `jsdoc -X`: by declaration, the file and line it was taken from, as they lie on the machine. */
export function jsdocModel(): ListRecogniser {
  const { files, seen } = collector(false);

  function declaration(): Frame {
    let name = '';
    let folder = '';
    return {
      value(kind, key): Ask {
        if (key === 'longname') seen.add(key);
        if (key !== 'meta' || kind !== 'object') return undefined;
        return texts({ filename: (text) => (name = text), path: (text) => (folder = text) });
      },
      leave() {
        if (name !== '' && folder !== '') files.add(`${folder}/${name}`);
      },
    };
  }

  return {
    kind: 'report',
    name: 'JSDoc model',
    list: eachObject(declaration),
    found: () => (seen.has('longname') && files.count() > 0 ? files : undefined),
  };
}

/** Cells of a notebook in the languages that one is written in for other people to read. */
const PROSE = /^(?:markdown|raw|heading)$/;

/**
 * A notebook of Jupyter: its cells of code together are the source. https://nbformat.readthedocs.io/en/latest/format_description.html
 *
 * @param path of the file
 */
export function notebook(path: string): Recogniser {
  const { files, seen } = collector(false);
  const sum = { lines: 0, bytes: 0 };

  function cell(): Frame {
    let prose = false;
    const own = { lines: 0, bytes: 0 };
    /** A list of lines; each but the last ends in a line break. */
    const add: Ask = {
      measure(text) {
        own.lines += text.lines;
        own.bytes += text.bytes;
      },
    };
    return {
      value(kind, key): Ask {
        if (key === 'cell_type' && kind === 'string') {
          seen.add(key);
          return { capture: (text) => (prose = PROSE.test(text)) };
        }
        if (key !== 'source' && key !== 'input') return undefined;
        if (kind === 'array') return { value: (inner) => (inner === 'string' ? add : undefined) };
        return kind === 'string' ? add : undefined;
      },
      leave() {
        if (prose) return;
        sum.lines += own.lines;
        sum.bytes += own.bytes;
      },
    };
  }
  const cells = eachObject(cell);

  return {
    kind: 'report',
    name: 'Jupyter notebook',
    value(kind, key): Ask {
      if (key === 'nbformat' && kind === 'other') seen.add(key);
      if (key === 'cells' && kind === 'array') return cells;
      // Before the fourth version of the format.
      if (key !== 'worksheets' || kind !== 'array') return undefined;
      return eachObject(() => ({
        value: (inner, name) => (name === 'cells' && inner === 'array' ? cells : undefined),
      }));
    },
    keys: ['nbformat'],
    found(truncated) {
      // The version stands at the end.
      if (!seen.has('cell_type') || (!seen.has('nbformat') && !truncated)) return undefined;
      if (sum.bytes < MIN_NOTEBOOK) return undefined;
      files.add(path.slice(path.lastIndexOf('/') + 1), sum);
      return files;
    },
  };
}

/** Bytes of code from which on a notebook is a source: a few lines are an example. */
const MIN_NOTEBOOK = 200;
