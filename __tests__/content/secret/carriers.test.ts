// Takes some five seconds: a thousand files, in each of which a credential has to be found.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { check } from '../../../src/check.ts';
import { KIND_IDS, secretKind } from '../../../src/content/secret/kind.ts';
import type { GateRun } from '../../../src/policy/gate-run.ts';
import type { JudgedFinding, Verdict } from '../../../src/policy/verdict.ts';
import { createReceipt } from '../../../src/proof/receipt.ts';
import { annotationsOf } from '../../../src/report/annotations.ts';
import { renderJson } from '../../../src/report/json.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { renderSarif } from '../../../src/report/sarif.ts';
import { renderText } from '../../../src/report/text.ts';
import { RULES } from '../../../src/rules/index.ts';
import { packed } from '../../tarballs.ts';
import { CARRIERS } from './carriers.ts';
import { type Made, madeSecrets } from './made.ts';

const SEED = Number(process.env.SECRETS_SEED ?? 11);
const made = madeSecrets(SEED);

let folder: string;
let run: GateRun;
let findings: readonly JudgedFinding[];

async function checked(name: string, files: Readonly<Record<string, string | Buffer>>): Promise<GateRun> {
  writeFileSync(join(folder, name), packed(files));
  return check(
    { targets: [name], allow: [], failOn: 'error', ignoreScripts: true },
    {
      cwd: folder,
      env: { RUNNER_TEMP: join(folder, 'temp') },
      now: new Date('2026-11-21T12:00:00Z'),
      progress() {},
    },
  );
}

function secretsIn({ packages: [verdict] }: GateRun): readonly JudgedFinding[] {
  assert.ok(verdict !== undefined && verdict.outcome !== 'error', JSON.stringify(verdict));
  return verdict.findings.filter(({ rule }) => rule.startsWith('secret/'));
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packgate-secrets-'));
  mkdirSync(join(folder, 'temp'));
  const files = Object.fromEntries(
    CARRIERS.flatMap((carrier) => made.map(({ text }, index) => carrier.file(index, text))),
  );
  run = await checked('all.tgz', files);
  findings = secretsIn(run);
});
after(() => rmSync(folder, { recursive: true }));

test('one of every kind is made', () => {
  const names = new Set(made.map(({ name }) => name));
  const known = KIND_IDS.map(secretKind).filter(
    ({ mildness, family }) => mildness !== 'identifier' && family !== 'url-password',
  );
  assert.deepEqual(
    [...new Set(known.map(({ name }) => name))].filter((name) => !names.has(name)),
    [],
  );
});

for (const carrier of CARRIERS) {
  describe(`in ${carrier.name}`, () => {
    for (const [index, { name, rule, text, secret }] of made.entries()) {
      test(`${name} (${index}) is found, and nothing else`, () => {
        const [file] = carrier.file(index, text);
        const path = carrier.found?.(file) ?? file;
        const found = findings.filter((finding) => finding.path === path);
        assert.deepEqual(
          found.map((finding) => [finding.rule, finding.evidence?.kind, finding.evidence?.source]),
          [[rule, name.replace(/^(?:an?|the) /, ''), carrier.source]],
        );
        if (rule !== 'secret/private-key') assert.equal(found[0]!.evidence?.length, secret.length);
      });
    }
  });
}

/** The same as documentation writes it: the place of the secret is taken by a word, by a row of x, or by dots. */
function placeholders({ text, secret }: Made): string[] {
  if (secret.includes('\n'))
    return [
      text.replace(/(-----\n+)[\s\S]*(?=-----END)/, '$1...\n'),
      text.replace(/\n[^-]*\n/, '\n<your key>\n'),
    ];
  const [password] = /(?<=:\/\/\w+:)\w+(?=@)/.exec(text) ?? [];
  const body = password ?? secret;
  const kept =
    password === undefined ? /^(?:[A-Za-z]+[-_.:/]+(?:[a-z]+[-_.:/]+){0,3})?/.exec(body)![0].length : 0;
  const shown = body.slice(0, kept);
  return [
    'your-token-here',
    'x'.repeat(body.length - kept),
    '...',
    '<token>',
    ['$', '{TOKEN}'].join(''),
    `EXAMPLE${'x'.repeat(Math.max(0, body.length - kept - 7))}`,
  ].map((word) => text.replaceAll(body, `${password === undefined ? shown : ''}${word}`));
}

