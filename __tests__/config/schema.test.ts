import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { configJsonSchema } from '../../src/config/shape.ts';

const schema = JSON.parse(readFileSync('docs/packgate.schema.json', 'utf8'));

test('the schema for editors is the one that checks configs', () => {
  assert.deepEqual(schema, configJsonSchema(), 'docs/packgate.schema.json is stale: npm run config-schema');
});

test('the schema takes what a config may say and refuses what it may not', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(schema);
  const good = [
    {},
    { $schema: 'x', preset: 'open', allow: ['a'], limits: { unpackedSize: 1, growth: '5%' } },
    { rules: { 'a/b': 'off', 'a/*': { ignore: ['x'] } }, packages: { '@a/b': { allow: [] } } },
    { waivers: [{ rule: 'a/b', path: 'c', reason: 'd', owner: 'e', expires: '2027-01-31' }] },
  ];
  const bad = [
    [],
    { alow: [] },
    { preset: 'strict' },
    { rules: { x: 'off' } },
    { waivers: [{ rule: 'a/b' }] },
    { packages: { a: { packages: {} } } },
  ];
  for (const config of good) assert.ok(validate(config), JSON.stringify([config, validate.errors]));
  for (const config of bad) assert.ok(!validate(config), JSON.stringify(config));
});
