import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/unminified/script.ts';
import { packageOf } from '../../facts.ts';
import { visualizerPage } from '../../records.ts';
import { sight } from '../facts.ts';
import { dataUrl, mapText } from '../source-map/maps.ts';
import { minifiedModule, readableModule, times } from './samples.ts';
import { told } from './told.ts';

const translated = (invoice: string, amount: string): string =>
  times(2, readableModule).replaceAll('invoice', invoice).replaceAll('amount', amount);

for (const [what, text] of [
  ['a module', readableModule()],
  [
    'mathematics with short variables',
    times(
      12,
      (n) =>
        `export function easeInAndOut${n}(t) {\n  const s = 1.7 * ${n + 1};\n  if ((t *= 2) < 1) return 0.5 * (t * t * ((s + 1) * t - s));\n  return 0.5 * ((t -= 2) * t * ((s + 1) * t + s) + 2);\n}\n`,
    ),
  ],
  [
    'easing functions',
    `export default {\n${times(12, (n) => `  easeIn${n}: function (x, t, b, c, d) {\n    if ((t /= d / 2) < 1) return (c / 2) * t * t * ${n} + b;\n    return (-c / 2) * (--t * (t - 2) - 1) + b;\n  },\n`)}};\n`,
  ],
  [
    'tests with one short variable',
    times(
      24,
      (n) =>
        `it('adds ${n} days', function () {\n  var m = day('2024-02-${n + 1}', 'YYYY-MM-DD');\n  m.add(${n}, 'day');\n  m.format('YYYY-MM-DD').should.equal('2024-03-${n + 1}');\n  m.isValid().should.equal(true);\n});\n`,
    ),
  ],
  [
    'tests with short variables and a remark here and there',
    times(
      24,
      (n) =>
        `it('adds ${n} days', function () {\n  var ${'mqt'[n % 3]} = day('2024-02-${n + 1}', 'YYYY-MM-DD');${n % 6 === 0 ? ' // the month after a leap day has to be right' : ''}\n  ${'mqt'[n % 3]}.add(${n}, 'day');\n  ${'mqt'[n % 3]}.isValid().should.equal(true, 'after ${n}');\n});\n`,
    ),
  ],
  [
    'a few lines with long names in a row',
    "Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });\nconst require__tools_vue_create_key = require('../../tools/vue/create-key.js');\nconst drawerBodyInjectionKey = require__tools_vue_create_key.createInjectionKey('drawer-body');\nconst drawerInjectionKey = require__tools_vue_create_key.createInjectionKey('drawer');\nexports.drawerBodyInjectionKey = drawerBodyInjectionKey;\nexports.drawerInjectionKey = drawerInjectionKey;\n",
  ],
  [
    'handlers with one short parameter',
    `export default {\n${times(9, (n) => `  openPage${n}: function (e) {\n    this.dispatch('page-opened', e, 'page-${n}', true);\n  },\n`)}};\n`,
  ],
  [
    'long templates with calls in them',
    times(
      6,
      (n) =>
        `export function warnLine${n}(lines) {\n  (typeof devMode === 'undefined' || devMode) &&\n    console.warn(\`The invoice was made with these warnings: \${listOfWarnings${n}(lines)}\`);\n}\n`,
    ),
  ],
  [
    'a switch',
    times(
      9,
      (n) =>
        `exports.option${n} = function (letter) {\n  switch (letter) {\n    case "a":\n      return "all${n}";\n    case "b":\n      return "both";\n  }\n  throw "no such letter";\n};\n`,
    ),
  ],
  [
    'assignments alone',
    times(60, (n) => `ledger.invoices${n} = ledger.customer.invoices.of(month, ${n} + first);\n`),
  ],
  ['with CR LF', readableModule().replaceAll('\n', '\r\n')],
  ['without indentation', readableModule().replace(/^ +/gm, '')],
  [
    'without indentation, with short names',
    times(
      8,
      (n) =>
        `it("draws circle ${n}", function() {\nvar c = s.circle(10, 20, ${n});\nvar total${n} = c.get("cx");\nexpect(c.get("cy")).to.be("20");\nexpect(c.get("r")).to.be("30");\n});\n`,
    ),
  ],
  ['with tabs', readableModule().replaceAll('  ', '\t')],
  [
    'on a single line',
    readableModule()
      .replace(/\/\/.*/g, '')
      .replace(/\s+/g, ' '),
  ],
  ['behind 50 KB of minified code', `${times(120, minifiedModule)}\n${times(6, readableModule)}`],
  [
    '20 KB in 5 MB of minified code',
    `${times(5500, minifiedModule)}${times(20, readableModule)}${times(5500, minifiedModule)}`,
  ],
  ['the second half', `${times(40, minifiedModule)}\n${times(20, readableModule)}`],
  [
    'a locale with functions in it',
    `export default {\n${times(12, (n) => `  'k${n}': 'Die Rechnung Nummer ${n} liegt vor',\n  t${n}(count, invoice) {\n    return count > 1 ? \`\${count} Rechnungen\` : invoice.title;\n  },\n`)}};\n`,
  ],
  [
    'a grammar of regular expressions',
    `languages.ledger = {\n${times(30, (n) => `  'word${n}': /\\b(?:debit|credit|balance|account${n}|carry|forward)\\b/i,\n`)}};\n`,
  ],
  [
    'messages with remarks on them',
    `module.exports = {\n${times(30, (n) => `  // Shown where the customer's bank sent payment ${n} back.\n  'k${n}': 'Zahlung ${n} wurde zurückgegeben, bitte prüfen',\n`)}};\n`,
  ],
  [
    'components with pictures in their templates',
    `import * as i0 from '@angular/core';\n${times(14, (n) => `class Picture${n}Component {\n  static ɵfac = factoryOf(Picture${n}Component);\n  static ɵcmp = componentOf({\n    type: Picture${n}Component,\n    selector: 'ledger-picture-${n}',\n    ngImport: i0,\n    changeDetection: i0.ChangeDetectionStrategy.OnPush,\n    encapsulation: i0.ViewEncapsulation.None,\n    template: \`\n<svg width="120"><path d="${'M3.7 4.2l1.1 0.9c0.3 0.2z '.repeat(180)}"/></svg>\n\`,\n  });\n}\nexport { Picture${n}Component };\n`)}`,
  ],
  ['with Cyrillic names', translated('счёт', 'сумма')],
  ['with Chinese names', translated('发票', '金额')],
  ['with Chinese names in a minified file', `${times(100, minifiedModule)}\n${translated('发票', '金额')}`],
  [
    'one line in a minified file',
    `${times(100, minifiedModule)}${times(3, readableModule)
      .replace(/\/\/.*/g, '')
      .replace(/\s+/g, ' ')}${times(100, minifiedModule)}`,
  ],
  [
    'with tabs and CR LF in a minified file',
    `${times(100, minifiedModule)}\r\n${times(2, readableModule).replaceAll('  ', '\t').replaceAll('\n', '\r\n')}`,
  ],
] as const) {
  test(`readable: ${what}`, () => {
    assert.deepEqual(Object.keys(told('dist/a.js', text)), ['unminified/script']);
  });
}

const page = (script: string, tag = '<script>') =>
  `<!doctype html>\n<title>Ledger</title>\n${tag}${script}</script>\n<p>a < b`;

for (const type of [
  'module',
  'module-shim',
  'text/partytown',
  'text/typescript',
  'application/x-typescript',
  'text/tsx',
]) {
  test(`a script of the type ${type} is code`, () => {
    const html = page(readableModule(), `<script type="${type}">`);
    assert.deepEqual(Object.keys(told('dist/a.html', html)), ['unminified/script']);
  });
}
for (const type of ['text/plain', 'application/json', 'text/x-template', 'speculationrules']) {
  test(`a script of the type ${type} is data`, () => {
    assert.deepEqual(told('dist/a.html', page(readableModule(), `<script type="${type}">`)), {});
  });
}

test('readable: a script in a page', () => {
  const sighting = told('dist/a.html', page(readableModule()))['unminified/script'];
  assert.match(sighting?.message ?? '', /^2\d lines of readable JavaScript/);
});

test('readable: a short script among many that lie elsewhere', () => {
  const elsewhere = '<script src="a.js"></script>\n<p>b</p>\n'.repeat(30);
  const short = times(
    2,
    (n) =>
      `\n  document.getElementById("open-${n}").addEventListener("click", function (event) {\n    console.log("Opening the ledger")\n    ledger = new Ledger("#pages", event.target)\n    ledger.open()\n  })\n`,
  );
  const sighting = told('dist/a.html', `${elsewhere}${page(short)}${elsewhere}`)['unminified/script'];
  assert.match(sighting?.message ?? '', /^\d+ lines of readable JavaScript/);
});

/** A page in an attribute of another one. */
const framed = (script: string, rest = '') =>
  `<iframe srcdoc="${`<script>${script}</script>${rest}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

test('readable: a script of a page in an attribute', () => {
  const sighting = told('dist/a.html', `<p>a</p>\n${framed(times(3, readableModule))}\n`)[
    'unminified/script'
  ];
  assert.equal(
    sighting?.message,
    '72 lines of readable JavaScript: lines 2 to 89, in an attribute (72 lines)',
  );
});

for (const [what, text] of [
  ['a minified script in a page', page(times(5, minifiedModule))],
  ['a minified script of a page in an attribute', framed(times(9, minifiedModule))],
  ['a page in an attribute without scripts', framed('', `<p>${'Rates, by month. '.repeat(200)}</p>`)],
  [
    'a page with many short scripts, as frameworks that render on servers write them',
    `<!doctype html><p>${times(30, (i) => `<script>self.__next_f.push([1,"${i}:[\\"$\\",\\"p\\",null,{}]"])</script>\n<p>b</p>`)}`,
  ],
  [
    'a page with data in it',
    page(JSON.stringify({ a: 1 }, null, 2).repeat(50), '<script type="application/json">'),
  ],
  [
    'a page with a script that is commented out',
    page(`<!-- ${'<script>'}${readableModule()}</script> -->`, '<p>'),
  ],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told('dist/a.html', text), {});
  });
}