test('in no carrier a placeholder is taken for one', async () => {
  const texts = made.flatMap((one) => placeholders(one));
  assert.ok(texts.every((text) => !made.some(({ secret }) => text.includes(secret))));
  const files = Object.fromEntries(
    CARRIERS.flatMap((carrier) => texts.map((text, index) => carrier.file(index, text))),
  );
  const found = secretsIn(await checked('placeholders.tgz', files));
  assert.deepEqual(
    found.map(({ path, message }) => `${path}: ${message} ${texts[Number(/\d+/.exec(path)![0])]}`),
    [],
  );
});

test('a file of five megabytes in one line holds them all', async () => {
  const filler = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};'.repeat(900);
  const line = made.map(({ text }) => `${filler}var k=${JSON.stringify(text)};`).join('');
  assert.ok(line.length > 5_000_000);
  const found = secretsIn(await checked('line.tgz', { 'dist/a.js': line }));
  assert.equal(found.length, made.length);
  for (const { line: at, column = 0 } of found) {
    assert.equal(at, 1);
    assert.ok(column > filler.length);
  }
});

test('the place is that of the first character', async () => {
  const [{ secret }] = made.filter(({ name }) => name === 'an npm access token') as [(typeof made)[number]];
  const text = `${'x\n'.repeat(70_000)}\n  é, ${secret}\nand ${secret}\n`;
  const [found, ...others] = secretsIn(await checked('place.tgz', { 'a.txt': text }));
  assert.deepEqual([found?.line, found?.column, found?.evidence?.times, others], [70_002, 7, 2, []]);
  assert.match(
    found!.message,
    /^This file holds an npm access token \(npm_…, 40 characters\), in 2 places\.$/,
  );
});

describe('no secret is printed', () => {
  /** What a secret could look like in an output: as it is, in JSON, in base64, or a piece of it. */
  const traces = made.flatMap(({ secret }) => {
    const lines = secret.includes('\n') ? secret.split('\n').slice(1, -2) : [secret];
    const long = lines.filter((line) => line.length >= 20);
    return long.flatMap((line) => [
      line.slice(-12),
      line.slice(line.length >> 1, (line.length >> 1) + 12),
      Buffer.from(line).toString('base64').slice(8, 32),
    ]);
  });
  const quiet = (output: string) => {
    assert.ok(output.length > 300);
    assert.deepEqual(
      traces.filter((trace) => output.includes(trace)),
      [],
    );
  };

  test('as text', () => quiet(renderText(run, { color: false, columns: 120, rules: RULES })));
  test('as JSON', () => quiet(renderJson(run)));
  test('as SARIF', () => quiet(renderSarif(run, RULES)));
  test('as Markdown', () => quiet(renderMarkdown(run, { rules: RULES, maxBytes: 1e8 })));
  test('in annotations', () => quiet(JSON.stringify(annotationsOf(run, RULES))));
  test('in the receipt', () =>
    quiet(createReceipt(run.packages[0] as Verdict, { packgateVersion: '1.0.0', now: new Date(0) })));
  test('in the whole verdict', () => quiet(JSON.stringify(run)));
  test('in a temporary file', () => assert.deepEqual(readdirSync(join(folder, 'temp')), []));
  test('in a fingerprint that it alone decides', () => {
    const prints = new Set(findings.map(({ fingerprint }) => fingerprint));
    assert.equal(prints.size, findings.length);
  });

  test('by a rule that quotes what it stands in', async () => {
    const [{ text, secret }] = made.filter(({ text }) => text.startsWith('https://deployer')) as [
      (typeof made)[number],
    ];
    const all = await checked('quoted.tgz', { 'a.js': `let a;\n//# sourceMappingURL=${text}/a.js.map\n` });
    const report = renderJson(all);
    assert.match(report, /source-map\/reference/);
    assert.match(report, /secret\/url-password/);
    assert.ok(!report.includes(secret.slice(-40, -20)), report);
    assert.match(report, /\[secret\]/);
  });
});

test('a length before a token that is a letter as a byte hides none', async () => {
  const tokens = made.filter(({ text, secret }) => text === secret && /^[\w.~+/=-]{20,122}$/.test(secret));
  const files = Object.fromEntries(
    tokens.map(({ text }, index) => [
      `${index}.bin`,
      Buffer.concat([Buffer.from([0, 1, 0x0a, text.length]), Buffer.from(text), Buffer.alloc(64)]),
    ]),
  );
  const found = new Set(secretsIn(await checked('lengths.tgz', files)).map(({ path }) => path));
  const missed = tokens.filter((_, index) => !found.has(`${index}.bin`)).map(({ name }) => name);
  assert.deepEqual(missed, []);
});
