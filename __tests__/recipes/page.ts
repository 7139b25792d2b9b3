import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A step as a workflow writes it. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: object;
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What one heading of docs/recipes.md shows. */
export interface Recipe {
  /** The workflow of npm with what this recipe changes; the whole one where it shows a whole one; absent where it shows none. */
  readonly workflow?: Workflow;
  /** The other fenced blocks, as they stand. */
  readonly configs: readonly string[];
  /** Indented lines. */
  readonly commands: readonly string[];
}

export const PACKGATE = 'OWNER/packgate@v1';

/** Every recipe of docs/recipes.md, by its heading, in order. */
export function recipes(): ReadonlyMap<string, Recipe> {
  const sections = readFileSync('docs/recipes.md', 'utf8').split(/^## /m).slice(1);
  const found = new Map<string, Recipe>();
  for (const section of sections) {
    const blocks = [...section.matchAll(/^```(?:yaml|json)\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
    const isWorkflow = (text: string) => /^jobs:$/m.test(text);
    const [shown] = blocks.filter(isWorkflow).map((text) => parse(text) as Partial<Workflow>);
    const base = found.get('npm')?.workflow;
    found.set(section.slice(0, section.indexOf('\n')), {
      ...(shown && {
        workflow: base === undefined || 'permissions' in shown ? (shown as Workflow) : merged(base, shown),
      }),
      configs: blocks.filter((text) => !isWorkflow(text)),
      commands: [...section.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^ {4}(\S.*)$/gm)].map(
        ([, line]) => line!,
      ),
    });
  }
  return found;
}

/** The page says how: steps of `inspect` take the place of those that build, steps of `publish` that of the last one. */
function merged(base: Workflow, shown: Partial<Workflow>): Workflow {
  const { inspect, publish, ...more } = shown.jobs!;
  const [before, after] = [base.jobs.inspect!, base.jobs.publish!];
  const gates = inspect?.steps?.some(({ uses }) => uses === PACKGATE);
  const kept = before.steps.filter(({ run, uses }) => run === undefined && !(gates && uses === PACKGATE));
  const at = kept.findIndex(({ uses }) => uses!.startsWith('actions/setup-node@')) + 1;
  const steps = inspect?.steps && [...kept.slice(0, at), ...inspect.steps, ...kept.slice(at)];
  return {
    ...base,
    ...shown,
    jobs: {
      ...more,
      inspect: { ...before, ...inspect, steps: steps ?? before.steps },
      publish: {
        ...after,
        ...publish,
        steps: publish ? [...after.steps.slice(0, -1), ...publish.steps] : after.steps,
      },
    },
  };
}
