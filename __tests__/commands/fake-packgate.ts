// A real process around a `check` that finds what MODE says; run by process.test.ts.
import type { Check } from '../../src/commands/check.ts';
import { runHere } from '../../src/commands/process.ts';
import { clean, finding, incident, RULES, runOf, verdict } from '../report/runs.ts';

const MODES: Readonly<Record<string, Check>> = {
  pass: async () => runOf(clean),
  fail: async () => runOf(incident),
  big: async () =>
    runOf(
      verdict({
        outcome: 'fail',
        findings: Array.from({ length: 50_000 }, (_, index) =>
          finding(
            'source-map/file',
            'error',
            `dist/chunk-${index}.js.map`,
            'Source map of 3 original files, 90 lines.',
          ),
        ),
      }),
    ),
  'never ends': () => new Promise(() => {}),
  'breaks later': () =>
    new Promise(() => {
      setTimeout(() => {
        throw new TypeError('broken later');
      }, 1);
    }),
  'rejects later': () =>
    new Promise(() => {
      Promise.reject(new TypeError('rejected later'));
    }),
};

const check = MODES[process.env.MODE ?? ''];
if (check === undefined) throw new Error('MODE?');
runHere(async () => ({ check, rules: RULES }));
