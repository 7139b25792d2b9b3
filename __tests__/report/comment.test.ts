import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { GateRun } from '../../src/policy/gate-run.ts';
import { MARKER } from '../../src/report/comment.ts';
import { buildMadeAction, MADE_CHECK } from '../action/made-action.ts';
import { outsideCode, runAction, type StepResult } from '../runner.ts';
import { clean, finding, hostile, incident, runOf, verdict } from './runs.ts';

/** One request that reached the API. */
interface Call {
  readonly what: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

const ours = { body: `${MARKER}\nold`, user: { type: 'Bot' }, author_association: 'NONE' };
const other = { body: 'nice work', user: { type: 'User' }, author_association: 'MEMBER' };
const list = '/repos/acme/cli/issues/7/comments';
const pullRequest = { name: 'pull_request', payload: { pull_request: { number: 7 } } };

describe('the comment on a pull request', () => {
  let folder = '';
  let entry = '';
  let server: Server;
  let calls: Call[] = [];
  let answer: (what: string) => Answer;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'packgate-comment-'));
    entry = await buildMadeAction(folder);
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      const what = `${request.method} ${request.url}`;
      calls.push({ what, authorization: request.headers.authorization, body: body && JSON.parse(body).body });
      const { status, json } = answer(what);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function comment(
    answers: (what: string) => Answer,
    more: {
      run?: GateRun;
      event?: typeof pullRequest | { name: string; payload: unknown };
      token?: string;
      api?: string;
    } = {},
  ): Promise<StepResult> {
    calls = [];
    answer = answers;
    writeFileSync(join(folder, 'check.json'), JSON.stringify({ run: more.run ?? runOf(incident) }));
    return runAction({
      workspace: folder,
      entry,
      inputs: { comment: 'true' },
      token: more.token ?? 'made-token',
      event: more.event ?? pullRequest,
      env: {
        [MADE_CHECK]: join(folder, 'check.json'),
        GITHUB_API_URL: more.api ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      },
    });
  }
  function pages(...found: readonly unknown[][]): (what: string) => Answer {
    return (what) => {
      const page = Number(/[?&]page=(\d+)/.exec(what)?.[1] ?? 1);
      if (what.startsWith('GET')) return { status: 200, json: found[page - 1] ?? [] };
      return { status: what.startsWith('POST') ? 201 : 200, json: { id: 1 } };
    };
  }
  function warnings(result: StepResult): readonly string[] {
    return result.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
  }

  test('the first run creates it, with the token, below the marker', async () => {
    const result = await comment(pages([]));
    assert.deepEqual(
      calls.map(({ what }) => what),
      [`GET ${list}?per_page=100&page=1`, `POST ${list}`],
    );
    assert.equal(calls[1]!.authorization, 'token made-token');
    assert.ok(calls[1]!.body.startsWith(`${MARKER}\n`));
    assert.match(result.stdout, /^comment on the pull request created$/m);
    assert.equal(result.status, 1);
  });

  test('a later run updates it, on whichever page it is, also with a pass', async () => {
    const first = Array.from({ length: 100 }, (_, id) => ({ id, ...other }));
    const result = await comment(pages(first, [{ id: 4242, ...ours }]), { run: runOf(clean) });
    assert.deepEqual(
      calls.map(({ what }) => what),
      [
        `GET ${list}?per_page=100&page=1`,
        `GET ${list}?per_page=100&page=2`,
        'PATCH /repos/acme/cli/issues/comments/4242',
      ],
    );
    assert.equal(result.status, 0);
  });

  test('a comment that only quotes the marker, or comes from a stranger, is left alone', async () => {
    const quotes = { id: 1, ...ours, body: `> ${MARKER}` };
    const stranger = { id: 2, ...ours, user: { type: 'User' }, author_association: 'CONTRIBUTOR' };
    const gone = { id: 3, body: `${MARKER}\nold`, user: null };
    await comment(pages([quotes, stranger, gone]));
    assert.equal(calls.at(-1)!.what, `POST ${list}`);
  });

  test('a member whose own token wrote it earlier is recognised', async () => {
    await comment(pages([{ id: 9, ...ours, user: { type: 'User' }, author_association: 'MEMBER' }]));
    assert.equal(calls.at(-1)!.what, 'PATCH /repos/acme/cli/issues/comments/9');
  });

