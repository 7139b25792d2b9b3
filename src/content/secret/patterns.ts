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
  // Since 2021 Microsoft puts this mark and its year into the keys and tokens of most of its services.
  [
    'azure-key',
    /(?<![A-Za-z0-9])[0-9A-Za-z]{52}JQQJ9[0-9A-Za-z]{2}[A-L][0-9A-Za-z]{16}[A-Za-z][0-9A-Za-z]{7}(?:[0-9A-Za-z]{2}==)?(?![A-Za-z0-9])/dg,
  ],
  ['aws-session-token', /\bIQoJb3JpZ2lu[0-9A-Za-z+/]{100,2400}={0,2}/dg],
  ['bedrock-key', /\bABSKQmVkcm9ja0FQSUtleS[0-9A-Za-z+/]{60,240}={0,2}/dg],
  ['alibaba-key', /\bLTAI5t[0-9A-Za-z]{18}\b/dg],
  ['tencent-key', /\bAKID[0-9A-Za-z]{32}\b/dg],
  ['heroku-key', /\bHRKU-AA[0-9A-Za-z_-]{58}(?![0-9A-Za-z_-])/dg],
  ['netlify-token', /\bnfp_[0-9A-Za-z]{36}\b/dg],
  ['fly-token', /\bfm2_[0-9A-Za-z+/]{100,2000}={0,2}/dg],
  ['planetscale-token', /\bpscale_(?:tkn|pw|oauth)_[0-9A-Za-z=._-]{32,64}(?![0-9A-Za-z=._-])/dg],
  ['supabase-key', /\bsb_secret_[0-9A-Za-z_-]{22}_[0-9A-Za-z_-]{8}(?![0-9A-Za-z_-])/dg],
  ['neon-key', /\bnapi_[0-9a-z]{64}\b/dg],
  ['render-key', /\brnd_[0-9A-Za-z]{28,32}\b/dg],
  ['pulumi-token', /\bpul-[0-9a-f]{40}\b/dg],
  ['doppler-token', /\bdp\.(?:pt|ct|sa|scim|audit|st(?:\.[a-z0-9_-]{1,35})?)\.[0-9A-Za-z]{40,44}\b/dg],
  ['terraform-token', /\b[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_-]{60,70}(?![0-9A-Za-z_-])/dg],
  ['digitalocean-token', /\bdo[por]_v1_[0-9a-f]{64}\b/dg],
  ['google-api-key', /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/dg],
  ['google-api-key', /\bAQ\.Ab8[0-9A-Za-z_-]{40,70}(?![0-9A-Za-z_-])/dg],
  ['google-refresh-token', /(?<![0-9A-Za-z/:])1\/\/0[0-9A-Za-z_-]{60,120}(?![0-9A-Za-z_-])/dg],
  ['google-client-secret', /\bGOCSPX-[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])/dg],
  ['google-access-token', /\bya29\.[0-9A-Za-z_-]{40,400}(?![0-9A-Za-z_-])/dg],
  [
    'registry-token',
    /_authToken["']?\s{0,4}[:=]\s{0,4}["']?((?:NpmToken\.)?[A-Za-z0-9_-]{16,300})(?![A-Za-z0-9_-])/dg,
  ],
  [
    'gitlab-token',
    /\bgl(?:ptt|dt|rtr?|soat|cbt|ft|imt|agent|oas|ffct|wt)-[0-9A-Za-z_-]{20,300}(?:\.[0-9a-z]{2})?(?:\.[0-9a-z]{9})?(?![0-9A-Za-z_-])/dg,
  ],
  ['gitlab-personal', /\bglpat-[0-9A-Za-z_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}(?![0-9A-Za-z_-])/dg],
  ['docker-token', /\bdckr_oat_[0-9A-Za-z_-]{32}(?![0-9A-Za-z_-])/dg],
  ['postman-key', /\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}\b/dg],
  ['hubspot-token', /\bpat-(?:na|eu|ap)\d-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/dg],
  ['sonar-token', /\bsq[apu]_[0-9a-f]{40}\b/dg],
  ['brevo-key', /\bxkeysib-[0-9a-f]{64}-[0-9A-Za-z]{16}\b/dg],
  ['pypi-token', /\bpypi-AgE[0-9A-Za-z_-]{50,400}(?![0-9A-Za-z_-])/dg],
  ['rubygems-key', /\brubygems_[0-9a-f]{48}\b/dg],
  ['discord-webhook', /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[0-9A-Za-z_-]{60,80}/dg],
  ['slack-token', /\bxox[esc](?:\.xox[bp])?-[0-9A-Za-z-]{24,255}(?![0-9A-Za-z-])/dg],
  ['square-token', /\b(?:EAAA[0-9A-Za-z_-]{60}|sq0(?:atp|csp)-[0-9A-Za-z_-]{22,43})(?![0-9A-Za-z_-])/dg],
  ['plaid-token', /\baccess-production-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/dg],
  ['paddle-key', /\bpdl_live_apikey_[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}\b/dg],
  ['flutterwave-key', /\bFLWSECK-[0-9A-Za-z]{32}-X\b/dg],
  ['xendit-key', /\bxnd_production_[0-9A-Za-z]{40,70}\b/dg],
  ['easypost-key', /\bEZAK[0-9a-f]{54}\b/dg],
  ['shippo-token', /\bshippo_live_[0-9a-f]{40}\b/dg],
  ['mercadopago-token', /\bAPP_USR-\d{10,20}-\d{6}-[0-9a-f]{32}-\d{5,12}\b/dg],
  ['stripe-webhook', /\bwhsec_[0-9A-Za-z+/]{32,64}(?![0-9A-Za-z+/])/dg],
  ['anthropic-key', /(?<![A-Za-z])sk-ant-(?:oat|ort|admin|sid)\d\d-[0-9A-Za-z_-]{80,140}(?![0-9A-Za-z_-])/dg],
  ['openrouter-key', /(?<![A-Za-z])sk-or-v1-[0-9a-f]{64}\b/dg],
  ['replicate-token', /\br8_[0-9A-Za-z]{37}\b/dg],
  ['xai-key', /\bxai-[0-9A-Za-z]{80}\b/dg],
  ['nvidia-key', /\bnvapi-[0-9A-Za-z_-]{64}(?![0-9A-Za-z_-])/dg],
  ['langsmith-key', /\blsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}\b/dg],
  ['cerebras-key', /\bcsk-[0-9a-z]{48}\b/dg],
  ['pinecone-key', /\bpcsk_[0-9A-Za-z]{5,6}_[0-9A-Za-z]{62,63}\b/dg],
  ['tavily-key', /\btvly-(?:dev-|prod-)?[0-9A-Za-z]{32}\b/dg],
  ['jina-key', /\bjina_[0-9a-f]{32}[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])/dg],
  ['together-key', /\btgp_v1_[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])/dg],
  ['apify-token', /\bapify_api_[0-9A-Za-z]{36}\b/dg],
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
