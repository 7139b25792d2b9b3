import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readArchive } from '../../src/archive/read.ts';
import { glanceAt } from '../../src/content/glance.ts';
import { LEADS } from '../../src/content/scanner/leads.ts';
import { download, REAL_PACKAGES } from '../real-packages.ts';
import { PACKAGES } from '../tools/install.ts';
import { lookInside } from './inside.ts';
import { PIECES, seeded } from './pieces.ts';

/** Looks at a file both ways. @returns whether a glance was enough */
function compare(path: string, bytes: Buffer): boolean {
  const glanced = glanceAt(path, bytes);
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
    const met = { glances: 0, looks: 0 };
    await readArchive(file, {
      begin: (entry) => {
        path = entry.path;
      },
      bytes(view, whole) {
        if (whole && view.length > 0) met[compare(path, view) ? 'glances' : 'looks']++;
      },
      end() {},
    });
    assert.ok(met.glances > 0 && met.looks + met.glances > 4, JSON.stringify(met));
  });
}
