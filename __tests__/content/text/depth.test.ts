import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_DEPTH } from '../../../src/content/text/depth.ts';
import { factsOf } from '../../rules/facts.ts';
import { minifiedModule, readableModule, times } from '../../rules/unminified/samples.ts';
import { told } from '../../rules/unminified/told.ts';
import { takesAtMost } from '../../seconds.ts';

const source = times(2, readableModule);
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const template = (text: string): string => `\`${text.replace(/[`\\$]/g, '\\$&')}\``;

/** A text that lies so deep in others of its kind. */
const nested = (text: string, depth: number, wrap: (text: string, level: number) => string): string =>
  Array.from({ length: depth }).reduce<string>((inner, _, level) => wrap(inner, level), text);

const program = (quote: (text: string) => string) => (text: string, level: number) =>
  `function run(code) {\n  return code;\n}\nlet kept${level} = run(${quote(text)});\n`;
const script = (quote: (text: string) => string) => (depth: number) =>
  `${times(9, minifiedModule)};${nested(source, depth, program(quote))}`;

const kinds: Record<string, readonly [path: string, text: (depth: number) => string]> = {
  'pages in attributes of pages': [
    'a.html',
    (depth) =>
      nested(`<script>${source}</script>`, depth, (page) => `<iframe srcdoc="${attribute(page)}"></iframe>`),
  ],
  'templates in templates': ['a.js', script(template)],
  'strings in strings': ['a.js', script(JSON.stringify)],
  'strings in strings of JSON': [
    'a.json',
    (depth) => JSON.stringify({ text: nested(source, depth - 1, program(JSON.stringify)) }),
  ],
  'pages in strings of pages': [
    'a.html',
    (depth) => nested(source, depth, (text) => `<script>let page = (${JSON.stringify(text)});</script>`),
  ],
};

for (const [kind, [path, text]] of Object.entries(kinds)) {
  test(`${kind} are read ${MAX_DEPTH} deep`, () => {
    for (const depth of [1, 2, 3, 5, MAX_DEPTH]) {
      assert.match(told(path, text(depth))['unminified/script']?.message ?? '', /readable/, `${depth}`);
      assert.equal(factsOf(path, text(depth)).uninspected, undefined, `${depth}`);
    }
  });

  test(`${kind} that lie deeper are not passed without a word`, () => {
    for (const depth of [MAX_DEPTH + 1, MAX_DEPTH + 4])
      assert.match(factsOf(path, text(depth)).uninspected ?? '', /more than 8 deep/, `${depth}`);
  });
}

test('other texts may lie as deep as they like', () => {
  const words = 'Invoices are kept (oldest first) = in one place.\n'.repeat(40);
  for (const quote of [template, JSON.stringify])
    assert.equal(
      factsOf(
        'a.js',
        nested(words, 12, (text) => `let words = (${quote(text)});`),
      ).uninspected,
      undefined,
    );
});

test('depth costs no more time than its bytes', () => {
  const [strings, pages] = [script(JSON.stringify)(14), kinds['pages in attributes of pages']![1](200)];
  takesAtMost(3, () => {
    for (let i = 0; i < 3; i++) factsOf('a.js', strings);
    for (let i = 0; i < 9; i++) factsOf('a.html', pages);
  });
});
