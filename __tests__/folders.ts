import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** Path to content; anything but text and bytes is written as JSON. */
export type Tree = Readonly<Record<string, string | object>>;

/** A folder with these files, gone after the test. Gives its absolute path, links resolved. */
export function makeFolder(t: TestContext, tree: Tree = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packgate-test-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeTree(folder, tree);
  return folder;
}

export function writeTree(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const isWhole = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(file, isWhole ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}
