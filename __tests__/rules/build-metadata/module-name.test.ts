// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are templates themselves
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/build-metadata/module-name.ts';
import { sight } from '../facts.ts';
import { dataUrl, mapText } from '../source-map/maps.ts';

/** Text to the original files that are named. */
const leaking: Record<string, [content: string, own: string]> = {
  'banners of webpack': [
    '/***/ "./src/rates.ts":\n/*!***********************!*\\\n  !*** ./src/rates.ts ***!\n  \\***********************/\n',
    './src/rates.ts',
  ],
  'a banner with loaders and what was joined': ['  !*** ./src/index.ts + 3 modules ***!\n', './src/index.ts'],
  'eval of webpack': [
    'eval("x\\n//# sourceURL=webpack-internal:///./src/rates.ts?\\n")',
    'webpack-internal:///./src/rates.ts',
  ],
  'eval of webpack, with loaders': [
    'eval("x\\n//# sourceURL=webpack-internal:///./node_modules/read/index.js??a-1.use[0]!./src/rates.vue?vue&type=script&lang=js\\n")',
    'webpack-internal:///./src/rates.vue',
  ],
  'eval of webpack, with loaders behind': [
    'eval("x\\n//# sourceURL=webpack:///./src/rates.vue?./node_modules/cache/cjs.js??ref--1-0!./node_modules/read/lib\\n")',
    'webpack:///./src/rates.vue',
  ],
  'a banner of a component': [
    '  !*** ./node_modules/read/index.js??a-1.use[0]!./src/rates.vue?vue&type=script&lang=js ***!\n',
    './src/rates.vue',
  ],
  'a banner of a part of one': [
    '  !*** ./src/rates.vue?vue&type=template&id=7ba5bd90 ***!\n',
    './src/rates.vue',
  ],
  'eval of webpack with a name and what was joined': [
    "eval('x\\n//# sourceURL=webpack://acme/./src/index.ts_+_3_modules?')",
    'webpack://acme/./src/index.ts',
  ],
  'regions of Rolldown': ['//#region src/rates.ts\nx\n//#endregion\n', 'src/rates.ts'],
  'components of Vue': ['e(a,[["render",r],["__file","src/App.vue"]])', 'src/App.vue'],
  'older components of Vue': ['a.options.__file="src/App.vue"', 'src/App.vue'],
  'comments of esbuild': [
    '// src/rates.ts\nvar rate = 1;\n\n// src/index.ts\nconsole.log(rate, rate + 1);\n',
    'src/rates.ts src/index.ts',
  ],
  'a comment of esbuild beside libraries': [
    '// node_modules/a/b.js\nvar a = 1;\n\n// src/index.ts\nconsole.log(a, a + 1);\n',
    'src/index.ts',
  ],
  'comments of esbuild in a function': [
    '"use strict";\nvar desk = (() => {\n  // src/rates.ts\n  var rate = 1;\n\n  // src/index.ts\n  console.log(rate);\n})();\n',
    'src/rates.ts src/index.ts',
  ],
  'comments of esbuild with a file beside the folder': [
    '// src/rates.ts\nvar rate = 1;\n\n// entry.ts\nconsole.log(rate);\n',
    'src/rates.ts entry.ts',
  ],
  'comments of webpack behind code without a semicolon': [
    '// CONCATENATED MODULE: ./src/a.js\nconst a = f()\n// CONCATENATED MODULE: ./src/b.js\nconst b = g()\n',
    './src/a.js ./src/b.js',
  ],
  'modules that esbuild wraps': [
    'var a = c({\n  "src/rates.js"(exports) {\n    exports.a = 1;\n  }\n});\nvar b = c({\n  "src/b.js"(exports) {\n    exports.b = 1;\n  }\n});',
    'src/rates.js src/b.js',
  ],
  'modules of webpack, minified, called by their paths': [
    `(()=>{var e={"./src/rates.js":(e,t,n)=>{n("./src/b.ts")},"./src/b.ts":function(e,t){"use strict";t.b=1},"./src/c.js":e=>{e.exports=2},"./src/d.js"(e,t){t.d=3},"./node_modules/a/b.js":e=>{}};e[0]()})();`,
    './src/rates.js ./src/b.ts ./src/c.js ./src/d.js',
  ],
  'modules of Metro, minified for development': [
    `var __DEV__=!0;!function(e){e.__r=1}(this);\n__d(function(g,r,i,a,m,e,d){r(d[0]);var o=g.x("a","b.js")},0,[1,2],"index.js");\n__d(function(g,r){r.b=1},1,[],"src/app/Login.tsx");\n__d(function(g,r){r.c=1},2,{"0":3,"paths":{}},"node_modules/react/index.js");\n__r(0);`,
    'index.js src/app/Login.tsx',
  ],
  'modules of AMD': [
    'define("app/rates",["jquery"],function(e){return e.a});define("app/login",["app/rates"],function(e){return e.b});define("jquery",[],function(){});',
    'app/rates app/login',
  ],
  'modules of AMD, with a style sheet': [
    'define("app/board.css",[],function(){return".a{}"});define("app/rates",["jquery"],function(e){return e.a});',
    'app/board.css app/rates',
  ],
  'imports of browserify, minified': [
    `!function e(t,n,r){throw new Error("Cannot find module '"+o+"'")}({1:[function(e,t,n){e("./lib/rates")},{"./lib/rates":2,events:9}],2:[function(e,t,n){},{"./lib/rates":2,"events":3}]},{},[1]);`,
    './lib/rates',
  ],
  'imports of Parcel': [
    `(function(){var err=new Error("Cannot find module '" + name + "'")})({"kS06O":[function(require,module,exports) {\n},{"./rates":"7xZ2a","@parcel/transformer-js/src/esmodule-helpers.js":"gkKU3"}]});`,
    './rates',
  ],
};
const clean: Record<string, string> = {
  'names over the entries of an object':
    'export default {\n  // Options.jsx\n  title: "Options",\n  // Sidebar.jsx\n  open: "Open",\n  // parts/Row.jsx\n  row: "Row",\n};\n',
  'names over parts of a table':
    'export default {\n  // pages/Options.jsx\n  options: {\n    // pages/Row.jsx\n    title: "Options",\n  },\n  // pages/Side.jsx\n  side: [\n    // pages/List.tsx\n    1,\n  ],\n};\n',
  'names over arguments': 'f(\n  // src/a.js\n  1,\n  // src/b.js\n  2,\n);\n',
  'names behind code': 'let first = 1; // src/a.js\nlet second = 2; // src/b.js\n',
  'names of files without a folder':
    '// Options.jsx\nexport const options = { title: "Options" };\n\n// Sidebar.jsx\nexport const side = { open: "Open" };\n',
  'a region of an editor': '//#region Private methods\nx()\n//#endregion',
  'files of others': '//#region node_modules/a/index.js\nx\n//#region \0rolldown/runtime.js\n',
  'a banner of others': '/*!***!*\\\n  !*** ./node_modules/a/b.js ***!\n  \\***/',
  'modules of Metro for production':
    'var __DEV__=!1;__d(function(g,r,i,a,m,e,d){r(d[0])},0,[1,2]);\n__d(function(g,r){r.b=1},1,[]);\n__r(0);',
  'files that a program asks for': 'load("a","src/a.js");load("b","src/b.js");f(function(){},"src/c.js")',
  'a table of handlers without a folder': 'var e={"a.js":e=>1,"b.js":function(){},"c.js"(){}};',
  'one module of a library that was bundled before':
    'var a=c({"node_modules/a/b.js"(e,t){t.a=1},"node_modules/c/d.js"(e){e.d=1}}),b=c({"src/grammar/tag.js"(e,t){function r(a,l){function c(){this.constructor=a}c.prototype=l.prototype,a.prototype=new c}t.b=r}});',
  'values for files': 'var e={"src/a.js":f,"src/b.js":"c","src/d.js":[1],"src/e.js":e.f};',
  'a library that AMD knows by its name':
    '!function(e){"function"==typeof define&&define.amd?define("acme/rates",[],e):e()}(function(){});define("acme",[],f)',
  "a banner of others' parts, with loaders":
    '/*!***!*\\\n  !*** ./node_modules/read/index.js??a!./node_modules/a/b.vue?vue&type=script ***!\n  \\***/',
  'numbered modules': 'eval("x//# sourceURL=webpack-internal:///185\\n")',
  'code that writes banners':
    'out.push(`/*!${stars}!*\\\\\\n  !*** ${name} ***!\\n`);b="//# sourceURL=webpack-internal:///"+id',
  'code that looks for a file': 'const f=options.__file||c.__file;if(f)x({file:f})',
  'minified code': 'var a=1;export{a}',
  'the name that an author wrote over a file': '// src/lib/a.js\nexport const a = 1;\n',
  'a licence':
    '/* bootstrap/button.css v1.2.3 | MIT */\n// Copyright (c) Acme. See LICENSE.md\nexport const a = 1;\n',
  'ordinary comments':
    '// see src/a.ts for more\nlet a = 1;\n// Node.js\nlet b = 2;\n// https://example.com/a.js\nlet c = 3;',
  'a table by numbers': 'throw Error("Cannot find module \'"+a);x({a:1},{"a/b":2,"c":3})',
  'only libraries of others': '// node_modules/a/b.js\nvar a = 1;\n\n// node_modules/b/c.js\nvar b = 1;\n',
};

