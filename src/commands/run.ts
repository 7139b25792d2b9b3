import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { PRESETS, type RuleTexts } from '../rules/rule.ts';
import { nearestWord } from '../suggestion.ts';
import { VERSION } from '../version.ts';
import {
  AUDIT_OPTIONS,
  CHECK_OPTIONS,
  COMMANDS,
  EXPLAIN_OPTIONS,
  INIT_OPTIONS,
  MERGE_OPTIONS,
  readArguments,
  usage,
  VERIFY_OPTIONS,
} from './arguments.ts';
import type { Check } from './check.ts';
import { bugLines, errorLine } from './errors.ts';
import { columnsOf, hasColor, type Terminal, write } from './terminal.ts';

/** What the commands are made of. */
export interface Parts {
  readonly check: Check;
  /** In reading order. */
  readonly rules: readonly RuleTexts[];
}

/** Loads them: a command that needs none of it starts three times as fast. */
export type LoadParts = () => Promise<Parts>;

/** Those of any command, to find out which command it is. */
const ALL_OPTIONS = { ...AUDIT_OPTIONS, ...INIT_OPTIONS, ...CHECK_OPTIONS, ...VERIFY_OPTIONS };

const NOT_INSPECTED = 2;

const EXPLAIN = 'Write packgate explain <rule>, or packgate explain <path> [target].';

/**
 * Runs one command line and gives its exit status: 0 only when the command did what was asked and nothing stops a release, 1 for
 * findings, 2 for everything else. Never rejects: expected errors become one line on standard error, bugs keep their stack.
 */
export async function run(terminal: Terminal, loadParts: LoadParts): Promise<number> {
  // A stream that breaks tells it to the write that broke it; without a listener Node would end the process as well.
  for (const stream of [terminal.stdout, terminal.stderr]) stream.on('error', () => {});
  try {
    return await runCommand(terminal, loadParts);
  } catch (error) {
    const text = error instanceof PackgateError ? errorLine(error) : bugLines(error);
    if (error instanceof PackgateError && error.code === 'usage') {
      const { withdrawReport } = await import('../report/earlier.ts');
      withdrawReport(terminal.argv, terminal.cwd);
    }
    await write(terminal.stderr, text).catch(() => {});
    return NOT_INSPECTED;
  }
}

async function runCommand(terminal: Terminal, loadParts: LoadParts): Promise<number> {
  const given = readArguments(terminal.argv, ALL_OPTIONS);
  const [command] = given.words;
  if (given.has('version')) return print(terminal, `${VERSION}\n`);
  if (command === undefined) {
    if (given.has('help')) return help(terminal, 'HELP');
    await write(terminal.stderr, (await import('./help.ts')).HELP);
    return NOT_INSPECTED;
  }
  if (command === 'check') {
    const own = readArguments(terminal.argv, CHECK_OPTIONS);
    if (given.has('help')) return help(terminal, 'CHECK_HELP');
    const [{ runCheck }, parts] = await Promise.all([import('./check.ts'), loadParts()]);
    return runCheck(own, terminal, parts);
  }
  if (command === 'init') {
    const own = readArguments(terminal.argv, INIT_OPTIONS);
    if (given.has('help')) return help(terminal, 'INIT_HELP');
    return (await import('./init.ts')).runInit(own, terminal, (await loadParts()).rules);
  }
  if (command === 'explain') return runExplain(terminal, loadParts);
  if (command === 'verify') {
    const own = readArguments(terminal.argv, VERIFY_OPTIONS);
    if (given.has('help')) return help(terminal, 'VERIFY_HELP');
    return (await import('./verify.ts')).runVerify(own, terminal);
  }
  if (command === 'merge') {
    const own = readArguments(terminal.argv, MERGE_OPTIONS);
    if (given.has('help')) return help(terminal, 'MERGE_HELP');
    return (await import('./merge.ts')).runMerge(own, terminal, (await loadParts()).rules);
  }
  if (command === 'audit') {
    const own = readArguments(terminal.argv, AUDIT_OPTIONS);
    if (given.has('help')) return help(terminal, 'AUDIT_HELP');
    return (await import('./audit.ts')).runAudit(own, terminal);
  }
  throw unknownCommand(command, terminal.cwd);
}

async function runExplain(terminal: Terminal, loadParts: LoadParts): Promise<number> {
  const given = readArguments(terminal.argv, EXPLAIN_OPTIONS);
  const [, subject, target, ...others] = given.words;
  if (given.has('help')) return help(terminal, 'EXPLAIN_HELP');
  const [{ explainRule, familyNamed, listRules, refuseUnknownRule, ruleNamed }, { rules }] =
    await Promise.all([import('./explain.ts'), loadParts()]);
  const options = {
    color: !given.has('no-color') && hasColor(terminal.stdout, terminal.env),
    columns: columnsOf(terminal.stdout),
  };
  if (subject === undefined) return print(terminal, listRules(rules, options));
  const rule = target === undefined ? ruleNamed(subject, rules) : undefined;
  if (rule !== undefined) return print(terminal, explainRule(rule, options));
  if (others.length > 0)
    throw usage('packgate explain takes one rule, or one path and what to look in', EXPLAIN);
  if (subject === '') throw usage('the path is empty', EXPLAIN);
  if (target === undefined && !existsSync(resolve(terminal.cwd, subject))) {
    const family = familyNamed(subject, rules);
    if (family.length > 0) return print(terminal, listRules(family, options));
    refuseUnknownRule(subject, rules);
  }
  const [{ explainPath }, { renderPath }, { worldOf }] = await Promise.all([
    import('../explain.ts'),
    import('./explain-path.ts'),
    import('./world.ts'),
  ]);
  const config = given.one('config');
  const preset = PRESETS.find((name) => name === given.one('preset'));
  const question = {
    path: subject,
    ignoreScripts: given.has('ignore-scripts'),
    ...(target !== undefined && { target }),
    ...(config !== undefined && { config }),
    ...(preset !== undefined && { preset }),
  };
  const answer = await explainPath(question, await worldOf(terminal));
  return print(terminal, renderPath(answer, { ...options, rules }));
}

async function help(terminal: Terminal, name: keyof typeof import('./help.ts')): Promise<number> {
  return print(terminal, (await import('./help.ts'))[name]);
}

async function print(terminal: Terminal, text: string): Promise<number> {
  await write(terminal.stdout, text);
  return 0;
}

function unknownCommand(command: string, cwd: string): PackgateError {
  if (command.startsWith('npm:') || existsSync(resolve(cwd, command))) {
    return usage(`no command is called "${command}"`, `To inspect it: packgate check ${command}`);
  }
  const near = nearestWord(command, COMMANDS);
  return usage(
    `no command is called "${command}"`,
    near === undefined ? undefined : `Did you mean "${near}"?`,
  );
}
