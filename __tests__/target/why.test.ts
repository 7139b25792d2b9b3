import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { Manifest } from '../../src/manifest.ts';
import { whyIncluded } from '../../src/target/why.ts';
import { makeFolder, writeTree } from '../folders.ts';
import { takesAtMost } from '../seconds.ts';
import { cleanEnv } from './opened.ts';

type Fields = Omit<Manifest, 'name' | 'version'>;
const why = (fields: Fields, path: string) => whyIncluded({ name: 'a', version: '1.0.0', ...fields }, path);

const causes: [fields: Fields, path: string, cause: RegExp][] = [
  [
    { files: ['lib', 'dist'] },
    'dist/a.js.map',
    /^"files"\[1\] in package\.json, "dist", lets in the whole folder$/,
  ],
  [{ files: ['./dist/'] }, 'dist/deep/a.js.map', /"\.\/dist\/", lets in the whole folder/],
  [{ files: ['dist/**/*'] }, 'dist/a.map', /"dist\/\*\*\/\*", matches it$/],
  [{ files: ['dist/*'] }, 'dist/deep/a.map', /"dist\/\*", matches it$/],
  [{ files: ['*'] }, 'src/deep/a.ts', /"\*", matches it$/],
  [{ files: ['*.{js,map}'] }, 'a.map', /matches it$/],
  [{ files: ['dist', '!dist/a.js'] }, 'dist/b.js', /"files"\[0\]/],
  [{ files: ['dist', 'dist/a.js'] }, 'dist/a.js', /"files"\[1\] in package\.json, "dist\/a\.js", names it$/],
  [{}, 'src/a.ts', /no "files" list/],
  [{ files: [] }, 'package.json', /in every package/],
  [{ files: [] }, 'README.js.map', /always packs README/],
  [{ files: [] }, 'licence', /always packs README/],
  [{ files: ['dist'], main: './dist/a.js' }, 'dist/a.js', /file that "main" in package\.json names/],
  [{ files: [], browser: 'web.js' }, 'web.js', /"browser"/],
  [{ files: [], bin: ['x.js', './cli.js'] }, 'cli.js', /"bin"/],
  [{ files: [] }, 'node_modules/b/x.map', /"bundleDependencies"/],
  [{ files: [] }, 'CHANGELOG.md', /^yarn always/],
];
for (const [fields, path, cause] of causes) {
  test(`${path} with ${JSON.stringify(fields)}`, () => assert.match(why(fields, path)?.cause ?? '', cause));
}

const WHOLE: [path: string, line: string][] = [
  ['dist/.turbo/cache/a.js', 'dist/.turbo/**'],
  ['dist/__tests__/deep/a.test.js', 'dist/__tests__/**'],
  ['dist/parse/__snapshots__/a.snap', 'dist/parse/__snapshots__/**'],
  // A folder that a package may well be made of.
  ['dist/testing/a.test.js', 'dist/testing/a.test.js'],
  ['dist/__tests__.js', 'dist/__tests__.js'],
];
for (const [path, line] of WHOLE) {
  test(`the line that keeps out ${path}`, () => {
    assert.equal(why({ files: ['dist'] }, path)?.fix, `add "!${line}" at the end of "files" in package.json`);
  });
}

const unexplained: [fields: Fields, path: string][] = [
  [{ files: [] }, 'src/a.ts'],
  [{ files: ['dist'] }, 'distant/a.js'],
  [{ files: ['dist'] }, 'src/dist'],
  [{ files: ['DIST'] }, 'dist/a.js'],
  [{ files: ['*.js'] }, 'deep/a.js'],
  [{ files: ['!dist'] }, 'dist/a.js'],
  [{ files: ['dist/[a', 'x{', '', '/', './'] }, 'dist/a.js'],
  [{ files: [], main: 'dist' }, 'dist/a.js'],
  [{ files: [] }, 'docs/README.md'],
  [{ files: [] }, 'changelogs/1.md'],
];
for (const [fields, path] of unexplained) {
  test(`${path} is not explained by ${JSON.stringify(fields)}`, () =>
    assert.equal(why(fields, path), undefined));
}

