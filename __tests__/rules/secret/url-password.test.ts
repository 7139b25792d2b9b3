import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/secret/url-password.ts';
import { sightIn } from './sight.ts';

const password = ['k7Qm', '2xVt', '9s'].join('');
const at = (scheme: string, login: string, rest: string) => [scheme, '://', login, '@', rest].join('');
const login = `deployer:${password}`;

const leaking: Record<string, string> = {
  'a database': at('postgres', login, 'db-7.acme-prod.io:5432/app'),
  'a database by its service name': at('mongodb+srv', login, 'cluster0.ab1cd.mongodb.net/app?w=majority'),
  'a cache without a user': at('redis', `:${password}`, 'cache.acme-prod.io:6379'),
  'a registry': `npm config set registry ${at('https', login, 'npm.acme-prod.io/')}`,
  'a repository': `"repository": "${at('git+https', login, 'git.acme-prod.io/app.git')}"`,
  'a database of Java': `jdbc:${at('mysql', login, 'db.acme-prod.io/app')}`,
  'slashes that JSON of PHP escapes': JSON.stringify({
    dsn: at('mysql', login, 'db.acme-prod.io/app'),
  }).replaceAll('/', '\\/'),
  'a password with signs': at('amqps', `svc:${password}%21$*+`, 'mq.acme-prod.io'),
};
const clean: Record<string, string> = {
  'an example host': at('https', login, 'example.com/') + at(' postgres', login, 'localhost/app'),
  'example words': [
    'user:pass',
    'username:password',
    'admin:changeme',
    'foo:bar',
    'user:secret',
    'root:root',
    'me:mypassword',
    'user:hunter2',
  ]
    .map((words) => at('https', words, 'git.acme-prod.io/'))
    .join('\n'),
  'a template string': at('postgres', `\${user}:\${password}`, `\${host}:5432/app`),
  'a concatenation': '"mongodb://"+user+":"+password+"@"+host+"/"+name',
  'format strings': at('mysql', '%s:%s', '%s:%d/%s') + at(' redis', ':%(password)s', 'cache.acme-prod.io'),
  variables:
    at('https', 'oauth2:$GITLAB_TOKEN', 'git.acme-prod.io/') +
    at(' https', '{user}:{password}', 'git.acme-prod.io'),
  'a pattern': '/^(https?):\\/\\/([^:@]+):([^@]+)@([^/]+)/',
  'an address without a login': 'https://acme-prod.io:8443/a@b and http://acme-prod.io/x:y@z',
  'an anonymous login': at('ftp', 'anonymous:guest@acme', 'ftp.acme-prod.io'),
  'a scope in a path': 'https://esm.sh:443/@acme/app and https://unpkg.com/:x@1',
  'a place and a block or an account of a chain':
    at('http', 'localhost:8545', '8675309') + at(' http', '127.0.0.1:13337', 'fork.acme-prod.io'),
  'a number for a host': at('http', login, '8675309'),
  'an e-mail address': 'mailto:someone@acme-prod.io https://acme-prod.io?mail=a:b@c.io',
};

for (const [name, text] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    const [first, ...others] = sightIn(rule, 'a.js', text);
    assert.match(
      first?.message ?? 'nothing',
      /^This file holds a user name and password in an address \([a-z+:]+\/\/…, \d+ characters\)\.$/,
    );
    assert.deepEqual(others, []);
    assert.ok(!JSON.stringify(first).includes(password));
  });
}
for (const [name, text] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightIn(rule, 'README.md', text), []));
}
