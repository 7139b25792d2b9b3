import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byteSize, count, counted } from '../../src/figures.ts';
import { causesOf, MOST_TOLD, placeOf, stops } from '../../src/report/causes.ts';
import { nextStep } from '../../src/report/next-step.ts';
import { clean, finding, many, RULES, verdict } from './runs.ts';

test('one cause is one rule, one level and one advice; waived findings are none', () => {
  const causes = causesOf(many.findings, RULES).map(({ rule, count }) => [rule, count]);
  assert.deepEqual(causes, [
    ['source-map/file', 4],
    ['unminified/source', 75],
    ['allowlist/unlisted', 220],
  ]);
});

test('worst first, then as the rules are listed, then by number; unknown rules last', () => {
  const made = [
    finding('x/unknown', 'error', 'a', ''),
    finding('allowlist/unlisted', 'error', 'b', ''),
    finding('source-map/file', 'warning', 'c', ''),
    finding('allowlist/unlisted', 'error', 'd', '', { help: 'other' }),
    finding('allowlist/unlisted', 'error', 'e', '', { help: 'other' }),
  ];
  const paths = causesOf(made, RULES).map(({ findings, title, help }) => [findings[0].path, title, help]);
  assert.deepEqual(paths, [
    ['d', 'File that no allow pattern matches', 'other'],
    ['b', 'File that no allow pattern matches', 'Add a pattern to `allow`, or leave the file out.'],
    ['a', 'x/unknown', undefined],
    ['c', 'Source map file', 'Leave the map out of the package.'],
  ]);
});

test('what gives away most comes first', () => {
  const made = [10, 30, 20].map((bytes) =>
    finding('source-map/file', 'error', `${bytes}`, '', { evidence: { bytes } }),
  );
  const [cause] = causesOf([...made, finding('source-map/file', 'error', 'none', '')], RULES);
  assert.deepEqual(
    cause?.findings.map(({ path }) => path),
    ['30', '20', '10', 'none'],
  );
});

test('places', () => {
  for (const [place, written] of [
    [{}, 'a.js'],
    [{ line: 1, column: 1 }, 'a.js'],
    [{ line: 1 }, 'a.js'],
    [{ line: 1, column: 900 }, 'a.js:1:900'],
    [{ line: 7 }, 'a.js:7'],
  ] as const) {
    assert.equal(placeOf(finding('x/y', 'error', 'a.js', '', place)), written);
  }
});

test('what stops a release', () => {
  const waived = { reason: '', owner: '', expires: '' };
  assert.equal(stops(finding('x/y', 'error', '', ''), 'error'), true);
  assert.equal(stops(finding('x/y', 'warning', '', ''), 'error'), false);
  assert.equal(stops(finding('x/y', 'warning', '', ''), 'note'), true);
  assert.equal(stops(finding('x/y', 'error', '', '', { waived }), 'note'), false);
});

test('figures for people', () => {
  assert.deepEqual([0, 1, 999, 1000, 1_234_567].map(count), ['0', '1', '999', '1,000', '1,234,567']);
  assert.deepEqual(
    [counted(1, 'file'), counted(0, 'file'), counted(2, 'entry', 'entries')],
    ['1 file', '0 files', '2 entries'],
  );
  for (const [bytes, written] of [
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_951, '1.0 MB'],
    [59_766_257, '59.8 MB'],
    [5e15, '5000.0 TB'],
  ] as const) {
    assert.equal(byteSize(bytes), written);
  }
});

test('next step: publish the file that was inspected, by a command that any shell takes as it is', () => {
  const at = (target: string, tarball?: string) =>
    nextStep(
      verdict({ package: { ...clean.package, target }, ...(tarball === undefined ? {} : { tarball }) }),
    ).command;
  assert.equal(at('.', './.packgate/a.tgz'), 'npm publish ./.packgate/a.tgz');
  assert.equal(at('out/a.tgz'), 'npm publish ./out/a.tgz');
  assert.equal(at('/tmp/a.tar.gz'), 'npm publish /tmp/a.tar.gz');
  assert.equal(at('../a.tgz'), 'npm publish ../a.tgz');
  assert.equal(at('-rf.tgz'), 'npm publish ./-rf.tgz');
  assert.equal(at('.'), 'packgate check . --keep ./.packgate');
  assert.equal(at('packages/a'), 'packgate check ./packages/a --keep ./.packgate');
  for (const target of ['a b.tgz', '$(id).tgz', "a'.tgz", 'a\n.tgz', 'a;b.tgz', 'npm:a@1', '~/a.tgz'])
    assert.equal(at(target), undefined);
});

