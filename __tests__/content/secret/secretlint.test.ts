// Takes some ten seconds: secretlint looks at every byte with every pattern.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { packed } from '../../tarballs.ts';
import { downloaded } from '../../tools/install.ts';
import { CARRIERS } from './carriers.ts';
import { compare } from './compare.ts';
import { madeSecrets } from './made.ts';
import { POPULAR } from './popular.ts';

/**
 * What secretlint finds in published packages and packgate does not, and why; and how many credentials packgate finds. All that are found
 * are whole private keys in tests and documentation.
 */
const PUBLISHED: Readonly<
  Record<string, { readonly found: number; readonly placeholders: Readonly<Record<string, string>> }>
> = {
  'axios@1.21.1': { found: 0, placeholders: { 'https://user:pass@example.com': 'an example' } },
  'electron@41.7.1': {
    found: 0,
    placeholders: { npm_config_electron_use_remote_checksums: 'the name of a variable' },
  },
  'jsrsasign@11.1.5': { found: 3, placeholders: {} },
  'node-rsa@2.0.0': { found: 1, placeholders: {} },
  'ssh2@1.17.0': {
    found: 46,
    placeholders: { '-----BEGIN RSA PRIVATE KEY-----': 'a test for a key that is broken' },
  },
};

for (const [spec, { found, placeholders }] of Object.entries(PUBLISHED)) {
  test(`${spec}: packgate finds what secretlint does, placeholders apart`, async () => {
    const [, sha512 = ''] = POPULAR.find(([name]) => name === spec) ?? [];
    const { ours, missed } = await compare(downloaded(spec, `sha512-${sha512}`));
    const unknown = missed.filter(
      ({ secret }) => !Object.keys(placeholders).some((known) => secret.startsWith(known)),
    );
    assert.deepEqual(unknown, []);
    assert.equal(ours.filter(({ rule }) => rule.startsWith('secret/')).length, found);
  });
}

test('packgate finds every made credential that secretlint finds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-made-'));
  try {
    const made = madeSecrets(5);
    const files = CARRIERS.slice(0, 3).flatMap((carrier) =>
      made.map(({ text }, index) => carrier.file(index, text)),
    );
    const tarball = join(folder, 'made.tgz');
    mkdirSync(dirname(tarball), { recursive: true });
    writeFileSync(tarball, packed(Object.fromEntries(files)));
    const { theirs, missed } = await compare(tarball);
    assert.ok(theirs.length > 200, `${theirs.length} messages`);
    assert.deepEqual(missed, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
