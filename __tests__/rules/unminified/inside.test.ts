// biome-ignore-all lint/suspicious/noTemplateCurlyInString: some texts are templates themselves
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifiedModule, readableModule, times } from './samples.ts';
import { told } from './told.ts';

// Sources that lie in a minified file as text, and texts that are none.

const host = times(40, minifiedModule);
const source = times(3, readableModule).replace(/export /g, '');
const quoted = JSON.stringify(source);
const single = `'${source.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
const typed = times(
  12,
  (n) =>
    `export function add${n}(first: number, second: number): number {\n  const sum: number = first + second;\n  return sum;\n}\n`,
);
const starred = source.replace(/^/gm, ' * ');
const remarked = source
  .replace(/\n}/g, '\n  /* rounds as the bank does */\n}')
  .replace(/^/, '/** What "one month" costs. */\n');
const spoken = source.replace(
  /\{\n/g,
  '{\n  check("the rate of this month is the rate of the last one of all");\n',
);
/** In line comments below each other. */
const below = (text: string) => text.replace(/^/gm, '// ');
const page = `<!doctype html>\n<body>\n<script>\n${source}</script>\n`;
const cyrillic = source.replaceAll('invoice', 'счёт').replaceAll('amount', 'сумма');

/** Each character by its number. */
const numbered = (sign: string, digits: number) => (text: string) =>
  [...text].map((letter) => sign + letter.charCodeAt(0).toString(16).padStart(digits, '0')).join('');
const slashed = (text: string): string =>
  text.replace(/[^\w@*_+./]/g, (letter) =>
    numbered(letter < '\u0100' ? '%' : '%u', letter < '\u0100' ? 2 : 4)(letter),
  );

const wgsl = times(
  12,
  (n) => `struct Light${n} {
  position: vec3f,
  rate: f32,
};

@group(0) @binding(${n}) var<uniform> light${n}: Light${n};

// Overloaded version: scales a value in meters at a given latitude.
fn attenuate${n}(distance: f32, rate: f32) -> f32 {
  let scaled: f32 = distance * light${n}.rate;
  if (scaled > 1.0) {
    return rate / scaled;
  }
  return clamp(rate, 0.0, 1.0);
}

