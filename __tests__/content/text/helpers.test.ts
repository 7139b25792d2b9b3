import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { withoutHelpers } from '../../../src/content/text/helpers.ts';
import { factsOf } from '../../rules/facts.ts';

const MODULES: Record<string, string> = {
  'entry.js': "import * as all from './all.js'; import common from './common.js'; console.log(all, common)",
  'other.js': "import * as own from './own.js'; import ferry from './ferry.js'; console.log(own, ferry)",
  'all.js': 'export const rate = 1; export const fee = 2;',
  'own.js': 'export const rate = 3; export const fee = 4;',
  'common.js': 'exports.tide = 3; exports.crane = 4;',
  'ferry.js': 'exports.tide = 5; exports.crane = 6;',
};

/** What the real esbuild makes of modules, each output by its name. */
async function bundle(options: object): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['entry.js', 'other.js'],
    bundle: true,
    write: false,
    outdir: 'out',
    logLevel: 'error',
    plugins: [
      {
        name: 'made-up',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /./ }, ({ path }) => ({ path: path.replace('./', ''), namespace: 'made' }));
          onLoad({ filter: /./, namespace: 'made' }, ({ path }) => ({ contents: MODULES[path]! }));
        },
      },
    ],
    ...options,
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/.*\//, ''), text]));
}

for (const [name, options] of Object.entries({
  'as they are': {},
  'without white space': { minifyWhitespace: true, minifySyntax: true },
})) {
  test(`knows a chunk of nothing but helpers ${name}`, async () => {
    const outputs = await bundle({ splitting: true, format: 'esm', ...options });
    const shims = [...outputs].filter(([path, text]) => factsOf(path, text).text?.shim).map(([path]) => path);
    const helpers = [...outputs].filter(
      ([, text]) => text.includes('defineProperty') && !/tide|rate/.test(text),
    );
    assert.ok(helpers.length > 0);
    for (const [path] of helpers) assert.ok(shims.includes(path), path);
    assert.ok(!shims.includes('entry.js'));
  });
}

test('leaves what is no helper', () => {
  const helper = 'var __defProp=Object.defineProperty;var __name=(a,b)=>__defProp(a,"name",{value:b});';
  assert.equal(withoutHelpers(helper), '');
  assert.equal(withoutHelpers(`${helper}var price=2;`), 'var price=2;');
  assert.equal(withoutHelpers(`${helper}var __name=1,price=2;`), 'var __name=1,price=2;');
  assert.equal(withoutHelpers(`var __defProp=${'a+'.repeat(900)}1`)?.length, 1815);
  assert.equal(withoutHelpers('var price=2;'), undefined);
  assert.equal(
    withoutHelpers(`${helper}__export(a_exports,{b:()=>c});module.exports=__toCommonJS(a_exports);`),
    '',
  );
  assert.equal(withoutHelpers(`${helper}__export(a,{b:()=>c()})`), '__export(a,{b:()=>c()})');
});
