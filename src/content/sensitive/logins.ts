import type { Beginning } from './beginning.ts';
import type { CredentialsReader } from './credentials-reader.ts';
import type { CredentialsFacts } from './facts.ts';
import type { LoginName } from './login-names.ts';
import { isPassword, isStrong } from './random.ts';

/**
 * A kind of file with settings, among which a login may stand.
 *
 * @param value its first group that matches is the login; words, numbers and templates are none
 * @param is what a file of that kind has; without it any text will do
 * @param isReal tells a login from what is made up; stricter where examples of such files are common
 */
function settings(
  what: string,
  holds: string,
  value: RegExp,
  is?: RegExp,
  isReal: (value: string) => boolean = isPassword,
): CredentialsReader {
  return ({ text }) => {
    if (is !== undefined && !is.test(text)) return undefined;
    for (const [, found, other] of text.matchAll(value))
      if (isReal(found ?? other ?? '')) return { kind: 'credentials', what, holds };
    return undefined;
  };
}

/** A file that is of no use to others even where no login stands in it. */
function own(what: string, is: RegExp): CredentialsReader {
  return ({ text }) => (is.test(text) ? { kind: 'credentials', what } : undefined);
}

/** The last part of a name that says what its value is: `spring.datasource.password`, `ossrhPassword`, `client-secret`. */
const SECRET_NAME =
  '(?:[Pp]assw(?:or)?d|PASSWORD|[Pp]assphrase|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Aa]pi[-_.]?[Kk]ey|API_KEY|[Ss]ecret[-_.]?[Kk]ey(?:[-_.]?[Bb]ase)?)';
const PROPERTY = new RegExp(`^[ \\t]*[\\w.-]{0,200}?${SECRET_NAME}[ \\t]*[=:][ \\t]*(\\S[^\\r\\n]*)$`, 'gm');
const YAML_LINE = new RegExp(`^[ \\t]*[\\w-]{0,80}?${SECRET_NAME}:[ \\t]+["']?([^\\s"'#][^\\r\\n"']*)`, 'gm');
const properties = settings('a file of properties', 'a password or token', PROPERTY);
const yaml = settings('settings of an application', 'a password or token', YAML_LINE);

const ssh = own(
  'a file of an SSH client',
  /^[ \t]{0,8}(?:Host(?:Name)?|IdentityFile|ProxyJump)[ \t]{1,8}\S|(?:^|[ \t])(?:ssh-(?:ed25519|rsa|dss)|ecdsa-sha2-\w{1,20}) AAAA/m,
);
const oracle = own('a configuration of Oracle Cloud', /^(?:tenancy|key_file|fingerprint)[ \t]*=/m);
const winscp = settings(
  'the sessions of WinSCP',
  'passwords of servers',
  /^Password[ \t]*=[ \t]*([0-9A-F]{20,})[ \t]*$/gm,
  /^HostName=/m,
);
const databricks = settings(
  'a Databricks configuration',
  'a token',
  /^[ \t]*(?:token|password|client_secret)[ \t]*=[ \t]*(\S+)/gm,
);
const kaggle = settings(
  'the login of Kaggle',
  'an API key',
  /"key"\s*:\s*"([0-9a-f]{32})"/g,
  /"username"\s*:/,
);
const ngrok = settings('an ngrok configuration', 'a token', /^[ \t]*authtoken:[ \t]*["']?(\S{20,})/gm);
const bundler = settings(
  'a Bundler configuration',
  'the login of a gem server',
  /^BUNDLE_\w+:[ \t]*["']?[^\s:"']+:([^\s"']+)/gm,
);
const mail = settings(
  'the configuration of a mail client',
  'the password of a server',
  /^[ \t]*password[ \t]+["']?([^\s"']+)/gm,
  /^[ \t]*(?:account|host|poll|machine)\b/m,
);
const curl = settings(
  'a configuration of curl or wget',
  'a password',
  /^[ \t]{0,8}-{0,2}(?:user|proxy-user|u)(?:[ \t]{0,8}=|[ \t])[ \t"']{0,8}[^\s:"']{1,128}:([^\s"']+)|^[ \t]{0,8}\w{0,40}password[ \t]{0,8}=[ \t]{0,8}(\S+)/gm,
);
const toml = settings(
  'secrets of an application',
  'secret values',
  /^[ \t]*\w+[ \t]*=[ \t]*["']([^"'\r\n]+)["']/gm,
);
const jfrog = settings(
  'the servers of the JFrog command line',
  'tokens or passwords',
  /"(?:accessToken|password|refreshToken|apiKey)"\s*:\s*"([^"]+)"/g,
);

