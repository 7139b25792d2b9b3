import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readManifest } from '../../../src/manifest.ts';
import { rule } from '../../../src/rules/drift/command.ts';
import { packageOf } from '../../facts.ts';
import { drift } from './releases.ts';

const release = (manifest: object, files = {}) => ({
  files,
  manifest: readManifest(Buffer.from(JSON.stringify({ name: '@acme/made', version: '1.0.0', ...manifest }))),
});
const script = (name: string) =>
  `package.json: runs the script \`${name}\` when it is installed, which npm:made@1.0.0 did not`;
const command = (name: string) =>
  `package.json: installs the command \`${name}\`, which npm:made@1.0.0 did not`;

const cases: readonly [before: object, now: object, ...said: string[]][] = [
  [{}, { scripts: { postinstall: 'node x.js' } }, script('postinstall')],
  [{ scripts: { install: 'x' } }, { scripts: { install: 'x', preinstall: 'y' } }, script('preinstall')],
  [{}, { bin: 'cli.js' }, command('made')],
  [{ bin: 'cli.js' }, { bin: { made: 'cli.js', other: 'cli.js' } }, command('other')],
  // Quiet: what was there, scripts that do not run at install time, and what went.
  [{ bin: 'cli.js' }, { bin: { made: 'dist/cli.js' } }],
  [{ scripts: { postinstall: 'x' } }, { scripts: { postinstall: 'y' } }],
  [{}, { scripts: { build: 'x', prepare: 'x', prepack: 'x', postpublish: 'x' } }],
  [{ bin: 'cli.js', scripts: { install: 'x' } }, {}],
  [{}, { scripts: { install: 1 }, bin: [] }],
];
for (const [before, now, ...said] of cases) {
  test(`${JSON.stringify(before)} -> ${JSON.stringify(now)}`, () =>
    assert.deepEqual(drift(rule, release(before), release(now)), said));
}

test('a package that begins to be built with node-gyp runs a script', () => {
  assert.deepEqual(drift(rule, release({}), release({}, { 'binding.gyp': 1 })), [script('install')]);
});

test('without an earlier release nothing is said', () =>
  assert.deepEqual([...rule.inspect(packageOf(['a.js']))], []));
