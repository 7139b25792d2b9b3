import type { Match } from './match.ts';

/**
 * Credentials for which secretlint has no rule, by the formats that their makers document. The first group is the secret, where a
 * pattern has one; the last pattern has to stand in the same piece of the file. All are linear: what repeats is bounded and cannot match in two ways.
 */
const PATTERNS: readonly (readonly [id: string, pattern: RegExp, beside?: RegExp])[] = [
  [
    'aws-account',
    /account_?(?:id)?["']{0,2}\s{0,64}(?:=>|[:=])\s{0,64}["']{0,2}(\d{4}-?\d{4}-?\d{4})(?![0-9A-Za-z_])/dgi,
  ],
  ['azure-storage', /(?<![0-9A-Za-z])AccountKey["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9+/]{86}==)/dgi],
  [
    'azure-shared-access',
    /(?<![0-9A-Za-z])SharedAccessKey["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9+/]{43}=)/dgi,
  ],
  [
    'azure-client-secret',
    /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/dg,
  ],
  // Since 2021 Microsoft puts this mark and its year into the keys and tokens of most of its services.
  [
    'azure-key',
    /(?<![A-Za-z0-9])[0-9A-Za-z]{52}JQQJ9[0-9A-Za-z]{2}[A-L][0-9A-Za-z]{16}[A-Za-z][0-9A-Za-z]{7}(?:[0-9A-Za-z]{2}==)?(?![A-Za-z0-9])/dg,
  ],
  ['aws-session-token', /(?<![0-9A-Za-z])IQoJb3JpZ2lu[0-9A-Za-z+/]{100,2400}={0,2}/dg],
  ['bedrock-key', /(?<![0-9A-Za-z])ABSKQmVkcm9ja0FQSUtleS[0-9A-Za-z+/]{60,240}={0,2}/dg],
  ['alibaba-key', /(?<![0-9A-Za-z])LTAI[0-9A-Za-z]{20}\b/dg],
  ['AWSAccessKeyID', /(?<![0-9A-Za-z])(?:ABIA|ACCA)[A-Z2-7]{16}\b/dg],
  [
    'bedrock-key',
    /(?<![0-9A-Za-z])bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[0-9A-Za-z+/]{20,4000}={0,2}/dg,
  ],
  ['mws-token', /(?<![0-9A-Za-z])amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/dg],
  ['google-hmac', /(?<![0-9A-Za-z])GOOG1E[0-9A-Z]{55}\b/dg],
  ['volcengine-key', /(?<![0-9A-Za-z])AKLT[0-9A-Za-z]{43}\b/dg],
  ['yandex-key', /(?<![0-9A-Za-z])AQVN[0-9A-Za-z_-]{35,38}(?![0-9A-Za-z_-])/dg],
  ['baidu-key', /(?<![0-9A-Za-z])ALTAK-[0-9A-Za-z]{21}\/[0-9a-f]{40}\b/dg],
  ['cloudflare-origin', /(?<![0-9A-Za-z])v1\.0-[0-9a-f]{24}-[0-9a-f]{146}\b/dg],
  ['vercel-blob', /(?<![0-9A-Za-z])vercel_blob_rw_[0-9A-Za-z]{12,24}_[0-9A-Za-z]{24,40}\b/dg],
  ['aiven-password', /(?<![0-9A-Za-z])AVNS_[0-9A-Za-z_-]{19}(?![0-9A-Za-z_-])/dg],
  ['atlas-secret', /(?<![0-9A-Za-z])mdb_sa_sk_[0-9A-Za-z_-]{40}(?![0-9A-Za-z_-])/dg],
  ['cockroach-key', /(?<![0-9A-Za-z])CCDB1_[0-9A-Za-z]{22}_[0-9A-Za-z]{40}\b/dg],
  ['tencent-key', /(?<![0-9A-Za-z])AKID[0-9A-Za-z]{32}\b/dg],
  ['heroku-key', /(?<![0-9A-Za-z])HRKU-AA[0-9A-Za-z_-]{58}(?![0-9A-Za-z_-])/dg],
  // Of a person, the command line, an application, the web interface, a build: https://answers.netlify.com/t/106146
  ['netlify-token', /(?<![0-9A-Za-z])nf[pcoub]_[0-9A-Za-z]{36}\b/dg],
  [
    'fly-token',
    /(?<![0-9A-Za-z])fm(?:2|1[ar])_[0-9A-Za-z+/]{100,2000}={0,2}|\bfo1_[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])/dg,
  ],
  [
    'planetscale-token',
    /(?<![0-9A-Za-z])pscale_(?:tkn|pw|oauth)_[0-9A-Za-z=._-]{32,64}(?![0-9A-Za-z=._-])/dg,
  ],
  ['supabase-key', /(?<![0-9A-Za-z])sb_secret_[0-9A-Za-z_-]{22}_[0-9A-Za-z_-]{8}(?![0-9A-Za-z_-])/dg],
  ['neon-key', /(?<![0-9A-Za-z])napi_[0-9a-z]{64}\b/dg],
  ['render-key', /(?<![0-9A-Za-z])rnd_[0-9A-Za-z]{28,32}\b/dg],
  ['pulumi-token', /(?<![0-9A-Za-z])pul-[0-9a-f]{40}\b/dg],
  [
    'doppler-token',
    /(?<![0-9A-Za-z])dp\.(?:pt|ct|sa|scim|audit|st(?:\.[a-z0-9_-]{1,35})?)\.[0-9A-Za-z]{40,44}\b/dg,
  ],
  ['terraform-token', /(?<![0-9A-Za-z])[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_-]{60,70}(?![0-9A-Za-z_-])/dg],
  ['digitalocean-token', /(?<![0-9A-Za-z])do[por]_v1_[0-9a-f]{64}\b/dg],
  ['google-api-key', /(?<![0-9A-Za-z])AIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/dg],
  ['google-api-key', /(?<![0-9A-Za-z])AQ\.Ab8[0-9A-Za-z_-]{40,70}(?![0-9A-Za-z_-])/dg],
  ['google-refresh-token', /(?<![0-9A-Za-z/:])1\/\/0[0-9A-Za-z_-]{60,120}(?![0-9A-Za-z_-])/dg],
  ['google-client-secret', /(?<![0-9A-Za-z])GOCSPX-[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])/dg],
  ['google-access-token', /(?<![0-9A-Za-z])ya29\.[0-9A-Za-z_-]{40,400}(?![0-9A-Za-z_-])/dg],
  [
    'registry-token',
    /_authToken["']?\s{0,4}[:=]\s{0,4}["']?((?:NpmToken\.)?[A-Za-z0-9_-]{16,300})(?![A-Za-z0-9_-])/dg,
  ],
  [
    'gitlab-token',
    /(?<![0-9A-Za-z])gl(?:ptt|dt|rtr?|soat|cbt|ft|imt|agent|oas|ffct|wt)-[0-9A-Za-z_-]{20,300}(?:\.[0-9a-z]{2})?(?:\.[0-9a-z]{9})?(?![0-9A-Za-z_-])/dg,
  ],
  ['gitlab-personal', /\bglpat-[0-9A-Za-z_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}(?![0-9A-Za-z_-])/dg],
  ['gitlab-token', /(?<![0-9A-Za-z])GR1348941[0-9A-Za-z_-]{20}(?![0-9A-Za-z_-])/dg],
  ['crates-token', /(?<![0-9A-Za-z])cio[0-9A-Za-z]{32}\b/dg],
  ['nuget-key', /(?<![0-9A-Za-z])oy2[0-9a-z]{43}\b/dg],
  ['packagist-token', /(?<![0-9A-Za-z])packagist_[ou][ru]t_[0-9a-f]{68}\b/dg],
  ['clojars-token', /(?<![0-9A-Za-z])CLOJARS_[0-9a-z]{60}\b/dg],
  ['jfrog-token', /(?<![0-9A-Za-z])(?:AKCp[0-9A-Za-z]{69}|cmVmdGtuO[0-9A-Za-z]{55})\b/dg],
  ['bitbucket-token', /(?<![0-9A-Za-z])ATBB[0-9A-Za-z]{32}\b|\bATCTT3[0-9A-Za-z_=-]{60,250}/dg],
  ['trello-token', /(?<![0-9A-Za-z])ATTA[0-9a-f]{72}\b/dg],
  ['circleci-token', /(?<![0-9A-Za-z])CCIP(?:AT|RJ)_[0-9A-Za-z]{22}_[0-9a-f]{40}\b/dg],
  ['buildkite-token', /(?<![0-9A-Za-z])bkua_[0-9a-z]{40}\b/dg],
  ['segment-token', /(?<![0-9A-Za-z])sgp_(?=[0-9a-f]{0,63}[G-Zg-z])[0-9A-Za-z]{64}\b/dg],
  ['sourcegraph-token', /(?<![0-9A-Za-z])sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}\b/dg],
  ['harness-token', /(?<![0-9A-Za-z])[ps]at\.[0-9A-Za-z_-]{22}\.[0-9a-f]{24}\.[0-9A-Za-z]{20}\b/dg],
  ['docker-token', /(?<![0-9A-Za-z])dckr_oat_[0-9A-Za-z_-]{32}(?![0-9A-Za-z_-])/dg],
  ['postman-key', /(?<![0-9A-Za-z])PMAK-[0-9a-f]{24}-[0-9a-f]{34}\b/dg],
  ['hubspot-token', /(?<![0-9A-Za-z])pat-(?:na|eu|ap)\d-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/dg],
  ['sonar-token', /(?<![0-9A-Za-z])sq[apu]_[0-9a-f]{40}\b/dg],
  ['brevo-key', /(?<![0-9A-Za-z])xkeysib-[0-9a-f]{64}-[0-9A-Za-z]{16}\b/dg],
  ['brevo-key', /(?<![0-9A-Za-z])xsmtpsib-[0-9a-f]{64}-[0-9A-Za-z]{16}\b/dg],
  ['mailersend-key', /(?<![0-9A-Za-z])mlsn\.[0-9a-f]{64}\b/dg],
  ['resend-key', /(?<![0-9A-Za-z])re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}\b/dg],
  ['klaviyo-key', /(?<![0-9A-Za-z])pk_(?:[0-9A-Za-z]{6}_)?[0-9a-f]{34}\b/dg],
  ['clickup-token', /(?<![0-9A-Za-z])pk_\d{6,9}_[0-9A-Z]{32}\b/dg],
  // The id of the bot, of seventeen to nineteen digits, in base64; a date, and what is drawn.
  [
    'discord-token',
    /(?<![0-9A-Za-z_.-])(?:[MNO][DTjz][AEIMQUYcgk][wxyz0-5]){5}[MNO][DTjz][AEIMQUYcgk](?:[wxyz0-5](?:[MNO][AQgw])?)?\.[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{27,40}(?![0-9A-Za-z_.-])/dg,
  ],
  ['telegram-token', /(?<!\d)\d{8,10}:AA[0-9A-Za-z_-]{33}(?![0-9A-Za-z_-])/dg],
  // In a base64 of its own: what stands behind a Z is one of four letters.
  ['facebook-token', /(?<![0-9A-Za-z+/])EAA[A-Z](?:[0-9A-Ya-z]|Z[A-D]){100,300}(?![0-9A-Za-z+/=])/dg],
  ['facebook-token', /(?<![0-9A-Za-z+/])EAA[MC][0-9A-Za-z]{100,300}\b/dg],
  [
    'slack-webhook',
    /(?<![0-9A-Za-z])hooks\.slack(?:-gov)?\.com\/(?:workflows|triggers)\/[0-9A-Za-z+/]{40,60}/dgi,
  ],
  [
    'teams-webhook',
    /(?<![a-z0-9])webhook\.office\.com\/webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}/dgi,
  ],
  ['pypi-token', /(?<![0-9A-Za-z])pypi-AgE[0-9A-Za-z_-]{50,1000}(?![0-9A-Za-z_-])/dg],
  ['rubygems-key', /(?<![0-9A-Za-z])rubygems_[0-9a-f]{48}\b/dg],
  [
    'discord-webhook',
    /(?<![0-9A-Za-z])discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[0-9A-Za-z_-]{60,80}/dg,
  ],
  ['slack-token', /\bxox[esc](?:\.xox[bp])?-[0-9A-Za-z-]{24,255}(?![0-9A-Za-z-])/dg],
  [
    'square-token',
    /(?<![0-9A-Za-z])(?:EAAA[0-9A-Za-z_-]{60}|sq0(?:atp|csp)-[0-9A-Za-z_-]{22,43})(?![0-9A-Za-z_-])/dg,
  ],
  ['plaid-token', /(?<![0-9A-Za-z])access-production-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/dg],
  [
    'adyen-key',
    /(?<![0-9A-Za-z+/])AQE[0-9A-Za-z]hm[fq][0-9A-Za-z+/]{30,200}={0,2}-[0-9A-Za-z+/]{30,120}={0,2}-[0-9A-Za-z+/]{8,40}={0,2}/dg,
  ],
  [
    'payment-key',
    /(?<![0-9A-Za-z_-])live_(?=[0-9A-Za-z_-]{0,38}\d)(?:[0-9A-Za-z]{30}|[0-9A-Za-z_-]{40})(?![0-9A-Za-z_-])/dg,
  ],
  ['duffel-token', /(?<![0-9A-Za-z])duffel_live_[0-9A-Za-z_=-]{43}(?![0-9A-Za-z_=-])/dg],
  ['woocommerce-secret', /(?<![0-9A-Za-z])cs_[0-9a-f]{40}\b/dg],
  ['paddle-key', /(?<![0-9A-Za-z])pdl_live_apikey_[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}\b/dg],
  ['flutterwave-key', /(?<![0-9A-Za-z])FLWSECK-[0-9A-Za-z]{32}-X\b/dg],
  ['xendit-key', /(?<![0-9A-Za-z])xnd_production_[0-9A-Za-z]{40,70}\b/dg],
  ['easypost-key', /(?<![0-9A-Za-z])EZAK[0-9a-f]{54}\b/dg],
  ['shippo-token', /(?<![0-9A-Za-z])shippo_live_[0-9a-f]{40}\b/dg],
  ['mercadopago-token', /(?<![0-9A-Za-z])APP_USR-\d{10,20}-\d{6}-[0-9a-f]{32}-\d{5,12}\b/dg],
  ['stripe-webhook', /(?<![0-9A-Za-z])whsec_[0-9A-Za-z+/]{32,64}(?![0-9A-Za-z+/])/dg],
  ['anthropic-key', /(?<![A-Za-z])sk-ant-(?:oat|ort|admin|sid)\d\d-[0-9A-Za-z_-]{80,140}(?![0-9A-Za-z_-])/dg],
  // Of any length: those of 2023 and of organisations differ.
  [
    'OPENAI_TOKEN',
    /(?<![\w-])sk-(?:(?:proj|svcacct|service|admin|None)-)?[0-9A-Za-z_-]{16,160}T3BlbkFJ[0-9A-Za-z_-]{16,160}(?![0-9A-Za-z_-])/dg,
  ],
  ['langfuse-key', /(?<![A-Za-z])sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/dg],
  // DeepSeek, DashScope and Moonshot; Stability, OpenAI of old, and what stands in for it.
  ['ai-key', /(?<![0-9A-Za-z_-])sk-(?:[0-9a-f]{32}|[0-9A-Za-z]{48})(?![0-9A-Za-z_-])/dg],
  ['elevenlabs-key', /(?<![0-9A-Za-z])sk_[0-9a-f]{48}\b/dg],
  ['HUGGINGFACE_USER_ACCESS_TOKEN', /(?<![0-9A-Za-z])api_org_[A-Za-z]{34}\b/dg],
  ['llama-cloud-key', /(?<![0-9A-Za-z])llx-[0-9A-Za-z]{48}\b/dg],
  ['e2b-key', /(?<![0-9A-Za-z])e2b_[0-9a-f]{40}\b/dg],
  // https://docs.wandb.ai/support/models/articles/why-does-my-api-key-fail-with-must-be-40-characters
  ['wandb-key', /(?<![0-9A-Za-z])wandb_v1_[0-9A-Za-z]{20,32}_[0-9A-Za-z]{40,60}\b/dg],
  ['daytona-key', /(?<![0-9A-Za-z])dtn_[0-9a-f]{64}\b/dg],
  ['cursor-key', /(?<![0-9A-Za-z])crsr_[0-9a-f]{64}\b/dg],
  ['logfire-token', /(?<![0-9A-Za-z])pylf_v1_[a-z]{2,8}_[0-9A-Za-z]{43,44}\b/dg],
  ['kaggle-token', /(?<![0-9A-Za-z])KGAT_[0-9a-f]{32}\b/dg],
  ['openrouter-key', /(?<![A-Za-z])sk-or-v1-[0-9a-f]{64}\b/dg],
  ['replicate-token', /(?<![\w-])r8_[0-9A-Za-z_-]{37}(?![0-9A-Za-z_-])/dg],
  ['xai-key', /(?<![0-9A-Za-z])xai-[0-9A-Za-z_]{80}\b/dg],
  ['nvidia-key', /(?<![\w-])nvapi-[0-9A-Za-z_-]{64}(?![0-9A-Za-z_-])/dg],
  ['langsmith-key', /(?<![0-9A-Za-z])lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}\b/dg],
  ['cerebras-key', /(?<![0-9A-Za-z])csk-[0-9a-z]{48}\b/dg],
  ['pinecone-key', /(?<![0-9A-Za-z])pcsk_[0-9A-Za-z]{5,6}_[0-9A-Za-z]{62,63}\b/dg],
  ['tavily-key', /(?<![0-9A-Za-z])tvly-(?:dev-|prod-)?[0-9A-Za-z]{32}\b/dg],
  ['jina-key', /(?<![0-9A-Za-z])jina_[0-9a-f]{32}[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])/dg],
  ['together-key', /(?<![0-9A-Za-z])tgp_v1_[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])/dg],
  ['apify-token', /(?<![0-9A-Za-z])apify_api_[0-9A-Za-z]{36}\b/dg],
  ['firecrawl-key', /(?<![\w-])fc-[0-9a-f]{32}\b/dg],
  ['browserbase-key', /(?<![0-9A-Za-z])bb_live_[0-9A-Za-z_-]{27}(?![0-9A-Za-z_-])/dg],
  ['helicone-key', /(?<![0-9A-Za-z])sk-helicone-(?:eu-)?[0-9a-z]{7}(?:-[0-9a-z]{7}){3}\b/dg],
  ['context7-key', /(?<![0-9A-Za-z])ctx7sk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/dg],
  ['polar-token', /(?<![0-9A-Za-z])polar_oat_[0-9A-Za-z]{40,50}\b/dg],
  ['liveblocks-key', /(?<![\w-])sk_prod_[0-9A-Za-z_-]{40,80}(?![0-9A-Za-z_-])/dg],
  ['inngest-key', /(?<![0-9A-Za-z])signkey-prod-[0-9a-f]{64}\b/dg],
  ['trigger-key', /(?<![0-9A-Za-z])tr_prod_(?=[0-9A-Za-z]{0,19}\d)[0-9A-Za-z]{20}\b/dg],
  ['axiom-token', /(?<![0-9A-Za-z])xa[ap]t-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/dg],
  // Whoever has the address of such a workflow starts it; Teams gives them out in place of webhooks.
  [
    'workflow-webhook',
    /\/workflows\/[0-9a-f]{32}\/triggers\/[^\s"'`<>\\]{1,300}?[?&]sig=[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])/dg,
    /\.(?:logic\.azure|powerplatform|azure-apim)\.(?:com|net|us)\b/,
  ],
  ['perplexity-key', /(?<![0-9A-Za-z])pplx-[0-9A-Za-z]{48}\b/dg],
  // https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html
  ['confluent-secret', /(?<![0-9A-Za-z+/])cflt[0-9A-Za-z+/]{60}(?![0-9A-Za-z+/])/dg],
  [
    'snyk-token',
    /(?<![0-9A-Za-z])snyk_[us]at\.[0-9a-f]{8}\.eyJ[0-9A-Za-z_-]{60,400}\.[0-9A-Za-z_-]{40,200}(?![0-9A-Za-z_-])/dg,
  ],
  ['airtable-token', /(?<![0-9A-Za-z])pat[0-9A-Za-z]{14}\.[0-9a-f]{64}\b/dg],
  ['elastic-key', /(?<![0-9A-Za-z])essu_[0-9A-Za-z+/]{60,200}={0,2}/dg],
  ['clickhouse-key', /(?<![0-9A-Za-z])4b1d(?=[0-9a-z]{0,37}[A-Z])(?=[0-9A-Z]{0,37}[a-z])[0-9A-Za-z]{38}\b/dg],
  ['deno-token', /(?<![0-9A-Za-z])dd[op]_(?=[A-Za-z]{0,35}\d)[0-9A-Za-z]{36,40}\b/dg],
  [
    'infracost-key',
    /(?<![0-9A-Za-z-])ico-(?=[0-9A-Z]{0,31}[a-z])(?=[0-9a-z]{0,31}[A-Z])[0-9A-Za-z]{32}(?![0-9A-Za-z-])/dg,
  ],
  ['octopus-key', /(?<![0-9A-Za-z-])API-(?=[A-Z]{0,25}\d)[0-9A-Z]{26}(?![0-9A-Za-z-])/dg],
  ['adobe-secret', /(?<![0-9A-Za-z-])p8e-(?=[A-Za-z_-]{0,31}\d)[0-9A-Za-z_-]{32}(?![0-9A-Za-z_-])/dg],
  ['defined-key', /(?<![0-9A-Za-z-])dnkey-[0-9A-Z]{26}-[0-9A-Z]{52}\b/dg],
  ['scalingo-token', /(?<![0-9A-Za-z-])tk-us-[0-9A-Za-z_-]{48}(?![0-9A-Za-z_-])/dg],
  ['zoho-token', /(?<![0-9A-Za-z.])1000\.[0-9a-f]{32}\.[0-9a-f]{32}\b/dg],
  [
    'rapidapi-key',
    /(?<![0-9A-Za-z])[0-9a-f]{10}msh[0-9a-f]{15}p1[0-9a-f]{5}jsn[0-9a-f]{12}(?![0-9A-Za-z])/dg,
  ],
  ['STRIPE_SECRET_KEY_LIVE', /(?<![0-9A-Za-z])sk_org_(?:live_)?(?=[A-Za-z]{0,23}\d)[0-9A-Za-z]{24,247}\b/dg],
  ['SHOPIFY_KEY', /(?<![0-9A-Za-z])shptka_[0-9a-f]{32}\b/dg],
  [
    'azure-configuration',
    /\.azconfig\.io;Id=[0-9A-Za-z:+/=-]{1,64};Secret=([0-9A-Za-z+/]{43}=|[0-9A-Za-z]{84})(?![0-9A-Za-z+/=])/dgi,
  ],
  ['sentry-token', /(?<![0-9A-Za-z])(?:sntrys_eyJ[0-9A-Za-z+/=_]{60,500}|sntryu_[0-9a-f]{64}\b)/dg],
  ['supabase-token', /(?<![0-9A-Za-z])sbp_[0-9a-f]{40}\b/dg],
  // https://docs.datadoghq.com/account_management/personal-access-tokens
  ['datadog-key', /(?<![0-9A-Za-z])(?:ddapp_[0-9A-Za-z]{34}|dd[ps]at_[0-9A-Za-z_]{30,120})\b/dg],
  ['new-relic-key', /(?<![0-9A-Za-z])NRAK-[0-9A-Z]{27}\b/dg],
  ['new-relic-key', /(?<![0-9A-Za-z])NRII-[0-9A-Za-z_-]{32}(?![0-9A-Za-z_-])/dg],
  ['dynatrace-token', /(?<![0-9A-Za-z])dt0[cs]\d\d\.[0-9A-Z]{8,24}\.[0-9A-Z]{64}\b/dg],
  ['linear-token', /(?<![0-9A-Za-z])lin_oauth_[0-9a-f]{64}\b/dg],
  ['NOTION_INTEGRATION_TOKEN', /(?<![0-9A-Za-z])secret_(?=[0-9A-Za-z]{0,42}\d)[0-9A-Za-z]{43}\b/dg],
  ['contentful-token', /(?<![0-9A-Za-z])CFPAT-[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])/dg],
  ['typeform-token', /(?<![\w-])tfp_[0-9A-Za-z_]{40,59}\b/dg],
  ['readme-key', /(?<![0-9A-Za-z])rdme_[0-9a-z]{70}\b/dg],
  ['frameio-token', /(?<![0-9A-Za-z])fio-u-[0-9A-Za-z_=-]{64}(?![0-9A-Za-z_=-])/dg],
  ['posthog-key', /(?<![\w-])ph[xs]_[0-9A-Za-z_]{43,48}\b/dg],
  ['prefect-key', /(?<![0-9A-Za-z])pn[ub]_[0-9A-Za-z]{36}\b/dg],
  ['mapbox-token', /(?<![0-9A-Za-z])sk\.eyJ[0-9A-Za-z_-]{60,240}\.[0-9A-Za-z_-]{20,30}(?![0-9A-Za-z_-])/dg],
  ['dropbox-token', /(?<![0-9A-Za-z.])sl\.(?:u\.)?[0-9A-Za-z_-]{130,2000}/dg],
  ['stytch-secret', /(?<![0-9A-Za-z])secret-live-[0-9A-Za-z_-]{35}=/dg],
  [
    'onepassword-key',
    /(?<![0-9A-Za-z])A3-[0-9A-Z]{6}-(?:[0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})(?:-[0-9A-Z]{5}){3}\b/dg,
  ],
  ['okta-token', /(?<![0-9A-Za-z])SSWS 00[0-9A-Za-z_-]{40}(?![0-9A-Za-z_-])/dg],
  ['openshift-token', /(?<![0-9A-Za-z])sha256~[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])/dg],
  ['figma-token', /\bfigp_[0-9A-Za-z_=-]{40,54}(?![0-9A-Za-z_=-])/dg],
  ['databricks-secret', /(?<![0-9A-Za-z])dose[0-9a-f]{32}\b/dg],
  // Beginnings that others have as well: they count beside the name of who gives them out.
  ['mailgun-key', /(?<![0-9A-Za-z])key-[0-9a-f]{32}\b/dg, /mailgun|api[_-]?key|secret|token/i],
  ['grafana-key', /(?<![0-9A-Za-z])eyJrIjoi[0-9A-Za-z]{70,400}={0,2}/dg, /grafana|api[_-]?key|bearer|token/i],
  [
    'launchdarkly-key',
    /(?<![0-9A-Za-z])sdk-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/dg,
    /launch_?darkly|sdk_?key/i,
  ],
  ['age-key', /(?<![0-9A-Za-z])AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\b/dg],
  ['atlassian-token', /(?<![0-9A-Za-z])ATATT3[0-9A-Za-z_=-]{60,250}/dg],
];

/** What packgate's own patterns find in a text. */
export function findOwn(text: string): Match[] {
  const found: Match[] = [];
  for (const [id, pattern, beside] of PATTERNS) {
    if (beside?.test(text) === false) continue;
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices![1] ?? indices![0]!;
      found.push({ id, start, end });
    }
  }
  return found;
}
