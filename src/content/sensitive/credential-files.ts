import type { Beginning } from './beginning.ts';
import type { CredentialsReader } from './credentials-reader.ts';
import type { CredentialsFacts } from './facts.ts';
import { LOGIN_ENDING, LOGIN_FOLDERS, LOGIN_NAMES } from './login-names.ts';
import { readNamedLogin } from './logins.ts';
import { isPlaceholder } from './random.ts';

/**
 * A kind of file that may hold a login.
 *
 * @param what with its article
 * @param holds what a line of it gives away
 * @param value finds candidates: its first group that matches is the value, which must be no placeholder
 * @param is what a file of that kind has; without it any text will do. A file without a login is then one with settings
 */
function file(what: string, holds: string, value: RegExp, is?: RegExp): CredentialsReader {
  return ({ text }) => {
    for (const [, found, other] of text.matchAll(value)) {
      if (!isPlaceholder(found ?? other ?? '')) return { kind: 'credentials', what, holds };
    }
    return is?.test(text) ? { kind: 'credentials', what } : undefined;
  };
}

/** A file whose whole content is sensitive as soon as it is what its name says. */
function whole(what: string, holds: string, is: RegExp): CredentialsReader {
  return ({ text }) => (is.test(text) ? { kind: 'credentials', what, holds } : undefined);
}