/** Files that products ship as well, with made-up values: only what was drawn at random counts. */
const strictly = (what: string, value: RegExp, is?: RegExp) =>
  settings(what, 'a password or token', value, is, isStrong);
const stack = strictly(
  'the services of a deployment',
  new RegExp(
    `^[ \\t]*(?:-[ \\t]+)?["']?[\\w.-]{0,80}?${SECRET_NAME}["']?(?::[ \\t]+|=)["']?([^\\s"'#][^\\r\\n"']*)`,
    'gm',
  ),
);
const JSON_SECRET = new RegExp(
  `["'][\\w.-]{0,80}?${SECRET_NAME}["']?\\s{0,9}:\\s{0,9}["']([^"'\\\\\\r\\n]{8,4000})["']`,
  'g',
);
const jsonSettings = strictly('settings of an application', JSON_SECRET);
const yamlSettings = strictly('settings of an application', YAML_LINE);
const script = strictly(
  'a script that sets variables',
  /^[ \t]{0,40}(?:export[ \t]{1,8}|setx?[ \t]{1,8}(?:-[a-zA-Z]{1,4}[ \t]{1,8})?|\$env:|declare[ \t]{1,8}-x[ \t]{1,8}|Environment="?)?[A-Z][A-Z0-9_]{0,60}?(?:PASSWORD|PASSWD|_PASS|SECRET|TOKEN|_KEY)(?:[ \t]{0,4}=[ \t]{0,4}|[ \t]{1,4})["']?([^\s"']+)/gm,
);
const python = strictly(
  'settings of an application',
  /\b[A-Z_]{0,60}?(?:SECRET_KEY|PASSWORD|TOKEN|API_KEY)["']?[ \t]{0,8}[:=][ \t]{0,8}["']([^"'\r\n]+)["']/g,
);
/** Tokens that a tool of the command line keeps, in JSON. */
const tokens = (what: string, is?: RegExp) =>
  settings(
    what,
    'tokens',
    /"(?:access_?token|refresh_?token|client_?secret|secret_?access_?key|session_?token|session_?secret|secret|token|api|password|https:\/\/[\w.]{1,80})"\s{0,9}:\s{0,9}"([^"]{8,20000})"/gi,
    is,
    (value) => value.length >= 8 && /\d/.test(value) && !/[\s<>{}]|example|x{6}/i.test(value),
  );
