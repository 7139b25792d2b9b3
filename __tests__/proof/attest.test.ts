import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readReceipts } from '../../src/proof/read-receipts.ts';
import { install } from '../tools/install.ts';
import { checked } from './receipts.ts';

const FULCIO = 'https://fulcio.sigstore.dev';
const REKOR = 'https://rekor.sigstore.dev';
const PREDICATE_TYPE = 'https://slsa.dev/verification_summary/v1';
const SIGNER = 'https://github.com/acme/cli/.github/workflows/release.yml@refs/heads/main';

/** What actions/attest is given in the recipe of docs/receipts.md: subject-name, subject-digest and predicate-path. */
function attestInputs(receipt: string) {
  const { subject, predicate } = JSON.parse(receipt);
  // As `jq .predicate` writes it to a file, and attest reads it back.
  const predicateFile = `${JSON.stringify(predicate, null, 2)}\n`;
  return {
    subjectName: subject[0].name,
    subjectDigest: { sha512: subject[0].digest.sha512 },
    predicateType: PREDICATE_TYPE,
    predicate: JSON.parse(predicateFile),
  };
}

// The library of actions/attest against a certificate authority and a log that are mocked. The first run installs 52 MB; then 1 s.
describe('a receipt signed by actions/attest', () => {
  const receipt = checked('@acme/cli', { waivedUntil: '2027-01-31' }).receipt;
  // biome-ignore lint/suspicious/noExplicitAny: the tools are installed later, so that their types are not there.
  let sigstore: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  let attestation: any;

  before(async () => {
    const modules = install('sigstore');
    const need = createRequire(join(modules, 'package.json'));
    const { attest } = await import(pathToFileURL(join(modules, '@actions/attest/lib/index.js')).href);
    const mock = need('@sigstore/mock');
    const [core, { Verifier, toSignedEntity }, { bundleFromJSON }] = ['core', 'verify', 'bundle'].map(
      (name) => need(`@sigstore/${name}`),
    );
    const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const ctlog = await mock.initializeCTLog(keyPair());
    const authority = await mock.initializeCA(keyPair(), ctlog);
    const log = await mock.initializeTLog(REKOR, keyPair());
    const [certificates, entries] = [
      mock.fulcioHandler(authority, { strict: true }),
      mock.rekorHandler(log, { strict: true }),
    ];
    answer(need('nock'), FULCIO, certificates.path, certificates.fn);
    answer(need('nock'), REKOR, entries.path, (body) => entries.fn(loggedEntry(body)));
    process.env.SIGSTORE_ID_TOKEN = token({
      sub: SIGNER,
      iss: 'https://token.actions.githubusercontent.com',
    });

    const always = { start: new Date(0), end: new Date(8e15) };
    const key = (der: Buffer) => createPublicKey({ key: der, format: 'der', type: 'spki' });
    const trust = {
      certificateAuthorities: [
        { certChain: [core.X509Certificate.parse(authority.rootCertificate)], validFor: always },
      ],
      timestampAuthorities: [],
      tlogs: [
        {
          baseURL: REKOR,
          logID: createHash('sha256').update(log.publicKey).digest(),
          publicKey: key(log.publicKey),
          validFor: always,
        },
      ],
      ctlogs: [{ logID: ctlog.logID, publicKey: key(ctlog.publicKey), validFor: always }],
    };
    const verifier = new Verifier(trust, { ctlogThreshold: 1, tlogThreshold: 1, tsaThreshold: 0 });
    sigstore = { verify: (bundle: object) => verifier.verify(toSignedEntity(bundleFromJSON(bundle))) };
    attestation = await attest({
      ...attestInputs(receipt),
      token: 'none',
      sigstore: 'public-good',
      skipWrite: true,
    });
  });

  const payload = () => Buffer.from(attestation.bundle.dsseEnvelope.payload, 'base64').toString();

  test('its predicate is signed as it is, by an identity, and the signature holds', () => {
    const { identity } = sigstore.verify(attestation.bundle);
    assert.equal(identity.subjectAlternativeName, SIGNER);
    assert.equal(attestation.bundle.dsseEnvelope.payloadType, 'application/vnd.in-toto+json');
  });

  test('what was signed is the receipt itself, and is read as one', () => {
    assert.deepEqual(JSON.parse(payload()), JSON.parse(receipt));
    assert.deepEqual(readReceipts(payload(), 'r'), readReceipts(receipt, 'r'));
  });

  test('a receipt that was changed to fit, digest and all, does not have the signature', () => {
    const { receipt: other } = checked('@acme/cli', { file: 'let other' });
    assert.equal(readReceipts(other, 'r')[0]?.intact, true);
    const forged = structuredClone(attestation.bundle);
    forged.dsseEnvelope.payload = Buffer.from(other.trimEnd()).toString('base64');
    assert.throws(() => sigstore.verify(forged), /mismatch|could not be verified|signature/i);
  });
});

type Handler = (body: string) => Promise<{ statusCode: number; response: string; contentType?: string }>;

// biome-ignore lint/suspicious/noExplicitAny: as above.
function answer(nock: any, host: string, path: string, handler: Handler): void {
  nock(host)
    .post(path)
    .reply(async (_uri: string, body: unknown) => {
      const given = typeof body === 'string' ? body : JSON.stringify(body);
      const { statusCode, response, contentType = 'text/plain' } = await handler(given);
      return [statusCode, response, { 'content-type': contentType }];
    });
}

/** What a transparency log keeps of an envelope that it is offered: hash and signatures. The mock would keep the offer. */
function loggedEntry(body: string): string {
  const { apiVersion, kind, spec } = JSON.parse(body);
  const { payload, signatures } = JSON.parse(spec.proposedContent.envelope);
  const value = createHash('sha256').update(Buffer.from(payload, 'base64')).digest('hex');
  const kept = {
    payloadHash: { algorithm: 'sha256', value },
    signatures: signatures.map(({ sig }: { sig: string }, index: number) => ({
      signature: sig,
      verifier: spec.proposedContent.verifiers[index],
    })),
  };
  return JSON.stringify({ apiVersion, kind, spec: kept });
}

/** An identity token as a job gets it, by its form alone: the mocked authority asks for no signature. */
function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ aud: 'sigstore', ...claims })}.none`;
}
