import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { countMarks, MOST_MARKS } from '../json-marks.ts';
import { readText } from './text.ts';

/** The name under which `changeset pack` leaves its plan. */
export const PLAN_NAME = 'publish-plan.json';

/** One package that a publish plan will publish. */
export interface Planned {
  readonly name: string;
  readonly version: string;
  /** Absolute. */
  readonly file: string;
  /** What the plan's maker took of the file: algorithm as Node calls it, digest in hex. */
  readonly recorded: { readonly algorithm: 'sha256' | 'sha512'; readonly digest: string };
}

/**
 * What a plan of `changeset pack` (3.0, version 1 of the format) is about to publish; what it only tags is left out.
 *
 * @param file absolute
 * @param target how the user knows it
 * @throws PackgateError `proof` where it is no such plan, names files outside of its folder, or would pack again
 */
export async function readPlan(file: string, target: string): Promise<readonly Planned[]> {
  const { version, plan } = object(parse(await readText(file, target), target));
  if (version !== 1 || !Array.isArray(plan)) {
    throw wrong(target, 'it is no publish plan of version 1');
  }
  const entries = plan.flat().map(object);
  const strange = entries.find(({ kind }) => kind !== 'publish' && kind !== 'tag-only');
  if (strange !== undefined) throw wrong(target, `it has an entry of the kind "${strange.kind}"`);
  return entries
    .filter(({ kind }) => kind === 'publish')
    .map(({ name, version: published, tarball }): Planned => {
      const { path, integrity } = object(tarball);
      if (typeof name !== 'string' || typeof published !== 'string')
        throw wrong(target, 'an entry has no name');
      if (typeof path !== 'string') {
        throw wrong(target, `it names no tarball for ${name}, so that publishing would pack again`);
      }
      const at = join(dirname(file), path);
      const inside = relative(dirname(file), at);
      if (isAbsolute(path) || isAbsolute(inside) || inside.startsWith('..')) {
        throw wrong(target, `it names a file outside of its folder: ${path}`);
      }
      return { name, version: published, file: at, recorded: recorded(integrity, target, name) };
    });
}

/** Whether a file is to be read as a plan: it is called as one, or is JSON by its name. */
export function isPlan(file: string): boolean {
  return /\.json$/i.test(basename(file));
}

function recorded(integrity: unknown, target: string, name: string): Planned['recorded'] {
  const [, algorithm, digest] = /^(sha256|sha512)-([A-Za-z0-9+/]+=*)$/.exec(String(integrity)) ?? [];
  if (digest === undefined) throw wrong(target, `it tells no integrity that packgate knows for ${name}`);
  return {
    algorithm: algorithm as 'sha256' | 'sha512',
    digest: Buffer.from(digest, 'base64').toString('hex'),
  };
}

function parse(text: string, target: string): unknown {
  if (countMarks(text, MOST_MARKS) > MOST_MARKS)
    throw wrong(target, `it has more than ${count(MOST_MARKS)} brackets and commas`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw wrong(target, 'it is no JSON', cause);
  }
}

function wrong(target: string, why: string, cause?: unknown): PackgateError {
  return new PackgateError('proof', `${target}: cannot be verified: ${why}`, {
    help: 'name a tarball, a folder of tarballs, npm:<name>@<version>, or the publish-plan.json of "changeset pack"',
    cause,
  });
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
