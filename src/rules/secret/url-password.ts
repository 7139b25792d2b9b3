import type { PackageRule } from '../rule.ts';
import { sightSecrets } from './sightings.ts';

export const rule: PackageRule = {
  id: 'secret/url-password',
  scope: 'package',
  grounds: ['url-password'],
  title: 'Address with a password in it',
  description:
    'An address such as that of a database or a private registry tells where the service is, the user name and the password, all at once. Templates, and the names and hosts that documentation uses, do not count.',
  help: 'Change the password now. Then read the address from the environment where the program runs, or leave the login out of it.',
  cwe: [798, 522],
  levels: { closed: 'error', open: 'error' },
  inspect: (pkg) => sightSecrets(pkg, 'url-password'),
};