`,
);
const shading = `${source}const shader = /* wgsl */ \`\n${wgsl}\`;\n${source}`;
for (const [what, text, where] of [
  ['eval', `${host}eval(${quoted});`, 'in a string'],
  ['new Function', `${host}new Function(${single})();`, 'in a string'],
  ['a worker', `${host}new Worker(URL.createObjectURL(new Blob([${quoted}])));`, 'in a string'],
  [
    'escaped line breaks',
    `${host}var a="${source.replace(/"/g, '\\"').replace(/\n/g, '\\\n')}";`,
    'in a string',
  ],
  ['a script that holds a shader', `${host}eval(${JSON.stringify(shading)});`, 'in a string'],
  ['a template', `${host}\nvar a=\`${source}\`;`, 'in a template'],
  ['a template with names put in', `${host}var a=\`\${b}${source}\${c}\`;`, 'in a template'],
  ['a template in a template', `${host}var a=\`<\${b?\`${source}\`:c}>\`;`, 'in a template'],
  [
    'the address of a script',
    `${host}var a="data:text/javascript;charset=utf-8,${source.replace(/["\n%\\]/g, encodeURIComponent)}";`,
    'in a string',
  ],
  [
    'the address of a script, all of it escaped',
    `${host}var a="data:text/javascript;charset=utf-8,${encodeURIComponent(source)}";`,
    'in a string',
  ],
  [
    'the address of a script without a character set',
    `${host}new Worker("data:text/javascript,${encodeURIComponent(source)}");`,
    'in a string',
  ],
  ['decodeURIComponent', `${host}eval(decodeURIComponent("${encodeURIComponent(source)}"));`, 'in a string'],
  ['unescape', `${host}document.write(unescape('${slashed(source)}'));`, 'in a string'],
  ['eval of characters by their numbers', `${host}eval("${numbered('\\x', 2)(source)}");`, 'in a string'],
  [
    'a template of characters by their numbers',
    `${host}eval(\`${numbered('\\u', 4)(source)}\`);`,
    'in a template',
  ],
  ['a page in a template', `${host}var a=\`${page}\`;`, 'in a template'],
  ['a page in a string', `${host}var a=${JSON.stringify(page)};`, 'in a string'],
  [
    'JSON in a string',
    `${host}var a=JSON.parse(${JSON.stringify(JSON.stringify({ a: source }))});`,
    'in a string',
  ],
  [
    'JSON in a string, of a script that speaks',
    `${host}var a=JSON.parse(${JSON.stringify(JSON.stringify({ a: spoken }))});`,
    'in a string',
  ],
  ['JSON in the script', `${host}var a={"a.js":${quoted}};`, 'in a string'],
  [
    'a string in a laid-out module of nothing else',
    `"use strict";\n\nObject.defineProperty(exports, "__esModule", {\n  value: true\n});\nexports.source = void 0;\nconst source = exports.source = ${JSON.stringify(times(30, readableModule))};\n`,
    'in a string',
  ],
  ['TypeScript in a string', `${host}var a=${JSON.stringify(typed)};`, 'in a string'],
  ['a block comment', `${host}\n/*\n${source}*/\n${host}`, 'in a comment'],
  [
    'a block comment, comments in it taken apart',
    `${host}\n/*\n${remarked.replaceAll('*/', '* /')}*/\n${host}`,
    'in a comment',
  ],
  [
    'a block comment, comments in it escaped',
    `${host}\n/*\n${remarked.replaceAll('*/', '*\\/')}*/\n${host}`,
    'in a comment',
  ],
  ['a comment with stars', `${host}\n/*\n${starred}*/\n${host}`, 'in a comment'],
  [
    'line comments, by people who write no semicolons',
    `${host}\n${times(2, readableModule).replace(/;$/gm, '').replace(/^/gm, '// ')}\n${host}`,
    'in a comment',
  ],
  ['line comments', `${host}\n${source.replace(/^/gm, '// ')}\n${host}`, 'in a comment'],
  ['a comment in a file of nothing else', `/*\n${source}*/\nexport {};\n`, 'in a comment'],
  [
    'tabs and CR LF',
    `${host}eval(${JSON.stringify(source.replaceAll('  ', '\t').replaceAll('\n', '\r\n'))});`,
    'in a string',
  ],
  ['Cyrillic names', `${host}eval(${JSON.stringify(cyrillic)});`, 'in a string'],
  [
    'Cyrillic names, escaped',
    `${host}eval(${JSON.stringify(cyrillic).replace(/[\u0400-\u04ff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)});`,
    'in a string',
  ],
  [
    'one line',
    `${host}eval(${JSON.stringify(source.replace(/\/\/.*/g, '').replace(/\s+/g, ' '))});`,
    'in a string',
  ],
  [
    'behind 50 KB of minified code in the same string',
    `eval(${JSON.stringify(times(120, minifiedModule) + source)});`,
    'in a string',
  ],
  [
    'many small modules for eval',
    `${host}${times(8, (n) => `eval(${JSON.stringify(`${readableModule(n).slice(0, 700)}\n//# sourceURL=webpack://acme/./src/m${n}.js`)});`)}`,
    'in a string',
  ],
] as const) {
  test(`readable: source in ${what}`, () => {
    const sighting = told('dist/a.js', text)['unminified/script'];
    assert.match(
      sighting?.message ?? '',
      new RegExp(`^\\d+ lines? of readable (?:Java|Type)Script.*${where}`),
    );
    const { readableLines } = sighting?.evidence ?? {};
    assert.ok(Number(readableLines) >= (what === 'one line' ? 1 : 40), `${readableLines} lines`);
  });
}

