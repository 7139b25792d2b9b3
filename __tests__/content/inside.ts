import { tmpdir } from 'node:os';
import { createBudget } from '../../src/archive/budget.ts';
import type { Oddity } from '../../src/archive/oddity.ts';
import type { FileFacts } from '../../src/content/facts.ts';
import { lookAt } from '../../src/content/look.ts';
import { createUnpack } from '../../src/content/unpack.ts';

/** What looking into one file of a package tells, in lines that a test can spell out. */
export interface Inside {
  /** `path` of each file inside, `path:map` of a source map, `path?` of what was not read. */
  readonly files: string[];
  /** `kind path` of what is odd. */
  readonly odd: string[];
  readonly messages: string[];
  /** Why the container was not read to its end. */
  readonly unread: string | undefined;
  readonly facts: FileFacts[];
  /** Of the container itself. */
  readonly own: FileFacts;
}

/** Looks at bytes that stand in a package under `path`, handed over in pieces of that size, or told to be all. */
export function lookInside(path: string, bytes: Buffer, step: number | 'whole' = bytes.length): Inside {
  const facts: FileFacts[] = [];
  const oddities: Oddity[] = [];
  const unpack = createUnpack({
    budget: createBudget(),
    onFile: (file) => facts.push(file),
    onOddity: (oddity) => oddities.push(oddity),
    wantsDigest: () => true,
    temporary: tmpdir(),
  });
  const look = lookAt(path, bytes.length, false, unpack);
  if (step === 'whole') look.push(bytes, true);
  else for (let at = 0; at < bytes.length; at += step) look.push(bytes.subarray(at, at + step));
  const own = look.end();
  return {
    files: facts.map(
      (file) => `${file.path}${file.maps.length > 0 ? ':map' : ''}${file.uninspected ? '?' : ''}`,
    ),
    odd: oddities.map(({ kind, path }) => `${kind} ${path}`),
    messages: oddities.map(({ message }) => message),
    unread: own.uninspected,
    facts,
    own,
  };
}
