import type { Exposure } from '../content/exposure.ts';
import { byteSize, count, counted } from '../figures.ts';
import type { GateRun } from '../policy/gate-run.ts';
import type { JudgedFinding, NotInspected, Verdict } from '../policy/verdict.ts';
import type { RuleTexts } from '../rules/rule.ts';
import { calledBy } from './called.ts';
import { type Cause, causesOf, placeOf } from './causes.ts';
import { joinSections, type Section } from './cut.ts';
import { codeSpan, htmlText, markdownProse, shortened } from './escape.ts';
import { nextStep } from './next-step.ts';
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

export interface MarkdownOptions {
  /** They give titles, advice and the order of causes. */
  readonly rules: readonly RuleTexts[];
  /** Of the whole report in UTF-8: what does not fit is left out at the end of a row, and counted. */
  readonly maxBytes: number;
}

const MOST_CAUSES = 30;
const MOST_FILES = 5;
const MOST_NAMES = 8;
/** Longer sentences are cut in the middle; in UTF-16 code units. */
const MAX_SENTENCE = 600;

const MARKS = { pass: '✅', fail: '❌', error: '⚠️' } as const;

/** The report for pull requests, job summaries and chats: verdicts first, then causes and what to do, last every finding. */
export function renderMarkdown(run: GateRun, { rules, maxBytes }: MarkdownOptions): string {
  const several = run.packages.length !== 1 || run.shard !== undefined;
  return joinSections(
    [
      ...(several ? overview(run) : []),
      ...run.packages.flatMap((report) => [
        lines(several ? `### ${headline(report)}` : `## packgate: ${headline(report)}`),
        ...(report.outcome === 'error' ? [reasonOf(report)] : verdictSections(report, rules)),
      ]),
      ...(run.skipped === undefined ? [] : [lines(skippedSentence(run.skipped, MOST_CAUSES, name))]),
      ...(run.shard === undefined ? [] : [lines(`**Next:** ${wholeSentence(run.shard)}.`)]),
      ...run.packages.flatMap((report) => (report.outcome === 'error' ? [] : detailsOf(report, several))),
    ],
    maxBytes,
  );
}

/** Lines that are left out together or not at all. */
function lines(...texts: readonly string[]): Section {
  return { open: '', rows: [`${texts.join('\n')}\n\n`], count: 1, close: '' };
}

/** @param write the cells of the row for one of the items */
function table<Item>(
  head: readonly string[],
  items: Iterable<Item>,
  count: number,
  write: (item: Item) => readonly string[],
): Section {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const rows = {
    *[Symbol.iterator]() {
      for (const item of items) yield row(write(item));
    },
  };
  return { open: row(head) + row(head.map(() => '---')), rows, count, close: '\n' };
}

function overview(run: GateRun): Section[] {
  return [
    lines(`## packgate: ${MARKS[run.outcome]} ${totals(run)}`),
    {
      open: '',
      rows: run.packages.map((report) => `- ${headline(report)}\n`),
      count: run.packages.length,
      close: '\n',
    },
  ];
}

function headline(report: Verdict | NotInspected): string {
  if (report.outcome === 'error')
    return `${MARKS.error} ${name(report.target)}: NOT INSPECTED, nothing is claimed`;
  return `${MARKS[report.outcome]} ${name(calledBy(report.package))} ${decision(report)}`;
}

function reasonOf({ error }: NotInspected): Section {
  return lines(
    sentence(error.message),
    ...(error.help === undefined ? [] : ['', `**Next:** ${sentence(error.help)}`]),
  );
}

function verdictSections(verdict: Verdict, rules: readonly RuleTexts[]): Section[] {
  const causes = causesOf(verdict.findings, rules);
  const waived = verdict.findings.filter((finding) => finding.waived !== undefined);
  const { uninspected } = verdict;
  return [
    ...exposureTable(verdict.exposure),
    ...(causes.length > 0 ? [causeTable(causes), whatToDo(causes)] : []),
    bytesOf(verdict),
    ...(uninspected.length > 0
      ? [lines('**Not looked into**, so nothing is claimed of it:'), unreadTable(verdict)]
      : []),
    ...(waived.length > 0 ? [lines('**Waived** by the config:'), waivedTable(waived)] : []),
  ];
}

