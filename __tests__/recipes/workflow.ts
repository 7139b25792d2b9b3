import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputsIn, runAction } from '../runner.ts';
import { type Job, PACKGATE, type Step, type Workflow } from './page.ts';

/** The machines that a workflow runs on. */
export interface Machines {
  /** Each job gets a workspace in here. */
  readonly folder: string;
  /** What `actions/checkout` leaves in a workspace. */
  readonly repository: string;
  readonly env: NodeJS.ProcessEnv;
  /** The Node that runs the Action. */
  readonly node: string;
  /** What actions of others answer, by name. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Done to the artifact `release` between the jobs. */
  readonly meanwhile?: (artifact: string) => void;
}

export interface Ended {
  readonly succeeded: boolean;
  /** The step that failed, as `job: what it runs`, empty where none did. */
  readonly failed: string;
  readonly log: string;
}

type Outputs = Record<string, Readonly<Record<string, string>>>;

// What sets up the machine: it would change this one, and the tools are on the path.
const SETUP = /^(?:npm install --global \S+|corepack enable)$/;

/**
 * Runs a workflow's jobs in order of `needs`, as far as docs/recipes.md goes: expressions are names of outputs, comparisons with one text, the token, a value of a
 * matrix, and `!cancelled()`; commands run in bash as the runner starts it; checkout, setup-node and the artifact actions are played, packgate is the built Action.
 *
 * @throws Error for anything in a workflow that it does not know: nothing may seem to have run
 */
export async function runWorkflow(workflow: Workflow, machines: Machines): Promise<Ended> {
  const done: Outputs = {};
  const log: string[] = [];
  let failed = '';
  for (const [name, job] of inOrder(workflow)) {
    const needed = Object.fromEntries(
      Object.entries(done).map(([need, outputs]) => [`needs.${need}`, outputs]),
    );
    if (!isAlways(job)) {
      if (job.needs !== undefined && !(job.needs in done)) continue;
      if (job.if !== undefined && !isTrue(job.if, needed)) continue;
    }
    let hasFailed = false;
    let outputs: Record<string, string> = {};
    const matrices = matricesOf(job);
    for (const matrix of matrices) {
      const workspace = join(machines.folder, [name, ...Object.values(matrix)].join('-'));
      const known: Outputs = { ...needed, matrix, strategy: { 'job-total': String(matrices.length) } };
      const problem = await runJob(name, job, workspace, known, machines, log);
      hasFailed ||= problem !== '';
      failed ||= problem;
      outputs = evaluated(job.outputs ?? {}, known);
    }
    if (!hasFailed) done[name] = outputs;
  }
  return { succeeded: failed === '', failed, log: log.join('\n') };
}

/** Whether a step or job also runs where what stands before it failed. */
function isAlways({ if: condition = '' }: Pick<Job, 'if'>): boolean {
  return /^\$\{\{ !cancelled\(\) \}\}$/.test(condition);
}

/** The values of each job that a matrix stands for; one job without any where there is none. */
function matricesOf({ strategy }: Job): Record<string, string>[] {
  return Object.entries(strategy?.matrix ?? {}).reduce<Record<string, string>[]>(
    (jobs, [key, values]) => jobs.flatMap((job) => values.map((value) => ({ ...job, [key]: String(value) }))),
    [{}],
  );
}

/** Runs the steps of one job in an empty workspace. Gives the step that failed, '' where none did. */
async function runJob(
  name: string,
  job: Job,
  workspace: string,
  known: Outputs,
  machines: Machines,
  log: string[],
): Promise<string> {
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  let failed = '';
  for (const step of job.steps) {
    if (step.if !== undefined && !isAlways(step)) throw new Error(`a condition nobody knows: ${step.if}`);
    if (failed !== '' && !isAlways(step)) continue;
    const what = `${name}: ${step.uses ?? step.run}`;
    log.push(`--- ${what}`);
    const { outputs, said } = await runStep(step, workspace, known, machines);
    log.push(said);
    if (outputs === undefined) failed ||= what;
    else if (step.id !== undefined) known[`steps.${step.id}`] = outputs;
  }
  return failed;
}

function inOrder({ jobs }: Workflow): [string, Job][] {
  const waiting = new Map(Object.entries(jobs));
  const order: [string, Job][] = [];
  while (waiting.size > 0) {
    const next = [...waiting].find(([, { needs }]) => needs === undefined || !waiting.has(needs));
    if (next === undefined) throw new Error('jobs that need each other');
    waiting.delete(next[0]);
    order.push(next);
  }
  return order;
}

