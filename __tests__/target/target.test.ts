import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTarget } from '../../src/target/target.ts';

const kinds = {
  path: [
    '.',
    './out/x.tgz',
    'out',
    '/abs/x.tar',
    '@acme/cli',
    'a+b',
    'a(1).tgz',
    '-dash',
    'npm',
    '../up',
    '~',
    'x y',
    '!bang',
  ],
  glob: ['out/*.tgz', 'packages/{a,b}', '?', 'x[1].tgz', '**/*', '@(a|b)', '+(a)'],
  registry: [
    'npm:left-pad',
    'npm:left-pad@1.3.0',
    'npm:@acme/cli@next',
    'npm:@acme/cli',
    'npm:a@^1',
    'npm:a@>=1 <2 || 3.x',
    'npm:a@1.0.0-rc.1+b_x',
    'npm:JSONStream@*',
    'npm:a@~1.2',
  ],
} as const;
for (const [kind, texts] of Object.entries(kinds)) {
  for (const text of texts) test(`${text} is a ${kind}`, () => assert.equal(parseTarget(text).kind, kind));
}

const refused = [
  '',
  'a\0b',
  'npm:',
  'npm:-x',
  'npm:--pack-destination=x',
  'npm:a@-x',
  'npm:a@',
  'npm:@acme',
  'npm:@acme/',
  'npm:.',
  'npm:..',
  'npm:./x',
  'npm:x.tgz',
  'npm:a@x.tar.gz',
  'npm:a@./x',
  'npm:a@.x',
  'npm:~/x',
  'npm:user/repo',
  'npm:github:user/repo',
  'npm:a@github:user/repo',
  'npm:git+https://example.com/a.git',
  'npm:a@git@example.com:a/b.git',
  'npm:a@https://example.com/a.tgz',
  'npm:a@file:../x',
  'npm:a@npm:b@1',
  'npm:a#main',
  'npm:a\n--foo',
  'npm:a@1\n',
  'npm:a@1\t2',
  'npm:_x',
];
for (const text of refused) {
  test(`${JSON.stringify(text)} is refused`, () => {
    assert.throws(() => parseTarget(text), { name: 'PackgateError', code: 'usage' });
  });
}

test('a spec is handed on without the prefix', () => {
  assert.deepEqual(parseTarget('npm:@acme/cli@1.0.0'), {
    kind: 'registry',
    text: 'npm:@acme/cli@1.0.0',
    spec: '@acme/cli@1.0.0',
  });
});
