import type { Match } from './match.ts';

/** Something that is set to a long value, by its name: also in Go, and by default in a shell (`${NAME:-value}`). The quotes of JSON in a table are doubled. */
const ASSIGNED =
  /(?<![A-Za-z0-9_-])([A-Za-z][A-Za-z0-9_-]{2,63})["'`]{0,2}\s{0,4}(?:=>|:[-=]|[:=])\s{0,4}["'`]{0,2}([0-9A-Za-z][0-9A-Za-z_.~+/-]{31,127}={0,2})(?![0-9A-Za-z_.~+/=-])/dg;
/** What a credential is called, and what is meant to be seen. */
const SECRET = /key|token|secret|pat$|bearer/i;
const PUBLIC = /public|publishable|site|search|read_?only|client_?token|sid$/i;
/** Characters before a name in which the provider may be named: `new Mistral({ apiKey: ... })`. */
const BEFORE = 48;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Keys that nothing but the name of their provider tells from any other, by the forms that they have. */
const PROVIDERS: readonly (readonly [id: string, named: RegExp, value: RegExp])[] = [
  ['datadog-key', /datadog|(?:^|[^a-z])dd_(?:api|app)/i, /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/],
  ['twilio-token', /twilio/i, /^(?:SK)?[0-9a-f]{32}$/],
  ['mistral-key', /mistral/i, /^[0-9A-Za-z]{32}$/],
  ['cohere-key', /cohere|(?:^|[^a-z])co_api_key/i, /^[0-9A-Za-z]{40}$/],
  ['deepgram-key', /deepgram/i, /^[0-9a-f]{40}$/],
  ['assemblyai-key', /assembly_?ai/i, /^[0-9a-f]{32}$/],
  ['azure-openai-key', /azure_?(?:open)?_?ai/i, /^[0-9a-f]{32}$/],
  [
    'cloudflare-token',
    /cloudflare|(?:^|[^a-z])cf_api/i,
    /^(?:(?=.{0,39}\d)(?=.{0,39}[A-Z])[0-9A-Za-z_-]{40}|[0-9a-f]{37})$/,
  ],
  ['fastly-token', /fastly/i, /^(?=.{0,31}\d)[0-9A-Za-z_-]{32}$/],
  ['mailgun-key', /mailgun/i, /^[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}$/],
  ['mailchimp-key', /mailchimp|mandrill/i, /^[0-9a-f]{32}-us\d{1,2}$/],
  ['algolia-key', /algolia.{0,12}(?:admin|write)/i, /^[0-9a-f]{32}$/],
  ['wandb-key', /wandb|weights_?and_?biases/i, /^[0-9a-f]{40}$/],
  ['circleci-token', /circle_?(?:ci)?/i, /^[0-9a-f]{40}$/],
  ['upstash-token', /upstash/i, /^(?=.{0,99}\d)[0-9A-Za-z_-]{40,120}={0,2}$/],
  ['azure-devops-token', /azure_?devops|vsce|vsts|ado_/i, /^(?=.{0,51}\d)(?:[0-9a-z]{52}|[0-9A-Za-z]{84})$/],
  ['new-relic-key', /new_?relic/i, /^(?:[0-9a-f]{36}|eu01xx[0-9a-f]{30})(?:FFFF)?NRAL$/],
  ['zai-key', /z_?ai|zhipu|glm|bigmodel/i, /^[0-9a-f]{32}\.[0-9A-Za-z]{16}$/],
  ['maxmind-key', /maxmind|geoip|geolite/i, /^[0-9A-Za-z]{6}_[0-9A-Za-z]{29}_mmk$/],
  ['okta-token', /okta/i, /^00[0-9A-Za-z_-]{40}$/],
  ['snyk-token', /snyk/i, UUID],
  ['codecov-token', /codecov/i, UUID],
  ['heroku-key', /heroku/i, UUID],
  ['braintree-key', /braintree/i, /^[0-9a-f]{32}$/],
  ['paypal-secret', /paypal/i, /^E[0-9A-Za-z_-]{79}$/],
];

/** The secret of an application by its name alone: forty characters of Microsoft, GitHub and Okta, 64 of Auth0, eighty of PayPal. */
const CLIENT_SECRET = /client_?secret$/i;
const RANDOM =
  /^(?=.{0,39}\d)(?=.{0,39}[A-Za-z])(?:[0-9a-f]{40}|(?=.{0,39}[A-Z])(?=.{0,39}[a-z])[0-9A-Za-z_.~-]{40}|(?=.{0,63}[A-Z])(?=.{0,63}[a-z])[0-9A-Za-z_-]{64}|E[0-9A-Za-z_-]{79})$/;

/** Finds keys by who gives them out, where that is named with them. */
export function findOfProviders(text: string): Match[] {
  const found: Match[] = [];
  for (const { indices, index, 1: name = '', 2: value = '' } of text.matchAll(ASSIGNED)) {
    if (!SECRET.test(name) || PUBLIC.test(name)) continue;
    const around = `${text.slice(Math.max(0, index - BEFORE), index)} ${name}`;
    const id = CLIENT_SECRET.test(name) && RANDOM.test(value) ? 'client-secret' : undefined;
    const known = PROVIDERS.find(([, named, form]) => form.test(value) && named.test(around))?.[0] ?? id;
    if (known === undefined) continue;
    const [start, end] = indices![2]!;
    found.push({ id: known, start, end });
  }
  return found;
}
