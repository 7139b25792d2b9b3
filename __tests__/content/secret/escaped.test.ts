import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { createCandidateReader, mayHoldCandidates } from '../../../src/content/secret/candidates.ts';
import { findSecrets, type SecretFacts } from '../../../src/content/secret/find.ts';
import { random } from './made.ts';

const next = random(23);
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALNUM = `${UPPER}${UPPER.toLowerCase()}0123456789`;
const draw = (length: number, alphabet = ALNUM) =>
  Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');

const token = `ghp_${draw(36)}`;
const keyId = `AKIA${draw(15, `${UPPER}234567`)}7`;
const awsSecret = `${draw(8)}+${draw(14)}/${draw(15)}a`;
const password = `${draw(7)}7${draw(7)}Zq`;
const database = `postgresql://deployer:${password}@db-7.acme-prod.io:5432/app`;
const hook = `https://hooks.slack.com/services/T${draw(9, UPPER)}/B${draw(9, UPPER)}/${draw(24)}`;

function searched(text: string, cut = text.length) {
  const bytes = Buffer.from(text, 'latin1');
  const reader = createCandidateReader();
  for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut));
  return findSecrets([{ path: 'a', candidates: reader.end().candidates }]);
}

const secretsIn = (text: string, cut?: number): readonly SecretFacts[] =>
  searched(text, cut).found.flatMap(({ secrets }) => secrets);

const hex = (one: string) => one.charCodeAt(0).toString(16).padStart(2, '0');
const each = (text: string, write: (one: string) => string) => [...text].map(write).join('');
const byByte = (text: string) => each(text, (one) => `\\x${hex(one)}`);
const byUnit = (text: string) => each(text, (one) => `\\u00${hex(one).toUpperCase()}`);
const pieces = (text: string, count: number) => {
  const size = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, i) => text.slice(i * size, (i + 1) * size));
};
/** As mail is written, in lines of 75 characters and what says that they go on. */
const mailed = (text: string) => text.replaceAll('=', '=3D').replace(/.{74}/g, '$&=\r\n');

const GITHUB = 'a GitHub token';
const ID = 'an AWS access key id';
const AWS = 'an AWS secret access key';
const LOGIN = 'a user name and password in an address';
const SLACK = 'a Slack webhook';

const told: Readonly<Record<string, [text: string, name: string]>> = {
  'numbers of bytes in a string': [`k="${byByte(token)}"`, GITHUB],
  'numbers of characters in a string': [`{"k":"${byUnit(keyId)}"}`, ID],
  'numbers in a string of a string': [JSON.stringify(`k="${byByte(token)}"`), GITHUB],
  'a name in words and a value in numbers': [`{AWS_SECRET_ACCESS_KEY:"${byByte(awsSecret)}"}`, AWS],
  'slashes of an address by their number': [`{"url":"${database.replaceAll('/', '\\u002F')}"}`, LOGIN],
  'signs of a secret by their number': [
    `{"secretAccessKey":"${awsSecret.replace('+', '\\u002b').replace('/', '\\u002F')}"}`,
    AWS,
  ],
  'slashes of a secret that are escaped': [`{"secretAccessKey":"${awsSecret.replace('/', '\\/')}"}`, AWS],
  'underscores that Markdown escapes': [`TOKEN=${token.replace('_', '\\_')}`, GITHUB],
  'a login in an address': [`?dsn=${encodeURIComponent(database)}&a=1`, LOGIN],
  'a login in an address in an address': [`?u=${encodeURIComponent(encodeURIComponent(database))}`, LOGIN],
  'a hook in an address': [`?hook=${encodeURIComponent(hook)}`, SLACK],
  'a form': [new URLSearchParams({ AWS_SECRET_ACCESS_KEY: awsSecret }).toString(), AWS],
  'an id in JSON in an address': [encodeURIComponent(JSON.stringify({ id: keyId })), ID],
  'a page that escapes slashes': [`<i v="${hook.replaceAll('/', '&#x2F;')}">`, SLACK],
  'a page that escapes slashes in decimals': [`<i v="${database.replaceAll('/', '&#47;')}">`, LOGIN],
  'strings that are joined': [`k=${JSON.stringify(pieces(keyId, 4)).slice(1, -1).replaceAll(',', '+')}`, ID],
  'strings that are joined over lines': [`k =\n  '${pieces(token, 4).join("' +\n  '")}'`, GITHUB],
  'strings that are joined by a call': [`k="${pieces(keyId, 2).join('".concat("')}")`, ID],
  'strings of PHP': [`$k = '${pieces(keyId, 2).join("' . '")}';`, ID],
  'a line that goes on': [`export K=${pieces(keyId, 3).join('\\\n')}\n`, ID],
  'a property that goes on': [`k=${pieces(database, 3).join('\\\r\n    ')}\n`, LOGIN],
  'mail, in the middle of a token': [
    mailed(`${'Here is what you asked for, as I said: '}TOKEN is ${token}, and`),
    GITHUB,
  ],
  'mail, behind a name': [`token=3D${keyId}\n`, ID],
  'hexadecimal digits': [Buffer.from(`TOKEN=${token}`).toString('hex'), GITHUB],
  'hexadecimal digits of a database': [
    `VALUES (0x${Buffer.from(database).toString('hex').toUpperCase()})`,
    LOGIN,
  ],
};
for (const [name, [text, expected]] of Object.entries(told)) {
  test(`told: ${name}`, () => {
    assert.deepEqual(
      secretsIn(text).map((secret) => secret.name),
      [expected],
    );
    assert.ok(mayHoldCandidates(Buffer.from(text, 'latin1')));
  });
}

