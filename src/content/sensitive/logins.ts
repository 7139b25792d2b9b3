import type { Beginning } from './beginning.ts';
import type { CredentialsReader } from './credentials-reader.ts';
import type { CredentialsFacts } from './facts.ts';
import { isPassword } from './random.ts';

/**
 * A kind of file with settings, among which a login may stand.
 *
 * @param value its first group that matches is the login; words, numbers and templates are none
 * @param is what a file of that kind has; without it any text will do
 */
function settings(what: string, holds: string, value: RegExp, is?: RegExp): CredentialsReader {
  return ({ text }) => {
    if (is !== undefined && !is.test(text)) return undefined;
    for (const [, found, other] of text.matchAll(value))
      if (isPassword(found ?? other ?? '')) return { kind: 'credentials', what, holds };
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

/** By name, in lower case: all of `LOGIN_NAMES`. */
const NAMED: ReadonlyMap<string, CredentialsReader> = new Map([
  ['gradle.properties', properties],
  ['key.properties', properties],
  ['keystore.properties', properties],
  ['local.properties', properties],
  ['signing.properties', properties],
  ['secrets.properties', properties],
  ['credentials.properties', properties],
  ['database.yml', yaml],
  ['database.yaml', yaml],
  ['secrets.yml', yaml],
  ['secrets.yaml', yaml],
  ['credentials.yml', yaml],
  ['credentials.yaml', yaml],
  ['parameters.yml', yaml],
  ['secrets.toml', toml],
  ['ssh_config', ssh],
  ['known_hosts', ssh],
  ['authorized_keys', ssh],
  ['winscp.ini', winscp],
  ['.databrickscfg', databricks],
  ['kaggle.json', kaggle],
  ['ngrok.yml', ngrok],
  ['.msmtprc', mail],
  ['.fetchmailrc', mail],
  ['.curlrc', curl],
  ['.wgetrc', curl],
]);

/** By the folder, for names that any file may have. */
const FOLDERS: readonly (readonly [string, CredentialsReader])[] = [
  ['.ssh/config', ssh],
  ['.oci/config', oracle],
  ['.bundle/config', bundler],
];

/** By more than a whole name. */
const ENDINGS: readonly (readonly [RegExp, CredentialsReader])[] = [
  [/^(?:application|bootstrap)(?:-[\w-]{1,40})?\.properties$/, properties],
  [/^(?:application|bootstrap)(?:-[\w-]{1,40})?\.ya?ml$/, yaml],
  [/^jfrog-cli\.conf(?:\.v\d)?$/, jfrog],
];

/** A login in a file whose name is one of `LOGIN_NAMES`, or one of the others that `login-names.ts` knows. */
export function readNamedLogin(file: Beginning): CredentialsFacts | undefined {
  const path = file.path.toLowerCase();
  const reader =
    NAMED.get(file.name) ??
    FOLDERS.find(([end]) => path.endsWith(end))?.[1] ??
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
