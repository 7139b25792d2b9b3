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
