import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCandidateReader } from '../../../src/content/secret/candidates.ts';
import { findSecrets } from '../../../src/content/secret/find.ts';
import { type Made, madeSecrets } from './made.ts';

const made = madeSecrets(17).filter(({ text }) => !text.includes('\n'));

function namesIn(text: string): string[] {
  const reader = createCandidateReader();
  reader.push(Buffer.from(text));
  const { candidates } = reader.end();
  const { found } = findSecrets([{ path: 'a', candidates }]);
  return found.flatMap(({ secrets }) => secrets.map(({ name }) => name));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
/** How a text is written in a file, and of which kinds it is told there. */
const written: Readonly<
  Record<string, readonly [write: (text: string) => string, told?: (made: Made) => boolean]>
> = {
  'as the default of a variable of a shell': [
    (text) => `: "\${VALUE:-${text}}"\n`,
    ({ secret, text }) => secret === text,
  ],
  'in a line that a patch adds': [(text) => `@@ -1 +1 @@\n-\n+${text}\n`],
  'in a line that a patch removes': [(text) => `@@ -1 +1 @@\n-${text}\n+\n`],
  'as a property of Java': [
    (text) => `value=${text.replace(/\\/g, '\\\\').replace(/[:=#!]/g, '\\$&')}\n`,
    ({ name }) => name !== 'a shared access signature of Azure',
  ],
  'as JSON in a column of a table': [
    (text) => `id,value\n1,"${JSON.stringify({ text }).replaceAll('"', '""')}"\n`,
    ({ name }) => !/JSON Web Key|account number|Discord|login token/.test(name),
  ],
  'as JSON in an attribute of HTML': [
    (text) => `<div data-page="${escaped(JSON.stringify({ text }))}"></div>`,
    ({ name }) => !/JSON Web Key|account number|Discord|login token/.test(name),
  ],
};
for (const [way, [write, isTold = () => true]] of Object.entries(written))
  test(`credentials are found ${way}`, () => {
    const missed = made
      .filter((one) => isTold(one) && !namesIn(write(one.text)).includes(one.name))
      .map(({ name }) => name);
    assert.deepEqual(missed, []);
  });

test('a key that its name tells is found behind the signs of Go and of shells', () => {
  const [{ secret }] = made.filter(({ name }) => name === 'a Mistral API key') as [Made];
  for (const text of [
    `mistralApiKey := "${secret}"`,
    `${'$'}{MISTRAL_API_KEY:-${secret}}`,
    `${'$'}{MISTRAL_API_KEY:=${secret}}`,
  ])
    assert.deepEqual(namesIn(text), ['a Mistral API key']);
});

test('a dash before what looks like a token makes it a part of something else', () => {
  for (const text of ['x-sk-0f1e2d3c4b5a69780f1e2d3c4b5a6978', '--fc-0f1e2d3c4b5a69780f1e2d3c4b5a6978'])
    assert.deepEqual(namesIn(` ${text} `), []);
});
