import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGatherer } from '../../../src/content/gather.ts';
import type { Manifest } from '../../../src/manifest.ts';
import type { PackageRule, Sighting } from '../../../src/rules/rule.ts';
import { packageOf } from '../../facts.ts';
import { inspectedWhole } from '../facts.ts';

/** Path in the package to content. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** What a package rule sees in a package of these files, with whatever lies in archives among them. */
export function sightFiles(rule: PackageRule, files: Files, manifest: Partial<Manifest> = {}): Sighting[] {
  const gatherer = createGatherer(
    () => {},
    () => false,
  );
  for (const [path, content] of Object.entries({ 'package.json': '{}', ...files })) {
    const bytes = Buffer.from(content);
    gatherer.begin({ path, size: bytes.length });
    gatherer.bytes(bytes);
    gatherer.end();
  }
  const gathered = gatherer.finish('tar');
  return inspectedWhole(
    rule,
    packageOf([], { ...gathered, manifest: { name: 'acme', version: '1.0.0', ...manifest } }),
  );
}

/** What each case is called, its files, and what is seen: `path`, `path variant`. */
export type Cases = Readonly<
  Record<string, readonly [files: Files, expected: readonly string[], manifest?: Partial<Manifest>]>
>;

/** One test for each case: what is seen where, and as which variant. */
export function testCases(rule: PackageRule, cases: Cases): void {
  for (const [name, [files, expected, manifest]] of Object.entries(cases)) {
    test(`${expected.length === 0 ? 'quiet' : 'tells'}: ${name}`, () => {
      const seen = sightFiles(rule, files, manifest).map(({ path, variant }) =>
        variant === undefined ? path : `${path} ${variant}`,
      );
      assert.deepEqual(seen, expected);
    });
  }
}

/** Text for a file of that many lines. */
export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