const npmrc = file(
  'an npm configuration',
  'the login of a registry',
  /^[^#;\r\n\u2028\u2029=]*(?:_authToken|_auth|_password|:-?_?password|\bpassword)[ \t]*=[ \t]*"?([^"\s]+)/gim,
  /^[ \t]*[@\w/:.[\]-]+[ \t]*=/m,
);
const yarnrc = file(
  'a Yarn configuration',
  'the login of a registry',
  /^[ \t]*"?[^\s"#]*(?:npmAuthToken|npmAuthIdent|_authToken|_auth|httpsKeyFile)"?[ \t]*(?::[ \t]*)?["']?([^"'\s#]+)/gim,
  /^[ \t]*"?[\w/:@.-]+"?(?:[ \t]*:|[ \t]+\S)/m,
);
const bunfig = file(
  'a Bun configuration',
  'the login of a registry',
  /\b(?:token|password)\s*=\s*["']([^"'\n]+)["']/gi,
  /^\s*\[?[\w.]+\]?/,
);
// Whoever logs in as anonymous gives an address for a password.
const netrc = file(
  'a .netrc',
  'passwords of hosts',
  /(?<!\blogin[ \t\n]{1,8}"?anonymous"?[ \t\n]{1,8})\bpassword[ \t\n]+"?([^\s"]+)/g,
);
const pypirc = file(
  'a .pypirc',
  'the login of a package index',
  /^[ \t]*password[ \t]*[=:][ \t]*(\S+)/gim,
  /^\[[\w.-]+\]/m,
);
const pip = file(
  'a pip configuration',
  'the login of a package index',
  /:\/\/[^/\s:@]+:([^/\s@]+)@/g,
  /^\[[\w.-]+\]/m,
);
const docker = file(
  'a Docker configuration',
  'the login of a container registry',
  /"(?:auth|identitytoken|registrytoken|password)"\s*:\s*"([^"]+)"/g,
  /"(?:auths|credsStore|credHelpers|HttpHeaders)"\s*:/,
);
/** The same under any name: with a login it is one. */
const dockerLogin: CredentialsReader = (beginning) => {
  const facts = /"auths"\s*:\s*\{/.test(beginning.text) ? docker(beginning) : undefined;
  return facts?.holds === undefined ? undefined : facts;
};
const dockercfg = file('a Docker login', 'the login of a container registry', /"auth"\s*:\s*"([^"]+)"/g);
const aws = file(
  'an AWS credentials file',
  'access keys',
  /^[ \t]*aws_(?:secret_access_key|session_token)[ \t]*=[ \t]*(\S+)/gim,
  /^\[[\w .-]+\]/m,
);
const cargo = file(
  'the credentials of Cargo',
  'the token of a registry',
  /^[ \t]*token[ \t]*=[ \t]*"([^"\n]+)"/gm,
);
const gem = file(
  'the credentials of RubyGems',
  'API keys',
  /^:?[\w-]+:[ \t]*(?:Bearer |Basic )?["']?(\S{16,})/gm,
);
const gitCredentials = file(
  'a store of Git logins',
  'passwords of hosts',
  /^https?:\/\/[^/\s:@]*:([^/\s@]+)@/gm,
);
const htpasswd = file(
  'an .htpasswd',
  'hashed passwords',
  /^[^\s:#]+:(\$(?:apr1|2[aby]|5|6|y)\$\S+|\{SHA\}\S+|[./\w]{13})\s*$/gm,
);
const pgpass = file(
  'a password file of PostgreSQL',
  'passwords of databases',
  /^[^#\s:](?:[^:\r\n\u2028\u2029]*:){4}(\S+)/gm,
);
const mysql = file(
  'a MySQL configuration',
  'the password of a database',
  /^[ \t]*password[ \t]*=[ \t]*["']?([^"'\s]+)/gim,
);
const kube = file(
  'a kubeconfig',
  'the login of a cluster',
  /^[ \t-]*(?:token|client-key-data|password|id-token|refresh-token)[ \t]*:[ \t]*["']?([^"'\s]+)/gm,
  /^(?:clusters|current-context):/m,
);
/** Under any name that YAML may have: what says that it is one, with a login. */
const kubeLogin: CredentialsReader = (beginning) => {
  const isOne = /^kind:[ \t]*Config[ \t]*$/m.test(beginning.text) && /^users:/m.test(beginning.text);
  const facts = isOne ? kube(beginning) : undefined;
  return facts?.holds === undefined ? undefined : facts;
};
/** A value under `data:` or `stringData:` of a manifest. */
const MANIFEST_VALUE = /^[ \t]+[\w.-]{1,253}:[ \t]*["']?([^\s"'#|>{][^\r\n"']{3,4000})/gm;
/** A secret of Kubernetes that is written down: with values, and not one that is sealed or filled in by a template. */
const kubeSecret: CredentialsReader = ({ text }) => {
  for (const document of text.split(/^---.*$/m)) {
    if (!/^kind:[ \t]*["']?Secret["']?[ \t]*$/m.test(document)) continue;
    for (const section of document.split(/^(?=\S)/m)) {
      if (!/^(?:data|stringData):/.test(section)) continue;
      const isPlain = section.startsWith('stringData');
      for (const [, value = ''] of section.matchAll(MANIFEST_VALUE)) {
        const real = isPlain ? value.trim() : Buffer.from(value, 'base64').toString('latin1').trim();
        if (real.length >= 6 && !/\{\{|\$\{|<[\w -]+>/.test(value) && !isPlaceholder(real))
          return { kind: 'credentials', what: 'a secret of Kubernetes', holds: 'its values' };
      }
    }
  }
  return undefined;
};
/** The same two as JSON. */
const kubeJson: CredentialsReader = ({ text }) => {
  const kind = /"kind"\s{0,9}:\s{0,9}"(Config|Secret)"/.exec(text)?.[1];
  if (kind === 'Config') {
    const login = /"(?:token|client-key-data|password|id-token|refresh-token)"\s{0,9}:\s{0,9}"([^"]{6,})"/g;
    for (const [, value = ''] of text.matchAll(login))
      if (!isPlaceholder(value))
        return { kind: 'credentials', what: 'a kubeconfig', holds: 'the login of a cluster' };
  }
  if (kind !== 'Secret') return undefined;
  for (const [, name, values = ''] of text.matchAll(
    /"(data|stringData)"\s{0,9}:\s{0,9}\{([^{}]{0,60000})\}/g,
  ))
    for (const [, value = ''] of values.matchAll(/:\s{0,9}"([^"]{4,})"/g)) {
      const real = name === 'data' ? Buffer.from(value, 'base64').toString('latin1').trim() : value;
      if (real.length >= 6 && !isPlaceholder(real))
        return { kind: 'credentials', what: 'a secret of Kubernetes', holds: 'its values' };
    }
  return undefined;
};
const provisioning: CredentialsReader = ({ bytes }) =>
  bytes[0] === 0x30 &&
  /<key>(?:TeamIdentifier|ProvisionedDevices|DeveloperCertificates)<\/key>/.test(bytes.toString('latin1'))
    ? { kind: 'credentials', what: 'a provisioning profile of Apple' }
    : undefined;
const tfvars = file(
  'variables of Terraform',
  'secret values',
  /^[ \t]*"?(?=\w*(?:secret|token|passw|api_?key|access_?key|private_?key))\w+"?[ \t]*[=:][ \t]*"([^"\n]{6,})"/gim,
);
const state = whole(
  'a state of Terraform or OpenTofu',
  'the attributes of every resource, passwords and keys included',
  /"terraform_version"\s*:|"lineage"\s*:/,
);
const terraformrc = file(
  'a Terraform configuration',
  'the token of a registry',
  /\btoken"?\s*[=:]\s*"([^"\n]+)"/g,
);
const serviceAccount = file(
  'the key of a service account',
  'a private key',
  /"private_key"\s*:\s*"(-----BEGIN[^"]{200,})"/g,
);
const oauthClient = file(
  'the client of an OAuth application',
  'its secret',
  /"client_secret"\s*:\s*"([^"]{10,})"/g,
);
const userCredentials = file(
  'logins of a Google account',
  'a refresh token',
  /"refresh_token"\s*:\s*"([^"]{20,})"/g,
);
const s3cfg = file('an s3cmd configuration', 'access keys', /^[ \t]*secret_key[ \t]*=[ \t]*(\S+)/gm);
const boto = file(
  'a Boto configuration',
  'access keys',
  /^[ \t]*(?:aws_secret_access_key|gs_secret_access_key|gs_oauth2_refresh_token)[ \t]*=[ \t]*(\S+)/gm,
);
const nuget = file(
  'a NuGet configuration',
  'the password of a feed',
  /key="(?:ClearTextPassword|Password)"\s+value="([^"]+)"/gi,
);
const maven = file('a Maven configuration', 'the password of a server', /<password>([^<]+)<\/password>/g);
const vault = file('the token of a Vault', 'a token', /^(\S{20,})\s*$/g);
const rclone = file(
  'an rclone configuration',
  'logins of storage',
  /^[ \t]*(?:pass|token|secret_access_key|client_secret)[ \t]*=[ \t]*(\S.*)$/gm,
);
const github = file('the login of the GitHub command line', 'a token', /oauth_token:[ \t]*(\S+)/g);
const rails = file('the master key of a Rails application', 'a key', /^([0-9a-f]{32})\s*$/g);
const sentry = file(
  'a Sentry configuration',
  'an auth token',
  /^[ \t]*(?:auth[._])?token[ \t]*=[ \t]*(\S+)/gim,
  /^\[[\w.]+\]|^[\w.]+[ \t]*=/m,
);
const sftp = file(
  'the settings of an FTP client',
  'the password of a server',
  /"(?:password|passphrase|pass)"\s*:\s*"([^"]+)"/gi,
);
const azure = file(
  'local settings of Azure Functions',
  'connection strings',
  /"[^"]+"\s*:\s*"(?=[^"]*(?:AccountKey|SharedAccessKey)=[^"])([^"]+)"/g,
  /"IsEncrypted"\s*:/,
);
const wordpress = file(
  'a WordPress configuration',
  'the password of a database',
  /'DB_PASSWORD'\s*,\s*'([^']+)'/g,
);
const appsettings = file(
  'settings of a .NET application',
  'the password of a database',
  /(?:Password|Pwd)=([^;"\s]+)/gi,
);
const publish = file(
  'a publish profile of Azure',
  'the login of a deployment',
  /(?:userPWD|ManagementCertificate)="([^"]+)"|<(?:UserPWD|Password|DeployPassword)>([^<]+)</gi,
);
const jupyter = file('a Jupyter configuration', 'a token', /"(?:password|token)"\s*:\s*"([^"]+)"/g);
const composer = file(
  'the logins of Composer',
  'tokens of hosts',
  /"(?:github\.com|gitlab\.com|password|[\w.-]+\.[a-z]{2,})"\s*:\s*"([^"]{8,})"/g,
);
const clasp = file('the login of clasp', 'a refresh token', /"refresh_token"\s*:\s*"([^"]{20,})"/g);

