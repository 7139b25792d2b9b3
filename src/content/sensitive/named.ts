import { type FileName, fileName } from '../file-name.ts';
import { AGENT_NAMES, isInstructionsName, isPromptName, readInstructions, readPrompt } from './agent.ts';
import type { Look } from './beginning.ts';
import { credentialNames, credentialsReader } from './credentials.ts';
import { readBson, readCassette, readHar, readLevelDb, readMail, readSql } from './database.ts';
import { isDotenvName, readDotenv } from './dotenv.ts';
import type { CredentialsFacts } from './facts.ts';
import { testLook } from './folders.ts';
import { isObjectPath, readGitObject, readGitText } from './git.ts';
import { readOpenPgp } from './keystore.ts';
import { readKubeFile } from './kubernetes.ts';
import { isCopyName, LITTER_EXTENSIONS, LITTER_NAMES, litterReader } from './litter.ts';
import {
  HISTORY_NAMES,
  isCrashReportName,
  isLogName,
  readCrashReport,
  readLog,
  shellHistory,
} from './log.ts';
import { readVaulted, readXmlLogin } from './logins.ts';
import { PIPELINE_NAMES, pipelineReader } from './pipeline.ts';
import type { Place } from './place.ts';
import { isTestName } from './tests.ts';
import { WEIGHTS_EXTENSIONS, WEIGHTS_NAMES, weightsReader } from './weights/other.ts';
import { readMarkup } from './weights/trees.ts';
import { readWorkplace } from './workplace.ts';

const yaml: Look = (file) =>
  readKubeFile(file) ??
  readVaulted(file) ??
  (/^(?:http_)?interactions:/m.test(file.text) ? readCassette(file) : undefined);
const workplace: Look = (file) => readWorkplace(file);
const xml: Look = (file) => readXmlLogin(file) ?? readWorkplace(file) ?? readMarkup(file);

/** Names of whole files to what looks at them. Of files of code only such as begin with a dot: `nameLook` asks for no other. */
const NAMES = new Map<string, Look>([
  ...PIPELINE_NAMES,
  ...LITTER_NAMES,
  ...AGENT_NAMES,
  ...credentialNames(),
  ...WEIGHTS_NAMES,
  ...HISTORY_NAMES.map((name): [string, Look] => [
    name,
    ({ size }) => (size === 0 ? undefined : shellHistory(name)),
  ]),
  ['.git', ({ path, name, text }) => readGitText(path, name, text)],
  ['current', readLevelDb],
  ['dotenv', readDotenv],
]);

/** The same by what follows the last dot. */
const EXTENSIONS = new Map<string, Look>([
  ...LITTER_EXTENSIONS,
  ...WEIGHTS_EXTENSIONS,
  ['xml', xml],
  ['config', (file) => readXmlLogin(file)],
  ['sql', readSql],
  ['dump', readSql],
  ['har', readHar],
  ['mbox', readMail],
  ['eml', readMail],
  ['bson', readBson],
  ['gpg', ({ bytes }) => readOpenPgp(bytes)],
  ['pgp', ({ bytes }) => readOpenPgp(bytes)],
  ['jsonl', workplace],
  ['ndjson', workplace],
  ['saz', workplace],
  ['chls', workplace],
  ['chlsj', workplace],
  ['trace', workplace],
  ['network', workplace],
  ...'patch diff csv tsv vcf ldif trx suo user code-workspace 1pux'
    .split(' ')
    .map((extension): [string, Look] => [extension, workplace]),
]);
/** Dot files that many packages have, of which nobody has to load more. */
const COMMON =
  /^\.(?!firebaserc$|mongorc|gitconfig$|gitreview$|exrc$|l?vimrc$|nvimrc$)(?:\w+ignore|[\w-]+rc(?:\.\w+)?|git\w+|editorconfig|[\w-]+\.(?:[cm]?js|json|ya?ml|md))$/;
/** Names without a dot before them that tools of a workplace give to files. */
const WORKPLACE =
  /^(?:\d{1,4}_[^/]{1,200}\.txt|gtags|tags|cscope\.out|gitconfig|p4config\.txt|(?:repomix-output|gitingest|digest)\.\w+|(?:users|accounts|members|customers|contacts|subscribers|employees)\.jsonl?)$/;

/** What the name of a file promises, of which `nameLook` knows nothing. */
export function namedLook(path: string, called: FileName, place: Place): Look | undefined {
  const { name, extension } = called;
  const named = NAMES.get(name);
  const login = credentialsReader(path, name, extension);
  // What a dependency that is packed along is set to, is public with it.
  if (login !== undefined && place.bundled) return (file) => loginOnly(login(file));
  const other = otherLook(path, called, place, named);
  if (login === undefined || other === undefined) return login ?? other;
  return (file) => login(file) ?? other(file);
}

/** The same of a file of code, with a blank in its name or a word before its extension: `a.bak.js`. */
export function copyLook(name: string): Look | undefined {
  return isCopyName(name) || BACKUP_NAME.test(name) ? litterReader(name) : undefined;
}

const BACKUP_NAME = /\.(?:bak|orig)\.\w{1,5}$/;

/** What a name promises that is none of a file with a login. */
function otherLook(
  path: string,
  { name, extension }: FileName,
  place: Place,
  named: Look | undefined,
): Look | undefined {
  if (place.bundled && !mayLeakBundled(name)) return undefined;
  if (named !== undefined) return named;
  const look = EXTENSIONS.get(extension);
  if (isDotenvName(name) && look !== undefined) return (file) => readDotenv(file) ?? look(file);
  if (look !== undefined) return backedUp(path, name) ?? look;
  if (isDotenvName(name)) return (file) => readDotenv(file) ?? litterReader(name)?.(file);
  if (isLogName(name, extension)) return readLog;
  if (isCrashReportName(name)) return readCrashReport;
  if (isInstructionsName(name)) return readInstructions;
  if (isPromptName(path, name, extension)) return readPrompt;
  if (isTestName(name)) return testLook(place);
  if ((name.length === 38 || name.length === 62) && isObjectPath(path))
    return ({ bytes }) => readGitObject(path, bytes);
  const litter = litterReader(name);
  if (litter !== undefined) return backedUp(path, name) ?? litter;
  const known = weightsReader(name) ?? pipelineReader(name) ?? (KUBE.has(extension) ? yaml : undefined);
  if (known !== undefined) return known;
  const isDot = name.charCodeAt(0) === 0x2e && !COMMON.test(name);
  return isDot || WORKPLACE.test(name) ? workplace : undefined;
}

/** Extensions of what may be a kubeconfig under a name of its own. */
const KUBE: ReadonlySet<string> = new Set(['yaml', 'yml', 'conf']);

/** A copy of a file in which a tool keeps logins is as good as that file, and litter where there is none in it. */
function backedUp(path: string, name: string): Look | undefined {
  const original = name.replace(/(?:~|\.(?:bak|old|orig|save|backup|copy|tmp))$/, '');
  if (original === name) return undefined;
  const of = path.slice(0, path.length - name.length) + original;
  const login = credentialsReader(of, original, fileName(original).extension);
  return (
    login &&
    ((file) =>
      loginOnly(login(file)) ?? (EXTENSIONS.get(fileName(name).extension) ?? litterReader(name))?.(file))
  );
}

function loginOnly(facts: CredentialsFacts | undefined): CredentialsFacts | undefined {
  return facts?.holds === undefined ? undefined : facts;
}

/** Of a dependency that is packed along, what is public with it is told nowhere. */
function mayLeakBundled(name: string): boolean {
  return isDotenvName(name) || name === '.git' || name.length === 38 || name.length === 62;
}
