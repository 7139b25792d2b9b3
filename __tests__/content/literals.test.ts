import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LiteralEngine, REACH } from '../../src/content/scanner/literal.ts';
import { type LiteralListener, scannerOf } from '../../src/content/scanner/literals.ts';
import { createPlainLiterals } from '../../src/content/scanner/plain-literals.ts';
import { createSimdLiterals } from '../../src/content/scanner/simd-literals.ts';
import { secretTables } from '../../src/content/secret/tables.ts';
import { LEADS } from '../../src/content/secret/wanted.ts';
import { wantedLiterals } from '../../src/content/secret/wanted-literals.ts';

const simd = createSimdLiterals(secretTables)!;
const plain = createPlainLiterals(wantedLiterals());

/** Numbers that are the same in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What an engine finds in bytes that are handed over in pieces of these lengths: hits and whole runs, each with its place. */
function found(engine: LiteralEngine, bytes: Buffer, cuts: readonly number[]): string[] {
  const hits: string[] = [];
  const runs: string[] = [];
  let run = '';
  const listener: LiteralListener = {
    hit: (literal, _at, { offset, line, column }) =>
      hits.push(`${LEADS[literal]!.text} at ${offset}, ${line}:${column}`),
    run(from, to, begins, ends, { line, column }, hand) {
      if (begins) run = `${line}:${column} `;
      run += hand.bytes.toString('latin1', from, to);
      if (ends) runs.push(run);
      else if (hand.offset + to === bytes.length) runs.push(run);
    },
    escape: (_at, { offset, line, column }) => hits.push(`escape at ${offset}, ${line}:${column}`),
    leave() {},
  };
  const scanner = scannerOf(engine, listener);
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    scanner.push(bytes.subarray(at, Math.min(bytes.length, at + cut)));
    at = Math.min(bytes.length, at + cut);
  }
  scanner.end();
  return [...hits.sort(), ...runs];
}

const FILLER = [
  'x',
  ' ',
  '\n',
  '/',
  '"',
  'const a = ',
  'é',
  '=',
  ': ',
  '://',
  'host',
  '.corp',
  '@',
  '-----',
  '_',
  'BLOCK',
  'user:',
  '10.',
  '\\n',
  '\\x2d',
  '\\u006b',
  '\\u0000',
  '\\_',
  'abc\\/def',
  'aB3dE5gHaB3dE5gHaB3dE5gH\\\r\n  d',
  'aB3dE5gHaB3dE5gHaB3dE5gH\\_a\\-',
  'abc\\\n  def',
  '%3A',
  '%20',
  '&#x2F;',
  '&#047;',
  "'abc' + 'def'",
  '"ab"+"c',
  '"abc".concat("d',
  '"abc"\n  + "def"',
  "'abc'\r\n+'def'",
  '"abc"\t+ "def"',
  ':\\/\\/user:pass@',
  '7Q~aB3dE5gHaB3dE5gH',
  `${'some text of a letter '.repeat(4).slice(0, 73)}=\r\n`,
  '0x414b494142434445464748494a4b4c4d',
  '7294-1830-5561',
  'account',
  '"Account_Id": "7294',
  '18305561',
];

function text(next: (below: number) => number): string {
  let all = '';
  for (let i = next(40); i > 0; i--) {
    const kind = next(6);
    if (kind === 0) all += LEADS[next(LEADS.length)]!.text;
    else if (kind === 1) all += LEADS[next(LEADS.length)]!.text.toUpperCase();
    else if (kind === 2) all += 'aB3dE5gH'.repeat(next(14)).slice(0, next(110));
    else if (kind === 3) all += '0123456789'.repeat(next(9));
    else if (kind === 4 && next(3) === 0)
      all += `account${['_ID', 'id', ''][next(3)]}${['": "', '=', ' => '][next(3)]}${'729418305561'.slice(0, 11 + next(2))}`;
    else all += FILLER[next(FILLER.length)]!;
  }
  return all;
}

test('there is a SIMD engine on every Node that packgate supports', () => assert.ok(simd));

test('the SIMD engine and the plain one find the same in random text', () => {
  const next = random(7);
  let hits = 0;
  for (let round = 0; round < 3000; round++) {
    const bytes = Buffer.from(text(next));
    const both = [found(simd, bytes, []), found(plain, bytes, [])];
    assert.deepEqual(both[0], both[1], `round ${round}: ${JSON.stringify(bytes.toString())}`);
    hits += both[0]!.length;
  }
  assert.ok(hits > 3000, `${hits} hits`);
});

test('they find the same in random bytes', () => {
  const next = random(8);
  for (let round = 0; round < 300; round++) {
    const bytes = Buffer.from(Array.from({ length: next(3000) }, () => next(256)));
    assert.deepEqual(found(simd, bytes, []), found(plain, bytes, []), `round ${round}`);
  }
});

