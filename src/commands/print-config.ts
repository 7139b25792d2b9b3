import type { CheckOptions } from '../check.ts';
import { loadConfig } from '../config.ts';
import { createPolicy } from '../policy/policy.ts';
import { printConfig } from '../policy/print-config.ts';
import { visible } from '../report/escape.ts';
import type { RuleTexts } from '../rules/rule.ts';
import { readWorkspace } from '../target/workspace.ts';

/**
 * What the options and the config come to, as YAML: for any package, then for each that the config names. Looks at no target.
 * @throws PackgateError `config` or `usage`
 */
export async function policyText(
  options: CheckOptions,
  cwd: string,
  rules: readonly RuleTexts[],
): Promise<string> {
  const config = await loadConfig({
    cwd,
    ...(options.config !== undefined && { file: options.config }),
    knownRules: rules.map((rule) => rule.id),
    packagesIn: async (folder) => (await readWorkspace(folder))?.map(({ name }) => name),
  });
  const names = [...(config?.packages.keys() ?? [])];
  const forAny = printConfig(createPolicy(config, options, ''), rules);
  const forNamed = names.map((name) => {
    return `---\n# package: ${visible(name)}\n${printConfig(createPolicy(config, options, name), rules)}`;
  });
  return [forAny, ...forNamed].join('');
}
