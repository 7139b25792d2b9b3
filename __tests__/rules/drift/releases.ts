import type { Outline } from '../../../src/content/outline.ts';
import { outlineOf } from '../../../src/content/outline.ts';
import type { Package } from '../../../src/content/package.ts';
import type { Manifest } from '../../../src/manifest.ts';
import type { PackageRule } from '../../../src/rules/rule.ts';
import { packageOf } from '../../facts.ts';
import { inspectedWhole } from '../facts.ts';

/** One release: paths with sizes in bytes, and what else a test is about. */
export interface Release {
  readonly files: Readonly<Record<string, number>>;
  readonly maps?: readonly string[];
  readonly readable?: readonly string[];
  readonly manifest?: Partial<Manifest>;
}

/** What a rule says of a release after another one. */
export function drift(rule: PackageRule, before: Release, now: Release, growth?: number): string[] {
  const own = packageFor(now);
  const outline = outlineFor(now, own);
  const baseline = {
    from: 'npm:made@1.0.0',
    outline: outlineFor(before, packageFor(before)),
    ...(growth !== undefined && { growth: { value: growth, from: 'packgate.yml:9' } }),
  };
  return inspectedWhole(rule, { ...own, outline, baseline }).map(({ path, message }) => `${path}: ${message}`);
}

function packageFor({ files, manifest }: Release): Package {
  const sizes = new Map(Object.entries({ 'package.json': 100, ...files }));
  return packageOf([], {
    files: sizes,
    fileCount: sizes.size,
    unpackedSize: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    manifest: { name: 'made', version: '1.0.0', ...manifest },
  });
}

function outlineFor({ maps = [], readable = [] }: Release, pkg: Package): Outline {
  return outlineOf(pkg, new Set(maps), new Set(readable));
}
