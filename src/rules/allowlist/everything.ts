import { createMatcher } from '../../paths.ts';
import type { PackageRule } from '../rule.ts';

/** Paths that nobody lists on purpose: at the root and deep, with a dot before, an extension behind, or neither. */
const UNHEARD_OF = [
  'qzx7',
  '.qzx7',
  'qzx7.qzx',
  'qzx7/.qzx/qzx7',
  'qzx7/qzx/qzx7.qzx',
  '.qzx7/qzx.qzx/.qzx7',
];

export const rule: PackageRule = {
  scope: 'package',
  grounds: ['allowlist'],
  id: 'allowlist/everything',
  title: 'Allowlist that allows everything',
  description:
    'An `allow` pattern like `**` matches every file, so that the list stops nothing but what a later pattern with `!` names. A new folder, a debug build or a file copied in by mistake ships as if there were no list, while the config looks as if there were one.',
  help: 'List what may ship in its place: folders with the extensions in them, like `dist/**/*.js`. `packgate init` writes such a list from what the package holds today.',
  cwe: [183],
  levels: { closed: 'warning', open: 'warning' },
  *inspect({ allow }) {
    if (allow === null) return;
    const matcher = createMatcher(allow.map(({ pattern }) => pattern));
    if (!UNHEARD_OF.every(matcher.matches)) return;
    const deciding = [...new Set(UNHEARD_OF.map(matcher.deciding))].sort((a, b) => a - b);
    const patterns = deciding.map((index) => allow[index]!);
    const told = patterns.map(({ pattern, from }) => `\`${pattern}\` (${from})`).join(' and ');
    const verb = patterns.length === 1 ? 'allows' : 'together allow';
    yield {
      path: 'package.json',
      message: `${told} ${verb} every file, whatever it is called`,
      evidence: { patterns: patterns.map(({ pattern }) => pattern), from: patterns.map(({ from }) => from) },
    };
  },
};
