import { count } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/key',
  scope: 'package',
  grounds: ['key'],
  title: 'Private key file or key store',
  description:
    'A key store or a key in a binary form: PKCS #12, key stores of Java and Bouncy Castle, DER, PuTTY, GnuPG, minisign, KeePass and the keychain of macOS, known by their bytes under any name. Stores of certificates and public keys are none. A passphrase slows down whoever guesses it, no more. Keys in PEM and of age, and JSON Web Keys, are told by `secret/private-key`.',
  help: 'Replace the key wherever it is used, and leave the file out of the package. A key for tests alone is made when the tests run.',
  cwe: [321, 538],
  levels: { closed: 'error', open: 'error' },
  variants: { debug: { closed: 'note', open: 'note' } },
  removable: true,
  *inspect({ sensitive }) {
    for (const { path, facts } of sensitive.files) {
      if (facts.kind !== 'key') continue;
      const { what, keys, debug } = facts;
      const many = keys !== undefined && keys > 1 ? `, with ${count(keys)} private keys` : '';
      yield {
        path,
        message: debug ? `This is ${what} with the debug key of an Android SDK.` : `This is ${what}${many}.`,
        ...(debug && {
          variant: 'debug',
          help: 'Its password is the same everywhere. Nothing that matters may be signed with it.',
        }),
        evidence: { what, ...(keys !== undefined && { keys }) },
      };
    }
  },
};
