/** Names of files with logins that `logins.ts` reads, in lower case. */
export const LOGIN_NAMES: readonly string[] = [
  'gradle.properties',
  'key.properties',
  'keystore.properties',
  'local.properties',
  'signing.properties',
  'secrets.properties',
  'credentials.properties',
  'database.yml',
  'database.yaml',
  'secrets.yml',
  'secrets.yaml',
  'credentials.yml',
  'credentials.yaml',
  'parameters.yml',
  'secrets.toml',
  'ssh_config',
  'known_hosts',
  'authorized_keys',
  'winscp.ini',
  '.databrickscfg',
  'kaggle.json',
  'ngrok.yml',
  '.msmtprc',
  '.fetchmailrc',
  '.curlrc',
  '.wgetrc',
];

/** The same by the folder, for names that any file may have. */
export const LOGIN_FOLDERS: readonly string[] = ['.ssh/config', '.oci/config', '.bundle/config'];

/** By more than a whole name. */
export const LOGIN_ENDING =
  /^(?:(?:application|bootstrap)(?:-[\w-]{1,40})?\.(?:properties|ya?ml)|jfrog-cli\.conf(?:\.v\d)?)$/;
/** Extensions of what that names. */
export const LOGIN_EXTENSIONS: readonly string[] = ['properties', 'yml', 'yaml', 'conf', 'v5', 'v6'];