const shader = times(
  30,
  (n) =>
    `uniform vec2 size${n};\nconst float scale${n} = 2.0;\n\nvec4 blend${n}(in vec4 a, in vec4 b) {\n  if (a.x > b.x) {\n    return mix(a, b, size${n}.x);\n  }\n  return a;\n}\n`,
);
const query = times(
  40,
  (n) =>
    `SELECT invoice.id, invoice.total (${n})\n  FROM invoices AS invoice\n LEFT JOIN customers ON customers.id = invoice.customer\n WHERE invoice.total > 100 AND customers.let = 'x'\n ORDER BY invoice.date;\n`,
);
const markup = times(
  60,
  (n) => `<div class="card-${n}" onclick="open(${n})">\n  <p>Invoice = {{ ${n} }}</p>\n</div>\n`,
);
const styles = times(60, (n) => `.card-${n} {\n  width: calc(100% - ${n}px);\n  color: var(--ink);\n}\n`);
const prose = times(
  30,
  (n) =>
    `In case ${n} the function returns nothing (as it should), let the user know why: a = b does not hold while the class is open. Return to the form, and try it again for as long as it takes; if not, delete it.\n`,
);
const licence = `/*!\n * Permission is hereby granted, free of charge, to any person obtaining a copy of this software (the "Software").\n${' * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, and so on; let x = nothing.\n'.repeat(20)} */`;
const documented = times(
  30,
  (n) =>
    `/**\n * Adds an invoice to the ledger, and gives the ledger back.\n *\n * @param {Invoice} invoice${n} - which one\n * @param {string} [currency=EUR] - of the ledger, see the class for what it means\n * @returns {Ledger} the same (not a copy)\n * @example\n * const ledger = add(invoice, 'EUR');\n */\n`,
);
const python = times(
  30,
  (n) => `def add_${n}(first, second):\n    total = first + second\n    return total\n\n`,
);

const rust = times(
  20,
  (n) =>
    `fn rate_${n}(first: f64, second: f64) -> f64 {\n    let total = first * second;\n    if total > 1.0 {\n        return total.sqrt();\n    }\n    total\n}\n\n`,
);
const go = times(
  20,
  (n) =>
    `func rate${n}(first, second float64) float64 {\n\tvar total = first * second\n\treturn total\n}\n\n`,
);

