import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/secret/private-key.ts';
import { madeText, sightIn } from './sight.ts';

const pem = madeText('a private key');
const locked = madeText('a private key that a passphrase protects');
const lines = pem.trim().split('\n');
const words = (end: string, kind = '') => `-----${end} ${kind}PRIVATE KEY-----`;

const leaking: Record<string, string> = {
  'a key file': pem,
  'a key file with Windows line ends': pem.replaceAll('\n', '\r\n'),
  'a key in one string': `const k=${JSON.stringify(pem)};`,
  'a key in one string with Windows line ends': `const k=${JSON.stringify(pem.replaceAll('\n', '\r\n'))};`,
  'a key in an array of lines': `const k = ${JSON.stringify(lines, null, 2)}.join("\\n");`,
  'a key put together from strings': `const k = '${lines.join("\\n' +\n  '")}\\n';`,
  'a service account file': JSON.stringify(
    { type: 'service_account', private_key_id: 'a1', private_key: pem },
    null,
    2,
  ),
  'a key without its last line': lines.slice(0, -1).join('\n'),
  'a key in a template': `const k = \`\n    ${lines.join('\n    ')}\n\`;`,
  'a key in an address': `const u = 'https://a.example.net/?key=${encodeURIComponent(pem)}';`,
  'a key in an address, in small letters': `data:,${encodeURIComponent(pem).replace(/%../g, (one) => one.toLowerCase())}`,
  'a key in a form': `${new URLSearchParams({ key: pem })}`,
  'a key in a comment': pem.replace(/^/gm, ' * '),
  'a key in base64': `key: ${Buffer.from(pem).toString('base64')}`,
};
const clean: Record<string, string> = {
  'a certificate': pem.replaceAll('PRIVATE KEY', 'CERTIFICATE'),
  'a public key': pem.replaceAll('PRIVATE KEY', 'PUBLIC KEY'),
  'code that writes keys': `return "${words('BEGIN')}\\n" + body.match(/.{1,64}/g).join("\\n") + "\\n${words('END')}";`,
  'code that reads keys': `if (/${words('BEGIN', 'RSA ')}([^-]*)${words('END', 'RSA ')}/.test(text)) decode();${'aBcDeF0123456789'.repeat(9)}`,
  'documentation with dots': `${words('BEGIN')}\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA...\n${words('END')}`,
  'documentation that is cut': `${words('BEGIN')}\n${lines[1]!.slice(0, 60)}\n${words('END')}`,
  'a body of nothing': `${words('BEGIN')}\n${'A'.repeat(300)}\n${words('END')}`,
  'a body that decodes to no key': `${words('BEGIN')}\n${Buffer.from('not a key at all, but long enough to be one '.repeat(4)).toString('base64')}\n${words('END')}`,
};

const webKey = JSON.parse(madeText('a private key as a JSON Web Key')) as Record<string, string>;
const { d: _, ...publicKey } = webKey;
const others: Record<string, [string, string]> = {
  'a JSON Web Key in a set of them': [
    JSON.stringify({ keys: [publicKey, webKey] }, null, 2),
    'a private key as a JSON Web Key.',
  ],
  'a JSON Web Key in a minified script': [
    `const k=${JSON.stringify(webKey).replace(/"(\w+)":/g, '$1:')};`,
    'a private key as a JSON Web Key.',
  ],
  'a JSON Web Key in a string': [
    `k=${JSON.stringify(JSON.stringify(webKey))}`,
    'a private key as a JSON Web Key.',
  ],
  'a secret key of age in a variable': [
    `SOPS_AGE_KEY=${madeText('a secret key of age')}`,
    'a secret key of age.',
  ],
  'a file of age-keygen': [
    `# created: 2026-01-01T00:00:00Z\n# public key: age1a\n${madeText('a secret key of age')}\n`,
    'a secret key of age.',
  ],
};
for (const [name, [text, told]] of Object.entries(others)) {
  test(`stops ${name}`, () =>
    assert.deepEqual(
      sightIn(rule, 'a.txt', text).map(({ message }) => message.replace(/^.* holds /, '')),
      [told],
    ));
}
/** RFC 8037, A.1: printed here in two halves, as no scanner need find it. */
const published = ['nWGxne_9WmC6hEr0kuwsxERJxWl7', 'MmkZcDusAxyuf2A'].join('');
const notKeys: Record<string, string> = {
  'a public JSON Web Key': JSON.stringify({ keys: [publicKey] }),
  'a JSON Web Key of an RFC': JSON.stringify({ kty: 'OKP', crv: 'Ed25519', d: published, x: webKey.x }),
  'a JSON Web Key as documentation shows one': JSON.stringify({
    ...webKey,
    d: `your-private-key-${'x'.repeat(26)}`,
  }),
  'hashes of a bundler': `{kty:1,d:"${'0a1b2c3d4e5f6071'.repeat(3)}",k:"${'9f8e7d6c5b4a3928'.repeat(3)}"}`,
  'a public key of age': 'AGE-SECRET-KEY-1... age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
};
for (const [name, text] of Object.entries(notKeys)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightIn(rule, 'a.txt', text), []));
}

for (const [name, text] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    const seen = sightIn(rule, 'a.txt', text);
    assert.deepEqual(
      seen.map(({ message }) => message.replace(/^.* holds /, '')),
      ['a private key.'],
    );
  });
}
for (const [name, text] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightIn(rule, 'a.txt', text), []));
}

test('a key with a passphrase is told as one', () => {
  const [seen] = sightIn(rule, 'a.pem', locked);
  assert.match(seen?.message ?? '', /a private key that a passphrase protects\.$/);
});
