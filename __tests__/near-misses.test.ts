import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES } from '../src/rules/index.ts';
import { factsOf } from './rules/facts.ts';
import { ROOT } from './tools/install.ts';

/** Code of bundlers and compilers, full of the words that lead to maps and records. It is here anyway, by our lock file. */
const CODE = [
  'esbuild/lib/main.js',
  'assemblyscript/dist/asc.js',
  'assemblyscript/dist/assemblyscript.js',
  'binaryen/index.js',
  ...readdirSync(join(ROOT, 'node_modules/tsx/dist'))
    .filter((file) => /\.[cm]js$/.test(file))
    .map((file) => `tsx/dist/${file}`),
  'ajv/dist/2020.js',
  '@biomejs/biome/package.json',
  'zod/v4/core/schemas.js',
];

for (const path of CODE) {
  test(`finds no map and no record of a build in ${path}`, () => {
    const facts = factsOf(path, readFileSync(join(ROOT, 'node_modules', path)));
    const found = RULES.flatMap((rule) =>
      rule.scope === 'file' && /^(?:source-map|build-metadata)\//.test(rule.id)
        ? [...rule.inspect(facts)].map(({ message }) => `${rule.id}: ${message}`)
        : [],
    );
    assert.deepEqual(found, []);
  });
}
