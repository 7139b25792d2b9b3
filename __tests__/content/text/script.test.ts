// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts under test are templates themselves
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScriptLexer } from '../../../src/content/text/script.ts';
import type { ScriptFacts } from '../../../src/content/text/script-lexer.ts';
import { createStyleLexer } from '../../../src/content/text/style.ts';
import { createTextReader } from '../../../src/content/text/text.ts';
import { PIECES, seeded } from '../pieces.ts';

function read(text: string, jsx = true): ScriptFacts {
  const lexer = createScriptLexer({ jsx });
  lexer.push(Buffer.from(text));
  return lexer.end();
}

/** Bytes of strings, templates, regular expressions and of comments: enough to see where they begin and end. */
for (const [text, literal, comment] of [
  ['a = b / c / d', 0, 0],
  ['a = /b/ / c', 3, 0],
  ['a = b\n/c/d', 0, 0],
  ['a(/[/]"/, "x")', 6 + 3, 0],
  ['return /"/.test(a)', 3, 0],
  ['if (a) /"/.test(b)', 3, 0],
  ['f(a) / "b".length', 3, 0],
  ['while (a) /"/g.exec(b)', 4, 0],
  ['a.if(b) / c / d', 0, 0],
  ['a.return / c / d', 0, 0],
  ['x = {} / 2 / 3', 0, 0],
  ['{}/"/.test(a)', 3, 0],
  ['function f(){}/"/.test(a)', 3, 0],
  ['if(a){b()}/"/.test(c)&&d()', 3, 0],
  ['a++ / b / c', 0, 0],
  ['a = ++/"/.lastIndex', 3, 0],
  ['a - -b / c / d', 0, 0],
  ['[] / a / b', 0, 0],
  ['`a` / b / c', 3, 0],
  ['typeof /"/ / a', 3, 0],
  ['case /"/: x', 3, 0],
  ['a => /"/', 3, 0],
  ['a ? /"/ : /\'/', 6, 0],
  ['eP<x?1:8;eP/x/8', 0, 0],
  ['x = y<<z; t = "<b>"', 5, 0],
  ['a<b>(c)', 0, 0],
  ['/[/\\]/]/.test("a")', 8 + 3, 0],
  ['/a\\/b/', 6, 0],
  ['`${a}`', 5, 0],
  ['`${`${"}"}`}`', 13, 0],
  ['`${{a: {}}.a}` + "b"', 5 + 3, 0],
  ['`\\`${a}\\${`', 10, 0],
  ['"a\\\nb" + c', 6, 0],
  ['"a\nb', 2, 0],
  ['a // "b', 0, 5],
  ['a /* "b\n */ c', 0, 9],
  ['a /* **/ b', 0, 6],
  ['#!/usr/bin/env node "\na', 0, 21],
  ['a\u2028"b"', 3, 0],
  ['// a\u2028"b"', 3, 7],
  ['<!-- "a\nb', 0, 7],
  ['a\n--> "a\nb', 0, 3],
  ['a <!b', 0, 0],
  ['a --> b / c', 0, 0],
  ['class A { static #b = /"/ }', 3, 0],
  ["<p>Don't ` it</p> / a", 10, 0],
  ['<a b="/*">{/"/}</a>', 5 - 1 + 3, 0],
  ['<><A.B c={<d/>}/></>', 0, 0],
  ['x = <T>(y: T) => "a"', 3, 0],
  ['x = <T, U>(y: T) => "a"', 3, 0],
  ['return <b>{a}</b>', 0, 0],
] as const) {
  test(`literals and comments of ${JSON.stringify(text)}`, () => {
    const facts = read(text);
    assert.deepEqual([facts.literalBytes, facts.commentBytes], [literal, comment]);
  });
}

