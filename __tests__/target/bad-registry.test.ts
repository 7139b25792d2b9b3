import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { makeFolder } from '../folders.ts';
import { packed } from '../tarballs.ts';
import { ROOT } from '../tools/install.ts';

const TARBALL = packed({ 'a.js': 'a' });

interface Asked {
  readonly url: string;
  /** Of the server, with a slash at the end. */
  readonly root: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** What the registry says of the package, with what is wrong about it. */
function packument(root: string, dist: object = {}): object {
  const integrity = `sha512-${createHash('sha512').update(TARBALL).digest('base64')}`;
  const whole = { tarball: `${root}made/-/made-1.0.0.tgz`, integrity, ...dist };
  return {
    name: 'made',
    'dist-tags': { latest: '1.0.0' },
    versions: { '1.0.0': { name: 'made', version: '1.0.0', dist: whole } },
  };
}

/** Answers about the package as it should, and about its tarball as told. */
const tarballs =
  (answer: (asked: Asked) => void, dist?: (root: string) => object) =>
  (asked: Asked): void => {
    if (asked.url.endsWith('.tgz')) answer(asked);
    else json(asked.response, packument(asked.root, dist?.(asked.root)));
  };

const all =
  (status: number, headers: (root: string) => Record<string, string> = () => ({})) =>
  ({ response, root }: Asked): void => {
    response.writeHead(status, headers(root)).end('{}');
  };

/** What a registry does, and what is said of it. Each is asked for `npm:made`. */
const wrong: Record<string, [serve: (asked: Asked) => void, said: RegExp]> = {
  'knows no such package': [all(404), /\(E404: .*; check name and version/],
  'wants a login': [all(401), /\(E401.*; log in/],
  'forbids it': [all(403), /\(E403.*; this login may not/],
  'is broken': [all(500), /\(E500/],
  'sends everybody in a circle': [all(302, (root) => ({ location: `${root}again` })), /redirect/i],
  'sends everybody to another protocol': [
    all(302, () => ({ location: 'ftp://127.0.0.1/made' })),
    /could not fetch it/,
  ],
  'answers with a page': [
    ({ response }) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>::error::x'),
    /could not fetch it/,
  ],
  'answers with half of the JSON': [
    ({ response }) => response.end('{"name":"made","versions":{'),
    /could not fetch it/,
  ],
  'has a package without versions': [
    ({ response }) => json(response, { name: 'made', versions: {} }),
    /could not fetch it/,
  ],
  'hangs up': [({ request }) => request.socket.destroy(), /could not fetch it/],
  'says nothing': [() => {}, /npm pack said nothing for 3 s and was ended; .*limits\.downloadWait/],
  'sends a page for the tarball': [
    tarballs(({ response }) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'.repeat(200)),
    ),
    /could not fetch it \((?:EINTEGRITY|TAR_BAD_ARCHIVE)/,
  ],
  'says that it answers in gzip and does not': [
    ({ response, root }) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(JSON.stringify(packument(root))),
    /could not fetch it/,
  ],
  'says that there is more than it sends': [
    ({ response, root }) => {
      const text = JSON.stringify(packument(root));
      response.writeHead(200, { 'content-length': String(text.length + 10) });
      response.write(text, () => setTimeout(() => response.destroy(), 200));
    },
    /could not fetch it|said nothing/,
  ],
  'says that there is less than it sends': [
    ({ response, root }) => {
      const text = JSON.stringify(packument(root));
      response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${text.length - 10}\r\n\r\n${text}`);
    },
    /could not fetch it/,
  ],
  'stops in the middle of a chunk': [
    ({ response }) =>
      void response.socket?.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n{"'),
    /npm pack said nothing for 3 s/,
  ],
  'answers a byte at a time': [
    ({ response }) => {
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(timer));
    },
    /npm pack said nothing for 3 s/,
  ],
  'has had enough of us': [all(429, () => ({ 'retry-after': '3600' })), /\(E429/],
  'is away': [all(503, () => ({ 'retry-after': '1' })), /\(E503/],
  'sends us to where nobody speaks TLS': [
    ({ response, root }) =>
      response.writeHead(302, { location: `${root.replace('http:', 'https:')}made` }).end(),
    /could not fetch it/,
  ],
  'gives the sha1 of another tarball, and nothing else': [
    tarballs(
      ({ response }) => response.end(TARBALL),
      () => ({ integrity: undefined, shasum: '0'.repeat(40) }),
    ),
    /\(EINTEGRITY/,
  ],
  'tells of a tarball on a host that is not there': [
    tarballs(
      () => {},
      () => ({ tarball: 'http://127.0.0.1:1/made-1.0.0.tgz' }),
    ),
    /could not fetch it \(ECONNREFUSED/,
  ],
  'has another version than the one it points to': [
    ({ response, root }) => json(response, { ...packument(root), 'dist-tags': { latest: '2.0.0' } }),
    /could not fetch it \((?:ETARGET|EINTEGRITY)/,
  ],
  'has a version that is a path': [
    ({ response, root }) => {
      const version = '1.0.0-../../x';
      const dist = { tarball: `${root}made.tgz` };
      json(response, {
        name: 'made',
        'dist-tags': { latest: version },
        versions: { [version]: { name: 'made', version, dist } },
      });
    },
    /printed something unknown|could not fetch it/,
  ],
  'sends headers without an end': [
    ({ response }) => void response.socket?.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(200_000)}\r\n`),
    /could not fetch it/,
  ],
  'has no such tarball': [tarballs(all(404)), /\(E404/],
  'keeps the tarball behind a login': [tarballs(all(401)), /\(E401/],
  'sends the tarball in a circle': [
    tarballs(all(302, (root) => ({ location: `${root}a.tgz` }))),
    /redirect/i,
  ],
  'cuts the tarball off': [
    tarballs(({ response }) => {
      response.writeHead(200, { 'content-length': String(TARBALL.length) });
      response.write(TARBALL.subarray(0, 50), () => response.destroy());
    }),
    /could not fetch it/,
  ],
  'cuts the tarball off without saying how long it is': [
    tarballs(({ response }) => response.end(TARBALL.subarray(0, 50))),
    /could not fetch it \((?:EINTEGRITY|EBADSIZE|TAR_BAD_ARCHIVE|Z_)/,
  ],
  'stops in the middle of the tarball': [
    tarballs(({ response }) => void response.write(TARBALL.subarray(0, 50))),
    /npm pack said nothing for 3 s/,
  ],
  'sends another tarball than it tells of': [
    tarballs(({ response }) => response.end(packed({ 'b.js': 'b' }))),
    /\(EINTEGRITY/,
  ],
  'tells of a tarball on the disk': [
    tarballs(
      () => {},
      () => ({ tarball: 'file:///etc/passwd' }),
    ),
    /could not fetch it/,
  ],
};

async function serve(t: TestContext, answer: (asked: Asked) => void): Promise<string> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    answer({ url: request.url ?? '', root: `http://127.0.0.1:${port}/`, request, response });
  }).listen(0, '127.0.0.1');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Seconds without a word: what those get that never say one, and what others never need, however busy the machine. */
const [SHORT, LONG] = [3, 100];

/** Runs the built program; the server is in this process, so that nothing may wait for it. */
async function checkFrom(t: TestContext, registry: string, more: NodeJS.ProcessEnv = {}, wait = LONG) {
  const cwd = makeFolder(t, {
    '.npmrc': `registry=${registry}\nfetch-retries=0\ncache=cache\nupdate-notifier=false\n`,
    'packgate.yml': `limits: { downloadWait: ${wait}s }\n`,
  });
  const temporary = join(cwd, 'temporary');
  mkdirSync(temporary);
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', 'npm:made'], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, RUNNER_TEMP: temporary, TMPDIR: temporary, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [status] = await once(child, 'close');
  assert.deepEqual(readdirSync(temporary), []);
  return { status, stdout, stderr };
}

for (const [name, [answer, said]] of Object.entries(wrong)) {
  test(`a registry that ${name}: exit status 2 and one line`, { timeout: 120_000 }, async (t) => {
    const wait = said.source.includes('said nothing') ? SHORT : LONG;
    const { status, stdout, stderr } = await checkFrom(t, await serve(t, answer), {}, wait);
    assert.equal(status, 2, stdout + stderr);
    assert.equal(stdout, '');
    assert.match(stderr, /^packgate: npm:made: [^\n]+\n$/);
    assert.match(stderr, said);
    assert.doesNotMatch(stderr, /::error/);
  });
}

/** A registry that does what it should, in ways that not all do. */
const fine: Record<string, (asked: Asked) => void> = {
  'does what it should': tarballs(({ response }) => response.end(TARBALL)),
  'answers in gzip': (asked) => {
    if (asked.url.endsWith('.tgz')) return void asked.response.end(TARBALL);
    asked.response
      .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' })
      .end(gzipSync(JSON.stringify(packument(asked.root))));
  },
  'gives a sha1 alone': tarballs(
    ({ response }) => response.end(TARBALL),
    () => ({ integrity: undefined, shasum: createHash('sha1').update(TARBALL).digest('hex') }),
  ),
  'keeps its tarballs at another host': tarballs(
    ({ response }) => response.end(TARBALL),
    (root) => ({ tarball: `${root.replace('127.0.0.1', 'localhost')}made/-/made-1.0.0.tgz` }),
  ),
  'sends us elsewhere once': (asked) => {
    if (asked.url === '/made') asked.response.writeHead(302, { location: `${asked.root}there/made` }).end();
    else tarballs(({ response }) => response.end(TARBALL))(asked);
  },
};

for (const [name, answer] of Object.entries(fine)) {
  test(`a registry that ${name} is no error`, { timeout: 120_000 }, async (t) => {
    const { status, stdout, stderr } = await checkFrom(t, await serve(t, answer));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^PASS {2}made@1\.0\.0 may ship/);
  });
}

test('a proxy that is not there is exit status 2 and one line; one that is there is used', {
  timeout: 120_000,
}, async (t) => {
  const registry = 'http://registry.invalid/';
  const away = await checkFrom(t, registry, { http_proxy: 'http://127.0.0.1:1' });
  assert.equal(away.status, 2);
  assert.match(away.stderr, /^packgate: npm:made: npm could not fetch it \(ECONNREFUSED[^\n]+\n$/);
  // Who speaks to a proxy asks it for the whole address.
  const proxy = await serve(t, (asked) =>
    tarballs(({ response }) => response.end(TARBALL))({ ...asked, root: registry }),
  );
  const there = await checkFrom(t, registry, { http_proxy: proxy });
  assert.equal(there.status, 0, there.stderr);
});
