import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDepth } from '../../../src/content/text/depth.ts';
import { MarkupReader } from '../../../src/content/text/markup.ts';
import { createScriptLexer } from '../../../src/content/text/script.ts';
import type { ReadInlay } from '../../../src/content/text/script-lexer.ts';
import type { Dialect } from '../../../src/content/text/tags.ts';
import { takesAtMost } from '../../seconds.ts';
import { PIECES, seeded } from '../pieces.ts';

const LINE = '//# sourceMappingURL=a.js.map';
const STYLE = '/*# sourceMappingURL=a.css.map */';

/** What is told of a text, read in pieces of so many bytes. */
function read(text: string, dialect: Dialect, cut: number) {
  const reader = new MarkupReader(dialect, new TextDepth(() => ({ push() {}, end: () => null })));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut));
  const facts = reader.end();
  return { facts, comments: reader.mapComments.map(({ line, column }) => `${line}:${column}`) };
}

/** The code in its comments, read in such pieces. */
function inlaysIn(text: string, dialect: Dialect, cut: number) {
  const readInlay = (depth: TextDepth): ReturnType<ReadInlay> => {
    const script = createScriptLexer({ jsx: true, readInlay: depth.readInlay });
    let page: MarkupReader | undefined;
    let begun = false;
    return {
      push(view) {
        if (!begun && view.toString().trimStart().startsWith('<')) page = new MarkupReader('html', depth);
        begun = true;
        (page ?? script).push(view);
      },
      end: () => (page === undefined ? script.end() : (page.end().script ?? null)),
    };
  };
  const reader = new MarkupReader(dialect, new TextDepth(readInlay));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut));
  return reader.end().script?.inlays ?? [];
}

const live: readonly [name: string, text: string, place: string, dialect?: Dialect][] = [
  ['in a script', `<p>\n<script>a()\n${LINE}\n</script>`, '3:1'],
  ['in front of the end of a script', `<script>a();${LINE}</script>`, '1:13'],
  ['in a script of a module', `<script type="module" async>${LINE}\n</script>`, '1:29'],
  ['in a script that is never closed', `<p><script>\n${LINE}`, '2:1'],
  [
    'in a script behind an attribute that shows a tag',
    `<p title="<!-- <pre>"><script>\n${LINE}\n</script>`,
    '2:1',
  ],
  [
    'in a script behind an apostrophe',
    `<p>don't</p><a b = 'c' d>isn't</a><script>\n${LINE}\n</script>`,
    '2:1',
  ],
  ['in a script behind an apostrophe in a tag', `<p {{! don't }} e>\n<script>\n${LINE}\n</script>`, '3:1'],
  ['in a script behind a comment', `<!-- <pre> --><!--><script>\n${LINE}\n</script>`, '2:1'],
  ['in a script behind a text that is over', `<textarea></p></textarea><script>\n${LINE}\n</script>`, '2:1'],
  ['in a script behind a sign', `<p>1 < 2 <3 << <script>\n${LINE}\n</script>`, '2:1'],
  ['in a script that has an end of another', `<script>a("</style>")\n${LINE}\n</script x>`, '2:1'],
  ['in a script in <pre>', `<pre><script>\n${LINE}\n</script></pre>`, '2:1'],
  ['in a style sheet', `<STYLE media=print>\na{}\n${STYLE}\n</STYLE>`, '3:1'],
  ['in a style sheet on one line', `<p><style>a{} ${STYLE}</style>`, '1:15'],
  [
    'in a script behind a style sheet',
    `<style>a{content:"<script>"}</style><script>\n${LINE}\n</script>`,
    '2:1',
  ],
  [
    'in a page in an attribute',
    `<p>\n<iframe srcdoc="&lt;script&gt;a()\n${LINE}\n&lt;/script&gt;"></iframe>`,
    '3:1',
  ],
  ['in a page in an attribute, on one line', `<iframe srcdoc='<script>${LINE}</script>'>`, '1:25'],
  [
    'in a page behind characters that there are not',
    `<iframe srcdoc="&#99999999;&#-5;&#x;<script>\n${LINE}\n</script>">`,
    '2:1',
  ],
  [
    'in a script of a drawing',
    `<svg><title/><style/><script><![CDATA[\n${LINE}\n]]></script></svg>`,
    '2:1',
    'xml',
  ],
  [
    'in a script behind one without a text',
    `<svg><script href="b.js"/><script>\n${LINE}\n</script></svg>`,
    '2:1',
    'xml',
  ],
  [
    'in a script of a component',
    `<template><textarea/></template>\n<script setup lang="ts">\n${LINE}\n</script>`,
    '3:1',
    'component',
  ],
  [
    'in a style sheet of a component',
    `<script>let a</script>\n<style scoped>\n${STYLE}\n</style>`,
    '3:1',
    'component',
  ],
];

