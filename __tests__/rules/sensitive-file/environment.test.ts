import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { rule } from '../../../src/rules/sensitive-file/environment.ts';
import { rawZip } from '../../zips.ts';
import { type Cases, lines, sightFiles, testCases } from './sensitive.ts';

/** Made for each run: nothing that looks like a secret stands in the repository. */
const random = randomBytes(24).toString('hex');
const secret = lines('# production', 'NODE_ENV=production', `SESSION_SECRET=${random}`, 'PORT=3000');
const settings = lines('NODE_ENV=production', 'PORT=3000', 'LOG_LEVEL=debug');
const empty = lines('# copy this', 'API_KEY=', 'DATABASE_URL=""', 'PASSWORD=your-password-here');

const cases: Cases = {
  '.env': [{ '.env': secret }, ['.env']],
  'every spelling': [
    {
      '.env.local': secret,
      '.env.production': secret,
      '.env.production.local': secret,
      '.env-prod': secret,
      '.ENV': secret,
      'config/prod.env': secret,
      'deploy/app.env.staging': secret,
      '.flaskenv': secret,
      'worker/.dev.vars': secret,
      dotenv: secret,
      'env.production': secret,
      '.env copy': secret,
      '.env (1)': secret,
      '.env2': secret,
      '.env.bak': secret,
      '.env~': secret,
      '.secrets': secret,
      'build/env': secret,
    },
    [
      '.env.local',
      '.env.production',
      '.env.production.local',
      '.env-prod',
      '.ENV',
      'config/prod.env',
      'deploy/app.env.staging',
      '.flaskenv',
      'worker/.dev.vars',
      'dotenv',
      'env.production',
      '.env copy',
      '.env (1)',
      '.env2',
      '.env.bak',
      '.env~',
      '.secrets',
      'build/env',
    ],
  ],
  'as JSON and YAML': [
    {
      '.env.json': JSON.stringify({ NODE_ENV: 'production', SESSION_SECRET: random, PORT: 3000 }, null, 2),
      'a/.env.yaml': lines('# production', 'NODE_ENV: production', `SESSION_SECRET: "${random}"`),
      'b/.env.production.yml': lines('production:', '  PORT: 3000', `  API_TOKEN: ${random}`),
      'c/.env.json': JSON.stringify({ development: { PORT: 3000, LOG_LEVEL: 'debug' } }),
      'd/.env.example.json': JSON.stringify({ API_KEY: 'your-key-here' }),
      'e/.env.schema.json': JSON.stringify({ type: 'object', properties: { API_KEY: { type: 'string' } } }),
      'f/.env.json': '[]',
      'g/.env.yaml': lines('name: acme', 'channels:', '  - conda-forge', 'dependencies:', '  - python'),
    },
    ['.env.json', 'a/.env.yaml', 'b/.env.production.yml', 'c/.env.json settings'],
  ],
  'a .envrc with commands': [
    { '.envrc': lines('layout node', 'use flake', 'dotenv_if_exists', `export API_TOKEN=${random}`) },
    ['.envrc'],
  ],
  'values in quotes, over lines, and behind export': [
    { '.env': lines(`export TOKEN='${random}'`, 'TEXT="first', 'second', 'third"', "NAME='a'") },
    ['.env'],
  ],
  'a password in an address': [
    { '.env': 'DATABASE_URL=postgres://app:Hn3v-kk2@db.internal:5432/app\n' },
    ['.env'],
  ],
  'a password that people think of': [{ '.env': 'DB_PASSWORD=Sommer#2026!\n' }, ['.env']],
  'UTF-16 as PowerShell writes it': [{ '.env': Buffer.from(`\ufeff${secret}`, 'utf16le') }, ['.env']],
  'lines of Windows': [{ '.env': secret.replaceAll('\n', '\r\n') }, ['.env']],
  'a dependency that is packed along': [{ 'node_modules/a/.env': secret }, ['node_modules/a/.env']],
  'inside a zip and a gzip': [
    { 'app.zip': rawZip([{ name: 'dist/.env', body: secret }]), '.env.gz': gzipSync(secret) },
    ['app.zip!/dist/.env', '.env.gz!/.env'],
  ],
  'settings alone': [{ '.env': settings, '.env.test': 'CI=true\n' }, ['.env settings', '.env.test settings']],
  'settings that a generator copies': [{ 'template/.env': settings }, ['template/.env template']],
  'a secret in a template': [{ 'template/.env': secret }, ['template/.env']],
  'a secret in an example': [
    { '.env.example': secret, 'sample.env': secret },
    ['.env.example example', 'sample.env example'],
  ],

  'an example without values': [
    {
      '.env.example': empty,
      '.env.sample': empty,
      '.env.template': empty,
      '.env.dist': empty,
      '.env.defaults': settings,
      'example.env': empty,
    },
    [],
  ],
  'a .env without values': [{ '.env': lines('API_KEY=', '# nothing else') }, []],
  'an empty .env': [{ '.env': '', '.env.local': '\n' }, []],
  'a module that is called .env': [
    {
      '.env.js': lines(
        "import { config } from 'dotenv';",
        'export const env = config();',
        'if (env.error) {',
        '  throw env.error;',
        '}',
      ),
    },
    [],
  ],
  'a module of constants': [
    { '.env.mjs': lines('export const PORT = 3000;', "export const HOST = 'a';") },
    [],
  ],
  'prose and data of that name': [
    {
      'docs/dot.env': lines('A dotenv file holds variables.', 'Here is how it works.', 'A = B means that.'),
      'a.env': '{"a": 1}\n',
    },
    [],
  ],
  'a program that reads environments': [
    { 'env.js': secret, 'environment.ts': secret, 'dist/dotenv.js': secret },
    [],
  ],
  'a folder that is called so': [{ '.env/bin/activate': 'VIRTUAL_ENV=/a\n' }, []],
  'a binary file of that name': [{ '.env': randomBytes(5000) }, []],
};

testCases(rule, cases);

test('counts what is set, and names no value', () => {
  const [sighting] = sightFiles(rule, { '.env': secret });
  assert.equal(
    sighting?.message,
    'This dotenv file gives values to 3 variables, of which 1 is a secret by name or look.',
  );
  assert.deepEqual(sighting.evidence, { variables: 3, filled: 3, secrets: 1 });
  assert.ok(!JSON.stringify(sighting).includes(random));
});

testCases(rule, {
  'variables in a file of another name': [
    { 'conf/prod.txt': secret, settings: secret, 'vars/prod.cfg': secret, 'env.local.json.txt': secret },
    ['conf/prod.txt', 'settings', 'vars/prod.cfg', 'env.local.json.txt'],
  ],
  'texts that begin so': [
    {
      'limits.txt': 'MAX=3\nMIN=4\nRATE=5\nNAME=a\n',
      'en.txt':
        'HELLO=Hello there\nPASSWORD=Password 2!\nTOKEN=Token\nSECRET_QUESTION=Your secret question\n',
      'keys.txt': 'API_KEY=\nTOKEN=<your token>\nSECRET=changeme\n',
      'readme.txt': `KEY=VALUE pairs.\n\nThey are read from a file. ${random}\nAnd more text.\n`,
      'two.txt': `A=1\nSECRET=${random}\n`,
      'a.md': secret,
    },
    [],
  ],
});
