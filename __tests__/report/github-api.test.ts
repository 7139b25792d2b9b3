import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { MARKER } from '../../src/report/comment.ts';
import { runAction } from '../runner.ts';
import { packed } from '../tarballs.ts';
import { githubApi } from '../tools/github-api.ts';
import { install } from '../tools/install.ts';

const LIST = '/repos/acme/cli/issues/7/comments';

// dist/index.js talks to GitHub's own description of its API (prism as the one who holds it to that): about 6 s.
describe('the calls to GitHub', () => {
  let folder = '';
  let prism: ChildProcess;
  let contract = '';
  let server: Server;
  /** What the description says of each call. */
  let calls: { readonly what: string; readonly status: number; readonly said: string }[] = [];
  let comments: readonly object[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'packgate-github-'));
    writeFileSync(join(folder, 'a.tgz'), packed({ 'a.js': 'let a' }));
    const program = join(install('prism'), '@stoplight/prism-cli/dist/index.js');
    const args = ['mock', githubApi(), '--errors', '--host', '127.0.0.1', '--port', '0'];
    prism = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    contract = await listening(prism);
    server = createServer(async (request, response) => {
      const { method = '', url = '', headers } = request;
      const body = await text(request);
      const answer = await fetch(`${contract}${url}`, {
        method,
        headers: {
          accept: headers.accept!,
          authorization: headers.authorization!,
          'content-type': 'application/json',
        },
        ...(body !== '' && { body }),
      });
      const said = await answer.text();
      calls.push({ what: `${method} ${url}`, status: answer.status, said });
      // Its example of a list is somebody else's.
      const told = method === 'GET' && answer.ok ? JSON.stringify(comments) : said;
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(told);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(async () => {
    server.close();
    prism.kill();
    if (prism.exitCode === null && prism.signalCode === null) await once(prism, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  async function comment(existing: readonly object[]) {
    calls = [];
    comments = existing;
    return runAction({
      workspace: folder,
      inputs: { target: './a.tgz', comment: 'true' },
      token: 'made-token',
      event: { name: 'pull_request', payload: { pull_request: { number: 7 } } },
      env: { GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    });
  }

  test('listing and creating are as GitHub describes them', async () => {
    const result = await comment([]);
    assert.match(result.stdout, /^comment on the pull request created$/m, JSON.stringify(calls));
    assert.deepEqual(
      calls.map(({ what, status }) => [what, status]),
      [
        [`GET ${LIST}?per_page=100&page=1`, 200],
        [`POST ${LIST}`, 201],
      ],
    );
  });

  test('so is updating', async () => {
    const result = await comment([{ id: 4242, body: `${MARKER}\nold`, user: { type: 'Bot' } }]);
    assert.match(result.stdout, /^comment on the pull request updated$/m, JSON.stringify(calls));
    assert.deepEqual(calls.at(-1), {
      ...calls.at(-1),
      what: 'PATCH /repos/acme/cli/issues/comments/4242',
      status: 200,
    });
  });

  for (const [what, path, init] of [
    ['a comment without a body', LIST, { method: 'POST', body: '{}' }],
    ['a body that is no text', LIST, { method: 'POST', body: '{"body":7}' }],
    ['a pull request that is no number', '/repos/acme/cli/issues/x/comments', {}],
    ['a page that is no number', `${LIST}?page=x`, {}],
    ['another method', '/repos/acme/cli/issues/comments/1', { method: 'PUT' }],
    ['another place', '/repos/acme/cli/issues/7/remarks', {}],
  ] as const) {
    test(`the description refuses ${what}`, async () => {
      const headers = { accept: 'application/vnd.github.v3+json', 'content-type': 'application/json' };
      const answer = await fetch(`${contract}${path}`, { headers, ...init });
      assert.ok(answer.status >= 400, `${answer.status}`);
      await answer.text();
    });
  }
});

/** The address that prism prints once it listens. */
function listening(prism: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    prism.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said.split('is listening on')[1] ?? '') ?? [];
      if (address !== undefined) found(address);
    });
    prism.on('exit', () => failed(new Error(`prism did not start: ${said}`)));
  });
}
