import { readCredentialsAs } from './credential-files.ts';
import type { CredentialsReader } from './credentials-reader.ts';
import { LOGIN_ENDING, LOGIN_EXTENSIONS, LOGIN_FOLDERS, LOGIN_NAMES } from './login-names.ts';

/** Names of files in which tools keep logins, in lower case; `credential-files.ts` reads them, and is loaded when one is there. */
export const CREDENTIAL_NAMES: ReadonlySet<string> = new Set([
  ...'.npmrc npmrc .pnpmrc .yarnrc .yarnrc.yml bunfig.toml .bunfig.toml .netrc _netrc netrc .pypirc pip.conf pip.ini .dockercfg .dockerconfigjson .git-credentials .htpasswd .pgpass pgpass.conf .my.cnf .mylogin.cnf kubeconfig kubeconfig.yml kubeconfig.yaml .terraformrc terraform.rc credentials.tfrc.json terraform.tfvars terraform.tfvars.json application_default_credentials.json .s3cfg .boto nuget.config .vault-token rclone.conf hosts.yml master.key .sentryclirc sentry.properties sftp.json sftp-config.json .ftpconfig .ftppass .remote-sync.json local.settings.json wp-config.php jupyter_server_config.json jupyter_notebook_config.json .clasprc.json my.cnf auth.json'.split(
    ' ',
  ),
  ...LOGIN_NAMES,
]);

/** By the folder, for names that any file may have: `.docker/config.json`. */
const IN_FOLDER: ReadonlySet<string> = new Set([
  ...'.docker/config.json .aws/credentials .aws/config .cargo/credentials .cargo/credentials.toml .gem/credentials .kube/config .m2/settings.xml gcloud/credentials.db'.split(
    ' ',
  ),
  ...LOGIN_FOLDERS,
]);
/** Names in these folders. */
const LAST_PARTS: ReadonlySet<string> = new Set(
  [...IN_FOLDER].map((path) => path.slice(path.indexOf('/') + 1)),
);

/** By more than a whole name; of JSON by its beginning. */
const ENDING =
  /\.(?:tfstate(?:\.\d+)?(?:\.backup)?|tfvars(?:\.json)?|kubeconfig|publishsettings|pubxml(?:\.user)?|mobileprovision|provisionprofile)$|(?:^|[-_.])(?:tf|terraform)?state\.json$/;
const JSON_BEGINS =
  /^(?:(?:docker[-_]?)?config\.json$|client_secret|appsettings)|(?:^|[-_.])(?:service[-_]?account|credentials?|firebase-adminsdk|gcp|gcloud|google)/;
/** Asked for names with one of these extensions alone. */
export const CREDENTIAL_EXTENSIONS: ReadonlySet<string> = new Set([
  ...'tfstate backup tfvars kubeconfig publishsettings pubxml user mobileprovision provisionprofile json'.split(
    ' ',
  ),
  ...LOGIN_EXTENSIONS,
]);

/** How to read a file of this name, where a tool keeps logins in files that are called so. */
export function credentialsReader(
  path: string,
  name: string,
  extension: string,
): CredentialsReader | undefined {
  const isOne =
    CREDENTIAL_NAMES.has(name) ||
    (LAST_PARTS.has(name) && isInFolder(path, name)) ||
    (CREDENTIAL_EXTENSIONS.has(extension) && (ENDING.test(name) || LOGIN_ENDING.test(name))) ||
    (extension === 'json' && JSON_BEGINS.test(name));
  return isOne ? (file) => readCredentialsAs(file, path) : undefined;
}

function isInFolder(path: string, name: string): boolean {
  const folder = path.slice(0, -name.length - 1).toLowerCase();
  return IN_FOLDER.has(`${folder.slice(folder.lastIndexOf('/') + 1)}/${name}`);
}
