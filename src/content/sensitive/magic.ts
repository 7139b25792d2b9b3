import type { Kind } from '../kind.ts';
import { hasZlibHead } from '../trial.ts';
import { begins, type Look } from './beginning.ts';
import { readNetrc, readPypirc, readState } from './credentials.ts';
import { readCookies, readDatabase, readNock, readSql } from './database.ts';
import { readGitFile, readGitObject, readGitText, readHistory } from './git.ts';
import {
  readBlob,
  readBouncyCastle,
  readDer,
  readJavaKeystore,
  readKeyText,
  readNumbers,
  readSafe,
  readTickets,
  readWallet,
  readWireGuard,
} from './keystore.ts';
import { readKubeFile } from './kubernetes.ts';
import { readAnsibleVault } from './logins.ts';
import { readToldJson } from './told.ts';
import { readGguf } from './weights/gguf.ts';
import { beginsLikeModel, readByMagic } from './weights/magic.ts';
import { readBoosted } from './weights/trees.ts';

/** Bytes in which a wallet names its cipher. */
const WALLET_HEAD = 700;
/** How the programs begin that write a dump as SQL. */
const SQL_DUMP = /^--(?: MySQL dump | MariaDB dump | phpMyAdmin SQL Dump|\r?\n-- PostgreSQL database )/;
/** Documentation quotes them. */
const sqlDump: Look = (file) =>
  /\.(?:mdx?|markdown|html?|rst|adoc)$/.test(file.name) ? undefined : readSql(file);
/** Of the state of Terraform, in the order it is written. */
const isState = (head: Buffer): boolean =>
  head.subarray(0, 200).includes('"terraform_version"') && head.subarray(0, 400).includes('"lineage"');
const gitObject: Look = ({ path, bytes }) => readGitObject(path, bytes);
const keyText: Look = ({ text }) => readKeyText(text);
const historyFile: Look = ({ path, bytes }) => readHistory(path, bytes);
const gitFile: Look = ({ path, bytes }) => readGitFile(path, bytes);
const database: Look = ({ bytes, size }) => readDatabase(bytes, size);
const ticketFile: Look = ({ bytes }) => readTickets(bytes);
const blob: Look = ({ bytes }) => readBlob(bytes);
const safe: Look = ({ bytes }) => readSafe(bytes);
const model: Look = ({ bytes }) => readByMagic(bytes);

/** How a list of requests begins that nock recorded as objects. https://github.com/nock/nock#output_objects-option */
const NOCK = /^\[\s{0,9}\{\s{0,9}"scope"\s{0,4}:\s{0,4}"https?:/;
/** How a list of bytes begins. */
const NUMBERS = /^\[\s{0,4}\d{1,3}\s{0,4},/;
/**
 * How JSON begins that is more than data: a login of Docker, an object of Kubernetes, what Playwright keeps of a session, the servers of an agent,
 * a report of Node.js, a model of LightGBM.
 */
const TOLD_JSON =
  /^\{\s{0,9}"(?:auths"|apiVersion"\s{0,9}:\s{0,9}"v1"|kind"\s{0,9}:\s{0,9}"(?:Config|Secret)"|cookies"\s{0,9}:\s{0,9}\[|mcpServers"|header"|name"\s?:\s?"tree")/;

/** First bytes that few texts have; and the first two of what begins with a more common one. */
const RARE_FIRST: ReadonlySet<number> = new Set([0x00, 0x05, 0x30, 0x5b, 0x78, 0xa1, 0xce, 0xfe]);
const FIRST_TWO: ReadonlySet<number> = new Set(
  '\x03\xd9kyPuPAPWPRPrPGunCrKe\x07\x02\x1e\xf1bl(p(s(1(2( (\n*2RETADI\xfftHGSVSQre$Aapmatr--GG'
    .match(/../gs)!
    .map((two) => two.charCodeAt(0) * 256 + two.charCodeAt(1)),
);

/** What the first bytes of a file promise. Asked for every file: by the first two, and by more where those are not rare. */
export function magicLook(head: Buffer, { kind }: Kind): Look | undefined {
  const first = head[0]!;
  const found =
    first === JSON_FIRST ? jsonLook(head) : isSigned(head, first) ? signedLook(head, kind) : undefined;
  // What tells binary data may stand further in, behind any first byte.
  return found ?? (kind === 'binary' ? binaryLook(head) : undefined);
}

const JSON_FIRST = 0x7b;
const HASH = 0x23;
/** Behind `# `, as comments are everywhere: of cookies and of bundles of git. */
const BEHIND_HASH = 'NHv';

function isSigned(head: Buffer, first: number): boolean {
  if (first === HASH) return head[1] === 0x20 && BEHIND_HASH.includes(String.fromCharCode(head[2]!));
  return RARE_FIRST.has(first) || FIRST_TWO.has(first * 256 + head[1]!);
}

function jsonLook(head: Buffer): Look | undefined {
  if (isState(head)) return readState;
  if (begins(head, '{"learner":{')) return readBoosted;
  if (TOLD_JSON.test(head.toString('latin1', 0, 60))) return readToldJson;
  return head.subarray(0, WALLET_HEAD).includes('"ciphertext"') ? ({ text }) => readWallet(text) : undefined;
}

function signedLook(head: Buffer, kind: Kind['kind']): Look | undefined {
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
    case 0x43: // the newer form of GnuPG
      return begins(head, 'Created: ') ? keyText : undefined;
    case 0x4b:
      return begins(head, 'Key: (') ? keyText : undefined;
    case 0x07: // of Microsoft's library for keys
    case 0x1e:
      return begins(head, '\x07\x02\0\0') || begins(head, '\x1e\xf1\xb5\xb0') ? blob : undefined;
    case 0x62:
      return begins(head, 'blob\nmark :1\ndata ') ? historyFile : undefined;
    case 0x28:
      return head.subarray(0, 40).includes('private-key') ? keyText : undefined;
    case 0x2a:
      return begins(head, '*2\r\n$6\r\nSELECT') ? database : undefined;
    case 0x52:
      return begins(head, 'REDIS0') ? database : undefined;
    case 0x54:
      return begins(head, 'TAPE\0\0') ? database : undefined;
    case 0x23: // bundles have a comment of their own first
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
      return begins(head, 'apiVersion: v1') ? readKubeFile : undefined;
    case 0x6d:
      return /^machine\s{1,8}\S{1,255}\s{1,8}login\s/.test(head.toString('latin1', 0, 300))
        ? readNetrc
        : undefined;
    case 0x78:
      if (hasZlibHead(head)) return gitObject;
      break;
    case 0x5b:
      if (begins(head, '[distutils]')) return readPypirc;
      if (begins(head, '[Interface]')) return ({ text }) => readWireGuard(text);
      if (NOCK.test(head.toString('latin1', 0, 60))) return readNock;
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
  return undefined;
}

function binaryLook(head: Buffer): Look | undefined {
  if (head.length < 20) return undefined;
  if (beginsLikeModel(head)) return model;
  return readDatabase(head, head.length) === undefined ? undefined : database;
}