for (const [what, facts, expected] of [
  ['names', read('const total = count + a.size; foo({ key: b })'), { names: 5, shortNames: 2, declared: 1 }],
  ['Cyrillic and CJK names by characters', read('let имя = 数值'), { names: 2, nameCharacters: 5 }],
  ['names of obfuscators', read('var _0x1a2b = _0xffff'), { names: 2, shortNames: 2, shortDeclared: 1 }],
  ['parameters', read('function f(a, bcd) {} x => (y)'), { declared: 4, shortDeclared: 3 }],
  [
    'names that a minifier may change',
    read('a(b, c, d, e); const a = 1; function f(b, cde) { let fgh } { class I {} } export const j = k => k'),
    { declared: 8, shortDeclared: 6, locals: 5, shortLocals: 3 },
  ],
  [
    'no parameters that whoever runs the script names',
    read('(function(exports, require, module, __filename, __dirname){ var a; function b(c) {} })'),
    { declared: 8, locals: 2, shortLocals: 2 },
  ],
  [
    'parameters of methods and arrow functions',
    read('a(b, cde); class F { g(h, ijk) { if (l(m)) {} } async n(o) {} } p = (q, rst) => q; s = (t) => t'),
    { parameters: 6, shortParameters: 4, locals: 0 },
  ],
  [
    'no parameters where a function is called or declared',
    read('a(b, c, d, e, f); for (g of h(i)) {} try {} catch (j) {} function k(l) {} m = n(o) == p'),
    { parameters: 0 },
  ],
  ['annotations', read('function f(a: b, c?: d) {} let e: f; interface G {}'), { annotations: 4 }],
  ['no annotations', read('({ a: b, c: d }); a ? (b, c) : d; switch (a) { case b: c }'), { annotations: 0 }],
  ['elements', read('x = <A b="c"><d/>e</A>; y = a < b'), { elements: 3 }],
  ['runs and gaps', read('a = b;\nc\nd+e'), { runs: 3, gaps: 2 }],
  ['lines', read('a\n\n// b\nc // d\n/*\n*/\n'), { lines: 6, codeLines: 2, commentLines: 4 }],
  ['legal comments', read('/*! a */ b /* c */'), { legalBytes: 8, commentBytes: 15 }],
] as const) {
  test(`counts ${what}`, () => {
    const seen = Object.fromEntries(
      Object.keys(expected).map((key) => [key, facts[key as keyof ScriptFacts]]),
    );
    assert.deepEqual(seen, expected);
  });
}

test('facts do not depend on where a file is cut', () => {
  const random = seeded(7);
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 1 + random(40) }, () => PIECES[random(PIECES.length)]).join('');
    const bytes = Buffer.from(text).subarray(0, -random(3) || undefined);
    for (const make of [
      () => createTextReader('a.js'),
      () => createTextReader('a.ts'),
      () => createTextReader('a.css'),
      () => createTextReader('a.html'),
      () => createTextReader('a.unknown'),
      () => createStyleLexer(),
    ]) {
      const whole = make();
      whole.push(bytes);
      const cut = make();
      for (let at = 0; at < bytes.length; ) {
        const to = Math.min(bytes.length, at + 1 + random(random(2) === 0 ? 3 : 60));
        // A copy that is overwritten afterwards: a view is only valid during the call.
        const view = Buffer.from(bytes.subarray(at, to));
        cut.push(view);
        view.fill(0xff);
        at = to;
      }
      assert.deepEqual(cut.end(), whole.end(), text);
    }
  }
});

test('every byte is counted once', () => {
  const random = seeded(11);
  for (let round = 0; round < 300; round++) {
    const text = `${Array.from({ length: 1 + random(30) }, () => PIECES[random(PIECES.length)]).join('')}*/\n`;
    const bytes = Buffer.from(text);
    const lexer = createStyleLexer();
    lexer.push(bytes);
    for (const facts of [read(text), lexer.end()]) {
      const sum = facts.codeBytes + facts.literalBytes + facts.commentBytes + facts.whiteBytes;
      // What is still open at the end takes the line break that closes it.
      assert.ok(sum === bytes.length || sum === bytes.length + 1, `${sum} of ${bytes.length}: ${text}`);
    }
  }
});

test('deep nesting costs no more memory or time than its bytes', () => {
  const facts = read('({['.repeat(200_000));
  assert.equal(facts.codeBytes, 600_000);
});
