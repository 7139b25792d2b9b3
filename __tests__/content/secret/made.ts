import { generateKeyPairSync } from 'node:crypto';

/** Numbers that are the same in every run. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 13), 3266489917) >>> 0;
    return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * below);
  };
}

/** A credential made at test time, in the text that it needs around it to be known for one. */
export interface Made {
  /** As the finding calls it. */
  readonly name: string;
  readonly rule: string;
  readonly secret: string;
  readonly text: string;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGIT = '0123456789';
const HEX = '0123456789abcdef';
const LETTER = UPPER + UPPER.toLowerCase();
const ALNUM = LETTER + DIGIT;
const TOKEN = `${ALNUM}_-`;
const BASE64 = `${ALNUM}+/`;

/**
 * One well-formed credential of every kind, drawn at random. None is written down anywhere: the formats are put together
 * here, so that no scanner, packgate's own gate included, takes this file for a leak.
 */
export function madeSecrets(seed: number): Made[] {
  const next = random(seed);
  const draw = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');
  /** Begins and ends with a letter or digit, as tokens in running text do for patterns to see their end. */
  const body = (alphabet: string, length: number) =>
    draw(ALNUM, 1) + draw(alphabet, length - 2) + draw(ALNUM, 1);
  const made: Made[] = [];
  const add = (rule: string, name: string, secret: string, text = secret) =>
    made.push({ rule: `secret/${rule}`, name, secret, text });
  const token = (name: string, secret: string, text = secret) => add('token', name, secret, text);
  const cloud = (name: string, secret: string, text = secret) => add('cloud-key', name, secret, text);

  for (const prefix of ['AKIA', 'ASIA'])
    cloud('an AWS access key id', `${prefix + draw(`${UPPER}234567`, 15)}7`);
  const aws = body(BASE64, 40);
  cloud('an AWS secret access key', aws, `aws_secret_access_key = ${aws}`);
  const awsInJson = body(BASE64, 40);
  cloud('an AWS secret access key', awsInJson, `{"secretAccessKey": "${awsInJson}"}`);
  const account12 = `${1 + next(9)}${draw(DIGIT, 11)}`;
  cloud('an account number like those of AWS', account12, `AWS_ACCOUNT_ID="${account12}"`);
  const dashed = account12.replace(/^(....)(....)/, '$2-$1-');
  cloud('an account number like those of AWS', dashed, `{"accountId": "${dashed}"}`);
  const storage = `${body(BASE64, 86)}==`;
  cloud(
    'the key of an Azure storage account',
    storage,
    `DefaultEndpointsProtocol=https;AccountName=acmeprod;AccountKey=${storage};EndpointSuffix=core.windows.net`,
  );
  const bus = `${body(BASE64, 43)}=`;
  cloud('an Azure shared access key', bus, `SharedAccessKeyName=send;SharedAccessKey=${bus}`);
  cloud('the client secret of an Azure application', `${draw(ALNUM, 3)}8Q~${body(`${ALNUM}_.-`, 34)}`);
  cloud('a Google API key', `AIza${body(TOKEN, 35)}`);
  cloud('the client secret of a Google application', `GOCSPX-${body(TOKEN, 28)}`);
  cloud('a Google access token', `ya29.${body(TOKEN, 120)}`);
  cloud('an Azure key', `${draw(ALNUM, 52)}JQQJ99BE${draw(ALNUM, 16)}A${draw(ALNUM, 7)}`);
  cloud('an AWS session token', `IQoJb3JpZ2lu${body(BASE64, 320)}==`);
  // With fields that are empty, as most have.
  cloud('an Azure key', `${draw(ALNUM, 52)}JQQJ99BFACAAAAAAAAAAAAASAZDO${draw(ALNUM, 4)}`);
  cloud('an AWS session token', `IQoJb3JpZ2luX2VjE${draw(LETTER, 2)}//////////wEa${body(BASE64, 320)}==`);
  cloud('a Fly.io token', `fm2_lJPECAAAAAAAA${body(BASE64, 500)}`);
  cloud('an Amazon Bedrock API key', `ABSKQmVkcm9ja0FQSUtleS1${body(BASE64, 108)}=`);
  cloud('an Alibaba Cloud access key id', `LTAI5t${draw(ALNUM, 18)}`);
  cloud('a Tencent Cloud secret id', `AKID${draw(ALNUM, 32)}`);
  cloud('a Google API key', `AQ.Ab8${body(TOKEN, 47)}`);
  cloud('a Google refresh token', `1//0${body(TOKEN, 99)}`);
  cloud('a Heroku API key', `HRKU-AA${body(TOKEN, 58)}`);
  cloud('a Fly.io token', `fm2_${body(BASE64, 500)}`);
  cloud('a Render API key', `rnd_${draw(ALNUM, 32)}`);
  token('a Netlify access token', `nfp_${draw(ALNUM, 36)}`);
  token('a PlanetScale token or password', `pscale_tkn_${body(TOKEN, 43)}`);
  token('a Supabase secret key', `sb_secret_${body(TOKEN, 22)}_${body(TOKEN, 8)}`);
  token('a Neon API key', `napi_${draw(ALNUM, 64).toLowerCase()}`);
  token('a Pulumi access token', `pul-${draw(HEX, 40)}`);
  token('a Doppler token', `dp.pt.${draw(ALNUM, 43)}`);
  token('a Doppler token', `dp.st.prd.${draw(ALNUM, 43)}`);
  token('a Terraform Cloud token', `${draw(ALNUM, 14)}.atlasv1.${body(TOKEN, 67)}`);
  cloud('a DigitalOcean token', `dop_v1_${draw(HEX, 64)}`);
  for (const [prefix, name] of [
    ['cfk', 'a Cloudflare global API key'],
    ['cfut', 'a Cloudflare user API token'],
    ['cfat', 'a Cloudflare account API token'],
  ] as const)
    cloud(name, `${prefix}_${draw(ALNUM, 40)}${draw(HEX, 8)}`);

  token('an npm access token', `npm_${draw(ALNUM, 36)}`);
  const uuid = [8, 4, 4, 4, 12].map((length) => draw(HEX, length)).join('-');
  token('the login token of a registry', uuid, `//registry.acme.dev/:_authToken=${uuid}`);
  const short = draw(ALNUM, 24);
  token('the login token of a registry', short, `//registry.acme.dev/:_authToken=${short}`);
  const nexus = `NpmToken.${uuid.split('-').reverse().join('-')}`;
  token('the login token of a registry', nexus, `_authToken: "${nexus}"`);
  const basic = (text: string) => Buffer.from(text).toString('base64');
  const login64 = basic(`deployer:${draw(ALNUM, 14)}9`);
  token('the login of a registry', login64, `//registry.acme.dev/:_auth="${login64}"`);
  const password64 = basic(`${draw(ALNUM, 17)}7`);
  token('the login of a registry', password64, `//registry.acme.dev/:_password=${password64}`);
  const header64 = basic(`deployer:${draw(ALNUM, 14)}9`);
  token('the login in an Authorization header', header64, `Authorization: Basic ${header64}`);
  const webToken = (claims: object) =>
    [{ alg: 'HS256', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .concat(body(TOKEN, 43))
      .join('.');
  token('a token of a service role', webToken({ iss: 'acme', role: 'service_role', iat: 1735689600 }));
  token(
    'a JSON Web Token that lasts for years',
    webToken({ sub: draw(HEX, 12), iat: 1735689600, exp: 2051222400 }),
  );
  const oauth = draw(HEX, 40);
  token('a GitHub token', oauth, `https://${oauth}:x-oauth-basic@github.com/acme/app.git`);
  for (const prefix of ['ghp', 'gho', 'ghu', 'ghs', 'ghr'])
    token('a GitHub token', `${prefix}_${draw(ALNUM, 36)}`);
  token('a GitHub token', `github_pat_${draw(ALNUM, 22)}_${draw(ALNUM, 59)}`);
  token('a GitHub token', `ghs_1234987_${body(TOKEN, 60)}.${body(TOKEN, 300)}.${body(TOKEN, 120)}`);
  token('a GitLab personal access token', `glpat-${body(TOKEN, 20)}`);
  for (const kind of ['ptt', 'dt', 'rt', 'soat', 'cbt', 'ft'])
    token('a GitLab token', `gl${kind}-${body(TOKEN, 20)}`);
  token('a GitLab personal access token', `glpat-${body(TOKEN, 36)}.01.${draw(HEX, 9)}`);
  for (const kind of ['imt', 'agent', 'oas', 'ffct', 'rtr', 'wt'])
    token('a GitLab token', `gl${kind}-${body(TOKEN, 20)}`);
  token('a Docker access token', `dckr_oat_${body(TOKEN, 32)}`);
  token('a Postman API key', `PMAK-${draw(HEX, 24)}-${draw(HEX, 34)}`);
  token('a HubSpot access token', `pat-eu1-${uuid}`);
  token('a SonarQube token', `squ_${draw(HEX, 40)}`);
  token('a Brevo API key', `xkeysib-${draw(HEX, 64)}-${draw(ALNUM, 16)}`);
  token('a PyPI upload token', `pypi-AgEIcHlwaS5vcmc${body(TOKEN, 150)}`);
  token('a RubyGems API key', `rubygems_${draw(HEX, 48)}`);
  token('a Docker access token', `dckr_pat_${body(TOKEN, 27)}`);
  for (const kind of ['xoxb', 'xoxp', 'xoxa', 'xoxr', 'xapp'])
    token('a Slack token', `${kind}-${draw(DIGIT, 12)}-${draw(DIGIT, 12)}-${draw(ALNUM, 24)}`);
  token('a Slack token', `xoxe.xoxp-1-${draw(ALNUM, 160)}`);
  token(
    'a Slack webhook',
    `https://hooks.slack.com/services/T${draw(UPPER, 9)}/B${draw(UPPER, 9)}/${draw(ALNUM, 24)}`,
  );
  token('a Discord webhook', `discord.com/api/webhooks/${draw('123456789', 18)}/${body(TOKEN, 68)}`);
  token('a SendGrid API key', `SG.${draw(ALNUM, 22)}.${draw(ALNUM, 43)}`);
  for (const kind of ['pa', 'ca', 'at', 'ss']) token('a Shopify token', `shp${kind}_${draw(HEX, 32)}`);
  token('a Stripe secret key', `sk_live_${draw(ALNUM, 99)}`);
  token('a Stripe restricted key', `rk_live_${draw(ALNUM, 24)}`);
  token('a Stripe secret key of a test account', `sk_test_${draw(ALNUM, 24)}`);
  token('a Stripe restricted key of a test account', `rk_test_${draw(ALNUM, 99)}`);
  token('a Square access token', `EAAA${body(TOKEN, 60)}`);
  token('a Square access token', `sq0csp-${body(TOKEN, 43)}`);
  token('a Plaid access token', `access-production-${uuid}`);
  token(
    'a Paddle API key',
    `pdl_live_apikey_${draw(ALNUM, 26).toLowerCase()}_${draw(ALNUM, 22)}_${draw(ALNUM, 3)}`,
  );
  token('a Flutterwave secret key', `FLWSECK-${draw(HEX, 32)}-X`);
  token('a Xendit secret key', `xnd_production_${draw(ALNUM, 60)}`);
  token('an EasyPost API key', `EZAK${draw(HEX, 54)}`);
  token('a Shippo token', `shippo_live_${draw(HEX, 40)}`);
  token(
    'a Mercado Pago access token',
    `APP_USR-${draw('123456789', 16)}-${draw(DIGIT, 6)}-${draw(HEX, 32)}-${draw('123456789', 9)}`,
  );
  token('the signing secret of a Stripe webhook', `whsec_${draw(ALNUM, 32)}`);
  for (const kind of ['proj', 'svcacct', 'admin'])
    token('an OpenAI API key', `sk-${kind}-${body(TOKEN, 74)}T3BlbkFJ${body(TOKEN, 74)}`);
  token('an OpenAI API key', `sk-${draw(ALNUM, 20)}T3BlbkFJ${draw(ALNUM, 20)}`);
  token('an Anthropic API key', `sk-ant-api03-${body(TOKEN, 93)}AA`);
  token('an Anthropic key', `sk-ant-oat01-${body(TOKEN, 93)}AA`);
  token('an OpenRouter API key', `sk-or-v1-${draw(HEX, 64)}`);
  token('a Groq API key', `gsk_${draw(ALNUM, 52)}`);
  token('a Hugging Face token', `hf_${draw(LETTER, 34)}`);
  token('a Replicate API token', `r8_${draw(ALNUM, 37)}`);
  token('an xAI API key', `xai-${draw(ALNUM, 80)}`);
  token('a Perplexity API key', `pplx-${draw(ALNUM, 48)}`);
  token('an NVIDIA API key', `nvapi-${body(TOKEN, 64)}`);
  token('a LangSmith API key', `lsv2_pt_${draw(HEX, 32)}_${draw(HEX, 10)}`);
  token('a Cerebras API key', `csk-${draw(ALNUM, 48).toLowerCase()}`);
  token('a Pinecone API key', `pcsk_${draw(ALNUM, 5)}_${draw(ALNUM, 63)}`);
  token('a Tavily API key', `tvly-dev-${draw(ALNUM, 32)}`);
  token('a Jina API key', `jina_${draw(HEX, 32)}${body(TOKEN, 28)}`);
  token('a Together API key', `tgp_v1_${body(TOKEN, 43)}`);
  token('an Apify API token', `apify_api_${draw(ALNUM, 36)}`);
  token('a Linear API key', `lin_api_${draw(ALNUM, 40)}`);
  token('a Notion integration token', `ntn_${draw(DIGIT, 11)}${draw(ALNUM, 35)}`);
  const account = JSON.stringify({
    email: `${draw(ALNUM, 12)}@acme.dev`,
    k: draw(ALNUM, 81),
    kid: draw(ALNUM, 6),
  });
  // It ends with what a closing brace is where it stands alone in its group.
  const padded = `{${' '.repeat((4 - (account.length % 3)) % 3)}${account.slice(1)}`;
  token('a 1Password service account token', `ops_${Buffer.from(padded).toString('base64')}`);
  token('a HashiCorp Vault service token', `hvs.${body(TOKEN, 95)}`);
  token('a HashiCorp Vault batch token', `hvb.${body(TOKEN, 180)}`);
  token('a HashiCorp Vault recovery token', `hvr.${body(TOKEN, 95)}`);
  for (const [prefix, name] of [
    ['vcp', 'a Vercel access token'],
    ['vci', 'a Vercel integration token'],
    ['vca', 'a Vercel app access token'],
    ['vcr', 'a Vercel app refresh token'],
    ['vck', 'a Vercel AI Gateway API key'],
  ] as const)
    token(name, `${prefix}_${draw(ALNUM, 56)}`);
  token('a Databricks access token', `dapi${draw(HEX, 32)}`);
  token('a Figma access token', `figd_${body(TOKEN, 40)}`);
  for (const [kind, name] of [
    ['api', 'a Tailscale API key'],
    ['auth', 'a Tailscale auth key'],
    ['client', 'a Tailscale OAuth client key'],
    ['scim', 'a Tailscale SCIM key'],
    ['webhook', 'a Tailscale webhook key'],
    ['other', 'a Tailscale key'],
  ] as const)
    token(name, `tskey-${kind}-${draw(ALNUM, 17)}-${draw(ALNUM, 32)}`);
  token('a Grafana Cloud token', `glc_eyJ${draw(ALNUM, 120)}`);
  token('a Grafana service account token', `glsa_${draw(ALNUM, 32)}_${draw(HEX, 8)}`);
  token('a Sentry auth token', `sntrys_eyJ${draw(ALNUM, 140)}_${draw(ALNUM, 43)}`);
  token('a Sentry auth token', `sntryu_${draw(HEX, 64)}`);
  token('a Supabase access token', `sbp_${draw(HEX, 40)}`);
  token('a New Relic key', `NRAK-${draw(UPPER + DIGIT, 26)}7`);
  token('an Atlassian API token', `ATATT3xFfGF0${draw(ALNUM, 160)}=${draw(UPPER, 8)}`);

  token('the token of a Telegram bot', `${draw('123456789', 10)}:AA${body(TOKEN, 33)}`);
  const bot = (id: string, drawn: number) =>
    `${Buffer.from(id).toString('base64').replace(/=+$/, '')}.G${draw(TOKEN, 5)}.${body(TOKEN, drawn)}`;
  token('the token of a Discord bot', bot(`11${draw(DIGIT, 17)}`, 38));
  token('the token of a Discord bot', bot(`15${draw(DIGIT, 17)}`, 38));
  const older = bot(`8${draw(DIGIT, 17)}`, 27);
  token('the token of a Discord bot', older, `BOT_TOKEN=${older}`);
  const oldest = bot(`4${draw(DIGIT, 16)}`, 38);
  token('the token of a Discord bot', oldest, `DISCORD_TOKEN=${oldest}`);
  token('a Resend API key', `re_${draw(ALNUM, 8)}_${draw(ALNUM, 24)}`);
  token('a MailerSend API token', `mlsn.${draw(HEX, 64)}`);
  token('a Brevo API key', `xsmtpsib-${draw(HEX, 64)}-${draw(ALNUM, 16)}`);
  token('a Klaviyo private key', `pk_${draw(HEX, 34)}`);
  token('an Adyen API key', `AQEyhmfx${draw(ALNUM, 60)}==-${draw(ALNUM, 43)}=-${draw(ALNUM, 16)}`);
  token('a live key of a payment provider', `live_${draw(ALNUM, 29)}7`);
  token('an API key of an AI provider', `sk-${draw(HEX, 32)}`);
  token('an API key of an AI provider', `sk-${draw(ALNUM, 48)}`);
  token('an OpenAI API key', `sk-proj-${draw(ALNUM, 20)}T3BlbkFJ${draw(ALNUM, 20)}`);
  token('an ElevenLabs API key', `sk_${draw(HEX, 48)}`);
  token('a Langfuse secret key', `sk-lf-${uuid}`);
  token('a LlamaCloud API key', `llx-${draw(ALNUM, 48)}`);
  token('a Firecrawl API key', `fc-${draw(HEX, 32)}`);
  token('a Browserbase API key', `bb_live_${draw(ALNUM, 27)}`);
  token('a Helicone API key', `sk-helicone-${[7, 7, 7, 7].map((n) => draw(HEX, n)).join('-')}`);
  token('a Context7 API key', `ctx7sk-${[8, 4, 4, 4, 12].map((n) => draw(HEX, n)).join('-')}`);
  token('a Polar access token', `polar_oat_${draw(ALNUM, 43)}`);
  token('a Liveblocks secret key', `sk_prod_${draw(ALNUM, 64)}`);
  token('a signing key of Inngest', `signkey-prod-${draw(HEX, 64)}`);
  token('a Trigger.dev secret key', `tr_prod_${draw(ALNUM, 19)}7`);
  token('an Axiom API token', `xaat-${[8, 4, 4, 4, 12].map((n) => draw(HEX, n)).join('-')}`);
  token('an E2B API key', `e2b_${draw(HEX, 40)}`);
  token('a Hugging Face token', `api_org_${draw(LETTER, 34)}`);
  token('a crates.io token', `cio${draw(ALNUM, 32)}`);
  token('a NuGet API key', `oy2${draw(ALNUM, 43).toLowerCase()}`);
  token('a Packagist token', `packagist_ort_${draw(HEX, 68)}`);
  token('a JFrog token', `AKCp${draw(ALNUM, 69)}`);
  token('a JFrog token', `cmVmdGtuO${draw(ALNUM, 55)}`);
  token('a Bitbucket token', `ATBB${draw(ALNUM, 32)}`);
  token('a Bitbucket token', `ATCTT3xFfGN0${draw(ALNUM, 160)}=${draw(UPPER, 8)}`);
  token('a Trello token', `ATTA${draw(HEX, 72)}`);
  token('a CircleCI token', `CCIPAT_${draw(ALNUM, 22)}_${draw(HEX, 40)}`);
  token('a Buildkite token', `bkua_${draw(HEX, 40)}`);
  token('a Sourcegraph token', `sgp_${draw(HEX, 16)}_${draw(HEX, 40)}`);
  token('a Harness token', `pat.${draw(ALNUM, 22)}.${draw(HEX, 24)}.${draw(ALNUM, 20)}`);
  token('a GitLab token', `GR1348941${body(TOKEN, 20)}`);
  token(
    'a Slack webhook',
    `hooks.slack.com/workflows/T${draw(UPPER, 9)}/A${draw(UPPER, 9)}/${draw(ALNUM, 24)}`,
  );
  token(
    'a Microsoft Teams webhook',
    `webhook.office.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/${draw(HEX, 32)}/${uuid}`,
  );
  const workflow = `/workflows/${draw(HEX, 32)}/triggers/manual/paths/invoke?api-version=1&sig=${draw(ALNUM, 43)}`;
  token('the address of a workflow of Power Automate', workflow, `https://p-1.logic.azure.com${workflow}`);
  const signature = `${draw(ALNUM, 43)}=`;
  add(
    'cloud-key',
    'a shared access signature of Azure',
    signature,
    `https://files.acme-prod.io/c?sv=2024-11-04&sp=rw&sig=${signature}`,
  );
  token('a Dynatrace token', `dt0c01.${draw(UPPER, 24)}.${draw(UPPER + DIGIT, 64)}`);
  token('a Contentful access token', `CFPAT-${body(TOKEN, 43)}`);
  token('a PostHog personal API key', `phx_${draw(ALNUM, 43)}`);
  token('a Notion integration token', `secret_${draw(ALNUM, 42)}7`);
  token('a Databricks OAuth secret', `dose${draw(HEX, 32)}`);
  token('a WooCommerce consumer secret', `cs_${draw(HEX, 40)}`);
  token('an OpenShift token', `sha256~${body(TOKEN, 43)}`);
  cloud('the token of a Vercel Blob store', `vercel_blob_rw_${draw(ALNUM, 16)}_${draw(ALNUM, 30)}`);
  cloud('a Google Cloud HMAC access id', `GOOG1E${draw(UPPER + DIGIT, 55)}`);
  cloud('a password of an Aiven service', `AVNS_${body(TOKEN, 19)}`);
  cloud('a Cloudflare origin CA key', `v1.0-${draw(HEX, 24)}-${draw(HEX, 146)}`);
  const provided = (name: string, secret: string, text: (secret: string) => string) =>
    token(name, secret, text(secret));
  provided('a Mailgun API key', `key-${draw(HEX, 32)}`, (key) => `MAILGUN_API_KEY=${key}`);
  provided('a Datadog key', draw(HEX, 32), (key) => `DD_API_KEY=${key}`);
  provided('a Twilio token', draw(HEX, 32), (key) => `TWILIO_AUTH_TOKEN: "${key}"`);
  provided('a Mistral API key', draw(ALNUM, 32), (key) => `new Mistral({ apiKey: "${key}" })`);
  provided('a Cohere API key', draw(ALNUM, 40), (key) => `{COHERE_API_KEY:"${key}"}`);
  provided('the client secret of an application', `${draw(HEX, 39)}7`, (key) => `clientSecret: '${key}'`);

  cloud('an Amazon MWS token', `amzn.mws.${uuid}`);
  cloud('a Volcengine access key id', `AKLT${draw(ALNUM, 43)}`);
  cloud('a Yandex Cloud API key', `AQVN${body(TOKEN, 36)}`);
  cloud('a Baidu Cloud API key', `bce-v3/ALTAK-${draw(ALNUM, 21)}/${draw(HEX, 40)}`.slice(7));
  cloud('the secret of a MongoDB Atlas service account', `mdb_sa_sk_${body(TOKEN, 40)}`);
  cloud('a CockroachDB Cloud API key', `CCDB1_${draw(ALNUM, 22)}_${draw(ALNUM, 40)}`);
  token('a Clojars token', `CLOJARS_${draw(ALNUM, 60).toLowerCase()}`);
  token('a ClickUp token', `pk_${draw('123456789', 8)}_${draw(UPPER + DIGIT, 32)}`);
  token('a Facebook access token', `EAAM${draw(ALNUM, 150)}`);
  token('a Duffel token', `duffel_live_${body(TOKEN, 43)}`);
  token('a Linear access token', `lin_oauth_${draw(HEX, 64)}`);
  token('a Typeform access token', `tfp_${draw(ALNUM, 44)}`);
  token('a ReadMe API key', `rdme_${draw(ALNUM, 70).toLowerCase()}`);
  token('a Frame.io token', `fio-u-${body(TOKEN, 64)}`);
  token('a Prefect API key', `pnu_${draw(ALNUM, 36)}`);
  token('a secret Mapbox token', `sk.eyJ${draw(ALNUM, 80)}.${body(TOKEN, 22)}`);
  token('a Dropbox access token', `sl.u.${body(TOKEN, 160)}`);
  token('a Stytch secret', `secret-live-${body(TOKEN, 35)}=`);
  token(
    'the secret key of a 1Password account',
    `A3-${[6, 6, 5, 5, 5, 5].map((length) => draw(UPPER + DIGIT, length)).join('-')}`,
  );
  token('an Okta API token', `SSWS 00${body(TOKEN, 40)}`);
  token('a Figma token', `figp_${body(TOKEN, 44)}`);
  const api = (name: string, secret: string, named: string) =>
    provided(name, secret, (key) => `${named}=${key}`);
  api('a Deepgram API key', draw(HEX, 40), 'DEEPGRAM_API_KEY');
  api('an AssemblyAI API key', draw(HEX, 32), 'ASSEMBLYAI_API_KEY');
  api('a Weights & Biases API key', draw(HEX, 40), 'WANDB_API_KEY');
  api('an Algolia admin key', draw(HEX, 32), 'ALGOLIA_ADMIN_API_KEY');
  api('a Braintree private key', draw(HEX, 32), 'BRAINTREE_SECRET_KEY');
  api('a PayPal client secret', `E${body(TOKEN, 79)}`, 'PAYPAL_CLIENT_SECRET');
  api('an Upstash token', `A${draw(ALNUM, 50)}7`, 'UPSTASH_REDIS_REST_TOKEN');
  api('a Mailchimp API key', `${draw(HEX, 32)}-us21`, 'MAILCHIMP_API_TOKEN');
  api('a MaxMind license key', `${draw(ALNUM, 6)}_${draw(ALNUM, 29)}_mmk`, 'MAXMIND_API_TOKEN');
  api('a Snyk token', uuid, 'SNYK_TOKEN');
  api('a Codecov token', uuid, 'CODECOV_TOKEN');
  api('an Azure DevOps access token', `${draw(ALNUM, 51).toLowerCase()}7`, 'VSCE_PAT');
  const hosted = (name: string, secret: string, named: string) => cloud(name, secret, `${named}=${secret}`);
  hosted('a Cloudflare API token', `${draw(ALNUM, 38)}Z7`, 'CLOUDFLARE_API_TOKEN');
  hosted('a Fastly API token', `${draw(ALNUM, 31)}7`, 'FASTLY_API_TOKEN');
  hosted('an Azure OpenAI key', draw(HEX, 32), 'AZURE_OPENAI_API_KEY');
  provided('a Grafana API key', `eyJrIjoi${draw(ALNUM, 90)}`, (key) => `GRAFANA_TOKEN=${key}`);
  const launch = `sdk-${[8, 4].map((length) => draw(HEX, length)).join('-')}-4${draw(HEX, 3)}-a${draw(HEX, 3)}-${draw(HEX, 12)}`;
  provided('a LaunchDarkly SDK key', launch, (key) => `LAUNCHDARKLY_SDK_KEY=${key}`);

  token('a Netlify access token', `nfc_${draw(ALNUM, 36)}`);
  token('a Segment API token', `sgp_${draw(ALNUM, 64)}`);
  token('a Datadog key', `ddapp_${draw(ALNUM, 34)}`);
  token('a Weights & Biases API key', `wandb_v1_${draw(ALNUM, 27)}_${draw(ALNUM, 48)}7`);
  token('a Daytona API key', `dtn_${draw(HEX, 64)}`);
  token('a Cursor API key', `crsr_${draw(HEX, 64)}`);
  token('a Logfire token', `pylf_v1_us_${draw(ALNUM, 43)}7`);
  token('a Kaggle API token', `KGAT_${draw(HEX, 32)}`);
  cloud('a Confluent Cloud API secret', `cflt${body(BASE64, 59)}7`);
  const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
  token(
    'a Snyk token',
    `snyk_uat.${draw(HEX, 8)}.${part({ e: 1776436736, j: draw(ALNUM, 60) })}.${body(TOKEN, 86)}`,
  );
  token('an Airtable access token', `pat${draw(ALNUM, 14)}.${draw(HEX, 64)}`);
  cloud('an Elastic Cloud API key', `essu_${body(BASE64, 90)}==`);
  cloud('a ClickHouse Cloud key secret', `4b1d${draw(ALNUM, 36)}gZ`);
  cloud('a Deno Deploy access token', `ddp_${draw(ALNUM, 35)}7`);
  token('an Infracost API key', `ico-${draw(ALNUM, 31)}7`);
  token('an Octopus Deploy API key', `API-${draw(UPPER + DIGIT, 25)}7`);
  token('an Adobe client secret', `p8e-${body(TOKEN, 31)}7`);
  token('a Defined Networking API key', `dnkey-${draw(UPPER + DIGIT, 26)}-${draw(UPPER + DIGIT, 52)}`);
  cloud('a Scalingo API token', `tk-us-${body(TOKEN, 48)}`);
  token('a Zoho OAuth token', `1000.${draw(HEX, 32)}.${draw(HEX, 32)}`);
  token('a RapidAPI key', `${draw(HEX, 10)}msh${draw(HEX, 15)}p1${draw(HEX, 5)}jsn${draw(HEX, 12)}`);
  token('a Stripe secret key', `sk_org_live_${draw(ALNUM, 98)}7`);
  token('a Shopify token', `shptka_${draw(HEX, 32)}`);
  const zai = `${draw(HEX, 32)}.${draw(ALNUM, 16)}`;
  token('a Z.ai API key', zai, `ZAI_API_KEY=${zai}`);
  const heroku = [8, 4, 4, 4, 12].map((length) => draw(HEX, length)).join('-');
  cloud('a Heroku API key', heroku, `HEROKU_API_KEY=${heroku}`);
  const license = `${draw(HEX, 36)}NRAL`;
  token('a New Relic key', license, `NEW_RELIC_LICENSE_KEY=${license}`);
  const geo = `${draw(ALNUM, 6)}_${draw(ALNUM, 29)}_mmk`;
  token('a MaxMind license key', geo, `{ maxmind: { licenseKey: '${geo}' } }`);
  const store = `${body(BASE64, 43)}=`;
  cloud(
    'an Azure App Configuration key',
    store,
    `Endpoint=https://acme-prod.azconfig.io;Id=ab-l0-s0:${draw(ALNUM, 20)};Secret=${store}`,
  );
  cloud(
    'the token of a Cloudflare tunnel',
    Buffer.from(
      JSON.stringify({ a: draw(HEX, 32), t: uuid, s: Buffer.from(draw(ALNUM, 33)).toString('base64') }),
    ).toString('base64'),
  );

  const login = (scheme: string, host = 'db-7.acme-prod.io') => {
    const password = `${draw(ALNUM, 9)}7${draw(ALNUM, 9)}`;
    return `${scheme}://deployer:${password}@${host}:5432/app`;
  };
  for (const scheme of ['https', 'ftp', 'redis', 'amqps', 'mssql', 'mongodb+srv', 'mysql', 'postgresql']) {
    const text = login(scheme);
    add('url-password', 'a user name and password in an address', text.replace(/:5432.*$/, ''), text);
  }

  const pem = (name: string, secret: string) => add('private-key', name, secret);
  const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
  pem('a private key', generateKeyPairSync('ed25519').privateKey.export(pkcs8).toString());
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  pem('a private key', ec.export({ type: 'sec1', format: 'pem' }).toString());
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  pem('a private key', rsa.export({ type: 'pkcs1', format: 'pem' }).toString());
  pem('a private key', rsa.export(pkcs8).toString());
  const locked = { cipher: 'aes-256-cbc', passphrase: draw(ALNUM, 12) };
  const packet = Buffer.concat([Buffer.from('c5c0aa0468', 'hex'), Buffer.from(draw(HEX, 720), 'hex')]);
  pem(
    'a private key',
    `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${packet.toString('base64').replace(/.{64}/g, '$&\n')}\n=aB3d\n-----END PGP PRIVATE KEY BLOCK-----\n`,
  );
  pem('a secret key of age', `AGE-SECRET-KEY-1${draw('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`);
  for (const { privateKey } of [
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    generateKeyPairSync('ed25519'),
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ]) {
    const { d = '', ...rest } = privateKey.export({ format: 'jwk' });
    add('private-key', 'a private key as a JSON Web Key', d, JSON.stringify({ kid: 'main', d, ...rest }));
  }
  const shared = body(TOKEN, 64);
  add(
    'private-key',
    'a shared secret as a JSON Web Key',
    shared,
    `{"kty":"oct","k":"${shared}","alg":"HS512"}`,
  );
  pem('a private key that a passphrase protects', rsa.export({ ...pkcs8, ...locked }).toString());
  pem(
    'a private key that a passphrase protects',
    rsa.export({ type: 'pkcs1', format: 'pem', ...locked }).toString(),
  );
  return made;
}
