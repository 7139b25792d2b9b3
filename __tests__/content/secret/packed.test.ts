import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCandidateReader } from '../../../src/content/secret/candidates.ts';
import { findSecrets } from '../../../src/content/secret/find.ts';
import { random } from './made.ts';

const next = random(5);
const draw = (length: number) =>
  Array.from({ length }, () => 'aB3cD5eF7gH9iJ2kLmNoPqRsTuVwXyZ4'[next(32)]).join('');

function foundIn(bytes: Buffer, binary: boolean): string[] {
  const reader = createCandidateReader(binary);
  reader.push(bytes);
  const { candidates } = reader.end();
  const { found } = findSecrets([{ path: 'a', candidates }]);
  return found.flatMap(({ secrets }) =>
    secrets.map(({ name, length, column }) => `${name} of ${length} at ${column}`),
  );
}

const fixed = `npm_${draw(36)}`;
const open = `glsa_${draw(32)}_0a1b2c3d`;
const long = `hvs.${draw(95)}`;
const github = `github_pat_${draw(22)}_${draw(59)}`;

/** What stands before a token and behind it. */
const told: Readonly<
  Record<string, [before: string | Buffer, token: string, behind: string, expected: string]>
> = {
  'between the strings of a program': ['createElement', fixed, 'useState', 'an npm access token of 40 at 14'],
  'behind the column before it': ['deployer', fixed, '\0\x07', 'an npm access token of 40 at 9'],
  'before the string behind it': ['\0\0', github, 'panic', 'a GitHub token of 93 at 3'],
  'behind its length, which is a letter': [
    `value${String.fromCharCode(open.length)}`,
    open,
    '',
    'a Grafana service account token of 46 at 7',
  ],
  'of a length that two bytes say': [
    Buffer.from([118, 1, long.length >> 8, long.length]),
    long,
    '\x01next',
    'a HashiCorp Vault service token of 99 at 5',
  ],
};
for (const [name, [before, token, behind, expected]] of Object.entries(told))
  test(`a token is found in a binary file: ${name}`, () => {
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from(token), Buffer.from(behind)]);
    assert.deepEqual(foundIn(bytes, true), [expected]);
  });

test('in a text what stands right before or behind makes it something else', () => {
  assert.deepEqual(foundIn(Buffer.from(`createElement${fixed}useState`), false), []);
});

const quiet: Readonly<Record<string, string>> = {
  'the name of a function': 'core_npm_config_readFromTheEnvironmentOfTheProcess2AndMore',
  'the name of a class': 'glsa_serviceAccountTokenFromTheRequest2OrTheEnvironment',
  'a placeholder': 'valueghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1xxx',
};
for (const [name, text] of Object.entries(quiet))
  test(`no token is found in a binary file: ${name}`, () =>
    assert.deepEqual(foundIn(Buffer.from(`\0${text}\0`), true), []));

test('thousands of tokens with nothing between them, each behind a length, cost no more than seconds', () => {
  const length = Buffer.from([0xff, 0x0f, 0, 0]);
  const reader = createCandidateReader(true);
  for (let i = 0; i < 14_000; i++) reader.push(Buffer.concat([length, Buffer.from(`ghp_${draw(37)}`)]));
  const began = process.cpuUsage();
  const { candidates } = reader.end();
  const { found } = findSecrets([{ path: 'a', candidates }]);
  const { user, system } = process.cpuUsage(began);
  assert.ok(found[0]!.secrets.length > 300);
  assert.ok(user + system < 5e6, `${(user + system) / 1e6} s`);
});
