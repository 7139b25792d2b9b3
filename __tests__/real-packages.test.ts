import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { plainExposure } from './real-exposure.ts';
import { download, REAL_PACKAGES } from './real-packages.ts';
import { checkJson, type VerdictJson } from './tools/check.ts';
import { PACKAGES, ROOT } from './tools/install.ts';

const SNAPSHOTS = join(ROOT, '__tests__/snapshots');
/** A snapshot is for reading; the rest of a long list is counted. */
const SHOWN = 20;

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
    exposure: { ...verdict.exposure, recovered: verdict.exposure.recovered.slice(0, SHOWN) },
  };
}

for (const real of REAL_PACKAGES) {
  it(`${real.spec}: ${real.about}`, () => {
    const { verdict, status } = checkJson(`./${download(real)}`, PACKAGES);
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
    const { verdict } = checkJson(`./${tarball}`, PACKAGES, '--preset', 'open');
    const { sources, firstParty, lines, bytes, namedOnly } = verdict.exposure;
    const plain = await plainExposure(join(PACKAGES, tarball));
    assert.deepEqual({ sources, firstParty, lines, bytes, namedOnly }, plain);
  });
}
