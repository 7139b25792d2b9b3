// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are templates themselves
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { numberAt } from '../../../src/content/scanner/module.ts';
import { createSimdScriptLexer } from '../../../src/content/scanner/simd-script.ts';
import { createScriptLexer } from '../../../src/content/text/script.ts';
import type { ReadInlay, ScriptLexer } from '../../../src/content/text/script-lexer.ts';
import { PlainScriptLexer } from '../../../src/content/text/script-plain.ts';
import { PIECES, seeded } from '../pieces.ts';

type Random = (below: number) => number;

/** What a lexer says of bytes that it was handed in pieces of these lengths, with scripts broken off between some. */
function read(lexer: ScriptLexer, bytes: Buffer, cuts: readonly number[], breakOff: boolean): object {
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    lexer.push(bytes.subarray(at, at + cut));
    at = Math.min(bytes.length, at + cut);
    if (breakOff && cut % 3 === 0) lexer.breakOff();
  }
  const facts = lexer.end();
  return { facts, comments: lexer.mapComments };
}

/** Reads texts in a script by the lexer that is under test, one in the other. */
function inlays(make: (readInlay: ReadInlay) => ScriptLexer): ScriptLexer {
  const readInlay: ReadInlay = () => {
    const lexer = make(readInlay);
    return { push: (view) => lexer.push(view), end: () => lexer.end() };
  };
  return make(readInlay);
}

function agree(bytes: Buffer, random: Random): void {
  const longest = random(2) === 0 ? 20 : bytes.length + 1;
  const cuts = Array.from({ length: random(8) }, () => random(longest));
  for (const jsx of [true, false]) {
    const off = random(4) === 0;
    const lexer = inlays((readInlay) => createSimdScriptLexer({ jsx, readInlay })!);
    const plain = inlays((readInlay) => new PlainScriptLexer({ jsx, readInlay }));
    const simd = read(lexer, bytes, cuts, off);
    assert.deepEqual(
      simd,
      read(plain, bytes, cuts, off),
      `cut ${cuts}: ${bytes.toString('latin1', 0, 2000)}`,
    );
  }
}

test('there is a SIMD lexer on every Node that packgate supports, and it is the one that is used', () => {
  const lexer = createSimdScriptLexer({ jsx: true });
  assert.ok(lexer);
  assert.ok(!(createScriptLexer({ jsx: true }) instanceof PlainScriptLexer));
});

test('the SIMD lexer and the plain one agree on random pieces, cut anywhere', () => {
  const random = seeded(3);
  for (let round = 0; round < 1500; round++) {
    const parts = Array.from({ length: 1 + random(30) }, () => PIECES[random(PIECES.length)] as string);
    agree(Buffer.from(parts.join('')).subarray(0, -random(3) || undefined), random);
  }
});

test('they agree on any bytes', () => {
  const random = seeded(5);
  const signs = Buffer.from('\n\r /*"\'`\\$#@!<>-+={}()[]:;,.?aZ09_\u2028\u00e9 ');
  for (let round = 0; round < 1500; round++) {
    const any = random(3);
    const bytes = Buffer.from(
      Array.from({ length: random(200) }, () =>
        random(3) < any ? random(256) : (signs[random(signs.length)] as number),
      ),
    );
    agree(bytes, random);
  }
});

test('they agree on real files with a few bytes changed', () => {
  const random = seeded(9);
  const files = [
    'dist/cli.js',
    'src/content/text/markup.ts',
    'src/content/text/script-code.ts',
    'node_modules/yaml/browser/dist/compose/composer.js',
    'node_modules/minimatch/dist/commonjs/index.js',
  ].map((path) => readFileSync(path));
  for (let round = 0; round < 300; round++) {
    const file = files[random(files.length)] as Buffer;
    const start = random(file.length);
    const bytes = Buffer.from(file.subarray(start, start + random(8000)));
    const signs = '`"\'/*{}()<>\\\n\r';
    for (let i = random(6); i > 0 && bytes.length > 0; i--)
      bytes[random(bytes.length)] = signs.charCodeAt(random(signs.length));
    agree(bytes, random);
  }
});

test('they agree on comments and strings of which most need not be told', () => {
  const random = seeded(11);
  const signs = ['', '=', '(', '= (', 'function f(a, b) { return a = b; }\\n'.repeat(20)];
  const parts = [
    ...['#__PURE__', '@__PURE__', '#', '#*', '#x*y', '#x\ny', '#s', '@ x', '#region a.js', '#e'].map(
      (inside) => `/*${inside}*/`,
    ),
    ...signs.flatMap((sign) => ['"', '`', "'"].map((quote) => quote + 'a'.repeat(300) + sign + quote)),
    ...['a = {', '};\n', 'f(', ')', '/*#', '*/', '//#x\n'],
  ];
  for (let round = 0; round < 300; round++) {
    const some = Array.from({ length: 1 + random(20) }, () => parts[random(parts.length)] as string);
    agree(Buffer.from(some.join('')), random);
  }
});

for (const [what, text] of [
  ['more regions than one call can tell', `${'a+'.repeat(40)}  b;\n`.repeat(20_000)],
  ['more map comments than one call can tell', '/*#*sourceMappingURL=a.map*/'.repeat(20_000)],
  [
    'a word, a string, a comment longer than a view',
    `${'a'.repeat(900_000)}"${'b'.repeat(900_000)}"/*${'*'.repeat(900_000)}*/`,
  ],
  ['brackets without end', '({[<a>`${'.repeat(30_000) + '}>)]}'.repeat(40_000)],
  ['indentation without end', ` ;${'\n\r\n\t '.repeat(300_000)};`],
] as const) {
  test(`they agree on ${what}`, () => agree(Buffer.from(text), seeded(1)));
}

test('numbers beyond 32 bits come out whole', () => {
  const numbers = [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 5 * 2 ** 32 + 7];
  const halves = new Int32Array(new BigInt64Array(numbers.map(BigInt)).buffer);
  assert.deepEqual(
    numbers.map((_, i) => numberAt(halves, i)),
    numbers,
  );
});