const tokenLine = (what: string) =>
  settings(what, 'a token', /^[ \t-]*(?:oauth_token|access_token|token)[ \t]*:[ \t]*["']?([^\s"'#]{16,})/gm);
const service = settings(
  'logins of databases',
  'passwords of databases',
  /^[ \t]*(?:password|pwd)[ \t]*=[ \t]*(\S+)/gim,
);
const vaultPassword = settings('the password of an Ansible vault', 'a password', /^(\S{6,200})\s*$/g);
/** What a service that runs an application is told to set, and what it is deployed with. */
const deployment = strictly(
  'the settings of a deployment',
  new RegExp(
    `^[ \\t]*["']?[\\w.-]{0,80}?${SECRET_NAME}["']?[ \\t]*[=:][ \\t]*["']([^"'\\r\\n]{8,4000})["']|\\b\\w{0,80}?${SECRET_NAME}=\\\\{0,3}["']?([^\\s"'\\\\]{8,400})`,
    'gm',
  ),
);
const bruno = strictly('the variables of an environment of Bruno', YAML_LINE);
const gcloud = own('a configuration of gcloud', /^(?:account|project)[ \t]{0,4}=/m);
/** https://www.keycloak.org/server/importExport: with the secrets of clients, and the hashed passwords of users. The console writes stars in their place. */
const realm = settings(
  'an export of a Keycloak realm',
  'secrets of its clients or hashed passwords of its users',
  /"(?:secret|clientSecret|hashedSaltedValue|bindCredential)"\s{0,9}:\s{0,9}"([^"*]{8,400})"|"secretData"\s{0,9}:\s{0,9}"\{\\"value\\":\\"([^"\\]{16,400})/g,
  /"realm"\s{0,9}:\s{0,9}"/,
);
/** Documents of users as a database or a seed of one has them. */
const users = settings(
  'a list of users',
  'hashed passwords',
  /"(?:hashed_?)?(?:password|passwd|passwordHash|password_hash|hash|encrypted_password)"\s{0,9}:\s{0,9}"(\$(?:2[abxy]|argon2id?|scrypt|pbkdf2[\w-]{0,20}|5|6)\$[^"\s]{20,400})"/gi,
  undefined,
  (value) => value.length > 20,
);
const inventory = settings(
  'an inventory of Ansible',
  'passwords of servers',
  /\bansible_(?:ssh_|become_|sudo_|su_)?pass(?:word)?[ \t]{0,8}=[ \t]{0,8}["']?([^\s"'#]+)/g,
);
const tickets = settings(
  'logins of Perforce',
  'tickets',
  /^[^\s=]{1,255}=[^\s:]{1,128}:([0-9A-F]{32})\s*$/gm,
);
const nameServerKey = settings(
  'the key of a name server',
  'a shared secret',
  /\bsecret[ \t]{1,8}"([A-Za-z0-9+/=]{16,})"/g,
  /^[ \t]*key\b/m,
);
const poetry = settings(
  'the logins of Poetry',
  'passwords of package indexes',
  /^[ \t]*(?:password|[\w-]{1,80})[ \t]*=[ \t]*"([^"\r\n]{8,})"/gm,
  /^\[(?:http-basic|pypi-token)/m,
);
const hex = settings('the login of Hex', 'keys', /key[\w"']{0,8},[ \t]{0,4}<<"([^"]{16,})">>/g);
const vault = settings(
  'an export of a password manager',
  'passwords',
  /"(?:password|value|encryptedPassword)"\s{0,9}:\s{0,9}"([^"]{6,4000})"/g,
  /"secureContents"\s{0,9}:|"encrypted"\s{0,9}:\s{0,9}false|"encryptedUsername"\s{0,9}:|"sensitive"\s{0,9}:\s{0,9}1\b/,
);
const desktop = settings(
  'a connection to a remote desktop',
  'a password',
  /^password 51:b:([0-9A-F]{40,})/gim,
);
const vpn = settings(
  'the key of a VPN',
  'a shared secret',
  /-----BEGIN OpenVPN (?:Static key V1|tls-crypt-v2 (?:client|server) key)-----\s{1,8}([0-9A-Za-z+/]{32})/g,
  undefined,
  (value) => new Set(value).size > 4,
);
const repositories = settings(
  'the repositories of Helm',
  'the password of a repository',
  /^[ \t]*password:[ \t]*["']?([^\s"'#]+)/gm,
  /^repositories:/m,
);

const pulumi: CredentialsReader = (file) =>
  stackSecrets(file) ?? stackValues(file) ?? own('a configuration of a Pulumi stack', /^config:/m)(file);
const stackSecrets = settings(
  'a configuration of a Pulumi stack',
  'secrets under a passphrase or a key',
  /^[ \t]{1,16}secure:[ \t]*(\S{20,})/gm,
  undefined,
  () => true,
);
const stackValues = strictly(
  'a configuration of a Pulumi stack',
  new RegExp(
    `^[ \\t]{1,16}[\\w-]{1,80}:[\\w.-]{0,80}?${SECRET_NAME}:[ \\t]+["']?([^\\s"'#][^\\r\\n"']*)`,
    'gm',
  ),
);
/** What scanners for secrets found, with the secrets. */
const scanned = settings(
  'a report of secrets',
  'what was found',
  /"(?:Secret|Raw|RawV2)"\s{0,9}:\s{0,9}"([^"]{8,4000})"/g,
);
/** A value under any name may be an id or the host that is asked: the name beside it tells, or the type that Postman gives it. */
const namedValue = strictly(
  'a list of variables for requests',
  new RegExp(
    `"(?:key|name)"\\s{0,9}:\\s{0,9}"(?:[\\w.-]{0,80}?${SECRET_NAME}|[Aa]uthorization)"\\s{0,9},\\s{0,9}"value"\\s{0,9}:\\s{0,9}"([^"]{8,4000})"|"value"\\s{0,9}:\\s{0,9}"([^"]{8,4000})"\\s{0,9},\\s{0,9}"type"\\s{0,9}:\\s{0,9}"secret"`,
    'g',
  ),
);
const variable = strictly('a list of variables for requests', JSON_SECRET);
const requests: CredentialsReader = (file) => namedValue(file) ?? variable(file);
const project = own(
  'what a tool notes of an account',
  /"(?:AccountId|StackId|projectPath|[\w-]{1,40}:account=\d{12}[^"]{0,400})"/,
);

