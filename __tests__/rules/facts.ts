import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { readArchive } from '../../src/archive/read.ts';
import type { FileFacts } from '../../src/content/facts.ts';
import type { Package } from '../../src/content/package.ts';
import { createGatherer } from '../../src/content/gather.ts';
import { lookAt } from '../../src/content/look.ts';
import { inspectFile, inspectPackage } from '../../src/rules/inspect.ts';
import type { FileRule, PackageRule, Sighting } from '../../src/rules/rule.ts';
import { lookInside } from '../content/inside.ts';
import { packageOf } from '../facts.ts';
import { tarballFile } from '../tarballs.ts';

/** The facts of a file with this content, read in one piece. */
export function factsOf(path: string, content: string | Buffer): FileFacts {
  const bytes = Buffer.from(content);
  const look = lookAt(path, bytes.length, false);
  look.push(bytes);
  return look.end();
}

/** What a file rule sees in a file of this content. */
export function sight(rule: FileRule, path: string, content: string | Buffer): Sighting[] {
  return inspected(rule, factsOf(path, content));
}

/** Every test of a rule also shows that it has something to say only where it is asked. */
function inspected(rule: FileRule, facts: FileFacts): Sighting[] {
  const seen = [...rule.inspect(facts)];
  assert.equal(inspectFile([rule], facts).length, seen.length, `${rule.id}: its grounds say too little`);
  return seen;
}

/** What a package rule sees in a package. */
export function inspectedWhole(rule: PackageRule, pkg: Package): Sighting[] {
  const seen = [...rule.inspect(pkg)];
  assert.equal([...inspectPackage([rule], pkg)].length, seen.length, `${rule.id}: its grounds say too little`);
  return seen;
}

/** What a file rule sees in a binary file and in what lies in it: `path: message`, and the variant where there is one. */
export function sightInside(rule: FileRule, path: string, bytes: Buffer): string[] {
  const { own, facts } = lookInside(path, bytes);
  return [own, ...facts].flatMap((file) =>
    inspected(rule, file).map(
      ({ path, message, variant }) => `${path}: ${message}${variant === undefined ? '' : ` (${variant})`}`,
    ),
  );
}

/** What a package rule sees in a package of these files, each with its content. */
export function sightAll(rule: PackageRule, files: Readonly<Record<string, string>>): Sighting[] {
  const facts = Object.entries(files).map(([path, content]) => factsOf(path, content));
  return inspectedWhole(
    rule,
    packageOf([], {
      files: new Map(facts.map(({ path, size }) => [path, size])),
      references: facts.flatMap(({ path, references }) =>
        references.map((reference) => ({ path, reference })),
      ),
    }),
  );
}

/** What a package rule sees in a tarball of these bytes, read as `check` reads it. */
export async function sightArchive(t: TestContext, rule: PackageRule, bytes: Buffer): Promise<string[]> {
  const gatherer = createGatherer(
    () => {},
    () => false,
  );
  const { oddities, format, ...archive } = await readArchive(tarballFile(t, bytes), gatherer);
  const gathered = gatherer.finish(format);
  const pkg = packageOf([], { ...archive, ...gathered, oddities: [...oddities, ...gathered.oddities] });
  return inspectedWhole(rule, pkg).map(({ path, message }) => `${path}: ${message}`);
}
