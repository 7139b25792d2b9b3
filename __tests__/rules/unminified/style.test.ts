import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableModule, times } from './samples.ts';
import { told } from './told.ts';

const readable = (n = 0) =>
  `.card-${n} {\n  margin: 0 auto;\n  color: #fff;\n}\n\n.card-${n} > a:hover {\n  color: red;\n}\n`;
const minified = (n = 0) => `.card-${n}{margin:0 auto;color:#fff}.card-${n}>a:hover{color:red}`;

for (const [what, text] of [
  ['a style sheet', times(10, readable)],
  ['without indentation', times(10, readable).replace(/^ +/gm, '')],
  [
    'with a font in it',
    `${times(10, readable)}@font-face {\n  src: url(data:font/woff2;base64,${'d09GMgABAAAAABng'.repeat(600)});\n}\n`,
  ],
  ['one rule a line', times(10, readable).replace(/\n +/g, ' ').replace(/;\n\}/g, '; }')],
  [
    'one rule a line, no blank in it',
    times(10, readable).replace(/\n +/g, '').replace(/: /g, ':').replace(/\n\}/g, '}'),
  ],
  [
    'nothing but properties',
    times(
      9,
      (n) =>
        `@property --card-${n} {\n  syntax: '<length>';\n  inherits: false;\n  initial-value: ${n}px;\n}\n`,
    ),
  ],
] as const) {
  test(`readable: ${what}`, () => {
    assert.deepEqual(Object.keys(told('dist/a.css', text)), ['unminified/style']);
  });
}

for (const [what, text] of [
  ['minified', times(10, minified)],
  ['one minified rule a line', times(10, minified, '\n')],
  [
    'one font and what it is called',
    `@font-face {\n  font-family: "Acme";\n  src: url(data:font/woff2;base64,${'d09GMgABAAAAABng'.repeat(600)}) format("woff2");\n}\n`,
  ],
  [
    'values of custom properties as they were',
    times(10, (n) => `:root{--card-${n}: 0 auto;--edge-${n}: 1px}`),
  ],
  ['all rules on one line, semicolons kept', times(10, minified).replaceAll('}', ';}')],
  [
    'a line for each rule, semicolons kept, as old versions of Less wrote it',
    times(10, minified).replaceAll('}', ';}\n'),
  ],
  [
    'rules that esbuild does not know, beside minified ones',
    times(
      20,
      (n) =>
        `${minified(n)}@property --card-${n}{syntax: "<length>"; inherits: false; initial-value: ${n}px;}`,
    ),
  ],
  ['space before braces', times(10, minified).replaceAll('{', ' {')],
  ['a licence in front', `/*!\n * cards 1.0.0\n * MIT licence\n */\n${times(10, minified)}`],
  ['two rules', readable()],
  ['imports', times(20, (n) => `@import "./card-${n}.css";\n`)],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told('dist/a.css', text), {});
  });
}

test('readable: a style sheet called a text', () => {
  assert.deepEqual(Object.keys(told('notes.txt', times(10, readable))), ['unminified/style']);
});

const around = (text: string) => `${times(300, minified)}${text}${times(300, minified)}`;
for (const [what, text, lines] of [
  ['five rules', `\n${times(5, readable)}`, 40],
  ['rules on one line each', `\n${times(8, readable).replace(/\n+ */g, ' ').replaceAll('} .', '}\n.')}`, 17],
  ['a page of rules at the end', '', 80],
] as const) {
  test(`readable: ${what} in a minified style sheet, with their lines`, () => {
    const whole = text === '' ? `${around('')}\n${times(10, readable)}` : around(text);
    const { message = '', evidence } = told('dist/a.css', whole)['unminified/style'] ?? {};
    assert.match(message, /^\d+ lines of readable CSS in a minified file: lines 2 to /);
    assert.ok(Math.abs(Number(evidence?.readableLines) - lines) <= 3, message);
  });
}

test('quiet: two rules in a minified style sheet', () => {
  assert.deepEqual(told('dist/a.css', around(`\n${readable()}`)), {});
});

const source = times(3, readableModule).replaceAll('/*', '//').replaceAll('*/', '');
const typed = times(
  12,
  (n) =>
    `export function add${n}(first: number, second: number): number {\n  const sum: number = first + second;\n  return sum;\n}\n`,
);
const sass = times(
  12,
  (n) =>
    `@mixin card-${n}($color) {\n  $rate: ${n}px;\n  a {\n    color: $color;\n    margin: $rate;\n  }\n}\n`,
);
for (const [what, text, message] of [
  ['JavaScript', source, 'JavaScript in a minified file: lines 2 to '],
  ['TypeScript', typed, 'TypeScript in a minified file: lines 2 to 52, in a comment (48 lines)'],
  ['Sass', sass, 'Sass in a minified file: lines 2 to 88, in a comment (84 lines)'],
  ['a style sheet', times(12, readable), 'CSS in a minified file: lines 2 to 100, in a comment (84 lines)'],
] as const) {
  test(`readable: ${what} in a comment of a minified style sheet`, () => {
    const { message: said = '', help } =
      told('dist/a.css', around(`\n/*\n${text}\n*/\n`))['unminified/style'] ?? {};
    assert.ok(said.includes(` lines of readable ${message}`), said);
    assert.match(help ?? '', /cssnano: discardComments/);
  });
}

test('readable: a source in a comment of a style sheet with next to nothing else', () => {
  const { message = '' } = told('dist/a.css', `a{b:c}\n/*\n${typed}*/\n`)['unminified/style'] ?? {};
  assert.equal(message, '48 lines of readable TypeScript: lines 2 to 51, in a comment (48 lines)');
});

test('readable: a source in a comment of a style sheet in a page', () => {
  const page = `<!doctype html>\n<style>\n${times(9, minified)}\n/*\n${typed}*/\n</style>\n`;
  const { message = '' } = told('dist/a.html', page)['unminified/script'] ?? {};
  assert.equal(message, '48 lines of readable TypeScript: lines 4 to 53, in a comment (48 lines)');
});

for (const [what, text] of [
  [
    'a banner',
    `/*!\n * cards 1.0.0 (https://cards.example)\n * @license MIT = {free}\n * ${'Copyright (c) somebody; all rights reserved. '.repeat(30)}\n */`,
  ],
  [
    'titles of sections',
    times(
      60,
      (n) =>
        `\n/* ${'='.repeat(60)}\n   ${n}. Cards (and their rates)\n   ${'='.repeat(60)} */\n${minified(n)}`,
    ),
  ],
  [
    'remarks',
    times(
      30,
      (n) =>
        `/**\n * ${n}. Correct the height of {cards} in Firefox (rates = all),\n *    and the size in Edge, as \`margin: 0\` would else collapse there; see the notes.\n * ${'Add the border box in Firefox. '.repeat(8)}\n */${minified(n)}`,
    ),
  ],
  [
    'how a card is written',
    `/*\nCards\n\nMarkup:\n${'<div class="card" onclick="open(this)">\n  <p style="color: red">Rates</p>\n</div>\n'.repeat(12)}\nStyleguide 1.2\n*/`,
  ],
  ['two rules', `/*\n${readable()}*/`],
  ['where rules come from', times(99, (n) => `/* line ${n}, ../src/_card.scss */${minified(n)}`)],
  ['minified rules', `/*${times(40, minified)}*/`],
  ['a picture', `/* a{b:url(data:image/png;base64,${'iVBORw0KGgo='.repeat(400)})} */`],
] as const) {
  test(`quiet: ${what} in comments of a minified style sheet`, () => {
    assert.deepEqual(told('dist/a.css', around(text)), {});
  });
}
