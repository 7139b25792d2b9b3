import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkoutAt, lineOfKey, placeInCheckout } from '../../src/report/checkout.ts';
import { makeFolder } from '../folders.ts';
import { clean } from './runs.ts';

describe('the place in the checkout', () => {
  let workspace = '';
  before(() => {
    workspace = mkdtempSync(join(tmpdir(), 'packgate-checkout-'));
    write('package.json', '{\n  "name": "root",\n  "private": true\n}\n');
    write('packages/cli/package.json', '{\n  "name": "@acme/cli",\n  "files": ["dist"]\n}\n');
    write('packages/cli/out/acme-cli.tgz', '');
    write('packages/broken/package.json', '{ "name": ');
  });
  after(() => rmSync(workspace, { recursive: true, force: true }));

  function write(path: string, text: string): void {
    const file = join(workspace, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  function place(name: string, target: string) {
    return placeInCheckout({ ...clean.package, name, target }, workspace);
  }

  const cli = { file: 'packages/cli/package.json', line: 3 };
  for (const [name, target, expected] of [
    ['@acme/cli', 'packages/cli', cli],
    ['@acme/cli', './packages/cli/', cli],
    ['@acme/cli', './packages/cli/out/acme-cli.tgz', cli],
    ['root', '.', { file: 'package.json', line: 1 }],
    ['root', './out/root-1.0.0.tgz', { file: 'package.json', line: 1 }],
    ['root', 'npm:root@1.0.0', { file: 'package.json', line: 1 }],
    ['other', './packages/cli/out/acme-cli.tgz', undefined],
    ['broken', 'packages/broken', undefined],
    ['@acme/cli', '/somewhere/else/acme-cli.tgz', undefined],
    ['@acme/cli', '..', undefined],
  ] as const) {
    test(`${name} from ${target} is ${expected === undefined ? 'nowhere' : `${expected.file}:${expected.line}`}`, () => {
      assert.deepEqual(place(name, target), expected);
    });
  }
});

for (const [json, line] of [
  ['{"files":[]}', 1],
  ['{\n\n  "a": {"files": 1},\n  "b": ["files"],\n  "files" : []\n}', 5],
  ['{\n"a": "\\"files\\": {",\n"files": []}', 3],
  ['{"a": "files"}', undefined],
  ['{"a": {"files": []}}', undefined],
  ['', undefined],
] as const) {
  test(`"files" of ${JSON.stringify(json)} is on line ${line}`, () => {
    assert.equal(lineOfKey(json, 'files'), line);
  });
}

test('a place is told as the repository has it, wherever packgate runs and wherever it is checked out', (t) => {
  const root = makeFolder(t, {
    'plain/packages/cli/package.json': '',
    'above/.git/HEAD': '',
    'above/packages/cli/package.json': '',
    'below/source/.git/HEAD': '',
    'below/source/packages/cli/package.json': '',
    'below/source/packages/cli/vendor/.git': 'gitdir: elsewhere',
  });
  const cases: readonly [workspace: string, file: string, told: string][] = [
    ['plain', 'packages/cli/package.json', 'packages/cli/package.json'],
    ['above', 'packages/cli/package.json', 'packages/cli/package.json'],
    ['above/packages/cli', 'package.json', 'packages/cli/package.json'],
    ['above/packages', 'cli/package.json', 'packages/cli/package.json'],
    // `actions/checkout` with `path: source`.
    ['below', 'source/packages/cli/package.json', 'packages/cli/package.json'],
    ['below', 'source/packages/cli/vendor/package.json', 'packages/cli/vendor/package.json'],
    ['below', 'out/package.json', 'out/package.json'],
  ];
  for (const [workspace, file, told] of cases) {
    assert.deepEqual(checkoutAt(join(root, workspace)).inRepository({ file, line: 3 }), {
      file: told,
      line: 3,
    });
  }
});
