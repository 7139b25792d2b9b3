import { eachObject, eachText, type Frame } from './frames.ts';
import { collector, type Recogniser } from './recogniser.ts';

/** `index.json` of a Storybook that was built (before version 7 `stories.json`): by story, the file that it and its component stand in. */
export function storybookIndex(): Recogniser {
  const { files } = collector();
  let other = false;

  function entry(): Frame {
    let title = false;
    let path = '';
    return {
      value(kind, key) {
        if (key === 'title' && kind === 'string') title = true;
        if (key === 'storiesImports' && kind === 'array') return eachText((file) => files.add(file));
        if (kind !== 'string') return undefined;
        if (key === 'importPath') return { capture: (text) => (path = text) };
        return key === 'componentPath' ? { capture: (text) => files.add(text) } : undefined;
      },
      leave() {
        if (!title || path === '') other = true;
        else files.add(path);
      },
    };
  }
  const entries: Frame = {
    value(kind) {
      if (kind !== 'object') other = true;
      return other ? undefined : entry();
    },
  };

  return {
    kind: 'manifest',
    name: 'Storybook index',
    value: (kind, key) =>
      kind === 'object' && (key === 'entries' || key === 'stories') && !other ? entries : undefined,
    found: () => (!other && files.count() > 0 ? files : undefined),
  };
}

/** Declarations inside each other that are looked into. */
const MAX_DEPTH = 50;

/** `typedoc --json`: by declaration, the file and line it was taken from. */
export function typedocModel(): Recogniser {
  const { files, seen } = collector();
  const source: Frame = {
    value: (kind, key) =>
      key === 'fileName' && kind === 'string' ? { capture: (text) => files.add(text) } : undefined,
  };

  function declaration(depth: number): Frame {
    return {
      value(kind, key) {
        if (kind !== 'array') return undefined;
        if (key === 'sources') return eachObject(() => source);
        if ((key !== 'children' && key !== 'signatures') || depth > MAX_DEPTH) return undefined;
        return eachObject(() => declaration(depth + 1));
      },
    };
  }

  return {
    kind: 'manifest',
    name: 'TypeDoc model',
    value(kind, key) {
      if (key === 'flags' && kind === 'object') seen.add(key);
      return key === 'children' && kind === 'array' ? eachObject(() => declaration(0)) : undefined;
    },
    found: () => (seen.has('flags') && files.count() > 0 ? files : undefined),
  };
}