const quoted: readonly [name: string, text: string, dialect?: Dialect][] = [
  ['in <pre>', `<pre>\nlet a;\n${LINE}\n</pre>`],
  ['in <code>', `<p>Add <code>\n${LINE}\n</code> at the end.`],
  ['in text', `<body>\n${LINE}\n</body>`],
  ['in text at the end', `<h1>Maps</h1>\n${LINE}\n`],
  ['in spans of a highlighter', `<pre><span class="comment">\n${LINE}\n</span></pre>`],
  ['of a style sheet in text', `<pre>a { b: c }\n${STYLE}\n</pre>`],
  ['in an attribute', `<button data-copy="a();\n${LINE}\n">Copy</button>`],
  ['in an attribute with a tag', `<button data-copy="<script>a();\n${LINE}\n</script>">Copy</button>`],
  ['in an attribute of one quote', `<button data-copy='<script>a("b");\n${LINE}\n</script>'>Copy</button>`],
  ['in a comment', `<!-- <script>\n${LINE}\n</script> -->`],
  ['in a comment that is never closed', `<!-- <script>\n${LINE}\n</script>`],
  ['in <textarea>', `<textarea><script>\n${LINE}\n</script></textarea>`],
  ['in <textarea> that is never closed', `<textarea><script>\n${LINE}\n</script>`],
  ['in <title>', `<title>The <script> tag\n${LINE}\n</title>`],
  ['in <xmp>', `<xmp><script>\n${LINE}\n</script></xmp>`],
  ['in <noscript>', `<noscript><style>\n${STYLE}\n</style></noscript>`],
  ['in data', `<script type="application/json">\n["\n${LINE}\n"]</script>`],
  ['in a template', `<script type=text/x-handlebars>\n${LINE}\n</script>`],
  ['in a string', `<script>let a = \`\n${LINE}\n\`</script>`],
  ['in a string of a style sheet', `<style>a{content:"${STYLE}"}</style>`],
  ['behind a script', `<script>a()</script>\n${LINE}\n`],
  ['behind a script of another type', `<script type="text/plain">b</script>\n${LINE}\n`],
  ['behind a script without a text', `<script src="a.js"></script><pre>\n${LINE}\n</pre>`],
  ['in escaped text', `<pre>&lt;script&gt;\n${LINE}\n&lt;/script&gt;</pre>`],
  ['in a page in an attribute', `<iframe srcdoc="&lt;pre&gt;\n${LINE}\n&lt;/pre&gt;">`],
  ['in the data of XML', `<doc><![CDATA[<script>\n${LINE}\n</script>]]></doc>`, 'xml'],
  ['in text of XML', `<doc><code>\n${LINE}\n</code></doc>`, 'xml'],
  ['in a processing instruction', `<?a <script?>\n${LINE}\n`, 'xml'],
  [
    'behind a script of XML without a text',
    `<svg><script href="a.js"/><text>\n${LINE}\n</text></svg>`,
    'xml',
  ],
  [
    'in the template of a component',
    `<template><pre>\n${LINE}\n</pre></template><script>let a</script>`,
    'component',
  ],
  ['in the page of a component', `---\nlet a\n---\n<pre>\n${LINE}\n</pre>`, 'component'],
];

for (const [name, text, place, dialect = 'html'] of live)
  test(`takes a map comment ${name}`, () => {
    for (let cut = 1; cut <= text.length; cut++)
      assert.deepEqual(read(text, dialect, cut).comments, [place], `in pieces of ${cut}`);
  });

