import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Exposes, exposureOf, MAX_RECOVERED } from '../../src/content/exposure.ts';
import { webpackStats } from '../records.ts';
import { factsOf } from '../rules/facts.ts';
import { mapText } from '../rules/source-map/maps.ts';

/** What the maps and records in a file of this content expose. */
function exposing(path: string, content: string): { path: string; exposes: Exposes } {
  const { maps, records = [] } = factsOf(path, content);
  return { path, exposes: { kind: 'originals', originals: [...maps.map(({ facts }) => facts), ...records] } };
}

test('maps and records of the build are added up as one', () => {
  const exposure = exposureOf([
    exposing('dist/a.js.map', mapText()),
    exposing('dist/stats.json', webpackStats({ source: true })),
    exposing('dist/index.js.map', mapText({ sources: ['../src/index.ts'], sourcesContent: ['the same'] })),
  ]);
  const { sources, firstParty, lines, namedOnly, recovered, recoveredMore } = exposure;
  assert.deepEqual(
    { sources, firstParty, lines, namedOnly },
    { sources: 4, firstParty: 3, lines: 7, namedOnly: 3 },
  );
  assert.deepEqual(recovered, ['src/a.ts', 'src/index.ts', 'src/rates.ts', 'node_modules/b/c.js']);
  assert.equal(recoveredMore, 0);
});

test('a file whose text one tells and whose path another does counts once, with its text', () => {
  const exposure = exposureOf([
    exposing('a.d.ts.map', mapText({ sourcesContent: undefined })),
    exposing('a.js.map', mapText()),
  ]);
  assert.deepEqual([exposure.sources, exposure.namedOnly], [2, 0]);
});

test('texts without a name count each, and are told by where they stand', () => {
  const { sources, recovered } = exposureOf([
    exposing('a.map', mapText({ sources: [null, ''], sourcesContent: ['x\n', 'y\n'] })),
  ]);
  assert.equal(sources, 2);
  assert.deepEqual(recovered, ['a.map!/sources/0', 'a.map!/sources/1']);
});

test('paths are told up to a bound, the own ones first, and the rest is counted', () => {
  const count = MAX_RECOVERED + 500;
  const names = Array.from({ length: count }, (_, i) =>
    i % 2 === 0 ? `node_modules/x/${i}.js` : `src/${i}.ts`,
  );
  const exposure = exposureOf([exposing('a.map', mapText({ sources: names, sourcesContent: names }))]);
  assert.equal(exposure.recovered.length, MAX_RECOVERED);
  assert.equal(exposure.recoveredMore, 500);
  assert.equal(exposure.recovered.filter((path) => path.startsWith('src/')).length, count / 2);
});