const members = times(
  10,
  (n) => `
export class Ledger${n} implements Rates<Invoice> {
  private readonly invoices: Map<string, Invoice>;
  protected customer?: Customer;

  constructor(private rates: RateSource, readonly limit: number) {
    super(rates, limit);
  }

  public add(invoice: Invoice, rate?: Rate): Promise<Invoice | undefined> {
    this.customer = invoice.customer;
    return this.rates.apply(invoice, rate, this.limit);
  }
}
`,
);
const component = times(
  12,
  (n) => `import { Money } from './money';

export function Invoice${n}({ invoice, onPaid }: Props) {
  return (
    <article className="invoice" onClick={onPaid}>
      <Money value={invoice.total} />
      <Rate of={invoice.rate} />
      <footer>{invoice.customer}</footer>
    </article>
  );
}
`,
);
const vue = `<template>\n  <ul class="invoices">\n${'    <li v-for="invoice in invoices" :key="invoice.id">{{ invoice.total }}</li>\n'.repeat(30)}  </ul>\n</template>\n\n<script>\nexport default {\n${times(5, (n) => `  total${n}() {\n    return this.sum;\n  },\n`)}};\n</script>\n`;
const sass = `$ink: rgb(0, 0, 0);\n${times(30, (n) => `.card-${n} {\n  @include raised($ink, $by: ${n}px);\n  color: darken($ink, 10%); // = black\n}\n`)}`;
const nested = times(
  60,
  (n) => `.card-${n} {\n  width: calc(100% - ${n}px);\n  &:hover {\n    color: var(--ink);\n  }\n}\n`,
);
const declared = times(
  40,
  (n) =>
    `/** Adds; returns what it was. */\nexport declare function add${n}(first: number, second?: number): number;\nexport interface Rates${n}<T> extends Base<T> {\n  readonly rate: number;\n  apply(invoice: Invoice, rate: Rate): Promise<T>;\n  catch<U>(reason: (error: unknown) => U): U;\n}\n`,
);
const shown = (language: string, code: string) =>
  times(
    8,
    (n) => `Example ${n}, as people would write it:\n\n\`\`\`${language}\n${code.slice(0, 400)}\n\`\`\`\n\n`,
  );
const schema = times(
  30,
  (n) => `type Invoice${n} {\n  total(currency: String = "EUR"): Float!\n  lines: [Line!]!\n}\n\n`,
);
const kernel = `#include <metal_stdlib>\nusing namespace metal;\n${times(30, (n) => `kernel void add${n}(device float *a, device float *b) {\n  float sum = a[${n}] + b[${n}];\n  a[${n}] = sum;\n}\n`)}`;

for (const [what, text] of [
  ['a minified worker', `${host}new Worker(${JSON.stringify(times(10, minifiedModule))});`],
  [
    'the address of a minified script',
    `${host}var a="data:text/javascript;charset=utf-8,${encodeURIComponent(times(20, minifiedModule))}";`,
  ],
  ['the same by its numbers', `${host}eval("${numbered('\\x', 2)(times(20, minifiedModule))}");`],
  ['decodeURIComponent of words', `${host}a(decodeURIComponent("${encodeURIComponent(prose)}"));`],
  [
    'an icon in the address of an image',
    `${host}var a="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><path d="${'M12.5 3.25h-4l2 6.5c0 '.repeat(60)}" transform="rotate(45)"/></svg>`)}";`,
  ],
  [
    'words by their numbers',
    `${host}var a="${numbered('\\u', 4)('Счёт (за март) = оплачен, и так далее. '.repeat(60))}";`,
  ],
  ['a minified script in a page', `${host}var a=\`<script>${times(10, minifiedModule)}</script>\`;`],
  ['shaders', `${host}var a=\`${shader}\`;`],
  ['shaders in a string', `${host}var a=${JSON.stringify(shader)};`],
  ['shaders of WebGPU', `${host}var a=\`${wgsl}\`;`],
  ['shaders of WebGPU, put together', `${host}var a=\`${wgsl.replaceAll('return', '${b}\n  return')}\`;`],
  ['Rust', `${host}var a=\`${rust}\`;`],
  ['Go in a string', `${host}var a=${JSON.stringify(go)};`],
  ['queries', `${host}var a=\`${query}\`;`],
  ['HTML', `${host}var a=\`${markup}\`;`],
  ['style sheets', `${host}var a=\`${styles}\`;`],
  ['messages', `${host}var a=${JSON.stringify(prose)};`],
  ['a licence', `${licence}\n${host}`],
  ['documentation', `${documented}${host}`],
  ['licences of libraries', `${times(40, (n) => `/*! library-${n} v1.2.${n} | MIT */\n`)}${host}`],
  ['base64', `${host}var a="${Buffer.from(source.repeat(20)).toString('base64')}";`],
  ['paths of icons', `${host}var a="${'M12.5 3.25h-4l2 6.5c0 = (1) '.repeat(300)}";`],
  [
    'JSON',
    `${host}var a=JSON.parse(${JSON.stringify(
      JSON.stringify(
        Array.from({ length: 200 }, (_, n) => ({ id: n, name: `invoice (${n}) = paid` })),
        null,
        2,
      ),
    )});`,
  ],
  ['a regular expression', `${host}var a=/${'(?:function |return )\\w+ = \\(a\\) \\{'.repeat(40)}/;`],
  [
    'a short snippet',
    `${host}var a="const total = ledger.add(invoice);\\nreturn total;\\n// and much more of the same kind of text, so that it is long enough to be looked at once: (a) => b = c, if (d) { e }. And so on, and so on, until there is enough of it for anybody to look.";`,
  ],
  ['a few lines switched off', `${host}\n${times(8, (n) => `// const total${n} = add(a, b);\n`)}${host}`],
  [
    'helpers of a compiler',
    `${host}${times(12, (n) => `h${n}=\`${readableModule(n)}${readableModule(n + 50)}\`;`)}`,
  ],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told('dist/a.js', text), {});
  });
}

for (const [what, text, message] of [
  ['classes in TypeScript', `${host}eval(${JSON.stringify(members)});`, '110 lines of readable TypeScript'],
  ['classes in TypeScript in a comment', `${host}\n/*\n${members}*/`, '110 lines of readable TypeScript'],
  ['components in TSX', `${host}var a=${JSON.stringify(component)};`, '133 lines of readable JSX'],
  ['a component of Vue', `${host}var a=\`${vue}\`;`, '53 lines of readable Vue'],
  ['a component of Vue in a comment', `${host}\n/*\n${vue}*/`, '53 lines of readable Vue'],
  ['Python', `${host}var a=${JSON.stringify(python)};`, '90 lines of readable Python'],
  ['Python in a template', `${host}var a=\`${python}\`;`, '90 lines of readable Python'],
  ['Python in a comment', `${host}\n/*\n${python}*/`, '90 lines of readable Python'],
  ['Python in line comments', `${host}\n${below(`Rates.\n${python}`)}`, '120 lines of readable Python'],
  ['Go in line comments', `${host}\n${below(`Rates.\npackage rates\n\n${go}`)}`, '101 lines of readable Go'],
  ['Go in a comment', `${host}\n/*\npackage rates\n\n${go}*/`, '81 lines of readable Go'],
  ['Sass', `${host}var a=${JSON.stringify(sass)};`, '121 lines of readable Sass'],
  ['a style sheet in a comment', `${host}\n/*\n${styles}*/`, '240 lines of readable CSS'],
] as const) {
  test(`readable: ${what}`, () => {
    const { message: said = '' } = told('dist/a.js', text)['unminified/script'] ?? {};
    assert.equal(said.slice(0, said.indexOf(' in a minified file: line')), message);
  });
}

