import type { PackageRule } from '../rule.ts';
import { TEMPLATE, TEMPLATE_HELP } from './template.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/agent-instructions',
  scope: 'package',
  grounds: ['agent'],
  title: 'Instructions to coding agents, or prompts',
  description:
    'What coding agents are told about a project describes how it is built, tested and released, its conventions and its weak spots; their settings name servers and commands. Files such as `CLAUDE.md` and `AGENTS.md`, folders such as `.claude` and `.cursor`, MCP configurations, and prompts to language models count. A file that `files` names by itself is milder; skills and `llms.txt` are meant for users.',
  help: 'Leave the file out of the package. If it is written for those who install the package, name it in `files`, and list it under `ignore` of this rule.',
  cwe: [538, 200],
  levels: { closed: 'error', open: 'warning' },
  variants: {
    listed: { closed: 'warning', open: 'note' },
    prompt: { closed: 'warning', open: 'note' },
    template: TEMPLATE,
  },
  removable: true,
  *inspect({ sensitive, manifest }) {
    for (const { path, facts, template, size } of sensitive.files) {
      if (facts.kind !== 'agent') continue;
      const { what, form } = facts;
      const isListed = names(manifest.files, path);
      const variant = template ? 'template' : isListed ? 'listed' : form === 'prompt' ? 'prompt' : undefined;
      yield {
        path,
        message: `This file holds ${what}${isListed ? ', and `files` names it' : ''}.`,
        ...(variant !== undefined
          ? { variant, help: HELP[variant] }
          : manifest.format !== undefined && { help: UNLISTED }),
        evidence: { what, size },
      };
    }
  },
};

/** Of a package of another format than npm's, which has no `files`. */
const UNLISTED =
  'Leave the file out of the package. If it is written for those who install the package, list it under `ignore` of this rule.';

const HELP = {
  listed:
    'If it is written for those who install the package, list it under `ignore` of this rule; if it is for those who work on it, take it out of `files`.',
  prompt:
    'Everybody who installs the package can read what the model is told. If that is meant, list the file under `ignore` of this rule; else keep prompts on a server.',
  template: TEMPLATE_HELP,
} as const;

/**
 * Whether `files` names the file itself, or the agent's folder that it lies in; a folder of the build says nothing of it.
 */
function names(files: readonly string[] | undefined, path: string): boolean {
  return (files ?? []).some((entry) => {
    const named = entry.replace(/^\.?\//, '').replace(/\/(?:\*\*?(?:\/\*)?)?$/, '');
    return named === path || (/(?:^|\/)\.[^/]+$/.test(named) && path.startsWith(`${named}/`));
  });
}
