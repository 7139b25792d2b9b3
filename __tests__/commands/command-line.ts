import { Writable } from 'node:stream';
import type { CheckOptions } from '../../src/check.ts';
import type { Check } from '../../src/commands/check.ts';
import { run } from '../../src/commands/run.ts';
import type { GateRun } from '../../src/policy/gate-run.ts';
import { clean, RULES, runOf } from '../report/runs.ts';

/** What one command line did. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What `check` was asked, where it was called. */
  readonly asked: CheckOptions | undefined;
}

export interface Setting {
  /** What `check` finds, or the error it throws. Default: a package that may ship. */
  readonly finds?: GateRun | Error;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly tty?: boolean;
  readonly columns?: number;
}

/** Runs a command line with a `check` that finds what the test says, and streams that remember. */
export async function packgate(line: string | readonly string[], setting: Setting = {}): Promise<Outcome> {
  const { finds = runOf(clean), cwd = import.meta.dirname, env = {}, tty = false, columns } = setting;
  let asked: CheckOptions | undefined;
  const check: Check = async (options, world) => {
    asked = options;
    world.progress('packing with npm 11.0.0\n::error::x');
    if (finds instanceof Error) throw finds;
    return finds;
  };
  const argv = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
  const stdout = remembering(tty, columns);
  const stderr = remembering(tty, columns);
  const now = new Date('2026-11-21T00:00:00Z');
  const status = await run({ argv, cwd, env, stdout, stderr, now }, async () => ({ check, rules: RULES }));
  return { status, stdout: stdout.text(), stderr: stderr.text(), asked };
}

function remembering(isTTY: boolean, columns: number | undefined) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      setImmediate(done);
    },
  });
  return Object.assign(stream, { isTTY, columns, text: () => Buffer.concat(chunks).toString() });
}
