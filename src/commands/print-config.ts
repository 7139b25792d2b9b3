import type { CheckOptions } from '../check.ts';
import { createPolicy, type Policy } from '../policy/policy.ts';
import { printConfig } from '../policy/print-config.ts';
import { visible } from '../report/escape.ts';
import type { RuleTexts } from '../rules/rule.ts';
import type { World } from '../world.ts';

/**
 * What the options and the config come to, as YAML: a document for each package of the run, or for several that the same applies to; then
 * for sections that no package of the run has. Where nothing is known of any package, what applies to one without a section comes first.
 *
 * @param typed whether `failOn` was asked for
 * @throws PackgateError `config`, `usage`, or `target` for a workspace that cannot be read
 */
export async function policyText(
  options: CheckOptions,
  typed: boolean,
  world: World,
  rules: readonly RuleTexts[],
): Promise<string> {
  const { policiesOf } = await import('../check.ts');
  const { config, packages } = await policiesOf(options, world);
  const print = (policy: Policy) => printConfig(policy, rules, typed ? '--fail-on' : 'default');
  const documents = new Map<string, string[]>();
  const add = (title: string, policy: Policy) => {
    const text = print(policy);
    documents.set(text, [...(documents.get(text) ?? []), `# ${title}\n`]);
  };
  const known = packages.flatMap((one) => ('policy' in one ? [one] : []));
  if (known.length === 0) add('any package', createPolicy(config, options, ''));
  for (const { target, name, policy } of known)
    add(`package: ${visible(name)}${name === target ? '' : ` (${visible(target)})`}`, policy);
  const seen = new Set(known.map(({ name }) => name));
  for (const name of config?.packages.keys() ?? []) {
    if (!seen.has(name))
      add(`package: ${visible(name)}, not in this run`, createPolicy(config, options, name));
  }
  const unknown = packages.flatMap((one) => ('reason' in one ? [`# ${visible(one.reason)}\n`] : []));
  const texts = [...documents].map(([text, titles]) => `${titles.join('')}${text}`);
  return `${unknown.join('')}${texts.join('---\n')}`;
}
