import { createMatcher } from '../../paths.ts';
import type { PackageRule } from '../rule.ts';
import { createAlwaysPacked } from './always.ts';
import { createNearest } from './nearest.ts';
import { widerPattern } from './wider.ts';

/** Files that are told together. A package may have millions that nobody listed. */
const BATCH = 50_000;

export const rule: PackageRule = {
  scope: 'package',
  grounds: ['allowlist'],
  id: 'allowlist/unlisted',
  title: 'File not on the allowlist',
  description:
    'No `allow` pattern matches the file, or one with `!` takes it out. What npm packs in any case needs no pattern: package.json, readme and licence texts at the root, and what `main`, `browser` and `bin` name. Every other file in the package is public the moment it is published, so each one has to be expected.',
  help: 'Take the file out of the package, or, if everybody may read it, add a pattern for it to `allow` in the config.',
  cwe: [200, 538],
  levels: { closed: 'error', open: 'error' },
  removable: true,
  *inspect({ allow, files, manifest }) {
    if (allow === null) return;
    const isAlwaysPacked = createAlwaysPacked(manifest);
    const patterns = allow.map(({ pattern }) => pattern);
    const matcher = createMatcher(patterns);
    const isListed = (path: string) => {
      const index = matcher.deciding(path);
      return index < 0 ? isAlwaysPacked(path) : matcher.matches(path);
    };
    const nearest = createNearest(patterns);
    for (const unlisted of batches(files.keys(), (path) => !isListed(path))) {
      const wider = widerPattern(unlisted);
      for (const path of unlisted) {
        const denying = allow[matcher.deciding(path)];
        if (denying) {
          yield {
            path,
            message: `taken out of the allowlist by \`${denying.pattern}\` (${denying.from})`,
            help: `Take it out of the package as well; it is \`${denying.pattern}\` in ${denying.from} that denies it.`,
            evidence: { pattern: denying.pattern, from: denying.from },
          };
          continue;
        }
        const near = nearest(path);
        const from = near && allow[near.index]!.from;
        yield {
          path,
          message: near
            ? `no \`allow\` pattern matches; the nearest is \`${patterns[near.index]}\` (${from}): ${near.why}`
            : patterns.length === 0
              ? '`allow` is empty'
              : 'no `allow` pattern matches',
          help: `Take it out of the package, or, if everybody may read it, add \`${wider(path)}\` to \`allow\`.`,
          ...(near && { evidence: { pattern: patterns[near.index]!, from: from!, why: near.why } }),
        };
      }
    }
  },
};

function* batches(paths: Iterable<string>, wanted: (path: string) => boolean): Iterable<readonly string[]> {
  let batch: string[] = [];
  for (const path of paths) {
    if (!wanted(path)) continue;
    batch.push(path);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
