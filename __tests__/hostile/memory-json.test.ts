import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { makeFolder } from '../folders.ts';
import { checked } from '../proof/receipts.ts';
import { packed, rawTar } from '../tarballs.ts';
import { measured, tookAtMost } from './measured.ts';

// About 20 seconds on two cores: JSON that becomes many times its size once it is parsed, wherever packgate reads some.

const SIZE = 30_000_000;
const fill = (before: string, piece: string, after: string, size = SIZE) =>
  `${before}${piece.repeat(size / piece.length)}${after}`;

/** One that can be read: the plan comes after it. */
const RECEIPT = checked('@acme/cli', { now: new Date('2026-11-20T23:00:00Z') }).receipt;

/** JSON, or nearly, by its worst. */
const JSONS: Record<string, string> = {
  'lists in a list': fill('{"a":[', '[],', '[]]}'),
  'a list of objects': fill('[', '{},', '{}]'),
  'a list of numbers': fill('{"findings":[', '1,', '1]}'),
  'brackets that nobody closes': fill('{"a":', '[', ''),
  'objects, one a line': fill('', '{}\n', ''),
  'empty lines': fill('{}', '\n', ''),
  'one text': fill('{"a":"', 'x', '"}'),
};

/** Where it is given, and what is said. In MB. */
const PLACES: Record<string, [words: (file: string) => string, said: RegExp, memory: number]> = {
  'a receipt to verify by': [
    (file) => `verify a.tgz --receipt ${file}`,
    /^packgate: a\.json: no receipt of packgate[^\n]*\n$/,
    320,
  ],
  'a publish plan': [(file) => `verify ${file} --receipt receipt.json`, /^packgate: a\.json: [^\n]*\n$/, 320],
  'a report to merge': [(file) => `merge ${file}`, /^packgate: a\.json: [^\n]*\n$/, 320],
  'a baseline': [(file) => `check a.tgz --baseline ${file}`, /^packgate: a\.tgz: a\.json[^\n]*\n$/, 128],
  'an audit log': [
    (file) => `check a.tgz --audit-log ${file}`,
    /^packgate: [^\n]*a\.json: no audit record could be written[^\n]*\n$/,
    128,
  ],
  'an audit log to verify': [(file) => `audit verify ${file}`, /CHANGED|cannot be read/, 320],
  'a config': [
    (file) => `check a.tgz --config ${file}`,
    /^packgate: a\.json: is larger than 1 MiB[^\n]*\n$/,
    96,
  ],
  'a package': [(file) => `check ${file}`, /^packgate: a\.json: [^\n]*\n$/, 96],
};

for (const [place, [words, said, memory]] of Object.entries(PLACES)) {
  for (const [name, json] of Object.entries(JSONS)) {
    test(`${name} as ${place}: at most ${memory} MB`, (t) => {
      const cwd = makeFolder(t);
      writeFileSync(join(cwd, 'a.tgz'), packed({ 'a.js': '' }));
      writeFileSync(join(cwd, 'receipt.json'), RECEIPT);
      writeFileSync(join(cwd, 'a.json'), json);
      const [command = '', ...rest] = words('a.json').split(' ');
      const run = measured(t, rest, cwd, [command]);
      assert.equal(run.status, command === 'audit' ? 1 : 2, run.stderr.slice(0, 500));
      assert.match(run.stdout + run.stderr, said);
      tookAtMost(memory, run);
    });
  }
}

/** A package.json of so many bytes, packed as badly as npm allows. */
const manifests: Record<string, string> = {
  'seven hundred thousand keys': `{"name":"a","version":"1.0.0",${Array.from({ length: 700_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
  'lists in a list': fill('{"name":"a","version":"1.0.0","a":[', '[],', '[]]}', 7_000_000),
  'brackets that nobody closes': fill('{"name":"a","version":"1.0.0","a":', '[', '', 7_000_000),
};

for (const [name, json] of Object.entries(manifests)) {
  test(`a package.json of ${name}: at most 112 MB`, (t) => {
    const cwd = makeFolder(t);
    const noise = Buffer.from(Uint8Array.from({ length: 40_000 }, (_, i) => Math.imul(i, i * 7 + 13) >>> 3));
    const files = rawTar(
      { name: 'package/noise', body: noise },
      { name: 'package/package.json', body: json },
    );
    writeFileSync(join(cwd, 'a.tgz'), gzipSync(files, { level: 1 }));
    const run = measured(t, ['a.tgz'], cwd);
    assert.equal(run.status, 2, run.stdout);
    assert.match(
      run.stderr,
      /^packgate: a\.tgz: package\.json in the archive has more than 200,000 brackets and commas\. [^\n]*\n$/,
    );
    tookAtMost(112, run);
  });
}
