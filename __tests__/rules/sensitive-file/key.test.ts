import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rule } from '../../../src/rules/sensitive-file/key.ts';
import { makeFolder } from '../../folders.ts';
import { rawZip } from '../../zips.ts';
import { lines, sightFiles, testCases } from './sensitive.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const spki = rsa.publicKey.export({ type: 'spki', format: 'der' });

/** A Java key store of version 2: entries of a key (1) or a certificate (2). */
function jks(...entries: readonly (readonly [tag: 1 | 2, alias: string])[]): Buffer {
  const u32 = (value: number) =>
    Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 0xff));
  const text = (value: string) => Buffer.concat([u32(value.length).subarray(2), Buffer.from(value)]);
  const counted = (bytes: Buffer) => Buffer.concat([u32(bytes.length), bytes]);
  const certificate = Buffer.concat([text('X.509'), counted(randomBytes(700))]);
  const parts = entries.map(([tag, alias]) =>
    Buffer.concat([
      u32(tag),
      text(alias),
      Buffer.alloc(8),
      ...(tag === 1 ? [counted(randomBytes(1200)), u32(1)] : []),
      certificate,
    ]),
  );
  return Buffer.concat([u32(0xfeedfeed), u32(2), u32(entries.length), ...parts, randomBytes(20)]);
}

/** A keychain with tables for keys and passwords, and three records in one table. */
function keychain(filled: number): Buffer {
  const ids = [0x0f, 0x10, 0x11, 0x80000000, 0x80000001, 0x80001000];
  const words = (...values: number[]) => {
    const bytes = Buffer.alloc(values.length * 4);
    for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
    return bytes;
  };
  const tables = ids.map((id) => words(32, id, id === filled ? 3 : 0, 0, 0, 0, 0, 0));
  const begin = 8 + ids.length * 4;
  const schema = words(begin + 32 * ids.length, ids.length, ...ids.map((_, index) => begin + 32 * index));
  return Buffer.concat([Buffer.from('kych'), words(0x10000, 16, 20, 0), schema, ...tables]);
}

/** A store of Bouncy Castle with entries of these types: 1 is a certificate, 2 a key, 4 a sealed one. */
function bks(...types: number[]): Buffer {
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const text = (value: string) => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)]);
  const counted = Buffer.concat([u32(200), randomBytes(200)]);
  const entries = types.map((type) =>
    Buffer.concat([
      Buffer.from([type]),
      text('main'),
      Buffer.alloc(8, 1),
      u32(0),
      ...(type === 1 ? [text('X.509')] : []),
      ...(type === 2 ? [Buffer.from([0]), text('PKCS#8'), text('RSA')] : []),
      counted,
    ]),
  );
  return Buffer.concat([
    u32(2),
    u32(20),
    randomBytes(20),
    u32(1783),
    ...entries,
    Buffer.from([0]),
    randomBytes(20),
  ]);
}

