import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-expect-error: a build script in plain JavaScript
import { actionTables, withActionTables } from '../../.ci/action-docs.mjs';

const tables = actionTables() as Record<string, string>;

test('every input has a row with its default', () => {
  assert.match(tables['action-inputs']!, /^\| `fail-on` \| `error` \| The mildest severity/m);
  assert.match(tables['action-inputs']!, /^\| `config` \| {2}\| Path of the config file/m);
});

test('every output has a row', () => {
  assert.match(tables['action-outputs']!, /^\| `verdict` \| `pass`, `fail`, or `error`/m);
});

test('old tables are replaced, everything else stays, and a second run changes nothing', () => {
  const page = ['action-inputs', 'action-outputs']
    .map((name) => `before ${name}\n<!-- ${name}:start -->\nstale row\n<!-- ${name}:end -->\nafter\n`)
    .join('');
  const once = withActionTables(page) as string;
  assert.doesNotMatch(once, /stale row/);
  assert.match(once, /^before action-inputs\n/);
  assert.match(once, /-->\nafter\n$/);
  assert.equal(withActionTables(once), once);
});

test('a page without markers is refused', () => {
  assert.throws(() => withActionTables('# packgate\n'), /action-inputs:start/);
});
