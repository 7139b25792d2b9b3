import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, fetched, once, run } from './install.ts';

const PACKAGE = '@octokit/openapi@23.0.2';
const INTEGRITY =
  'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==';

/** The operations that packgate calls. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['patch'],
};

/** What the client asks for; the description only has the plain name. */
const ASKED_FOR = 'application/vnd.github.v3+json';

interface Description {
  paths: Record<string, Record<string, unknown>>;
  [section: string]: unknown;
}

/**
 * GitHub's own description of its API (OpenAPI 3), cut down to what packgate calls: the path of a JSON file of some 150 kB. The whole
 * package is 385 MB on disk, so that it is downloaded once (29 MB, 2 s) and only this is kept.
 */
export function githubApi(): string {
  const name = createHash('sha256')
    .update(JSON.stringify([PACKAGE, CALLED, ASKED_FOR]))
    .digest('hex')
    .slice(0, 16);
  const folder = once(join(CACHE, 'tools', `github-api-${name}`), (empty) => {
    fetched(['pack', PACKAGE, '--ignore-scripts'], empty);
    const [tarball] = readdirSync(empty);
    const found = createHash('sha512')
      .update(readFileSync(join(empty, tarball!)))
      .digest('base64');
    if (`sha512-${found}` !== INTEGRITY) throw new Error(`${PACKAGE} has other bytes: sha512-${found}`);
    const file = 'package/generated/api.github.com.json';
    run('tar', ['-xzf', tarball!, file], empty);
    const cut = cutDown(JSON.parse(readFileSync(join(empty, file), 'utf8')) as Description);
    rmSync(join(empty, tarball!));
    rmSync(join(empty, 'package'), { recursive: true });
    writeFileSync(join(empty, 'github-api.json'), JSON.stringify(cut));
  });
  return join(folder, 'github-api.json');
}

/** The operations that are called and all that they refer to. */
function cutDown(whole: Description): Description {
  const paths: Description['paths'] = {};
  for (const [path, methods] of Object.entries(CALLED)) {
    const there = whole.paths[path]!;
    paths[path] = Object.fromEntries(methods.map((method) => [method, there[method]]));
  }
  const cut: Description = { ...whole, paths, components: {}, servers: [], security: [], tags: [] };
  delete cut['x-webhooks'];
  delete cut.webhooks;
  const waiting: unknown[] = [paths];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    const { $ref } = part as { $ref?: unknown };
    if (typeof $ref === 'string') waiting.push(copied($ref, whole, cut));
    waiting.push(...Object.values(part).filter((value) => value !== undefined));
    const { content } = part as { content?: Record<string, unknown> };
    if (content?.['application/json']) content[ASKED_FOR] ??= content['application/json'];
  }
  return cut;
}

/** What `#/a/b/c` stands for, now also in the cut; undefined where it was there already. */
function copied(reference: string, whole: Description, cut: Description): unknown {
  const names = reference.slice(2).split('/');
  const last = names.pop()!;
  let from: Record<string, unknown> = whole;
  let to: Record<string, unknown> = cut;
  for (const name of names) {
    from = from[name] as Record<string, unknown>;
    to[name] ??= {};
    to = to[name] as Record<string, unknown>;
  }
  if (last in to) return null;
  to[last] = from[last];
  return from[last];
}