for (const [what, text] of [
  ['minified', times(20, minifiedModule)],
  ['one line for each statement', times(20, minifiedModule, '\n')],
  [
    'a switch as Closure writes it',
    `${times(20, minifiedModule)}function read(b,a){switch(a){${times(40, (n) => `case "--with-${n}":case "-${n}":b=options(b,$APP.with${n},$APP.first);break;`)}}}`,
  ],
  [
    'a licence in front',
    `/*! invoices 1.0.0\n * (c) somebody\n * MIT licence\n */\n${times(20, minifiedModule)}`,
  ],
  [
    'shaders and queries in it',
    times(
      20,
      (n) =>
        `var s${n}=\`\nuniform vec2 size;\n\nvoid main() {\n  gl_FragColor = vec4(size, 0.0, 1.0);\n}\n\`,q${n}="SELECT * FROM invoices WHERE id = ?";function f${n}(t,e){return t.run(e,s${n}).then(r=>r.map(o=>o.id))}`,
    ),
  ],
  ['a generated table', `export const t=[${times(4000, (n) => `${n * 7919},`)}];`],
  [
    'a locale',
    `export default{${times(80, (n) => `k${n}:"Eine Rechnung mit der Nummer {${n}} liegt vor",`)}}`,
  ],
  [
    'a locale that is laid out',
    `register('de', {\n${times(60, (n) => `  "Invoice ${n}": "Die Rechnung Nummer ${n} liegt vor",\n`)}});\n`,
  ],
  [
    'messages that are laid out, with a licence',
    `/**\n * @license MIT\n * (c) somebody\n */\nmodule.exports = {\n${times(40, (n) => `  'k${n}': 'Zahlung ${n} ist eingegangen, vielen Dank',\n`)}};\n`,
  ],
  [
    'a module in base64',
    `'use strict';\n\nconst { Buffer } = require('node:buffer');\n\nmodule.exports = Buffer.from('${'AGFzbQEAAAA'.repeat(400)}', 'base64');\n`,
  ],
  [
    'a table in base64, with loader glue behind it',
    `var table = "${'UEsDBBQAAAAI'.repeat(400)}";\nif (typeof module !== 'undefined' && module.exports) {\n  module.exports = table;\n} else if (typeof window !== 'undefined') {\n  window.table = table;\n} else {\n  this.table = table;\n}\n`,
  ],
  [
    'icons that CommonJS exports by name',
    `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n${times(300, (n) => `exports.pictureOf${n} = "${'M3.7 4.2l1.1 0.9c0.3 0.2z '.repeat(10)}";\n`)}`,
  ],
  [
    'icons of which each has a name',
    times(300, (n) => `export var pictureOf${n} = '${'M3.7 4.2l1.1 0.9c0.3 0.2z '.repeat(10)}';\n`),
  ],
  [
    'icons that are imported by name',
    `${times(30, (n) => `const picture${n} = '<svg viewBox="0 0 18 18"><path d="${'M3.7 4.2l1.1 0.9c0.3 0.2z '.repeat(40)}"/></svg>';\n`)}export default {\n${times(30, (n) => `  k${n}: picture${n},\n`)}};\n`,
  ],
  [
    'hundreds of icons, exported by name',
    times(300, (n) => `export const picture${n} = '${'M3.7 4.2l1.1 0.9c0.3 0.2z '.repeat(12)}';\n`),
  ],
  [
    'hundreds of icons, exported in a list',
    `${times(300, (n) => `const picture${n} = '${'M3.7 4.2l1.1 0.9c0.3 0.2z '.repeat(16)}';\n`)}export { ${times(300, (n) => `picture${n}, `)} };\n`,
  ],
  ['emoji', `export default{${times(200, (n) => `e${n}:"\\u{1F${600 + n}} 😀 👩‍👩‍👧",`)}}`],
  ['minified Chinese names', times(40, minifiedModule).replace(/\bt\b/g, '数').replace(/\bi\b/g, '值')],
  ['wrapped at 80 columns', times(40, minifiedModule).replace(/(.{60,79}[;,{}()])/g, '$1\n')],
  [
    'loader glue behind it',
    `${times(4, minifiedModule)}\nif (typeof module === 'object') {\n  module.exports = I0;\n} else {\n  window.ledger = I0;\n}\n`,
  ],
  ['a short module', 'export const add = (first, second) => first + second;\n'],
  ['an import and an export', 'import { a } from "./a.js";\nexport { a as b };\n'.repeat(1)],
  ['re-exports', times(30, (n) => `export { default as module${n} } from './module${n}.js';\n`)],
  [
    'required re-exports',
    `"use strict";\n${times(30, (n) => `exports.module${n} = require('./module${n}.js');\n`)}`,
  ],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told('dist/a.js', text), {});
  });
}

