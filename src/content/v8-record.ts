import { type DebugFacts, NO_DEBUG } from './binary/debug.ts';

const MEMORY = /^\s*\{\s*"snapshot"\s*:\s*\{\s*(?:"title"[^}]{0,200})?"meta"\s*:/;
const RECORDS: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{\s*"nodes"\s*:\s*\[\s*\{\s*"id"\s*:\s*\d+\s*,\s*"callFrame"\s*:/, 'a CPU profile'],
  [/^\s*\{\s*"head"\s*:\s*\{\s*"(?:callFrame|functionName)"\s*:/, 'a profile of V8'],
  [/^(?:v8-version,\d+,|shared-library,["/A-Za-z])/, 'a log of V8'],
];

/**
 * Tells from a text's first bytes whether V8 wrote it while a program ran: a heap snapshot, a profile, a log. Their own names
 * are often changed.
 */
export function recordOf(head: Buffer): DebugFacts | undefined {
  const text = head.toString('latin1', 0, 512);
  if (MEMORY.test(text)) return { ...NO_DEBUG, memory: 'a heap snapshot of V8' };
  const record = RECORDS.find(([begins]) => begins.test(text))?.[1];
  return record === undefined ? undefined : { ...NO_DEBUG, record };
}
