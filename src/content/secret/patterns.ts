import type { Match } from './match.ts';

/**
 * Credentials for which secretlint has no rule, by the formats that their makers document. The first group is the secret, where a
 * pattern has one. All are linear: what repeats is bounded and cannot match in two ways.
 */
const PATTERNS: readonly (readonly [id: string, pattern: RegExp])[] = [
  [
    'aws-account',
    /account_?(?:id)?["']?\s{0,64}(?:=>|[:=])\s{0,64}["']?(\d{4}-?\d{4}-?\d{4})(?![0-9A-Za-z_])/dgi,
  ],
  ['azure-storage', /\bAccountKey["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9+/]{86}==)/dgi],
  ['azure-shared-access', /\bSharedAccessKey["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9+/]{43}=)/dgi],
  [
    'azure-client-secret',
    /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/dg,
  ],
  ['digitalocean-token', /\bdo[por]_v1_[0-9a-f]{64}\b/dg],
  ['google-api-key', /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/dg],
  ['google-client-secret', /\bGOCSPX-[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])/dg],
  ['google-access-token', /\bya29\.[0-9A-Za-z_-]{40,400}(?![0-9A-Za-z_-])/dg],
  [
    'registry-token',
    /_authToken["']?\s{0,4}[:=]\s{0,4}["']?((?:NpmToken\.)?[A-Za-z0-9_-]{16,300})(?![A-Za-z0-9_-])/dg,
  ],
  ['gitlab-token', /\bgl(?:ptt|dt|rt|soat|cbt|ft)-[0-9A-Za-z_-]{20,128}(?![0-9A-Za-z_-])/dg],
  ['pypi-token', /\bpypi-AgE[0-9A-Za-z_-]{50,400}(?![0-9A-Za-z_-])/dg],
  ['rubygems-key', /\brubygems_[0-9a-f]{48}\b/dg],
  ['discord-webhook', /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[0-9A-Za-z_-]{60,80}/dg],
  ['slack-token', /\bxox[esc](?:\.xox[bp])?-[0-9A-Za-z-]{24,255}(?![0-9A-Za-z-])/dg],
  ['stripe-webhook', /\bwhsec_[0-9A-Za-z+/]{32,64}(?![0-9A-Za-z+/])/dg],
  ['anthropic-key', /(?<![A-Za-z])sk-ant-(?:oat|ort|admin|sid)\d\d-[0-9A-Za-z_-]{80,140}(?![0-9A-Za-z_-])/dg],
  ['openrouter-key', /(?<![A-Za-z])sk-or-v1-[0-9a-f]{64}\b/dg],
  ['replicate-token', /\br8_[0-9A-Za-z]{37}\b/dg],
  ['xai-key', /\bxai-[0-9A-Za-z]{80}\b/dg],
  ['perplexity-key', /\bpplx-[0-9A-Za-z]{48}\b/dg],
  ['sentry-token', /\b(?:sntrys_eyJ[0-9A-Za-z+/=_]{60,500}|sntryu_[0-9a-f]{64}\b)/dg],
  ['supabase-token', /\bsbp_[0-9a-f]{40}\b/dg],
  ['new-relic-key', /\bNRAK-[0-9A-Z]{27}\b/dg],
  ['age-key', /\bAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\b/dg],
  ['atlassian-token', /\bATATT3[0-9A-Za-z_=-]{60,250}/dg],
];

/** What packgate's own patterns find in a text. */
export function findOwn(text: string): Match[] {
  const found: Match[] = [];
  for (const [id, pattern] of PATTERNS) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices![1] ?? indices![0]!;
      found.push({ id, start, end });
    }
  }
  return found;
}
