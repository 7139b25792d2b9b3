import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one run cost. */
export interface Cost {
  /** User and system time of the process and all it started, in milliseconds. */
  readonly cpu: number;
  readonly wall: number;
}

/** How one run ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
}

/** Node 20 reads certificates of the machine's own before it does anything else: up to 30 ms, which say nothing of packgate. */
export const PLAIN = { ...process.env, LC_ALL: 'C', NODE_EXTRA_CA_CERTS: undefined };

/** Runs a shell command and measures it with bash's own clock, which counts milliseconds and whole pipelines. */
export function measure(command: string): Cost & Ended {
  const timed = `TIMEFORMAT='%3U %3S %3R'; { time { ${command} ; } 2>/dev/null ; } ; exit $?`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', timed], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: PLAIN,
  });
  const [user, system, wall] = stderr.trim().split(' ').map(Number);
  if (wall === undefined) throw new Error(`bash gave no times for ${command}: ${stderr}`);
  return { status, stdout, cpu: (user! + system!) * 1000, wall: wall * 1000 };
}

/**
 * Runs Node once and gives its peak memory in MB: the kernel's high-water mark, read again and again until the process ends.
 * The mark only grows, so at most the last milliseconds can be missed.
 */
export function peakMemory(args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(process.execPath, args, { cwd, env: PLAIN, stdio: ['ignore', 'ignore', 'ignore'] });
  return new Promise((resolve, reject) => {
    let peak = 0;
    const timer = setInterval(() => {
      try {
        const [, kilobytes] =
          /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1')) ?? [];
        if (kilobytes) peak = Number(kilobytes) * 1024;
      } catch {
        // Ended between two looks.
      }
    }, 2);
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(timer);
      resolve(peak / 1e6);
    });
  });
}
