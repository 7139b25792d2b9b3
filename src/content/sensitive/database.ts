import { byteSize, count, counted } from '../../figures.ts';
import type { Reader } from '../reader.ts';
import type { Beginning } from './beginning.ts';
import type { DumpFacts } from './facts.ts';

/** Databases by the bytes they begin with. */
const STARTS: readonly (readonly [string, string])[] = [
  ['\0\x01\0\0Standard Jet DB\0', 'a database of Microsoft Access'],
  ['\0\x01\0\0Standard ACE DB\0', 'a database of Microsoft Access'],
  ['\x37\x7f\x06\x82', 'the latest changes of a SQLite database'],
  ['\x37\x7f\x06\x83', 'the latest changes of a SQLite database'],
  ['\xd9\xd5\x05\xf9\x20\xa1\x63\xd7', 'the journal of a SQLite database'],
  ['H:2,block:', 'a database of H2'],
  ['!BDN', 'a mailbox of Outlook'],
];
/** A dump of Redis as the commands that make it again. */
const COMMANDS = '*2\r\n$6\r\nSELECT\r\n';
const DUMPS: readonly (readonly [string, string])[] = [
  ['PGDMP', 'a dump of a PostgreSQL database'],
  ['REDIS0', 'a dump of a Redis database'],
  [COMMANDS, 'a dump of a Redis database'],
  ['TAPE\0\0', 'a backup of a SQL Server database'],
  ['\x6d\xe2\x99\x81', 'a dump of a MongoDB database'],
  // With the environment of the process, and what it was called with.
  ['FLR\0', 'a recording of a Java program (Flight Recorder)'],
  ['PERFILE2', 'a recording of programs on a machine (perf)'],
  ['ElfFile\0', 'the events of a machine that runs Windows'],
  ['LPKSHHRH', 'the journal of a machine (systemd)'],
  ['regf', 'a part of the registry of Windows'],
];
const TRAFFIC: readonly (readonly [string, string])[] = [
  ['\xd4\xc3\xb2\xa1', 'captured network traffic (pcap)'],
  ['\xa1\xb2\xc3\xd4', 'captured network traffic (pcap)'],
  ['\x4d\x3c\xb2\xa1', 'captured network traffic (pcap)'],
  ['\xa1\xb2\x3c\x4d', 'captured network traffic (pcap)'],
  ['\x0a\x0d\x0d\x0a', 'captured network traffic (pcapng)'],
];
/** By bytes further in. */
const INSIDE: readonly (readonly [at: number, bytes: string, what: string])[] = [
  [8, 'DUCK', 'a database of DuckDB'],
  [16, 'T-DB', 'a database of Realm'],
  [16, '\xde\xc0\xef\xbe', 'a database of LMDB'],
  [16, '\0\0\x10\0\0\0\0\0\0\0\x10\0\0\0\0\0', 'an index of vectors (FAISS)'],
  [16, '\xed\xda\x0c\xed', 'a database of Bolt'],
];

