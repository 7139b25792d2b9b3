import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** A step as a workflow would write it. */
export interface Step {
  /** Folder that is the workspace of the run. */
  readonly workspace: string;
  /** `with:`; inputs that are left out get the default of action.yml, expressions in it filled in from `token`. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: unknown };
  readonly token?: string;
  /** Over the runner's own variables; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The built file to start; `dist/index.js` of this checkout where it is left out. */
  readonly entry?: string;
  /** The Node to start it with; this one where it is left out. */
  readonly node?: string;
}

/** A workflow command that the runner would obey. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What the runner knows of a step that has ended. */
export interface StepResult {
  /** Null where it was killed because it did not end in time. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** From both streams, in order. */
  readonly commands: readonly Command[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

const TIMEOUT = 60_000;

/**
 * Starts the Action's built file as the runner does (environment, event file, command files) and reads back what the runner
 * would. There is no runner to test with; what it does with a line is written down in `commandsIn` and `outputsIn`.
 */
export async function runAction(step: Step): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'packgate-runner-'));
  try {
    const files = Object.fromEntries(
      ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map((name) => [
        `GITHUB_${name}`,
        join(folder, name),
      ]),
    );
    for (const file of Object.values(files)) await writeFile(file, '');
    const event = step.event ?? { name: 'push', payload: {} };
    await writeFile(join(folder, 'event.json'), JSON.stringify(event.payload));
    await mkdir(join(folder, 'temp'));
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: resolve(step.workspace),
      GITHUB_REPOSITORY: 'acme/cli',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SERVER_URL: 'http://127.0.0.1:9',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      RUNNER_TEMP: join(folder, 'temp'),
      ...files,
      ...(await inputVariables(step)),
      ...step.env,
    };
    const ended = await start(step, env);
    return {
      ...ended,
      commands: [...commandsIn(ended.stdout), ...commandsIn(ended.stderr)],
      outputs: outputsIn(await readFile(files.GITHUB_OUTPUT!, 'utf8')),
      summary: await readFile(files.GITHUB_STEP_SUMMARY!, 'utf8'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inputVariables(step: Step): Promise<Record<string, string>> {
  const { inputs } = parse(await readFile('action.yml', 'utf8')) as {
    inputs: Record<string, { default?: string }>;
  };
  const defaults = Object.entries(inputs).map(([name, input]) => [
    name,
    (input.default ?? '').replace(/\$\{\{ github\.token \}\}/, step.token ?? ''),
  ]);
  const given = { ...Object.fromEntries(defaults), ...step.inputs } as Record<string, string>;
  // Upper case, spaces to underscores, hyphens kept.
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

function start(
  step: Step,
  env: NodeJS.ProcessEnv,
): Promise<Pick<StepResult, 'status' | 'stdout' | 'stderr'>> {
  return new Promise((done, failed) => {
    const entry = resolve(step.entry ?? 'dist/index.js');
    const child = spawn(step.node ?? process.execPath, [entry], {
      cwd: step.workspace,
      env,
      timeout: TIMEOUT,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', failed);
    child.on('close', (status) => done({ status, stdout, stderr }));
  });
}

/**
 * The commands that the runner takes from a log: `::name key=value,...::message` at the start of a line after white space, and the older
 * `##[name key=value;...]message` at any place of one. A line ends with CR, LF or both.
 */
export function commandsIn(log: string): readonly Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const now = /^[\s\u0085]*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line);
    const old = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
    const [found, separator] = now ? [now, ','] : [old, ';'];
    if (!found) return [];
    const properties = (found[2] ?? '').split(separator).filter((pair) => pair.includes('='));
    return [
      {
        name: found[1]!,
        properties: Object.fromEntries(
          properties.map((pair) => {
            const at = pair.indexOf('=');
            return [pair.slice(0, at).trim(), unescaped(pair.slice(at + 1))];
          }),
        ),
        message: unescaped(found[3]!),
      },
    ];
  });
}

/** Markdown without code spans and escaped marks, in which nothing is markup: what is left may hold none that is not ours. */
export function outsideCode(markdown: string): string {
  return markdown.replace(/\\[`[\]]/g, '').replace(/`[^`\n]*`/g, '');
}

function unescaped(text: string): string {
  const characters: Record<string, string> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, hex: string) => characters[hex]!);
}

/** The `name=value` lines and `name<<end` blocks of an output file; the last one of a name holds. */
export function outputsIn(file: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = file.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block) {
      const end = lines.indexOf(block[2]!, at + 1);
      if (end < 0) throw new Error(`the output ${block[1]} never ends`);
      outputs[block[1]!] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line !== '') {
      const equals = line.indexOf('=');
      if (equals < 0) throw new Error(`the runner would refuse the output line ${line}`);
      outputs[line.slice(0, equals)] = line.slice(equals + 1);
    }
  }
  return outputs;
}