/** A table of logins, as browsers and password managers export them: by its columns, with a password in one row. */
const passwordTable: CredentialsReader = ({ text }) => {
  const [head = '', ...rows] = text.split('\n', 200);
  const columns = head.toLowerCase().replaceAll('"', '').split(',');
  const at = columns.findIndex((column) => /^(?:login_)?password$/.test(column.trim()));
  const isOne =
    at >= 0 && columns.some((column) => /^(?:login_uri|url|website|web site|hostname)$/.test(column));
  if (!isOne || !rows.some((row) => isPassword(row.split(',')[at]?.replaceAll('"', '') ?? '')))
    return undefined;
  return { kind: 'credentials', what: 'an export of a password manager', holds: 'passwords' };
};

const BY_NAME: Readonly<Record<LoginName | 'auth.json', CredentialsReader>> = {
  'gradle.properties': properties,
  'key.properties': properties,
  'keystore.properties': properties,
  'local.properties': properties,
  'signing.properties': properties,
  'secrets.properties': properties,
  'credentials.properties': properties,
  'database.yml': yaml,
  'database.yaml': yaml,
  'secrets.yml': yaml,
  'secrets.yaml': yaml,
  'credentials.yml': yaml,
  'credentials.yaml': yaml,
  'parameters.yml': yaml,
  'secrets.toml': toml,
  ssh_config: ssh,
  known_hosts: ssh,
  authorized_keys: ssh,
  'winscp.ini': winscp,
  '.databrickscfg': databricks,
  'kaggle.json': kaggle,
  'ngrok.yml': ngrok,
  '.msmtprc': mail,
  '.fetchmailrc': mail,
  '.curlrc': curl,
  '.wgetrc': curl,
  '.pg_service.conf': service,
  'odbc.ini': service,
  '.odbc.ini': service,
  '.smbcredentials': service,
  '.vault_pass': vaultPassword,
  '.vault_pass.txt': vaultPassword,
  '.vault-password': vaultPassword,
  'vault_pass.txt': vaultPassword,
  'vault-password.txt': vaultPassword,
  'ansible-vault-password': vaultPassword,
  '.p4tickets': tickets,
  'rndc.key': nameServerKey,
  'msal_token_cache.json': tokens('the logins of the Azure command line'),
  'accesstokens.json': tokens('the logins of the Azure command line'),
  'service_principal_entries.json': tokens('the logins of the Azure command line'),
  'auth.toml': poetry,
  'hex.config': hex,
  'snyk.json': tokens('the login of Snyk'),
  'firebase-tools.json': tokens('the login of Firebase'),
  'bitwarden_export.json': vault,
  'settings.py': python,
  'sonar-project.properties': settings(
    'settings of SonarQube',
    'a token',
    /^[ \t]*sonar\.(?:login|password|token)[ \t]*[=:][ \t]*(\S+)/gm,
  ),
  'logins.json': vault,
  '.modal.toml': toml,
  // Codex keeps it so, and others.
  'auth.json': tokens('the login of a tool', /"(?:refresh_token|OPENAI_API_KEY)"\s{0,9}:/),
  'http-client.private.env.json': variable,
  'http-client.env.json': variable,
};
/** A map, as a file may be called `constructor`. */
const NAMED: ReadonlyMap<string, CredentialsReader> = new Map(Object.entries(BY_NAME));

