import type { Originals } from '../content/originals.ts';
import type { PathAnswer } from '../explain.ts';
import { byteSize, counted } from '../figures.ts';
import { placeOf } from '../report/causes.ts';
import { logText, shortened } from '../report/escape.ts';
import { createPage, type Page, type Style } from '../report/page.ts';
import { sourceTree } from '../report/source-tree.ts';
import type { RuleTexts } from '../rules/rule.ts';

/** Lines of the tree of original files, and findings, that are shown. */
const MOST_LINES = 40;
const MOST_FINDINGS = 12;

const LEVELS: Readonly<Record<string, Style>> = { error: 'bad', warning: 'doubtful', note: 'strong' };

/** What is known of one path, for a person: in or out and why, the change, the rules, and what a stranger could rebuild. */
export function renderPath(
  answer: PathAnswer,
  options: { readonly color: boolean; readonly columns: number; readonly rules: readonly RuleTexts[] },
): string {
  const page = createPage(options);
  const name = page.paint('strong', shown(answer.path));
  const by = answer.packedBy === undefined ? '' : `, packed by ${shown(answer.packedBy)}`;
  if (answer.size === undefined) {
    page.line(`${name} is not in ${shown(answer.package)}${by}`);
    page.paragraph('  Why: ', absence(answer), 'strong');
    return page.text();
  }
  const where = answer.carrier === undefined ? '' : `lies in ${shown(answer.carrier)}, which `;
  page.line(`${name} ${where}is in ${shown(answer.package)}${by} (${byteSize(answer.size)})`);
  page.paragraph('  Why: ', logText(answer.why ?? unknownCause(answer)), 'strong');
  page.paragraph('  To keep it out: ', logText(answer.fix ?? 'delete it before packing'), 'strong');
  if (answer.allow !== undefined) {
    page.paragraph('  Allowlist: ', `${shown(answer.allow.pattern)} (${shown(answer.allow.from)})`, 'strong');
  }
  writeFindings(answer, options.rules, page);
  writeOriginals(answer.originals, page);
  return page.text();
}

function absence({ inFolder, why, near, path }: PathAnswer): string {
  if (why !== undefined) return logText(why);
  if (inFolder) return 'by a rule that packgate does not know, or it was made after packing';
  const meant = near === undefined ? '' : `; did you mean ${shown(near)}?`;
  return `there is no file ${shown(path)}${meant}`;
}

function unknownCause({ packedBy }: PathAnswer): string {
  return `${packedBy ?? 'what made this package'} packed it by a rule that packgate does not know`;
}

function writeFindings({ findings, uninspected }: PathAnswer, rules: readonly RuleTexts[], page: Page): void {
  page.blank();
  if (uninspected !== undefined) page.paragraph('Not looked into: ', logText(uninspected), 'doubtful');
  else if (findings.length === 0) page.line('No rule has anything to say of it.');
  for (const finding of findings.slice(0, MOST_FINDINGS)) {
    const title = rules.find(({ id }) => id === finding.rule)?.title ?? finding.rule;
    const level = page.paint(LEVELS[finding.severity] ?? 'strong', finding.severity.toUpperCase());
    page.line(`${level}  ${page.paint('strong', logText(title))}  ${page.paint('faint', finding.rule)}`);
    page.paragraph(`  ${shown(placeOf(finding))}: `, logText(shortened(finding.message, 1000)));
    if (finding.help !== undefined) page.paragraph('  Fix: ', logText(finding.help), 'good');
    const { waived } = finding;
    if (waived !== undefined) {
      page.paragraph(
        '  Waived: ',
        `${shown(waived.reason)} (${shown(waived.owner)}, until ${waived.expires})`,
        'strong',
      );
    }
    page.blank();
  }
  const more = findings.length - MOST_FINDINGS;
  if (more > 0) page.line(`and ${counted(more, 'finding')} more`);
}

/** The tree of original files that a stranger could rebuild. */
function writeOriginals(originals: readonly Originals[], page: Page): void {
  if (originals.length === 0) return;
  const embedded = distinct(originals, true);
  const named = distinct(originals, false);
  page.blank();
  const told =
    embedded > 0
      ? `Anyone could rebuild ${counted(embedded, 'original file')} from it`
      : `It names ${counted(named, 'original file')}`;
  page.line(page.paint('strong', told));
  for (const line of sourceTree(originals, MOST_LINES)) page.line(`  ${line}`);
}

/** How many original files there are, or of how many the text is: one that several maps tell of counts once. */
function distinct(originals: readonly Originals[], embedded: boolean): number {
  const paths = new Set<string>();
  let others = 0;
  for (const one of originals) {
    const listed = one.sources.filter((source) => source.embedded || !embedded);
    others += (embedded ? one.embedded : one.named) - listed.length;
    for (const { path } of listed) {
      if (path === '') others++;
      else paths.add(path);
    }
  }
  return paths.size + others;
}

function shown(text: string): string {
  return logText(shortened(text));
}
