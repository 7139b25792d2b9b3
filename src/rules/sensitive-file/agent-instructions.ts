import { byteSize, counted } from '../../figures.ts';
import type { PackageRule, Sighting } from '../rule.ts';
import { TEMPLATE, TEMPLATE_HELP } from './template.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/agent-instructions',
  scope: 'package',
  grounds: ['agent'],
  title: 'Instructions to coding agents, or prompts',
  description:
    'What coding agents are told about a project describes how it is built, tested and released, its conventions and its weak spots; their settings name servers and commands. Files such as `CLAUDE.md` and `AGENTS.md`, folders such as `.claude` and `.cursor`, MCP configurations, and prompts to language models count. A file that `files` names by itself is milder, and so is a skill below a folder of the package; skills elsewhere and `llms.txt` are meant for users.',
  help: 'Leave the file out of the package. If it is written for those who install the package, name it in `files`, and list it under `ignore` of this rule.',
  cwe: [538, 200],
  levels: { closed: 'error', open: 'warning' },
  variants: {
    listed: { closed: 'warning', open: 'note' },
    prompt: { closed: 'warning', open: 'note' },
    skill: { closed: 'warning', open: 'note' },
    template: TEMPLATE,
  },
  removable: true,
  *inspect({ sensitive, manifest }) {
    const skills = new Map<string, Skill>();
    for (const { path, facts, template, size } of sensitive.files) {
      if (facts.kind !== 'agent') continue;
      const { what, form, skill } = facts;
      const isListed = names(manifest.files, path);
      const variant = template ? 'template' : isListed ? 'listed' : form === 'prompt' ? 'prompt' : undefined;
      const weight = {
        ...(variant !== undefined
          ? { variant, help: HELP[variant] }
          : manifest.format !== undefined && { help: UNLISTED }),
      };
      if (skill !== undefined) {
        const one = skills.get(skill);
        if (one === undefined)
          skills.set(skill, {
            path,
            what,
            isListed,
            // At the top of a package lies what the project itself is worked on with.
            weight: variant === undefined && !skill.startsWith('.') ? BROUGHT : weight,
            files: 1,
            size,
          });
        else {
          if (path === `${skill}/SKILL.md`) one.path = path;
          one.files++;
          one.size += size;
        }
        continue;
      }
      yield {
        path,
        message: `This file holds ${what}${isListed ? ', and `files` names it' : ''}.`,
        ...weight,
        evidence: { what, size },
      };
    }
    for (const [folder, { path, what, isListed, weight, files, size }] of skills)
      yield {
        path,
        detail: folder,
        message: `${folder} holds ${what}${isListed ? ', and `files` names it' : ''}: ${counted(files, 'file')}, ${byteSize(size)}.`,
        ...weight,
        evidence: { what, folder, files, size },
      };
  },
};

/** The files of a skill, which are told as one. */
interface Skill {
  /** Of `SKILL.md`, or else of the first of them. */
  path: string;
  readonly what: string;
  readonly isListed: boolean;
  readonly weight: Pick<Sighting, 'variant' | 'help'>;
  files: number;
  size: number;
}

/** Of a package of another format than npm's, which has no `files`. */
const UNLISTED =
  'Leave the file out of the package. If it is written for those who install the package, list it under `ignore` of this rule.';

const HELP = {
  listed:
    'If it is written for those who install the package, list it under `ignore` of this rule; if it is for those who work on it, take it out of `files`.',
  prompt:
    'Everybody who installs the package can read what the model is told. If that is meant, list the file under `ignore` of this rule; else keep prompts on a server.',
  skill:
    'If it is written for those who install the package, list it under `ignore` of this rule; if it is for those who work on it, leave it out of the package.',
  template: TEMPLATE_HELP,
} as const;

/** What agents of those who install a package find in it, below its own folder. */
const BROUGHT = { variant: 'skill', help: HELP.skill };

/**
 * Whether `files` names the file itself, or the agent's folder that it lies in; a folder of the build says nothing of it.
 */
function names(files: readonly string[] | undefined, path: string): boolean {
  return (files ?? []).some((entry) => {
    const named = entry.replace(/^\.?\//, '').replace(/\/(?:\*\*?(?:\/\*)?)?$/, '');
    return (
      named === path ||
      (/(?:^|\/)\.[^/]+(?:\/skills(?:\/[^/]+)?)?$/.test(named) && path.startsWith(`${named}/`))
    );
  });
}