/** By the folder, for names that any file may have. */
const FOLDERS: readonly (readonly [string, CredentialsReader])[] = [
  ['.ssh/config', ssh],
  ['.oci/config', oracle],
  ['.bundle/config', bundler],
  ['.config/hub', tokenLine('the login of hub')],
  ['.travis/config.yml', tokenLine('the login of Travis CI')],
  ['.circleci/cli.yml', tokenLine('the login of CircleCI')],
  ['netlify/config.json', tokens('the login of Netlify')],
  ['com.vercel.cli/auth.json', tokens('the login of Vercel')],
  ['glab-cli/config.yml', tokenLine('the login of the GitLab command line')],
  ['helm/repositories.yaml', repositories],
  ['conan/credentials.json', tokens('the logins of Conan')],
  ['.expo/state.json', tokens('the login of Expo')],
  ['.pulumi/credentials.json', tokens('the login of Pulumi')],
  ['configurations/config_default', gcloud],
];

/** Elsewhere `test.json` and the like are data. Folders: documentation of node-config, config and Rails. */
function inConfig(reader: CredentialsReader): CredentialsReader {
  return (file) =>
    /(?:^|\/)(?:configs?|conf|cfg|settings|envs?|environments?)\/[^/]+$/i.test(file.path)
      ? reader(file)
      : undefined;
}

/** Names of settings, by node-config and others, as `LOGIN_ENDING` has them. */
const CONFIG =
  /^(?:custom-environment-variables|default|development|local|prod|production|qa|stage|staging|test)(?:[-_.]|$)/;

/** By more than a whole name. */
const ENDINGS: readonly (readonly [RegExp, CredentialsReader])[] = [
  [/^(?:application|bootstrap)(?:-[\w-]{1,40})?\.properties$/, properties],
  [/^(?:application|bootstrap)(?:-[\w-]{1,40})?\.ya?ml$/, yaml],
  [/^jfrog-cli\.conf(?:\.v\d)?$/, jfrog],
  [/^(?:docker-)?compose(?:[-_.][\w.-]{1,80})?\.ya?ml$/, stack],
  [/^values(?:[-_.][\w.-]{1,80})?\.ya?ml$/, stack],
  [/^[0-9a-f]{40}\.json$/, tokens('a login that a cloud command line keeps', /"startUrl"|"SecretAccessKey"/)],
  [/^(?:bitwarden|enpass)/, vault],
  [/^(?:gitleaks|trufflehog)/, scanned],
  [/^insomnia|\.postman_environment\.json$/, requests],
  [/^pulumi\./, pulumi],
  [/^serverless-state\.json$/, jsonSettings],
  [/^(?:local-env-info|team-provider-info|cdk\.context)\.json$/, project],
  [/^(?:[\w-]{1,80}[-_])?realm(?:[-_][\w-]{1,80})?\.json$/, realm],
  [
    /\.(?:json|ndjson|jsonl|nedb)$/,
    (file) => users(file) ?? (CONFIG.test(file.name) ? inConfig(jsonSettings)(file) : undefined),
  ],
  [/^(?:fly|samconfig|wrangler|netlify|railway)(?:\.[\w-]{1,40})?\.(?:toml|jsonc?|ya?ml)$/, deployment],
  [/\.bru$/, bruno],
  [/\.json5$/, inConfig(jsonSettings)],
  [/\.ya?ml$/, inConfig(yamlSettings)],
  [/^(?:hosts|inventory).*\.ini$/, inventory],
  [/\.rdp$/, desktop],
  [/\.1pif$/, vault],
  [/\.csv$/, passwordTable],
  [/\.(?:ovpn|key)$/, vpn],
  [/\.(?:sh|bash|zsh|fish|ps1|bat|cmd|service)$/, script],
];

