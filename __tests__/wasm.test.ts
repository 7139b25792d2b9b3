import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('the committed WebAssembly is what its source compiles to', () => {
  const { status, stderr } = spawnSync(process.execPath, ['.ci/wasm.mjs', '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
