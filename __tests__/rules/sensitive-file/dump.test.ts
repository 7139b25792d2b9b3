import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { rule } from '../../../src/rules/sensitive-file/dump.ts';
import { makeFolder } from '../../folders.ts';
import { lines, sightFiles, testCases } from './sensitive.ts';

const mysql = lines(
  '-- MySQL dump 10.13  Distrib 8.0.36',
  '--',
  'CREATE TABLE `users` (`id` int);',
  "INSERT INTO `users` VALUES (1,'a');",
);
const postgres = lines(
  '--',
  '-- PostgreSQL database dump',
  '--',
  'CREATE TABLE public.users (id integer);',
  'COPY public.users (id) FROM stdin;',
  '1',
  '\\.',
);
const schema = lines('--', '-- PostgreSQL database dump', '--', 'CREATE TABLE public.users (id integer);');
const sqlite = Buffer.concat([
  Buffer.from('SQLite format 3\0'),
  Buffer.alloc(80),
  Buffer.from('CREATE TABLE users (id)'),
  Buffer.alloc(4000),
]);
const har =
  '{"log": {"version": "1.2", "creator": {"name": "a"}, "entries": [{"request": {"cookies": []}}]}}';
/** One document, `{ "a": 1 }`. */
const bson = Buffer.from('0c0000001061000100000000', 'hex');

const users = (address: (i: number) => string) =>
  `CREATE TABLE users (id int, email text);\n${Array.from({ length: 60 }, (_, i) => `INSERT INTO users VALUES (${i}, '${address(i)}');`).join('\n')}\n`;

testCases(rule, {
  'dumps as SQL': [
    { 'backup.sql': mysql, 'db/prod.dump': postgres, 'a.sql.gz': gzipSync(mysql) },
    ['backup.sql', 'db/prod.dump', 'a.sql.gz!/a.sql'],
  ],
  'dumps of servers': [
    {
      'a.bin': Buffer.concat([Buffer.from('PGDMP\x01\x0e\0'), Buffer.alloc(100)]),
      'dump.rdb': Buffer.concat([Buffer.from('REDIS0011'), Buffer.alloc(100)]),
      'users.bson': Buffer.concat([bson, bson]),
    },
    ['a.bin', 'dump.rdb', 'users.bson'],
  ],
  'recorded traffic': [
    {
      'session.har': har,
      'a.pcap': Buffer.concat([Buffer.from('d4c3b2a1', 'hex'), Buffer.alloc(100)]),
      b: Buffer.concat([Buffer.from('0a0d0d0a', 'hex'), Buffer.alloc(100)]),
    },
    ['session.har', 'a.pcap', 'b'],
  ],
  'databases as files': [
    {
      'data/app.db': sqlite,
      cache: sqlite,
      'a.mdb': Buffer.concat([Buffer.from('\0\x01\0\0Standard Jet DB\0'), Buffer.alloc(100)]),
      'leveldb/CURRENT': 'MANIFEST-000004\n',
    },
    ['data/app.db database', 'cache database', 'a.mdb database', 'leveldb/CURRENT database'],
  ],
  'parts of a database': [
    {
      'leveldb/000005.ldb': Buffer.concat([
        Buffer.of(0),
        randomBytes(90_000),
        Buffer.from('57fb808b247547db', 'hex'),
      ]),
      'rocks/000009.sst': Buffer.concat([
        Buffer.of(0),
        randomBytes(900),
        Buffer.from('f7cff485b741e288', 'hex'),
      ]),
      'app.db-wal': Buffer.concat([Buffer.from('377f0682', 'hex'), randomBytes(900)]),
      'other.ldb': randomBytes(900),
      'text.sst': 'a table of sizes\n',
    },
    ['leveldb/000005.ldb database', 'rocks/000009.sst database', 'app.db-wal database'],
  ],
  'a dump without rows': [{ 'structure.sql': schema }, ['structure.sql schema']],

  'rows about people without a signature': [
    { 'users.sql': users((i) => `person${i}@host${i % 7}-mail.net`) },
    ['users.sql people'],
  ],
  'rows about nobody': [
    {
      'seed.sql': users((i) => `user${i}@example.com`),
      'few.sql': users((i) => `person${i % 5}@acme-mail.net`),
      'migrations/2.sql': 'CREATE TABLE a (id int);\n-- by x@y-mail.net\n',
    },
    [],
  ],
  'SQL of one’s own': [
    {
      'migrations/1.sql': 'CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\n',
      'seed.sql': '-- seeds\nINSERT INTO a VALUES (1);',
    },
    [],
  ],
  'files that are only called so': [
    {
      'a.db': 'text',
      'b.sqlite': 'a',
      'c.bson': 'not one',
      'd.har': '{"log": 1}',
      'e.dump': 'a',
      CURRENT: 'a\n',
      'f.bson': Buffer.alloc(3),
    },
    [],
  ],
  'code about databases': [{ 'sqlite.js': "const magic = 'SQLite format 3';", 'a.md': mysql }, []],
  'pictures and sound': [
    {
      'a.png': Buffer.from('89504e470d0a1a0a0000000d49484452000000010000', 'hex'),
      'b.mp3': Buffer.concat([Buffer.from('ID3'), Buffer.alloc(100)]),
    },
    [],
  ],
});

test('tells the tables of a SQLite database that sqlite3 wrote', (t) => {
  const folder = makeFolder(t);
  try {
    execFileSync(
      'sqlite3',
      [
        'a.db',
        'CREATE TABLE users (id); CREATE TABLE "sessions" (id); CREATE TABLE c (d); CREATE TABLE e (f);',
      ],
      { cwd: folder },
    );
  } catch {
    return t.skip('no sqlite3 here');
  }
  const [sighting] = sightFiles(rule, { blob: readFileSync(join(folder, 'a.db')) });
  assert.match(
    sighting!.message,
    /^This is a SQLite database \([\d.]+ kB, with the tables e, c, sessions and 1 more\)\.$/,
  );
});

testCases(rule, {
  'a dump as SQL under any name': [{ 'a.txt': mysql, 'b.backup1': postgres }, ['a.txt', 'b.backup1']],
  'text that begins with a comment of SQL': [
    { 'a.txt': '-- MySQL is a database.\n', 'b.txt': '--\n--\n' },
    [],
  ],
});

const session = randomBytes(20).toString('hex');
testCases(rule, {
  'cookies and letters': [
    {
      'cookies.txt': lines(
        '# Netscape HTTP Cookie File',
        `.acme.io\tTRUE\t/\tTRUE\t1999999999\tsession\t${session}`,
      ),
      'state.json': JSON.stringify({ cookies: [{ name: 'session', value: session }], origins: [] }),
      'all.mbox': lines('From a@b.cd Mon Jan  1 00:00:00 2026', 'From: A <a@b.cd>', '', 'hello'),
      'a.eml': lines('From: A <a@b.cd>', 'To: c@d.ef', 'Subject: x', '', 'hello'),
      'b.txt': Buffer.from('*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n'),
      'c.txt': lines('PRAGMA foreign_keys=OFF;', 'BEGIN TRANSACTION;', 'INSERT INTO a VALUES(1);'),
    },
    ['cookies.txt', 'state.json', 'all.mbox people', 'a.eml people', 'b.txt', 'c.txt'],
  ],
  'what begins so and holds none': [
    {
      'cookies.txt': lines('# Netscape HTTP Cookie File', '# https://curl.se/docs/http-cookies.html'),
      'state.json': '{"cookies": [], "origins": []}',
      'consent.json': '{"cookies": "We use cookies to value you"}',
      'a.eml': 'not a letter',
    },
    [],
  ],
});
