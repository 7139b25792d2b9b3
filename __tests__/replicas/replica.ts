import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { bun } from '../tools/bun.ts';
import { CACHE, once, ROOT, run } from '../tools/install.ts';
import { ENTRY, type Plan, type Written, writeApplication } from './application.ts';

/** An incident to build again: an application, the bundler that leaked it, and the file its sources ride in. */
export interface Incident {
  readonly name: string;
  readonly plan: Plan;
  /** Path of the bundle in the package. */
  readonly bundle: string;
  readonly bundler: 'esbuild' | 'bun';
  readonly map: 'linked' | 'inline';
}

/** A built incident. */
export interface Replica {
  readonly tarball: string;
  /** What was written, before any bundler saw it. */
  readonly written: Written;
  /** Files of the package and their sizes in bytes. */
  readonly sizes: Readonly<Record<string, number>>;
  /** The bucket named in the sources. */
  readonly bucketUrl: string;
}

/** Builds the incident, or finds it in the cache; the cache's key is everything that decides its bytes. */
export async function replica(incident: Incident): Promise<Replica> {
  const folder = join(CACHE, 'replicas', `${incident.name}-${fingerprint(incident)}`);
  const record = join(folder, 'replica.json');
  try {
    return { ...JSON.parse(readFileSync(record, 'utf8')), tarball: join(folder, 'package.tgz') };
  } catch {
    // Not built yet.
  }
  const making = `${folder}-${process.pid}`;
  const root = join(making, 'application');
  const out = join(root, 'package');
  try {
    const written = writeApplication(root, incident.plan);
    await bundle(root, out, incident);
    const sizes = writePackage(out, incident);
    run('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', making], out);
    const [tarball] = readdirSync(making).filter((name) => name.endsWith('.tgz'));
    once(folder, (empty) => {
      cpSync(join(making, tarball!), join(empty, 'package.tgz'));
      const built = { written, sizes, bucketUrl: incident.plan.bucketUrl };
      writeFileSync(join(empty, 'replica.json'), `${JSON.stringify(built, null, 2)}\n`);
    });
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return replica(incident);
}

function fingerprint(incident: Incident): string {
  const hash = createHash('sha256').update(JSON.stringify(incident));
  for (const name of ['application.ts', 'module.ts', 'random.ts', 'replica.ts', 'words.ts']) {
    hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  hash.update(readFileSync(join(ROOT, 'node_modules/esbuild/package.json')));
  hash.update(readFileSync(join(import.meta.dirname, '../tools/bun/package.json')));
  return hash.digest('hex').slice(0, 16);
}

async function bundle(root: string, out: string, incident: Incident): Promise<void> {
  mkdirSync(out, { recursive: true });
  const outfile = join(out, incident.bundle);
  if (incident.bundler === 'bun') {
    const flags = ['--target=node', '--format=esm', '--minify', `--sourcemap=${incident.map}`];
    run(bun(), ['build', ENTRY, ...flags, '--outdir', out, '--entry-naming', incident.bundle], root);
    return;
  }
  await build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    sourcemap: incident.map,
    logLevel: 'error',
  });
}

function writePackage(out: string, incident: Incident): Record<string, number> {
  const bin = basename(incident.bundle);
  const manifest = {
    name: `@replica/${incident.name}`,
    version: '2.1.88',
    type: 'module',
    bin: { agent: bin },
  };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(out, 'README.md'), '# Agent\n\nAn agent in your terminal.\n');
  const sizes = readdirSync(out).map((name) => [name, statSync(join(out, name)).size] as const);
  return Object.fromEntries(sizes);
}
