import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { createCandidateReader } from '../../../src/content/secret/candidates.ts';
import { findSecrets, type Search } from '../../../src/content/secret/find.ts';
import { random } from './made.ts';

const next = random(7);
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALNUM = `${UPPER}${UPPER.toLowerCase()}0123456789`;
const draw = (length: number, alphabet = ALNUM) =>
  Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');
const base64 = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text, encoding).toString('base64');

const token = `ghp_${draw(36)}`;
const password = `${draw(7)}7${draw(7)}Zq`;
const keyId = `AKIA${draw(15, `${UPPER}234567`)}7`;
const awsSecret = `${draw(8)}+${draw(14)}/${draw(15)}a`;
const bot = `${draw(10, '123456789')}:AA${draw(33)}`;
const hook = `https://hooks.slack.com/services/T${draw(9, UPPER)}/B${draw(9, UPPER)}/${draw(24)}`;
const serviceRole = [{ alg: 'HS256' }, { role: 'service_role', iat: 1735689600 }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat(draw(43))
  .join('.');
const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
  .trim();
const lines = (prefix: string) =>
  pem
    .split('\n')
    .map((line) => `${prefix}${line}\n`)
    .join('');
const half = token.length / 2 + 2;
const [first, second] = [token.slice(0, half), token.slice(half)];
const settings = (scheme: string, rest: string) => `${scheme}://db-7.acme-prod.io:3306${rest}`;

function searched(text: string): Search {
  const reader = createCandidateReader();
  reader.push(Buffer.from(text));
  return findSecrets([{ path: 'a', candidates: reader.end().candidates }]);
}

function namesIn(text: string): string[] {
  return searched(text).found.flatMap(({ secrets }) => secrets.map(({ name }) => name));
}

const GITHUB = 'a GitHub token';
const KEY = 'a private key';
const AWS = 'an AWS secret access key';
const LOGIN = 'a user name and password in an address';
const HEADER = 'the login in an Authorization header';

const told: Readonly<Record<string, [text: string, name: string]>> = {
  'strings of PHP that are joined': [`$k = '${first}' . '${second}';`, GITHUB],
  'strings that a script joins by a call': [`k="${first}".concat("${second}")`, GITHUB],
  'strings of Python in a row': [`k = ("${first}"\n     "${second}")`, GITHUB],
  'a list that becomes one string': [`k=["${first}", "${second}"].join('')`, GITHUB],
  'a list that becomes one string, in another string': [
    JSON.stringify(`k=["${first}","${second}"].join("")`),
    GITHUB,
  ],
  'a line of a shell that goes on': [`export TOKEN=${first}\\\n${second}\n`, GITHUB],
  'a property that goes on': [`token=${first}\\\r\n    ${second}\r\n`, GITHUB],
  'the output of a terminal': [`\x1b[32mtoken\x1b[0m=\x1b[33m${token}\x1b[0m`, GITHUB],
  'the output of a terminal, with an id': [`\x1b[1;33m${keyId}\x1b[0m`, 'an AWS access key id'],
  'the output of a terminal, as JSON': [JSON.stringify(`\x1b[33m${token}\x1b[0m`), GITHUB],
  'base64 of a command of PowerShell': [`-EncodedCommand ${base64(`$k="${token}"`, 'utf16le')}`, GITHUB],
  'base64 in base64': [base64(JSON.stringify({ auth: base64(`deployer:${token}`) })), GITHUB],
  'the value of a variable that is not set': [`\${KEY:-${serviceRole}}`, 'a token of a service role'],
  'an address in an address': [`?next=%2Fbot${encodeURIComponent(bot)}%2Fget`, 'the token of a Telegram bot'],
  'an address in JSON of PHP': [JSON.stringify([hook]).replaceAll('/', '\\/'), 'a Slack webhook'],
  'a patch that adds a key': [`+++ b/deploy.pem\n@@ -0,0 +1 @@\n${lines('+')}`, KEY],
  'a patch that removes a key': [`--- a/deploy.pem\n${lines('-')}`, KEY],
  'a letter that is quoted': [lines('> '), KEY],
  'an attribute of XML': [`<add key="k" value="${pem.replaceAll('\n', '&#xA;')}"/>`, KEY],
  'an attribute of XML, in decimals': [`<add key="k" value="${pem.replaceAll('\n', '&#13;&#10;')}"/>`, KEY],
  'JSON in JSON in JSON': [JSON.stringify(JSON.stringify(JSON.stringify({ pem }))), KEY],
  'JSON in an address': [encodeURIComponent(JSON.stringify({ pem })), KEY],
  'a default of a script': [`const k=process.env.AWS_SECRET_ACCESS_KEY||"${awsSecret}"`, AWS],
  'a default of Python': [`os.environ.get("AWS_SECRET_ACCESS_KEY", '${awsSecret}')`, AWS],
  'a default of a shell': [`K=\${AWS_SECRET_ACCESS_KEY:-${awsSecret}}`, AWS],
  'an image of Docker': [`ENV AWS_SECRET_ACCESS_KEY ${awsSecret}\n`, AWS],
  'a manifest, by name and value': [`- name: AWS_SECRET_ACCESS_KEY\n  value: ${awsSecret}\n`, AWS],
  'a task, by name and value': [`{"name":"AWS_SECRET_ACCESS_KEY","value":"${awsSecret}"}`, AWS],
  'an element of XML': [`<secretAccessKey>${awsSecret}</secretAccessKey>`, AWS],
  'a list of properties': [`<key>SecretAccessKey</key>\n  <string>${awsSecret}</string>`, AWS],
  'an entity': [`data-c="{&quot;secretAccessKey&quot;:&quot;${awsSecret}&quot;}"`, AWS],
  'a header': [`Authorization: Basic ${base64(`deployer:${password}`)}`, HEADER],
  'a header in a record of traffic': [
    `{"name":"authorization","value":"Basic ${base64(`deployer:${password}`)}"}`,
    HEADER,
  ],
  'a header that is the key alone': [`"Authorization":"Basic ${base64(`${draw(19)}7:`)}"`, HEADER],
  'a token of a known kind in a header': [`Authorization: Basic ${base64(`x:${token}`)}`, GITHUB],
  'settings of JDBC': [`jdbc:${settings('mysql', `/app?user=deployer&password=${password}`)}`, LOGIN],
  'settings of SQL Server': [`jdbc:${settings('sqlserver', `;user=sa;password=${password};x=1`)}`, LOGIN],
  'settings of JDBC as Java writes them': [
    `url=jdbc\\:postgresql\\://db-7.acme-prod.io/app?user\\=deployer&password\\=${password}`,
    LOGIN,
  ],
};
for (const [name, [text, expected]] of Object.entries(told))
  test(`a credential is found: ${name}`, () => assert.deepEqual(namesIn(text), [expected]));

test('what is written in pieces is blanked as it is written', () => {
  for (const [text] of Object.values(told).filter(([text]) => text.includes(first))) {
    const blanked = searched(text).redact(text);
    assert.ok(!blanked.includes(first.slice(4, 16)) && !blanked.includes(second), blanked);
  }
});

test('the secret of a key is found behind its id alone', () => {
  for (const text of [
    `new Credentials("${keyId}", "${awsSecret}")`,
    `Access key ID,Secret access key\n${keyId},${awsSecret}\n`,
    JSON.stringify({ keyId, secretAccessKey: awsSecret }).replaceAll('/', '\\/'),
    JSON.stringify({ keyId, secretAccessKey: awsSecret }).replaceAll('+', '\\u002B'),
    `?id=${keyId}&secret_access_key=${encodeURIComponent(awsSecret)}`,
  ])
    assert.deepEqual(namesIn(text), ['an AWS access key id', AWS], text);
});

const quiet: Readonly<Record<string, string>> = {
  'a list that stays one': `k=["ghp_","${draw(36)}"]`,
  'a list that is joined by something': `k=["ghp_","${draw(36)}"].join("-")`,
  'lists one behind the other': `k=["ghp_"];j=["${draw(36)}"].join("")`,
  'the header of the standard': 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
  'a header of documentation': `Authorization: Basic ${base64('username:password')}`,
  'a header of a test': `Authorization: Basic ${base64('admin:my-secret-password123')}`,
  'a header of another test': `Authorization: Basic ${base64('myUser:Passw0rd1')}`,
  'a scheme and prose': 'Basic authenticationwithusernameandpassword, as of old',
  'a login here': `jdbc:mysql://localhost:3306/app?user=root&password=${password}`,
  'a login of documentation': 'jdbc:mysql://db-7.acme-prod.io/app?user=root&password=secret',
  'a login from a variable': `jdbc:mysql://db-7.acme-prod.io/app?user=u&password=${'$'}{DB_PASSWORD}`,
  'a name beside a long name': 'secretAccessKey:resolveAwsSdkSigV4ConfigFromEnvironmentX',
  'a name beside a digest': `secretAccessKey:"",sha:"${draw(40, '0123456789abcdef')}"`,
  'a name beside a path': 'secretAccessKey from "node/aws/sdk/lib/Foo/Bar12345/Index/More"',
  'the secret of documentation': 'secretAccessKey || "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"',
  'a patch of a certificate': lines('+').replaceAll('PRIVATE KEY', 'CERTIFICATE'),
};
for (const [name, text] of Object.entries(quiet))
  test(`no credential is found: ${name}`, () => assert.deepEqual(namesIn(text), []));

for (const [name, before, secret] of [
  ['a secret access key', 'const a={secretAccessKey:"', awsSecret],
  ['a secret access key in the environment', 'AWS_SECRET_ACCESS_KEY=', awsSecret],
  [
    'a list that ends more often than it begins',
    `k=["x","y"].join('')].join('')].join('');t="`,
    `${first}${second}`,
  ],
] as const)
  test(`is told where it stands, and blanked alone: ${name}`, () => {
    const { found, redact } = searched(`${before}${secret}"`);
    assert.equal(found[0]?.secrets[0]?.column, before.length + 1);
    assert.equal(redact(`data/${secret}/x`), 'data/[secret]/x');
  });