test('a readable part is told with its lines', () => {
  const sighting = told('dist/a.js', `${times(100, minifiedModule)}\n${times(8, readableModule)}`)[
    'unminified/script'
  ];
  assert.equal(sighting?.line === undefined || sighting.line <= 3, true);
  assert.match(sighting?.message ?? '', /lines \d+ to \d+$/);
});

/** As tsc writes it: one call that is longer than all the rest. */
const exported = `"use strict";\n${readableModule()}module.exports=${times(50, (n) => `(0,wrap_1.wrap)(build_1.tuple(${n}),`)}0${')'.repeat(50)};\n`;

const saved = (text: string) =>
  Number(/take away (\d+) %/.exec(told('dist/a.js', text)['unminified/script']?.message ?? '')?.[1]);

test('a map in a comment is no remark that a minifier would take away', () => {
  const text = times(3, readableModule);
  const url = dataUrl(mapText({ sourcesContent: ['a'.repeat(9000)] }));
  const more = (comment: string) => saved(`${text}${comment}\n`) - saved(text);
  // What introduces the map is a comment.
  assert.ok(more(`//# sourceMappingURL=${url}`) < 5);
  assert.ok(more(`//${'a remark '.repeat(900)}`) > 30);
});

test('a readable file with a long line is no minified one', () => {
  const { message, help } = told('dist/a.js', exported)['unminified/script'] ?? {};
  assert.match(message ?? '', /^\d+ lines of readable JavaScript beside long ones: lines \d+ to \d+$/);
  assert.match(help ?? '', /tsc and Babel never minify/);
});

test('a loader with one long list is no half-minified file', () => {
  const parts = times(
    8,
    (n) => `["shop-panel-${n}",[[1,"shop-panel-${n}",{"limit":[1,"list-limit"],"isOpen":[4,"is-open"]}]]],`,
  );
  const text = `import { p as promiseResolve, b as bootstrapLazy } from './index.js';\n\nconst patchPage = () => {\n  return promiseResolve();\n};\n\nconst defineElements = (page, options) => {\n  if (typeof window === 'undefined') return Promise.resolve();\n  return patchPage().then(() => {\n  return bootstrapLazy([${parts}], options);\n  });\n};\n\nexport { defineElements };\n`;
  assert.match(told('dist/loader.js', text)['unminified/script']?.message ?? '', /^11 lines of readable/);
});

test('tables of numbers on long lines are not taken for encoded code', () => {
  const rows = times(12, (n) => `  "row${n}": [${times(200, (i) => `${1000 + n * 200 + i}, `)}0],\n`);
  const found = told('dist/tables.js', `module.exports = {\n${rows}};\n`);
  assert.deepEqual(Object.keys(found), ['unminified/script']);
});

test('white space is told of what is beside strings where these are most of it', () => {
  const words = times(60, (n) => `  label${n}: 'Open the invoice of the customer number ${n} once more',\n`);
  const text = `// Words for the ledger.\nexport const words = {\n${words}};\nexport function label(key, number) {\n  const word = words[key];\n  if (!word) throw new Error(key);\n  return number > 1 ? word.replace('invoice', 'invoices') : word;\n}\n`;
  assert.match(
    told('dist/a.js', text)['unminified/script']?.message ?? '',
    /: \d\d % of it is strings and \d\d % of the rest white space/,
  );
});

test('a minified file with a readable banner is one', () => {
  const { message, help } =
    told('dist/a.js', `${times(2, readableModule)}\n${times(300, minifiedModule)}`)['unminified/script'] ??
    {};
  assert.match(message ?? '', /in a minified file: lines 1 to \d+$/);
  assert.match(help ?? '', /went round the minifier/);
});

for (const [path, text, help] of [
  ['dist/index.mjs', readableModule(), /Vite in library mode/],
  ['dist/index.cjs', readableModule(), /tsc and Babel never minify/],
  ['dist/index.cjs', times(100, minifiedModule) + readableModule(), /went round the minifier/],
  [
    'dist/worker.js',
    `${times(9, minifiedModule)}run(${JSON.stringify(times(2, readableModule))})`,
    /before it becomes a string/,
  ],
  [
    'dist/chunk.js',
    `${times(9, minifiedModule)}eval(${JSON.stringify(`${readableModule()}//# sourceURL=webpack://app/./src/a.js`)})`,
    /mode 'production'/,
  ],
  ['dist/old.js', `${times(9, minifiedModule)}\n/*\n${times(2, readableModule)}*/`, /drop comments/],
] as const) {
  test(`the help for ${path} tells ${help.source}`, () => {
    assert.match(told(path, text)['unminified/script']?.help ?? '', help);
  });
}

test('quiet: the page of a report, of which the record in it is told', () => {
  const report = visualizerPage().replace('const run = () => {};', readableModule());
  assert.deepEqual(told('dist/stats.html', report), {});
  assert.deepEqual(Object.keys(told('dist/a.html', page(readableModule()))), ['unminified/script']);
});

test('quiet: the texts in a map object, which is told as a map', () => {
  const map = (sourcesContent: readonly string[]) =>
    `export default ${JSON.stringify({ version: 3, sources: ['a.ts'], sourcesContent, mappings: 'AAAA' })};\n`;
  const text = times(4, readableModule);
  assert.deepEqual(told('dist/map.js', map([text])), {});
  const elsewhere = `${map([])}export const source = ${JSON.stringify(text)};\n`;
  assert.deepEqual(Object.keys(told('dist/map.js', elsewhere)), ['unminified/script']);
});

test('what Istanbul brings to a report is not the publisher’s, and a file of that name elsewhere is', () => {
  const names = ['base.css', 'block-navigation.js', 'prettify.css', 'prettify.js', 'sorter.js', 'index.html'];
  const files = new Map(names.map((name) => [`coverage/${name}`, 5000]));
  files.set('src/sorter.js', 5000);
  const settled = rule.settle!(packageOf([], { files }));
  const told = [...files.keys()].filter((path) => settled({ path, message: '' }) !== undefined);
  assert.deepEqual(told, ['coverage/index.html', 'src/sorter.js']);
});

test('a map that is exported from a laid-out module is told as that map alone', () => {
  const map = JSON.stringify(
    { version: 3, sources: ['a.ts'], sourcesContent: [readableModule()], names: [], mappings: 'AAAA' },
    null,
    2,
  );
  assert.deepEqual(told('dist/map.js', `export default ${map};\n`), {});
  assert.deepEqual(Object.keys(told('dist/map.js', `export default ${map};\n${readableModule()}`)), [
    'unminified/script',
  ]);
});

const long = times(4, readableModule);
/** A source as a text in JSON. */
const inJson = (source: string, space?: number) =>
  JSON.stringify({ version: 1, files: [{ path: 'src/ledger.js', content: source }] }, null, space);
/** Of more lines than an example has. */
const file = long.repeat(Math.ceil(400 / long.split('\n').length));
const listOfLines = JSON.stringify(long.split('\n'), null, 2);

for (const [what, path, text, said] of [
  ['JSON', 'dist/files.json', inJson(long), /^\d+ lines of readable JavaScript in data: line 1, in a string/],
  ['JSON that is laid out', 'a.json', inJson(long, 2), /in data: line 6, in a string/],
  ['JSON under another name', 'dist/chunk.dat', inJson(long), /in data/],
  [
    'TypeScript in JSON',
    'a.json',
    inJson(
      times(
        12,
        (n) =>
          `export function add${n}(first: number, second: number): number {\n  const sum: number = first + second;\n  return sum;\n}\n`,
      ),
    ),
    /readable TypeScript in data/,
  ],
  [
    'JSON with as many as a project has',
    'a.json',
    JSON.stringify(
      Object.fromEntries(
        times(30, (n) => `src/${n}.js|`)
          .split('|')
          .map((path) => [path, long]),
      ),
    ),
    /and \d+ more parts/,
  ],
  ['JSON, called an example', 'a.json', JSON.stringify({ example: file }), /in data/],
  [
    'JSON behind more and longer examples than are kept',
    'a.json',
    JSON.stringify({ examples: Array.from({ length: 70 }, () => `${long}${long}`), files: [long] }),
    /in data/,
  ],
  ['a list of packages', 'a.json', JSON.stringify({ swagger: '2.2.1', openapi: '3.1', a: long }), /in data/],
  ['a description of an API', 'a.json', JSON.stringify({ openapi: '3.1.0', 'x-code': file }), /in data/],
  ['JSON below a licence', 'a.json', inJson(`/* Copyright of\n   Acme */\n${long}`), /in data/],
] as const) {
  test(`stops sources in ${what}`, () => {
    const [sighting, ...others] = sight(rule, path, text);
    assert.match(sighting?.message ?? '', said);
    assert.deepEqual(others, []);
  });
}

for (const [what, path, text] of [
  ['minified code in JSON', 'a.json', inJson(minifiedModule())],
  ['documentation that quotes code', 'a.json', inJson(`# Ledger\n\nText.\n\n\`\`\`js\n${long}\`\`\`\n`)],
  ['an answer with code in it', 'a.json', inJson(`Sure:\n\n${long}\n\nThat is all.\n`)],
  ['a page that begins with a sentence', 'a.json', inJson(`Call it as follows, once a day.\n\n${long}`)],
  ['a page of reStructuredText', 'a.json', inJson(`Ledger\n======\n\n.. code-block:: js\n\n${long}`)],
  ['a page of AsciiDoc', 'a.json', inJson(`= Ledger\n\n[source,javascript]\n----\n${long}----\n`)],
  ['a heading with indented code', 'a.json', inJson(`## Ledger\n\n${long.replaceAll(/^/gm, '    ')}`)],
  ['a page in Chinese', 'a.json', inJson(`使用方法\n\n${long}`)],
  [
    'messages in several lines',
    'a.json',
    JSON.stringify(
      Array.from({ length: 40 }, (_, n) => `Line ${n}\n\nof a text\n\nabout return and if (this)\n\n`),
    ),
  ],
  ['a list of lines', 'a.json', listOfLines],
  [
    'laid-out numbers',
    'a.json',
    JSON.stringify(
      Array.from({ length: 400 }, (_, n) => ({ n, half: n / 2, text: 'a\nb' })),
      null,
      2,
    ),
  ],
  ['an example', 'a.json', JSON.stringify({ example: long })],
  ['a script in an example', 'a.json', JSON.stringify({ example: `run(\`\n${long}\`);\n` })],
  ['a description of an API', 'a.json', JSON.stringify({ swagger: '2.0', 'x-code': long })],
  [
    'a short example',
    'a.json',
    inJson('const a = 1;\nconst b = 2;\nconst c = a + b;\nconsole.log(c);\n\n\n'),
  ],
] as const) {
  test(`leaves ${what} alone in data`, () => assert.deepEqual(sight(rule, path, text), []));
}

test('tells a source in a map or a record as that alone', () => {
  const map = mapText({ sourcesContent: [long, long] });
  assert.deepEqual(sight(rule, 'a.map', map), []);
  const lint = [{ filePath: '/srv/a.js', messages: [], errorCount: 1, source: long }];
  assert.deepEqual(sight(rule, 'eslint.json', JSON.stringify(lint)), []);
});