  test('a pull request without end is not read to its end', async () => {
    const full = Array.from({ length: 100 }, (_, id) => ({ id, ...other }));
    await comment(pages(...Array.from({ length: 50 }, () => full)));
    assert.equal(calls.filter(({ what }) => what.startsWith('GET')).length, 10);
    assert.equal(calls.at(-1)!.what, `POST ${list}`);
  });

  test('a token that may not write is a note in the log', async () => {
    const forbidden = { status: 403, json: { message: 'Resource not accessible by integration' } };
    const result = await comment((what) => (what.startsWith('GET') ? { status: 200, json: [] } : forbidden), {
      run: runOf(clean),
    });
    assert.equal(result.status, 0);
    assert.match(result.stdout, /^no comment on the pull request: the token may not write/m);
    assert.deepEqual(warnings(result), []);
  });

  for (const status of [401, 404, 422, 500, 503]) {
    test(`the answer ${status} is a warning that changes nothing, whatever it says`, async () => {
      const result = await comment(() => ({ status, json: { message: 'no\n::add-mask::x ##[error]y' } }), {
        run: runOf(clean),
      });
      assert.equal(result.status, 0);
      assert.equal(result.outputs.verdict, 'pass');
      assert.match(
        warnings(result)[0]!,
        new RegExp(`^no comment on the pull request: GitHub answered ${status}: no`),
      );
      assert.ok(
        result.commands.every(({ name }) => ['warning', 'notice'].includes(name)),
        result.stdout,
      );
    });
  }

  test('what GitHub could not do at once is asked again, but a comment is not created twice', async () => {
    const failing = (times: number, method: string, then: (what: string) => Answer) => (what: string) =>
      what.startsWith(method) && times-- > 0 ? { status: 502, json: { message: 'Bad Gateway' } } : then(what);
    const listed = await comment(failing(2, 'GET', pages([{ id: 4, ...ours }])));
    assert.match(listed.stdout, /^comment on the pull request updated$/m);
    assert.equal(calls.length, 4);
    const updated = await comment(failing(1, 'PATCH', pages([{ id: 4, ...ours }])));
    assert.match(updated.stdout, /^comment on the pull request updated$/m);
    const created = await comment(failing(1, 'POST', pages([])));
    assert.match(warnings(created).at(-1)!, /GitHub answered 502/);
    assert.equal(calls.filter(({ what }) => what.startsWith('POST')).length, 1);
    const refused = await comment(() => ({ status: 422, json: { message: 'no' } }));
    assert.equal(calls.length, 1, refused.stdout);
  });

  test('an API that cannot be reached, or talks nonsense, is a warning', async () => {
    const nonsense = await comment(() => ({ status: 200, json: { not: 'a list' } }), { run: runOf(clean) });
    assert.equal(nonsense.status, 0);
    assert.equal(warnings(nonsense).length, 1);
    const closed = await comment(pages([]), { run: runOf(clean), api: 'http://127.0.0.1:9' });
    assert.equal(closed.status, 0);
    assert.doesNotMatch(warnings(closed)[0]!, /GitHub answered/);
  });

  test('no token is a warning', async () => {
    const result = await comment(pages([]), { token: '' });
    assert.match(warnings(result).at(-1)!, /"github-token" is empty/);
    assert.deepEqual(calls, []);
  });

  for (const event of [
    { name: 'push', payload: {} },
    { name: 'release', payload: { release: { id: 1 } } },
    { name: 'issue_comment', payload: { issue: { number: 7 } } },
    { name: 'pull_request', payload: { pull_request: { number: '7/../8' } } },
  ]) {
    test(`${event.name} ${JSON.stringify(event.payload)} has no pull request to comment on`, async () => {
      const result = await comment(pages([]), { event });
      assert.deepEqual(calls, []);
      assert.match(result.stdout, /not about a pull request/);
    });
  }

  test('it stays within what GitHub takes, and is markup of nobody else', async () => {
    const findings = Array.from({ length: 3000 }, (_, index) =>
      finding('unminified/source', 'error', `${'\u00e9/'.repeat(70)}${index}.ts`, 'TypeScript.', {
        help: `Leave out ${index}.`,
      }),
    );
    await comment(pages([]), { run: runOf(hostile, verdict({ outcome: 'fail', findings })) });
    const { body } = calls.at(-1)!;
    assert.ok(body.length < 65_536, `${body.length} characters`);
    assert.doesNotMatch(body, /[\u001b\u202e]/);
    assert.doesNotMatch(outsideCode(body), /<script|<img|\]\(https:|@(?:acme|evil)/);
    assert.equal(body.split(MARKER).length, 2);
  });
});
