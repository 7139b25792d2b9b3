import type { AllowPattern, Package } from '../src/content/package.ts';

/** Facts of a package that holds these files, one byte each; `more` for whatever a test is about. */
export function packageOf(files: readonly string[], more: Partial<Package> = {}): Package {
  return {
    target: 'acme-1.0.0.tgz',
    manifest: { name: 'acme', version: '1.0.0' },
    integrity: `sha512-${Buffer.alloc(64, 1).toString('base64')}`,
    sha256: '01'.repeat(32),
    size: 100,
    unpackedSize: files.length,
    fileCount: files.length,
    files: new Map(files.map((path) => [path, 1])),
    innerMaps: new Set(),
    references: [],
    secrets: [],
    sensitive: { files: [], repositories: [], large: [], opaqueFolders: new Map(), innerArchives: new Map() },
    oddities: [],
    uninspected: [],
    allow: null,
    ...more,
  };
}

/** Patterns as they stand in a packgate.yml from line 2 on. */
export function allowing(...patterns: string[]): AllowPattern[] {
  return patterns.map((pattern, index) => ({ pattern, from: `packgate.yml:${index + 2}` }));
}
