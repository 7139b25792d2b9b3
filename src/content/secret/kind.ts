/** What a credential opens: each family is a rule. */
export type Family = 'cloud-key' | 'token' | 'private-key' | 'url-password';

/**
 * Where a credential is milder than its family: `limited` opens a test account or is meant to be seen by browsers, `identifier`
 * names an account and opens nothing.
 */
export type Mildness = 'limited' | 'identifier';

/** A kind of credential that packgate knows. */
export interface SecretKind {
  readonly family: Family;
  /** With its article: `a GitHub token`. */
  readonly name: string;
  readonly mildness?: Mildness;
}

const token = (name: string, mildness?: Mildness): SecretKind => kind('token', name, mildness);
const cloud = (name: string, mildness?: Mildness): SecretKind => kind('cloud-key', name, mildness);

function kind(family: Family, name: string, mildness?: Mildness): SecretKind {
  return { family, name, ...(mildness !== undefined && { mildness }) };
}

/** By the message ids of secretlint's rules. */
const SECRETLINT: Readonly<Record<string, SecretKind>> = {
  AWSAccessKeyID: cloud('an AWS access key id'),
  AWSSecretAccessKey: cloud('an AWS secret access key'),
  NPM_ACCESS_TOKEN: token('an npm access token'),
  PackageJSON_xOauthToken: token('a GitHub token'),
  Npmrc_authToken: token('the login token of a registry'),
  BasicAuth: kind('url-password', 'a user name and password in an address'),
  SLACK_TOKEN: token('a Slack token'),
  IncomingWebhook: token('a Slack webhook'),
  SENDGRID_KEY: token('a SendGrid API key'),
  SHOPIFY_KEY: token('a Shopify token'),
  STRIPE_SECRET_KEY_LIVE: token('a Stripe secret key'),
  STRIPE_SECRET_KEY_TEST: token('a Stripe secret key of a test account', 'limited'),
  STRIPE_RESTRICTED_KEY_LIVE: token('a Stripe restricted key'),
  STRIPE_RESTRICTED_KEY_TEST: token('a Stripe restricted key of a test account', 'limited'),
  GITHUB_TOKEN: token('a GitHub token'),
  GITLAB_PERSONAL_ACCESS_TOKEN: token('a GitLab personal access token'),
  GRAFANA_CLOUD_API_TOKEN: token('a Grafana Cloud token'),
  GRAFANA_SERVICE_ACCOUNT_TOKEN: token('a Grafana service account token'),
  OPENAI_TOKEN: token('an OpenAI API key'),
  ANTHROPIC_API_KEY: token('an Anthropic API key'),
  GROQ_API_KEY: token('a Groq API key'),
  HUGGINGFACE_USER_ACCESS_TOKEN: token('a Hugging Face token'),
  LINEAR_API_TOKEN: token('a Linear API key'),
  NOTION_INTEGRATION_TOKEN: token('a Notion integration token'),
  PrivateKey: kind('private-key', 'a private key'),
  OPS_TOKEN: token('a 1Password service account token'),
  MongoDBConnection: kind('url-password', 'the login of a MongoDB database'),
  MySQLConnection: kind('url-password', 'the login of a MySQL database'),
  PostgreSQLConnection: kind('url-password', 'the login of a PostgreSQL database'),
  HASHICORP_VAULT_SERVICE_TOKEN: token('a HashiCorp Vault service token'),
  HASHICORP_VAULT_BATCH_TOKEN: token('a HashiCorp Vault batch token'),
  HASHICORP_VAULT_RECOVERY_TOKEN: token('a HashiCorp Vault recovery token'),
  VERCEL_PERSONAL_ACCESS_TOKEN: token('a Vercel access token'),
  VERCEL_INTEGRATION_TOKEN: token('a Vercel integration token'),
  VERCEL_APP_ACCESS_TOKEN: token('a Vercel app access token'),
  VERCEL_APP_REFRESH_TOKEN: token('a Vercel app refresh token'),
  VERCEL_AI_GATEWAY_API_KEY: token('a Vercel AI Gateway API key'),
  DATABRICKS_PERSONAL_ACCESS_TOKEN: token('a Databricks access token'),
  DOCKER_PERSONAL_ACCESS_TOKEN: token('a Docker access token'),
  FIGMA_PERSONAL_ACCESS_TOKEN: token('a Figma access token'),
  CLOUDFLARE_GLOBAL_API_KEY: cloud('a Cloudflare global API key'),
  CLOUDFLARE_USER_API_TOKEN: cloud('a Cloudflare user API token'),
  CLOUDFLARE_ACCOUNT_API_TOKEN: cloud('a Cloudflare account API token'),
  TAILSCALE_API_KEY: token('a Tailscale API key'),
  TAILSCALE_AUTH_KEY: token('a Tailscale auth key'),
  TAILSCALE_CLIENT_KEY: token('a Tailscale OAuth client key'),
  TAILSCALE_SCIM_KEY: token('a Tailscale SCIM key'),
  TAILSCALE_WEBHOOK_KEY: token('a Tailscale webhook key'),
  TAILSCALE_KEY: token('a Tailscale key'),
};

