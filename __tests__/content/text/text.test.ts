// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts under test are templates themselves
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTextReader, type TextFacts } from '../../../src/content/text/text.ts';
import { takesAtMost } from '../../seconds.ts';

function read(text: string, path = 'dist/a.js', cut = 1 << 20): TextFacts {
  const reader = createTextReader(path);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut));
  return reader.end();
}
const comments = (text: string, path?: string) =>
  read(text, path).comments.map(({ url, line, column }) => `${url} ${line}:${column}`);

for (const [text, path, ...found] of [
  ['a()\n//# sourceMappingURL=a.js.map\n', 'a.js', 'a.js.map 2:1'],
  ['a();//@ sourceMappingURL=a.js.map', 'a.js', 'a.js.map 1:5'],
  ['a()\r\n  //# sourceMappingURL=a.js.map  \r\n', 'a.js', 'a.js.map 2:3'],
  ['/*# sourceMappingURL=a.js.map */', 'a.js', 'a.js.map 1:1'],
  ['/*# sourceMappingURL=a*b.map*/', 'a.js', 'a*b.map 1:1'],
  ['a{}\n/*# sourceMappingURL=a.css.map */\n', 'a.css', 'a.css.map 2:1'],
  ['a{background:url(//x)}/*@ sourceMappingURL=a.css.map */', 'a.css', 'a.css.map 1:23'],
  ['export {}\n//# sourceMappingURL=a.d.ts.map', 'a.d.ts', 'a.d.ts.map 2:1'],
  ['let a = `${b}`\n//# sourceMappingURL=a.js.map', 'a.js', 'a.js.map 2:1'],
  ['a = /[/]/ //# sourceMappingURL=a.js.map', 'a.js', 'a.js.map 1:11'],
  ['x = a / b / c //# sourceMappingURL=a.js.map', 'a.js', 'a.js.map 1:15'],
  [
    '<p>\n<SCRIPT>a="//# sourceMappingURL=b.map"\n //# sourceMappingURL=a.map</SCRIPT>',
    'a.html',
    'a.map 3:2',
  ],
  [
    '<!-- <script> -->\n<script type="text/x-a">\n`\n</script><script async>//# sourceMappingURL=a.map\n</script>',
    'a.html',
    'a.map 4:24',
  ],
  ['<script>\n//# sourceMappingURL=a.js.map\n</script>', 'a.html', 'a.js.map 2:1'],
  ['# Debugging\n\n```js\n//# sourceMappingURL=a.map\n```\n', 'a.md'],
  ['Debugging\n=========\n\n//# sourceMappingURL=a.map\n', 'a.rst'],
  ['<p>It reads <code>//# sourceMappingURL=a.map</code>.</p>\n', 'a.html'],
  ['<style>a{}\n/*# sourceMappingURL=a.css.map */</style>', 'a.html', 'a.css.map 2:1'],
  [
    `//# sourceMappingURL=data:application/json;base64,${'e'.repeat(9000)}`,
    'a.js',
    `data:application/json;base64,${'e'.repeat(35)} 1:1`,
  ],
  [`//# sourceMappingURL=${'e'.repeat(9000)}`, 'a.js', `${'e'.repeat(4096)} 1:1`],
  ['//# sourceMappingURL=a.map\n//# sourceMappingURL=b.map', 'a.js', 'a.map 1:1', 'b.map 2:1'],
  // The last line counts even where the lexer is inside something that never ends.
  ['let a = `\n//# sourceMappingURL=a.js.map\n\n', 'a.js', 'a.js.map 2:1'],
  // Not comments, or not of this kind.
  ['a("//# sourceMappingURL=a.map")', 'a.js'],
  ["a('//# sourceMappingURL=a.map')", 'a.js'],
  ['a(`\n//# sourceMappingURL=a.map\n`)', 'a.js'],
  ['a(`${`${1}//# sourceMappingURL=a.map`}`)', 'a.js'],
  ['a = /\\/\\/# sourceMappingURL=a.map/;b()', 'a.js'],
  ['if (a) /"/.test(b) + "//# sourceMappingURL=a.map"', 'a.js'],
  ['//# sourceMappingURL=', 'a.js'],
  ['//# sourceMappingURL="a.map"', 'a.js'],
  ['//# sourceMappingURL=a.map b', 'a.js'],
  ['// see //# sourceMappingURL=a.map', 'a.js'],
  ['//# sourceURL=a.js', 'a.js'],
  ['a{content:"/*# sourceMappingURL=a.map */"}', 'a.css'],
  ['a{}//# sourceMappingURL=a.map\nb{}', 'a.css'],
  ['x = "//# sourceMappingURL=a.map";', 'a.txt'],
] as const) {
  test(`${found.length === 0 ? 'no ' : ''}map comment in ${JSON.stringify(text.slice(0, 60))} (${path})`, () => {
    assert.deepEqual(comments(text, path), found);
  });
}

