import type { Beginning } from './beginning.ts';
import { type CredentialsReader, file, whole } from './credentials-reader.ts';
import type { CredentialsFacts } from './facts.ts';
import { readKubeconfig } from './kubernetes.ts';
import { LOGIN_ENDING, LOGIN_EXTENSIONS, LOGIN_FOLDERS, LOGIN_NAMES } from './login-names.ts';
import { readNamedLogin } from './logins.ts';

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
export function readDockerLogin(beginning: Beginning): CredentialsFacts | undefined {
  const facts = /"auths"\s*:\s*\{/.test(beginning.text) ? docker(beginning) : undefined;
  return facts?.holds === undefined ? undefined : facts;
}
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

/** Loaded when such a file is there. */
const namedLogin: CredentialsReader = (file) => readNamedLogin(file);

/** By name, in lower case. */
const NAMES: ReadonlyMap<string, CredentialsReader> = new Map([
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
  ['kubeconfig', readKubeconfig],
  ['kubeconfig.yml', readKubeconfig],
  ['kubeconfig.yaml', readKubeconfig],
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
  ['auth.json', (file) => readDockerLogin(file) ?? composer(file) ?? namedLogin(file)],
]);

/** Who reads a file that is called so, by name. */
export function credentialNames(): ReadonlyMap<string, CredentialsReader> {
  return NAMES;
}

/** The login of a host by FTP or HTTP, under any name. */
export function readNetrc(beginning: Beginning): CredentialsFacts | undefined {
  return netrc(beginning);
}

export function readPypirc(beginning: Beginning): CredentialsFacts | undefined {
  return pypirc(beginning);
}

export function readState(beginning: Beginning): CredentialsFacts | undefined {
  return state(beginning);
}

/** By the folder, for names that any file may have: `.docker/config.json`. */
const IN_FOLDER: ReadonlyMap<string, CredentialsReader> = new Map([
  ['.docker/config.json', docker],
  ['.aws/credentials', aws],
  ['.aws/config', aws],
  ['.cargo/credentials', cargo],
  ['.cargo/credentials.toml', cargo],
  ['.gem/credentials', gem],
  ['.kube/config', readKubeconfig],
  ['.m2/settings.xml', maven],
  ...LOGIN_FOLDERS.map((path): [string, CredentialsReader] => [path, namedLogin]),
  ['gcloud/credentials.db', whole('the logins of gcloud', 'tokens', /SQLite/)],
]);
/** Last segments of these paths. */
const IN_FOLDER_NAMES: ReadonlySet<string> = new Set(
  [...IN_FOLDER.keys()].map((path) => path.slice(path.indexOf('/') + 1)),
);

/** By more than a whole name. Asked for files with one of `ENDING_EXTENSIONS` alone. */
const ENDINGS: readonly (readonly [RegExp, CredentialsReader])[] = [
  [/\.tfstate(?:\.\d+)?(?:\.backup)?$/, state],
  [/\.tfvars(?:\.json)?$/, tfvars],
  [/\.kubeconfig$/, readKubeconfig],
  [/\.(?:publishsettings|pubxml(?:\.user)?)$/, publish],
  [/\.(?:mobileprovision|provisionprofile)$/, provisioning],
  [/^(?:docker[-_]?)?config\.json$/, readDockerLogin],
  [/(?:^|[-_.])(?:tf|terraform)?state\.json$/, (file) => state(file) ?? readNamedLogin(file)],
  [/^client_secret.*\.json$/, oauthClient],
  [
    /^(?=[^/]*\.json$)(?:.*[-_.])?(?:service[-_]?account|credentials?|firebase-adminsdk|gcp|gcloud|google)/,
    serviceAccount,
  ],
  [/^appsettings(?:\.\w+)?\.json$/, appsettings],
  [LOGIN_ENDING, namedLogin],
];
/** All of them at once, as most names have none. */
const ANY_ENDING = new RegExp(ENDINGS.map(([{ source }]) => source).join('|'));
const ENDING_EXTENSIONS: ReadonlySet<string> = new Set([
  'tfstate',
  'backup',
  'tfvars',
  'kubeconfig',
  'publishsettings',
  'pubxml',
  'user',
  'mobileprovision',
  'provisionprofile',
  'json',
  ...LOGIN_EXTENSIONS,
]);

/** How to read a file of this name, where a tool keeps logins in files that are called so. */
export function credentialsReader(
  path: string,
  name: string,
  extension: string,
): CredentialsReader | undefined {
  const named = NAMES.get(name);
  if (named !== undefined) return named;
  if (IN_FOLDER_NAMES.has(name)) {
    const folder = path.slice(0, -name.length - 1).toLowerCase();
    const reader = IN_FOLDER.get(`${folder.slice(folder.lastIndexOf('/') + 1)}/${name}`);
    if (reader !== undefined) return reader;
  }
  if (!ENDING_EXTENSIONS.has(extension) || !ANY_ENDING.test(name)) return undefined;
  return ENDINGS.find(([pattern]) => pattern.test(name))?.[1];
}