testCases(rule, {
  'keys in DER under any name': [
    {
      'a.der': rsa.privateKey.export({ type: 'pkcs8', format: 'der' }),
      'b.bin': rsa.privateKey.export({ type: 'pkcs1', format: 'der' }),
      c: ec.privateKey.export({ type: 'sec1', format: 'der' }),
      'd.pk8': ed.privateKey.export({ type: 'pkcs8', format: 'der' }),
      'e.key': rsa.privateKey.export({
        type: 'pkcs8',
        format: 'der',
        cipher: 'aes-256-cbc',
        passphrase: 'a',
      }),
    },
    ['a.der', 'b.bin', 'c', 'd.pk8', 'e.key'],
  ],
  'key stores of Java': [
    { 'release.jks': jks([2, 'ca'], [1, 'release']), upload: jks([1, 'upload'], [1, 'b']) },
    ['release.jks', 'upload'],
  ],
  'the debug key of Android': [{ 'debug.keystore': jks([1, 'androiddebugkey']) }, ['debug.keystore debug']],
  'keys as text of other kinds than PEM': [
    {
      'id.ppk': lines(
        'PuTTY-User-Key-File-3: ssh-ed25519',
        'Encryption: none',
        'Comment: a',
        'Public-Lines: 2',
        'AAAA',
        'BBBB',
        'Private-Lines: 1',
        'AAAA',
        'Private-MAC: 00',
      ),
      'minisign.key': lines(
        'untrusted comment: minisign encrypted secret key',
        randomBytes(100).toString('base64'),
      ),
      'private-keys-v1.d/A.key': '(21:protected-private-key(3:rsa(1:n257:',
    },
    ['id.ppk', 'minisign.key', 'private-keys-v1.d/A.key'],
  ],
  safes: [
    {
      'team.kdbx': Buffer.concat([Buffer.from('03d9a29a67fb4bb50100040002', 'hex'), randomBytes(500)]),
      'login.keychain': Buffer.concat([Buffer.from('kych\0\x01\0\0'), Buffer.alloc(500)]),
      'secring.gpg': Buffer.concat([Buffer.from('9505860468', 'hex'), randomBytes(1000)]),
    },
    ['team.kdbx', 'login.keychain', 'secring.gpg'],
  ],
  'the key store of older Android programs': [
    { 'release.keystore': bks(4), 'store.bks': bks(1, 2), 'trusted.bks': bks(1) },
    ['release.keystore', 'store.bks'],
  ],
  'a key in a zip': [
    { 'a.zip': rawZip([{ name: 'k', body: ec.privateKey.export({ type: 'pkcs8', format: 'der' }) }]) },
    ['a.zip!/k'],
  ],

  'public keys': [
    {
      'a.der': spki,
      'b.der': ec.publicKey.export({ type: 'spki', format: 'der' }),
      'c.der': rsa.publicKey.export({ type: 'pkcs1', format: 'der' }),
    },
    [],
  ],
  'a keychain with a password, and one of certificates': [
    { 'login.keychain': keychain(0x80000001), 'root.keychain': keychain(0x80001000) },
    ['login.keychain'],
  ],
  'a store of certificates': [{ cacerts: jks([2, 'a'], [2, 'b'], [2, 'c']) }, []],
  'a public key of PuTTY and of minisign': [
    {
      'a.pub': lines('---- BEGIN SSH2 PUBLIC KEY ----', 'AAAA'),
      'b.pub': lines('untrusted comment: minisign public key', 'RWQ'),
    },
    [],
  ],
  'a public key ring': [
    { 'pub.gpg': Buffer.concat([Buffer.from('99010d0468', 'hex'), randomBytes(300)]) },
    [],
  ],
  // Which are told by secret/private-key.
  'keys in PEM': [{ 'a.pem': rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) }, []],
  'text and numbers that begin like DER': [
    {
      'a.txt': '0\x82 is how it begins',
      'b.json': '0',
      'c.csv': '0,1,2,3\n',
      'd.bin': Buffer.concat([Buffer.from('3082', 'hex'), randomBytes(400)]),
    },
    [],
  ],
  'a class of Java': [
    { 'A.class': Buffer.concat([Buffer.from('cafebabe00000041', 'hex'), randomBytes(200)]) },
    [],
  ],
  'code about keys': [
    { 'a.js': "const begin = 'PuTTY-User-Key-File-2: ';", 'b.js': 'PuTTY_User_Key_File()' },
    [],
  ],
});

test('tells how many keys a store holds', () => {
  assert.equal(
    sightFiles(rule, { a: jks([1, 'a'], [2, 'b'], [1, 'c']) })[0]?.message,
    'This is a Java key store, with 2 private keys.',
  );
});

/** openssl and keytool of this machine, where they are: a second opinion on what the stores above are made of. */
function runs(...[program, ...args]: readonly [string, ...string[]]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a store that openssl writes', { skip: !runs('openssl', 'version') }, (t) => {
  const pem = join(makeFolder(t), 'key.pem');
  writeFileSync(pem, rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const openssl = (input: Buffer, ...args: string[]) =>
    execFileSync('openssl', args, { input, stdio: ['pipe', 'pipe', 'ignore'] });
  const none = Buffer.alloc(0);
  const certificate = openssl(none, 'req', '-x509', '-key', pem, '-subj', '/CN=a', '-days', '1');
  const seen = sightFiles(rule, {
    'a.p12': openssl(certificate, 'pkcs12', '-export', '-inkey', pem, '-passout', 'pass:a'),
    'b.p12': openssl(certificate, 'pkcs12', '-export', '-nokeys', '-passout', 'pass:a'),
    'c.cer': openssl(certificate, 'x509', '-outform', 'der'),
  });
  assert.deepEqual(
    seen.map(({ path, message }) => `${path}: ${message}`),
    ['a.p12: This is a key store (PKCS #12).'],
  );
});

