import type { Exposure } from '../content/exposure.ts';
import type { GateRun, NotInspected, Verdict } from '../policy/judge.ts';
import type { RuleTexts } from '../rules/rule.ts';
import { type Cause, causesOf, placeOf } from './causes.ts';
import { logText, shortened } from './escape.ts';
import { byteSize, count, counted } from './figures.ts';
import { nextStep } from './next-step.ts';
import { createPage, type Page, type Style } from './page.ts';
import { decision, listed, totals } from './sentences.ts';

export interface TextOptions {
  /** They give titles, advice and the order of causes. */
  readonly rules: readonly RuleTexts[];
  readonly color: boolean;
  /** Width to wrap at, kept between 40 and 120. Names and commands are never broken. */
  readonly columns: number;
}

const MOST_CAUSES = 12;
const MOST_FILES = 5;
const MOST_NAMES = 5;
const MOST_UNINSPECTED = 8;

const BADGES = { pass: ['good', 'PASS  '], fail: ['bad', 'FAIL  '], error: ['bad', 'ERROR '] } as const;
const LEVELS: Readonly<Record<Cause['severity'], Style>> = {
  error: 'bad',
  warning: 'doubtful',
  note: 'strong',
};

/** The report a person reads in a terminal: the verdict, what would be public, each cause with its fix, which bytes, what next. */
export function renderText(run: GateRun, options: TextOptions): string {
  const page = createPage(options);
  if (run.packages.length !== 1) {
    page.line(`${badge(run.outcome, page)}${totals(run)}`);
    for (const report of run.packages) page.line(`  ${headline(report, page)}`);
  }
  for (const report of run.packages) {
    page.blank();
    page.line(headline(report, page));
    if (report.outcome === 'error') writeNotInspected(report, page);
    else writeVerdict(report, options.rules, page);
  }
  return page.text();
}

/** The run in one line, without colour: for whoever sent the report itself to a file. */
export function renderHeadline(run: GateRun): string {
  const page = createPage({ color: false, columns: 120 });
  const [only, ...others] = run.packages;
  const one = only !== undefined && others.length === 0;
  page.line(one ? headline(only, page) : `${badge(run.outcome, page)}${totals(run)}`);
  return page.text();
}

function badge(outcome: GateRun['outcome'], page: Page): string {
  const [style, word] = BADGES[outcome];
  return page.paint(style, word);
}

function headline(report: Verdict | NotInspected, page: Page): string {
  const mark = badge(report.outcome, page);
  if (report.outcome === 'error') return `${mark}${name(report.target)}: NOT INSPECTED, nothing is claimed`;
  const who = page.paint('strong', `${name(report.package.name)}@${name(report.package.version)}`);
  return `${mark}${who} ${decision(report)}`;
}

function writeNotInspected({ error }: NotInspected, page: Page): void {
  page.paragraph('      ', logText(error.message));
  if (error.help !== undefined) page.paragraph('      Next: ', logText(error.help));
}

function writeVerdict(verdict: Verdict, rules: readonly RuleTexts[], page: Page): void {
  const causes = causesOf(verdict.findings, rules);
  const notes = causes.filter((cause) => cause.severity === 'note');
  writeExposure(verdict.exposure, page);
  const shown = causes.filter((cause) => cause.severity !== 'note');
  for (const cause of shown.slice(0, MOST_CAUSES)) writeCause(cause, page);
  const left = shown.slice(MOST_CAUSES).reduce((sum, cause) => sum + cause.findings.length, 0);
  if (left > 0) {
    page.blank();
    page.line(`and ${counted(left, 'finding')} more, with other causes: --format json lists them all`);
  }
  if (notes.length > 0) page.blank();
  for (const cause of notes) {
    const [first, ...others] = cause.findings;
    const more = others.length > 0 ? ` and ${count(others.length)} more` : '';
    page.paragraph(
      `${page.paint('strong', 'note')}  `,
      `${logText(cause.title)}: ${name(placeOf(first))}${more}  (${cause.rule})`,
    );
  }
  writeWaived(verdict, page);
  writeUninspected(verdict, page);
  writeBytes(verdict, page);
}

