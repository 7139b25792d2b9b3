import { randomBytes } from 'node:crypto';
import { rule } from '../../../src/rules/sensitive-file/credentials.ts';
import { lines, testCases } from './sensitive.ts';

const value = randomBytes(20).toString('hex');
const base64 = randomBytes(30).toString('base64');
const named = (files: Record<string, string>) => [files, Object.keys(files)] as const;

testCases(rule, {
  '.npmrc with a token': named({
    'demo/.npmrc': `//registry.example.net/:_authToken=${value}\n`,
    '.npmrc': `_auth="${base64}"\n`,
  }),
  'other package managers': named({
    '.yarnrc.yml': `nodeLinker: node-modules\nnpmAuthToken: "${value}"\n`,
    '.pypirc': lines('[pypi]', 'username = __token__', `password = ${value}`),
    'pip.conf': lines('[global]', `index-url = https://ci:${value}@pypi.internal/simple`),
    'bunfig.toml': lines('[install]', `registry = { url = "https://r.internal", token = "${value}" }`),
    '.cargo/credentials.toml': lines('[registry]', `token = "${value}"`),
    'NuGet.config': `<configuration><add key="ClearTextPassword" value="${value}" /></configuration>`,
    'auth.json': `{"github-oauth": {"github.com": "${value}"}}`,
  }),
  'hosts and databases': named({
    '.netrc': `machine api.internal login ci password ${value}\n`,
    '.git-credentials': `https://ci:${value}@git.internal\n`,
    '.htpasswd': 'admin:$apr1$qHDFfhPC$nITSVHgYbDAK1Y0acGRnY0\n',
    '.pgpass': `db.internal:5432:app:app:${value}\n`,
    '.my.cnf': lines('[client]', `password=${value}`),
    'sftp.json': `{"host": "a", "password": "${value}"}`,
    'wp-config.php': `<?php define('DB_PASSWORD', '${value}');`,
  }),
  clouds: named({
    '.aws/credentials': lines('[default]', 'aws_access_key_id = AKIA', `aws_secret_access_key = ${base64}`),
    'home/.docker/config.json': `{"auths": {"registry.internal": {"auth": "${base64}"}}}`,
    '.kube/config': lines(
      'apiVersion: v1',
      'clusters:',
      '- name: a',
      'users:',
      '- user:',
      `    token: ${value}`,
    ),
    'prod.kubeconfig': lines('clusters:', 'users:', `    client-key-data: ${base64}`),
    'terraform.tfstate':
      '{"version": 4, "terraform_version": "1.9.0", "serial": 3, "lineage": "a", "resources": []}',
    'infra/terraform.tfstate.backup': '{"version": 4, "terraform_version": "1.9.0", "resources": []}',
    'prod.tfvars': `db_password = "${value}"\n`,
    'my-service-account.json': JSON.stringify({
      type: 'service_account',
      private_key: `-----BEGIN PRIVATE KEY-----\n${randomBytes(400).toString('base64')}`,
    }),
    'client_secret_1.apps.json': `{"installed": {"client_secret": "${value}"}}`,
    'config/master.key': `${randomBytes(16).toString('hex')}\n`,
    'local.settings.json': `{"IsEncrypted": false, "Values": {"Storage": "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${base64}"}}`,
  }),
  'odd forms': named({
    '.netrc': lines(
      'machine a.internal',
      '  login ci',
      '  account x',
      '  password',
      `  ${value}`,
      'macdef init',
      'cd /',
    ),
    _netrc: `default\tlogin ci\tpassword\t"${value}"\n`,
    '.yarnrc': `"//registry.acme.dev/:_authToken" "${value}"\n`,
    'a/.yarnrc.yml': lines('npmScopes:', '  acme:', `    npmAuthIdent: "ci:${value}"`),
    '.pypirc': lines(
      '[distutils]',
      'index-servers =',
      '    pypi',
      '[pypi]',
      'username: ci',
      `password: ${value}`,
    ),
    'a/.npmrc': `//registry.acme.dev/:_password=${Buffer.from('Zk81pqw').toString('base64')}\n`,
    'b/.npmrc': '//registry.acme.dev/:_authToken = 7f3a91\n',
    '.npmrc.bak': `//registry.acme.dev/:_authToken=${value}\n`,
    '.netrc~': `machine a.internal login ci password ${value}\n`,
    'docker/config.json': `{"auths": {"registry.internal": {"auth": "${base64}"}}}`,
    'site.pubxml': `<Project><PropertyGroup><UserPWD>${value}</UserPWD></PropertyGroup></Project>`,
    'site.pubxml.user': `<Project><PropertyGroup><UserPWD>${value}</UserPWD></PropertyGroup></Project>`,
    'acme.PublishSettings': `<publishProfile userName="$acme" userPWD="${value}" />`,
    'state.json': '{\n  "version": 4,\n  "terraform_version": "1.9.0",\n  "lineage": "a"\n}',
  }),
  'a kubeconfig under any name': named({
    'admin.conf': lines(
      'apiVersion: v1',
      'kind: Config',
      'users:',
      '- name: a',
      '  user:',
      `    token: ${value}`,
    ),
    'cluster.yaml': lines('kind: Config', 'users:', '- name: a', '  user:', `    password: ${value}`),
  }),
  'the same without a login': [
    {
      'docker/config.json': '{"auths": {"registry.internal": {}}}',
      'cluster.yaml': lines('kind: Config', 'users:', '- name: a', '  user:', '    token: <your-token>'),
      'site.pubxml': '<Project><PropertyGroup><UserPWD></UserPWD></PropertyGroup></Project>',
      'redux/state.json': '{"version": 4, "todos": []}',
      'deploy.yml': lines('kind: Secret', 'metadata:', '  name: a'),
    },
    [],
  ],
  'a login as anonymous': [{ '.netrc': 'machine ftp.acme.dev login anonymous password user@acme.dev\n' }, []],
  'a provisioning profile of Apple': [
    {
      'ios/acme.mobileprovision': Buffer.concat([
        Buffer.from('3082200006092a864886f70d010702a0', 'hex'),
        Buffer.from('<plist><dict><key>ProvisionedDevices</key><array/></dict></plist>'),
      ]),
      'other.mobileprovision': 'a',
    },
    ['ios/acme.mobileprovision settings'],
  ],
  'a login in a dependency that is packed along': named({
    'node_modules/a/.npmrc': `//r/:_authToken=${value}\n`,
  }),
  'settings alone': [
    {
      'demo/.npmrc': 'registry=https://registry.acme.internal/\n',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'bunfig.toml': '[install]\n',
      '.docker/config.json': '{"credsStore": "desktop"}',
    },
    ['demo/.npmrc settings', '.yarnrc.yml settings', 'bunfig.toml settings', '.docker/config.json settings'],
  ],
  'a reference to a variable': [
    { 'demo/.npmrc': ['//registry.acme.internal/:_authToken=$', '{NPM_TOKEN}\n'].join('') },
    ['demo/.npmrc settings'],
  ],
  'settings that a generator copies': [
    { 'template/.npmrc': 'engine-strict=true\n' },
    ['template/.npmrc template'],
  ],

  'empty files': [{ '.npmrc': '', '.netrc': '\n', '.pypirc': '# nothing\n' }, []],
  'files of a common name elsewhere': [
    {
      'config.json': '{"auth": "none"}',
      'src/config': 'a',
      'lib/credentials': 'b',
      'settings.xml': '<password>a</password>',
      'dist/config.json': '{"a": 1}',
    },
    [],
  ],
  'data of a name like that': [
    {
      'google-fonts.json': '{"Roboto": ["400"]}',
      'credentials.json': '{"label": "Your credentials"}',
      'hosts.yml': 'a: b\n',
      'appsettings.json': '{"Logging": {}}',
      'i18n/service.json': '{"a": "b"}',
    },
    [],
  ],
  'an example': [
    {
      '.pgpass': 'localhost:5432:*:postgres:your-password\n',
      '.netrc': 'machine example.com login me password <password>\n',
    },
    [],
  ],
  'settings of a dependency that is packed along': [{ 'node_modules/a/.npmrc': 'package-lock=false\n' }, []],
  'code about logins': [
    {
      'lib/npmrc.js': `const line = '//r/:_authToken=${value}';`,
      'netrc.md': 'machine a login b password c',
    },
    [],
  ],
});

