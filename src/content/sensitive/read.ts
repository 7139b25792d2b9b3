import { type FileName, fileName } from '../file-name.ts';
import { INSIDE } from '../inner-path.ts';
import type { Kind } from '../kind.ts';
import type { Reader } from '../reader.ts';
import { hasZlibHead } from '../trial.ts';
import { AGENT_NAMES, agentFileOf, isPromptName, readPrompt } from './agent.ts';
import { type Beginning, WINDOW } from './beginning.ts';
import {
  readDockerLogin,
  readKube,
  readKubeJson,
  readNetrc,
  readPypirc,
  readState,
} from './credential-files.ts';
import { CREDENTIAL_EXTENSIONS, CREDENTIAL_NAMES, credentialsReader } from './credentials.ts';
import {
  createColumnsReader,
  createTableReader,
  readBson,
  readCassette,
  readCookies,
  readDatabase,
  readHar,
  readLevelDb,
  readMail,
  readSql,
} from './database.ts';
import { beginsLikeDotenv, isDotenvName, readDotenv, readUnnamedDotenv } from './dotenv.ts';
import type { CredentialsFacts, HistoryFacts, OpaqueFacts, SensitiveFacts } from './facts.ts';
import { gitPart, isObjectPath, readGitFile, readGitObject, readGitText, readHistory } from './git.ts';
import {
  readBouncyCastle,
  readDer,
  readJavaKeystore,
  readKeyText,
  readNumbers,
  readOpenPgp,
  readSafe,
  readTickets,
  readWallet,
  readWireGuard,
} from './keystore.ts';
import { isCopyName, LITTER_EXTENSIONS, LITTER_NAMES, litterOf, litterReader } from './litter.ts';
import {
  HISTORY_NAMES,
  isCrashReportName,
  isLogName,
  readCrashReport,
  readLog,
  shellHistory,
} from './log.ts';
import { beginsLikePasswords, readAnsibleVault, readPasswords, readXmlLogin } from './logins.ts';
import { createOpaqueReader, isKnownBinary } from './opaque.ts';
import { readPacked } from './packed.ts';
import { PIPELINE_NAMES, pipelineFileOf, pipelineReader } from './pipeline.ts';
import { type Place, placeOfFile } from './place.ts';
import { isTestName, readTest } from './tests.ts';
import { createCoreMlReader } from './weights/core-ml.ts';
import { beginsLikeFlatbuffer, createFlatbufferReader } from './weights/flatbuffer.ts';
import { beginsLikeFlax, createFlaxReader } from './weights/flax.ts';
import { readGguf } from './weights/gguf.ts';
import { createHdf5Reader } from './weights/hdf5.ts';
import { beginsLikeOnnx, createOnnxReader } from './weights/onnx.ts';
import {
  beginsLikeModel,
  readByMagic,
  WEIGHTS_EXTENSIONS,
  WEIGHTS_NAMES,
  weightsReader,
} from './weights/other.ts';
import { beginsLikeOldPickle, beginsLikePickle, createPickleReader } from './weights/pickle.ts';
import { beginsLikeSafetensors, createSafetensorsReader } from './weights/safetensors.ts';
import { readBoosted, readMarkup } from './weights/trees.ts';
import { readWorkplace } from './workplace.ts';

/** What a look at one file told. */
export interface SensitiveRead {
  readonly sensitive?: SensitiveFacts;
  readonly template?: true;
  readonly opaque?: OpaqueFacts;
}

/** Looks at the beginning of a file that its name, its folder or its first bytes made suspicious. */
type Look = (file: Beginning) => SensitiveFacts | undefined;

/** Reads on to where no beginning reaches. */
type Stream = () => Reader<SensitiveFacts | undefined>;

/** Bytes that are kept of a key store, and of what TensorFlow.js writes. */
const LARGE_WINDOW = 4 * 1024 * 1024;

/**
 * The reader that a file calls for by its name, its folder or its first bytes; undefined for nearly every file, and
 * after one look into a table at most.
 *
 * @param path in the package
 * @param head the first bytes of the file, or all of it
 */
