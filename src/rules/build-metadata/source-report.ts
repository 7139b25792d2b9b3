import type { FileRule } from '../rule.ts';
import { sightRecords } from './words.ts';

/** What each report is asked for by, in its tool's own words. */
const STOP: Readonly<Record<string, string>> = {
  'ESLint report': 'Give `--output-file` of ESLint a path outside the folder that is published.',
  'mutation report':
    'Set `jsonReporter.fileName` and `htmlReporter.fileName` of Stryker to paths outside the folder that is published.',
  'Compodoc model': 'Give `--output` of Compodoc a folder that is not published.',
  'Compodoc source page':
    'Run Compodoc with `--disableSourceCode`, or give `--output` a folder that is not published.',
  'JSDoc source page':
    'Set `templates.default.outputSourceFiles: false` in the config of JSDoc, or give `--destination` a folder that is not published.',
  'JSDoc model': 'Write what `jsdoc --explain` (`-X`) prints outside the folder that is published.',
  'YUIDoc source page': 'Run YUIDoc with `--no-code`, or give `--outdir` a folder that is not published.',
  'Vitest report':
    'Give `outputFile` of the HTML reporter of Vitest a path outside the folder that is published.',
  'test report':
    'Give the reporter (`--outputFile` of Jest, `outputFile` of Vitest and Playwright, `reportDir` of mochawesome) a path outside the folder that is published.',
  'Jupyter notebook': 'Leave notebooks out of the package.',
};

export const rule: FileRule = {
  id: 'build-metadata/source-report',
  scope: 'file',
  grounds: ['records'],
  title: 'Report that shows the source',
  description:
    'Linters, mutation tests and documentation generators write reports with the text of the files that they read, and the pages that JSDoc, Compodoc, YUIDoc and docco make show it to everybody. So do a notebook and reports of tests: of Jest, Vitest, Playwright and Mocha. They are recognised by their shape, whatever they are called.',
  help: 'Write such reports outside the folder that is published, or make them without the source.',
  cwe: [540, 200],
  levels: { closed: 'error', open: 'warning' },
  removable: true,
  inspect: (file) => sightRecords(file, ['report'], ({ name }) => STOP[name]),
};
