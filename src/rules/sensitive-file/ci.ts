import type { PackageRule } from '../rule.ts';
import { TEMPLATE, TEMPLATE_HELP } from './template.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/ci',
  scope: 'package',
  grounds: ['ci'],
  title: 'CI configuration',
  description:
    'Pipelines tell how a release is made: names of runners, registries, internal hosts and secrets, and where to attack it. Issue forms, funding and the like in the same folders give away little and are milder still.',
  help: 'Leave it out of the package: best by a list of what may be published.',
  cwe: [538, 200],
  levels: { closed: 'error', open: 'warning' },
  variants: { community: { closed: 'note', open: 'off' }, template: TEMPLATE },
  removable: true,
  *inspect({ sensitive }) {
    for (const { path, facts, template } of sensitive.files) {
      if (facts.kind !== 'ci') continue;
      const variant = template ? 'template' : facts.form === 'community' ? 'community' : undefined;
      yield {
        path,
        message: `This is ${facts.what}.`,
        ...(variant !== undefined && { variant }),
        ...(template && { help: TEMPLATE_HELP }),
      };
    }
  },
};
