import { type LimitName, SETTINGS } from '../archive/limits.ts';
import { printableJson } from '../invisible.ts';
import type { Level, RuleTexts } from '../rules/rule.ts';
import type { Policy } from './policy.ts';

/**
 * What applies and where each value came from, for `--print-config`: YAML that a config could hold, origins behind
 * `#`. Ends with a newline.
 */
export function printConfig(policy: Policy, rules: readonly RuleTexts[], failOnFrom = 'default'): string {
  const lines: [text: string, from?: string][] = [
    [`# config: ${printableJson(policy.configFile ?? 'none')}; policy sha256: ${policy.digest}`],
    [`# fails on: ${policy.failOn}`, failOnFrom],
    [`preset: ${policy.preset.value}`, policy.preset.from],
  ];
  if (policy.allow === null) lines.push(['# allow: not set']);
  else if (policy.allow.length === 0) lines.push(['allow: []', policy.configFile ?? '']);
  else {
    lines.push(['allow:']);
    for (const { pattern, from } of policy.allow) lines.push([`  - ${quote(pattern)}`, from]);
  }
  lines.push(['rules:']);
  for (const rule of rules) {
    const { value, from } = policy.levelOf(rule);
    const settings = policy.rules.filter(
      (setting) => setting.rule === rule.id || setting.rule === `${rule.id.split('/', 1)[0]}/*`,
    );
    const ignore = settings.flatMap((setting) => setting.ignore);
    const level =
      ignore.length > 0 ? `{ level: ${value}, ignore: [${ignore.map(quote).join(', ')}] }` : value;
    const places = [...new Set(settings.flatMap(({ ignored }) => ignored.map(({ from }) => from)))];
    const origins = [
      from,
      ...variantsOf(rule, policy, value),
      ...(places.length > 0 ? [`ignore: ${places.join(', ')}`] : []),
    ];
    lines.push([`  ${rule.id}: ${level}`, origins.join('; ')]);
  }
  if (policy.waivers.length > 0) lines.push(['waivers:']);
  for (const { rule, path, sha256, reason, owner, expires, from } of policy.waivers) {
    lines.push([`  - rule: ${rule}`, from], [`    path: ${quote(path)}`]);
    if (sha256) lines.push([`    sha256: ${quote(sha256)}`]);
    lines.push([`    reason: ${quote(reason)}`], [`    owner: ${quote(owner)}`], [`    expires: ${expires}`]);
  }
  const { unpackedSize, growth } = policy.limits;
  lines.push(['limits:']);
  if (unpackedSize) lines.push([`  unpackedSize: ${unpackedSize.value}`, unpackedSize.from]);
  if (growth) lines.push([`  growth: ${Math.round(growth.value * 1e6) / 1e4}%`, growth.from]);
  for (const [name, { value, unit }] of Object.entries(SETTINGS)) {
    const set = policy.runLimits[name as LimitName];
    lines.push([`  ${name}: ${set?.value ?? value}${unit === 'seconds' ? 's' : ''}`, set?.from ?? 'default']);
  }
  if (policy.baseline) lines.push([`baseline: ${quote(policy.baseline.value)}`, policy.baseline.from]);

  const width = Math.min(50, Math.max(...lines.map(([text, from]) => (from ? text.length : 0))));
  return lines
    .map(([text, from]) => `${from ? `${text.padEnd(width)}  # ${printableJson(from)}` : text}\n`)
    .join('');
}

/** Sightings of the rule that have another level: `remote: error`. */
function variantsOf(rule: RuleTexts, policy: Policy, level: Level): readonly string[] {
  return Object.keys(rule.variants ?? {}).flatMap((variant) => {
    const { value } = policy.levelOf(rule, variant);
    return value === level ? [] : [`${variant}: ${value}`];
  });
}

/** JSON's quotes are YAML's too. */
function quote(text: string): string {
  return printableJson(JSON.stringify(text));
}