test('the longest readable files come first, whatever they are called', () => {
  const made = [10, 300, 20].map((codeLines) =>
    finding('unminified/script', 'error', `${codeLines}.js`, '', { evidence: { codeLines } }),
  );
  assert.deepEqual(
    causesOf(made, RULES)[0]?.findings.map(({ path }) => path),
    ['300.js', '20.js', '10.js'],
  );
});

test('next step: what is public already is told to be so', () => {
  const published = { package: { ...clean.package, target: 'npm:a@1' } };
  assert.match(nextStep(verdict(published)).text, /^None/);
  assert.match(nextStep(verdict({ ...published, outcome: 'fail' })).text, /public already/);
  assert.match(nextStep(verdict({ outcome: 'fail' })).text, /^Do not publish this/);
});

for (const [format, target, command] of [
  ['vsix', './a-1.vsix', 'vsce publish --packagePath ./a-1.vsix'],
  ['wheel', 'out/a-1-py3-none-any.whl', 'twine upload ./out/a-1-py3-none-any.whl'],
  ['sdist', './a-1.tar.gz', 'twine upload ./a-1.tar.gz'],
  ['crate', './a-1.crate', undefined],
  ['zip', './a.zip', undefined],
  [undefined, './a-1.tgz', 'npm publish ./a-1.tgz'],
] as const) {
  test(`next step: ${format ?? 'npm package'} goes where such packages go`, () => {
    const step = nextStep(verdict({ package: { ...clean.package, target, ...(format && { format }) } }));
    assert.equal(step.command, command);
    if (format !== undefined) assert.doesNotMatch(`${step.text} ${step.command}`, /npm/);
  });
}

test('of many findings of one cause those that give away most are kept, and all are counted', () => {
  const made = Array.from({ length: 50 }, (_, index) =>
    finding('source-map/file', 'error', `${Math.floor(index / 2)}.map`, index === 49 ? 'other' : 'same', {
      evidence: { bytes: index === 31 ? 9000 : (index * 7) % 50 },
      keepOut: ['a', 'b', 'c', 'd'][index % 4]!,
    }),
  );
  const [cause, ...others] = causesOf(made, RULES);
  const worst = [...made].sort((a, b) => Number(b.evidence?.bytes) - Number(a.evidence?.bytes));
  assert.deepEqual(others, []);
  assert.deepEqual(cause?.findings, worst.slice(0, MOST_TOLD));
  assert.deepEqual([cause.count, cause.files, cause.isAlike], [50, 25, false]);
  // In the order of those that give away most, as many as are told.
  const ways = [...new Set(worst.map(({ keepOut }) => keepOut))];
  assert.match(
    cause.help ?? '',
    new RegExp(`of the package: ${ways.slice(0, 3).join('; ')}; and 1 more\\.$`),
  );
  assert.equal(causesOf(made.slice(0, 49), RULES)[0]?.isAlike, true);
});

const added = (text: string) => `add "${text}" at the end of "files" in package.json`;
/** Ways to keep files out, and what is told of them. */
const ways: Record<string, [ways: string[], told: string]> = {
  'one of them': [[added('!a')], added('!a')],
  'two for one place': [
    [added('!a'), added('!b')],
    'add "!a" and "!b" at the end of "files" in package.json',
  ],
  'many for one place': [
    ['!a', '!b', '!c', '!d', '!e'].map(added),
    'add "!a", "!b", "!c" and 2 more at the end of "files" in package.json',
  ],
  'lines of an ignore file': [
    ['add the line `*.map` to .npmignore', 'add the line `dist/a to b.js` to .npmignore'],
    'add the lines `*.map` and `dist/a to b.js` to .npmignore',
  ],
  'a file to be made': [
    ['make a file .npmignore with the line `/a.vsix`', 'make a file .npmignore with the line `*.map`'],
    'make a file .npmignore with the lines `/a.vsix` and `*.map`',
  ],
  'several places': [
    [
      added('!a'),
      'take "b" out of "files" in package.json',
      added('!c'),
      'rename it',
      'take "d" out of "files" in package.json',
    ],
    'add "!a" and "!c" at the end of "files" in package.json; take "b" and 1 more out of "files" in package.json; and 1 more',
  ],
};

for (const [name, [all, told]] of Object.entries(ways)) {
  test(`ways to keep files out: ${name}`, () => {
    const made = all.map((keepOut, index) =>
      finding('source-map/file', 'error', `${index}.map`, '', { keepOut }),
    );
    const help = causesOf(made, RULES)[0]?.help ?? '';
    assert.equal(help.replace(/.*out of the package: /, ''), `${told}.`);
  });
}
