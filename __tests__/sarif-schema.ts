import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

// The schema of the standard, in the form of draft 4; what it uses of it means the same today.
const file = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
// One of its patterns is not written for regular expressions with the flag `u`.
const validate = new Ajv({
  validateFormats: false,
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
}).compile(schema);

/** Parses SARIF and fails unless the schema of the standard allows it. */
export function parseSarif(text: string): ReturnType<typeof JSON.parse> {
  const log = JSON.parse(text);
  assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
  return log;
}
