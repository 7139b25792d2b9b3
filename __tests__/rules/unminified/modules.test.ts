import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sighting } from '../../../src/rules/rule.ts';
import { bundled } from '../../tools/bundlers.ts';
import { factsOf } from '../facts.ts';
import { minifiedModule, readableModule, times } from './samples.ts';
import { told } from './told.ts';

// Whose code is readable, by the marks that bundlers leave. Runs webpack 13 times, esbuild and Bun: 8 s.

const library = {
  'node_modules/invoices/package.json':
    '{"name":"invoices","version":"1.0.0","type":"module","main":"index.js"}',
  'node_modules/invoices/index.js': readableModule(9),
  'node_modules/@acme/rates/package.json':
    '{"name":"@acme/rates","version":"1.0.0","type":"module","main":"index.js"}',
  'node_modules/@acme/rates/index.js': readableModule(8),
};
const own = {
  ...library,
  'src/index.js': `import { InvoiceLedger0 } from './ledger/engine.js';\nimport { InvoiceLedger9 } from 'invoices';\nglobalThis.a = [InvoiceLedger0, InvoiceLedger9];\n`,
  'src/ledger/engine.js': readableModule(0) + readableModule(1),
};
const vendor = { ...library, 'src/index.js': "export * from 'invoices';\n" };
const scoped = { ...library, 'src/index.js': "export * from '@acme/rates';\n" };

const told1 = (text: string): Sighting | undefined => told('dist/a.js', text)['unminified/script'];
const development = { mode: 'development', devtool: false };

for (const [bundler, options] of [
  ['esbuild', {}],
  ['esbuild', { format: 'iife' }],
  ['esbuild', { format: 'cjs' }],
  ['bun', {}],
  ['webpack', development],
  ['webpack', { mode: 'production', devtool: false, optimization: { minimize: false } }],
  ['webpack', { mode: 'development' }],
  ['webpack', { mode: 'development', devtool: 'eval-source-map' }],
  ['webpack', { mode: 'development', devtool: 'eval-cheap-source-map' }],
  ['webpack', { mode: 'development', devtool: 'eval-nosources-cheap-source-map' }],
] as const) {
  test(`${bundler} ${JSON.stringify(options)}: own modules and libraries are told apart`, async () => {
    const sighting = told1(await bundled(bundler, own, options));
    assert.match(sighting?.message ?? '', /src\/ledger\/engine\.js/);
    assert.match(sighting?.message ?? '', /the library invoices/);
    assert.equal(sighting?.variant, undefined);
  });
}

/** Own code that a loader reads: webpack names the loader with it. */
const loaded = {
  ...library,
  'node_modules/reader/package.json': '{"name":"reader","version":"1.0.0","main":"index.js"}',
  'node_modules/reader/index.js': 'module.exports = (text) => text;\n',
  'src/index.js': `import { InvoiceLedger0 } from '!!reader?{"a":1}!reader!./ledger/engine.js';\nimport { InvoiceLedger9 } from 'invoices';\nglobalThis.a = [InvoiceLedger0, InvoiceLedger9];\n`,
  'src/ledger/engine.js': readableModule(0) + readableModule(1),
};
for (const options of [
  development,
  { mode: 'production', devtool: false, optimization: { minimize: false } },
  { mode: 'development', devtool: 'eval' },
  { mode: 'development', devtool: 'eval-nosources-cheap-source-map' },
]) {
  test(`webpack ${JSON.stringify(options)}: what a loader reads is not the loader's`, async () => {
    const sighting = told1(await bundled('webpack', loaded, options));
    assert.match(sighting?.message ?? '', /src\/ledger\/engine\.js/);
    assert.doesNotMatch(sighting?.message ?? '', /reader/);
    assert.equal(sighting?.variant, undefined);
  });
}

