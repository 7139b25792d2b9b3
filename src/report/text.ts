import type { Exposure } from '../content/exposure.ts';
import { byteSize, count, counted } from '../figures.ts';
import type { GateRun } from '../policy/gate-run.ts';
import type { NotInspected, Verdict } from '../policy/verdict.ts';
import type { RuleTexts } from '../rules/rule.ts';
import { calledBy } from './called.ts';
import { type Cause, causesOf, placeOf } from './causes.ts';
import { logText, shortened } from './escape.ts';
import { nextStep } from './next-step.ts';
import { createPage, type Page, type Style } from './page.ts';
import {
  comparison,
  decidedBy,
  decision,
  listed,
  packingSentence,
  skippedSentence,
  totals,
  wholeSentence,
} from './sentences.ts';

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
const MOST_LISTED = 8;
/** Longer sentences are cut in the middle; in UTF-16 code units. */
const MAX_SENTENCE = 1000;

const BADGES = { pass: ['good', 'PASS  '], fail: ['bad', 'FAIL  '], error: ['bad', 'ERROR '] } as const;
const LEVELS: Readonly<Record<Cause['severity'], Style>> = {
  error: 'bad',
  warning: 'doubtful',
  note: 'strong',
};

/** The report a person reads in a terminal: the verdict, what would be public, each cause with its fix, which bytes, what next. */
export function renderText(run: GateRun, options: TextOptions): string {
  const page = createPage(options);
  if (run.packages.length !== 1 || run.shard !== undefined) {
    page.line(`${badge(run.outcome, page)}${totals(run)}`);
    for (const report of run.packages) page.line(`  ${headline(report, page)}`);
  }
  for (const report of run.packages) {
    page.blank();
    page.line(headline(report, page));
    if (report.outcome === 'error') writeReason(report, page);
    else writeVerdict(report, options.rules, page);
  }
  if (run.skipped !== undefined) {
    page.blank();
    page.paragraph('', skippedSentence(run.skipped, MOST_LISTED, name));
  }
  if (run.shard !== undefined) {
    page.blank();
    page.paragraph('Next: ', `${wholeSentence(run.shard)}.`, 'strong');
  }
  return page.text();
}

/** The run in one line, without colour: for whoever sent the report itself to a file. */
export function renderHeadline(run: GateRun): string {
  const page = createPage({ color: false, columns: 120 });
  const [only, ...others] = run.packages;
  const single = only !== undefined && others.length === 0 && run.shard === undefined;
  page.line(single ? headline(only, page) : `${badge(run.outcome, page)}${totals(run)}`);
  return page.text();
}

function badge(outcome: GateRun['outcome'], page: Page): string {
  const [style, word] = BADGES[outcome];
  return page.paint(style, word);
}

function headline(report: Verdict | NotInspected, page: Page): string {
  const mark = badge(report.outcome, page);
  if (report.outcome === 'error') return `${mark}${name(report.target)}: NOT INSPECTED, nothing is claimed`;
  const who = page.paint('strong', name(calledBy(report.package)));
  return `${mark}${who} ${decision(report)}`;
}

function writeReason({ error }: NotInspected, page: Page): void {
  page.paragraph('  ', sentence(error.message));
  if (error.help !== undefined) page.paragraph('  Next: ', sentence(error.help), 'strong');
}

function writeVerdict(verdict: Verdict, rules: readonly RuleTexts[], page: Page): void {
  const causes = causesOf(verdict.findings, rules);
  const told = causes.filter(({ severity }) => severity !== 'note');
  const notes = causes.filter(({ severity }) => severity === 'note');
  writeExposure(verdict.exposure, page);
  for (const cause of told.slice(0, MOST_CAUSES)) writeCause(cause, page);
  const left = told.slice(MOST_CAUSES).reduce((sum, { count }) => sum + count, 0);
  if (left > 0) {
    page.blank();
    page.line(`and ${counted(left, 'finding')} more, of other causes; --format json lists them all`);
  }
  if (notes.length > 0) page.blank();
  for (const cause of notes) writeNote(cause, page);
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
    const what = `${counted(sources, 'original file')}, ${counted(lines, 'line')} (${byteSize(bytes)})`;
    page.line(`  ${page.paint('strong', what)}; ${count(firstParty)} your own`);
  }
  if (namedOnly > 0) {
    page.line(`  the paths of ${counted(namedOnly, sources > 0 ? 'more original file' : 'original file')}`);
  }
  const writeNames = <Item>(word: string, items: readonly Item[], write: (item: Item) => string) => {
    if (items.length > 0) page.paragraph(`  ${word}  `, listed(items, MOST_NAMES, write));
  };
  writeNames(
    'folders',
    folders,
    (folder) => `${folder.name === '.' ? 'the root' : name(folder.name)} (${count(folder.sources)})`,
  );
  writeNames('buckets', buckets, name);
  writeNames('hosts  ', hosts, name);
}

