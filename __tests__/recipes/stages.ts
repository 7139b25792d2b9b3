import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { Registry } from '../registry.ts';

export interface Stages {
  /** Makes npm use the registry through this. */
  readonly env: NodeJS.ProcessEnv;
  /** How many packages are staged. */
  count(): number;
  /** Of the package staged last. */
  id(): string;
  /** What becomes of the bytes that are downloaded; undefined leaves them alone. */
  change(edit: ((folder: string) => void) | undefined): void;
  stop(): void;
}

interface Staged {
  readonly name: string;
  /** What `npm publish` would have sent. */
  readonly body: { readonly _attachments: Readonly<Record<string, { readonly data: string }>> };
}

/**
 * Staged publishing in front of a registry that has none, with the addresses that npm 11.15 and later call: `POST /-/stage/package/<name>`, `GET /-/stage/<id>/tarball`,
 * `POST /-/stage/<id>/approve`. Approving publishes what was staged.
 */
export async function startStages(registry: Registry): Promise<Stages> {
  const staged = new Map<string, Staged>();
  let last = '';
  let edit: ((folder: string) => void) | undefined;
  const server = createServer(async (request, response) => {
    const { method, url = '' } = request;

    const answer = (status: number, body: object | Buffer) =>
      response.writeHead(status).end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
    const [, name] = /^\/-\/stage\/package\/(.+)$/.exec(url) ?? [];
    const [, id, what] = /^\/-\/stage\/([\w-]+)\/(tarball|approve)$/.exec(url) ?? [];
    const found = staged.get(id ?? '');
    if (method === 'POST' && name !== undefined) {
      last = randomUUID();
      staged.set(last, { name, body: (await json(request)) as Staged['body'] });
      answer(201, { stageId: last });
    } else if (method === 'GET' && what === 'tarball' && found) {
      answer(200, tarballOf(found, edit));
    } else if (method === 'POST' && what === 'approve' && found) {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer fake' };
      const body = JSON.stringify(found.body);
      const sent = await fetch(`${registry.url}${found.name}`, { method: 'PUT', headers, body });
      answer(sent.status, {});
    } else {
      const passed = await fetch(`${registry.url}${url.slice(1)}`);
      answer(passed.status, Buffer.from(await passed.arrayBuffer()));
    }
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  const home = mkdtempSync(join(tmpdir(), 'packgate-stages-'));
  const npmrc = join(home, 'npmrc');
  const address = `127.0.0.1:${port}/`;
  writeFileSync(
    npmrc,
    `${readFileSync(registry.npmrc, 'utf8')}registry=http://${address}\n//${address}:_authToken=fake\n`,
  );
  return {
    env: { npm_config_userconfig: npmrc, NPM_CONFIG_USERCONFIG: npmrc },
    count: () => staged.size,
    id: () => last,
    change: (how) => {
      edit = how;
    },
    stop: () => {
      server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function tarballOf({ body }: Staged, edit: ((folder: string) => void) | undefined): Buffer {
  const [attachment] = Object.values(body._attachments);
  const bytes = Buffer.from(attachment!.data, 'base64');
  if (edit === undefined) return bytes;
  const folder = mkdtempSync(join(tmpdir(), 'packgate-staged-'));
  try {
    writeFileSync(join(folder, 'a.tgz'), bytes);
    edit(folder);
    return readFileSync(join(folder, 'a.tgz'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