export function createSensitiveReader(
  path: string,
  head: Buffer,
  kind: Kind,
): Reader<SensitiveRead> | undefined {
  const place = placeOfFile(path);
  const called = fileName(path);
  const { name } = called;
  const stream =
    kind.kind === 'archive' ? undefined : (streamOf(head, name, path) ?? TABLES.get(called.extension));
  const placed = place.within === undefined ? undefined : ofPlace(place);
  const inHistory = place.within?.kind === 'history';
  const magic = magicLook(head, kind);
  const named = nameLook(path, called, place) ?? textLook(called, head, kind, place);
  const opaque = kind.kind === 'binary' && !isKnownBinary(head);
  if (!placed && !magic && !named && !stream && !opaque) return undefined;
  // The folder of a version-control system says all; any other says less than the file itself.
  const looks = [inHistory && placed, magic, named, placed].filter(
    (look) => look !== undefined && look !== false,
  );
  const isWide = (magic !== undefined && WIDE.has(head[0]!)) || WIDE_NAME.test(name);
  const window = looks.length === 0 ? 0 : isWide ? LARGE_WINDOW : WINDOW;
  return createReader({ path, name, place }, kind, window, looks, stream, opaque);
}

/** Where a generator puts a name in: `app.e2e-__specFileSuffix__.ts`. */
const PLACEHOLDER =
  /__(?!(?:tests?|mocks|snapshots|fixtures|specs|pycache|macosx|init|main)__)[a-z]\w*__|\{\{\s*\w|<%|\[\[\w/i;

/** First bytes of key stores. */
const WIDE: ReadonlySet<number> = new Set([0x30, 0xfe, 0xce]);
const WIDE_NAME = /^(?:model|.*weights_manifest)\.json$|\.(?:pb|index|index\.json|xml|pmml)$/;

function createReader(
  of: Pick<Beginning, 'path' | 'name' | 'place'>,
  kind: Kind,
  window: number,
  looks: readonly Look[],
  stream: Stream | undefined,
  isOpaque: boolean,
): Reader<SensitiveRead> {
  const parts: Buffer[] = [];
  let kept = 0;
  let size = 0;
  const streaming = stream?.();
  const opaque = isOpaque ? createOpaqueReader() : undefined;
  return {
    push(view) {
      size += view.length;
      streaming?.push(view);
      opaque?.push(view);
      if (kept >= window) return;
      const part = Buffer.from(view.subarray(0, window - kept));
      parts.push(part);
      kept += part.length;
    },
    end() {
      const file = new Opening(of, Buffer.concat(parts), size, kind.encoding);
      let sensitive = streaming?.end();
      for (const look of looks) sensitive ??= look(file);
      if (of.place.foreign) sensitive = ofOthers(sensitive);
      if (sensitive !== undefined)
        return { sensitive, ...((of.place.template || PLACEHOLDER.test(of.path)) && { template: true }) };
      return opaque === undefined ? {} : { opaque: opaque.end() };
    },
  };
}

/** Tests and pipelines of another project, or of an example, tell nothing of this one. */
function ofOthers(facts: SensitiveFacts | undefined): SensitiveFacts | undefined {
  if (facts?.kind === 'ci') return { ...facts, form: 'community' };
  return facts?.kind === 'test' && facts.form === 'test' ? { ...facts, form: 'fixture' } : facts;
}

/** A class, as an object with an accessor of its own is a dictionary to V8, and outlives its file. */
class Opening implements Beginning {
  readonly path: string;
  readonly name: string;
  readonly place: Place;
  readonly bytes: Buffer;
  readonly size: number;
  readonly #encoding: Kind['encoding'];
  #text: string | undefined;

  constructor(
    { path, name, place }: Pick<Beginning, 'path' | 'name' | 'place'>,
    bytes: Buffer,
    size: number,
    encoding: Kind['encoding'],
  ) {
    this.path = path;
    this.name = name;
    this.place = place;
    this.bytes = bytes;
    this.size = size;
    this.#encoding = encoding;
  }

  get text(): string {
    this.#text ??= new TextDecoder(this.#encoding).decode(this.bytes).replace(/\r\n?/g, '\n');
    return this.#text;
  }
}

/** Files that say what they are at their end. */
const TABLES: ReadonlyMap<string, Stream> = new Map([
  ...['parquet', 'avro', 'orc', 'feather', 'arrow'].map((format): [string, Stream] => [
    format,
    createColumnsReader,
  ]),
  ['ldb', createTableReader],
  ['sst', createTableReader],
]);

/** `(`, `c`, `}` and `]`. */
const OLD_PICKLE: ReadonlySet<number> = new Set([0x28, 0x63, 0x7d, 0x5d]);

/** What maps of MessagePack begin with; PNG is none. */
const MAPS: ReadonlySet<number> = new Set([
  ...Array.from({ length: 15 }, (_, entries) => 0x81 + entries).filter((byte) => byte !== 0x89),
  0xde,
  0xdf,
]);
/** Letters that the marks of models in flatbuffers begin with. */
const FLATBUFFERS: ReadonlySet<number> = new Set(Buffer.from('TFORE', 'latin1'));

/** Models that are read to their end. */
function streamOf(head: Buffer, name: string, path: string): Stream | undefined {
  if (head[0] === 0x89 && begins(head, '\x89HDF\r\n\x1a\n')) return () => createHdf5Reader(name);
  // The first fields of both are alike.
  if (head[0] === 0x08 && beginsLikeOnnx(head))
    return () => either(createOnnxReader(path), createCoreMlReader());
  if (head[0] === 0x80 && beginsLikePickle(head)) return () => createPickleReader(name);
  if (MAPS.has(head[0]!) && beginsLikeFlax(head)) return createFlaxReader;
  if (OLD_PICKLE.has(head[0]!) && beginsLikeOldPickle(head)) return () => createPickleReader();
  if (FLATBUFFERS.has(head[4]!) && FLATBUFFERS.has(head[5]!) && beginsLikeFlatbuffer(head))
    return createFlatbufferReader;
  if (head[8] === 0x7b && beginsLikeSafetensors(head)) return createSafetensorsReader;
  return undefined;
}

/** What the first of two readers tells, or else the other. */
function either<Facts>(
  one: Reader<Facts | undefined>,
  other: Reader<Facts | undefined>,
): Reader<Facts | undefined> {
  return {
    push(view) {
      one.push(view);
      other.push(view);
    },
    end: () => one.end() ?? other.end(),
  };
}

/** A kubeconfig with a login, or a secret written down. */
const kubeFile: Look = (file) =>
  readKube(file) ?? (/^(?:http_)?interactions:/m.test(file.text) ? readCassette(file) : undefined);
const workplace: Look = (file) => readWorkplace(file);
/** Bytes in which a wallet names its cipher. */
const WALLET_HEAD = 700;
/** How the programs begin that write a dump as SQL. */
const SQL_DUMP = /^--(?: MySQL dump | MariaDB dump | phpMyAdmin SQL Dump|\r?\n-- PostgreSQL database )/;
/** Documentation quotes them. */
const sqlDump: Look = (file) =>
  /\.(?:mdx?|markdown|html?|rst|adoc)$/.test(file.name) ? undefined : readSql(file);
/** What a text is that nothing calls by its name: variables with secrets, users with their passwords. */
function textLook(
  { name, dot, extension }: FileName,
  head: Buffer,
  { kind, encoding }: Kind,
  place: Place,
): Look | undefined {
  if (kind !== 'text' || encoding !== undefined || place.bundled || name.length > MAX_NAME) return undefined;
  if (dot > 0 && PLAIN.has(extension)) return undefined;
  if (beginsLikeDotenv(name, head)) return readUnnamedDotenv;
  const colon = head.indexOf(0x3a);
  if (colon <= 0 || colon > MAX_USER || !USER_ENDS.has(head[colon + 1]!)) return undefined;
  return beginsLikePasswords(head.toString('latin1', 0, 200)) ? readPasswords : undefined;
}

/** Of a user's name, in bytes; `$` or `{` follows it in a list of hashed passwords. */
const MAX_USER = 64;
const USER_ENDS: ReadonlySet<number> = new Set([0x24, 0x7b]);

/** Of the state of Terraform, in the order it is written. */
const isState = (head: Buffer): boolean =>
  head.subarray(0, 200).includes('"terraform_version"') && head.subarray(0, 400).includes('"lineage"');
const xml: Look = (file) => readXmlLogin(file) ?? readWorkplace(file) ?? readMarkup(file);
const gitObject: Look = ({ path, bytes }) => readGitObject(path, bytes);
const keyText: Look = ({ text }) => readKeyText(text);
const historyFile: Look = ({ path, bytes }) => readHistory(path, bytes);
const gitFile: Look = ({ path, bytes }) => readGitFile(path, bytes);
const database: Look = ({ bytes, size }) => readDatabase(bytes, size);
const ticketFile: Look = ({ bytes }) => readTickets(bytes);
const safe: Look = ({ bytes }) => readSafe(bytes);
const model: Look = ({ bytes }) => readByMagic(bytes);

/** How a list of bytes begins. */
const NUMBERS = /^\[\s{0,4}\d{1,3}\s{0,4},/;
/** How a login of Docker begins, an object of Kubernetes, and what Playwright keeps of a session. */
const TOLD_JSON = /^\{\s{0,9}"(?:auths|apiVersion|cookies|kind)"/;
const KUBE_JSON = /^\{\s{0,9}"(?:apiVersion"\s{0,9}:\s{0,9}"v1"|kind"\s{0,9}:\s{0,9}"(?:Config|Secret)")/;
const SESSION = /^\{\s{0,9}"cookies"\s{0,9}:\s{0,9}\[/;

function toldJson(start: string): Look | undefined {
  if (start.includes('"auths"')) return (file) => readDockerLogin(file);
  if (SESSION.test(start)) return readCookies;
  return KUBE_JSON.test(start) ? (file) => readKubeJson(file) : undefined;
}

/** By the first byte, and more of them where that is not rare. */
function magicLook(head: Buffer, { kind }: Kind): Look | undefined {
  switch (head[0]) {
    case 0x00:
      if (head.length > 8 && head[3]! <= 2 && head.readUInt32BE(4) === 20)
        return ({ bytes }) => readBouncyCastle(bytes);
      break;
    case 0x30: {
      // An ASN.1 sequence that begins with a number or another sequence; or text with a zero first.
      const inside = head[head[1]! < 0x80 ? 2 : 2 + (head[1]! & 0x7f)];
      return inside === 0x02 || inside === 0x30 ? ({ bytes, size }) => readDer(bytes, size) : undefined;
    }
    case 0xfe:
    case 0xce: {
      const magic = head.length > 12 ? head.readUInt32BE(0) : 0;
      return magic === 0xfeedfeed || magic === 0xcececece
        ? ({ bytes }) => readJavaKeystore(bytes)
        : undefined;
    }
    case 0x05:
    case 0xa1:
      return kind === 'binary' ? ticketFile : undefined;
    case 0x03:
      return begins(head, '\x03\xd9\xa2\x9a') ? safe : undefined;
    case 0x6b:
      return begins(head, 'kych') ? safe : undefined;
    case 0x50: // PuTTY, PACK, PGDMP
      if (begins(head, 'PuTTY-User-Key')) return keyText;
      if (begins(head, 'PACK')) return gitFile;
      if (begins(head, 'PWS3')) return safe;
      if (begins(head, 'PRAGMA foreign_keys=OFF;\nBEGIN')) return sqlDump;
      if (begins(head, 'Private-key-format: v')) return ({ text }) => readKeyText(text);
      return begins(head, 'PGDMP') ? database : undefined;
    case 0x75:
      return begins(head, 'untrusted comment: ') ? keyText : undefined;
    case 0x4b:
      return begins(head, 'Key: (') ? keyText : undefined;
    case 0x28:
      return head.subarray(0, 40).includes('private-key') ? keyText : undefined;
    case 0x2a:
      return begins(head, '*2\r\n$6\r\nSELECT') ? database : undefined;
    case 0x52:
      return begins(head, 'REDIS0') ? database : undefined;
    case 0x54:
      return begins(head, 'TAPE\0\0') ? database : undefined;
    case 0x23: // comments are everywhere: bundles have one of their own first
      if (begins(head, '# Netscape HTTP Cookie File') || begins(head, '# HTTP Cookie File'))
        return readCookies;
      return begins(head, '# v2 git bundle\n') || begins(head, '# v3 git bundle\n') ? gitFile : undefined;
    case 0x44:
      return begins(head, 'DIRC') ? gitFile : undefined;
    case 0xff:
      return begins(head, '\xfftOc') ? gitFile : undefined;
    case 0x48:
      if (begins(head, 'HG10') || begins(head, 'HG20')) return historyFile;
      break;
    case 0x53:
      if (begins(head, 'SVN-fs-dump-format-version: ')) return historyFile;
      return begins(head, 'SQLite format 3\0') ? database : undefined;
    case 0x72: // a bare repository says in its HEAD which branch it is on
      return head.length < 300 && begins(head, 'ref: refs/heads/')
        ? ({ path, name, text }) => readGitText(path, name, text)
        : undefined;
    case 0x24:
      return begins(head, '$ANSIBLE_VAULT;') ? readAnsibleVault : undefined;
    case 0x61: // Kubernetes
      return begins(head, 'apiVersion: v1') ? kubeFile : undefined;
    case 0x6d:
      return /^machine\s{1,8}\S{1,255}\s{1,8}login\s/.test(head.toString('latin1', 0, 300))
        ? (file) => readNetrc(file)
        : undefined;
    case 0x78:
      if (hasZlibHead(head)) return gitObject;
      break;
    case 0x7b: // JSON
      if (isState(head)) return (file) => readState(file);
      if (begins(head, '{"learner":{')) return readBoosted;
      if (TOLD_JSON.test(head.toString('latin1', 0, 24))) return toldJson(head.toString('latin1', 0, 60));
      return head.subarray(0, WALLET_HEAD).includes('"ciphertext"')
        ? ({ text }) => readWallet(text)
        : undefined;
    case 0x5b:
      if (begins(head, '[distutils]')) return (file) => readPypirc(file);
      if (begins(head, '[Interface]')) return ({ text }) => readWireGuard(text);
      return NUMBERS.test(head.toString('latin1', 0, 12)) ? ({ text }) => readNumbers(text) : undefined;
    case 0x74:
      if (begins(head, 'tree\nversion=v')) return readBoosted;
      break;
    case 0x2d:
      return SQL_DUMP.test(head.toString('latin1', 0, 40)) ? sqlDump : undefined;
    case 0x47:
      if (begins(head, 'GGUF')) return ({ bytes }) => readGguf(bytes);
      break;
  }
  // The rest is binary.
  return kind === 'binary' ? binaryLook(head) : undefined;
}

function binaryLook(head: Buffer): Look | undefined {
  if (head.length < 20) return undefined;
  if (beginsLikeModel(head)) return model;
  return readDatabase(head, head.length) === undefined ? undefined : database;
}

function begins(head: Buffer, magic: string): boolean {
  return head.toString('latin1', 0, magic.length) === magic;
}

/** Names of whole files to what looks at them. */
const NAMES = new Map<string, Look>([
  ...PIPELINE_NAMES,
  ...LITTER_NAMES,
  ...AGENT_NAMES,
  ...WEIGHTS_NAMES,
  ...HISTORY_NAMES.map((name): [string, Look] => [
    name,
    ({ size }) => (size === 0 ? undefined : shellHistory(name)),
  ]),
  ['.git', ({ path, name, text }) => readGitText(path, name, text)],
  ['current', readLevelDb],
  ['dotenv', readDotenv],
]);

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
  ...'patch diff csv tsv vcf ldif trx suo user code-workspace 1pux'
    .split(' ')
    .map((extension): [string, Look] => [extension, workplace]),
]);
/** Dot files that many packages have, of which nobody has to load more. */
const COMMON =
  /^\.(?!firebaserc$|mongorc|gitconfig$|gitreview$)(?:\w+ignore|[\w-]+rc(?:\.\w+)?|git\w+|editorconfig|[\w-]+\.(?:[cm]?js|json|ya?ml|md))$/;
/** Names without a dot before them that tools of a workplace give to files. */
const WORKPLACE =
  /^(?:gtags|tags|cscope\.out|gitconfig|p4config\.txt|(?:repomix-output|gitingest|digest)\.\w+)$/;

/** Characters that a name has on any file system; longer ones are made to cost time. */
const MAX_NAME = 255;

/** Files whose folder gives their name a meaning. */
const IN_FOLDERS: ReadonlySet<string> = new Set([
  'credentials',
  'credentials.toml',
  'credentials.db',
  'config.json',
  'config',
  'settings.xml',
  'jfrog-cli.conf',
  'hub',
]);

function nameLook(path: string, called: FileName, place: Place): Look | undefined {
  const { name, dot, extension } = called;
  if (name.length > MAX_NAME) return undefined;
  if (name === 'package.json') return path.includes(INSIDE) ? readPacked : undefined;
  const named = NAMES.get(name);
  if (
    named === undefined &&
    PLAIN.has(extension) &&
    name.charCodeAt(0) !== 0x2e &&
    name.charCodeAt(0) !== 0x23
  ) {
    return plainLook(name, dot, place);
  }
  if (CREDENTIAL_NAMES.has(name) || CREDENTIAL_EXTENSIONS.has(extension) || IN_FOLDERS.has(name)) {
    const login = credentialsReader(path, name, extension);
    // What a dependency that is packed along is set to, is public with it.
    if (login !== undefined && place.bundled) return (file) => loginOnly(login(file));
    const other = otherLook(path, called, place, named);
    if (login !== undefined) return other === undefined ? login : (file) => login(file) ?? other(file);
    return other;
  }
  return otherLook(path, called, place, named);
}

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
  if (isPromptName(path, name, extension)) return readPrompt;
  if (isTestName(name)) return testLook(place);
  if ((name.length === 38 || name.length === 62) && isObjectPath(path))
    return ({ bytes }) => readGitObject(path, bytes);
  const litter = litterReader(name);
  if (litter !== undefined) return backedUp(path, name) ?? litter;
  const known = weightsReader(name) ?? pipelineReader(name) ?? (KUBE.has(extension) ? kubeFile : undefined);
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

/**
 * Extensions that most files of most packages have. One of these is a test or nothing, unless a table knows its whole name, or
 * it begins as what is hidden does.
 */
const PLAIN: ReadonlySet<string> = new Set(
  'js mjs cjs jsx ts mts cts tsx map css scss less html vue svelte svg png jpg gif webp woff woff2 ttf wasm node'.split(
    ' ',
  ),
);

/** Last letters of what a name for a test, or for a copy, ends in before its extension. */
const TEST_ENDS: ReadonlySet<number> = new Set(Buffer.from('tsce2y)', 'latin1'));

function plainLook(name: string, dot: number, place: Place): Look | undefined {
  if (!TEST_ENDS.has(name.charCodeAt(dot - 1)) || place.bundled) return undefined;
  if (isCopyName(name)) return litterReader(name);
  return isTestName(name) ? testLook(place) : undefined;
}

/** Of a dependency that is packed along, what is public with it is told nowhere. */
function mayLeakBundled(name: string): boolean {
  return isDotenvName(name) || name === '.git' || name.length === 38 || name.length === 62;
}

function testLook(place: Place): Look {
  const within = place.within?.kind === 'test' ? place.within : undefined;
  return (file) => readTest(file, within?.root ?? '', within?.sure ?? false);
}

function ofPlace(place: Place): Look | undefined {
  const { within } = place;
  if (within === undefined) return undefined;
  if (within.kind === 'history') return ({ path }) => historyOf(within.system, within.root, path);
  if (place.bundled) return undefined;
  switch (within.kind) {
    case 'agent':
      return (file) => agentFileOf(within.tool, file);
    case 'ci':
      return (file) => pipelineFileOf(within.tool, within.form, file);
    case 'litter':
      return ({ size }) => (size === 0 ? undefined : litterOf(within.what, within.from));
    case 'test':
      return testLook(place);
  }
}

/** Files that CVS keeps in each folder; others there are somebody's own. */
const OF_CVS = /\/(?:Entries(?:\.Log)?|Root|Repository|Template|Tag)$/;

function historyOf(system: string, root: string, path: string): HistoryFacts | undefined {
  const inside = path.slice(root.length + 1);
  if (system === 'CVS' && !OF_CVS.test(path)) return undefined;
  return { kind: 'history', system, root, part: system === 'Git' ? gitPart(inside) : 'record' };
}