test('the place is that of the first character as it is written', () => {
  const [found, ...others] = secretsIn(`a\n${'x'.repeat(500)}\n  k="${byByte(token)}"\n`);
  assert.deepEqual([found?.line, found?.column, found?.length, others], [3, 6, 40, []]);
});

test('what is written in two ways is told once, at the first place', () => {
  const [found, ...others] = secretsIn(`a="${token}";\nb="${byUnit(token)}";`);
  assert.deepEqual([found?.line, found?.times, others], [1, 2, []]);
});

test('the bytes may come in any pieces, and lie anywhere', () => {
  const filler = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};\n'.repeat(1090);
  for (let shift = 0; shift < 700; shift += 29) {
    const text = `${filler}${' '.repeat(shift)}k="${byUnit(token)}";\n${filler}`;
    assert.equal(secretsIn(text, 4096).length, 1, `${shift}`);
  }
});

test('what is escaped takes nothing from a longer credential behind it, wherever the bytes are cut', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const line = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};\n';
  for (let shift = 0; shift < 4; shift++) {
    const text = `${line.repeat(980 + 8 * shift)}k="${byUnit(keyId)}";\n${line.repeat(100)}${key}${line.repeat(900)}`;
    const { found, redact } = searched(text, 4096);
    assert.equal(found[0]?.secrets.length, 2, `${shift}`);
    assert.ok(!redact(text).includes(key.slice(-90, -40)), `${shift}`);
  }
});

test('what is escaped is blanked as it is written', () => {
  for (const text of [byByte(token), byUnit(token), mailed(`${'x '.repeat(30)}${token}`)]) {
    const { redact } = searched(text);
    assert.ok(!redact(text).includes(text.slice(-20)), redact(text));
  }
});

test('a file of nothing but escapes takes linear time, and is told to be more than is looked at', () => {
  const many = Array.from({ length: 3000 }, () => `k="${byByte(`ghp_${draw(36)}`)}"; ${'y'.repeat(900)}`);
  const reader = createCandidateReader();
  reader.push(Buffer.from(many.join('\n')));
  assert.ok(reader.end().more);
});

const digits = (length: number) => draw(length, '0123456789abcdef');
const quiet: Readonly<Record<string, string>> = {
  'a table of characters in a regular expression':
    '/[\\u0041-\\u005a\\u0061-\\u007a\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\xd8-\\xf6\\u02c6-\\u02d1]/.test(a)',
  'words of another language': '{"title":"\\u00dcber uns","text":"Gr\\u00f6\\u00dfe \\u4e2d\\u6587"}',
  'JSON that escapes brackets': '{"a":"\\u003cb\\u003e \\u0026 \\u0027c\\u0027"}',
  'digests in hexadecimal': `sha256:${digits(64)} ${digits(40)} ${digits(128)}`,
  'the integrity of a lock file': `"integrity": "sha512-${draw(86, `${ALNUM}+/`)}=="`,
  'a module in hexadecimal': `0061736d01000000${digits(4000)}`,
  'words in hexadecimal': Buffer.from('the quick brown fox jumps over the lazy dog, and more of it').toString(
    'hex',
  ),
  'a picture in an address':
    'url("data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 viewBox=%270 0 16 16%27%3E%3Cpath stroke=%27%23fff%27 d=%27M2 5l6 6 6-6%27/%3E%3C/svg%3E")',
  'an address in an address': '?next=https%3A%2F%2Facme.io%2Flogin%3Fuser%3Djane%40acme.io%26a%3D1',
  'a login of documentation in an address': '?dsn=postgres%3A%2F%2Fuser%3Apassword%40localhost%3A5432%2Fdb',
  'a message in pieces': '"could not read"+" the file "+name+"."+ext',
  'names in pieces': "'data-' + 'toggle' + '-state' + '-of-' + 'accordion'",
  'a placeholder in numbers': `k="${byByte(`ghp_${'x'.repeat(36)}`)}"`,
  'mail without any': mailed(
    'Dear all, this is what we said it would be: a line that is far longer than any line of mail may be at all, in no way',
  ),
};
for (const [name, text] of Object.entries(quiet))
  test(`quiet: ${name}`, () => assert.deepEqual(secretsIn(text), []));
