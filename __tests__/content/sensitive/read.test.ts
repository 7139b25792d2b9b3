import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAt } from '../../../src/content/look.ts';
import { placeOfFile } from '../../../src/content/sensitive/place.ts';
import { seeded } from '../pieces.ts';
import { SAMPLES } from './samples.ts';

function look(path: string, bytes: Buffer, cuts: readonly number[] = []) {
  const reader = lookAt(path, bytes.length, false);
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    if (to > from) reader.push(bytes.subarray(from, to));
    from = Math.max(from, to);
  }
  const { sensitive, opaque } = reader.end();
  return { sensitive, opaque };
}

for (const [path, bytes] of Object.entries(SAMPLES)) {
  test(`${path}: the same however it is cut`, () => {
    const whole = look(path, bytes);
    assert.ok(whole.sensitive !== undefined || whole.opaque !== undefined);
    const below = seeded(7);
    for (let round = 0; round < 20; round++) {
      const cuts = Array.from({ length: 6 }, () => below(bytes.length + 1)).sort((a, b) => a - b);
      assert.deepEqual(look(path, bytes, cuts), whole, `cut at ${cuts.join(', ')}`);
    }
    const small = bytes.subarray(0, 10_000);
    assert.deepEqual(look(path, small, Array.from(small.keys())), look(path, small));
  });

  test(`${path}: damaged in any way it is read to its end`, () => {
    const below = seeded(path.length);
    for (let round = 0; round < 300; round++) {
      const damaged = Buffer.from(bytes.subarray(0, Math.min(bytes.length, 5000)));
      for (let change = 1 + below(4); change > 0; change--) damaged[below(damaged.length)] = below(256);
      look(path, damaged.subarray(0, 1 + below(damaged.length)));
    }
  });
}

const PLACES: Readonly<Record<string, object>> = {
  'third_party/re/a.js': { bundled: false, foreign: true, template: false },
  'a/b.js': { bundled: false, foreign: false, template: false },
  'node_modules/a/test/b.js': {
    bundled: true,
    foreign: false,
    template: false,
    within: { kind: 'test', root: 'node_modules/a/test/', sure: false },
  },
  'test/node_modules/a.js': {
    bundled: false,
    foreign: false,
    template: false,
    within: { kind: 'test', root: 'test/', sure: false },
  },
  'template-vue/.vscode/a.json': {
    bundled: false,
    foreign: false,
    template: true,
    within: { kind: 'litter', what: 'Visual Studio Code settings', from: 'editor' },
  },
  'schematics/component/files/a.ts': { bundled: false, foreign: false, template: true },
  'a.zip!/.git/HEAD': {
    bundled: false,
    foreign: false,
    template: false,
    within: { kind: 'history', system: 'Git', root: 'a.zip!/.git' },
  },
  '.github/workflows/ci.yml': {
    bundled: false,
    foreign: false,
    template: false,
    within: { kind: 'ci', tool: 'GitHub', form: 'pipeline' },
  },
  'x/workflows/ci.yml': { bundled: false, foreign: false, template: false },
};

for (const [path, place] of Object.entries(PLACES)) {
  test(`${path}: its folders`, () => assert.deepEqual(placeOfFile(path), place));
}

test('names that are made to cost time cost none', () => {
  const long = [
    `${'google-'.repeat(20_000)}.json`,
    `${'.env.'.repeat(30_000)}`,
    `${'template-'.repeat(20_000)}/a.js`,
    `${'__a'.repeat(40_000)}/.env`,
  ];
  const texts = [
    '\n'.repeat(65_536),
    'test '.repeat(13_000),
    '"'.repeat(65_536),
    'A='.repeat(32_000),
    '://a:'.repeat(13_000),
    '['.repeat(65_536),
    '\n#'.repeat(32_000),
  ];
  const names = [
    '.env',
    '.npmrc',
    'desktop.ini',
    '.netrc',
    'prompts/a.md',
    'a.log',
    'a.sql',
    'a.test.js',
    'a.tfvars',
    '.pgpass',
    '.yarnrc.yml',
    'appsettings.json',
    'local.settings.json',
    'model.json',
    '.mcp.json',
    'a.har',
    'pip.conf',
    'prod.kubeconfig',
    '.sentryclirc',
    'rclone.conf',
    'auth.json',
  ];
  const start = process.cpuUsage();
  for (const name of long) look(name, Buffer.from('A=1\n'));
  for (const name of names) for (const text of texts) look(name, Buffer.from(text));
  const { user } = process.cpuUsage(start);
  // 28 ms for each look here; quadratic ones take seconds.
  assert.ok(user < 15_000_000, `${Math.round(user / 1000)} ms`);
});
