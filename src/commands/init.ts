import { count, counted } from '../figures.ts';
import type { InitResult, ListedPackage } from '../init.ts';
import type { GateRun } from '../policy/gate-run.ts';
import { logText } from '../report/escape.ts';
import { writeReport } from '../report/file.ts';
import { createPage, type Page } from '../report/page.ts';
import { skippedSentence } from '../report/sentences.ts';
import { renderHeadline, renderText } from '../report/text.ts';
import { PRESETS, type RuleTexts } from '../rules/rule.ts';
import type { Arguments, INIT_OPTIONS } from './arguments.ts';
import { errorLine } from './errors.ts';
import { columnsOf, hasColor, type Terminal, write } from './terminal.ts';
import { worldOf } from './world.ts';

/** The exit status of each outcome. */
const STATUS = { pass: 0, fail: 1, error: 2 } as const;

const MOST_PATTERNS = 40;
const MOST_FILES = 20;

/**
 * Writes or updates the allowlist and tells what is in it. What was found comes first, and keeps its files off the list: the status is
 * then that of a check, 1. Where a package could not be read nothing is written.
 */
export async function runInit(
  given: Arguments<keyof typeof INIT_OPTIONS>,
  terminal: Terminal,
  rules: readonly RuleTexts[],
): Promise<number> {
  const words = given.words.slice(1);
  const config = given.one('config');
  const preset = PRESETS.find((name) => name === given.one('preset'));
  const isDry = given.has('dry-run');
  const options = {
    targets: words.length > 0 ? words : ['.'],
    ignoreScripts: given.has('ignore-scripts'),
    ...(config === undefined ? {} : { config }),
    ...(preset === undefined ? {} : { preset }),
  };
  const { init } = await import('../init.ts');
  const result = await init(options, await worldOf(terminal));
  const page = createPage({
    color: !given.has('no-color') && hasColor(terminal.stdout, terminal.env),
    columns: columnsOf(terminal.stdout),
  });
  const { run, text, file } = result;
  if (text === undefined) {
    for (const item of run.packages)
      if (item.outcome === 'error') await write(terminal.stderr, errorLine(item.error));
    const left = file.text === undefined ? 'is not written' : 'is left as it was';
    await write(terminal.stderr, `packgate: ${logText(file.name)} ${left}\n`);
    return STATUS.error;
  }
  if (!isDry && text !== file.text) await writeReport(file.path, text, 'the config');
  const display = {
    rules,
    color: !given.has('no-color') && hasColor(terminal.stdout, terminal.env),
    columns: columnsOf(terminal.stdout),
  };
  const first = isQuiet(run) ? shortReport(run) : renderText(withoutUnlisted(result), display);
  tell(result, isDry, preset === undefined, page);
  await write(terminal.stdout, `${first}\n${page.text()}${isDry ? `\n${text}` : ''}`);
  return STATUS[run.outcome];
}

/** Whether there is nothing to show before the list. */
function isQuiet({ packages }: GateRun): boolean {
  return packages.every(
    (report) =>
      report.outcome === 'pass' &&
      report.uninspected.length === 0 &&
      report.findings.every(({ severity }) => severity === 'note'),
  );
}

function shortReport(run: GateRun): string {
  if (run.skipped === undefined) return renderHeadline(run);
  return `${renderHeadline(run)}\n${skippedSentence(run.skipped, MOST_FILES, logText)}\n`;
}

/** That a leaking file is not on the list is what init did, not what it found. */
function withoutUnlisted({ run, packages }: InitResult): GateRun {
  return {
    ...run,
    packages: run.packages.map((report, index) => {
      if (report.outcome === 'error') return report;
      const leaking = new Set(packages[index]!.leaking.map(({ path }) => path));
      const findings = report.findings.filter(
        ({ rule, path }) => rule !== 'allowlist/unlisted' || !leaking.has(path),
      );
      return { ...report, findings };
    }),
  };
}

function tell(
  { file, text, packages, run }: InitResult,
  isDry: boolean,
  isPresetOpen: boolean,
  page: Page,
): void {
  const name = page.paint('strong', logText(file.name));
  const isChanged = text !== file.text;
  const done = file.text === undefined ? 'written' : 'updated';
  page.line(isChanged ? `${name} ${isDry ? `would be ${done}` : done}` : `${name} is up to date`);
  for (const one of packages) tellPackage(one, packages.length > 1, page);
  const unbuilt = packages.find(({ missing }) => missing !== undefined);
  if (unbuilt !== undefined) {
    const whose = packages.length > 1 ? ` of ${logText(unbuilt.name)}` : '';
    page.blank();
    page.paragraph(
      'Note: ',
      `package.json${whose} names ${logText(unbuilt.missing!)}, which is not in the package. If the build makes it, build first and run packgate init again.`,
      'strong',
    );
  }
  const leaking = packages.flatMap((one) => one.leaking);
  if (leaking.length > 0) {
    page.blank();
    page.paragraph(
      'Next: ',
      `Deal with what was found (above), or add a waiver with a reason, an owner and an end. Then run packgate init again. Until then packgate check stops the release.`,
      'strong',
    );
    const isReadable = leaking.some(({ rules }) => rules.some((rule) => rule.startsWith('unminified/')));
    if (isReadable && isPresetOpen)
      page.paragraph('      ', 'If the sources are public anyway: packgate init --preset open');
    return;
  }
  page.blank();
  const next =
    run.outcome === 'fail'
      ? 'What was found (above) still stops the release.'
      : `Read ${logText(file.name)}, commit it, and run packgate check before every release.`;
  page.paragraph('Next: ', next, 'strong');
}

function tellPackage(one: ListedPackage, isOneOfMany: boolean, page: Page): void {
  const { patterns, removed, unused, leaking } = one;
  page.blank();
  if (isOneOfMany) page.line(page.paint('strong', logText(one.name)));
  const rows = patterns.map(
    ({ pattern, files, isNew }) =>
      [
        isNew ? '+' : ' ',
        logText(pattern),
        pattern.startsWith('!') && !pattern.startsWith('!(') ? '' : counted(files, 'file'),
      ] as const,
  );
  const shown = rows.slice(0, MOST_PATTERNS);
  const width = Math.min(60, Math.max(0, ...shown.map(([, pattern]) => pattern.length)));
  for (const [mark, pattern, files] of shown) page.line(`${mark} ${pattern.padEnd(width)}  ${files}`);
  if (rows.length > shown.length) page.line(`  and ${count(rows.length - shown.length)} more`);
  for (const pattern of removed) page.line(`- ${logText(pattern)}`);
  if (patterns.length === 0) page.line('  nothing but what npm packs in any case');
  for (const pattern of unused)
    page.line(`  ${logText(pattern)} matches nothing; it stays, as it has a comment`);
  if (leaking.length === 0) return;
  page.blank();
  page.line(page.paint('bad', 'Not on the list, because of what was found in them:'));
  const files = leaking.slice(0, MOST_FILES);
  const place = Math.min(60, Math.max(...files.map(({ path }) => logText(path).length)));
  for (const { path, rules, isAllowed } of files) {
    const allowed = isAllowed ? '; a pattern that was there allows it all the same' : '';
    page.line(`  ${logText(path).padEnd(place)}  ${rules.join(', ')}${allowed}`);
  }
  if (leaking.length > MOST_FILES) page.line(`  and ${count(leaking.length - MOST_FILES)} more`);
}