test('modules that webpack hands to eval count, however small the file round them', async () => {
  const text = await bundled('webpack', own, { mode: 'production', devtool: 'eval' });
  assert.match(told1(text)?.message ?? '', /^\d\d lines .* in a string \(src\/index\.js/);
});

for (const bundler of ['esbuild', 'bun'] as const) {
  test(`${bundler}: nothing but public libraries is milder, a package with a scope is not`, async () => {
    const public_ = told1(await bundled(bundler, vendor));
    assert.equal(public_?.variant, 'library');
    assert.equal(public_?.exposes, undefined);
    assert.deepEqual(public_?.evidence?.libraries, ['invoices']);
    assert.equal(told1(await bundled(bundler, scoped))?.variant, undefined);
  });
}

for (const [bundler, options] of [
  ['esbuild', { minify: true }],
  ['webpack', { mode: 'production' }],
] as const) {
  test(`quiet: ${bundler}, minified`, async () => {
    assert.equal(told1(await bundled(bundler, own, options)), undefined);
  });
}

const bare = (text: string): string => text.replaceAll('export ', '');

/** As browserify (`--fullpaths`) and Parcel 1 write modules. */
const browserified = (name: string, text: string) =>
  `"${name}":[function(require,module,exports){\n${text.replaceAll('export ', '')}\n},{"./rates":"/app/src/rates.js"}]`;

test('browserify: own modules and libraries are told apart', () => {
  const modules = [
    browserified('/app/src/ledger/engine.js', times(2, readableModule)),
    browserified('/app/node_modules/invoices/index.js', readableModule(9)),
  ];
  const sighting = told1(
    `(function(){return r})()({${modules.join(',')}},{},["/app/src/ledger/engine.js"]);`,
  );
  assert.match(sighting?.message ?? '', /src\/ledger\/engine\.js, beside the library invoices/);
});

/** How bundlers round a minified bundle call a module in it that can be read. */
const marked: Record<string, (name: string, text: string) => string> = {
  'Metro, in development': (name, text) => `__d(function(g,r,i,a,m,e,d){${text}},7,[1,2],"${name}");\n`,
  'webpack 4': (name, text) => `x={"./${name}":function(e,t,n){"use strict";${text}},`,
  webpack: (name, text) => `x={"./${name}":e=>{${text}},`,
  'webpack, by the loader of components': (name, text) =>
    `x={"./node_modules/reader/index.js??a!./${name}?vue&type=script&lang=js":e=>{${text}},`,
  Turbopack: (name, text) => `a=["[project]/${name} [app-client] (ecmascript)",(e=>{${text}}),`,
  AMD: (name, text) => `define("${name.replace(/\.js$/, '')}",["a"],function(e){${text}});`,
};
for (const [bundler, mark] of Object.entries(marked)) {
  test(`${bundler}: own modules and libraries in a minified bundle are told apart`, () => {
    const bundle = (name: string) =>
      `var a=1;${times(8, (n) => mark(`node_modules/b/${n}.js`, bare(minifiedModule(n))))}\n` +
      mark(name, bare(times(3, readableModule))) +
      times(8, (n) => mark(`src/b/${n}.js`, bare(minifiedModule(n))));
    const own = told1(bundle('src/ledger/engine.js'));
    assert.match(
      own?.message ?? '',
      /in a minified file: .* \(src\/ledger\/engine(?:\.js)?\)|\(\.\/src\/ledger\/engine\.js\)/,
    );
    assert.equal(own?.variant, undefined);
    assert.equal(told1(bundle('node_modules/invoices/index.js'))?.variant, 'library');
  });
}

test('a call with a function is no module of Metro where no name follows: the module round it goes on', () => {
  const half = bare(times(2, readableModule));
  const text = `// node_modules/a/index.js\n${bare(readableModule(7))}// src/ledger/engine.js\n${half}run(function () {\n${half}}, 7);\n`;
  const [part, whole] = [`// src/ledger/engine.js\n${half}`, text].map(
    (code) => factsOf('a.js', code).text!.script!,
  );
  assert.deepEqual(
    whole!.modules.map(({ name }) => name),
    ['node_modules/a/index.js', 'src/ledger/engine.js'],
  );
  assert.ok(whole!.modules[1]!.codeBytes > 1.9 * part!.modules[0]!.codeBytes);
});

const host = times(40, minifiedModule);
const mark = '// node_modules/invoices/index.js\n';
const plainModule = (n = 0) => readableModule(n).replace('export ', '');
for (const [what, text, variant] of [
  ['a library in a minified file', `${host}\n${mark}${times(3, readableModule)}`, 'library'],
  [
    'as Rolldown marks it',
    `${host}\n//#region node_modules/.pnpm/invoices@1.0.0/node_modules/invoices/index.js\n${times(3, readableModule)}//#endregion\n`,
    'library',
  ],
  [
    'as webpack marks it',
    `${host}({\n\n/***/ "./node_modules/invoices/index.js":\n/***/ ((module) => {\n${times(3, readableModule)}/***/ })\n})`,
    'library',
  ],
  [
    'an own component behind it, with its loaders',
    `${host}\n${mark}${times(3, readableModule)};// ./node_modules/read/index.js??a.use[0]!./node_modules/parts/${'lib/'.repeat(50)}index.js??b!./src/Ledger.vue?vue&type=template&id=7ba5bd90&scoped=true\n${times(3, readableModule)}`,
    undefined,
  ],
  ['with a licence', `${mark}/*! invoices v1.0.0 | MIT */\n${times(3, readableModule)}`, 'library'],
  ['a library in a string', `${host}\nwork(${JSON.stringify(`${mark}${times(3, plainModule)}`)})`, 'library'],
  [
    'a library and an own module in a string',
    `${host}\nwork(${JSON.stringify(`//#region node_modules/invoices/index.js\n${plainModule()}//#endregion\n//#region ../ledger/src/worker.ts\n${times(3, plainModule)}//#endregion`)})`,
    undefined,
  ],
  [
    'a library and an own module behind a hundred others, in a string',
    `${host}\nwork(${JSON.stringify(`${times(100, (n) => `// node_modules/invoices-${n}/index.js\nvar rate${n} = ${n};\n`)}// src/worker.js\n${times(3, plainModule)}`)})`,
    undefined,
  ],
  // What follows may be anybody's.
  [
    'a library and what Rolldown put behind',
    `//#region node_modules/invoices/index.js\n${readableModule()}//#endregion\n${times(3, readableModule)}`,
    undefined,
  ],
  ['a library and code before it', `${times(6, readableModule)}${mark}${readableModule()}`, undefined],
  [
    'a library and an own module',
    `${mark}${readableModule()}// src/a.js\n${times(3, readableModule)}`,
    undefined,
  ],
  ['a banner alone', `/*! invoices v1.0.0 | MIT */\n${times(3, readableModule)}`, undefined],
  ['a path in a string', `a("node_modules/invoices/index.js");\n${times(3, readableModule)}`, undefined],
  ['a path in prose', `// see node_modules/invoices/index.js\n${times(3, readableModule)}`, undefined],
] as const) {
  test(`${what} is ${variant === undefined ? "the publisher's" : 'a library'}`, () => {
    assert.ok(told1(text));
    assert.equal(told1(text)?.variant, variant);
  });
}

for (const [path, variant] of [
  ['node_modules/invoices/index.js', 'library'],
  ['dist/node_modules/.pnpm/invoices@1.0.0/node_modules/invoices/index.js', 'library'],
  ['node_modules/@acme/rates/index.js', undefined],
  ['node_modules/.pnpm/index.js', undefined],
  ['dist/vendor/invoices.js', undefined],
] as const) {
  test(`${path} is ${variant === undefined ? "the publisher's" : 'a library'}`, () => {
    assert.equal(told(path, times(3, readableModule))['unminified/script']?.variant, variant);
    assert.equal(
      told(path.replace(/js$/, 'css'), '.a {\n  color: red;\n}\n'.repeat(30))['unminified/style']?.variant,
      variant,
    );
    assert.equal(
      told(path.replace(/js$/, 'ts'), times(3, readableModule))['unminified/source']?.variant,
      variant,
    );
  });
}
