import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { makeFolder } from '../folders.ts';
import { ROOT } from '../tools/install.ts';

/** How one run of the built program went. */
export interface Measured {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The most memory that it had at once, in MB as the system counts it. */
  readonly memory: number;
  readonly seconds: number;
}

/** Runs `packgate check`, or another command of it, as it is built, with its peak memory. */
export function measured(
  t: TestContext,
  args: readonly string[],
  cwd: string,
  command: readonly string[] = ['check'],
): Measured {
  const folder = makeFolder(t);
  const hook = join(folder, 'hook.cjs');
  const told = join(folder, 'memory');
  writeFileSync(
    hook,
    // Linux carries the maximum of whoever starts a process over to it, but for this one.
    `process.on('exit', () => {
      const { existsSync, readFileSync, writeFileSync } = require('fs');
      const own = '/proc/self/status';
      const peak = existsSync(own) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(own, 'utf8'))[1] : process.resourceUsage().maxRSS;
      writeFileSync(${JSON.stringify(told)}, String(peak));
    });`,
  );
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', hook, join(ROOT, 'dist/cli.js'), ...command, ...args],
    { cwd, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const memory = Number(readFileSync(told, 'utf8')) / 1024;
  return { status, stdout, stderr, memory, seconds: (performance.now() - began) / 1000 };
}

/**
 * What later releases of Node take more, in MB: their V8 lets the part of the heap for new objects grow further, whatever it is told. A
 * zip archive of 45,000 compressed files takes 104 to 108 on Node 20, 120 to 161 on Node 22, and 155 to 218 on Node 24.
 */
const RELEASE = Number.parseInt(process.versions.node, 10);
const MORE = RELEASE >= 24 ? 128 : RELEASE >= 22 ? 64 : 0;

/**
 * Fails where a run had more memory at once than it may, in MB. Bounds leave a fifth of room over what was measured on one CPU and on two, busy
 * and idle, on Node 20: runs differ by a tenth.
 */
export function tookAtMost(most: number, { memory, seconds }: Measured, what = ''): void {
  assert.ok(
    memory < most + MORE,
    `${what}${memory.toFixed(0)} MB in ${seconds.toFixed(1)} s, and may take ${most + MORE}`,
  );
}
