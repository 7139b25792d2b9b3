import type { PackageRule } from '../rule.ts';
import { MILDER, sightSecrets } from './sightings.ts';

export const rule: PackageRule = {
  id: 'secret/cloud-key',
  scope: 'package',
  grounds: ['cloud-key'],
  title: 'Key of a cloud account',
  description:
    'Keys of AWS, Azure, Google Cloud, Cloudflare and DigitalOcean open storage and machines, and robots that watch registries use a published one within minutes. A Google API key may be meant for browsers, so it is a warning; an account number or the id of a role is a note.',
  help: 'Revoke the key now, and look in the log of the account whether it was used. Then keep it out of the code: roles and short-lived credentials need none.',
  cwe: [798, 540],
  levels: { closed: 'error', open: 'error' },
  variants: MILDER,
  inspect: (pkg) => sightSecrets(pkg, 'cloud-key'),
};
