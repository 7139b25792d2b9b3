import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rule } from '../../../src/rules/build-metadata/build-info.ts';
import { makeFolder } from '../../folders.ts';
import { buildInfo, oldBuildInfos } from '../../records.ts';
import { ROOT, run } from '../../tools/install.ts';
import { sight } from '../facts.ts';

const leaking: Record<string, [string, string]> = {
  'build info of TypeScript 5': ['tsconfig.tsbuildinfo', buildInfo()],
  'build info under another name': ['dist/cache.json', buildInfo()],
  'build info with line breaks': ['a.tsbuildinfo', JSON.stringify(JSON.parse(buildInfo()), null, 2)],
  'build info that was cut off': ['a.tsbuildinfo', buildInfo().slice(0, -60)],
};
for (const [version, text] of Object.entries(oldBuildInfos))
  leaking[`build info of TypeScript ${version}`] = ['tsconfig.tsbuildinfo', text];
const clean: Record<string, [string, string]> = {
  'a tsconfig': [
    'tsconfig.json',
    '{"compilerOptions":{"incremental":true},"files":["src/index.ts"],"include":["src"]}',
  ],
  'JSON with a root and a version': ['x.json', '{"root":["docs/a.md"],"version":"1.0.0"}'],
  'a list of file names': ['files.json', '{"fileNames":["a.ts"],"version":"1"}'],
  'an empty file': ['a.tsbuildinfo', ''],
  'other text of that name': ['a.tsbuildinfo', 'cleaned'],
  'a program of another kind': ['tv.json', '{"program":{"title":"x","root":["news"]},"version":"1"}'],
};

for (const [name, [path, content]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    const [sighting] = sight(rule, path, content);
    assert.ok(sighting?.evidence?.firstSources?.toString().includes('../src/index.ts'), sighting?.message);
  });
}
for (const [name, [path, content]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, path, content), []));
}

test('counts the project, not the libraries of the compiler', () => {
  assert.equal(
    sight(rule, 'a.tsbuildinfo', buildInfo())[0]?.message,
    'This is a file of TypeScript build info and would publish the paths of 3 original files, of them 2 files your own, not their text.',
  );
});

test('knows what the real compiler writes', (t) => {
  const folder = makeFolder(t);
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/index.ts'), 'export const a: number = 1;\n');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{"compilerOptions":{"incremental":true,"tsBuildInfoFile":"made.tsbuildinfo"}}',
  );
  run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], folder);
  const [sighting] = sight(rule, 'x', readFileSync(join(folder, 'made.tsbuildinfo')));
  assert.deepEqual(sighting?.evidence?.firstSources, ['./src/index.ts']);
});