/** A login in a file whose name is one of `LOGIN_NAMES`, or one of the others that `login-names.ts` knows. */
export function readNamedLogin(file: Beginning): CredentialsFacts | undefined {
  const path = file.path.toLowerCase();
  const reader =
    FOLDERS.find(([end]) => path.endsWith(end))?.[1] ??
    NAMED.get(file.name) ??
    ENDINGS.find(([pattern]) => pattern.test(file.name))?.[1];
  return reader?.(file);
}

/** Kinds of XML with logins, by what stands in the first bytes. */
const XML: readonly (readonly [head: RegExp, reader: CredentialsReader])[] = [
  [
    /<settings\b[^<>]*>/,
    settings(
      'a Maven configuration',
      'the password of a server',
      /<(?:password|passphrase)>([^<]+)<\//g,
      /<servers?>/,
    ),
  ],
  [/<settingsSecurity>/, settings('the master password of Maven', 'a password', /<master>([^<]+)<\//g)],
  [
    /<FileZilla3\b/,
    settings('the servers of FileZilla', 'passwords of servers', /<Pass(?: encoding="\w+")?>([^<]+)<\//g),
  ],
  [
    /<(?:mrng:)?Connections\b/,
    settings('the connections of mRemoteNG', 'passwords of servers', /\bPassword="([^"]{12,})"/g, /<Node\b/),
  ],
  [
    /<configuration\b[^<>]*>/,
    settings(
      'settings of a .NET application',
      'the password of a database',
      /\bconnectionString="[^"]*?\b(?:Password|Pwd)\s*=\s*([^;"\s]+)/gi,
    ),
  ],
  [
    /<com\.cloudbees\.plugins\.credentials\./,
    settings(
      'the credentials of Jenkins',
      'secrets of its jobs',
      /<(?:password|secret|privateKey|passphrase)>\{?([^<}]+)\}?<\//g,
    ),
  ],
];

/** A login in XML, by the elements of the programs that write such files. */
export function readXmlLogin(file: Beginning): CredentialsFacts | undefined {
  const head = file.text.slice(0, 2000);
  return XML.find(([pattern]) => pattern.test(head))?.[1](file);
}

/** Users and the hashes of their passwords, a line each, as web servers and systems keep them. crypt(5). */
const HASHED = /^[\w.@-]{1,64}:(?:\$(?:apr1|2[abxy]|5|6|y|argon2id?)\$|\{SHA\}|\{SSHA\})[^\s:]{12,}/;
export function beginsLikePasswords(head: string): boolean {
  return HASHED.test(head);
}
export function readPasswords(): CredentialsFacts {
  return { kind: 'credentials', what: 'a list of users', holds: 'hashed passwords' };
}

/** What `ansible-vault` encrypts: whoever guesses its password has it. */
export function readAnsibleVault({ text }: Beginning): CredentialsFacts | undefined {
  return /^\$ANSIBLE_VAULT;\d\.\d;AES256?\S*\n[0-9]{40,}/.test(text)
    ? { kind: 'credentials', what: 'an Ansible vault', holds: 'secrets under a password' }
    : undefined;
}

/** Values among others that `ansible-vault encrypt_string` wrote. */
export function readVaulted({ text }: Beginning): CredentialsFacts | undefined {
  return text.includes('!vault') && /^[ \t]{1,80}\$ANSIBLE_VAULT;\d\.\d;AES256$/m.test(text)
    ? { kind: 'credentials', what: 'variables of Ansible', holds: 'secrets under a password' }
    : undefined;
}
