import type { FileRule } from '../rule.ts';
import { sightRecords } from './words.ts';

export const rule: FileRule = {
  id: 'build-metadata/coverage',
  scope: 'file',
  grounds: ['records'],
  title: 'Coverage report or instrumented code',
  description:
    'A coverage report names every file that tests touch, with its functions and branches; its pages show the whole source. Code that was instrumented to count coverage carries the same inside it, often with the map of the original, and is not the code that was meant to ship.',
  help: 'Leave the folders `coverage` and `.nyc_output` out of the package.',
  cwe: [540, 200],
  levels: { closed: 'error', open: 'warning' },
  removable: true,
  inspect: (file) =>
    sightRecords(file, ['coverage', 'instrumented'], ({ kind }) =>
      kind === 'instrumented'
        ? 'Build the release without `babel-plugin-istanbul` and `vite-plugin-istanbul` (they belong under `env.test`), and not from what `nyc instrument` wrote.'
        : undefined,
    ),
};
