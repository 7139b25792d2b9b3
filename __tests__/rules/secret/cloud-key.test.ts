import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/secret/cloud-key.ts';
import { madeText, sightIn } from './sight.ts';

const id = madeText('an AWS access key id');
const key = madeText('an AWS secret access key').replace(/^.*= /, '');

/** Drawn, not anybody's. */
const ACCOUNT = ['7294', '1830', '5561'].join('');

/** The end of a shared access signature, as it stands in an address. */
const SIGNED = /sig=\S+/.exec(madeText('a shared access signature of Azure'))![0].replace('=\n', '%3D');

const leaking: Record<string, [string, RegExp]> = {
  'a key id alone': [id, /an AWS access key id \(AKIA…, 20 characters\)/],
  'a key by its name in an environment file': [
    `AWS_SECRET_ACCESS_KEY=${key}`,
    /an AWS secret access key \(40 characters\)/,
  ],
  'a key by its name in JSON': [`{"SecretAccessKey": "${key}"}`, /secret access key/],
  'a key by its name in a minified script': [
    `new S3({credentials:{secretAccessKey:"${key}"}})`,
    /secret access key/,
  ],
  'a storage account': [madeText('the key of an Azure storage account'), /Azure storage account/],
};
const clean: Record<string, string> = {
  'the ids of the documentation': 'AKIAIOSFODNN7EXAMPLE AKIAI44QH8DHBEXAMPLE ASIAIOSFODNN7EXAMPLE',
  'the key of the documentation': 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'a name in capitals': 'THE_ASIAPACIFICSOUTHEAST',
  'a read from the environment':
    'secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY_FOR_THE_RELEASE_BUILD_ONLY',
  'a hash after a name that ends so': `secretAccessKeyHash: "${'ab12'.repeat(10)}"`,
  'base64 that holds the letters': `${'Qk'.repeat(20)}AKIA${'Zz9'.repeat(30)}`,
  'account numbers of the documentation':
    '123456789012 111122223333 444455556666 999999999999 0123-4567-8901 210987654321'.replace(
      /\S+/g,
      'aws_account_id: "$&"',
    ),
  'other numbers of accounts': `account: ${ACCOUNT}7, bankAccountNumber: "${ACCOUNT}"`,
  'the storage emulator': 'UseDevelopmentStorage=true;AccountName=devstoreaccount1',
  'a signature that is over in hours': `url: "https://acme.blob.core.windows.net/c?sp=r&st=2026-03-01T08%3A00%3A00Z&se=2026-03-01T16%3A00%3A00Z&sv=2024-11-04&sr=c&${SIGNED}"`,
  'a template': `AccountKey=\${key};EndpointSuffix=core.windows.net`,
};

for (const [name, [text, message]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    const seen = sightIn(rule, '.env', text);
    assert.deepEqual(
      seen.map(({ variant }) => variant),
      [undefined],
    );
    assert.match(seen[0]!.message, message);
  });
}
for (const [name, text] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightIn(rule, '.env', text), []));
}

const milder: Record<string, [string, string]> = {
  'a signature for a year': [
    `url: "https://acme.blob.core.windows.net/c?sv=2024-11-04&st=2026-03-01&se=2027-03-01&${SIGNED}"`,
    'limited',
  ],
  'a signature that says no beginning': [
    `url: "https://acme.blob.core.windows.net/c?sv=2024-11-04&se=2026-03-01T16:00:00Z&${SIGNED}"`,
    'limited',
  ],
  'a Google API key': [madeText('a Google API key'), 'limited'],
  'the number of an account': [`AWS_ACCOUNT_ID=${ACCOUNT}`, 'identifier'],
  'the number of an account in JSON': [`{"accountId":"${ACCOUNT}"}`, 'identifier'],
  'the signer of a link': [
    `https://a.s3.amazonaws.com/b.png?X-Amz-Credential=${id}%2F20231127&X-Amz-Expires=300`,
    'identifier',
  ],
  'the signer of a link, in HTML': [
    `<img src="https://a.s3.amazonaws.com/b.png?Expires=3&amp;AWSAccessKeyId=${id}&amp;Signature=a">`,
    'identifier',
  ],
  'the id of a role': [`AROA${id.slice(4)}`, 'identifier'],
};
for (const [name, [text, variant]] of Object.entries(milder)) {
  test(`${name} is milder`, () => {
    const seen = sightIn(rule, 'a.js', text);
    assert.deepEqual(
      seen.map((sighting) => sighting.variant),
      [variant],
    );
  });
}

test('a key id that signed a link is told by itself, too', () => {
  const seen = sightIn(rule, 'a.js', `https://a.s3.amazonaws.com/b?X-Amz-Credential=${id}%2F2023\nid=${id}`);
  assert.deepEqual(
    seen.map(({ variant }) => variant),
    ['identifier', undefined],
  );
});
