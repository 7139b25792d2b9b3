import type { Exposure } from '../content/exposure.ts';
import { count, counted } from '../figures.ts';
import type { GateRun } from '../policy/gate-run.ts';
import type { NotInspected, Verdict } from '../policy/verdict.ts';
import { SEVERITIES } from '../rules/rule.ts';
import { calledBy } from './called.ts';
import { logText, shortened } from './escape.ts';

/** Packages, rules and targets that the sentence names before it only counts. */
const MAX_NAMED = 5;

/** Longer sentences are shortened. In UTF-16 code units; the runner cuts the whole at 4,096. */
const MAX_SENTENCE = 500;

/**
 * Why the step fails, safe to log; undefined for a pass. It tells a leak ("... stop this release") from packgate's not having looked
 * ("packgate could not inspect ...: nothing is claimed").
 */
export function failureOf(run: GateRun): string | undefined {
  if (run.outcome === 'pass') return undefined;
  const unread = run.packages.filter((pkg) => pkg.outcome === 'error');
  const stopped = run.packages.filter((pkg): pkg is Verdict => pkg.outcome === 'fail');
  const parts = [
    ...(run.outcome === 'error' ? [notInspected(unread, run.packages.length)] : []),
    ...(stopped.length > 0 ? [leak(stopped)] : []),
  ];
  return parts.join('\n');
}

/** Why the step fails when a report that was asked for is missing, safe to log. */
export function unwritten(error: NotInspected['error']): string {
  return `packgate could not finish: ${sentence(error.message)}.${next(error)}`;
}

function notInspected(unread: readonly NotInspected[], total: number): string {
  const [first] = unread;
  if (first === undefined) return 'packgate could not inspect anything: nothing is claimed.';
  if (unread.length === 1) {
    return `packgate could not inspect ${name(first.target)}: ${reason(first)}. Nothing is claimed about it.${next(first.error)}`;
  }
  const lines = unread
    .slice(0, MAX_NAMED)
    .map((pkg) => `${name(pkg.target)}: ${reason(pkg)}.${next(pkg.error)}`);
  if (unread.length > MAX_NAMED) lines.push(`and ${count(unread.length - MAX_NAMED)} more, see the summary`);
  return [
    `packgate could not inspect ${count(unread.length)} of ${count(total)} targets: nothing is claimed about them.`,
    ...lines,
  ].join('\n');
}

/** Messages name the thing and the place in it; the thing was just named. */
function reason({ target, error: { message } }: NotInspected): string {
  return sentence(message.startsWith(`${target}: `) ? message.slice(target.length + 2) : message);
}

function next({ help }: NotInspected['error']): string {
  return help === undefined ? '' : ` Next step: ${sentence(help)}.`;
}

/** Without its full stop. */
function sentence(text: string): string {
  return logText(shortened(text, MAX_SENTENCE)).replace(/\.$/, '');
}

function leak(stopped: readonly Verdict[]): string {
  const byRule = new Map<string, number>();
  let total = 0;
  for (const { findings, failOn } of stopped) {
    for (const { rule, severity, waived } of findings) {
      if (waived !== undefined || SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(failOn)) continue;
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
      total++;
    }
  }
  const rules = [...byRule].slice(0, MAX_NAMED).map(([rule, times]) => `${rule} (${count(times)})`);
  if (byRule.size > MAX_NAMED) rules.push(counted(byRule.size - MAX_NAMED, 'more rule'));
  const packages = stopped.slice(0, MAX_NAMED).map(exposed);
  if (stopped.length > MAX_NAMED) packages.push(counted(stopped.length - MAX_NAMED, 'more package'));
  const stop = counted(total, 'finding stops', 'findings stop');
  return `${stop} this release: ${rules.join(', ')} in ${packages.join(', ')}. The job summary tells the cause and the fix of each.`;
}

function exposed({ package: pkg, exposure }: Verdict): string {
  const shown = name(calledBy(pkg));
  return exposure.sources === 0 ? shown : `${shown}, which would expose ${sources(exposure)}`;
}

function sources({ sources: files, lines }: Exposure): string {
  return `${counted(files, 'original file')} with ${counted(lines, 'line')}`;
}

function name(text: string): string {
  return logText(shortened(text));
}
