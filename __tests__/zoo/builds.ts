import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CACHE, install, ROOT } from '../tools/install.ts';

/** Processes that build at a time. */
const AT_ONCE = 2;
/** What one tool may take for all its cases, in milliseconds. The slowest takes 10 s, and 35 s on a machine that is busy. */
const TIMEOUT = 300_000;
const HERE = import.meta.dirname;

/**
 * Builds the cases of these tools, or finds them in the cache.
 *
 * @returns by tool, the folder that holds its packages, each unpacked and as npm packed it
 */
export async function buildAll(tools: readonly string[]): Promise<ReadonlyMap<string, string>> {
  install('zoo');
  const folders = new Map(tools.map((tool) => [tool, join(CACHE, 'zoo', `${tool}-${fingerprint(tool)}`)]));
  const waiting = [...folders].filter(([, folder]) => !existsSync(folder));
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await build(...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return folders;
}

/** Everything that decides what a tool builds: the application, the tools' lock files, and what is written here. */
function fingerprint(tool: string): string {
  const hash = createHash('sha256');
  const files = [
    ...readdirSync(join(HERE, 'application'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
    ...['build.ts', 'load.ts', 'application.ts', `tools/${tool}.ts`].map((name) => join(HERE, name)),
    ...readdirSync(join(HERE, 'tools/shared')).map((name) => join(HERE, 'tools/shared', name)),
    ...readdirSync(join(ROOT, '__tests__/tools'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(ROOT, '__tests__/tools', entry.name, 'package-lock.json')),
    join(ROOT, 'package-lock.json'),
  ];
  for (const file of files) if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** In a process of its own; a failure carries all it said. */
async function build(tool: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  // Several tools leave something behind there: Metro a list of files for each case.
  const temporary = mkdtempSync(join(tmpdir(), 'packgate-zoo-'));
  try {
    const child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), join(HERE, 'build.ts'), tool, making],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        // Some tools behave otherwise under a test runner, in CI or with colours.
        env: {
          ...process.env,
          TMPDIR: temporary,
          NODE_ENV: '',
          NODE_OPTIONS: '',
          NODE_TEST_CONTEXT: undefined,
          NO_COLOR: '1',
        },
      },
    );
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    // A tool that hangs must not hang the tests.
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT);
    const status = await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(timer);
    if (status !== 0) throw new Error(`building with ${tool} failed: ${said.slice(-8000)}`);
    if (process.env.ZOO_TIMES) console.error(said);
    if (!existsSync(folder)) renameSync(making, folder);
    removeEarlier(tool, folder);
  } finally {
    for (const left of [making, temporary]) rmSync(left, { recursive: true, force: true });
  }
}

/** What an earlier state of the cases was built to would only take up room. */
function removeEarlier(tool: string, folder: string): void {
  const builds = dirname(folder);
  for (const name of readdirSync(builds)) {
    const earlier = name.startsWith(`${tool}-`) && /^[0-9a-f]{16}$/.test(name.slice(tool.length + 1));
    if (earlier && join(builds, name) !== folder)
      rmSync(join(builds, name), { recursive: true, force: true });
  }
}
