import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { packingDifference } from '../../src/target/asked.ts';
import type { Manager } from '../../src/target/manager.ts';
import { makeFolder, type Tree } from '../folders.ts';

const engine = (packageManager: object) => ({ devEngines: { packageManager } });
const NPM: Manager = { name: 'npm', version: '11.19.1' };
const PNPM: Manager = { name: 'pnpm', version: '12.21.0' };
const YARN: Manager = { name: 'yarn', version: '4.18.1' };

const quiet: readonly [string, Manager, Tree][] = [
  ['nothing is said', NPM, { 'package.json': {} }],
  [
    'the very version, with its digest',
    PNPM,
    { 'package.json': { packageManager: 'pnpm@12.21.0+sha512.abc' } },
  ],
  ['a name alone', PNPM, { 'package.json': { packageManager: 'pnpm' } }],
  ['a range that holds it', NPM, { 'package.json': engine({ name: 'npm', version: '>=10 <12' }) }],
  ['one of several', NPM, { 'package.json': engine([{ name: 'pnpm' }, { name: 'npm' }]) }],
  ['a range nobody can read', NPM, { 'package.json': engine({ name: 'npm', version: 'latest' }) }],
  ['its own lock file', NPM, { 'package.json': {}, 'package-lock.json': { lockfileVersion: 3 } }],
  ['its own lock file beside another', NPM, { 'package.json': {}, 'package-lock.json': {}, 'yarn.lock': '' }],
  ['its own form', PNPM, { 'package.json': {}, 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" }],
  ['its own newer form', YARN, { 'package.json': {}, 'yarn.lock': '__metadata:\n  version: 8\n' }],
  ['a lock file of a form nobody knows', YARN, { 'package.json': {}, 'yarn.lock': 'hello\n' }],
  ['a manifest nobody can read', NPM, { 'package.json': '{' }],
];

const told: readonly [string, Manager, Tree][] = [
  [
    'npm 11.19.1; package.json asks for pnpm 9.1.0',
    NPM,
    { 'package.json': { packageManager: 'pnpm@9.1.0' } },
  ],
  [
    'pnpm 12.21.0; package.json asks for pnpm 9.1.0',
    PNPM,
    { 'package.json': { packageManager: 'pnpm@9.1.0' } },
  ],
  [
    'npm 11.19.1; package.json asks for npm ^10',
    NPM,
    { 'package.json': engine({ name: 'npm', version: '^10' }) },
  ],
  [
    'npm 11.19.1; package.json asks for pnpm or npm ^10',
    NPM,
    { 'package.json': engine([{ name: 'pnpm' }, { name: 'npm', version: '^10' }]) },
  ],
  ['npm 11.19.1; yarn.lock belongs to yarn', NPM, { 'package.json': {}, 'yarn.lock': '' }],
  ['npm 11.19.1; bun.lock belongs to bun', NPM, { 'package.json': {}, 'bun.lock': '' }],
  [
    'npm 11.19.1; package-lock.json was written by npm 6 or older',
    NPM,
    { 'package.json': {}, 'package-lock.json': { lockfileVersion: 1 } },
  ],
  [
    'pnpm 12.21.0; pnpm-lock.yaml was written by pnpm 8',
    PNPM,
    { 'package.json': {}, 'pnpm-lock.yaml': "lockfileVersion: '6.0'\n" },
  ],
  [
    'yarn 4.18.1; yarn.lock was written by yarn 1',
    YARN,
    { 'package.json': {}, 'yarn.lock': '# yarn lockfile v1\n' },
  ],
];

describe('the package manager in use', () => {
  for (const [what, manager, tree] of quiet) {
    test(`no word where there is ${what}`, async (t) => {
      const folder = makeFolder(t, { '.git/HEAD': '', ...tree });
      assert.equal(await packingDifference(folder, manager), undefined);
    });
  }

  for (const [sentence, manager, tree] of told) {
    test(sentence, async (t) => {
      const folder = makeFolder(t, { '.git/HEAD': '', ...tree });
      assert.equal(await packingDifference(folder, manager), `packed with ${sentence}`);
    });
  }

  test('is compared with the nearest folder that says something, and none outside the repository', async (t) => {
    const folder = makeFolder(t, {
      'package.json': { packageManager: 'bun@1.0.0' },
      'repository/.git/HEAD': '',
      'repository/package.json': { packageManager: 'pnpm@9.1.0' },
      'repository/packages/a/package.json': {},
    });
    const member = join(folder, 'repository/packages/a');
    assert.match((await packingDifference(member, NPM))!, /pnpm 9\.1\.0$/);
    const other = makeFolder(t, {
      'package.json': { packageManager: 'bun@1.0.0' },
      'a/.git/HEAD': '',
      'a/package.json': {},
    });
    assert.equal(await packingDifference(join(other, 'a'), NPM), undefined);
  });
});
