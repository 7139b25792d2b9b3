import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { keeper } from '../../src/target/keep.ts';
import { openTargets } from '../../src/target/open.ts';
import { makeFolder } from '../folders.ts';
import { type Registry, startRegistry } from '../registry.ts';
import { pathOf } from '../tools/managers.ts';
import { openAll } from './opened.ts';

const execute = promisify(execFile);
const integrityOf = (file: string) =>
  `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;

let registry: Registry;
before(async () => {
  registry = await startRegistry();
});
after(() => registry.stop());

/** Opens a target, keeps its bytes, and gives where they are and their integrity. */
async function packAndKeep(cwd: string, target: string, dir: string) {
  const options = { cwd, env: registry.env, ignoreScripts: false, progress: () => {} };
  const [one] = await openTargets([target], options);
  const source = await one!.open();
  try {
    const integrity = integrityOf(source.file);
    return { place: await keeper(dir, cwd)(source, integrity, (text) => text), integrity };
  } finally {
    await source.close();
  }
}

for (const publisher of ['npm', 'pnpm'] as const) {
  test(`what is kept and published with ${publisher} is what comes back`, async (t) => {
    const name = `@acme/by-${publisher}`;
    const cwd = makeFolder(t, {
      'package.json': { name, version: '1.0.0', scripts: { prepack: 'echo built > built.js' } },
      'app.js': 'let a',
    });
    const { place, integrity } = await packAndKeep(cwd, '.', 'out');
    assert.equal(place, `./out/acme-by-${publisher}-1.0.0.tgz`);
    const env = { ...registry.env, ...(publisher === 'pnpm' ? { PATH: pathOf('pnpm') } : {}) };
    const more = publisher === 'pnpm' ? ['--no-git-checks', `--registry=${registry.url}`] : [];
    await execute(publisher, ['publish', place, '--ignore-scripts', '--access=public', ...more], {
      cwd,
      env,
    });

    const published = (await (await fetch(registry.url + encodeURIComponent(name))).json()) as {
      versions: Record<string, { dist: { integrity: string } }>;
    };
    assert.equal(published.versions['1.0.0']?.dist.integrity, integrity);
    const again = await packAndKeep(cwd, `npm:${name}@1.0.0`, 'again');
    assert.equal(again.integrity, integrity);
    assert.ok(readFileSync(join(cwd, again.place)).equals(readFileSync(join(cwd, place))));
    for (const spec of [name, `${name}@latest`, `${name}@^1`, `${name}@>=1 <2`]) {
      const [opened] = await openAll([`npm:${spec}`], { cwd, env: registry.env });
      assert.deepEqual(opened?.files, ['app.js', 'built.js', 'package.json'], spec);
    }
    const [missing] = await openAll([`npm:${name}@9`], { cwd, env: registry.env });
    assert.match(missing?.error?.message ?? '', /could not fetch it \(ETARGET: No matching version/);
  });
}

const refused: [spec: string, message: RegExp, help: RegExp][] = [
  ['npm:nobody-has-this', /^npm:nobody-has-this: npm could not fetch it \(E404: /, /check name and version/],
];
for (const [spec, message, help] of refused) {
  test(`${spec} is an error in one line`, async (t) => {
    const [opened] = await openAll([spec], { cwd: makeFolder(t), env: registry.env });
    assert.equal(opened?.error?.code, 'target');
    assert.match(opened?.error?.message ?? '', message);
    assert.doesNotMatch(opened?.error?.message ?? '', /\n/);
    assert.match(opened?.error?.help ?? '', help);
  });
}

for (const [status, code] of [
  [401, 'E401'],
  [403, 'E403'],
  [418, 'E418'],
] as const) {
  test(`a registry that answers ${status} is an error that says so`, async (t) => {
    const server = createServer((_, response) => response.writeHead(status).end('{}')).listen(0, '127.0.0.1');
    t.after(() => server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const cwd = makeFolder(t, { '.npmrc': `registry=${url}\n` });
    const [opened] = await openAll(['npm:anything'], { cwd, env: registry.env });
    assert.equal(opened?.error?.code, 'target');
    assert.match(opened?.error?.message ?? '', new RegExp(`\\(${code}`));
  });
}

test('a registry that is not there is an error that says so', async (t) => {
  const cwd = makeFolder(t, { '.npmrc': 'registry=http://127.0.0.1:9/\nfetch-retries=0\n' });
  const [opened] = await openAll(['npm:anything'], { cwd, env: registry.env });
  assert.match(opened?.error?.message ?? '', /\(ECONNREFUSED: FetchError: request to http:\/\/\S+ failed/);
});

test('the project of another package manager does not matter', async (t) => {
  const devEngines = { packageManager: { name: 'pnpm', onFail: 'error' } };
  const manifest = { name: 'x', version: '1.0.0', packageManager: 'pnpm@12.21.0', devEngines };
  const cwd = makeFolder(t, { 'pnpm-lock.yaml': '', 'package.json': manifest });
  const [opened] = await openAll(['npm:nobody-has-this'], { cwd, env: registry.env });
  assert.match(opened?.error?.message ?? '', /E404/);
});