for (const [name, [content, own]] of Object.entries(leaking)) {
  test(`tells ${name}`, () => {
    assert.deepEqual(sight(rule, 'a.js', content)[0]?.evidence?.firstSources, own.split(' '));
  });
}
for (const [name, content] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, 'a.js', content), []));
}

test('tells style sheets that were joined, and not the name over one', () => {
  const sheets = '/* src/a.css */\na{b:c}\n\n/* src/parts/b.css */\nd{e:f}\n';
  const [sighting] = sight(rule, 'a.css', sheets);
  assert.deepEqual(sighting?.evidence?.firstSources, ['src/a.css', 'src/parts/b.css']);
  assert.deepEqual(sight(rule, 'a.css', '/* src/a.css */\na{b:c}\n/* a/b */ /* see c/d.css */\n'), []);
});

test('says how many files are named, each once', () => {
  const [sighting] = sight(rule, 'a.js', '//#region src/a.ts\n//#region src/b.ts\n//#region src/a.ts\n');
  assert.equal(
    sighting?.message,
    'This file names 2 original files beside the code that was built from them, such as src/a.ts.',
  );
});

test('is quiet where a map in the same file tells more', () => {
  const text = `//#region src/a.ts\nx\n//# sourceMappingURL=${dataUrl(mapText())}\n`;
  assert.deepEqual(sight(rule, 'a.js', text), []);
});

test('what no option leaves out is only noted', () => {
  for (const [what, [content]] of Object.entries(leaking)) {
    const [sighting] = sight(rule, 'dist/a.js', content);
    assert.equal(sighting?.variant, /^imports of|AMD/.test(what) ? 'imports' : undefined, what);
  }
});

test('notes what modules of a bundled library import each other by, beside modules of others', () => {
  const library = `a(function(){throw new Error("Cannot find module '"+o+"'")},{1:[function(r,n,i){r("./similar")},{"./similar":2}],2:[function(r,n){},{}]});`;
  const [sighting] = sight(
    rule,
    'a.js',
    `${library}\nx={"node_modules/a/b.js"(e){},"node_modules/c/d.js"(e){}};`,
  );
  assert.equal(sighting?.variant, 'imports');
});