function writeExposure(exposure: Exposure, page: Page): void {
  const { sources, firstParty, lines, bytes, namedOnly, folders, hosts, buckets } = exposure;
  if (sources === 0 && namedOnly === 0 && hosts.length === 0 && buckets.length === 0) return;
  page.blank();
  page.line(page.paint('strong', 'Anyone could read'));
  if (sources > 0) {
    page.line(
      `  ${counted(sources, 'original file')}, ${counted(lines, 'line')} (${byteSize(bytes)}); ${count(firstParty)} your own`,
    );
  }
  if (namedOnly > 0)
    page.line(`  the paths of ${counted(namedOnly, sources > 0 ? 'more original file' : 'original file')}`);
  const list = (word: string, items: readonly string[]) => {
    if (items.length > 0) page.paragraph(`  ${word}  `, listed(items, MOST_NAMES));
  };
  list(
    'folders',
    folders.map((folder) => `${name(folder.name)} (${count(folder.sources)})`),
  );
  list('buckets', buckets.map(name));
  list('hosts  ', hosts.map(name));
}

function writeCause({ severity, title, rule, findings, help }: Cause, page: Page): void {
  const [first] = findings;
  const files = findings.length > 1 ? `, ${count(findings.length)} times` : '';
  page.blank();
  page.line(
    `${page.paint(LEVELS[severity], severity.toUpperCase())}  ${page.paint('strong', logText(title))}${files}  ${page.paint('faint', rule)}`,
  );
  const alike = findings.every((finding) => finding.message === first.message);
  if (alike && findings.length > 1) page.paragraph('  ', logText(first.message));
  for (const finding of findings.slice(0, MOST_FILES)) {
    page.line(`  ${name(placeOf(finding))}`);
    if (!alike || findings.length === 1) page.paragraph('    ', logText(finding.message));
  }
  if (findings.length > MOST_FILES) page.line(`  and ${count(findings.length - MOST_FILES)} more`);
  if (help !== undefined) page.paragraph('  Fix: ', logText(help));
}

function writeWaived({ findings }: Verdict, page: Page): void {
  const waived = findings.filter((finding) => finding.waived !== undefined);
  if (waived.length > 0) page.blank();
  for (const finding of waived) {
    const { reason, owner, expires } = finding.waived ?? { reason: '', owner: '', expires: '' };
    page.paragraph(
      'waived  ',
      `${name(placeOf(finding))}  (${finding.rule}): ${name(reason)}; ${name(owner)}, until ${name(expires)}`,
    );
  }
}

function writeUninspected({ uninspected }: Verdict, page: Page): void {
  if (uninspected.length === 0) return;
  page.blank();
  page.line(
    `${page.paint('doubtful', 'Not looked into')}, so nothing is claimed of ${uninspected.length === 1 ? 'it' : 'them'}:`,
  );
  for (const { path, reason } of uninspected.slice(0, MOST_UNINSPECTED)) {
    page.line(`  ${name(path)}: ${logText(reason)}`);
  }
  if (uninspected.length > MOST_UNINSPECTED)
    page.line(`  and ${count(uninspected.length - MOST_UNINSPECTED)} more`);
}

function writeBytes(verdict: Verdict, page: Page): void {
  const { target, size, unpackedSize, fileCount, integrity } = verdict.package;
  page.blank();
  page.line(
    `Inspected  ${name(target)}  (${byteSize(size)}; ${counted(fileCount, 'file')}, ${byteSize(unpackedSize)} unpacked)`,
  );
  page.line(`           ${page.paint('faint', integrity)}`);
  const { text, command } = nextStep(verdict);
  page.paragraph('Next       ', text);
  if (command !== undefined) page.line(`           ${page.paint('strong', command)}`);
}

function name(text: string): string {
  return logText(shortened(text));
}
