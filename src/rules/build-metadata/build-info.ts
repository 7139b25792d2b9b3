import type { FileRule } from '../rule.ts';
import { sightRecords } from './words.ts';

export const rule: FileRule = {
  id: 'build-metadata/build-info',
  scope: 'file',
  grounds: ['records'],
  title: 'State of an incremental build',
  description:
    'TypeScript keeps the state of an incremental build in a `.tsbuildinfo` file: the path of every file of the project, what each one imports, and the errors of the last build. It is recognised by its content.',
  help: 'Set `"tsBuildInfoFile"` in tsconfig.json to a path outside `"outDir"`, such as `./node_modules/.cache/tsconfig.tsbuildinfo`, or build the release with `"incremental": false` and `"composite": false`.',
  cwe: [540, 200],
  levels: { closed: 'error', open: 'warning' },
  removable: true,
  inspect: (file) => sightRecords(file, ['build-info'], () => undefined),
};
