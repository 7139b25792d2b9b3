import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Change, editConfig } from '../../src/config/edit.ts';
import { listAt } from '../../src/config/edit-list.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { CannotEdit } from '../../src/config/ranges.ts';
import { Random } from '../replicas/random.ts';

interface Case {
  readonly before: string;
  readonly after: string;
  readonly add?: readonly string[];
  readonly remove?: readonly number[];
  readonly path?: readonly string[];
  readonly isJson?: boolean;
}

const CASES: Readonly<Record<string, Case>> = {
  'every other character stays as it was': {
    before:
      '# top\npreset:   open   # why\n\n\nallow:\n# first\n- a\n-   "b"   # second\n\n# last\n- c\n\nrules: {source-map/file: off}\n# end\n',
    add: ['d'],
    remove: [1],
    after:
      '# top\npreset:   open   # why\n\n\nallow:\n# first\n- a\n\n# last\n- c\n- d\n\nrules: {source-map/file: off}\n# end\n',
  },
  'indented lists, and quotes only where YAML needs them': {
    before: 'allow:\n    - a\n    - "*.js"\n',
    add: ['@acme/x', 'b c', '*.css', '\\[id\\].js', 'x # y', "it's"],
    after:
      'allow:\n    - a\n    - "*.js"\n    - "@acme/x"\n    - b c\n    - "*.css"\n    - \\[id\\].js\n    - "x # y"\n    - it\'s\n',
  },
  'quotes as all the others have them': {
    before: "allow:\n  - 'a'\n  - 'b'\n",
    add: ['c', "it's"],
    after: "allow:\n  - 'a'\n  - 'b'\n  - 'c'\n  - 'it''s'\n",
  },
  'double quotes too, and no newline at the end': {
    before: 'allow:\n  - "a"',
    add: ['c'],
    after: 'allow:\n  - "a"\n  - "c"\n',
  },
  'new patterns stand before those with `!`, new ones with `!` at the end': {
    before: 'allow:\n  - a\n  # not these\n  - "!b"\n  - "!c"\n',
    add: ['d', '!e'],
    after: 'allow:\n  - a\n  - d\n  # not these\n  - "!b"\n  - "!c"\n  - "!e"\n',
  },
  'only patterns with `!`': {
    before: 'allow:\n  - "!b"\n',
    add: ['d'],
    after: 'allow:\n  - "d"\n  - "!b"\n',
  },
  'all of the old go': {
    before: 'allow:\n  - a\n  - b\npreset: open\n',
    remove: [0, 1],
    add: ['c'],
    after: 'allow:\n  - c\npreset: open\n',
  },
  'all go and none come': {
    before: 'allow:\n  - a\npreset: open\n',
    remove: [0],
    after: 'allow: []\npreset: open\n',
  },
  'all go, and what is written beside the key stays': {
    before: 'allow: # mine\n  - a\n# end\n',
    remove: [0],
    after: 'allow: [] # mine\n# end\n',
  },
  'all are others, with the quotes of the old': {
    before: "allow: # mine\n- 'a'\n# end\n",
    remove: [0],
    add: ['b'],
    after: "allow: # mine\n- 'b'\n# end\n",
  },
  'in brackets over lines with comments': {
    before: 'allow: [ # mine\n  a, # why\n  b,\n  # no tests\n  "!c" # never\n  # end\n]\n',
    add: ['d', '!e'],
    remove: [1],
    after: 'allow: [ # mine\n  a, # why\n  d,\n  # no tests\n  "!c", # never\n  "!e",\n  # end\n]\n',
  },
  'in brackets over lines with a comment at the last': {
    before: 'allow: [\n  a,\n  b # last\n]\n',
    add: ['c'],
    remove: [0],
    after: 'allow: [\n  b, # last\n  c,\n]\n',
  },
  'an empty list': {
    before: 'allow: []\npreset: open\n',
    add: ['a', 'b'],
    after: 'allow:\n  - a\n  - b\npreset: open\n',
  },
  'a list that is not there yet': {
    before: 'preset: open\nrules:\n  source-map/file: off\n',
    add: ['a'],
    after: 'preset: open\nrules:\n  source-map/file: off\n\nallow:\n  - a\n',
  },
  'a key with nothing behind it': {
    before: 'preset: open\nallow:\n',
    add: ['a'],
    after: 'preset: open\nallow:\n  - a\n',
  },
  'nothing but comments': { before: '# later\n', add: ['a'], after: '# later\nallow:\n  - a\n' },
  'nothing at all': { before: '', add: [], after: 'allow: []\n' },
  'on one line': {
    before: 'allow: [a, "b"] # these\n',
    add: ['c', 'a,{x,y}*'],
    remove: [0],
    after: 'allow: ["b", c, "a,{x,y}*"] # these\n',
  },
  'on one line with spaces': {
    before: 'allow: [ a, b ]\n',
    add: ['c', '!d'],
    after: 'allow: [ a, b, c, "!d" ]\n',
  },
  'in brackets over lines': {
    before: 'allow: [\n  a,\n  b\n]\n',
    add: ['c'],
    after: 'allow: [\n  a,\n  b,\n  c\n]\n',
  },
  'a new section': {
    before: 'packages:\n  "@acme/a":\n    # mine\n    allow:\n      - a\n\nlimits: { growth: 5% }\n',
    path: ['packages', '@acme/b', 'allow'],
    add: ['b', '!c'],
    after:
      'packages:\n  "@acme/a":\n    # mine\n    allow:\n      - a\n  "@acme/b":\n    allow:\n      - b\n      - "!c"\n\nlimits: { growth: 5% }\n',
  },
  'the first section': {
    before: 'preset: open\n',
    path: ['packages', 'b', 'allow'],
    add: ['b'],
    after: 'preset: open\n\npackages:\n  b:\n    allow:\n      - b\n',
  },
  'a list in a section': {
    before: 'packages:\n  a: # the tool\n    preset: open\n  b:\n    preset: open\n',
    path: ['packages', 'a', 'allow'],
    add: ['x'],
    after: 'packages:\n  a: # the tool\n    preset: open\n    allow:\n      - x\n  b:\n    preset: open\n',
  },
  'a section in braces': {
    before: 'packages: { a: { allow: [x] } }\n',
    path: ['packages', 'b', 'allow'],
    add: ['y', '!z'],
    after: 'packages: { a: { allow: [x] }, b: { allow: [y, "!z"] } }\n',
  },
  'sections that are not there yet': {
    before: 'packages:\n',
    path: ['packages', 'b', 'allow'],
    add: ['y'],
    after: 'packages:\n  b:\n    allow:\n      - y\n',
  },
  'lines that end as on Windows': {
    before: 'preset: open\r\nallow:\r\n  - a\r\n',
    add: ['b'],
    after: 'preset: open\r\nallow:\r\n  - a\r\n  - b\r\n',
  },
  'JSON with a list over lines': {
    before: '{\n\t"preset": "open",\n\t"allow": [\n\t\t"a",\n\t\t"b"\n\t]\n}\n',
    add: ['c', '!d'],
    remove: [0],
    isJson: true,
    after: '{\n\t"preset": "open",\n\t"allow": [\n\t\t"b",\n\t\t"c",\n\t\t"!d"\n\t]\n}\n',
  },
  'JSON without a list': {
    before: '{\n    "preset": "open"\n}\n',
    add: ['a'],
    isJson: true,
    after: '{\n    "preset": "open",\n    "allow": [\n        "a"\n    ]\n}\n',
  },
  'JSON with an empty list': {
    before: '{\n  "allow": [],\n  "preset": "open"\n}\n',
    add: ['a', 'b'],
    isJson: true,
    after: '{\n  "allow": [\n    "a",\n    "b"\n  ],\n  "preset": "open"\n}\n',
  },
  'JSON with nothing': {
    before: '{}\n',
    add: ['a'],
    isJson: true,
    after: '{\n  "allow": [\n    "a"\n  ]\n}\n',
  },
  'a package.json keeps what is not ours, layout and all': {
    before:
      '{\n  "name": "x",   "version": "1.0.0",\n  "files": ["dist"],\n  "packgate": { "allow": ["a"] },\n  "n": 1e3\n}',
    path: ['packgate', 'allow'],
    add: ['b'],
    isJson: true,
    after:
      '{\n  "name": "x",   "version": "1.0.0",\n  "files": ["dist"],\n  "packgate": { "allow": ["a", "b"] },\n  "n": 1e3\n}',
  },
};