for (const [name, text, dialect = 'html'] of quoted)
  test(`takes no map comment ${name}`, () => {
    for (let cut = 1; cut <= text.length; cut++)
      assert.deepEqual(read(text, dialect, cut).comments, [], `in pieces of ${cut}`);
  });

test('tells the same however a page is cut', () => {
  const random = seeded(7);
  const parts = [
    ...PIECES,
    '<style>',
    '</style>',
    '<iframe srcdoc="',
    '"',
    "'",
    '<!--',
    '-->',
    '<textarea>',
    '</',
    '<a b=',
    '>',
  ];
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 12 }, () => parts[random(parts.length)]).join('');
    for (const dialect of ['html', 'xml', 'component'] as const)
      assert.deepEqual(
        read(text, dialect, 1 + random(9)),
        read(text, dialect, text.length * 4),
        JSON.stringify(text),
      );
  }
});

test('tells code in comments the same however a page is cut', () => {
  const code = 'function rate(invoice) {\n  const open = invoice.open;\n  return open;\n}\n'.repeat(5);
  const random = seeded(11);
  const parts = [
    '<!--',
    '<!--',
    '<!-- Rates <script>\n',
    '<!--[if IE]>',
    '<![CDATA[',
    ']]>',
    '-->',
    '--!>',
    '-',
    '<script>',
    '</script>',
    '<p>\n',
    code,
    code,
    `/* ${code} */`,
    ' '.repeat(250),
  ];
  const found = new Set<string>();
  for (let round = 0; round < 200; round++) {
    const text = Array.from({ length: 14 }, () => parts[random(parts.length)]).join('');
    for (const dialect of ['html', 'xml', 'component'] as const) {
      const whole = inlaysIn(text, dialect, text.length);
      assert.deepEqual(inlaysIn(text, dialect, 1 + random(400)), whole, JSON.stringify(text));
      if (whole.length > 0) found.add(dialect);
    }
  }
  assert.deepEqual([...found].sort(), ['html', 'xml']);
});

for (const [what, text, place] of [
  ['a comment', (code: string) => `<p>\n<!--\n${code}-->\n<p>`, '2-24'],
  ['a comment on the lines of a script', (code: string) => `<script>a()</script><!--${code}-->`, '1-22'],
  ['a script in a comment', (code: string) => `<!-- <script>\n${code}</script> -->`, '1-23'],
  [
    'a script in a comment that says why',
    (code: string) => `<!-- Before May:\n<script>\n${code}</script> -->`,
    '1-24',
  ],
  ['a comment that is never closed', (code: string) => `\n<!--\n${code}`, '2-24'],
  [
    'a comment of a drawing',
    (code: string) => `<?xml version="1.0"?>\n<svg>\n<!--\n${code}--></svg>`,
    '3-25',
  ],
  [
    'a comment of a page in an attribute',
    (code: string) => `<p>\n<iframe srcdoc="<!--\n${code}-->"></iframe>`,
    '2-24',
  ],
] as const) {
  test(`tells the lines of code in ${what}`, () => {
    const code =
      'function rate(invoice) {\n  const open = invoice.open + 1;\n  return open;\n}\n'.repeat(5) +
      "import { a } from 'b';\n";
    const dialect = text('').includes('<svg>') ? 'xml' : 'html';
    for (const cut of [7, 300, 100_000]) {
      const told = inlaysIn(text(code), dialect, cut);
      assert.deepEqual(
        told.map(({ kind, startLine, endLine, lines }) => [kind, `${startLine}-${endLine}`, lines]),
        [['comment', place, 21]],
      );
    }
  });
}

test('takes no longer for what is never closed', () => {
  takesAtMost(4, () => {
    for (const piece of [
      '<',
      '<!--',
      `<!--${'-'.repeat(300)}-->`,
      `<!--${' '.repeat(300)}-->`,
      '<a b="',
      "<a b='<",
      '<a ',
      '</',
      '<script',
      '<script>',
      '<style>',
      '<textarea>',
      '<!',
      '<?',
      '</script',
      '<iframe srcdoc="&lt;iframe srcdoc=',
      '<script></script>',
      '<style></style>',
    ])
      read(piece.repeat(400_000 / piece.length), 'html', 65_536);
  });
});
