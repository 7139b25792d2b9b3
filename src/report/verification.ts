import { count, counted } from '../figures.ts';
import { shownUrl } from '../proof/compare.ts';
import type { Verification, Verified } from '../proof/verification.ts';
import { codeSpan, logText, markdownProse, shortened } from './escape.ts';
import { createPage, type Page } from './page.ts';

/** Longer sentences are cut in the middle; two sha512 fit in. In UTF-16 code units. */
const MAX_SENTENCE = 1000;
const MOST_ITEMS = 1000;
/** In the one sentence that fails a step. */
const MOST_NAMED = 5;

const BADGES = { pass: ['good', 'PASS  '], fail: ['bad', 'FAIL  '], error: ['bad', 'ERROR '] } as const;
const MARKS = { pass: '✅', fail: '❌', error: '⚠️' } as const;

/** What a person reads in a terminal or a log: each thing that was compared, what differs, what to do. */
export function renderVerification(
  { items }: Verification,
  options: { readonly color: boolean; readonly columns: number },
): string {
  const page = createPage(options);
  // What needs somebody comes last, where a terminal ends.
  const sorted = [...items].sort((a, b) => Number(b.outcome === 'pass') - Number(a.outcome === 'pass'));
  for (const item of sorted) writeItem(item, page);
  return page.text();
}

function writeItem(item: Verified, page: Page): void {
  const [style, word] = BADGES[item.outcome];
  page.line(`${page.paint(style, word)}${page.paint('strong', name(targetOf(item)))}: ${claim(item)}`);
  if (item.outcome === 'pass') {
    page.line(`  ${page.paint('faint', item.bytes.integrity)}`);
    return;
  }
  const { message, help } = reasonOf(item);
  page.paragraph('  ', sentence(message));
  if (help !== undefined) page.paragraph('  Next: ', sentence(help), 'strong');
}

/** Why the step fails, safe to log; undefined for a pass. */
export function verificationFailure(verification: Verification): string | undefined {
  const { outcome, items } = verification;
  if (outcome === 'pass') return undefined;
  if (items.length === 0) return 'packgate verified nothing: nothing is claimed.';
  const bad = items.flatMap((item) =>
    item.outcome === 'pass' ? [] : [{ target: item.target, ...reasonOf(item) }],
  );
  const lines = bad
    .slice(0, MOST_NAMED)
    .map(({ target, message, help }) => `${name(target)}: ${sentence(message)}.${next(help)}`);
  const head =
    outcome === 'fail'
      ? 'These are not the bytes that passed: do not publish them.'
      : 'packgate could not compare all bytes with their receipts: nothing is claimed.';
  if (bad.length > lines.length) lines.push(`and ${count(bad.length - lines.length)} more, see the summary`);
  return [head, ...lines].join('\n');
}

/** For the job summary. */
export function verificationMarkdown(verification: Verification): string {
  const { outcome, items } = verification;
  const passed = items.filter((item) => item.outcome === 'pass').length;
  const head = `## packgate verify: ${MARKS[outcome]} ${counted(passed, 'package')} of ${count(items.length)} with the bytes that passed\n\n`;
  const rows = items.slice(0, MOST_ITEMS).map((item) => {
    const what =
      item.outcome === 'pass'
        ? `${claimMarkdown(item)}<br>${codeSpan(item.bytes.integrity)}`
        : messageMarkdown(item);
    return `| ${MARKS[item.outcome]} | ${codeSpan(shortened(targetOf(item)))} | ${what} |\n`;
  });
  const more = items.length > MOST_ITEMS ? `\n_${count(items.length - MOST_ITEMS)} more not shown._\n` : '';
  return `${head}| | File | What |\n| --- | --- | --- |\n${rows.join('')}${more}\n`;
}

function claim(item: Verified): string {
  if (item.outcome === 'error') return 'NOT LOOKED AT, nothing is claimed';
  if (item.outcome === 'fail') return 'not the bytes that passed';
  const { subject, time, packgate } = item.receipt;
  return `the bytes that passed as ${name(shownUrl(subject))}, on ${time.toISOString()}, packgate ${name(packgate)}`;
}

function claimMarkdown({ receipt }: Extract<Verified, { outcome: 'pass' }>): string {
  return `passed as ${codeSpan(shortened(shownUrl(receipt.subject)))} on ${receipt.time.toISOString()}`;
}

function messageMarkdown(item: Unproved): string {
  const { message, help } = reasonOf(item);
  const step = help === undefined ? '' : `<br>**Next:** ${markdownProse(shortened(help, MAX_SENTENCE))}`;
  return `${markdownProse(shortened(message, MAX_SENTENCE))}${step}`;
}

type Unproved = Exclude<Verified, { readonly outcome: 'pass' }>;

function reasonOf(item: Unproved): { readonly message: string; readonly help: string | undefined } {
  return item.outcome === 'error' ? item.error : item;
}

function next(help: string | undefined): string {
  return help === undefined ? '' : ` Next step: ${sentence(help)}.`;
}

function targetOf(item: Verified): string {
  return item.outcome === 'pass' ? item.bytes.target : item.target;
}

function name(text: string): string {
  return logText(shortened(text));
}

function sentence(text: string): string {
  return logText(shortened(text, MAX_SENTENCE)).replace(/\.$/, '');
}
