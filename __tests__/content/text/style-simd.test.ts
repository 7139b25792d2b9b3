import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimdStyleLexer } from '../../../src/content/scanner/simd-style.ts';
import { createScriptLexer } from '../../../src/content/text/script.ts';
import { createStyleLexer } from '../../../src/content/text/style.ts';
import type { StyleLexer } from '../../../src/content/text/style-lexer.ts';
import { PlainStyleLexer } from '../../../src/content/text/style-plain.ts';
import { PIECES, seeded } from '../pieces.ts';

function read(lexer: StyleLexer, bytes: Buffer, cuts: readonly number[]): object {
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    lexer.push(bytes.subarray(at, at + cut));
    at = Math.min(bytes.length, at + cut);
  }
  return { facts: lexer.end(), comments: lexer.mapComments };
}

function agree(bytes: Buffer, cuts: readonly number[]): void {
  const plain = read(new PlainStyleLexer(readInlay), bytes, cuts);
  const said = `cut ${cuts}: ${bytes.toString('latin1', 0, 2000)}`;
  assert.deepEqual(read(createSimdStyleLexer(readInlay)!, bytes, cuts), plain, said);
}

const readInlay = () => createScriptLexer({ jsx: true });
const CODE = 'function rate(invoice) {\n  const open = invoice.open + 1;\n  return open;\n}\n'.repeat(5);
const SHEET = '.rates > a {\n  color: red;\n  margin: 0 auto;\n}\n\n'.repeat(9);

const STYLES = [
  '.a:hover{color:red;margin:0 auto}',
  'a > b , c {\r\n\tcolor : red ;\n\n  --x: {y} ;\n}\n',
  '@import url( "a.css" );',
  '@property --a{ syntax: "*"; inherits: false }',
  'background:URL(//a/*b.png) url(data:image/png;base64,AAAA==)no-repeat;',
  'uRl(a\n',
  'content:"\\"\\\n\'";',
  "'open\n",
  '/*! legal\r\n * a\n */',
  '/*# sourceMappingURL=a*b.map **/',
  '/*@ sourceMappingURL=c.map',
  '}}',
  'x'.repeat(70),
  'url',
  '(',
  'é{',
];

test('there is a SIMD lexer for styles on every Node that packgate supports, and it is the one that is used', () => {
  assert.ok(createSimdStyleLexer());
  assert.ok(!(createStyleLexer() instanceof PlainStyleLexer));
});

test('the SIMD lexer for styles and the plain one agree on random input, cut anywhere', () => {
  const random = seeded(17);
  const pieces = [...STYLES, ...STYLES, ...PIECES, ...'/*{};:,(\n\r "\'\\'];
  for (let round = 0; round < 3000; round++) {
    const parts = Array.from({ length: random(50) }, () =>
      random(12) === 0 ? String.fromCharCode(random(256)) : (pieces[random(pieces.length)] as string),
    );
    const bytes = Buffer.from(parts.join(''));
    const longest = random(2) === 0 ? 20 : bytes.length + 1;
    agree(
      bytes,
      Array.from({ length: random(8) }, () => random(longest)),
    );
  }
});

for (const [what, text] of [
  ['more regions than one call can tell', `.${'a'.repeat(80)}{b:c}\n`.repeat(20_000)],
  ['more map comments than one call can tell', '/*#*sourceMappingURL=a.map*/'.repeat(20_000)],
  [
    'a URL, a string, a comment longer than a view',
    `url(${'a'.repeat(900_000)})"${'b'.repeat(900_000)}"/*${'*'.repeat(900_000)}*/`,
  ],
  ['indentation without end', `a{${'\n\r\n\t '.repeat(300_000)}}`],
] as const) {
  test(`they agree on ${what}`, () => agree(Buffer.from(text), [1_000_000]));
}

test('they tell the same of what lies in comments, cut anywhere, and it does not matter where', () => {
  const random = seeded(29);
  const stars = CODE.replace(/^/gm, ' * ');
  const frame = `/*!${'*'.repeat(130)}\n  !*** css ./src/a.css ***!\n  \\${'*'.repeat(130)}/\n`;
  const pieces = [
    '/*',
    '/*',
    '/*',
    '/*!',
    '*/',
    '*/',
    '*',
    '/',
    '\r\n',
    'a{b:c}',
    '"',
    CODE,
    CODE,
    stars,
    SHEET,
    SHEET,
    frame,
  ];
  const found = new Set<string>();
  for (let round = 0; round < 400; round++) {
    const bytes = Buffer.from(Array.from({ length: 12 }, () => pieces[random(pieces.length)]).join(''));
    const longest = random(2) === 0 ? 300 : bytes.length + 1;
    const cuts = Array.from({ length: random(9) }, () => random(longest));
    agree(bytes, cuts);
    const whole = read(createSimdStyleLexer(readInlay)!, bytes, []);
    assert.deepEqual(read(createSimdStyleLexer(readInlay)!, bytes, cuts), whole, bytes.toString());
    const lexer = createStyleLexer(readInlay);
    lexer.push(bytes);
    for (const { language = 'JavaScript' } of lexer.end().carried?.inlays ?? []) found.add(language);
  }
  assert.deepEqual([...found].sort(), ['CSS', 'JavaScript']);
});

test('they tell the lines of what lies in comments', () => {
  const lexer = createStyleLexer(readInlay);
  lexer.push(Buffer.from(`a{b:c}\n/* Rates */\n/*\n${CODE}*/\nd{e:f}/*${SHEET}*/`));
  const told = lexer.end().carried?.inlays ?? [];
  assert.deepEqual(
    told.map(({ kind, startLine, endLine, lines }) => [kind, startLine, endLine, lines]),
    [
      ['comment', 3, 24, 20],
      ['comment', 25, 70, 36],
    ],
  );
});