for (const [what, text] of [
  ['declarations of types', `${host}var a=${JSON.stringify(declared)};`],
  [
    'declarations of types in a comment',
    `${host}\n/*\n${declared.replaceAll('/**', '//').replaceAll('*/', '')}*/`,
  ],
  ['nested rules that a program puts together', `${host}var a=\`${nested}\`;`],
  ['documentation that shows style sheets', `${host}\n/*\n${shown('css', styles)}*/`],
  ['documentation that shows Python', `${host}\n/*\n${shown('python', python)}*/`],
  ['a short file to begin with, in Python', `${host}var a=${JSON.stringify(python.slice(0, 900))};`],
  ['a few lines of Python in line comments', `${host.repeat(9)}\n${below(python.slice(0, 700))}`],
  ['prose in line comments', `${host.repeat(9)}\n${below(prose.slice(0, 1500))}`],
  ['a schema', `${host}var a=\`${schema}\`;`],
  ['C for a graphics card', `${host}var a=\`${kernel}\`;`],
  [
    'names of tests',
    `${host}${times(60, (n) => `it("gives ${n} back: the class of a module (interface) which imports = something, def a(b):",()=>{});`)}`,
  ],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told('dist/a.js', text), {});
  });
}

const bare = times(
  4,
  (n) => `
const ledger${n} = require('./ledger')
const rates${n} = ledger
  .known
  .sorted(ledger.order)
  .slice(0, ledger.limit)

export function total${n}(invoices) {
  const open = invoices
    .filter(byCustomer)
    .map(withRate)
  if (open.length === 0) {
    return rates${n}
  }
  return open.length
}
`,
);
for (const [what, space] of [
  ['a blank', '// '],
  ['none', '//'],
] as const) {
  test(`all lines are counted where code without semicolons is switched off, ${what} behind the slashes`, () => {
    const off = bare.trim().replace(/^(?=.)/gm, space);
    const { message = '' } = told('dist/a.js', `${host}\n${off}\n${host}`)['unminified/script'] ?? {};
    assert.match(
      message,
      /^\d+ lines of readable JavaScript in a minified file: lines 2 to 6\d, in a comment/,
    );
    assert.ok(Number.parseInt(message, 10) >= 60, message);
  });
}

test('a part is told with its lines, its size and its module', () => {
  const text = `${host}\n\n/*!***!*\\\n  !*** ./src/ledger/engine.js ***!\n  \\***/\n${source}\n${host}`;
  assert.match(
    told('dist/a.js', text)['unminified/script']?.message ?? '',
    /^\d\d lines of readable JavaScript in a minified file: lines \d to \d\d \(\.\/src\/ledger\/engine\.js\)$/,
  );
});

test('a part begins where its head does: short code and comments before the first blank', () => {
  const text = `${times(9, minifiedModule)}\n(function(){\n/*\n * Invoices, oldest first.\n */\n\n'use strict';\n${readableModule()}\n})();\n${host}`;
  const evidence = told('dist/a.js', text)['unminified/script']?.evidence;
  const last = text.slice(0, text.lastIndexOf('})();')).split('\n').length;
  assert.match(String(evidence?.parts), new RegExp(`^lines 2 to ${last}\\b`));
});

