// What tools for deployment, tests, editors and agents leave beside a project: each as the tool writes it, and what only looks like it.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { RULES } from '../../../src/rules/index.ts';
import { type Files, lines, sightFiles } from './sensitive.ts';

const RULES_HERE = RULES.filter((rule) => rule.scope === 'package' && rule.id.startsWith('sensitive-file/'));

/** The rules that tell of one file, lying in a folder, as the only one of a package. */
function told(path: string, content: string | Buffer): string[] {
  const files: Files = { [path]: content };
  return RULES_HERE.flatMap((rule) =>
    rule.scope === 'package'
      ? sightFiles(rule, files).map(({ variant }) => `${rule.id.slice(15)}${variant ? ` ${variant}` : ''}`)
      : [],
  );
}

const hex = randomBytes(20).toString('hex');
const value = `${randomBytes(15).toString('base64url')}7aB`;
const json = (content: unknown) => JSON.stringify(content, null, 2);
const hunk = lines(
  'diff --git a/src/login.ts b/src/login.ts',
  'index 83db48f..bf269f4 100644',
  '--- a/src/login.ts',
  '+++ b/src/login.ts',
  '@@ -1,2 +1,2 @@',
  '-const a = 1;',
  '+const a = 2;',
);
const mailed = `From ${hex} Mon Sep 17 00:00:00 2001\nFrom: Jo Roe <jo@acme.io>\nSubject: [PATCH] Fix login\n\n---\n${hunk}-- \n2.39.2\n`;
const people = (host: string) =>
  Array.from({ length: 30 }, (_, row) => `${row},Jo,Roe,jo.roe${row}@${host}`).join('\n');
const personal = Buffer.from(`PAR1${'\0'.repeat(40)}\x15\x0c\x18\x05email\x25\0\x18\x0afirst_name\x25\0PAR1`);
const avro = (fields: string) =>
  Buffer.from(`Obj\x01\x04\x16avro.schema{"fields":[${fields}]}${'\0'.repeat(90)}`);

