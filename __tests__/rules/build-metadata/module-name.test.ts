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
  'eval of webpack with a name and what was joined': [
    "eval('x\\n//# sourceURL=webpack://acme/./src/index.ts_+_3_modules?')",
    'webpack://acme/./src/index.ts',
  ],
  'regions of Rolldown': ['//#region src/rates.ts\nx\n//#endregion\n', 'src/rates.ts'],
  'components of Vue': ['e(a,[["render",r],["__file","src/App.vue"]])', 'src/App.vue'],
  'older components of Vue': ['a.options.__file="src/App.vue"', 'src/App.vue'],
};
const clean: Record<string, string> = {
  'a region of an editor': '//#region Private methods\nx()\n//#endregion',
  'files of others': '//#region node_modules/a/index.js\nx\n//#region \0rolldown/runtime.js\n',
  'a banner of others': '/*!***!*\\\n  !*** ./node_modules/a/b.js ***!\n  \\***/',
  'numbered modules': 'eval("x//# sourceURL=webpack-internal:///185\\n")',
  'code that writes banners':
    'out.push(`/*!${stars}!*\\\\\\n  !*** ${name} ***!\\n`);b="//# sourceURL=webpack-internal:///"+id',
  'code that looks for a file': 'const f=options.__file||c.__file;if(f)x({file:f})',
  'minified code': 'var a=1;export{a}',
};

for (const [name, [content, own]] of Object.entries(leaking)) {
  test(`tells ${name}`, () => {
    assert.deepEqual(sight(rule, 'a.js', content)[0]?.evidence?.firstSources, [own]);
  });
}
for (const [name, content] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, 'a.js', content), []));
}

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