const manifest = (section: string, value: string, kind = 'Secret') =>
  lines('apiVersion: v1', `kind: ${kind}`, 'metadata:', '  name: db', `${section}:`, `  password: ${value}`);
testCases(rule, {
  'a secret of Kubernetes under any name': [
    ...named({
      'deploy/db.yaml': manifest('data', Buffer.from(value).toString('base64')),
      'all.yml': `${manifest('data', '{{ .Values.a }}')}---\n${manifest('stringData', `"${value}"`)}`,
    }),
  ],
  'the login of a registry under any name': [
    ...named({ 'pull/secret.txt': JSON.stringify({ auths: { 'ghcr.io': { auth: base64 } } }) }),
  ],
  'manifests that hold no value': [
    {
      'templates/a.yaml': manifest('data', '{{ .Values.password | b64enc }}'),
      'b.yaml': manifest('stringData', 'change-me'),
      'c.yaml': manifest('data', ''),
      'd.yaml': manifest('data', 'production', 'ConfigMap'),
      'e.yaml': manifest('encryptedData', base64.repeat(9), 'SealedSecret'),
      'f.json': '{"auths": {}}',
      'g.json': '{"auths": {"ghcr.io": {}}}',
    },
    [],
  ],
});

/** What is put in from elsewhere. */
const variable = (name: string) => `$\{${name}}`;
/** Of letters and digits, as people have them made. */
const password = `aZ${randomBytes(9).toString('hex')}`;

