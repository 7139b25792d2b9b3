import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema: object = JSON.parse(
  readFileSync(new URL('../docs/report.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true, strictTypes: true, allowUnionTypes: true }).compile(schema);

/** Parses a JSON report and fails unless `docs/report.schema.json` allows it. */
export function parseReport(text: string): ReturnType<typeof JSON.parse> {
  const report: unknown = JSON.parse(text);
  assert.ok(validate(report), `not a report:\n${JSON.stringify(validate.errors, null, 2)}`);
  return report;
}