const namedLogin: CredentialsReader = (file) => readNamedLogin(file);

/** By name, in lower case: those of `credentials.ts`. */
const NAMED: ReadonlyMap<string, CredentialsReader> = new Map([
  ['.npmrc', npmrc],
  ['npmrc', npmrc],
  ['.pnpmrc', npmrc],
  ['.yarnrc', yarnrc],
  ['.yarnrc.yml', yarnrc],
  ['bunfig.toml', bunfig],
  ['.bunfig.toml', bunfig],
  ['.netrc', netrc],
  ['_netrc', netrc],
  ['netrc', netrc],
  ['.pypirc', pypirc],
  ['pip.conf', pip],
  ['pip.ini', pip],
  ['.dockercfg', dockercfg],
  ['.dockerconfigjson', docker],
  ['.git-credentials', gitCredentials],
  ['.htpasswd', htpasswd],
  ['.pgpass', pgpass],
  ['pgpass.conf', pgpass],
  ['.my.cnf', mysql],
  ['.mylogin.cnf', mysql],
  ['kubeconfig', kube],
  ['kubeconfig.yml', kube],
  ['kubeconfig.yaml', kube],
  ['.terraformrc', terraformrc],
  ['terraform.rc', terraformrc],
  ['credentials.tfrc.json', terraformrc],
  ['terraform.tfvars', tfvars],
  ['terraform.tfvars.json', tfvars],
  ['application_default_credentials.json', userCredentials],
  ['.s3cfg', s3cfg],
  ['.boto', boto],
  ['nuget.config', nuget],
  ['.vault-token', vault],
  ['rclone.conf', rclone],
  ['hosts.yml', github],
  ['master.key', rails],
  ['.sentryclirc', sentry],
  ['sentry.properties', sentry],
  ['sftp.json', sftp],
  ['sftp-config.json', sftp],
  ['.ftpconfig', sftp],
  ['.ftppass', sftp],
  ['.remote-sync.json', sftp],
  ['local.settings.json', azure],
  ['wp-config.php', wordpress],
  ['jupyter_server_config.json', jupyter],
  ['jupyter_notebook_config.json', jupyter],
  ['.clasprc.json', clasp],
  ['my.cnf', mysql],
  ...LOGIN_NAMES.map((name): [string, CredentialsReader] => [name, namedLogin]),
  ['auth.json', (file) => dockerLogin(file) ?? composer(file) ?? namedLogin(file)],
]);