testCases(rule, {
  'files of properties': named({
    'android/gradle.properties': lines('org.gradle.jvmargs=-Xmx2g', `ossrhPassword=${password}`),
    'android/key.properties': lines(`storePassword=${password}`, 'keyAlias=upload'),
    'application-prod.properties': lines('server.port=80', `spring.datasource.password = ${password}`),
  }),
  'settings of applications': named({
    'application.yml': lines('spring:', '  datasource:', `    password: ${password}`),
    'config/database.yml': lines('production:', '  username: app', `  password: "${password}"`),
    'config/secrets.yml': lines('production:', `  secret_key_base: ${value}`),
    '.streamlit/secrets.toml': `db_password = "${password}"\n`,
    'my.cnf': lines('[client]', `password=${password}`),
    'web.config': `<configuration><connectionStrings><add connectionString="Data Source=a;User ID=b;Password=${password};"/></connectionStrings></configuration>`,
  }),
  'what programs for servers keep': named({
    'ci/settings.xml': `<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0"><servers><server><id>a</id><password>${password}</password></server></servers></settings>`,
    '.m2/settings-security.xml': `<settingsSecurity><master>{${base64}}</master></settingsSecurity>`,
    // It begins as a path does.
    'old/sitemanager.xml':
      '<FileZilla3><Servers><Server><Host>a</Host><Pass>/k3yx9q7m5z8w2v4t6r0p1n7l5j3h1g8f6d4s2aQ</Pass></Server></Servers></FileZilla3>',
    'sitemanager.xml': `<?xml version="1.0"?><FileZilla3><Servers><Server><Host>a</Host><Pass encoding="base64">${base64}</Pass></Server></Servers></FileZilla3>`,
    'connections.xml': `<mrng:Connections Name="a"><Node Hostname="b" Password="${base64}" /></mrng:Connections>`,
    'jenkins/credentials.xml': `<com.cloudbees.plugins.credentials.SystemCredentialsProvider><password>{${base64}}</password></com.cloudbees.plugins.credentials.SystemCredentialsProvider>`,
    'WinSCP.ini': lines('[Sessions\\a]', 'HostName=b', `Password=${value.toUpperCase()}`),
    '.databrickscfg': lines('[DEFAULT]', `token = dapi${value}`),
    'kaggle.json': `{"username":"ann","key":"${randomBytes(16).toString('hex')}"}`,
    'ngrok.yml': lines('version: "2"', `authtoken: ${value}`),
    '.bundle/config': lines('---', `BUNDLE_GEMS__ACME__IO: "ci:${password}"`),
    '.msmtprc': lines('account a', 'host b', `password ${password}`),
    '.curlrc': `user = "ci:${password}"\n`,
    'jfrog-cli.conf.v6': `{"servers": [{"url": "https://a", "accessToken": "${value}"}]}`,
  }),
  'known under any name': named({
    'etc/users': `ann:$2y$05$${value}\nbob:$apr1$aaaaaaaa$${value}\n`,
    'group_vars/all': `$ANSIBLE_VAULT;1.1;AES256\n${'3'.repeat(80)}\n`,
    'k8s/prod': lines('apiVersion: v1', 'kind: Config', 'users:', '- user:', `    token: ${value}`),
    'infra/one.json':
      '{"version": 4, "terraform_version": "1.5.0", "serial": 1, "lineage": "a", "resources": []}',
  }),
  'files of an SSH client': [
    {
      '.ssh/config': 'Host prod\n  HostName 10.3.4.5\n  IdentityFile ~/.ssh/prod\n',
      '.ssh/known_hosts': 'git.internal ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI\n',
    },
    ['.ssh/config settings', '.ssh/known_hosts settings'],
  ],
  'the same without a login': [
    {
      'a/gradle.properties': 'org.gradle.jvmargs=-Xmx2g\nMYAPP_STORE_PASSWORD=*****\n',
      'b/key.properties': 'storePassword=\nkeyPassword=\n',
      'c/application.properties': `spring.datasource.password=${variable('DB_2')}\nlogin.password=Password\n`,
      'd/application.yml': `spring:\n  datasource:\n    password: ${variable('DB_2')}\n`,
      'e/database.yml': "production:\n  password: <%= ENV['DB_PASSWORD_2'] %>\n",
      'f/secrets.yml': 'production:\n  secret_key_base: {{ key2 }}\n',
      'g/settings.xml': `<settings><servers><server><password>${variable('env.PASSWORD2')}</password></server></servers></settings>`,
      'h/settings.xml': '<settings><theme>dark2</theme></settings>',
      'i/sites.xml': '<sites><site><Pass>north2</Pass></site></sites>',
      'j/web.config': '<configuration><system.webServer/></configuration>',
      'k/ngrok.yml': 'authtoken: YOUR_TOKEN_1234567890\n',
      'l/.bundle/config': '---\nBUNDLE_PATH: "vendor2"\n',
      'm/kaggle.json': '{"username":"","key":""}',
      'n/users': 'ann:reads the $5 book\n',
      'o/all.yml': '# $ANSIBLE_VAULT\nport: 80\n',
      'p/one': 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: b\n',
      'q/versions.json': '{"terraform_version": "1.5.0"}',
      'r/config': 'host = localhost\n',
      's/app.ini': '[ui]\nPassword=0123456789ABCDEF0123\n',
    },
    [],
  ],
});