test('each finds the same however large text is cut', () => {
  const next = random(9);
  for (let round = 0; round < 12; round++) {
    let long = '';
    while (long.length < 300_000) long += text(next) + (next(60) === 0 ? 'Zm9v'.repeat(next(40_000)) : '');
    const bytes = Buffer.from(long);
    const whole = found(simd, bytes, []);
    assert.ok(whole.length > 40, `${whole.length} found`);
    for (const cuts of [
      Array.from({ length: 40 }, () => next(12_000)),
      Array.from({ length: 4 }, () => 65_536 + next(40)),
    ])
      assert.deepEqual(found(simd, bytes, cuts), whole, `round ${round}, cut ${cuts}`);
    if (round < 3) assert.deepEqual(found(plain, bytes, []), whole, `plain, round ${round}`);
  }
});

test('what two bytes tell is found wherever the bytes at hand end', () => {
  const limit = 2048 * 32;
  for (const text of [
    'https://user:pass@host.corp/',
    'https:\\/\\/user:pass@host.corp',
    `8Q~${'aB3dE5gH'.repeat(5)}`,
    'a\\x2d',
    'abc\\/def',
    'a\\\nb',
    'a%3Ab',
    '&#047;',
    "'abc' + 'def'",
    '"abc"\n+ "def"',
    `\n${'some text of a letter '.repeat(4).slice(0, 73)}=\n`,
  ]) {
    for (let at = limit - text.length - 1; at < limit + 2; at++) {
      const bytes = Buffer.alloc(limit + REACH + 200, '. ');
      bytes.write(text, at);
      const whole = found(simd, bytes, []);
      assert.equal(whole.length, 1, `${text} at ${at}: ${whole}`);
      assert.deepEqual(found(simd, bytes, [limit + REACH]), whole, `${text} at ${at}`);
    }
  }
});

test('a literal far within digits is found wherever these are cut', () => {
  const run = `${'Zm9v'.repeat(300)}_ghp_${'aB3dE5gH'.repeat(6)}`;
  for (const engine of [simd, plain])
    for (let before = 64_000; before < 65_600; before += 37) {
      const bytes = Buffer.from(`${'\n'.repeat(before)}${run}${'\n'.repeat(1000)}`);
      assert.equal(found(engine, bytes, [65_536]).length, 2, `${before}`);
    }
});

test('every literal is found at the first and at the last byte of a file', () => {
  for (const { text: literal, tail } of LEADS) {
    const behind =
      'min' in tail
        ? `${tail.kind === 'assignment' ? `${tail.min < 40 ? '' : '_KEY'}": "` : ''}${'0'.repeat(tail.min)}`
        : {
            any: 'services/A1b2C3'.repeat(4),
            beside: `_key="${'A'.repeat(40)}`,
            pem: `-----\n${'A'.repeat(64)}`,
            address: '10.1.2.3',
            number: 'Id": "1234-5678-9012',
          }[tail.kind];
    const alone = Buffer.from(literal + behind);
    for (const engine of [simd, plain]) {
      assert.ok(
        found(engine, alone, []).some((hit) => hit === `${literal} at 0, 1:1`),
        literal,
      );
      const cut = alone.subarray(0, -1);
      if ('min' in tail || tail.kind === 'number')
        assert.ok(
          !found(engine, cut, []).some((hit) => hit.startsWith(`${literal} at 0`)),
          `${literal}, cut`,
        );
    }
  }
});

const NUMBERED = [
  'AWS_ACCOUNT_ID=729418305561',
  'accountId: "729418305561"',
  '"AccountId":"7294-1830-5561",',
  '\\"account\\": \\"729418305561\\"',
  `'account_id'${' '.repeat(20)}=> '72941830-5561'`,
];
const NOT_NUMBERED = [
  'accountId: 7294183055612',
  'accountId: 72941830556',
  'accountId: "729418305561a"',
  'accountId: 7294-183-05561',
  'accountId 729418305561',
  'accountName: 729418305561',
  'id: 729418305561',
  `account:${' '.repeat(90)}729418305561`,
];

test('the number of an account is found wherever it lies, and no other', () => {
  const hits = (engine: LiteralEngine, text: string) =>
    found(engine, Buffer.from(text), []).filter((hit) => hit.startsWith('account at')).length;
  for (let before = 0; before < 40; before++) {
    const pad = '\n'.repeat(before);
    for (const engine of [simd, plain]) {
      for (const text of NUMBERED) assert.equal(hits(engine, pad + text), 1, `${before} before ${text}`);
      for (const text of NOT_NUMBERED) assert.equal(hits(engine, pad + text), 0, `${before} before ${text}`);
    }
  }
});

test('the hosts that code names most lead nowhere', () => {
  const hosts = [
    'github.com',
    'developer.mozilla.org',
    'www.w3.org',
    'nodejs.org',
    'www.npmjs.com',
    'tc39.es',
    'reactjs.org',
    'localhost:3000',
  ];
  const text = hosts.map((host) => `see https://${host}/a/b and http://${host}`).join('\n');
  assert.deepEqual(found(simd, Buffer.from(text), []), []);
  for (const host of ['a.corp', 'a.s3.amazonaws.com', '10.1.2.3', 'intranet'])
    assert.equal(found(simd, Buffer.from(`https://${host}/a`), []).length, 1, host);
});
