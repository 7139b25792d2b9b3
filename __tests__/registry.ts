import { type ChildProcess, spawn } from 'node:child_process';
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
  const home = mkdtempSync(join(tmpdir(), 'packgate-registry-'));
  const { port, child } = await listening(home).catch((error: unknown) => {
    rmSync(home, { recursive: true, force: true });
    throw error;
  });
  const url = `http://127.0.0.1:${port}/`;
  const npmrc = join(home, 'npmrc');
  mkdirSync(join(home, 'cache'));
  writeFileSync(
    npmrc,
    `registry=${url}\n//127.0.0.1:${port}/:_authToken=fake\ncache=${join(home, 'cache')}\n`,
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    rmSync(home, { recursive: true, force: true });
  };
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = { ...Object.fromEntries(kept), npm_config_userconfig: npmrc, NPM_CONFIG_USERCONFIG: npmrc };
  return { url, npmrc, env, stop };
}

/** A port that was free a moment ago may be another's by now: tests run side by side. */
const TRIES = 5;

/** Starts the program; it tells by itself when it listens. An answer at its port could be that of another one. */
async function listening(home: string): Promise<{ readonly port: number; readonly child: ChildProcess }> {
  const program = join(install('verdaccio'), '.bin', 'verdaccio');
  let said = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const port = await freePort();
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
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        said = (said + chunk).slice(-4096);
      });
    }
    const isUp = await Promise.race([
      once(child, 'message').then(() => true),
      once(child, 'exit').then(() => false),
    ]);
    if (isUp) {
      child.disconnect();
      return { port, child };
    }
  }
  throw new Error(`verdaccio did not start: ${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
