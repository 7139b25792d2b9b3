import assert from 'node:assert/strict';

/** CPU time of this process that an action takes. Unlike the clock it does not tell how busy the machine is. */
export function cpuSeconds(action: () => unknown): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** For what takes a small part of that time, unless its cost grows faster than its input. */
export function takesAtMost(seconds: number, action: () => unknown): void {
  const took = cpuSeconds(action);
  assert.ok(took < seconds, `took ${took.toFixed(1)} s of CPU time, and may take ${seconds}`);
}
