import type { EnvironmentFacts } from '../../content/sensitive/facts.ts';
import { counted } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';
import { TEMPLATE, TEMPLATE_HELP } from './template.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/environment',
  scope: 'package',
  grounds: ['environment'],
  title: 'File with environment variables',
  description:
    'A dotenv file holds what a program needs to know of the machine it runs on: passwords and keys first of all. Build tools copy it, and every package manager packs it. It counts with any value in it; without one that looks secret it is milder for open source. One that is to be copied and filled in counts where a secret stands in it.',
  help: 'Replace what was secret in it, leave the file out of the package, and have the build copy named files only.',
  cwe: [538, 312],
  levels: { closed: 'error', open: 'error' },
  variants: {
    settings: { closed: 'error', open: 'warning' },
    example: { closed: 'warning', open: 'warning' },
    template: TEMPLATE,
  },
  removable: true,
  *inspect({ sensitive }) {
    for (const { path, facts, template } of sensitive.files) {
      if (facts.kind !== 'environment') continue;
      const variant = variantOf(facts, template);
      if (variant === 'quiet') continue;
      const { variables, filled, secrets } = facts;
      yield {
        path,
        message: `This ${facts.unnamed ? 'file, written like a dotenv file,' : 'dotenv file'} gives values to ${counted(filled, 'variable')}${secretly(secrets, filled)}.`,
        ...(variant !== undefined && { variant, help: HELP[variant] }),
        evidence: { variables, filled, secrets },
      };
    }
  },
};

const HELP = {
  settings:
    'None of its values looks secret, but it tells how the program is run here. Leave the file out of the package.',
  example:
    'A file that shows which variables there are needs no real value: empty it and replace the secret.',
  template: TEMPLATE_HELP,
} as const;

function variantOf(facts: EnvironmentFacts, template: boolean): keyof typeof HELP | 'quiet' | undefined {
  const { filled, secrets, example } = facts;
  if (filled === 0 || (example && secrets === 0)) return 'quiet';
  if (example) return 'example';
  if (secrets > 0) return undefined;
  return template ? 'template' : 'settings';
}

function secretly(secrets: number, filled: number): string {
  if (secrets === 0) return '';
  return filled === 1
    ? ', a secret by its name or look'
    : `, of which ${secrets === 1 ? '1 is a secret' : `${secrets} are secrets`} by name or look`;
}
