import type { PackageRule } from '../rule.ts';
import { sightSecrets } from './sightings.ts';

export const rule: PackageRule = {
  id: 'secret/private-key',
  scope: 'package',
  grounds: ['private-key'],
  title: 'Private key',
  description:
    'With a private key anybody can sign, decrypt or log in as its owner. Only a whole key counts, which decodes to one: in a file, a string, an array of lines or a service account file; JSON Web Keys with their secret member and keys of age do as well. Code that reads and writes keys holds the same words and no key.',
  help: 'Replace the key pair now wherever it is used. Then keep the private half out of the package; a key for tests alone is made when the tests run.',
  cwe: [321, 798],
  levels: { closed: 'error', open: 'error' },
  inspect: (pkg) => sightSecrets(pkg, 'private-key'),
};
