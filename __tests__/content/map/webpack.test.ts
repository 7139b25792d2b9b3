import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from '../../tools/bundlers.ts';
import { lookInside } from '../inside.ts';

// Some 20 builds of two files, a tenth of a second each.
const FILES = {
  'src/index.js': "import { rate } from './rates.js';\n\nconsole.log(rate(42));\n",
  'src/rates.js': 'export function rate(amount) {\n  return amount * 1.17;\n}\n',
};

/** With these before them the map stands in the bundle, in each module or for all of it; else it is a file of its own. */
const INSIDE = ['eval-', 'inline-'];
const KINDS = [
  'source-map',
  'cheap-source-map',
  'cheap-module-source-map',
  'nosources-source-map',
  'nosources-cheap-source-map',
  'nosources-cheap-module-source-map',
];

async function told(devtool: string | false, mode: string) {
  const bundle = await bundled('webpack', FILES, { devtool, mode });
  const { maps, traces, references } = lookInside('bundle.js', Buffer.from(bundle)).own;
  const facts = maps.map((map) => map.facts);
  const paths = new Set(facts.flatMap(({ sources }) => sources.filter(({ firstParty }) => firstParty)));
  return {
    paths: [
      ...new Set(
        [...paths].map(({ path }) =>
          path.replace(/^.*\/src\/|\?\w+$/g, (part) => (part.startsWith('?') ? '' : 'src/')),
        ),
      ),
    ].sort(),
    texts: facts.reduce((sum, { embedded }) => sum + embedded, 0),
    banners: traces?.modules?.firstParty ?? 0,
    references: references.length,
  };
}

for (const form of INSIDE) {
  for (const kind of KINDS) {
    test(`finds the maps that webpack writes with devtool ${form}${kind}`, async () => {
      const { paths, texts } = await told(form + kind, 'development');
      assert.deepEqual(paths, ['src/index.js', 'src/rates.js']);
      if (kind.startsWith('nosources')) assert.equal(texts, 0);
      else assert.ok(texts >= 2);
    });
  }
}

test('finds what webpack names in a bundle whose map is a file of its own, or which has none', async () => {
  const expected: Record<string, [banners: boolean, references: number]> = {
    eval: [true, 0],
    'source-map': [false, 1],
    'cheap-module-source-map': [false, 1],
    'hidden-source-map': [false, 0],
    'hidden-nosources-source-map': [false, 0],
    'nosources-source-map': [false, 1],
  };
  for (const [devtool, [named, references]] of Object.entries(expected)) {
    const found = await told(devtool, devtool === 'eval' ? 'development' : 'production');
    assert.deepEqual([found.paths, found.banners > 0, found.references], [[], named, references], devtool);
  }
  assert.deepEqual(await told(false, 'production'), { paths: [], texts: 0, banners: 0, references: 0 });
});
