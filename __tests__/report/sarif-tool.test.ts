import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderSarif } from '../../src/report/sarif.ts';
import { makeFolder, writeTree } from '../folders.ts';
import { install } from '../tools/install.ts';
import { RULES, RUNS } from './runs.ts';

const isHere = process.platform === 'linux' && process.arch === 'x64';

interface Result {
  readonly ruleId: string;
  readonly level?: string;
  readonly message: object;
}

// The first run installs 104 MB; then 1 s.
test('the tool of the format’s makers, with its rules for GitHub, has nothing to say', {
  skip: !isHere,
}, (t) => {
  const folder = makeFolder(t);
  const program = join(install('sarif'), '@microsoft/sarif-multitool-linux/Sarif.Multitool');
  chmodSync(program, 0o755);
  const validate = (): readonly Result[] => {
    const { status, stdout, stderr } = spawnSync(
      program,
      [
        'validate',
        'in/*.sarif',
        '--rule-kind',
        'Sarif;Ghas',
        '--output',
        'said.json',
        '--log',
        'ForceOverwrite',
      ],
      { cwd: folder, env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }, encoding: 'utf8' },
    );
    assert.notEqual(status, null, stderr);
    assert.match(stdout, /files? scanned/);
    return JSON.parse(readFileSync(join(folder, 'said.json'), 'utf8')).runs[0].results;
  };
  const files = Object.fromEntries(
    Object.entries(RUNS).map(([name, run]) => [
      `in/${name.replaceAll(' ', '-')}.sarif`,
      renderSarif(run, RULES),
    ]),
  );
  writeTree(folder, files);
  // It would like an address where packgate tells more about itself.
  assert.deepEqual(
    validate().filter(({ ruleId }) => ruleId !== 'SARIF2005'),
    [],
  );
  const [[path, text] = ['', '']] = Object.entries(files);
  writeFileSync(join(folder, path), text.replace('"ruleIndex": 0', '"ruleIndex": 99'));
  assert.ok(validate().some(({ level }) => level === 'error'));
});
