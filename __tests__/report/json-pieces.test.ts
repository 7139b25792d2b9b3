import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from '../../src/canonical.ts';
import { canonicalText, jsonText, ListPart, ObjectPart } from '../../src/report/json-pieces.ts';

/** A number from 0 up to `most`, the same for the same seed. */
function random(seed: number): (most: number) => number {
  let state = seed + 1;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

const TEXTS = ['', 'a', 'ä\u202e', 'a\nb', '"\\', '\ud800', '😀', '[{', '##[x'];

/** A value, and the same with lists and objects as parts of which every list is made anew. */
function made(pick: (most: number) => number, depth = 0): { plain: unknown; parts: unknown } {
  const kind = pick(depth > 4 ? 3 : 7);
  const inner = () => Array.from({ length: pick(4) }, () => made(pick, depth + 1));
  if (kind < 2) return same(TEXTS[pick(TEXTS.length)]);
  if (kind === 2) return same([1, -0.5, true, null][pick(4)]);
  const values = inner();
  if (kind === 3) return same(values.map(({ plain }) => plain));
  if (kind === 4) {
    const plain = values.map((value) => value.plain);
    return {
      plain,
      parts: new ListPart(function* () {
        for (const { parts } of values) yield parts;
      }),
    };
  }
  const named = (of: 'plain' | 'parts') =>
    Object.fromEntries(values.map((value, at) => [`${TEXTS[(at * 2) % 5]}k${at}`, value[of]]));
  const gap = pick(2) === 0 ? { gap: undefined } : {};
  return { plain: { ...gap, ...named('plain') }, parts: new ObjectPart({ ...gap, ...named('parts') }) };
}

function same(value: unknown) {
  return { plain: value, parts: value };
}

const wellFormed = (_key: string, item: unknown) =>
  typeof item === 'string' ? item.replace(/[\ud800-\udfff]/gu, '\ufffd') : item;

test('what is written in pieces reads as what is written at once', () => {
  for (let seed = 0; seed < 500; seed++) {
    const { plain, parts } = made(random(seed));
    const text = [...jsonText(parts)].join('');
    assert.equal(text, [...jsonText(plain)].join(''), `seed ${seed}`);
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(plain, wellFormed)));
    const canonical = [...canonicalText(parts)].join('');
    assert.equal(canonical, canonicalJson(JSON.parse(JSON.stringify(plain, wellFormed))), `seed ${seed}`);
  }
});

test('long lists come in pieces of bounded length, laid out as JSON.stringify does', () => {
  const items = Array.from({ length: 20_000 }, (_, index) => ({ index, of: ['a', 'b'] }));
  const pieces = [
    ...jsonText(new ObjectPart({ items: new ListPart(() => items), none: new ListPart(() => []) })),
  ];
  assert.equal(pieces.join(''), `${JSON.stringify({ items, none: [] }, null, 2)}\n`);
  assert.ok(pieces.length > 10);
  assert.ok(Math.max(...pieces.map(({ length }) => length)) < 80_000);
});
