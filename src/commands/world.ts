import { logText } from '../report/escape.ts';
import type { World } from '../world.ts';
import type { Terminal } from './terminal.ts';

/** What a command line sees of its process; progress goes to a terminal only. */
export async function worldOf({ cwd, env, now, stderr }: Terminal, quiet = false): Promise<World> {
  if (stderr.isTTY !== true || quiet) return { cwd, env, now, progress() {} };
  const { createWatch } = await import('./watch.ts');
  const progress = (line: string) => void stderr.write(`${logText(line)}\n`);
  return { cwd, env, now, progress, watch: createWatch(stderr) };
}
