import { execFileSync } from 'node:child_process';
import type { PackgateError } from '../../src/errors.ts';
import { openTargets } from '../../src/target/open.ts';
import type { OpenOptions, Source } from '../../src/target/source.ts';

/** What opening told, target by target. */
export interface Opened {
  readonly target: string;
  readonly source?: Source;
  /** Of the archive, without the root folder, sorted. */
  readonly files?: readonly string[];
  readonly error?: PackgateError;
}

/** Opens every target, lists what is in each archive, and closes it. */
export async function openAll(
  texts: readonly string[],
  options: Partial<OpenOptions> & { cwd: string },
): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  const full = { env: cleanEnv(), ignoreScripts: false, progress: () => {}, ...options };
  for (const { target, open } of await openTargets(texts, full)) {
    try {
      const source = await open();
      try {
        opened.push({ target, source, files: listTarball(source.file) });
      } finally {
        await source.close();
      }
    } catch (error) {
      if ((error as Error).name !== 'PackgateError') throw error;
      opened.push({ target, error: error as PackgateError });
    }
  }
  return opened;
}

/** Opens one target that must work. */
export async function openOne(
  text: string,
  options: Partial<OpenOptions> & { cwd: string },
): Promise<Opened> {
  const [one, another] = await openAll([text], options);
  if (one === undefined || another !== undefined) throw new Error(`${text} is not one target`);
  if (one.error !== undefined) throw one.error;
  return one;
}

/** The environment of this test run without what `npm test` put there. */
export function cleanEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?:lifecycle|package|command|config_user_agent)/.test(name),
  );
  return { ...Object.fromEntries(own), ...more };
}

/** With tar, so that the bytes are judged by a program that is not packgate's. Empty for what is no archive. */
export function listTarball(file: string): string[] {
  try {
    const listing = execFileSync('tar', ['-tvf', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listing
      .split('\n')
      .filter((line) => line.startsWith('-'))
      .map((line) => line.replace(/^.*? \d\d:\d\d [^/]*\//, ''))
      .sort();
  } catch {
    return [];
  }
}
