import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GateRun } from '../../src/policy/gate-run.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { matchesSnapshot } from '../snapshot.ts';
import { clean, finding, hostile, incident, many, RULES, RUNS, runOf, verdict } from './runs.ts';

const markdownOf = (run: GateRun, maxBytes = 65_000) => renderMarkdown(run, { rules: RULES, maxBytes });

for (const [name, run] of Object.entries(RUNS)) {
  test(`${name}: as a reviewer has read it`, () => {
    const text = markdownOf(run, name === 'many' ? 4_000 : undefined);
    matchesSnapshot(new URL(`snapshots/${name.replaceAll(' ', '-')}.md.snap`, import.meta.url), text);
  });
}

test('every finding is in it when there is room', () => {
  const text = markdownOf(runOf(many));
  for (const { path } of many.findings) assert.ok(text.includes(`\`${path}\``), path);
  assert.doesNotMatch(text, /not shown/);
});

test('whatever the room, it is kept; tables stay whole, and what is missing is counted', () => {
  const run = runOf(many, incident, hostile, clean);
  const whole = markdownOf(run, 1e6);
  for (let maxBytes = 0; maxBytes < Buffer.byteLength(whole) + 200; maxBytes += 97) {
    const text = markdownOf(run, maxBytes);
    assert.ok(Buffer.byteLength(text) <= maxBytes, `${Buffer.byteLength(text)} of ${maxBytes}`);
    for (const line of text.split('\n'))
      assert.ok(whole.includes(line) || /^_\d+ more not shown\._$/.test(line), line);
    assert.equal(text.match(/<details>/g)?.length, text.match(/<\/details>/g)?.length);
  }
});

test('the rows that are left out are as many as it says', () => {
  const findings = Array.from({ length: 1000 }, (_, index) =>
    finding('source-map/file', 'error', `é${index}.map`, 'Map.'),
  );
  const text = markdownOf(runOf(verdict({ outcome: 'fail', findings })), 10_000);
  const shown = text.match(/^\| error \|/gm)?.length ?? 0;
  assert.ok(shown > 50 && Buffer.byteLength(text) > 9_800);
  assert.ok(text.includes(`_${1000 - shown} more not shown._`));
});

test('a hostile package is text: no tag, link, picture, mention, command or new row', () => {
  const bare = markdownOf(runOf(hostile))
    .replace(/`[^`\n]*`/g, '')
    .replace(/<!-- -->/g, '\0');
  assert.doesNotMatch(bare, /<(?!\/?(?:br|code)>)/);
  assert.doesNotMatch(bare, /(?<!\\)[[\]]|@\w|:\/\/|##\[|www\./);
  assert.doesNotMatch(bare, /[\u202e\u001b\r]|\p{Cs}/u);
  for (const line of bare.split('\n').filter((row) => row.startsWith('|'))) assert.match(line, /\|$/);
});

test('within the tags of a fold nothing is Markdown, so names are HTML there', () => {
  const evil = { ...many, package: { ...many.package, name: '`<img src=x>`@acme' } };
  assert.ok(
    markdownOf(runOf(evil, clean)).includes(
      '<summary>299 findings of <code>`&lt;img src=x&gt;`@acme@2.1.88</code></summary>',
    ),
  );
});

test('many causes leave room for what comes after them', () => {
  const findings = Array.from({ length: 5000 }, (_, index) =>
    finding('source-map/file', 'error', `${index}.map`, 'Map.', { help: `Fix ${index}.` }),
  );
  const text = markdownOf(runOf(verdict({ outcome: 'fail', findings, uninspected: many.uninspected })));
  assert.match(text, /_4,970 more not shown\._.*\*\*What to do\*\*.*\*\*Next:\*\*.*\*\*Not looked into\*\*/s);
});
