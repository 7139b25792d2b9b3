import { logText } from '../report/escape.ts';
import { createPage } from '../report/page.ts';
import { type Levels, PRESETS, type RuleTexts } from '../rules/rule.ts';
import { nearestWord } from '../suggestion.ts';
import { usage } from './arguments.ts';

export interface ExplainOptions {
  readonly color: boolean;
  readonly columns: number;
}

/** What a rule means, what to do about it, and how to set it in the config. */
export function explainRule(rule: RuleTexts, options: ExplainOptions): string {
  const page = createPage(options);
  page.line(`${page.paint('strong', rule.id)}  ${rule.title}`);
  page.blank();
  page.paragraph('', logText(rule.description));
  page.blank();
  page.paragraph('Fix: ', logText(rule.help));
  page.blank();
  page.line(`Level       ${levels(rule.levels)}`);
  for (const [variant, own] of Object.entries(rule.variants ?? {}))
    page.line(`            ${variant}: ${levels(own)}`);
  page.line(`Weaknesses  ${rule.cwe.map((id) => `CWE-${id}`).join(', ')}`);
  page.line('Config      rules:');
  page.line(`              ${rule.id}: { level: warning, ignore: ["path/of/a/file.js"] }`);
  return page.text();
}

/** Every rule with its title, in reading order. */
export function listRules(rules: readonly RuleTexts[], options: ExplainOptions): string {
  const page = createPage(options);
  const width = Math.max(...rules.map((rule) => rule.id.length));
  for (const rule of rules)
    page.line(`${page.paint('strong', rule.id)}${' '.repeat(width - rule.id.length)}  ${rule.title}`);
  return page.text();
}

/** The rule that goes by this id; undefined where it is none's, and so a path. */
export function ruleNamed(id: string, rules: readonly RuleTexts[]): RuleTexts | undefined {
  return rules.find((rule) => rule.id === id);
}

/** The rules of a family, by its name or as a config writes it: `secret`, `secret/*`. None where no family is called so. */
export function familyNamed(text: string, rules: readonly RuleTexts[]): readonly RuleTexts[] {
  const family = text.replace(/\/\*?$/, '');
  return rules.filter(({ id }) => id.split('/', 1)[0] === family);
}

/**
 * What looks like the id of a rule and is none.
 * @throws PackgateError `usage`, which names the nearest one
 */
export function refuseUnknownRule(id: string, rules: readonly RuleTexts[]): void {
  const ids = rules.map((rule) => rule.id);
  if (/^[a-z-]+$/.test(id)) {
    const family = nearestWord(id, [...new Set(ids.map((known) => known.split('/', 1)[0]!))]);
    if (family === undefined) return;
    throw usage(
      `no rule or family is called "${id}", and there is no such file`,
      `Did you mean "${family}"?`,
    );
  }
  if (!/^[a-z-]+\/[a-z-]+$/.test(id)) return;
  const near = nearestWord(id, ids);
  const isFamily = ids.some((known) => known.startsWith(`${id.split('/', 1)[0]}/`));
  if (!isFamily && near === undefined) return;
  throw usage(
    `no rule is called "${id}", and there is no such file`,
    near === undefined ? 'packgate explain lists the rules.' : `Did you mean "${near}"?`,
  );
}

function levels(own: Levels): string {
  return PRESETS.map((preset) => `${own[preset]} (${preset})`).join(', ');
}