function writeCause(cause: Cause, page: Page): void {
  const { severity, title, rule, help } = cause;
  const level = page.paint(LEVELS[severity], severity.toUpperCase());
  page.blank();
  page.line(
    `${level}  ${page.paint('strong', logText(title))}${extentOf(cause)}  ${page.paint('faint', rule)}`,
  );
  writeFindings(cause, page);
  if (help !== undefined) page.paragraph('  Fix: ', sentence(help), 'good');
}

/** How far a cause reaches, when it reaches beyond one place: " (75 files)". */
function extentOf({ count: places, files }: Cause): string {
  if (places === 1) return '';
  if (files === places) return ` (${counted(files, 'file')})`;
  return ` (${count(places)} places in ${counted(files, 'file')})`;
}

/** Some places and what is there: said once where it is the same, beside the place where that fits, else below it. */
function writeFindings({ findings, count: places, isAlike }: Cause, page: Page): void {
  const [first] = findings;
  const once = places > 1 && isAlike;
  if (once) page.paragraph('  ', sentence(first.message));
  const shown = findings
    .slice(0, MOST_FILES)
    .map((finding) => [name(placeOf(finding)), once ? '' : sentence(finding.message)] as const);
  const width = Math.max(...shown.map(([place]) => place.length));
  const isTable = places > 1 && shown.every(([, message]) => page.fits(width + message.length + 4));
  for (const [place, message] of shown) {
    page.line(isTable ? `  ${place.padEnd(width)}  ${message}` : `  ${place}`);
    if (!isTable && message !== '') page.paragraph('    ', message);
  }
  if (places > shown.length) page.line(`  and ${count(places - shown.length)} more`);
}

function writeNote({ title, rule, findings: [first], count: places }: Cause, page: Page): void {
  const more = places > 1 ? `; and ${count(places - 1)} more` : '';
  // It goes on behind the message.
  const told = sentence(first.message).replace(/\.$/, '');
  // What concerns the package as a whole stands at its manifest, which tells nobody anything.
  const where = first.path === 'package.json' ? '' : `${name(placeOf(first))}: `;
  page.paragraph('note  ', `${logText(title)}: ${where}${told}${more} (${rule})`, 'strong');
}

function writeWaived({ findings }: Verdict, page: Page): void {
  let waived = 0;
  for (const finding of findings) {
    if (finding.waived === undefined) continue;
    if (waived === 0) page.blank();
    if (++waived > MOST_LISTED) continue;
    const { reason, owner, expires } = finding.waived;
    const why = `${name(reason)} (${name(owner)}, until ${name(expires)})`;
    page.paragraph('waived  ', `${finding.rule} in ${name(placeOf(finding))}: ${why}`, 'strong');
  }
  if (waived > MOST_LISTED) page.line(`and ${count(waived - MOST_LISTED)} more waived`);
}

function writeUninspected({ uninspected }: Verdict, page: Page): void {
  if (uninspected.length === 0) return;
  page.blank();
  const them = uninspected.length === 1 ? 'it' : 'them';
  page.line(`${page.paint('doubtful', 'Not looked into')}, so nothing is claimed of ${them}:`);
  for (const { path, reason } of uninspected.slice(0, MOST_LISTED)) {
    page.line(`  ${name(path)}: ${sentence(reason)}`);
  }
  if (uninspected.length > MOST_LISTED) page.line(`  and ${count(uninspected.length - MOST_LISTED)} more`);
}

function writeBytes(verdict: Verdict, page: Page): void {
  const { target, size, unpackedSize, fileCount, integrity } = verdict.package;
  const measures = `${byteSize(size)}; ${counted(fileCount, 'file')}, ${byteSize(unpackedSize)} unpacked`;
  page.blank();
  page.line(`${page.paint('strong', 'Inspected')} ${name(target)} (${measures})`);
  page.line(`  ${page.paint('faint', integrity)}`);
  const compared = comparison(verdict);
  if (compared !== undefined) page.paragraph('  ', sentence(compared));
  const decided = decidedBy(verdict);
  if (decided !== undefined) page.paragraph('  ', sentence(decided));
  if (verdict.packing !== undefined) {
    page.paragraph('note  ', sentence(packingSentence(verdict.packing)), 'strong');
  }
  const { text, command } = nextStep(verdict);
  page.paragraph('Next: ', text, 'strong');
  if (command !== undefined) page.line(`  ${page.paint('strong', command)}`);
}

function name(text: string): string {
  return logText(shortened(text));
}

function sentence(text: string): string {
  return logText(shortened(text, MAX_SENTENCE));
}
