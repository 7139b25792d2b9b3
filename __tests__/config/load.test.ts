import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadConfig, readConfig } from '../../src/config.ts';

const knownRules = ['source-map/file', 'source-map/reference', 'unminified/script'];

type Content = string | Buffer;

function folder(t: TestContext, files: Record<string, Content>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'packgate-config-'));
  t.after(() => rmSync(cwd, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  return cwd;
}

const load = (t: TestContext, files: Record<string, Content>, file?: string) =>
  loadConfig({ cwd: folder(t, files), knownRules, ...(file !== undefined && { file }) });

test('the config is found where it may be', async (t) => {
  const open = (name: string, from: string) => ({ file: name, preset: { value: 'open', from } });
  const cases: readonly [
    files: Record<string, Content>,
    file: string | undefined,
    expected: object | null,
  ][] = [
    [{}, undefined, null],
    [{ 'package.json': '{ "name": "packgate" }' }, undefined, null],
    [{ 'package.json': '{ "name": "packgate", ' }, undefined, null],
    [{ 'package.json': '{ "dependencies": { "packgate": "1" } }' }, undefined, null],
    [{ 'sub/packgate.yml': 'preset: open' }, undefined, null],
    [{ 'packgate.yml': 'preset: open' }, undefined, open('packgate.yml', 'packgate.yml:1')],
    [{ 'packgate.yaml': 'preset: open' }, undefined, open('packgate.yaml', 'packgate.yaml:1')],
    [
      { 'packgate.yml': '\ufeff# why\r\n\r\npreset: open\r\n' },
      undefined,
      open('packgate.yml', 'packgate.yml:3'),
    ],
    [{ 'packgate.json': '{\n\t"preset": "open"\n}\n' }, undefined, open('packgate.json', 'packgate.json:2')],
    [
      { 'package.json': '{\n  "name": "x",\n  "packgate": {\n    "preset": "open"\n  }\n}' },
      undefined,
      open('package.json', 'package.json:4'),
    ],
    [
      { 'ci/gate.yml': 'preset: open', 'packgate.yml': '!' },
      'ci/gate.yml',
      open('ci/gate.yml', 'ci/gate.yml:1'),
    ],
    [
      { 'a/package.json': '{"packgate":{"preset":"open"}}' },
      'a/package.json',
      open('a/package.json', 'a/package.json:1'),
    ],
    [{ 'packgate.yml': '# nothing yet\n' }, undefined, { file: 'packgate.yml', preset: undefined }],
  ];
  for (const [files, file, expected] of cases) {
    const config = await load(t, files, file);
    const found = config && { file: config.file, preset: config.preset };
    assert.deepEqual(found, expected, JSON.stringify([files, file]));
  }
});

test('a config that cannot be read, or is not the only one, is refused in one line', async (t) => {
  const cases: readonly [files: Record<string, Content>, file: string | undefined, message: string][] = [
    [{ 'packgate.yml': '', 'packgate.json': '{}' }, undefined, 'two configs: packgate.yml and packgate.json'],
    [
      { 'packgate.yml': '', 'package.json': '{"packgate":{}}' },
      undefined,
      'two configs: packgate.yml and the key `packgate` in package.json',
    ],
    [{}, 'gate.yml', 'gate.yml: no such file'],
    [{ 'package.json': '{}' }, 'package.json', 'package.json: has no key `packgate`'],
    [{ 'packgate.yml/x': '' }, undefined, 'packgate.yml: is a folder, not a file'],
    [{ 'packgate.yml': Buffer.alloc(1024 * 1024 + 1, '#') }, undefined, 'packgate.yml: is larger than 1 MiB'],
    [{ 'packgate.yml': Buffer.from([0x61, 0xff, 0x3a]) }, undefined, 'packgate.yml: is not UTF-8 text'],
    [
      { 'packgate.yml': Buffer.from('\ufeffallow: []', 'utf16le') },
      undefined,
      'packgate.yml: is UTF-16 text',
    ],
    [
      { 'package.json': '{\n  "packgate": { "preset": "open" }\n  "name": "x"\n}' },
      undefined,
      'package.json:3:3: missing , between flow map items',
    ],
    [
      { 'package.json': '{\n  "packgate": { "prest": "open" }\n}' },
      undefined,
      'package.json:2:17: unknown key `prest`; did you mean `preset`?',
    ],
    [
      { 'package.json': '{ "packgate": "open" }' },
      undefined,
      'package.json:1:15: the config must be a map, not the text `open`',
    ],
  ];
  for (const [files, file, message] of cases) {
    await assert.rejects(load(t, files, file), { code: 'config', message }, message);
  }
});

test('a FIFO and a device are refused without waiting', { skip: process.platform === 'win32' }, async (t) => {
  const cwd = folder(t, {});
  execFileSync('mkfifo', [join(cwd, 'packgate.yml')]);
  await assert.rejects(loadConfig({ cwd, knownRules }), { message: 'packgate.yml: is a FIFO, not a file' });
  await assert.rejects(loadConfig({ cwd, knownRules, file: '/dev/zero' }), {
    message: '/dev/zero: is a device, not a file',
  });
});

test('a link to a config that is not there is a mistake, and no run without a config', {
  skip: process.platform === 'win32',
}, async (t) => {
  const cwd = folder(t, { 'shared/rules.yml': 'preset: open' });
  symlinkSync('shared/rules.yml', join(cwd, 'packgate.yml'));
  assert.equal((await loadConfig({ cwd, knownRules }))?.preset?.value, 'open');
  rmSync(join(cwd, 'shared/rules.yml'));
  const gone = { code: 'config', message: 'packgate.yml: is a link to a file that is not there' };
  await assert.rejects(loadConfig({ cwd, knownRules }), gone);
  await assert.rejects(loadConfig({ cwd, knownRules, file: 'packgate.yml' }), gone);
  assert.throws(() => readConfig({ cwd, file: 'packgate.yml', mayBeNew: true }), gone);
  rmSync(join(cwd, 'packgate.yml'));
  writeFileSync(join(cwd, 'file'), '');
  symlinkSync('file/packgate.yml', join(cwd, 'packgate.yml'));
  await assert.rejects(loadConfig({ cwd, knownRules }), gone);
});

test('all that a config can say comes out as it was meant', async (t) => {
  const text = `
$schema: ./node_modules/packgate/docs/packgate.schema.json
allow: &common
  - package.json
  - "!dist/**/*.map"
rules:
  unminified/script: { level: error, ignore: ["dist/bin.js"] }
  source-map/reference: off
  source-map/*: { ignore: [vendor/**] }
waivers:
  - rule: source-map/file
    path: dist/vendor/legacy.js
    sha256: ${'AB'.repeat(32)}
    reason: "vendored, public source"
    owner: "@acme/release"
    expires: 2027-01-31
limits: { unpackedSize: 1.5 MiB, growth: 12.5%, entries: 7, nestedSize: 2kB, packWait: 0.5h }
packages:
  "@acme/cli": { preset: open, allow: *common }
`;
  const cwd = folder(t, { 'packgate.yml': text });
  assert.deepEqual(await loadConfig({ cwd, knownRules }), {
    file: 'packgate.yml',
    folder: cwd,
    allow: [
      { pattern: 'package.json', from: 'packgate.yml:4' },
      { pattern: '!dist/**/*.map', from: 'packgate.yml:5' },
    ],
    rules: [
      { rule: 'unminified/script', level: 'error', ignore: ['dist/bin.js'], from: 'packgate.yml:7' },
      { rule: 'source-map/reference', level: 'off', ignore: [], from: 'packgate.yml:8' },
      { rule: 'source-map/*', ignore: ['vendor/**'], from: 'packgate.yml:9' },
    ],
    waivers: [
      {
        rule: 'source-map/file',
        path: 'dist/vendor/legacy.js',
        sha256: 'ab'.repeat(32),
        reason: 'vendored, public source',
        owner: '@acme/release',
        expires: '2027-01-31',
        from: 'packgate.yml:11',
      },
    ],
    limits: {
      unpackedSize: { value: 1572864, from: 'packgate.yml:17' },
      growth: { value: 0.125, from: 'packgate.yml:17' },
    },
    runLimits: {
      entries: { value: 7, from: 'packgate.yml:17' },
      nestedSize: { value: 2000, from: 'packgate.yml:17' },
      packWait: { value: 1800, from: 'packgate.yml:17' },
    },
    packages: new Map([
      [
        '@acme/cli',
        {
          preset: { value: 'open', from: 'packgate.yml:19' },
          allow: [
            { pattern: 'package.json', from: 'packgate.yml:4' },
            { pattern: '!dist/**/*.map', from: 'packgate.yml:5' },
          ],
          rules: [],
          waivers: [],
          limits: {},
        },
      ],
    ]),
  });
});

test('the config is looked for in the folders above, up to the root of the repository', async (t) => {
  const root = folder(t, {
    '.git/HEAD': '',
    'packgate.yml': 'preset: open\n',
    'packages/a/package.json': '{}',
    'packages/b/packgate.json': '{ "preset": "open" }',
    'nested/.git/HEAD': '',
    'nested/c/x': '',
  });
  const found = async (from: string) =>
    (await loadConfig({ cwd: join(root, from), knownRules }))?.preset?.from;
  assert.equal(await found('.'), 'packgate.yml:1');
  assert.equal(await found('packages/a'), '../../packgate.yml:1');
  assert.equal(await found('packages/b'), 'packgate.json:1');
  assert.equal(await found('nested/c'), undefined);
  const outside = folder(t, { 'packgate.yml': 'preset: open\n', 'sub/x': '' });
  assert.equal(await loadConfig({ cwd: join(outside, 'sub'), knownRules }), null);
});

test('a section for a package that the workspace does not have is refused', async (t) => {
  const asked: string[] = [];
  const sections = (text: string, names: readonly string[] | undefined) => {
    const cwd = folder(t, { 'packgate.yml': text });
    const packagesIn = async (at: string) => {
      asked.push(at === cwd ? 'its folder' : at);
      return names;
    };
    return loadConfig({ cwd, knownRules, packagesIn });
  };
  const text = 'packages:\n  "@acme/cli": {}\n  "@acme/cil": { preset: open }\n  other: {}\n';
  const unknown = await sections(text, undefined);
  assert.deepEqual([unknown?.packages.size, unknown?.areKnown], [3, undefined]);
  const known = await sections(text, ['@acme/cli', '@acme/cil', 'other', 'more']);
  assert.deepEqual([known?.packages.size, known?.areKnown], [3, true]);
  await assert.rejects(sections(text, ['@acme/cli', '@acme/cill', 'x']), {
    code: 'config',
    message:
      'packgate.yml:3:3: no package of this workspace is called `@acme/cil`; did you mean `@acme/cill`? (and 1 more, at 4:3)',
  });
  assert.deepEqual(asked, ['its folder', 'its folder', 'its folder']);
  await sections('preset: open\n', []);
  assert.equal(asked.length, 3);
});

const NEAR = [
  '.packgate.yml',
  'packgate.jsonc',
  '.packgaterc',
  '.packgaterc.json',
  'packgate.config.js',
  'Packgate.yml',
  'pack-gate.yml',
  'packagegate.yaml',
  'pakgate.yml',
  'packgates.json',
];
for (const name of NEAR) {
  test(`a config called ${name} is said to be read by nobody, also beside one and in a folder above`, async (t) => {
    const message = `${name}: nobody reads a config of this name`;
    await assert.rejects(load(t, { [name]: 'preset: open' }), { code: 'config', message });
    await assert.rejects(load(t, { [name]: 'preset: open', 'packgate.yml': '' }), {
      code: 'config',
      message,
    });
    const cwd = folder(t, { '.git/HEAD': '', [name]: '', 'a/b/c': '' });
    await assert.rejects(loadConfig({ cwd: join(cwd, 'a/b'), knownRules }), { message: `../../${message}` });
    assert.notEqual(await load(t, { [name]: 'preset: closed', 'my.yml': 'preset: open' }, 'my.yml'), null);
  });
}

for (const name of [
  'package.json',
  'package.yml',
  'package.yaml',
  'packages.json',
  '.packgate/a.tgz',
  '.packgate.yml/a',
  'packgate',
  'packgate.js',
  'packgate.log',
  'packgate.sarif',
  'packgate.yml.bak',
  'packgate-report.json',
  'packgate.schema.json',
  'unpackgate.yml',
]) {
  test(`${name} is taken for no config`, async (t) => assert.equal(await load(t, { [name]: '{}' }), null));
}

test('a report that packgate wrote is taken for no config', async (t) => {
  assert.equal(await load(t, { '.packgate.json': '{\n  "schemaVersion": 1, "verdict": "pass" }' }), null);
});