/** By the ids of packgate's own patterns, for what secretlint has no rule. */
const OWN: Readonly<Record<string, SecretKind>> = {
  'azure-storage': cloud('the key of an Azure storage account'),
  'azure-shared-access': cloud('an Azure shared access key'),
  'azure-client-secret': cloud('the client secret of an Azure application'),
  'azure-key': cloud('an Azure key'),
  'aws-session-token': cloud('an AWS session token'),
  'bedrock-key': cloud('an Amazon Bedrock API key'),
  'alibaba-key': cloud('an Alibaba Cloud access key id'),
  'tencent-key': cloud('a Tencent Cloud secret id'),
  'heroku-key': cloud('a Heroku API key'),
  'netlify-token': token('a Netlify access token'),
  'fly-token': cloud('a Fly.io token'),
  'planetscale-token': token('a PlanetScale token or password'),
  'supabase-key': token('a Supabase secret key'),
  'neon-key': token('a Neon API key'),
  'render-key': cloud('a Render API key'),
  'pulumi-token': token('a Pulumi access token'),
  'doppler-token': token('a Doppler token'),
  'terraform-token': token('a Terraform Cloud token'),
  'digitalocean-token': cloud('a DigitalOcean token'),
  'google-api-key': cloud('a Google API key', 'limited'),
  'google-refresh-token': cloud('a Google refresh token'),
  'google-client-secret': cloud('the client secret of a Google application'),
  'google-access-token': cloud('a Google access token'),
  'aws-account': cloud('an account number like those of AWS', 'identifier'),
  'aws-signed-link': cloud('the signer of an AWS link', 'identifier'),
  'aws-unique-id': cloud('the unique id of an AWS user, role or policy', 'identifier'),
  'registry-token': token('the login token of a registry'),
  'registry-login': token('the login of a registry'),
  'gitlab-token': token('a GitLab token'),
  'gitlab-personal': token('a GitLab personal access token'),
  'docker-token': token('a Docker access token'),
  'postman-key': token('a Postman API key'),
  'hubspot-token': token('a HubSpot access token'),
  'sonar-token': token('a SonarQube token'),
  'brevo-key': token('a Brevo API key'),
  'pypi-token': token('a PyPI upload token'),
  'rubygems-key': token('a RubyGems API key'),
  'discord-webhook': token('a Discord webhook'),
  'slack-token': token('a Slack token'),
  'square-token': token('a Square access token'),
  'plaid-token': token('a Plaid access token'),
  'paddle-key': token('a Paddle API key'),
  'flutterwave-key': token('a Flutterwave secret key'),
  'xendit-key': token('a Xendit secret key'),
  'easypost-key': token('an EasyPost API key'),
  'shippo-token': token('a Shippo token'),
  'mercadopago-token': token('a Mercado Pago access token'),
  'stripe-webhook': token('the signing secret of a Stripe webhook'),
  'anthropic-key': token('an Anthropic key'),
  'openrouter-key': token('an OpenRouter API key'),
  'replicate-token': token('a Replicate API token'),
  'xai-key': token('an xAI API key'),
  'nvidia-key': token('an NVIDIA API key'),
  'langsmith-key': token('a LangSmith API key'),
  'cerebras-key': token('a Cerebras API key'),
  'pinecone-key': token('a Pinecone API key'),
  'tavily-key': token('a Tavily API key'),
  'jina-key': token('a Jina API key'),
  'together-key': token('a Together API key'),
  'apify-token': token('an Apify API token'),
  'perplexity-key': token('a Perplexity API key'),
  'sentry-token': token('a Sentry auth token'),
  'supabase-token': token('a Supabase access token'),
  'new-relic-key': token('a New Relic user key'),
  'atlassian-token': token('an Atlassian API token'),
  'service-token': token('a token of a service role'),
  'lasting-token': token('a JSON Web Token that lasts for years', 'limited'),
  'web-key': kind('private-key', 'a private key as a JSON Web Key'),
  'web-secret': kind('private-key', 'a shared secret as a JSON Web Key'),
  'age-key': kind('private-key', 'a secret key of age'),
  'encrypted-private-key': kind('private-key', 'a private key that a passphrase protects'),
  'url-password': kind('url-password', 'a user name and password in an address'),
};

/** The kind by the id that a pattern reports; a rule that secretlint adds later is a token of some kind. */
export function secretKind(id: string): SecretKind {
  return SECRETLINT[id] ?? OWN[id] ?? token('a credential');
}

/** Ids of every kind, for the tests. */
export const KIND_IDS: readonly string[] = [...Object.keys(SECRETLINT), ...Object.keys(OWN)];
