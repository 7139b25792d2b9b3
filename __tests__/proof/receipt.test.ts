import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contentDigest,
  createReceipt,
  OWN_MEMBER,
  packageUrl,
  type ReceiptOptions,
} from '../../src/proof/receipt.ts';
import { finding, verdict } from '../report/runs.ts';

const OPTIONS: ReceiptOptions = {
  packgateVersion: '0.1.0',
  now: new Date('2026-11-21T12:34:56.789Z'),
};
const waived = { reason: 'public', owner: '@acme', expires: '2027-01-31' };
const policy = { digest: 'ab'.repeat(32), file: 'packgate.yml' };
const PASSED = verdict({
  policy,
  findings: [
    finding('source-map/file', 'error', 'dist/a.js.map', 'map', { waived }),
    finding('allowlist/missing', 'note', 'package.json', 'none'),
  ],
  uninspected: [{ path: 'x.zst', reason: 'zstd' }],
});
const FAILED = verdict({
  outcome: 'fail',
  findings: [finding('source-map/file', 'error', 'dist/a.js.map', 'map')],
});

test('a receipt is an in-toto statement with a verification summary', () => {
  const text = createReceipt(PASSED, OPTIONS);
  const statement = JSON.parse(text);
  const { contentDigest: digest, ...packgate } = statement.predicate[OWN_MEMBER];
  assert.match(text, /^\{[^\n]*\}\n$/);
  assert.equal(statement._type, 'https://in-toto.io/Statement/v1');
  assert.equal(statement.predicateType, 'https://slsa.dev/verification_summary/v1');
  assert.equal(statement.subject[0].name, 'pkg:npm/%40acme/cli@2.1.88');
  assert.deepEqual(Object.keys(statement.subject[0].digest), ['sha512']);
  assert.match(statement.subject[0].digest.sha512, /^[0-9a-f]{128}$/);
  assert.deepEqual(
    Buffer.from(statement.subject[0].digest.sha512, 'hex'),
    Buffer.from(PASSED.package.integrity.slice('sha512-'.length), 'base64'),
  );
  const { [OWN_MEMBER]: _, ...predicate } = statement.predicate;
  assert.deepEqual(predicate, {
    verifier: { id: 'pkg:npm/packgate', version: { packgate: '0.1.0' } },
    timeVerified: '2026-11-21T12:34:56Z',
    resourceUri: 'pkg:npm/%40acme/cli@2.1.88',
    policy: { uri: 'packgate:config/packgate.yml', digest: { sha256: 'ab'.repeat(32) } },
    verificationResult: 'PASSED',
    verifiedLevels: ['PACKGATE_PASSED'],
  });
  assert.deepEqual(packgate, {
    sha256: PASSED.package.sha256,
    size: PASSED.package.size,
    unpackedSize: PASSED.package.unpackedSize,
    fileCount: PASSED.package.fileCount,
    failOn: 'error',
    counts: { error: 0, warning: 0, note: 1, waived: 1 },
    uninspected: 1,
    waivers: [
      {
        rule: 'source-map/file',
        path: 'dist/a.js.map',
        fingerprint: PASSED.findings[0]?.fingerprint,
        ...waived,
      },
    ],
  });
  assert.equal(digest, contentDigest(statement));
});

test('a failed verdict says so wherever a reader may look', () => {
  const { predicate } = JSON.parse(createReceipt(FAILED, OPTIONS));
  assert.equal(predicate.verificationResult, 'FAILED');
  assert.deepEqual(predicate.verifiedLevels, ['FAILED']);
  assert.deepEqual(predicate[OWN_MEMBER].counts, { error: 1, warning: 0, note: 0, waived: 0 });
  assert.equal(predicate.policy.uri, 'packgate:presets');
});

test('every change of a value, and no change of form, shows in the content digest', () => {
  const statement = JSON.parse(createReceipt(PASSED, OPTIONS));
  const { contentDigest: digest } = statement.predicate[OWN_MEMBER];
  const reversed = (value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, reversed(inner)]),
        )
      : value;
  assert.equal(contentDigest(reversed(statement) as typeof statement), digest);
  let changes = 0;
  const change = (node: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(node)) {
      if (key === 'contentDigest') continue;
      if (value !== null && typeof value === 'object') change(value as Record<string, unknown>);
      else {
        node[key] = typeof value === 'number' ? value + 1 : `${value}x`;
        assert.notEqual(contentDigest(statement), digest, key);
        node[key] = value;
        changes++;
      }
    }
  };
  change(statement);
  assert.ok(changes > 25, `${changes}`);
  assert.equal(contentDigest(statement), digest);
});

test('same verdict, same bytes', () => {
  assert.equal(createReceipt(PASSED, OPTIONS), createReceipt(PASSED, OPTIONS));
});

test('names become package URLs', () => {
  for (const [name, version, url] of [
    ['left-pad', '1.0.0', 'pkg:npm/left-pad@1.0.0'],
    ['@acme/cli', '1.0.0', 'pkg:npm/%40acme/cli@1.0.0'],
    ['x', '1.0.0+build.5', 'pkg:npm/x@1.0.0%2Bbuild.5'],
    ['x', '1.0.0-rc.1', 'pkg:npm/x@1.0.0-rc.1'],
    ['a?b#c@d', '1', 'pkg:npm/a%3Fb%23c%40d@1'],
    ['a', '1/../2', 'pkg:npm/a@1%2F..%2F2'],
    ['\ud800', '1', 'pkg:npm/%EF%BF%BD@1'],
  ] as const) {
    assert.equal(packageUrl(name, version), url);
  }
});

test('without a name or a version there is nothing to name in a receipt', () => {
  for (const nameless of [{ name: '' }, { version: '' }]) {
    const unnamed = verdict({ package: { ...verdict().package, ...nameless } });
    assert.throws(() => createReceipt(unnamed, OPTIONS), { code: 'output', message: /no receipt for/ });
  }
});

test('members that a verification summary does not know have URIs for names', () => {
  const { predicate } = JSON.parse(createReceipt(PASSED, OPTIONS));
  const known = 'verifier timeVerified resourceUri policy verificationResult verifiedLevels'.split(' ');
  for (const name of Object.keys(predicate).filter((key) => !known.includes(key))) {
    assert.ok(URL.canParse(name), name);
  }
  assert.ok(URL.canParse(predicate.policy.uri) && URL.canParse(predicate.resourceUri));
});

test('what a package calls itself is text that other programs read as it is, and no command to a log', () => {
  const hostile = finding('a/b', 'error', 'x\u001b[2J##[error]\ud800\n', 'm', { waived });
  const text = createReceipt(verdict({ ...PASSED, findings: [hostile] }), OPTIONS);
  assert.doesNotMatch(text.slice(0, -1), /[\u001b\n]|##\[|\\ud800/);
  const statement = JSON.parse(text);
  assert.equal(statement.predicate[OWN_MEMBER].waivers[0].path, 'x\u001b[2J##[error]\ufffd\n');
  assert.equal(statement.predicate[OWN_MEMBER].contentDigest, contentDigest(statement));
});