for (const [
  title,
  { before, after, add = [], remove = [], path = ['allow'], isJson = false },
] of Object.entries(CASES)) {
  test(title, () => {
    const change: Change = { kind: 'list', path, add: add.map((pattern) => ({ pattern })), remove };
    const edited = editConfig(before, [change], isJson);
    assert.equal(edited, after);
    if (path[0] !== 'packgate') parseConfig(edited, 'packgate.yml', ['source-map/file']);
    const kept = (listAt(before, path) ?? [])
      .map(({ pattern }) => pattern)
      .filter((_, i) => !remove.includes(i));
    const found = (listAt(edited, path) ?? []).map(({ pattern }) => pattern);
    assert.deepEqual([...found].sort(), [...kept, ...add].sort());
  });
}

test('comments go behind new patterns, but not into JSON', () => {
  const add = [{ pattern: '!a', comment: 'left out: x' }];
  const change: Change = { kind: 'list', path: ['allow'], add, remove: [] };
  assert.equal(editConfig('allow:\n  - b\n', [change], false), 'allow:\n  - b\n  - "!a" # left out: x\n');
  assert.equal(editConfig('', [change], false), 'allow:\n  - "!a" # left out: x\n');
  assert.equal(editConfig('{"allow":["b"]}', [change], true), '{"allow":["b", "!a"]}');
});