test('each part of a file is told', () => {
  const part = (n: number) => `// src/part-${n}.js\n${times(2, (m) => readableModule(2 * n + m))}`;
  const text = `${host}\n${times(5, (n) => `${part(n)}\n${host}\n`)}`;
  const { message = '', evidence } = told('dist/a.js', text)['unminified/script'] ?? {};
  assert.match(message, /: (?:lines \d+ to \d+ \(src\/part-\d\.js\); ){3}and 2 more parts$/);
  assert.ok(Array.isArray(evidence?.parts));
  assert.equal(evidence.parts.length, 5);
});

/** A page with a minified script, and something before it. */
const shell = (text: string) => `<!doctype html>\n<body>\n${text}\n<script>${host}</script>\n`;
for (const [what, text, message] of [
  ['code', `<!--\n${source}-->`, 'JavaScript in a minified file: lines 3 to 91, in a comment'],
  [
    'a script',
    `<!-- <script>\n${source}</script> -->`,
    'JavaScript in a minified file: lines 3 to 91, in a comment',
  ],
  [
    'a script, and words over it',
    `<!-- Rates as they were in May:\n<script type="module">\n${source}</script> -->`,
    'JavaScript in a minified file: lines 3 to 92, in a comment',
  ],
  ['TypeScript', `<!--\n${members}-->`, 'TypeScript in a minified file: lines 3 to 1'],
  ['a component of Vue', `<!--\n${vue}-->`, 'Vue in a minified file: lines 3 to '],
] as const) {
  test(`readable: ${what} in a comment of a page`, () => {
    const { message: said = '' } = told('dist/a.html', shell(text))['unminified/script'] ?? {};
    assert.ok(said.includes(` lines of readable ${message}`), said);
  });
}

test('readable: code in a comment of a page without scripts', () => {
  const sighting = told('dist/a.html', `<!doctype html>\n<p>a</p>\n<!--\n${source}-->\n`)[
    'unminified/script'
  ];
  assert.match(
    sighting?.message ?? '',
    /^\d\d lines of readable JavaScript: lines 3 to \d\d, in a comment \(\d\d lines\)$/,
  );
  assert.match(sighting?.help ?? '', /drop comments/);
});

for (const [what, text] of [
  [
    'a licence',
    `<!--\n@license\n${'Copyright (c) somebody (and others). All rights = reserved; see the file LICENSE.\n'.repeat(40)}-->`,
  ],
  ['prose', `<!--\n${prose}-->`],
  ['marks of frameworks', '<!----><!--$--><p>a</p><!--/$--><!--[--><li>b</li><!--]--><!-- -->'.repeat(300)],
  [
    'conditions',
    `<!--[if lt IE 9]>\n${'<script src="html5shiv.js"></script>\n<link rel="stylesheet" href="a.css?b=(c)">\n'.repeat(40)}<![endif]-->`,
  ],
  [
    'what a server puts in',
    `${'<!--#if expr="$REQUEST_URI = /^a(b)/" --><!--#include virtual="/a.html" --><!--#endif -->\n'.repeat(60)}`,
  ],
  [
    'markup',
    `<!--\n${'<div class="row" onclick="open(this)">\n  <p style="color: red">Rates = (all)</p>\n</div>\n'.repeat(40)}-->`,
  ],
  ['minified code', `<!-- <script>${host}</script> -->`],
  [
    'a template',
    `<!-- <template id="row">\n${'  <tr class="row"><td onclick="open(this)">Rates = all</td></tr>\n'.repeat(30)}</template>\n<script src="a.js"></script> -->`,
  ],
  ['a short script', `<!-- <script>\n${source.slice(0, 500)}</script> -->`],
  [
    'what a template says of itself',
    `<!--\n@component Rates\n@param {string} name (the name = a text)\n${prose}-->`,
  ],
] as const) {
  test(`quiet: ${what} in comments of a page`, () => {
    assert.deepEqual(told('dist/a.html', shell(text)), {});
  });
}
