import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCandidateReader } from '../../../src/content/secret/candidates.ts';
import { findSecrets } from '../../../src/content/secret/find.ts';
import { random } from './made.ts';

const next = random(3);
const draw = (length: number) =>
  Array.from({ length }, () => 'aB3cD5eF7gH9iJ2kLmNoPqRsTuVwXyZ4'[next(32)]).join('');

function namesIn(text: string): string[] {
  const reader = createCandidateReader();
  reader.push(Buffer.from(text));
  const { candidates } = reader.end();
  const { found } = findSecrets([{ path: 'a', candidates }]);
  return found.flatMap(({ secrets }) => secrets.map(({ name, line }) => `${name} at ${line}`));
}

const token = `npm_${draw(36)}`;
const told: Readonly<Record<string, [text: string, expected: string]>> = {
  'behind its beginning': [`k="npm_"+"${token.slice(4)}"`, 'an npm access token at 1'],
  'in the middle, over two lines': [
    `k =\n  '${token.slice(0, 30)}' +\n    '${token.slice(30)}'`,
    'an npm access token at 2',
  ],
  'beside the name of its provider': [
    `const client = new Mistral({ apiKey: '${draw(32)}' })`,
    'a Mistral API key at 1',
  ],
};
for (const [name, [text, expected]] of Object.entries(told))
  test(`a token is found: ${name}`, () => assert.deepEqual(namesIn(text), [expected]));

const quiet: Readonly<Record<string, string>> = {
  'strings that are joined to something else': `k="npm_"+name+"${draw(36)}"`,
  'a list of strings': `k=["npm_","${draw(36)}"]`,
  'a key of nobody': `{apiKey:"${draw(32)}"}`,
  'a key that is public': `new Mistral({publicApiKey:"${draw(32)}"})`,
  'a key for searches': `ALGOLIA_SEARCH_API_KEY="0123456789abcdef0f1e2d3c4b5a6978"`,
  'a name that holds a value of another': `twilioAccountSid:"AC0f1e2d3c4b5a69780123456789abcdef"`,
  'a digest behind what is no key': `<li key="key-0f1e2d3c4b5a69780f1e2d3c4b5a6978">`,
  'the name of a class': `.sk-folding-cube-animation-delay-and-more-of-it { color: red }`,
};
for (const [name, text] of Object.entries(quiet))
  test(`no token is found: ${name}`, () => assert.deepEqual(namesIn(text), []));
