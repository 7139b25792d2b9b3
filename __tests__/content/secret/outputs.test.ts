// Runs the built files some fifteen times: about ten seconds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { mapText } from '../../rules/source-map/maps.ts';
import { runAction } from '../../runner.ts';
import { packed, rawTar } from '../../tarballs.ts';
import { CLI } from '../../tools/check.ts';
import { rawZip } from '../../zips.ts';
import { CARRIERS } from './carriers.ts';
import { madeSecrets } from './made.ts';

const made = madeSecrets(29);
/** Of these formats a file name may have one in it. */
const inNames = made.filter(({ secret }) => /^[\w-]{30,120}$/.test(secret) && secret === madeTextOf(secret));
const [first, second, third, fourth, fifth, sixth, seventh, eighth] = inNames.map(
  ({ secret }) => secret,
) as string[];
/** Of a credential that is joined in the script, and stands alone in names. */
const [begins, ends] = [eighth!.slice(0, -14), eighth!.slice(-14)];
const login = made.find(({ text: one }) => one.startsWith('https://deployer'))!.text;

function madeTextOf(secret: string): string | undefined {
  return made.find((one) => one.secret === secret)?.text;
}

/** What a credential could look like in an output: as it is, a piece of it, or in base64. */
const traces = made.flatMap(({ secret: whole }) => {
  const secret = /^[\w+]+:\/\/deployer:(\w+)@/.exec(whole)?.[1] ?? whole;
  const lines = (secret.includes('\n') ? secret.split('\n').slice(1, -2) : [secret]).filter(
    (line) => line.length >= 19,
  );
  return lines.flatMap((line) => [
    line.slice(-12),
    line.slice(line.length >> 1, (line.length >> 1) + 12),
    Buffer.from(line).toString('base64').slice(8, 32),
  ]);
});

const MANIFEST = {
  name: 'made',
  version: '1.0.0',
  description: `see ${login}/docs`,
  main: `dist/${first}.js`,
  bin: { made: `bin/${second}.js` },
  config: { key: third },
};
const source = [`../src/${fourth}/a.ts`, 'webpack:///./src/b.ts'];
const FILES: Record<string, string | Buffer> = {
  'package.json': JSON.stringify(MANIFEST),
  [`dist/${first}.js`]: `let a;\n//# sourceMappingURL=${login}/a.js.map\n`,
  [`bin/${second}.js`]: `#!/usr/bin/env node\nlet b;\n//# sourceMappingURL=${fifth}.js.map\n`,
  'dist/c.js.map': mapText({ sources: source, sourcesContent: ['let a;\n', 'let b;\n'], sourceRoot: login }),
  'dist/d.js': `/***/ "./src/${fourth}/e.js":\n/***/ ((m) => {\nlet a = 1;\n}),\n`,
  [`dist/${ends}.js`]: `k="${begins}"+"${ends}";\n//# sourceMappingURL=${ends}.js.map\n`,
  [`dist/${ends}.js.map`]: mapText({ sources: [`../src/${ends}/a.ts`], sourcesContent: ['let a;\n'] }),
  [`dist/${sixth}/inner.zip`]: rawZip([{ name: `in/${seventh}.env`, body: `KEY=${made[2]!.text}\n` }]),
  [`dist/${sixth}.7z`]: Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(90, 7)]),
  [`src/${fourth}/.env`]: `TOKEN=${third}\n`,
  ...Object.fromEntries(
    CARRIERS.slice(0, 4).flatMap((carrier) => made.map((one, index) => carrier.file(index, one.text))),
  ),
};

let folder: string;
let temporary: string;
const cli = (...args: string[]) => {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TMPDIR: temporary,
    RUNNER_TEMP: temporary,
    DEBUG: '*',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, said: stdout + stderr };
};

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'packgate-outputs-'));
  temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  writeFileSync(join(folder, 'a.tgz'), packed(FILES));
  writeFileSync(join(folder, 'before.tgz'), packed({ 'package.json': '{"name":"made","version":"0.9.0"}' }));
  for (const [path, content] of Object.entries(FILES)) {
    if (/^(?:map|json|min|plain)\//.test(path)) continue;
    mkdirSync(join(folder, 'project', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'project', path), content);
  }
});
after(() => rmSync(folder, { recursive: true }));

function quiet(said: string, least = 100): void {
  assert.ok(said.length >= least, said);
  const found = traces.filter((trace) => said.includes(trace));
  assert.deepEqual(
    found.map((trace) => said.slice(Math.max(0, said.indexOf(trace) - 150), said.indexOf(trace) + 20)),
    [],
  );
}

for (const format of ['text', 'json', 'sarif', 'markdown'])
  test(`the report as ${format} holds none`, () => {
    const { status, said } = cli('check', './a.tgz', '--format', format, '--baseline', './before.tgz');
    assert.equal(status, 1);
    quiet(said);
    assert.match(said, /The name of this file holds/);
  });

