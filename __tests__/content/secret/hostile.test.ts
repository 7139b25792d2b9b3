import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCandidateReader } from '../../../src/content/secret/candidates.ts';
import { findSecrets } from '../../../src/content/secret/find.ts';
import { isHopeless, isPlaceholder } from '../../../src/content/secret/placeholder.ts';
import { LEADS } from '../../../src/content/secret/wanted.ts';
import { factsOf } from '../../rules/facts.ts';
import { madeSecrets, random } from './made.ts';

const made = madeSecrets(17);
const BODY = 'aB3dE5gH7jK9mN1pQ3sT5vX7zA2cD4fG6';

/** Texts that a pattern could lose itself in, as large as a file may be before only part of it is looked at. */
const FLOODS: Record<string, (index: number) => string> = {
  'beginnings of tokens': (index) => `ghp_${index.toString(36).padStart(6, 'q')}${BODY.slice(0, 30)} `,
  'tokens glued together': () => `ghp_${BODY}sk_live_${BODY}npm_${BODY}\n`,
  'addresses without an end': (index) => `https://u${index}:${'p7'.repeat(120)}@`,
  'addresses of databases in each other': () => `mongodb://mysql://postgres://a:b:c:d@e@f:Zk81@`,
  'Slack tokens of many parts': () => `xoxb-${'a1b2c3d-'.repeat(900)}\n`,
  'SendGrid keys that never end': () => `SG.${BODY}${'x_'.repeat(200)}.${'y-'.repeat(300)}`,
  'private keys that begin and begin': () => `-----BEGIN PRIVATE KEY-----\n${'MIIE'.repeat(20)}\n`,
  'one private key without an end': () => `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEabcd+/12'.repeat(5000)}`,
  backslashes: (index) => `ghp_${BODY}${index}ab${'\\'.repeat(400)}`,
  'a line of signs that are escaped': () => 'abc\\-def',
  'a line of characters by their numbers': () => '%41%2D',
  'a line of tokens that begin with a number': (index) =>
    `%67hp_${index.toString(36).padStart(6, 'q')}${BODY.slice(0, 30)} `,
  'strings that go on and on': () => '"ab"+"cd"+',
  'base64 of base64': () =>
    `${Buffer.from(Buffer.from(`ghp_${BODY}abc `.repeat(40)).toString('base64')).toString('base64')}\n`,
};

for (const [name, piece] of Object.entries(FLOODS)) {
  test(`${name} cost no more than seconds, and what is not looked at is said`, () => {
    let text = '';
    for (let index = 0; text.length < 3_000_000; index++) text += piece(index);
    const began = process.cpuUsage();
    const { candidates, uninspected } = factsOf('a.txt', text);
    const { found } = findSecrets([{ path: 'a.txt', candidates }]);
    const { user, system } = process.cpuUsage(began);
    assert.ok(user + system < 8e6, `${(user + system) / 1e6} s`);
    const bytes = candidates.reduce((sum, candidate) => sum + candidate.bytes.length, 0);
    assert.ok(bytes <= 600 * 1024, `${bytes} bytes kept`);
    const all = candidates.length > 0 ? candidates.at(-1)!.offset > text.length - 40_000 : true;
    assert.ok(all || uninspected !== undefined, `${candidates.length} candidates, ${found.length} files`);
  });
}

test('a file with more candidates than are kept is said to be uninspected', () => {
  const text = Array.from(
    { length: 3000 },
    (_, i) => `ghp_${BODY}${String(i).padStart(3, '0')}${'\n'.repeat(400)}`,
  ).join('');
  const { candidates, uninspected } = factsOf('a.txt', text);
  assert.ok(candidates.length <= 400);
  assert.match(uninspected ?? '', /more places in it look like credentials/);
});

// In two halves: of one file no more than 400 are kept.
for (const half of [0, 1]) {
  test(`what is found does not hang on how a file is cut, half ${half + 1} of all kinds`, () => {
    const next = random(4);
    const kinds = made.filter((_, index) => index % 2 === half);
    const text = Buffer.from(
      kinds
        .map(
          ({ text: one }) =>
            `${'x = 1;\n'.repeat(next(300))}${one}\n${Buffer.from(one).toString('base64')}\n`,
        )
        .join(''),
    );
    const read = (cuts: () => number) => {
      const reader = createCandidateReader();
      for (let at = 0; at < text.length; ) {
        const cut = cuts();
        reader.push(text.subarray(at, at + cut));
        at += cut;
      }
      const { candidates } = reader.end();
      // Where pieces that overlap are joined may differ; what is found in them may not.
      return findSecrets([{ path: 'a', candidates }]).found[0]!.secrets.map(
        ({ name, line, column, times, encoded }) => `${name} ${line}:${column} ${times} ${encoded}`,
      );
    };
    const whole = read(() => text.length);
    assert.ok(whole.length >= kinds.length, `${whole.length} of ${kinds.length}`);
    for (let round = 0; round < 6; round++)
      assert.deepEqual(
        read(() => 1 + next(30_000)),
        whole,
      );
    assert.deepEqual(
      read(() => 1 + next(200)),
      whole,
    );
  });
}

test('no random token is taken for a placeholder', () => {
  const next = random(6);
  const alphabets = {
    hex: '0123456789abcdef',
    letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    alphanumeric: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
    token: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-',
  };
  const mistaken: string[] = [];
  for (const [name, alphabet] of Object.entries(alphabets)) {
    for (let i = 0; i < 40_000; i++) {
      const length = name === 'upper' ? 16 : name === 'hex' ? 32 : 20 + next(30);
      let body = '';
      while (body.length < length) body += alphabet[next(alphabet.length)];
      if (isPlaceholder(body) || isHopeless(body.slice(0, 20), 3)) mistaken.push(`${name} ${body}`);
    }
  }
  assert.ok(mistaken.length <= 2, `${mistaken.length} of 200000: ${mistaken.slice(0, 9)}`);
});

test('every lead has a text that no other hides', () => {
  assert.equal(new Set(LEADS.map(({ text }) => text)).size, LEADS.length);
});
