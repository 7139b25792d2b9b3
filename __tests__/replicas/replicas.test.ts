import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { before, describe, it } from 'node:test';
import { checkJson, type VerdictJson } from '../tools/check.ts';
import { INLINE, LINKED, LINKED_BY_BUN } from './incidents.ts';
import { type Incident, type Replica, replica } from './replica.ts';

const MB = 1e6;
const BUNDLE_WITH_MAP = { 'cli.js': 12 * MB, 'cli.js.map': 57 * 2 ** 20 };

interface Case {
  readonly incident: Incident;
  /** About how many bytes the files of the real incident had. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly rule: string;
  readonly path: string;
  readonly bucket: string;
}
const CASES: readonly Case[] = [
  {
    incident: LINKED,
    sizes: BUNDLE_WITH_MAP,
    rule: 'source-map/file',
    path: 'cli.js.map',
    bucket: 'acme-nightly',
  },
  {
    incident: LINKED_BY_BUN,
    sizes: BUNDLE_WITH_MAP,
    rule: 'source-map/file',
    path: 'cli.js.map',
    bucket: 'acme-nightly',
  },
  {
    incident: INLINE,
    sizes: { 'cli.mjs': 23 * MB },
    rule: 'source-map/inline',
    path: 'cli.mjs',
    bucket: 'acme-nightly',
  },
];

for (const { incident, sizes, rule, path, bucket } of CASES) {
  describe(`the incident built again: ${incident.name}`, () => {
    let built: Replica;
    let verdict: VerdictJson;
    let status: number | null;
    before(async () => {
      built = await replica(incident);
      ({ verdict, status } = checkJson('./package.tgz', dirname(built.tarball)));
    });

    it('has the size of the real one', () => {
      for (const [file, size] of Object.entries(sizes)) {
        const off = Math.abs(built.sizes[file]! / size - 1);
        assert.ok(off < 0.05, `${file} has ${built.sizes[file]} bytes, wanted about ${size}`);
      }
      assert.equal(
        verdict.package.unpackedSize,
        Object.values(built.sizes).reduce((sum, size) => sum + size, 0),
      );
    });

    it('is stopped at the map, and at the address of the archive that it names', () => {
      assert.deepEqual([status, verdict.verdict], [1, 'fail']);
      const errors = verdict.findings.filter(({ severity }) => severity === 'error');
      const pathsOf = (id: string) =>
        errors.filter((finding) => finding.rule === id).map((finding) => finding.path);
      assert.deepEqual([...new Set(errors.map((finding) => finding.rule))], ['cloud-reference/bucket', rule]);
      assert.deepEqual(pathsOf(rule), [path]);
      assert.ok(pathsOf('cloud-reference/bucket').includes(path));
    });

    it('is measured to the line', () => {
      const { sources, firstParty, lines, bytes } = verdict.exposure;
      assert.deepEqual({ sources, firstParty, lines, bytes }, built.written);
    });

    it('names the bucket', () => {
      assert.ok(
        verdict.exposure.buckets.some((name) => name.includes(bucket)),
        verdict.exposure.buckets.join(),
      );
    });
  });
}
