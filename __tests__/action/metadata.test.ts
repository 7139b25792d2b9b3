import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { NO_FILES } from '../../src/action/files.ts';
import { readInputs } from '../../src/action/inputs.ts';
import { NO_PROOF, outputsOf } from '../../src/action/outputs.ts';
import { clean, runOf } from '../report/runs.ts';

const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];

/** Feather icons that GitHub does not take: https://docs.github.com/actions/reference/metadata-syntax-for-github-actions#branding */
const ICONS_LEFT_OUT =
  /^(?:coffee|columns|divide|divide-circle|divide-square|frown|hexagon|key|meh|mouse-pointer|smile|tool|x-octagon)$/;

describe('action.yml', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));

  test('says who it is, in the length the Marketplace shows', () => {
    assert.equal(action.name, 'packgate');
    assert.ok(action.description.length <= 125, `${action.description.length} characters`);
    assert.match(action.author, /\S/);
  });

  test('has an icon and a colour that GitHub takes', () => {
    assert.ok(COLORS.includes(action.branding.color));
    assert.match(action.branding.icon, /^[a-z][a-z0-9-]*$/);
    assert.doesNotMatch(action.branding.icon, ICONS_LEFT_OUT);
  });

  test('runs the built file on Node 24, with nothing before or after', () => {
    assert.deepEqual(action.runs, { using: 'node24', main: 'dist/index.js' });
    assert.ok(existsSync(action.runs.main), 'npm run build makes it');
  });

  test('declares the inputs that are read, and no others', () => {
    const read = new Set<string>();
    readInputs((name) => {
      read.add(name);
      return name === 'target' ? '.' : '';
    });
    assert.deepEqual(Object.keys(action.inputs).sort(), [...read].sort());
  });

  test('declares the outputs that are set, and no others', () => {
    assert.deepEqual(
      Object.keys(action.outputs).sort(),
      Object.keys(outputsOf(runOf(clean), NO_FILES, NO_PROOF)).sort(),
    );
  });

  test('every input and output says what it is; defaults are strings, and nothing is required', () => {
    for (const [name, entry] of Object.entries<Record<string, unknown>>({
      ...action.inputs,
      ...action.outputs,
    })) {
      assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.match(String(entry.description), /^[A-Z`].*\.$/s, name);
      assert.ok(entry.default === undefined || typeof entry.default === 'string', name);
      assert.equal(entry.required, undefined, name);
    }
  });

  test('nothing but inputs.ts and outputs.ts names an input or output', () => {
    for (const file of ['src/action.ts', 'src/report/github.ts', 'src/report/comment.ts']) {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /get(?:Multiline|Boolean)?Input\(/, file);
    }
  });
});
