import { type Ask, eachText, type Frame, type ValueKind } from './frames.ts';
import { collector, type Recogniser } from './recogniser.ts';

/** All keys of the short form, which names the root files alone. */
const SHORT_FORM = new Set(['root', 'version', 'errors', 'checkPending', 'packageJsons']);

const SOURCE = /\.(?:[cm]?[jt]sx?|vue|json)$/;

/** `.tsbuildinfo`, as TypeScript 3.4 to 7 write it: every file of the project, with the state of its last build. */
export function typescriptBuildInfo(): Recogniser {
  const { files, seen } = collector(false);
  /** The compiler's own libraries are in every project. */
  const add = (path: string) => {
    if (!/^lib\.[\w.]+\.d\.ts$/.test(path)) files.add(path);
  };
  const byPath: Frame = {
    value(kind, key) {
      if (kind === 'object') add(key);
      return undefined;
    },
  };

  function program(kind: ValueKind, key: string): Ask {
    if (key === 'fileInfos' && kind !== 'string') seen.add(key);
    if (key === 'fileInfos' && kind === 'object') return byPath;
    return (key === 'fileNames' || key === 'root') && kind === 'array' ? eachText(add) : undefined;
  }

  let other = false;
  return {
    kind: 'build-info',
    name: 'TypeScript build info',
    keys: ['fileInfos'],
    value(kind, key) {
      if (!SHORT_FORM.has(key)) other = true;
      return key === 'program' && kind === 'object' ? { value: program } : program(kind, key);
    },
    found(truncated) {
      const full = (seen.size > 0 && files.count() > 0) || (truncated && other && files.count() > 0);
      if (full || files.count() === 0) return full ? files : undefined;
      return !other && files.end().sources.every(({ path }) => SOURCE.test(path)) ? files : undefined;
    },
  };
}