test('several changes at once, and a value', () => {
  const changes: Change[] = [
    { kind: 'set', path: ['preset'], value: 'open' },
    { kind: 'list', path: ['packages', 'a', 'allow'], add: [{ pattern: 'x' }], remove: [] },
    { kind: 'list', path: ['packages', 'b', 'allow'], add: [{ pattern: 'y' }], remove: [] },
  ];
  assert.equal(
    editConfig('preset: closed # here\n', changes, false),
    'preset: open # here\n\npackages:\n  a:\n    allow:\n      - x\n  b:\n    allow:\n      - y\n',
  );
  assert.equal(editConfig('{ "preset": "closed" }', changes.slice(0, 1), true), '{ "preset": "open" }');
});

test('whatever the layout: the lines of others stay, in order, and the list is what was meant', () => {
  const random = new Random(1121);
  const quotes = [(text: string) => text, (text: string) => `"${text}"`, (text: string) => `'${text}'`];
  let refused = 0;
  for (let round = 0; round < 400; round++) {
    const items = Array.from(
      { length: 1 + random.below(6) },
      (_, index) => `${random.chance(25) ? '!' : ''}p${index}.js`,
    );
    const isNested = random.chance(40);
    const indent = ' '.repeat(random.below(3) * 2);
    const outer = isNested ? '    ' : '';
    const lines = random.chance(20)
      ? [`${outer}allow: [${items.map((item) => `"${item}"`).join(', ')}]`]
      : [
          `${outer}allow:${random.chance(30) ? ' # ours' : ''}`,
          ...items.flatMap((item) => [
            ...(random.chance(20) ? [`${outer}${indent}# about ${item}`] : []),
            ...(random.chance(10) ? [''] : []),
            `${outer}${indent}- ${(item.startsWith('!') ? quotes[1]! : random.pick(quotes))(item)}${random.chance(20) ? '  # why' : ''}`,
          ]),
        ];
    const others = () =>
      random.pick(['# a comment', '', 'limits: { growth: 5% }', 'rules:\n  source-map/*: note  # x']);
    const [above, below] = [others(), others()];
    const eol = random.chance(20) ? '\r\n' : '\n';
    const text = [
      above,
      ...(isNested ? ['packages:', '  "@a/b":'] : []),
      ...lines,
      ...(below === above ? [] : [below]),
    ]
      .join('\n')
      .concat(random.chance(80) ? '\n' : '')
      .replaceAll('\n', eol);
    const path = isNested ? ['packages', '@a/b', 'allow'] : ['allow'];
    const remove = items.flatMap((_, index) => (random.chance(30) ? [index] : []));
    const add = Array.from(
      { length: random.below(3) },
      (_, index) => `${random.pick(['', '!'])}n${index}/*.js`,
    );
    const change: Change = { kind: 'list', path, add: add.map((pattern) => ({ pattern })), remove };
    let edited: string;
    try {
      edited = editConfig(text, [change], false);
    } catch (error) {
      assert.ok(error instanceof CannotEdit, String(error));
      refused++;
      continue;
    }
    const found = (listAt(edited, path) ?? []).map(({ pattern }) => pattern);
    const kept = items.filter((_, index) => !remove.includes(index));
    assert.deepEqual([...found].sort(), [...kept, ...add].sort(), text);
    assert.deepEqual(
      found.filter((pattern) => kept.includes(pattern)),
      kept,
      text,
    );
    const stays = text.split(eol).filter((line) => !/^\s*(?:-|allow:)/.test(line));
    const left = edited.split(eol).filter((line) => !/^\s*(?:-|allow:)/.test(line));
    assert.deepEqual(left.filter(Boolean), stays.filter(Boolean), text);
    parseConfig(edited, 'packgate.yml', ['source-map/file']);
  }
  assert.ok(refused < 60, `${refused} refused`);
});

describe('what would be lost is refused', () => {
  for (const before of [
    'allow: &a [x]\npackages: { b: { allow: *a } }\n',
    'allow:\n  - >\n    long\n    text\n',
    'allow: [\n  a, b # why\n]\n',
    'allow: a\n',
  ]) {
    test(JSON.stringify(before), () => {
      const path = before.includes('packages') ? ['packages', 'b', 'allow'] : ['allow'];
      const change: Change = { kind: 'list', path, add: [{ pattern: 'new' }], remove: [] };
      assert.throws(() => editConfig(before, [change], false), CannotEdit);
    });
  }
});

test('items are told with their comments', () => {
  assert.deepEqual(listAt('allow:\n  # these\n  - a\n  - b # why\n  # and\n  - "!c"\n', ['allow']), [
    { pattern: 'a', comment: '', isIntroduced: true },
    { pattern: 'b', comment: 'why', isIntroduced: false },
    { pattern: '!c', comment: '', isIntroduced: true },
  ]);
  assert.equal(listAt('preset: open\n', ['allow']), undefined);
  assert.equal(listAt('', ['packages', 'a', 'allow']), undefined);
});