test('a report in a file, the receipt and the audit log hold none', () => {
  const { status } = cli(
    ...[
      'check',
      './a.tgz',
      '--format',
      'json',
      '--output',
      'out.json',
      '--receipt',
      'r.jsonl',
      '--audit-log',
      'log.jsonl',
    ],
  );
  assert.equal(status, 1);
  for (const file of ['out.json', 'r.jsonl', 'log.jsonl']) quiet(readFileSync(join(folder, file), 'utf8'));
  quiet(cli('verify', './a.tgz', '--receipt', 'r.jsonl').said, 20);
  quiet(cli('audit', 'verify', 'log.jsonl').said, 20);
  quiet(cli('check', './before.tgz', '--baseline', 'r.jsonl').said, 20);
});

test('what a folder packs to, and why, holds none', () => {
  const { said } = cli('check', './project', '--ignore-scripts', '--keep', 'kept');
  quiet(said);
});

test('a version with one in it is in no report, and not in the name of what is kept', () => {
  const key = made.find(({ name }) => name === 'an AWS access key id')!.secret;
  mkdirSync(join(folder, 'versioned'));
  const manifest = JSON.stringify({ name: 'made', version: `1.0.0-${key}` });
  writeFileSync(join(folder, 'versioned/package.json'), manifest);
  for (const format of ['text', 'json', 'sarif', 'markdown']) {
    const { status, said } = cli(
      'check',
      './versioned',
      '--ignore-scripts',
      '--keep',
      'kept2',
      '--format',
      format,
    );
    assert.equal(status, 1);
    quiet(said);
  }
  assert.deepEqual(readdirSync(join(folder, 'kept2')), ['made-1.0.0-secret.tgz']);
});

test('init writes none into the config, and prints none', () => {
  const { said } = cli('init', './project', '--ignore-scripts', '--config', 'made.yml');
  quiet(said);
  quiet(readFileSync(join(folder, 'made.yml'), 'utf8'), 10);
  quiet(cli('check', './a.tgz', '--config', 'made.yml').said);
  quiet(cli('check', './a.tgz', '--config', 'made.yml', '--print-config').said, 20);
});

test('explain says nothing of one that nobody typed', () => {
  quiet(cli('explain', 'dist/c.js.map', './a.tgz').said, 20);
  quiet(cli('explain', 'dist/unknown.js.map', './a.tgz').said, 20);
  const { said } = cli('explain', `dist/${first}.js`, './a.tgz');
  assert.match(said, /dist\/\[secret\]\.js/);
});

const BROKEN: Record<string, Buffer> = {
  'a manifest that is no JSON': packed({ 'package.json': `{"key": ${first}}` }),
  'a manifest that is no object': packed({ 'package.json': JSON.stringify([second]) }),
  'no manifest': rawTar({ name: `package/${third}.js`, body: 'let a' }),
  'a file that ends too early': packed({
    'package.json': '{}',
    [`${fourth}.js`]: 'a'.repeat(90_000),
  }).subarray(0, 300),
  'a path that climbs': rawTar(
    { name: 'package/package.json', body: '{"name":"made","version":"1.0.0"}' },
    { name: `package/../../${fifth}/a.js`, body: 'let a' },
    { name: `package/${sixth}.js`, body: 'let a' },
    { name: `package/${sixth}.js`, body: 'let b' },
    { name: `package/${seventh}`, type: '2', link: `/etc/${first}` },
  ),
};
for (const [name, bytes] of Object.entries(BROKEN))
  test(`${name} is told of without one`, () => {
    writeFileSync(join(folder, 'broken.tgz'), bytes);
    for (const format of ['text', 'json', 'sarif'])
      quiet(cli('check', './broken.tgz', '--format', format).said, 20);
  });

test('the Action tells the log, the summary, its outputs and the pull request none', async () => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response
      .writeHead(request.method === 'GET' ? 200 : 201, { 'content-type': 'application/json' })
      .end(request.method === 'GET' ? '[]' : '{"id": 1}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const result = await runAction({
      workspace: folder,
      inputs: {
        target: './a.tgz',
        comment: 'true',
        'sarif-file': 's.sarif',
        'json-file': 's.json',
        'receipt-file': 's.jsonl',
      },
      token: 'made-token',
      event: { name: 'pull_request', payload: { pull_request: { number: 7 } } },
      env: {
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        RUNNER_DEBUG: '1',
      },
    });
    assert.equal(result.status, 1);
    quiet(result.stdout + result.stderr);
    quiet(result.summary);
    quiet(JSON.stringify(result.outputs));
    quiet(bodies.join('\n'));
    for (const file of ['s.sarif', 's.json', 's.jsonl']) quiet(readFileSync(join(folder, file), 'utf8'));
  } finally {
    server.close();
  }
});

test('no temporary file is left', () => {
  const left = readdirSync(temporary, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  assert.deepEqual(
    left.map(({ parentPath, name }) => relative(temporary, join(parentPath, name))),
    [],
  );
});