test('a store that keytool writes', { skip: !runs('keytool', '-help') }, (t) => {
  const folder = makeFolder(t);
  const store = ['-storepass', 'changeit', '-noprompt'];
  const keytool = (...args: string[]) =>
    execFileSync('keytool', [...args, ...store], { cwd: folder, stdio: 'ignore' });
  for (const type of ['JKS', 'PKCS12']) {
    keytool(
      '-genkeypair',
      '-alias',
      'a',
      '-keyalg',
      'EC',
      '-dname',
      'CN=a',
      '-keypass',
      'changeit',
      '-storetype',
      type,
      '-keystore',
      `${type}.key`,
    );
    keytool('-exportcert', '-alias', 'a', '-file', `${type}.cer`, '-keystore', `${type}.key`);
    keytool(
      '-importcert',
      '-alias',
      'a',
      '-file',
      `${type}.cer`,
      '-storetype',
      type,
      '-keystore',
      `${type}.trust`,
    );
  }
  const names = ['JKS.key', 'JKS.cer', 'JKS.trust', 'PKCS12.key', 'PKCS12.cer', 'PKCS12.trust'];
  const seen = sightFiles(
    rule,
    Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))])),
  );
  assert.deepEqual(
    seen.map(({ path }) => path),
    ['JKS.key', 'PKCS12.key'],
  );
});

const wallet = (ciphertext: string) =>
  JSON.stringify({
    version: 3,
    id: 'a',
    crypto: { ciphertext, cipher: 'aes-128-ctr', kdf: 'scrypt', mac: '' },
  });
testCases(rule, {
  'a wallet and the key of a tunnel under any name': [
    {
      'a.txt': wallet(randomBytes(32).toString('hex')),
      'b.txt': lines('[Interface]', `PrivateKey = ${randomBytes(32).toString('base64')}`, '[Peer]'),
    },
    ['a.txt', 'b.txt'],
  ],
  'what is written like one': [
    {
      'a.json': wallet('…'),
      'b.json': '{"ciphertext": "0a1b"}',
      'c.conf': lines('[Interface]', 'PrivateKey = <your key>', 'Address = 10.0.0.2/32'),
      'd.conf': lines('[Interface]', 'type = public'),
    },
    [],
  ],
});

const solana = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return [
    ...privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32),
    ...publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
  ];
};
const keytab = Buffer.concat([
  Buffer.from('05020000003b00010008', 'hex'),
  Buffer.from('ACME.COM'),
  randomBytes(60),
]);
testCases(rule, {
  'keys of other systems under any name': [
    {
      'a.json': JSON.stringify(solana()),
      'b.bin': keytab,
      'c.bin': Buffer.concat([Buffer.from('a1f84e3600000006', 'hex'), randomBytes(200)]),
      'd.txt': lines(
        'Private-key-format: v1.3',
        'Algorithm: 13',
        `PrivateKey: ${randomBytes(32).toString('base64')}`,
      ),
    },
    ['a.json', 'b.bin', 'c.bin', 'd.txt'],
  ],
  'numbers and bytes that begin so': [
    {
      'a.json': JSON.stringify([...randomBytes(64)]),
      'b.bin': Buffer.concat([Buffer.from('0502', 'hex'), Buffer.alloc(100, 0xff)]),
      'c.bin': Buffer.concat([Buffer.from('a1f84e00', 'hex'), randomBytes(200)]),
      'd.txt': lines('Private-key-format: v1.3 is what dnssec-keygen writes'),
    },
    [],
  ],
});

const windows = Buffer.from('0702000000a4000052534132', 'hex');
testCases(rule, {
  'keys as Windows and GnuPG keep them': [
    {
      'a.blob': Buffer.concat([windows, randomBytes(600)]),
      'b.pvk': Buffer.concat([Buffer.from('1ef1b5b0000000000100000000000000', 'hex'), randomBytes(600)]),
      'c.key': lines('Created: 20260301T100000', 'Key: (private-key (rsa (n #00BE42F0#)))'),
    },
    ['a.blob', 'b.pvk', 'c.key'],
  ],
  'public keys of Windows, and what begins so': [
    {
      'a.blob': Buffer.concat([Buffer.from('0602000000a4000052534131', 'hex'), randomBytes(600)]),
      'b.blob': Buffer.concat([windows.subarray(0, 4), Buffer.alloc(600)]),
      'c.txt': lines('Created: 2026-03-01', 'Key: (none)'),
    },
    [],
  ],
});
