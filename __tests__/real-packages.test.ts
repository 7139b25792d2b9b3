import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { plainExposure } from './real-exposure.ts';
import { REAL_PACKAGES, type RealPackage } from './real-packages.ts';
import { checkJson, type VerdictJson } from './tools/check.ts';
import { CACHE, ROOT, run } from './tools/install.ts';

const DOWNLOADS = join(CACHE, 'packages');
const SNAPSHOTS = join(ROOT, '__tests__/snapshots');
/** A snapshot is for reading; the rest of a long list is counted. */
const SHOWN = 20;

/** Downloads a package unless its very bytes are there already, and gives back the tarball's file name. */
function download({ spec, integrity }: RealPackage): string {
  mkdirSync(DOWNLOADS, { recursive: true });
  const name = `${spec.replace(/^@/, '').replace('/', '-').replace('@', '-')}.tgz`;
  const file = join(DOWNLOADS, name);
  if (!existsSync(file) || sha512(file) !== integrity) {
    run('npm', ['pack', spec, '--ignore-scripts', '--loglevel=error'], DOWNLOADS);
  }
  assert.equal(sha512(file), integrity, `${spec} is not the package that was pinned`);
  return name;
}

function sha512(file: string): string {
  return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
}

/** The whole verdict, with long lists cut and counted by rule. */
function readable(verdict: VerdictJson): object {
  const counts: Record<string, number> = {};
  for (const { severity, rule } of verdict.findings) {
    const key = `${severity} ${rule}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return {
    ...verdict,
    packgate: '<version>',
    // The same for all of them: nobody set anything.
    policy: undefined,
    findings: verdict.findings.slice(0, SHOWN),
    findingsByRule: counts,
    uninspected: verdict.uninspected.slice(0, SHOWN),
  };
}

for (const real of REAL_PACKAGES) {
  it(`${real.spec}: ${real.about}`, () => {
    const { verdict, status } = checkJson(`./${download(real)}`, DOWNLOADS);
    assert.equal(status, verdict.verdict === 'pass' ? 0 : 1);
    assert.equal(verdict.package.integrity, real.integrity);
    const actual = `${JSON.stringify(readable(verdict), null, 2)}\n`;
    const snapshot = join(SNAPSHOTS, `${real.spec.replace('/', '+')}.snap.json`);
    if (process.env.UPDATE_SNAPSHOTS === '1') {
      mkdirSync(SNAPSHOTS, { recursive: true });
      writeFileSync(snapshot, actual);
    }
    assert.ok(existsSync(snapshot), `no snapshot of ${real.spec}; write it with UPDATE_SNAPSHOTS=1`);
    assert.equal(actual, readFileSync(snapshot, 'utf8'));
  });
  it(`${real.spec}: its maps hold what JSON.parse reads from them`, async () => {
    const tarball = download(real);
    // The open preset does not count readable files, only maps.
    const { verdict } = checkJson(`./${tarball}`, DOWNLOADS, '--preset', 'open');
    const { sources, firstParty, lines, bytes, namedOnly } = verdict.exposure;
    const plain = await plainExposure(join(DOWNLOADS, tarball));
    assert.deepEqual({ sources, firstParty, lines, bytes, namedOnly }, plain);
  });
}
