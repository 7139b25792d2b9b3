import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readArchive } from '../../src/archive/read.ts';
import { createGlance, type Glance, glanceAt } from '../../src/content/glance.ts';
import { LEADS } from '../../src/content/scanner/leads.ts';
import { download, REAL_PACKAGES } from '../real-packages.ts';
import { PACKAGES } from '../tools/install.ts';
import { lookInside } from './inside.ts';
import { PIECES, seeded } from './pieces.ts';

/** Looks at a file both ways. @returns whether a glance was enough */
function compare(path: string, bytes: Buffer, glance: Glance = glanceAt): boolean {
  const glanced = glance(path, bytes);
  if (glanced === undefined) return false;
  const { own, files } = lookInside(path, bytes, 'whole');
  assert.deepEqual(glanced, own, path);
  assert.deepEqual(files, [], path);
  return true;
}

const NAMES = [
  'a.js',
  'a.css',
  'a.ts',
  'a.d.ts',
  'README.md',
  'a.json',
  'a.yml',
  'a.html',
  'a.txt',
  '.env',
  'a',
];
/** What other readers than those of text begin with, or look for. */
const MORE = [
  ...LEADS,
  '{"version"',
  '{ "label":1',
  '[{"label":1',
  'SF:a.js\n',
  'TN:\n',
  '<coverage clover="1">',
  'v8-version,1,',
  "Cannot find module '",
  'PK\x05\x06'.padEnd(22, '\0'),
  `ghp_${'a1B2c3D4e5'.repeat(4)}`,
  'https://user:secret1@host.example/',
  'https://bucket.s3.amazonaws.com/a.zip',
  'QUJD'.repeat(40),
  'a/b/c_d-'.repeat(9),
  '\0',
  '\x1f\x8b',
  '\xff\xfe',
];

test('a glance tells what a look does, or nothing', () => {
  const random = seeded(41);
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
  let enough = 0;
  const rounds = 3000;
  for (let round = 0; round < rounds; round++) {
    const parts = Array.from({ length: 1 + random(8) }, () => pick(random(5) === 0 ? MORE : PIECES));
    if (compare(pick(NAMES), Buffer.from(parts.join(''), random(9) === 0 ? 'latin1' : 'utf8'))) enough++;
  }
  assert.ok(enough > rounds / 10 && enough < rounds * 0.9, `${enough} of ${rounds}`);
});

/** Names of which some tell more than their extension does. */
const TWIN_NAMES = [
  'icons/a.js',
  'b.js',
  'b.mjs',
  'a.d.ts',
  'b.d.ts',
  'a.ts',
  'a.test.js',
  'a copy.js',
  'README.md',
  'LICENSE',
  '.env.js',
  'stats.json',
  'a.svg',
  '__tests__/a.js',
  '.git/a.js',
  'prompts/a.js',
  'node_modules/b/a.js',
  'a.yml',
  'a.css',
];

test('a file with the bytes of another one is told as a look would tell it', () => {
  const random = seeded(43);
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
  const bodies = [
    'export { default } from "./a.js";\n',
    'module.exports = function (a) {\n  return a + 1;\n};\n',
    '{ "version": 3, "file": "a.js" }\n',
    '.a{color:red}.b{color:blue}\n',
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    ...Array.from({ length: 20 }, () =>
      Array.from({ length: 2 + random(6) }, () => pick(random(9) === 0 ? MORE : PIECES)).join(''),
    ),
    // What differs in a place that no mark sees.
    ...['a', 'b'].map((letter) => `export const text = "${'x'.repeat(70)}${letter}${'x'.repeat(170)}";\n`),
  ].map((text) => Buffer.from(text));
  const glance = createGlance();
  let enough = 0;
  for (let round = 0; round < 4000; round++) if (compare(pick(TWIN_NAMES), pick(bodies), glance)) enough++;
  assert.ok(enough > 1000, `${enough}`);
});

test('a file that comes a third time is not read again', () => {
  const glance = createGlance();
  const body = Buffer.from('export { default } from "./icon.js";\n');
  const [first, second, third, other] = ['a.d.ts', 'b.d.ts', 'c.d.ts', 'd.js'].map((path) =>
    glance(path, body),
  );
  assert.notEqual(first?.text, second?.text);
  assert.equal(second?.text, third?.text);
  assert.equal(third?.path, 'c.d.ts');
  assert.equal(second?.text?.language, 'declaration');
  assert.equal(other?.text?.language, 'script');
});

test('no literal that leads a reader on passes at a glance', () => {
  for (const [i, lead] of LEADS.entries()) {
    const text =
      {
        '{': '{"mappings"',
        Content: 'sourcesContent',
        'sourceMappingURL=': `${lead}Data:,`,
        '7b': '%7b%22mappings%22:%22A',
        '7B': '\\u007B\\"mappings\\":\\"A',
      }[lead] ?? lead;
    const before = lead === 'Map' ? 'statement' : '';
    assert.equal(glanceAt('a.js', Buffer.from(`x=1;${before}${text}`, 'latin1')), undefined, LEADS[i]);
  }
});

// Reads 5,000 files twice, about 3 s.
for (const spec of ['bootstrap@5.3.8', 'zod@4.6.7', 'rxjs@7.8.2', 'husky@9.1.7', 'animate.css@4.1.1']) {
  test(`a glance tells what a look does at the files of ${spec}`, async () => {
    const file = join(PACKAGES, download(REAL_PACKAGES.find((each) => each.spec === spec)!));
    let path = '';
    const glance = createGlance();
    const met = { glances: 0, looks: 0 };
    await readArchive(file, {
      begin: (entry) => {
        path = entry.path;
      },
      bytes(view, whole) {
        if (whole && view.length > 0) met[compare(path, view, glance) ? 'glances' : 'looks']++;
      },
      end() {},
    });
    assert.ok(met.glances > 0 && met.looks + met.glances > 4, JSON.stringify(met));
  });
}