const strong = `qZ7${randomBytes(12).toString('hex')}`;
const token = randomBytes(30).toString('hex');
const only = (
  files: Readonly<Record<string, string>>,
): readonly [Readonly<Record<string, string>>, string[]] => [files, Object.keys(files)];

testCases(rule, {
  'deployments and settings with what was drawn at random': only({
    'docker-compose.yml': lines(
      'services:',
      '  db:',
      '    environment:',
      `      POSTGRES_PASSWORD: ${strong}`,
    ),
    'a/compose.prod.yaml': lines('services:', '  db:', '    environment:', `      - DB_PASSWORD=${strong}`),
    'chart/values-prod.yaml': lines('db:', `  password: ${strong}`),
    'config/production.json': JSON.stringify({ db: { password: strong } }),
    'config/production.yaml': lines('db:', `  password: ${strong}`),
    'bin/set-env.sh': lines('#!/bin/sh', `export DB_PASSWORD=${strong}`),
    'bin/env.ps1': lines(`$env:DB_PASSWORD = "${strong}"`),
    'bin/env.bat': lines('@echo off', `set API_TOKEN=${strong}`),
    'etc/app.service': lines('[Service]', `Environment=DB_PASSWORD=${strong}`),
    'app/settings.py': lines(`SECRET_KEY = '${strong}'`),
    'sonar-project.properties': lines(`sonar.login=${token}`),
  }),
  'logins of tools': only({
    'home/.aws/sso/cache/0123456789abcdef0123456789abcdef01234567.json': JSON.stringify({
      startUrl: 'https://a.awsapps.com/start',
      accessToken: token,
    }),
    'home/.azure/accessTokens.json': JSON.stringify([{ refreshToken: token }]),
    'home/.config/hub': lines('github.com:', '- user: a', `  oauth_token: ${token}`),
    'home/glab-cli/config.yml': lines('hosts:', '  gitlab.com:', `    token: ${token}`),
    'home/com.vercel.cli/auth.json': JSON.stringify({ token }),
    'home/pypoetry/auth.toml': lines('[http-basic.acme]', 'username = "u"', `password = "${strong}"`),
    'home/.pg_service.conf': lines('[prod]', `password=${strong}`),
    'home/.smbcredentials': lines('username=u', `password=${strong}`),
    'home/.vault_pass': lines(strong),
    'inventory.ini': lines('[web]', `a ansible_host=b ansible_password=${strong}`),
    'a.rdp': lines('full address:s:a', `password 51:b:${token.toUpperCase()}`),
    'client.ovpn': lines('<tls-auth>', '-----BEGIN OpenVPN Static key V1-----', token.slice(0, 32)),
  }),
  'exports of password managers': only({
    'bitwarden_export.json': JSON.stringify({ encrypted: false, items: [{ login: { password: strong } }] }),
    'Chrome Passwords.csv': lines('name,url,username,password', `a,https://a.io,u,${strong}`),
  }),
  'known under any name, as JSON or by the first words': only({
    'a/one.json': JSON.stringify({ apiVersion: 'v1', kind: 'Config', users: [{ user: { token } }] }),
    'a/two.txt': JSON.stringify({
      kind: 'Secret',
      data: { a: Buffer.from(strong).toString('base64') },
    }),
    'a/three.txt': lines('machine a.io', '  login u', `  password ${strong}`),
    'a/four.txt': lines('[distutils]', 'index-servers = a', '[a]', `password = ${strong}`),
  }),
  'the same with what people make up': [
    {
      'docker-compose.yml': lines(
        'services:',
        '  db:',
        '    environment:',
        '      POSTGRES_PASSWORD: postgres123',
      ),
      'a/compose.prod.yaml': lines('services:', '    environment:', `      - DB_PASSWORD=\${DB_PASSWORD}`),
      'chart/values.yaml': lines('auth:', '  adminPassword: ""', '  existingSecret: my-secret-123'),
      'config/default.json': JSON.stringify({ db: { password: 'password' }, token: 'change-me-Please-1' }),
      // No settings: what a request to a service looked like.
      'events/test.json': JSON.stringify({ headers: { 'Postman-Token': strong } }),
      'locale/default.yaml': lines('password: Passwort123', 'token: Ihr Token ist A1 und B2'),
      'bin/run.sh': lines(`export API_TOKEN="\${1}"`, 'TOKEN=$(cat token)', 'NPM_TOKEN=<Your-Token-123>'),
      'app/settings.py': lines("SECRET_KEY = os.environ['SECRET_KEY']"),
      'logs.csv': lines('name,url,username,hits', `a,https://a.io,u,${strong}`),
      'passwords.csv': lines('name,url,username,password', 'a,https://a.io,u,password'),
      'lib/snyk.json': JSON.stringify({ api: 'https' }),
      'home/.vault_pass': lines('#!/bin/sh', 'exec pass show vault'),
      'a/one.json': JSON.stringify({ apiVersion: 'v1', kind: 'Config', users: [] }),
      'a/two.json': JSON.stringify({ kind: 'Secret', data: {} }),
      'a/three.txt': lines('machine learning login page'),
      'client.ovpn': lines('client', 'remote vpn.example.com'),
    },
    [],
  ],
});
