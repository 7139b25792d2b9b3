// Runs the tests with Node's own runner: `npm test` for all, `npm test -- config dist` for files whose path holds one of the words.
// Node 20 has no globs for --test, so the files are listed here.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const words = process.argv.slice(2);
const files = readdirSync('__tests__', { recursive: true })
  .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
  .map((file) => join('__tests__', file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`no test file matches ${words.join(' ')}`);
  process.exit(2);
}
// Tools behave otherwise in CI (yarn 4 then writes no lock file): the tests must not, wherever they run.
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(CI$|CONTINUOUS_INTEGRATION$|GITHUB_|RUNNER_)/.test(name),
  ),
);
// By itself Node leaves one processor idle: of two, that is half of the time. On many, what runs at once would take each other's memory.
const atOnce = Math.min(availableParallelism(), 8);
const flags = ['--import', 'tsx', '--test', `--test-concurrency=${atOnce}`];
const { status } = spawnSync(process.execPath, [...flags, ...files], {
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);