async function runStep(
  step: Step,
  workspace: string,
  known: Outputs,
  machines: Machines,
): Promise<{ outputs?: Record<string, string>; said: string }> {
  const inputs = evaluated(step.with ?? {}, known);
  if (step.uses === PACKGATE) {
    const result = await runAction({ workspace, inputs, env: machines.env, node: machines.node });
    return {
      ...(result.status === 0 && { outputs: result.outputs as Record<string, string> }),
      said: result.stdout + result.stderr,
    };
  }
  if (step.run !== undefined)
    return runCommands(step.run, evaluated(step.env ?? {}, known), workspace, machines);
  const action = step.uses!.split('@')[0]!;
  const artifact = join(machines.folder, `artifact-${inputs.name}`);
  const into = () => join(workspace, inputs.path!);
  switch (action) {
    case 'actions/checkout':
      cpSync(machines.repository, workspace, {
        recursive: true,
        filter: (file) => file !== join(machines.repository, 'node_modules'),
      });
      break;
    case 'actions/setup-node':
      break;
    case 'actions/upload-artifact':
      // A folder: what is in it is the artifact.
      if (!existsSync(join(workspace, inputs.path!))) return { said: 'no files found' };
      rmSync(artifact, { recursive: true, force: true });
      cpSync(join(workspace, inputs.path!), artifact, { recursive: true });
      if (inputs.name === 'release') machines.meanwhile?.(artifact);
      break;
    case 'actions/download-artifact':
      if (inputs.pattern === undefined) cpSync(artifact, into(), { recursive: true });
      else for (const found of artifactsLike(inputs, machines)) cpSync(found, into(), { recursive: true });
      break;
    default: {
      const answer = machines.answers?.[action];
      if (answer === undefined) throw new Error(`a workflow uses ${action}, which nothing here plays`);
      return { outputs: answer, said: '' };
    }
  }
  return { outputs: {}, said: '' };
}

/** Those that earlier jobs left, to be put into one folder. */
function artifactsLike(inputs: Readonly<Record<string, string>>, { folder }: Machines): string[] {
  if (inputs['merge-multiple'] !== 'true' || !/^[\w-]+\*$/.test(inputs.pattern!))
    throw new Error('artifacts that nothing here knows how to download');
  const start = `artifact-${inputs.pattern!.slice(0, -1)}`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .map((name) => join(folder, name));
}

async function runCommands(
  run: string,
  env: Readonly<Record<string, string>>,
  cwd: string,
  machines: Machines,
): Promise<{ outputs?: Record<string, string>; said: string }> {
  if (SETUP.test(run.trim())) return { outputs: {}, said: '' };
  const GITHUB_OUTPUT = join(machines.folder, 'output');
  writeFileSync(GITHUB_OUTPUT, '');
  const { status, said } = await bash(run, cwd, { ...machines.env, ...env, GITHUB_OUTPUT });
  return { ...(status === 0 && { outputs: outputsIn(readFileSync(GITHUB_OUTPUT, 'utf8')) }), said };
}

/** Runs commands as a step without `shell` runs on Linux. */
export function bash(
  commands: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ status: number | null; said: string }> {
  return new Promise((done, failed) => {
    const child = spawn('bash', ['-e', '-c', commands], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.on('error', failed);
    child.on('close', (status) => done({ status, said }));
  });
}

function evaluated(values: Readonly<Record<string, unknown>>, known: Outputs): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => outputOf(expression, known)),
    ]),
  );
}

function outputOf(expression: string, known: Outputs): string {
  if (expression === 'github.token') return 'made-token';
  const [, context, value] = /^(matrix|strategy)\.([\w-]+)$/.exec(expression) ?? [];
  const given = context === undefined ? undefined : known[context]?.[value!];
  if (given !== undefined) return given;
  const [, of, output] = /^((?:steps|needs)\.[\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
  if (of === undefined || known[of] === undefined)
    throw new Error(`an expression nobody knows: ${expression}`);
  return known[of][output!] ?? '';
}

function isTrue(condition: string, known: Outputs): boolean {
  const [, expression, text] = /^(\S+) == '(.*)'$/.exec(condition) ?? [];
  if (expression === undefined) throw new Error(`a condition nobody knows: ${condition}`);
  return outputOf(expression, known) === text;
}