const FOUND: Readonly<Record<string, readonly [content: string | Buffer, ...expected: string[]]>> = {
  'a/.p4config': ['P4PORT=ssl:perforce.acme.corp:1666\nP4CLIENT=jo-ws\n', 'credentials settings'],
  'a/p4config.txt': ['P4PORT=perforce:1666\n', 'credentials settings'],
  'a/.svn/entries': ['12\n', 'version-control'],
  'a/.gitconfig': ['[user]\n\tname = Jo Roe\n\temail = jo@acme.io\n', 'credentials settings'],
  'a/.gitreview': ['[gerrit]\nhost=review.acme.corp\n', 'credentials settings'],
  'a/.firebaserc': [json({ projects: { default: 'acme-prod-7f3a1' } }), 'credentials settings'],
  'a/Pulumi.prod.yaml': [
    `encryptionsalt: v1:x\nconfig:\n  app:password:\n    secure: v1:${value}\n`,
    'credentials',
  ],
  'a/Pulumi.dev.yaml': [`config:\n  app:dbPassword: ${value}\n`, 'credentials'],
  'a/Pulumi.stage.yaml': ['config:\n  aws:region: eu-central-1\n', 'credentials settings'],
  'a/.pulumi/stacks/dev.json': [json({ version: 3, checkpoint: {} }), 'litter'],
  'a/.vercel/project.json': [json({ projectId: 'prj_1', orgId: 'team_1' }), 'litter'],
  'a/.netlify/state.json': [json({ siteId: 'a' }), 'litter'],
  'a/.terraform/environment': ['prod', 'litter'],
  'a/.aws/config': ['[profile prod]\nsso_account_id = 712345678901\n', 'credentials settings'],
  'a/.azure/azureProfile.json': [json({ subscriptions: [] }), 'litter'],
  'a/.ssh/id_ed25519.pub': ['ssh-ed25519 AAAAC3Nz jo@laptop\n', 'litter'],
  'a/cdk.out/manifest.json': [json({ version: '36.0.0' }), 'litter'],
  'a/cdk.context.json': [
    json({ 'vpc-provider:account=712345678901:region=eu-west-1': {} }),
    'credentials settings',
  ],
  'a/.serverless/serverless-state.json': [json({ environment: { DB_PASSWORD: value } }), 'credentials'],
  'a/bitwarden_export_20260101.json': [
    json({ encrypted: false, items: [{ login: { password: value } }] }),
    'credentials',
  ],
  'a/vault.1pux': [Buffer.from(`PK\x03\x04${'\0'.repeat(60)}`), 'credentials'],
  'a/old.psafe3': [Buffer.concat([Buffer.from('PWS3'), randomBytes(200)]), 'key'],
  'a/prod.postman_environment.json': [json({ values: [{ key: 'password', value }] }), 'credentials'],
  'a/typed.postman_environment.json': [
    json({ values: [{ key: 'id', value, type: 'secret' }] }),
    'credentials',
  ],
  'a/insomnia-export.json': [json({ resources: [{ data: { token: value } }] }), 'credentials'],
  'a/gitleaks-report.json': [json([{ RuleID: 'aws', Secret: value }]), 'credentials'],
  'a/.secrets.baseline': [json({ plugins_used: [], results: {} }), 'credentials settings'],
  'a/users.ldif': ['dn: uid=jo\nuserPassword:: e1NTSEF9YWJjZGVm\n', 'credentials'],
  'a/0001-fix-login.patch': [mailed, 'litter'],
  'wip.diff': [hunk, 'litter'],
  'a/app.code-workspace': [json({ folders: [{ path: '/Users/jroe/acme' }] }), 'litter'],
  'a/.settings/org.eclipse.core.prefs': ['eclipse.preferences.version=1\n', 'litter'],
  'a/acme.csproj.user': ['<Project><PropertyGroup/></Project>', 'litter'],
  'a/tags': ['!_TAG_FILE_FORMAT\t2\t/extended format/\n', 'litter'],
  'a/.pry_history': ['User.all\n', 'log history'],
  'a/.mycli-history': ['select 1;\n', 'log history'],
  'a/.octave_hist': ['x = 1\n', 'log history'],
  'a/.ts_node_repl_history': ['process.env\n', 'log history'],
  'a/.history': ['ls\n', 'log history'],
  'junit.xml': [
    '<testsuites><testsuite tests="1" hostname="x"><testcase name="y"/></testsuite></testsuites>',
    'log',
  ],
  'a/results.trx': ['<?xml version="1.0"?><TestRun runUser="ACME\\jroe"></TestRun>', 'log'],
  'a/test-results/.last-run.json': [json({ status: 'failed' }), 'test data'],
  'a/cassettes/login.yml': [
    `http_interactions:\n- request:\n    method: post\n    uri: https://api.acme.io\nrecorded_with: VCR 6.1.0\n`,
    'dump',
  ],
  'a/login.yaml': [`interactions:\n- request:\n    method: GET\n    uri: https://x\nversion: 1\n`, 'dump'],
  'a/customers.csv': [`id,first,last,email\n${people('posteo.de')}\n`, 'dump people'],
  'a/contacts.vcf': [`BEGIN:VCARD\n${people('posteo.de')}\n`, 'dump people'],
  'a/customers.parquet': [personal, 'dump people'],
  'a/customers.avro': [avro('{"name":"email"},{"name":"phone_number"}'), 'dump people'],
  'a/.continuerules': ['Use tabs\n', 'agent-instructions'],
  'a/.specstory/history/a.md': ['# fix it\n', 'agent-instructions'],
  'a/repomix-output.xml': [
    'This file is a merged representation of the entire codebase, combined into a single document by Repomix.\n',
    'agent-instructions',
  ],
  'a/digest.txt': [
    `Directory structure:\n└── acme/\n\n${'='.repeat(48)}\nFILE: a.ts\n${'='.repeat(48)}\n`,
    'agent-instructions',
  ],
  'deploy/fly.toml': [lines('app = "acme"', '[env]', `  DB_PASSWORD = "${value}"`), 'credentials'],
  'wrangler.toml': [lines('name = "acme"', '[vars]', `API_TOKEN = "${value}"`), 'credentials'],
  'wrangler.jsonc': [
    lines('{ // the worker', `  "vars": {`, `    "STRIPE_SECRET": "${value}"`, '} }'),
    'credentials',
  ],
  'samconfig.toml': [
    lines(
      'version = 0.1',
      '[default.deploy.parameters]',
      `parameter_overrides = "DbPassword=\\"${value}\\" Stage=prod"`,
    ),
    'credentials',
  ],
  'gcloud/configurations/config_default': [
    lines('[core]', 'account = jo@acme.io', 'project = acme-prod'),
    'credentials settings',
  ],
  'keycloak/realm-export.json': [
    json({ realm: 'acme', clients: [{ clientId: 'api', secret: value }] }),
    'credentials',
  ],
  'acme-realm.json': [
    json({
      realm: 'acme',
      users: [
        {
          credentials: [
            { type: 'password', secretData: json({ value: hex, salt: 'a' }).replace(/\s+/g, '') },
          ],
        },
      ],
    }),
    'credentials',
  ],
  'seed/users.json': [
    json([{ email: 'jo@acme.io', password: `$2b$10$${'aB3dE5gH'.repeat(6)}aB3dE` }]),
    'credentials',
  ],
  'data/customers.json': [
    json(Array.from({ length: 30 }, (_, row) => ({ id: row, email: `jo.roe${row}@posteo.de` }))),
    'dump people',
  ],
  'data/app.nedb': [`{"password_hash":"$argon2id$v=19$m=65536,t=3,p=4$${hex}$${hex}"}\n`, 'credentials'],
  'api/environments/prod.bru': [
    lines('vars {', '  host: https://acme.io', `  api_token: ${value}`, '}'),
    'credentials',
  ],
  'api/http-client.private.env.json': [json({ prod: { token: value } }), 'credentials'],
  'group_vars/all.yml': [
    lines('db_password: !vault |', '          $ANSIBLE_VAULT;1.1;AES256', '          61626364656667'),
    'credentials',
  ],
  'enpass.json': [
    json({ items: [{ fields: [{ label: 'Password', sensitive: 1, type: 'password', value }] }] }),
    'credentials',
  ],
  'a/nock.json': [
    json([{ scope: 'https://api.acme.io:443', method: 'GET', path: '/a', rawHeaders: [] }]),
    'dump',
  ],
  'a/0-trace.network': [`{"type":"resource-snapshot","snapshot":{"request":{"headers":[]}}}\n`, 'dump'],
  'a/test.trace': [`{"version":8,"type":"context-options","origin":"testRunner"}\n`, 'dump'],
  'a/capture.saz': [Buffer.concat([Buffer.from('PK\x03\x04\x14\0', 'latin1'), Buffer.alloc(60)]), 'dump'],
  '.crush.json': [json({ $schema: 'https://charm.land/crush.json', mcp: {} }), 'agent-instructions'],
  '.coderabbit.yaml': [lines('reviews:', '  profile: chill'), 'agent-instructions'],
  '.aiexclude': [lines('*.pem'), 'agent-instructions'],
  'logs/session.jsonl': [
    `{"parentUuid":null,"type":"user","message":{"role":"user"},"cwd":"/home/jo/acme","sessionId":"${hex}"}\n`,
    'agent-instructions',
  ],
  'a/rollout-2026.jsonl': [
    `{"timestamp":"2026-03-01T10:00:00Z","type":"session_meta","payload":{}}\n`,
    'agent-instructions',
  ],
  'logs/1_build.txt': ['2026-03-01T10:00:00.1234567Z ##[group]Runner Image\n', 'log'],
  'home/auth.json': [
    json({ auth_mode: 'chatgpt', tokens: { refresh_token: `rt_${value}${value}` } }),
    'credentials',
  ],
  '.modal.toml': [lines('[jo]', `token_secret = "as-${value}"`), 'credentials'],
  'a/chat/0.jsonl': [
    `{"type":"session","version":3,"id":"a","timestamp":"2026-03-01T10:00:00Z","cwd":"/home/jo/acme"}\n`,
    'agent-instructions',
  ],
  'data/tuning.jsonl': [
    `{"messages":[{"role":"system","content":"Answer as Acme would."}]}\n`,
    'agent-instructions prompt',
  ],
  '.newtool/rules/style.md': ['Never touch the billing module.\n', 'agent-instructions'],
  '.newtool/skills/pdf/SKILL.md': ['---\nname: pdf\n---\nRead it.\n', 'agent-instructions'],
  '.newtoolrules': ['Never touch the billing module.\n', 'agent-instructions'],
  'GROK.md': ['Run the tests first.\n', 'agent-instructions'],
  'NOTES.md': [
    '# NOTES.md\n\nThis file provides guidance to Claude Code (claude.ai/code) when working with code in this repository.\n',
    'agent-instructions prompt',
  ],
  'conf/style.mdc': [
    '---\ndescription: Style\nglobs: "*.ts"\nalwaysApply: true\n---\nTabs.\n',
    'agent-instructions prompt',
  ],
  'ai/review.agent.md': [
    '---\ndescription: Reviews\ntools: [search]\n---\nRead it.\n',
    'agent-instructions prompt',
  ],
  'ai/chat.prompty': [
    '---\nname: a\n---\nsystem:\nYou are an assistant of Acme.\n',
    'agent-instructions prompt',
  ],
  'docs/login.md': [
    '# Login\n_Exported on 1/2/2026 at 10:00:00 GMT from Cursor (1.2.3)_\n',
    'agent-instructions',
  ],
  'conf/a.json': [json({ mcpServers: { db: { command: 'acme-db' } } }), 'agent-instructions'],
  'conf/b.json': [
    json({ mcpServers: { db: { env: { URL: 'a' }, url: 'https://db-mcp.acme.dev' } } }),
    'agent-instructions',
  ],
  '.exrc': ['set tabstop=2\n', 'litter'],
  'a/app.bak.js': ['let a;\n', 'litter'],
  'a/Copy of a.js': ['let a;\n', 'litter'],
  'out/run.txt': ['2026-03-01T10:00:00Z INFO start\n2026-03-01T10:00:01Z ERROR stop\n', 'log'],
  'out/access_log-20260301': ['10.9.8.7 - - [01/Mar/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 5\n', 'log'],
  'out/a.log': ['{"level":30,"time":1772359200000,"pid":1,"hostname":"build-7","msg":"x"}\n', 'log'],
  'out/crash.json': [json({ header: { reportVersion: 3, event: 'Allocation failed' } }), 'log'],
  'a/recording': [Buffer.concat([Buffer.from('FLR\0\0\x02\0\0', 'latin1'), Buffer.alloc(90)]), 'dump'],
  'a/events': [Buffer.concat([Buffer.from('ElfFile\0', 'latin1'), Buffer.alloc(90)]), 'dump'],
  'a/all': [Buffer.concat([Buffer.from('6de29981', 'hex'), Buffer.alloc(90)]), 'dump'],
  // What tells these stands further in, behind any first byte.
  'a/one.bin': [
    Buffer.concat([Buffer.from('7b6c210759876da94455434b', 'hex'), Buffer.alloc(90)]),
    'dump database',
  ],
  'a/two.bin': [
    Buffer.concat([Buffer.from('30000000000000003000000000000000542d4442', 'hex'), Buffer.alloc(90)]),
    'dump database',
  ],
  'a/three.bin': [
    Buffer.concat([
      Buffer.from('IxF2@\0\0\0d\0\0\0\0\0\0\0\0\0\x10\0\0\0\0\0\0\0\x10\0\0\0\0\0\x01', 'latin1'),
      Buffer.alloc(90),
    ]),
    'dump database',
  ],
};
for (const [path, [content, ...expected]] of Object.entries(FOUND))
  test(`tells: ${path}`, () => assert.deepEqual(told(path, content), expected));

