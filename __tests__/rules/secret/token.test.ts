import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/secret/token.ts';
import { madeText, sightIn } from './sight.ts';

const github = madeText('a GitHub token')
  .replace(/^https:\/\/(\w+):.*$/, 'ghp_$1')
  .slice(0, 40);

const leaking: Record<string, [string, RegExp]> = {
  'a token in a script': [
    `const t="${github}";`,
    /^This file holds a GitHub token \(ghp_…, 40 characters\)\.$/,
  ],
  'a token behind an escaped line break': [`{"env":"A=1\\n${github}\\n"}`, /GitHub token/],
  'a token after a letter beyond ASCII': [`clé${github}`, /GitHub token/],
  'a token three levels of escaping deep': [
    JSON.stringify({ a: JSON.stringify({ b: `x\n${github}` }) }),
    /GitHub token/,
  ],
  'one token twice': [`${github}\n${github}\n`, /, in 2 places\.$/],
  'a token in base64': [
    `v: ${Buffer.from(`key=${github}`).toString('base64')}`,
    /^Text that stands in this file as base64 holds a GitHub token/,
  ],
  'a token in base64 of the URL kind': [
    `v=${Buffer.from(`??>>${github}~~`).toString('base64url')}`,
    /as base64 holds/,
  ],
  'a token in base64 in a string of lines': [
    JSON.stringify(
      Buffer.from(`${'all of it '.repeat(9)}${github}`)
        .toString('base64')
        .replace(/.{64}/g, '$&\n'),
    ),
    /as base64 holds/,
  ],
  'a registry login': [
    madeText('the login token of a registry'),
    /the login token of a registry \(36 characters\)/,
  ],
  'a Slack webhook': [`fetch('${madeText('a Slack webhook')}')`, /a Slack webhook/],
};

const body = (length: number) => 'a8B3kZ0qWm5tRx7yLp2sVn9cJf4hGd6uQe1oTi'.repeat(3).slice(0, length);
const webToken = (claims: object) =>
  [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(body(43))
    .join('.');
const clean: Record<string, string> = {
  'a row of x': `ghp_${'x'.repeat(36)} and ghp_XXXX`,
  'an example by its words': `ghp_${`EXAMPLE${body(29)}`} npm_${`yourTokenHere${body(10)}example${body(6)}`}`,
  'the alphabet': `ghp_${'abcdefghijklmnopqrstuvwxyz0123456789'}`,
  'a name that begins as a token does': `process.env.npm_config_${'electron_use_remote_checksums'}`,
  dots: 'OPENAI_API_KEY=sk-... and sk-proj-... ANTHROPIC_API_KEY=sk-ant-...',
  'a template': `\`//registry.npmjs.org/:_authToken=\${NPM_TOKEN}\` and _authToken=$NPM_TOKEN`,
  'a pattern that finds tokens':
    'const t = /gh[pousr]_[A-Za-z0-9_]{36,255}/; const s = /xox[baprs]-[0-9a-zA-Z-]{10,48}/',
  "the token in GitHub's description of its API": `"token": "ghs_${'16C7e42F292c6912'}${'E7710c838347Ae178B4a'}"`,
  'the client secret there': `"client_secret": "${'1726be1638095a19edd1'}${'34c77bde3aa2ece1e5d8'}"`,
  'a token that is too short': `ghp_${body(30)}`,
  'a token that is too long': `ghp_${body(90)}`,
  'webhooks of Slack in documentation':
    'https://hooks.slack.com/services/T0XXX/B0XXX/your-token https://hooks.slack.com/services/T000/B000/XXX',
  'a webhook of Slack with numbers alone': 'https://hooks.slack.com/services/T1234/B5678/abcd',
  'Slack as documented': 'xoxb-your-bot-token-here xoxb-not-a-real-token-this-will-not-work',
  'words with a dash': 'task-runner-with-a-very-long-name-that-goes-on-and-on risk-free disk-',
  hashes: `sha512-${Buffer.from(body(64)).toString('base64')} ${'0a1b2c3d4e5f60718293a4b5c6d7e8f9'}`,
  'a login of a registry as documented': `//r.dev/:_auth=${Buffer.from('username:password').toString('base64')} _password=${Buffer.from('your-password-here').toString('base64')}`,
  'a picture that begins as a token does': `url(data:;base64,EAAB${body(38).repeat(4).replaceAll('Z', 'y')}+/9a=)`,
  'the class of an icon': `<i class="ico-${'chevrondownleft'.repeat(2)}12"></i>`,
  'a token of words': 'npm config set //localhost:4873/:_authToken="verySecretRegistryToken"',
  'a login of a registry from the environment': `_auth=\${NPM_AUTH_IN_BASE64_FORMAT} _password=$NPM_PASSWORD_IN_BASE64`,
  'the JSON Web Token that everybody shows': webToken({
    sub: '1234567890',
    name: 'John Doe',
    iat: 1516239022,
  }),
  'a JSON Web Token of a login': webToken({ sub: '7', iat: 1735689600, exp: 1735693200 }),
  'a JSON Web Token that anybody gets': webToken({ role: 'anon', iat: 1735689600, exp: 2051222400 }),
  'a JSON Web Token without a signature': webToken({ role: 'service_role' }).replace(/\.[^.]*$/, '.'),
  'JSON in base64': Buffer.from(
    JSON.stringify({ alg: 'HS256', role: 'service_role', text: body(90) }),
  ).toString('base64'),
  'a test key of Stripe that is printed in its documentation': `sk_test_${['4eC39HqLyj', 'WDarjtT1zdp7dc'].join('')}`,
};

for (const [name, [text, message]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    const [first, ...others] = sightIn(rule, 'a.js', text);
    assert.match(first?.message ?? 'nothing', message);
    assert.deepEqual(others, []);
    assert.equal(first?.variant, undefined);
  });
}
for (const [name, text] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightIn(rule, 'a.js', text), []));
}

test('a key of a test account is milder', () => {
  const [seen] = sightIn(rule, 'a.js', madeText('a Stripe secret key of a test account'));
  assert.equal(seen?.variant, 'limited');
});

test('two tokens of a kind are two findings, told apart by their order', () => {
  const other = `ghp_${body(36)}`;
  const seen = sightIn(rule, 'a.js', `${github}\n${other}`);
  assert.deepEqual(
    seen.map(({ line, detail }) => [line, detail]),
    [
      [1, 'a GitHub token 1'],
      [2, 'a GitHub token 2'],
    ],
  );
});