test('files of one kind and folder get one fix', () => {
  const fix = (path: string) => why({ files: ['dist'] }, path)?.fix;
  assert.equal(fix('dist/a.js.map'), fix('dist/deep/b.css.map'));
  assert.equal(fix('dist/a.ts'), fix('dist/deep/b.ts'));
  assert.notEqual(fix('dist/a.js'), fix('dist/b.js'));
});

test('a hostile list costs little', () => {
  const files = Array.from({ length: 50_000 }, (_, at) => `${'*a'.repeat(20)}${at}`);
  takesAtMost(5, () => {
    for (let at = 0; at < 1000; at++) why({ files }, `${'a'.repeat(200)}/${'x/'.repeat(500)}${at}`);
  });
});

// Each fix is carried out and npm asked again: the file must be gone, and what belongs in must stay.
const fixes: [fields: Fields, path: string, stays: string][] = [
  [{ files: ['dist'] }, 'dist/deep/a.js.map', 'dist/a.js'],
  [{ files: ['./dist/'] }, 'dist/a.js.map', 'dist/a.js'],
  [{ files: ['dist/*'] }, 'dist/deep/a.js.map', 'dist/a.js'],
  [{ files: ['dist/**/*.map', 'dist'] }, 'dist/a.js.map', 'dist/a.js'],
  [{ files: ['*'] }, 'a.js.map', 'dist/a.js'],
  [{ files: ['dist/a.js.map', 'dist/a.js'] }, 'dist/a.js.map', 'dist/a.js'],
  [{ files: ['dist/a.js.map', 'dist'] }, 'dist/a.js.map', 'dist/a.js'],
  [{ files: ['lib', 'dist'] }, 'lib/a.ts', 'lib/a.d.ts'],
  [{ files: ['dist'] }, 'dist/[id].js', 'dist/a.js'],
  [{ files: ['dist'] }, 'dist/a(1).js', 'dist/a.js'],
  [{}, 'dist/a.js.map', 'dist/a.js'],
  [{}, 'a.js.map', 'dist/a.js'],
  [{}, 'lib/a.ts', 'lib/a.d.ts'],
  [{}, 'lib/[id].js', 'dist/a.js'],
  [{}, '.rsdoctor/moduleGraph/0', 'dist/a.js'],
  [{ files: ['dist'] }, 'dist/.next/cache/a/0.pack', 'dist/.next/server/a.js'],
];
for (const [fields, path, stays] of fixes) {
  test(`what keeps ${path} out of ${JSON.stringify(fields)} does`, (t) => {
    const cwd = makeFolder(t, { [path]: 'x', [stays]: 'x' });
    const packed = ({ files }: Fields) => {
      writeTree(cwd, {
        'package.json': { name: 'a', version: '1.0.0', ...(files === undefined ? {} : { files }) },
      });
      const options = {
        cwd,
        env: cleanEnv(),
        encoding: 'utf8',
      } as const;
      const told = Object.values(
        JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--loglevel=silent'], options)),
      );
      return (told[0] as { files: { path: string }[] }).files.map((file) => file.path);
    };
    assert.ok(packed(fields).includes(path), 'it is in before');
    const { fix } = why(fields, path)!;
    const line = /^add the line `(\S+)` to \.npmignore/.exec(fix)?.[1];
    if (line !== undefined) writeTree(cwd, { '.npmignore': `${line}\n` });
    const removed = /^take ("\S+") out of/.exec(fix)?.[1];
    const added = /add ("\S+") at the end/.exec(fix)?.[1];
    const kept = fields.files?.filter((entry) => removed === undefined || entry !== JSON.parse(removed));
    const after = packed(
      kept === undefined ? {} : { files: [...kept, ...(added === undefined ? [] : [JSON.parse(added)])] },
    );
    assert.ok(!after.includes(path), `${fix} -> ${after.join(' ')}`);
    assert.ok(after.includes(stays), 'what belongs in stays');
  });
}
