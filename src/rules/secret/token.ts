import type { PackageRule } from '../rule.ts';
import { MILDER, sightSecrets } from './sightings.ts';

export const rule: PackageRule = {
  id: 'secret/token',
  scope: 'package',
  title: 'Access token or API key',
  description:
    'Whoever downloads the package can act as you at the service that gave out the token: publish packages, read repositories, spend money. Looked for are the formats of some forty services, in every byte of every file, in archives, in source maps and in base64. Placeholders of documentation do not count.',
  help: 'Revoke the token now: once published it counts as known. Then keep it out of the code and read it from the environment where the program runs.',
  cwe: [798, 540],
  levels: { closed: 'error', open: 'error' },
  variants: MILDER,
  inspect: (pkg) => sightSecrets(pkg, 'token'),
};