const QUIET: Readonly<Record<string, string | Buffer>> = {
  'docs/perforce.md': '# Perforce\n\nPut `P4PORT=perforce:1666` into `.p4config`.\n',
  'a/Pulumi.yaml': 'name: app\nruntime: nodejs\n',
  'docs/pulumi.md': '```yaml\nconfig:\n  app:x:\n    secure: v1:...\n```\n',
  'a/.npmignore': 'src\n',
  'a/.eslintrc.json': '{}',
  'a/.editorconfig': 'root = true\n',
  'a/.gitattributes': '* text=auto\n',
  'a/.nycrc': '{}',
  'a/.secrets': '',
  'patches/lodash+4.17.21.patch': hunk,
  'patches/0001-upstream.patch': mailed,
  'a/lodash@4.17.21.patch': mailed,
  'deps/zlib/0001-upstream.patch': mailed,
  'src/a.patch': hunk,
  'lib/patch.js': 'export const patch = 1;',
  'lib/tags': 'a\nb\n',
  'lib/digest.txt': 'The digest of a message.\n',
  'HISTORY.md': '# History\n',
  'lib/history.json': '[]',
  'feed.xml': '<rss><item/></rss>',
  'schema.xml': '<xs:element name="testsuite"/>',
  'lib/interactions.yaml': 'interactions:\n- click\n- hover\nversion: 1\n',
  'lib/cassette.yml': 'type: cassette\nlabel: C60\n',
  'lib/countries.csv': 'code,name\nDE,Germany\n',
  'lib/example.csv': `id,first,last,email\n${people('example.com')}\n`,
  'lib/few.csv': `id,first,last,email\n${people('posteo.de').split('\n', 5).join('\n')}\n`,
  'lib/flights.parquet': Buffer.from(`PAR1${'\0'.repeat(40)}\x18\x05delay\x18\x06originPAR1`),
  'lib/events.avro': avro('{"name":"time"},{"name":"kind"}'),
  'lib/acme.user': 'name = x\n',
  'lib/bitwarden.json': json({ name: 'bitwarden', icon: 'a.svg' }),
  'lib/insomnia.json': json({ token: '{{ token }}', value: 'your-token-here' }),
  'lib/collection.postman_environment.json': json({ values: [{ key: 'password', value: '' }] }),
  'lib/ids.postman_environment.json': json({
    values: [{ key: 'tenant', value: '0b7a3c1e-8f0a-4b8e-9f0a-1c2d3e4f5a6b', type: 'default' }],
  }),
  'lib/insomnia-ids.json': json({ resources: [{ name: 'id', value: '5f3c2a1b9d8e7f6a5b4c3d2e' }] }),
  'lib/suites.xml': '<testsuites><testsuite name="smoke"><file>a.php</file></testsuite></testsuites>',
  'docs/repomix.md': '# Repomix\n\nPacks a repository into one file.\n',
  'deploy/fly.toml': lines('app = "acme"', '[env]', '  PORT = "8080"', '  API_TOKEN = "your-token-here"'),
  'a/wrangler.toml': lines(
    'name = "acme"',
    'compatibility_date = "2026-01-01"',
    '[vars]',
    'ENVIRONMENT = "production"',
  ),
  'a/samconfig.toml': lines('version = 0.1', '[default.deploy.parameters]', 'stack_name = "app"'),
  'gcloud/config_default': lines('[paths]', 'a = 1'),
  'a/realm-export.json': json({ realm: 'acme', clients: [{ clientId: 'api', secret: '**********' }] }),
  'a/realm.json': json({ name: 'a place', size: 3 }),
  'a/users.json': json([{ email: 'jo@example.com', password: 'secret' }]),
  'lib/database.json': json({ mysql: { source: 'iana' } }),
  'data/members.json': json([{ name: 'Jo', email: 'jo@example.com' }]),
  'api/environments/local.bru': lines(
    'vars {',
    '  host: http://localhost',
    '  token: your_secret_token',
    '}',
  ),
  'api/get.bru': lines('meta {', '  name: get', '}', 'get {', '  url: {{host}}/a', '}'),
  'a/http-client.env.json': json({ dev: { host: 'http://localhost:3000', token: '{{token}}' } }),
  'a/vars.yml': lines('db_password: "{{ vault_db_password }}"'),
  'lib/scopes.json': json([{ scope: 'https://www.googleapis.com/auth/drive', name: 'Drive' }]),
  'lib/a.trace': 'at 0x1 in main\n',
  'lib/a.network': '{"nodes":[],"edges":[]}',
  'a/crush.json': json({ name: 'candy' }),
  'schemas/wrangler.json': json({
    type: 'object',
    properties: { token: { type: 'string', description: 'The API token' } },
  }),
  'data/train.jsonl': '{"prompt":"a","completion":"b"}\n',
  'docs/1_introduction.txt': 'Introduction\n',
  'docs/agents.mdc': '# Agents\n\nThis page provides guidance to users when choosing an agent.\n',
  'docs/rules.md': '---\ntitle: Rules\n---\nSet `alwaysApply: true`.\n',
  '.sgtool/rules/no-await.yml': 'id: no-await\nmessage: Do not await here\n',
  '.linter/rules/no-x.js': 'export default { create() {} };\n',
  '.linter/rules/README.md': '# Rules\n\nEach is one file.\n',
  'docs/servers.md':
    '# Servers\n\nThis document provides guidance for developers and agents when working with servers.\n',
  'docs/start.md': '# Start\n\nIt provides instructions for each tool. Mind this when working with code.\n',
  'conf/servers.schema.json': json({ mcpServers: { type: 'object', properties: { command: {} } } }),
  '.changeset/red-dogs-sing.md': '---\n"acme": patch\n---\nMend it.\n',
  'examples/mcp-config.json': json({ mcpServers: { acme: { command: 'npx' } } }),
  'lib/servers.json': json({ mcpServers: 'a list' }),
  'ChangeLog.txt': '2026-03-01  Jo Roe\n\n\t* a.c: Mend an error.\n2026-02-01  Jo Roe\n',
  'lib/times.txt': '2026-03-01 10:00:00 1.5\n2026-03-01 11:00:00 1.7\n',
  'lib/header.json': json({ header: { title: 'Acme' }, body: [] }),
  'lib/node.json': json({ name: 'tree', version: '1.0.0' }),
  'lib/orig.js': 'export const orig = 1;\n',
  'lib/three.bin': Buffer.concat([Buffer.from('IxF2'), Buffer.alloc(90)]),
  'lib/a.vec': '3 2\nred green\n',
  'lib/a.bin': Buffer.concat([Buffer.from('10 20\n'), Buffer.alloc(40)]),
};
for (const [path, content] of Object.entries(QUIET))
  test(`quiet: ${path}`, () => assert.deepEqual(told(path, content), []));
