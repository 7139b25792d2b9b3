import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './tools/install.ts';

export interface Registry {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** A user configuration that logs in to it and knows no other registry. */
  readonly npmrc: string;
  /** Makes npm and pnpm use it, and nothing of this machine's own configuration or cache. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** A real registry (verdaccio) on the loopback device, empty, that takes packages from anybody and asks nobody else. */
export async function startRegistry(): Promise<Registry> {
  const program = join(install('verdaccio'), '.bin', 'verdaccio');
  const home = mkdtempSync(join(tmpdir(), 'packgate-registry-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const npmrc = join(home, 'npmrc');
  mkdirSync(join(home, 'cache'));
  writeFileSync(
    npmrc,
    `registry=${url}\n//127.0.0.1:${port}/:_authToken=fake\ncache=${join(home, 'cache')}\n`,
  );
  writeFileSync(
    join(home, 'config.yaml'),
    `listen: 127.0.0.1:${port}
storage: ${join(home, 'storage')}
uplinks: {}
packages:
  '@private/*': { access: $authenticated, publish: $all }
  '**': { access: $all, publish: $all, unpublish: $all }
max_body_size: 50mb
log: { type: stdout, format: json, level: warn }
`,
  );
  const child = spawn(process.execPath, [program, '--config', join(home, 'config.yaml')], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-4096);
    });
  }
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await answers(`${url}-/ping`, () => child.exitCode === null);
  } catch {
    await stop();
    throw new Error(`verdaccio did not start: ${said}`);
  }
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = { ...Object.fromEntries(kept), npm_config_userconfig: npmrc, NPM_CONFIG_USERCONFIG: npmrc };
  return { url, npmrc, env, stop };
}

async function answers(url: string, alive: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && alive(); tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no answer');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