/** What the first line of a dump as SQL says, by the program that wrote it. */
const SQL: readonly (readonly [RegExp, string])[] = [
  [/^-- MySQL dump /m, 'a dump of a MySQL database'],
  [/^(?:\/\*M?!.*\n)?-- MariaDB dump /m, 'a dump of a MariaDB database'],
  [/^--\n-- PostgreSQL database (?:cluster )?dump/m, 'a dump of a PostgreSQL database'],
  [/^-- phpMyAdmin SQL Dump/m, 'a dump of a MySQL database'],
  [/^-- Adminer \d/m, 'a dump of a database'],
  [/^(?:#|--) Sequel (?:Pro|Ace) SQL dump/m, 'a dump of a MySQL database'],
  [/^[ \t]*Navicat [\w ]{2,40}(?:Transfer|Dump)/m, 'a dump of a database'],
  [/^-- HeidiSQL Version:/m, 'a dump of a database'],
  [/^PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;/m, 'a dump of a SQLite database'],
];
/** Rows in a dump. */
const ROWS = /^(?:INSERT INTO |COPY \S+ (?:\(.*\) )?FROM stdin)/im;

/** Tells a database, or captured traffic, by its bytes. */
export function readDatabase(bytes: Buffer, size: number): DumpFacts | undefined {
  const start = bytes.toString('latin1', 0, 32);
  if (start.startsWith('SQLite format 3\0')) return sqlite(bytes, size);
  const traffic = TRAFFIC.find(([magic]) => start.startsWith(magic));
  if (traffic !== undefined && size > 64) return { kind: 'dump', what: traffic[1], form: 'traffic' };
  const dump = DUMPS.find(([magic]) => start.startsWith(magic));
  if (dump !== undefined) return { kind: 'dump', what: dump[1], more: byteSize(size), form: 'dump' };
  const found =
    STARTS.find(([magic]) => start.startsWith(magic))?.[1] ??
    INSIDE.find(([at, magic]) => start.startsWith(magic, at))?.[2];
  return found === undefined
    ? undefined
    : { kind: 'dump', what: found, more: byteSize(size), form: 'database' };
}

/** Pages, and the tables as far as the first page names them. https://www.sqlite.org/fileformat2.html */
function sqlite(bytes: Buffer, size: number): DumpFacts {
  const tables = new Set<string>();
  const first = bytes.toString('latin1', 0, 65_536);
  for (const [, name = ''] of first.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?["'`[]?(\w{1,64})/gi))
    if (!name.startsWith('sqlite_')) tables.add(name);
  const names = [...tables].slice(0, 3).join(', ');
  const more = tables.size > 3 ? ` and ${count(tables.size - 3)} more` : '';
  const told =
    tables.size === 0 ? '' : `, with the ${tables.size === 1 ? 'table' : 'tables'} ${names}${more}`;
  return { kind: 'dump', what: 'a SQLite database', more: `${byteSize(size)}${told}`, form: 'database' };
}

const TABLE = /^[ \t]*CREATE TABLE\b/im;
const INSERT = /^[ \t]*INSERT (?:IGNORE )?INTO\b/im;
/** What follows the name in an address, and how long that may be. */
const HOST = /@([\w.-]{4,80})/g;
const MAX_NAME = 64;
/** Hosts that are nobody's: RFC 2606, and what people make up. */
const NOBODY =
  /(?:^|\.)(?:example|test|invalid|localhost|local|domain|email|mail|foo|bar|acme|sample|demo|company|fake)(?:\.|$)/i;
/** Different addresses that make a table one of people: what a person makes up for a test are fewer. */
const PEOPLE = 20;

/** Tables with rows about people, in SQL that no program signed. A schema, a migration or a seed holds none. */
function readRows({ text, size }: Beginning): DumpFacts | undefined {
  if (!TABLE.test(text) || !INSERT.test(text)) return undefined;
  const people = peopleIn(text);
  return people < PEOPLE
    ? undefined
    : {
        kind: 'dump',
        what: 'SQL with rows of a database',
        more: `${byteSize(size)}, at least ${count(people)} addresses of people`,
        form: 'people',
      };
}

/** How many different addresses of people a text holds; those of documentation do not count. */
export function peopleIn(text: string): number {
  const people = new Set<string>();
  for (const { 1: host = '', index } of text.matchAll(HOST)) {
    const name = text
      .slice(Math.max(0, index - MAX_NAME), index)
      .split(/[^\w.+-]/)
      .at(-1);
    if (name !== '' && host.includes('.') && !NOBODY.test(host)) people.add(`${name}@${host}`.toLowerCase());
  }
  return people.size;
}

/** A dump as SQL, which a program wrote and signed; a script of one's own is none, unless it holds rows about people. */
export function readSql(file: Beginning): DumpFacts | undefined {
  const { text, size } = file;
  const what = SQL.find(([pattern]) => pattern.test(text.slice(0, 4096)))?.[1];
  if (what === undefined) return readRows(file);
  // Rows come behind the tables: in a dump that goes on for longer there are some.
  const rows = ROWS.test(text) || size > 1_000_000;
  return { kind: 'dump', what, more: byteSize(size), form: rows ? 'dump' : 'schema' };
}

/** What a browser recorded of its traffic: cookies and tokens are in it. http://www.softwareishard.com/blog/har-12-spec/ */
export function readHar({ text }: Beginning): DumpFacts | undefined {
  if (!/^\s*\{\s*"log"\s*:/.test(text) || !/"creator"\s*:/.test(text)) return undefined;
  const seen = text.match(/"request"\s*:/g)?.length ?? 0;
  return {
    kind: 'dump',
    what: 'recorded network traffic (HAR)',
    ...(seen > 0 && { more: `${counted(seen, 'request')} and more` }),
    form: 'traffic',
  };
}

/** Cookies as curl and wget keep them: seven fields a line. https://curl.se/docs/http-cookies.html */
const COOKIE =
  /^(?:#HttpOnly_)?[\w.-]{3,255}\t(?:TRUE|FALSE)\t\/[^\t\n]*\t(?:TRUE|FALSE)\t\d+\t[^\t\n]+\t\S/gm;

/** The cookies of a session, as curl, browsers' extensions and Playwright write them. */
export function readCookies({ text }: Beginning): DumpFacts | undefined {
  const cookies = text.startsWith('{')
    ? /^\{\s{0,9}"cookies"\s{0,9}:/.test(text)
      ? (text.match(/"value"\s{0,9}:\s{0,9}"[^"]{8,}"/g)?.length ?? 0)
      : 0
    : (text.match(COOKIE)?.length ?? 0);
  return cookies === 0
    ? undefined
    : { kind: 'dump', what: 'cookies of a session', more: counted(cookies, 'cookie'), form: 'traffic' };
}

/** Letters: one, or a folder of them in one file. RFC 4155 and RFC 5322. */
export function readMail({ text, size }: Beginning): DumpFacts | undefined {
  const isBox = /^From \S+ [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:/.test(text);
  const isLetter =
    /^(?:Return-Path|Delivered-To|Received|From): /m.test(text.slice(0, 4096)) &&
    /^To: /m.test(text.slice(0, 16_384));
  if (!isBox && !isLetter) return undefined;
  return { kind: 'dump', what: isBox ? 'a mailbox' : 'an email', more: byteSize(size), form: 'people' };
}

/** Traffic that a test recorded, as VCR of Ruby and of Python write it: requests with their headers. */
export function readCassette({ text }: Beginning): DumpFacts | undefined {
  const isOne = /^[ \t-]*request:/m.test(text) && /^(?:recorded_with|version):/m.test(text);
  const seen = text.match(/^[ \t-]*request:/gm)?.length ?? 0;
  return isOne && /^[ \t]*(?:uri|method):/m.test(text)
    ? {
        kind: 'dump',
        what: 'recorded network traffic (VCR)',
        more: `${counted(seen, 'request')} and more`,
        form: 'traffic',
      }
    : undefined;
}

/** Requests and answers that nock recorded as objects. */
export function readNock({ text }: Beginning): DumpFacts | undefined {
  const seen = text.match(/"scope"\s{0,4}:\s{0,4}"https?:/g)?.length ?? 0;
  return /"rawHeaders"\s{0,4}:|"responseIsBinary"\s{0,4}:/.test(text)
    ? {
        kind: 'dump',
        what: 'recorded network traffic (nock)',
        more: `${counted(seen, 'request')} and more`,
        form: 'traffic',
      }
    : undefined;
}

/** The file that names the parts of a LevelDB or RocksDB. */
export function readLevelDb({ text }: Beginning): DumpFacts | undefined {
  return /^MANIFEST-\d{6}\n$/.test(text)
    ? { kind: 'dump', what: 'a database of LevelDB or RocksDB', form: 'database' }
    : undefined;
}

/** The last eight bytes of every table. https://github.com/google/leveldb/blob/main/table/format.h and RocksDB's block_based_table_builder.cc */
const TABLE_ENDS = ['57fb808b247547db', 'f7cff485b741e288', '863d35c9e5c29c9d'];

/** A table of LevelDB or RocksDB, which says so at its end. */
export function createTableReader(): Reader<DumpFacts | undefined> {
  let end = Buffer.alloc(0);
  let size = 0;
  return {
    push(view) {
      size += view.length;
      end = Buffer.concat([end, view.subarray(-8)]).subarray(-8);
    },
    end: () =>
      TABLE_ENDS.includes(end.toString('hex'))
        ? { kind: 'dump', what: 'a table of LevelDB or RocksDB', more: byteSize(size), form: 'database' }
        : undefined,
  };
}

/** Marks of tables that are stored by column, or row by row with their schema: at the beginning, or for ORC at the end as well. */
const COLUMNAR: readonly (readonly [string, string])[] = [
  ['PAR1', 'a table in Parquet'],
  ['Obj\x01', 'a table in Avro'],
  ['ORC', 'a table in ORC'],
  ['ARROW1\0\0', 'a table in Arrow'],
];
/** Names of columns that tell of people. */
const PERSONAL =
  /(?<![A-Za-z])(?:e[-_]?mail(?:_?address)?|phone(?:_?number)?|mobile|first_?name|last_?name|surname|full_?name|(?:date_of_birth|birth_?da(?:te|y))|iban|ssn|passport(?:_?number)?|street(?:_?address)?|postal_?code|password)(?![A-Za-z])/gi;
/** Of these, names that make a table one of people; a column alone may be one of anything. */
const ENOUGH = 2;
/** Bytes at either end among which formats keep the names of columns. */
const SCHEMA = 64 * 1024;

/** A table about people, by the names of its columns. https://parquet.apache.org/docs/file-format/ and https://avro.apache.org/docs/ */
export function createColumnsReader(): Reader<DumpFacts | undefined> {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let size = 0;
  return {
    push(view) {
      size += view.length;
      if (head.length < SCHEMA) head = Buffer.concat([head, view.subarray(0, SCHEMA - head.length)]);
      else tail = Buffer.concat([tail, view.subarray(-SCHEMA)]).subarray(-SCHEMA);
    },
    end() {
      const start = head.toString('latin1');
      const what = COLUMNAR.find(([magic]) => start.startsWith(magic))?.[1];
      if (what === undefined) return undefined;
      const names = new Set<string>();
      for (const [name] of `${start}\n${tail.toString('latin1')}`.matchAll(PERSONAL))
        names.add(name.toLowerCase());
      if (names.size < ENOUGH) return undefined;
      const shown = [...names].slice(0, 3).join(', ');
      return { kind: 'dump', what, more: `${byteSize(size)}, with columns like ${shown}`, form: 'people' };
    },
  };
}

/** One document after another, each with its length first; as `mongodump` writes them. https://bsonspec.org/spec.html */
export function readBson({ bytes, size }: Beginning): DumpFacts | undefined {
  if (size < 5) return undefined;
  const length = bytes.readInt32LE(0);
  const ends = length <= bytes.length ? bytes[length - 1] === 0 : true;
  if (length < 5 || length > size || !ends) return undefined;
  const isElement = length === 5 || (bytes[4]! >= 0x01 && bytes[4]! <= 0x13);
  return isElement
    ? { kind: 'dump', what: 'a dump of a MongoDB collection', more: byteSize(size), form: 'dump' }
    : undefined;
}
