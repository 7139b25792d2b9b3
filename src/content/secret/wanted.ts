import { BUCKET_SCHEMES } from '../map/places.ts';
import {
  ALPHANUMERIC,
  BASE64,
  DIGITS,
  DOTTED,
  HEX,
  type Labels,
  type Literal,
  type Tail,
  TOKEN,
  UPPER,
  WORD,
} from '../scanner/literal.ts';
import { LAST_LABELS, SERVICE_LABELS } from './address.ts';

/** A literal that leads to a secret, and the bytes before and behind its beginning that are kept for a closer look. */
export interface Lead extends Literal {
  readonly before: number;
  readonly behind: number;
}

/** Enough for what may stand before a token on its line: what is kept before all that a secret begins with. */
export const BEFORE = 48;
/** Enough for the tokens of most services. */
const BEHIND = 320;

/** The literals that lead to an address. */
const ADDRESS: Tail = { kind: 'address' };

/**
 * What every secret that packgate knows begins with or holds: beginnings of the patterns of secretlint's rules, and of those in
 * `patterns.ts`. A pattern whose beginning is not among them is never tried.
 */
export const LEADS: readonly Lead[] = [
  lead('://', ADDRESS, 48, 700),
  // As JSON is written by PHP and others.
  lead(':\\/\\/', ADDRESS, 48, 700),
  lead('PRIVATE KEY', { kind: 'pem' }, 64, 13_000),
  // In an address or a form, where the digits are cut by what stands for `+` and `/`: there may be no long run to go by.
  { ...lead('key-----%', { kind: 'any' }, 64, 16_000), anyCase: true },

  ...['AKIA', 'AGPA', 'AIDA', 'AROA', 'AIPA', 'ANPA', 'ANVA', 'ASIA', 'ABIA', 'ACCA'].map((text) =>
    token(text, UPPER, 16),
  ),
  token('A3T', UPPER, 17),
  ...['secretaccess', 'secret_access', 'accountkey', 'sharedaccesskey'].map((text) =>
    anyCase(text, { kind: 'beside' }),
  ),
  // The number of an account.
  anyCase('account', { kind: 'number' }),
  token('AIza', TOKEN, 35),
  token('GOCSPX-', TOKEN, 28),
  token('ya29.', TOKEN, 40),
  ...['7Q~', '8Q~', '9Q~'].map((text) => token(text, DOTTED, 31)),
  token('AQ.Ab8', TOKEN, 40),
  token('1//0', TOKEN, 60),
  // What follows is a year, and fields that may be empty.
  lead('JQQJ9', { kind: 'any' }, 128, BEHIND),
  lead('IQoJb3JpZ2lu', run(BASE64, 100), BEFORE, 2560),
  token('ABSKQmVkcm9ja0FQ', BASE64, 66),
  token('LTAI', ALPHANUMERIC, 20),
  token('AKID', ALPHANUMERIC, 32),
  token('AKLT', ALPHANUMERIC, 43),
  token('AQVN', TOKEN, 35),
  token('ALTAK-', ALPHANUMERIC, 21),
  token('GOOG1E', UPPER, 55),
  token('amzn.mws.', TOKEN, 36),
  token('bedrock-api-key-', BASE64, 100),
  token('v1.0-', HEX, 24),
  token('vercel_blob_rw_', WORD, 40),
  token('AVNS_', TOKEN, 19),
  token('mdb_sa_sk_', TOKEN, 40),
  token('CCDB1_', WORD, 63),
  token('HRKU-AA', TOKEN, 58),
  ...['nfp_', 'nfc_', 'nfo_', 'nfu_', 'nfb_'].map((text) => token(text, ALPHANUMERIC, 36)),
  ...['fm2_', 'fm1r_', 'fm1a_'].map((text) => lead(text, run(BASE64, 100), BEFORE, 2160)),
  token('fo1_', TOKEN, 43),
  token('pscale_', DOTTED, 35),
  token('sb_secret_', TOKEN, 31),
  token('napi_', ALPHANUMERIC, 64),
  token('rnd_', ALPHANUMERIC, 28),
  token('pul-', HEX, 40),
  ...['dp.pt.', 'dp.ct.', 'dp.sa.', 'dp.st.', 'dp.scim.', 'dp.audit.'].map((text) => token(text, DOTTED, 40)),
  token('.atlasv1.', TOKEN, 60),

  token('npm_', WORD, 36),
  named('_authtoken', DOTTED, 20),
  token('NpmToken.', TOKEN, 36),
  named('_auth', BASE64, 20),
  named('_password', BASE64, 20),
  anyCase('basic ', run(BASE64, 20)),
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((text) => lead(text, run(TOKEN, 36), BEFORE, 2048)),
  token('github_pat_', WORD, 82),
  ...[
    ...['glpat-', 'glptt-', 'gldt-', 'glrt-', 'glrtr-', 'glsoat-', 'glcbt-', 'glft-'],
    ...['glimt-', 'glagent-', 'gloas-', 'glffct-', 'glwt-'],
  ].map((text) => token(text, TOKEN, 20)),
  token('pypi-AgE', TOKEN, 50),
  token('rubygems_', HEX, 48),
  token('dckr_pat_', TOKEN, 27),
  token('dckr_oat_', TOKEN, 32),
  token('GR1348941', TOKEN, 20),
  token('cio', ALPHANUMERIC, 32),
  token('oy2', ALPHANUMERIC, 43),
  token('packagist_', WORD, 72),
  token('CLOJARS_', ALPHANUMERIC, 60),
  token('AKCp', ALPHANUMERIC, 69),
  token('cmVmdGtuO', ALPHANUMERIC, 55),
  token('ATBB', ALPHANUMERIC, 32),
  token('ATCTT3', TOKEN, 60),
  token('ATTA', HEX, 72),
  token('CCIP', WORD, 66),
  token('bkua_', ALPHANUMERIC, 40),
  token('sgp_', WORD, 40),
  token('pat.', DOTTED, 68),
  token('sat.', DOTTED, 68),
  token('PMAK-', TOKEN, 59),
  token('pat-', TOKEN, 40),
  ...['sqa_', 'sqp_', 'squ_'].map((text) => token(text, HEX, 40)),
  token('xkeysib-', TOKEN, 81),
  token('xsmtpsib-', TOKEN, 81),
  token('mlsn.', HEX, 64),
  token('re_', WORD, 33),
  token('pk_', WORD, 34),
  lead('key-', run(HEX, 32), 128, BEHIND),
  // Ids that begin with 10 to 16: those of nineteen digits were given out from July 2022 on, and will be until November 2027.
  ...['MTA', 'MTE', 'MTI', 'MTM', 'MTQ', 'MTU', 'MTY'].map((text) => token(text, DOTTED, 55)),
  // Older bots keep theirs, which begin with any two of ten: the name and the call are looked for that they stand behind.
  ...['.login("', ".login('", '.login(\\"'].map((text) => token(text, DOTTED, 55)),
  ...['discord_token', 'bot_token'].map((text) => named(text, DOTTED, 34)),
  token(':AA', TOKEN, 33),
  // As a part of an address.
  token('%3AAA', TOKEN, 33),
  token('EAA', ALPHANUMERIC, 101),

  token('xox', TOKEN, 20),
  token('xapp-', TOKEN, 20),
  lead('.com/services/T', { kind: 'any' }),
  lead('.com/workflows/T', { kind: 'any' }),
  lead('.com/triggers/', { kind: 'any' }),
  token('/webhookb2/', TOKEN, 36),
  token('/api/webhooks/', DIGITS, 17),
  token('SG.', TOKEN, 20),
  ...['shppa_', 'shpca_', 'shpat_', 'shpss_', 'shptka_'].map((text) => token(text, ALPHANUMERIC, 32)),
  token('k_live_', ALPHANUMERIC, 24),
  token('k_test_', ALPHANUMERIC, 24),
  token('sk_org_', WORD, 24),
  token('whsec_', BASE64, 32),
  token('EAAA', TOKEN, 60),
  token('sq0', TOKEN, 26),
  token('AQE', BASE64, 40),
  // Those of Duffel and Shippo as well.
  token('live_', TOKEN, 30),
  token('cs_', HEX, 40),
  token('access-productio', TOKEN, 38),
  token('pdl_live_apikey_', WORD, 53),
  token('FLWSECK-', TOKEN, 34),
  token('xnd_production_', ALPHANUMERIC, 40),
  token('EZAK', HEX, 54),
  token('APP_USR-', TOKEN, 55),

  lead('T3BlbkFJ', { kind: 'any' }, 128, BEHIND),
  token('sk-ant-', TOKEN, 80),
  token('sk-or-v1-', HEX, 64),
  token('sk-lf-', TOKEN, 36),
  token('sk-', ALPHANUMERIC, 32),
  token('sk_', HEX, 48),
  token('api_org_', ALPHANUMERIC, 34),
  token('llx-', ALPHANUMERIC, 48),
  token('e2b_', HEX, 40),
  token('gsk_', ALPHANUMERIC, 52),
  token('hf_', ALPHANUMERIC, 34),
  token('r8_', ALPHANUMERIC, 37),
  token('xai-', ALPHANUMERIC, 80),
  token('pplx-', ALPHANUMERIC, 48),
  token('nvapi-', TOKEN, 64),
  token('lsv2_', WORD, 46),
  token('csk-', ALPHANUMERIC, 48),
  token('pcsk_', WORD, 68),
  token('tvly-', TOKEN, 32),
  token('jina_', TOKEN, 60),
  token('tgp_v1_', TOKEN, 43),
  token('apify_api_', ALPHANUMERIC, 36),
  token('fc-', HEX, 32),
  token('bb_live_', TOKEN, 27),
  token('sk-helicone-', TOKEN, 28),
  token('ctx7sk-', TOKEN, 36),
  token('polar_oat_', ALPHANUMERIC, 40),
  token('sk_prod_', TOKEN, 40),
  token('signkey-prod-', HEX, 64),
  token('tr_prod_', ALPHANUMERIC, 20),
  ...['xaat-', 'xapt-'].map((text) => token(text, TOKEN, 36)),
  lead('/workflows/', run(HEX, 32), 96, 480),
  lead('sig=', run(BASE64, 43), 320, 320),

  token('lin_api_', WORD, 32),
  token('lin_oauth_', HEX, 64),
  token('ntn_', ALPHANUMERIC, 46),
  token('secret_', ALPHANUMERIC, 43),
  token('CFPAT-', TOKEN, 43),
  token('tfp_', TOKEN, 40),
  token('rdme_', ALPHANUMERIC, 70),
  token('fio-u-', TOKEN, 64),
  ...['phx_', 'phs_'].map((text) => token(text, WORD, 43)),
  ...['pnu_', 'pnb_'].map((text) => token(text, ALPHANUMERIC, 36)),
  token('sk.eyJ', DOTTED, 80),
  token('sl.', DOTTED, 130),
  token('secret-live-', TOKEN, 35),
  token('A3-', TOKEN, 30),
  token('SSWS 00', TOKEN, 40),
  token('SSWS%2000', TOKEN, 40),
  token('sha256~', TOKEN, 43),
  lead('sdk-', run(TOKEN, 36), 128, BEHIND),
  lead('ops_ey', run(BASE64, 100), BEFORE, 1400),
  ...['hvs.', 'hvb.', 'hvr.'].map((text) => token(text, TOKEN, 90)),
  ...['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'].map((text) => token(text, ALPHANUMERIC, 20)),
  token('dapi', HEX, 32),
  token('dose', HEX, 32),
  ...['figd_', 'figp_'].map((text) => token(text, TOKEN, 40)),
  ...['cfk_', 'cfut_', 'cfat_'].map((text) => token(text, ALPHANUMERIC, 48)),
  token('tskey-', TOKEN, 27),
  lead('glc_', run(BASE64, 32), BEFORE, 480),
  token('glsa_', WORD, 41),
  ...['dop_v1_', 'doo_v1_', 'dor_v1_'].map((text) => token(text, HEX, 64)),
  lead('sntrys_', run(BASE64, 64), BEFORE, 640),
  token('sntryu_', HEX, 64),
  token('sbp_', HEX, 40),
  token('ddapp_', ALPHANUMERIC, 34),
  ...['ddpat_', 'ddsat_'].map((text) => token(text, WORD, 30)),
  token('wandb_v1_', WORD, 70),
  token('dtn_', HEX, 64),
  token('crsr_', HEX, 64),
  token('pylf_v1_', WORD, 46),
  token('KGAT_', HEX, 32),
  token('cflt', BASE64, 60),
  ...['snyk_uat.', 'snyk_sat.'].map((text) => lead(text, run(DOTTED, 112), BEFORE, 640)),
  token('pat', DOTTED, 79),
  token('essu_', BASE64, 60),
  token('4b1d', ALPHANUMERIC, 38),
  ...['ddp_', 'ddo_'].map((text) => token(text, ALPHANUMERIC, 36)),
  token('ico-', ALPHANUMERIC, 32),
  token('API-', UPPER, 26),
  token('p8e-', TOKEN, 32),
  token('dnkey-', TOKEN, 79),
  token('tk-us-', TOKEN, 48),
  token('1000.', DOTTED, 65),
  lead('msh', run(ALPHANUMERIC, 37), 64, 96),
  { ...named(';secret', BASE64, 43), before: 128 },
  token('NRAK-', UPPER, 27),
  token('NRII-', TOKEN, 32),
  token('dt0', DOTTED, 77),
  lead('eyJrIjoi', run(BASE64, 70), BEFORE, 480),
  token('ATATT3', TOKEN, 60),
  lead('eyJhIjoi', run(BASE64, 112), BEFORE, 480),
  lead('eyJ', run(TOKEN, 17), BEFORE, 4096),
  token('AGE-SECRET-KEY-1', UPPER, 58),

  // Keys that only their name tells from anything else, whoever they are of; the name of the provider may stand before it.
  ...['api_key', 'apikey', 'app_key', 'appkey', 'admin_key', 'auth_token', 'access_token', 'accesstoken'].map(
    (text) => provided(text, ALPHANUMERIC, 32),
  ),
  ...['api_token', 'apitoken', 'secret_key', 'secretkey'].map((text) => provided(text, TOKEN, 32)),
  ...['client_secret', 'clientsecret'].map((text) => provided(text, DOTTED, 40)),
  ...['rest_token', 'paypal'].map((text) => provided(text, TOKEN, 40)),
  ...['snyk_token', 'codecov_token', 'heroku_api_key'].map((text) => provided(text, TOKEN, 36)),
  ...['license_key', 'licensekey'].map((text) => provided(text, WORD, 40)),
  ...['vsce_pat', 'azure_devops'].map((text) => provided(text, ALPHANUMERIC, 52)),

  // The secret member of a JSON Web Key, as JSON, in a string, and as scripts are minified.
  ...['"d"', "'d'", '"d\\', '"k"', "'k'", '"k\\'].map((text) => lead(text, assigned(TOKEN, 40), 480, 3600)),
  ...['{d:"', ',d:"', " d:'", ' d: "', '{k:"', ',k:"'].map((text) => lead(text, run(TOKEN, 40), 480, 3600)),
];

/** Host names by their labels, and schemes whose authority is a bucket, or whose settings may hold a password: by their last letters. */
export const LABELS: Labels = {
  last: LAST_LABELS,
  beforeLast: [...SERVICE_LABELS, 'slack'],
  schemes: [...BUCKET_SCHEMES, 'sql', 'postgres', 'server', 'mariadb', 'redshift'],
};

function lead(text: string, tail: Tail, before = BEFORE, behind = BEHIND): Lead {
  return { text, tail, before, behind };
}

function run(of: number, min: number): Tail {
  return { kind: 'run', of, min };
}

function assigned(of: number, min: number): Tail {
  return { kind: 'assignment', of, min };
}

function token(text: string, of: number, min: number): Lead {
  return lead(text, run(of, min));
}

function anyCase(text: string, tail: Tail): Lead {
  return { ...lead(text, tail), anyCase: true };
}

/** The same, beside the name of who gives it out. */
function provided(text: string, of: number, min: number): Lead {
  return { ...named(text, of, min), before: 80 };
}

/** A value that only the name before it tells from any other. */
function named(text: string, of: number, min: number): Lead {
  return anyCase(text, assigned(of, min));
}