/** By the folder, for names that any file may have. */
const IN_FOLDER: ReadonlyMap<string, CredentialsReader> = new Map([
  ['.docker/config.json', docker],
  ['.aws/credentials', aws],
  ['.aws/config', aws],
  ['.cargo/credentials', cargo],
  ['.cargo/credentials.toml', cargo],
  ['.gem/credentials', gem],
  ['.kube/config', kube],
  ['.m2/settings.xml', maven],
  ...LOGIN_FOLDERS.map((path): [string, CredentialsReader] => [path, namedLogin]),
  ['gcloud/credentials.db', whole('the logins of gcloud', 'tokens', /SQLite/)],
]);
/** By more than a whole name. */
const ENDINGS: readonly (readonly [RegExp, CredentialsReader])[] = [
  [/\.tfstate(?:\.\d+)?(?:\.backup)?$/, state],
  [/\.tfvars(?:\.json)?$/, tfvars],
  [/\.kubeconfig$/, kube],
  [/\.(?:publishsettings|pubxml(?:\.user)?)$/, publish],
  [/\.(?:mobileprovision|provisionprofile)$/, provisioning],
  [/^(?:docker[-_]?)?config\.json$/, dockerLogin],
  [/(?:^|[-_.])(?:tf|terraform)?state\.json$/, (file) => state(file) ?? namedLogin(file)],
  [/^client_secret.*\.json$/, oauthClient],
  [
    /^(?=[^/]*\.json$)(?:.*[-_.])?(?:service[-_]?account|credentials?|firebase-adminsdk|gcp|gcloud|google)/,
    serviceAccount,
  ],
  [/^appsettings(?:\.\w+)?\.json$/, appsettings],
  [LOGIN_ENDING, namedLogin],
];
/** What a file tells that is called like this one, which may be a copy of it under another name. */
export function readCredentialsAs(file: Beginning, called: string): CredentialsFacts | undefined {
  const path = called.toLowerCase();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const reader =
    NAMED.get(name) ??
    IN_FOLDER.get(path.split('/').slice(-2).join('/')) ??
    ENDINGS.find(([pattern]) => pattern.test(name))?.[1];
  return reader?.(file);
}

export function readNetrc(file: Beginning): CredentialsFacts | undefined {
  return netrc(file);
}

export function readPypirc(file: Beginning): CredentialsFacts | undefined {
  return pypirc(file);
}

export function readState(file: Beginning): CredentialsFacts | undefined {
  return state(file);
}

/** A login of Docker under any name. */
export function readDockerLogin(file: Beginning): CredentialsFacts | undefined {
  return dockerLogin(file);
}

/** A kubeconfig with a login, or a secret that is written down, as YAML. */
export function readKube(file: Beginning): CredentialsFacts | undefined {
  return kubeLogin(file) ?? kubeSecret(file);
}

export function readKubeJson(file: Beginning): CredentialsFacts | undefined {
  return kubeJson(file);
}
