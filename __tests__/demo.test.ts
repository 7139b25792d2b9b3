import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { ROOT } from './tools/install.ts';

it('npm run demo shows the gate stopping a leak, and letting the repaired package through', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'examples/demo.mjs')], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.match(stdout, /source-map\/file/);
  assert.match(stdout, /cli\.js\.map/);
  assert.match(stdout, /4 original files/);
  assert.doesNotMatch(stdout, /\x1b/, 'colour goes to a terminal only');
});
