// Writes docs/packgate.schema.json, which editors use, from the shape that checks configs: node --import tsx .ci/config-schema.mjs
import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../src/config/shape.ts';

writeFileSync('docs/packgate.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
