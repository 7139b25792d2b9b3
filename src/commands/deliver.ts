import { resolve } from 'node:path';
import type { GateRun } from '../policy/gate-run.ts';
import type { NotInspected, Verdict } from '../policy/verdict.ts';
import { checkoutAt } from '../report/checkout.ts';
import { writeReport } from '../report/file.ts';
import { jsonReport } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { sarifReport } from '../report/sarif.ts';
import { renderHeadline, renderText } from '../report/text.ts';
import type { RuleTexts } from '../rules/rule.ts';
import { type Arguments, FORMATS, type Format } from './arguments.ts';
import { columnsOf, DEFAULT_COLUMNS, hasColor, type Terminal, write } from './terminal.ts';

/** Of `check` and `merge`: how to tell what came out. */
export type ReportArguments = Arguments<'format' | 'output' | 'receipt' | 'audit-log' | 'quiet' | 'no-color'>;

/** Where the report goes and in which words. */
export interface ReportOptions {
  readonly format: Format;
  /** Absolute. */
  readonly output: string | undefined;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly columns: number;
  readonly rules: readonly RuleTexts[];
  readonly cwd: string;
}

/** How the command line asks for the report. */
export function reportOptions(
  given: ReportArguments,
  terminal: Terminal,
  rules: readonly RuleTexts[],
): ReportOptions {
  const output = given.one('output');
  const toTerminal = output === undefined;
  return {
    format: FORMATS.find((name) => name === given.one('format')) ?? 'text',
    output: output === undefined ? undefined : resolve(terminal.cwd, output),
    quiet: given.has('quiet'),
    color: toTerminal && !given.has('no-color') && hasColor(terminal.stdout, terminal.env),
    columns: toTerminal ? columnsOf(terminal.stdout) : DEFAULT_COLUMNS,
    rules,
    cwd: terminal.cwd,
  };
}

/** Writes the report where it belongs; standard output gets nothing else, but for one line of text beside a text file. */
export async function deliver(run: GateRun, options: ReportOptions, terminal: Terminal): Promise<void> {
  const { format, output, quiet } = options;
  const text = RENDERERS[format](run, options);
  const silent = quiet && run.outcome === 'pass' && run.packages.every(isWhole);
  if (output !== undefined) {
    await writeReport(output, text);
    if (format === 'text' && !silent) await write(terminal.stdout, renderHeadline(run));
  } else if (format !== 'text') {
    for (const piece of text) await write(terminal.stdout, piece);
  } else if (!silent && (run.packages.some(({ outcome }) => outcome !== 'error') || run.outcome === 'pass')) {
    // Where nothing was inspected the line on standard error says all there is to say.
    for (const piece of text) await write(terminal.stdout, piece);
  }
}

/** A comment on GitHub holds 65,536 characters; the report may be one. */
const MAX_MARKDOWN = 65_000;

const RENDERERS: Readonly<Record<Format, (run: GateRun, options: ReportOptions) => Iterable<string>>> = {
  text: (run, options) => [renderText(run, options)],
  json: jsonReport,
  sarif: (run, { rules, cwd }) => sarifReport(run, rules, checkoutAt(cwd)),
  markdown: (run, { rules }) => [renderMarkdown(run, { rules, maxBytes: MAX_MARKDOWN })],
};

/** Of this verdict everything was looked into. */
function isWhole(report: Verdict | NotInspected): boolean {
  return report.outcome === 'pass' && report.uninspected.length === 0;
}