function exposureTable(exposure: Exposure): Section[] {
  const { sources, firstParty, bytes, namedOnly, folders, hosts, buckets } = exposure;
  const folder = (one: Exposure['folders'][number]) => `${name(one.name)} (${count(one.sources)})`;
  const rows = [
    [sources, 'Original files', `**${count(sources)}**, of them ${count(firstParty)} your own`],
    [sources, 'Lines', `**${count(exposure.lines)}** (${byteSize(bytes)})`],
    [namedOnly, 'Only their paths', counted(namedOnly, sources > 0 ? 'more file' : 'file')],
    [folders.length, 'Folders', listed(folders, MOST_NAMES, folder)],
    [buckets.length, 'Storage buckets', listed(buckets, MOST_NAMES, name)],
    [hosts.length, 'Hosts', listed(hosts, MOST_NAMES, name)],
  ] as const;
  const told = rows.filter(([many]) => many > 0);
  if (told.length === 0) return [];
  return [table(['Anyone could read', ''], told, told.length, ([, what, value]) => [what, value])];
}

function causeTable(causes: readonly Cause[]): Section {
  const told = causes.slice(0, MOST_CAUSES);
  const cells = ({ severity, title, rule, findings, count: places }: Cause) => {
    const [first] = findings;
    const named = findings.slice(0, MOST_FILES).map((finding) => name(placeOf(finding)));
    const more = places > named.length ? `, and ${count(places - named.length)} more` : '';
    const where = places === 1 ? `${named[0]}<br>${sentence(first.message)}` : `${named.join(', ')}${more}`;
    return [severity === 'error' ? '**error**' : severity, `${sentence(title)}<br>${codeSpan(rule)}`, where];
  };
  return {
    ...table(['Level', 'What', 'Where'], told, told.length, cells),
    more: Math.max(0, causes.length - MOST_CAUSES),
  };
}

function whatToDo(causes: readonly Cause[]): Section {
  const rows = causes
    .slice(0, MOST_CAUSES)
    .filter(({ help, severity }) => help !== undefined && severity !== 'note')
    .map(({ title, help }) => `- **${sentence(title)}**: ${sentence(help ?? '')}\n`);
  return { open: '**What to do**\n\n', rows, count: rows.length, close: '\n' };
}

function unreadTable({ uninspected }: Verdict): Section {
  return table(['File', 'Why'], uninspected, uninspected.length, ({ path, reason }) => [
    name(path),
    sentence(reason),
  ]);
}

function waivedTable(waived: readonly JudgedFinding[]): Section {
  return table(['Rule', 'Where', 'Reason', 'Owner', 'Until'], waived, waived.length, (finding) => {
    const { reason = '', owner = '', expires = '' } = finding.waived ?? {};
    return [codeSpan(finding.rule), name(placeOf(finding)), sentence(reason), name(owner), sentence(expires)];
  });
}

function bytesOf(verdict: Verdict): Section {
  const { target, size, unpackedSize, fileCount, integrity, sha256 } = verdict.package;
  const { text, command } = nextStep(verdict);
  const packing = verdict.packing === undefined ? undefined : packingSentence(verdict.packing);
  const more = [comparison(verdict), decidedBy(verdict), packing].filter((line) => line !== undefined);
  return lines(
    `Inspected ${name(target)}: ${byteSize(size)}, ${counted(fileCount, 'file')}, ${byteSize(unpackedSize)} unpacked<br>`,
    `integrity ${codeSpan(integrity)}<br>`,
    [`sha256 ${codeSpan(sha256)}`, ...more.map(sentence)].join('<br>\n'),
    '',
    `**Next:** ${sentence(text)}${command === undefined ? '' : ` ${codeSpan(command)}`}`,
  );
}

/** Every finding in a row, unless the tables before have told each of them. */
function detailsOf(verdict: Verdict, several: boolean): Section[] {
  const counting = verdict.findings.filter(({ waived }) => waived === undefined);
  if (causesOf(counting, []).every((cause) => cause.count === 1)) return [];
  // Within these tags nothing is Markdown.
  const of = several ? ` of <code>${htmlText(shortened(calledBy(verdict.package)))}</code>` : '';
  const details = table(['Level', 'Rule', 'Where', 'What'], counting, counting.length, (finding) => [
    finding.severity,
    codeSpan(finding.rule),
    name(placeOf(finding)),
    sentence(finding.message),
  ]);
  return [
    {
      ...details,
      open: `<details><summary>${counted(counting.length, 'finding')}${of}</summary>\n\n${details.open}`,
      close: '\n</details>\n\n',
    },
  ];
}

function name(text: string): string {
  return codeSpan(shortened(text));
}

function sentence(text: string): string {
  return markdownProse(shortened(text, MAX_SENTENCE));
}
