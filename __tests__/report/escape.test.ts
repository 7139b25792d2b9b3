import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  codeSpan,
  htmlText,
  logText,
  markdownProse,
  markdownText,
  shortened,
  visible,
} from '../../src/report/escape.ts';

type Table = readonly (readonly [input: string, output: string])[];

function table(name: string, written: (text: string) => string, rows: Table): void {
  test(name, () => {
    for (const [input, output] of rows) assert.equal(written(input), output, JSON.stringify(input));
  });
}

const TAME = [
  'dist/cli.js.map',
  'src/größe/日本.ts',
  'a b',
  '😀.js',
  'node:fs',
  'x##y',
  'C# notes.md',
  'a::b',
  '#[x]',
];

table('visible', visible, [
  ...TAME.map((text) => [text, text] as const),
  ['a\nb\r\n\tc', 'a\\nb\\r\\n\\tc'],
  ['\u001b[31mred\u001b]0;title\u0007', '\\u001b[31mred\\u001b]0;title\\u0007'],
  ['\0\u007f\u009b\u0085', '\\u0000\\u007f\\u009b\\u0085'],
  ['gpj.\u202esj', 'gpj.\\u202esj'],
  ['\u2066\u2069\u200e\u200f\u061c', '\\u2066\\u2069\\u200e\\u200f\\u061c'],
  ['a\u200bb\u200cc\u200dd\ufeffe\u2060', 'a\\u200bb\\u200cc\\u200dd\\ufeffe\\u2060'],
  ['\u2028\u2029\u00ad\u3164\u2800', '\\u2028\\u2029\\u00ad\\u3164\\u2800'],
  ['\ud800x\udc00', '\\ud800x\\udc00'],
  ['tag\u{e0041}', 'tag\\u{e0041}'],
]);

table('logText', logText, [
  ...TAME.map((text) => [text, text] as const),
  ['::add-mask::x', ':\\:add-mask::x'],
  ['  ::error::x', '  :\\:error::x'],
  ['\u00a0::error::x', '\u00a0:\\:error::x'],
  ['x\n::set-output name=a::b', 'x\\n::set-output name=a::b'],
  ['##[error]x', '#\\#[error]x'],
  ['a###[group]##[endgroup]', 'a##\\#[group]#\\#[endgroup]'],
  ['wrapped ::error::x', 'wrapped :\\:error::x'],
  [':x', ':x'],
]);

table('htmlText', htmlText, [
  ['dist/cli.js.map', 'dist/cli.js.map'],
  ['<img src=x onerror="a">&\'', '&lt;img src=x onerror=&quot;a&quot;&gt;&amp;&#39;'],
  ['##[error]<b>\n', '#\\#[error]&lt;b&gt;\\n'],
]);

table('markdownText', markdownText, [
  ['dist/cli.js.map: 1,902 files (58%)', 'dist/cli.js.map: 1,902 files (58%)'],
  ['a|b', 'a&#124;b'],
  ['a\\|b', 'a&#92;&#124;b'],
  ['`x` *y* __z__ ~~q~~', '\\`x\\` \\*y\\* \\_\\_z\\_\\_ \\~\\~q\\~\\~'],
  ['<script>&copy;', '&lt;script&gt;&amp;copy;'],
  ['![x](https://e.test)', '!\\[x\\](https:<!-- -->//e.test)'],
  ['@acme/cli', '@<!-- -->acme/cli'],
  ['me@e.test www.e.test _www.e.test', 'me@<!-- -->e.test www<!-- -->.e.test \\_www<!-- -->.e.test'],
  ['acme/cli#12 GH-12', 'acme/cli#<!-- -->12 GH<!-- -->-12'],
  [':smile:', ':<!-- -->smile:'],
  ['# head', '#<!-- --> head'],
  ['- item', '&#45; item'],
  ['1. item', '&#49;. item'],
  ['    code', '&#32;&#32;&#32;&#32;code'],
  ['a\n\n# b', 'a&#92;n&#92;n#<!-- --> b'],
  ['$x$ <!-- c -->', '\\$x\\$ &lt;!-- c --&gt;'],
]);

table('markdownProse', markdownProse, [
  ['Add `!**/*.map` to `files`.', 'Add `!**/*.map` to `files`.'],
  ['a ` b', 'a \\` b'],
  ['`a` ` *b*', '`a` \\` \\*b\\*'],
  ['x `a|<b>` @me', 'x <code>a&#124;&lt;b&gt;</code> @<!-- -->me'],
  ['``', '<code></code>'],
]);

table('codeSpan', codeSpan, [
  ['dist/@acme/*.js', '`dist/@acme/*.js`'],
  ['', '<code></code>'],
  [' a', '`  a `'],
  ['a|b', '<code>a&#124;b</code>'],
  ['a`b`<img>@acme', '<code>a\\`b\\`&lt;img&gt;@<!-- -->acme</code>'],
  ['a\u202eb', '<code>a&#92;u202eb</code>'],
  ['##[error]x', '<code>#<!-- -->&#92;#<!-- -->\\[error\\]x</code>'],
]);

test('a name is shortened in the middle, never through a character', () => {
  assert.equal(shortened('abcdef', 6), 'abcdef');
  assert.equal(shortened('abcdefg', 6), 'ab…efg');
  assert.equal(shortened('a😀😀😀😀b', 6), 'a…😀b');
  assert.equal(shortened(`${'d/'.repeat(200)}cli.js.map`).length, 160);
});

test('much hostile text takes no time', () => {
  const started = process.cpuUsage();
  for (const piece of ['\u202e', ' ', ':', '##[', '`', '@', '1', 'www.', '\\|']) {
    for (const written of [visible, logText, htmlText, markdownText, markdownProse, codeSpan, shortened])
      written(piece.repeat(2 ** 18 / piece.length));
  }
  assert.ok(process.cpuUsage(started).user < 5e6);
});
