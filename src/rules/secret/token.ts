import type { PackageRule } from '../rule.ts';
import { MILDER, sightSecrets } from './sightings.ts';

export const rule: PackageRule = {
  id: 'secret/token',
  scope: 'package',
  grounds: ['token'],
  title: 'Access token or API key',
  description:
    'Whoever downloads the package can act as you at the service that gave out the token: publish packages, read repositories, spend money. Looked for are some two hundred formats of more than a hundred services, logins of registries, and JSON Web Tokens that last for years, in every byte of every file and in its name, in archives, in source maps, in base64, and as UTF-16 in binary files. Placeholders of documentation do not count.',
  help: 'Revoke the token now: once published it counts as known. Then keep it out of the code and read it from the environment where the program runs.',
  cwe: [798, 540],
  levels: { closed: 'error', open: 'error' },
  variants: MILDER,
  inspect: (pkg) => sightSecrets(pkg, 'token'),
};