for (const [path, text, language, source] of [
  ['a.js', 'x', 'script', undefined],
  ['a.MJS', 'x', 'script', undefined],
  ['bin/a', '#!/usr/bin/env node\nx()', 'script', undefined],
  ['bin/a', '#!/bin/sh\nx', 'other', undefined],
  [
    'bin/a',
    '#!/bin/sh\n":" //# ; exec /usr/bin/env node --no-warnings "$0" "$@"\nrun();\n',
    'script',
    undefined,
  ],
  ['bin/a', '#!/bin/sh\n: // and then exec\nexec java -jar a.jar "$@"\n', 'other', undefined],
  ['bin/a', '#!/bin/sh\n# : // node\nexec node "$(dirname "$0")/a.js" "$@"\n', 'other', undefined],
  [
    'a.m',
    'const ledger = open();\nexport function total(all) {\n  return all.map(add);\n}\nledger.close();\n',
    'script',
    undefined,
  ],
  [
    'a.txt',
    '#import "LedgerManager.h"\n#import "Ledger.h"\n\n@implementation LedgerManager\n\nEXPORT_MODULE()\n\nEXPORT_PROPERTY(first, NSString)\nEXPORT_PROPERTY(second, CGFloat)\n\n- (Ledger *)ledger\n{\n  return [Ledger new];\n}\n\n@end\n',
    'source',
    'Objective-C',
  ],
  ['a.m', 'total = 0;\nfor one = all\n  total = total + one;\nend\ndisp(total)\n', 'other', undefined],
  ['a.css', 'a{}', 'style', undefined],
  ['a.ts', 'const a = 1', 'source', 'TypeScript'],
  ['a.d.ts', 'declare const a: 1', 'declaration', undefined],
  ['a.d.css.ts', 'declare const a: 1', 'declaration', undefined],
  ['a.ts', '<?xml version="1.0"?>\n<!DOCTYPE TS>\n<TS></TS>', 'other', undefined],
  ['a.vue', '<template><p/></template>', 'source', 'Vue'],
  ['a.scss', '$a: 1px;', 'source', 'Sass'],
  ['a.md', '```\nconst a = 1;\nconst b = 2;\nfoo();\nbar();\n```', 'other', undefined],
  [
    'a.txt',
    'const a: string = f();\nlet b: number = 1;\nexport function c(d: string, e: number) {\n  return d;\n}\n',
    'source',
    'TypeScript',
  ],
  [
    'a.txt',
    'Some words about nothing.\nAnd some more (of them);\nimport is a word.\nEnd.\n',
    'other',
    undefined,
  ],
  [
    'a.js',
    'export const A = () => <p className="b">It`s {c} <b/></p>;\nexport const D = <div/>;',
    'source',
    'JSX',
  ],
  [
    'a.txt',
    "<script>\n  import Ledger from './Ledger.svelte'\n</script>\n\n<main>\n  <Ledger />\n</main>\n",
    'source',
    'Svelte',
  ],
  [
    'a.tpl',
    '<!doctype html>\n<html>\n<script type="module">\nimport Ledger from \'./Ledger.svelte\';\nnew Ledger({ target: document.body });\n</script>\n<body></body>\n</html>\n',
    'markup',
    undefined,
  ],
  [
    'a.txt',
    "Menu 'Ledger', ->\n  open a ledger with it\nMenu 'Entries', ->\n  change entries in it\n  or remove some\nreturn to the first page\nsee also the handbook\n",
    'other',
    undefined,
  ],
  [
    'a.txt',
    "describe 'a ledger', ->\n  ledger = new Ledger 'EUR'\n  entries = [\n    {'number': 1, 'amount': 20}\n    {'number': 2, 'amount': 30}\n  ]\n\n  # Twice is an error.\n  it 'adds up', ->\n    ledger.add entry for entry in entries\n    expect(ledger.total()).to.equal 50\n",
    'source',
    'CoffeeScript',
  ],
  [
    'a.txt',
    "A word on arrows.\n\nsay 'a ledger', ->\nThis is what people write,\nand what follows is prose, a line each:\n1. the first one\n2. the second one; and no more.\n- a list\n- of two\n* and a third\n",
    'other',
    undefined,
  ],
  [
    'a.txt',
    '<p>Ledger</p>\n\nA component:\n\n```html\n<script>\nexport default {}\n</script>\n\n<template>\n<p/>\n</template>\n```\n',
    'other',
    undefined,
  ],
  [
    'a.txt',
    '# Ledger\n\n````ts\nconst a = 1;\nexport function b(c: string, d: number): string {\n  return c;\n}\nfoo();\nbar();\n````\n',
    'other',
    undefined,
  ],
  ['a.js', '// @flow\nfunction a(b: string) { return b }', 'source', 'Flow'],
  ['a.js.flow', '// @flow\nfunction a(b: string) { return b }', 'source', 'Flow'],
  ['a.js.flow', '// @flow\nimport a from "a";\nexport default (b: string) => a(b);\n', 'source', 'Flow'],
  ['a.js.flow', '// @flow\nconst KEY = "tide";\nexport type B = string;\n', 'source', 'Flow'],
  [
    'a.js.flow',
    '/**\n * return a value\n * const a = 1;\n */\ndeclare class A { b(): string; if(c: number): this }\nexport type B = A;\ndeclare export function c(): B;\nconst D: {e: string} = D;\nexport {\n  A };\n',
    'declaration',
    undefined,
  ],
] as const) {
  test(`${path} with ${JSON.stringify(text.slice(0, 30))} is ${source ?? language}`, () => {
    const facts = read(text, path);
    assert.equal(facts.language, language);
    assert.equal(facts.source, source);
  });
}

test('lines are counted as an editor counts them', () => {
  const lines = ['', 'a', 'a\n', 'a\nb', 'a\r\nb\r\n', 'a\rb', '\n\n'].map((text) => read(text).lines);
  assert.deepEqual(lines, [0, 1, 1, 2, 2, 2, 2]);
});

test('short hostile files take no longer than others', () => {
  takesAtMost(2, () => {
    for (const piece of [
      '\n',
      '/*',
      '"',
      "'\n",
      '`',
      '\\',
      '(',
      'exports=',
      'import a',
      '@flow\n\n\n',
      '<script',
      'export {',
      ' ',
      '@',
      'require(""',
    ])
      for (const path of ['a.js', 'a.css', 'a.txt', 'a.html', 'a.res'])
        read(piece.repeat(16000 / piece.length), path);
  });
});
