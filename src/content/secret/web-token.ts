import type { Match } from './match.ts';

const TOKEN =
  /(?<![A-Za-z0-9_.]|(?<!:)-)(eyJ[A-Za-z0-9_-]{17,1000})\.(eyJ[A-Za-z0-9_-]{8,3000})\.[A-Za-z0-9_-]{40,700}(?![A-Za-z0-9_-])/dg;
/** Seconds from which a token is one that was made to last. */
const LASTING = 365 * 24 * 3600;
/** What jwt.io shows, and half the documentation of the world after it. */
const EXAMPLE = { subject: '1234567890', name: 'John Doe', issued: 1_516_239_022 };

/**
 * Finds JSON Web Tokens that open something for long: those of a service role, which pass all checks of rows, and those without an end, or with one
 * that lies a year and more behind their beginning. Tokens of a login are over before anybody reads them. RFC 7519.
 */
export function findWebTokens(text: string): Match[] {
  const found: Match[] = [];
  for (const { indices, 1: header = '', 2: payload = '' } of text.matchAll(TOKEN)) {
    const { alg } = jsonOf(header);
    const claims = jsonOf(payload);
    if (typeof alg !== 'string' || alg === 'none' || isExample(claims)) continue;
    const [start, end] = indices![0]!;
    if (claims.role === 'service_role' || claims.role === 'supabase_admin')
      found.push({ id: 'service-token', start, end });
    else if (claims.role !== 'anon' && lasts(claims)) found.push({ id: 'lasting-token', start, end });
  }
  return found;
}

const TUNNEL = /(?<![A-Za-z0-9+/_-])eyJhIjoi[A-Za-z0-9+/_-]{112,400}={0,2}/dg;

/** Finds what cloudflared is started with: the account, the id of the tunnel and its secret, as JSON in base64. */
export function findTunnelTokens(text: string): Match[] {
  const found: Match[] = [];
  for (const { indices, 0: whole } of text.matchAll(TUNNEL)) {
    const { a: account, t: tunnel, s: secret } = jsonOf(whole);
    if (!/^[0-9a-f]{32}$/.test(String(account)) || !/^[0-9a-f-]{36}$/.test(String(tunnel))) continue;
    if (typeof secret !== 'string' || secret.length < 32) continue;
    const [start, end] = indices![0]!;
    found.push({ id: 'cloudflare-tunnel', start, end });
  }
  return found;
}

function jsonOf(part: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isExample({ sub, name, iat }: Record<string, unknown>): boolean {
  return sub === EXAMPLE.subject || name === EXAMPLE.name || iat === EXAMPLE.issued;
}

function lasts({ exp, iat, nbf }: Record<string, unknown>): boolean {
  const begins = typeof iat === 'number' ? iat : nbf;
  if (typeof begins !== 'number') return false;
  return exp === undefined || (typeof exp === 'number' && exp - begins >= LASTING);
}
