import type { PackageRule } from '../rule.ts';
import { TEMPLATE, TEMPLATE_HELP } from './template.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/credentials',
  scope: 'package',
  grounds: ['credentials'],
  title: 'File in which a tool keeps its logins',
  description:
    'Package managers, clouds, databases and deployment tools keep logins in files of well-known names: `.npmrc`, `.yarnrc.yml`, `.netrc`, `.pypirc`, `.aws/credentials`, a kubeconfig, a Terraform state, the key of a service account, settings of applications, and some ninety more. With a login in it such a file is an error; with settings alone, or with references to variables, it still tells how you work.',
  help: 'Revoke the login and make a new one, then leave the file out of the package. In CI, let the tool read it from the environment.',
  cwe: [538, 522],
  levels: { closed: 'error', open: 'error' },
  variants: { settings: { closed: 'warning', open: 'note' }, template: TEMPLATE },
  removable: true,
  *inspect({ sensitive }) {
    for (const { path, facts, template } of sensitive.files) {
      if (facts.kind !== 'credentials') continue;
      const { what, holds } = facts;
      if (holds !== undefined) {
        yield { path, message: `This is ${what} with ${holds} in it.`, evidence: { what, holds } };
        continue;
      }
      yield {
        path,
        message: `This is ${what}; no login stands in it.`,
        variant: template ? 'template' : 'settings',
        help: template
          ? TEMPLATE_HELP
          : 'It holds settings of this project, or of a machine, which nobody who installs the package needs. Leave it out.',
        evidence: { what },
      };
    }
  },
};
