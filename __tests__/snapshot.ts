import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compares a text with the file that a reviewer has read. `UPDATE_SNAPSHOTS=1 npm test -- <word>` writes the files anew; the
 * difference is then for the next reviewer to read.
 */
export function matchesSnapshot(file: URL, text: string): void {
  if (process.env.UPDATE_SNAPSHOTS === '1') {
    mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
    writeFileSync(file, text);
  }
  assert.equal(
    text,
    readFileSync(file, 'utf8'),
    `differs from ${fileURLToPath(file)}; UPDATE_SNAPSHOTS=1 writes it anew`,
  );
}
