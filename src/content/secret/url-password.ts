import type { Match } from './match.ts';

/** Schemes whose addresses carry a login. */
const SCHEMES =
  'https?|ftps?|sftp|ssh|git|svn|wss?|mongodb(?:\\+srv)?|mysqlx?|mariadb|postgres(?:ql)?|redis(?:s|\\+tls)?|valkeys?|amqps?|mqtts?|mssql|sqlserver|oracle|clickhouse|cockroachdb|couchbases?|couchdb|cassandra|neo4j(?:\\+s)?|bolt(?:\\+s)?|nats|kafka|smtps?|imaps?|pop3s?|ldaps?|rtsp|socks[45]h?|influxdb|elasticsearch|snowflake|redshift';

const LOGIN = new RegExp(
  `(?<![A-Za-z0-9+.-])(?:jdbc:)?(${SCHEMES}):\\/\\/([^\\s:@/"'\`<>\\\\]{0,128}):([^\\s/"'\`<>\\\\]{1,256})@([A-Za-z0-9._-]{1,253})`,
  'dgi',
);

/** Where drivers of databases have it: among the settings behind the host, as JDBC does. */
const DATABASE =
  /(?<![A-Za-z0-9+.-])(?:jdbc:)?(?:mysql|mariadb|postgres(?:ql)?|sqlserver|redshift):\/\/([^\s"'`<>\\/?;:]{1,253})([^\s"'`<>\\]{0,400})/dgi;
const SETTING = /[?;&](?:password|pwd)=([^&;]{1,128})/i;

/** The parts of an address that carries a login. */
interface Login {
  readonly user: string;
  readonly password: string;
  readonly host: string;
}

/** Finds addresses with a user name and a password, placeholders apart. */
export function findLogins(text: string): Match[] {
  const found: Match[] = [];
  for (const { indices, 2: user = '', 3: password = '', 4: host = '' } of text.matchAll(LOGIN)) {
    if (isPlaceholderLogin({ user, password, host })) continue;
    found.push({ id: 'url-password', start: indices![1]![0], end: indices![0]![1] });
  }
  for (const { indices, 1: host = '', 2: settings = '' } of text.matchAll(DATABASE)) {
    const setting = SETTING.exec(settings);
    if (setting === null || isPlaceholderLogin({ user: '', password: setting[1]!, host })) continue;
    const end = indices![2]![0] + setting.index + setting[0].length;
    found.push({ id: 'url-password', start: indices![0]![0], end });
  }
  return found;
}

const LOGIN_HERE = /^([^\s:@/"'`<>\\]{0,128}):([^\s/"'`<>\\]{1,256})@([A-Za-z0-9._-]{1,253})/;

/** Whether an address may carry a real login, by what follows `://`. */
export function mayHoldLogin(rest: string): boolean {
  const [, user = '', password = '', host = ''] = LOGIN_HERE.exec(rest) ?? [];
  // GitHub's old way of logging in: the token is the user name.
  if (password === 'x-oauth-basic') return user.length >= 20;
  if (password === '') return SETTING.test(rest);
  return password !== '' && !isPlaceholderLogin({ user, password, host });
}

/** Whether a whole text that another pattern took for an address with a login is one of documentation, or no login at all. */
export function isExampleLogin(text: string): boolean {
  const [, , user = '', password = '', host = ''] = new RegExp(LOGIN.source, 'i').exec(text) ?? [];
  return password === '' || isPlaceholderLogin({ user, password, host });
}

/** What stands where a template, a pattern or a piece of code is, and in no password that was written into an address. */
const CODE =
  /\$\{|[{}<>[\]|^\\]|\(\?|\)\+|%[sdo](?![0-9A-F])|%\(|%[A-Z_]{2,30}%|^\$[A-Za-z_]\w*$|^:|\.\.\.|\*{3}|…/;

const WORD =
  /^(?:(?:my|your|the|some|db|database|test|super|an?|user|root|admin|proxy|basic|auth|access|api|new|old|real|top|very|git(?:hub|lab)?|bot|client|private|personal|oauth2?|ftp|smtp|redis|mongo(?:db)?|mysql|postgres|pg|app)[-_. ]?){0,4}(?:pass(?:word|wd|wort|phrase|code|w)?|p[a@4][s$5]{2}(?:w[o0]rd)?|pwd|pw|psw|secret|s[e3]cr[e3]t|token|key|apikey|credential|auth|user|username|name|login|root|admin|administrator|guest|test|testing|tester|foo|bar|baz|qux|foobar|foobared|foobaz|example|sample|demo|dummy|fake|changeme|changeit|change_me|placeholder|postgres|mysql|mongo|mongodb|redis|rabbitmq|minio|elastic|letmein|qwerty|hunter2?|swordfish|opensesame|sesame|hello|world|blah|abc|abcd|abcdef|xyz|xxx+|string|value|none|null|undefined|basic|bearer|x-oauth-basic|something|whatever|anything|doe|smith|bob|alice|joe|john|jane)s?[-_!@#$]?\d{0,6}!?$/i;
const HOLDS_WORD = /passw(?:or)?d|changeme|example|placeholder|your[-_]|redacted|xxxx|\bdummy\b/i;
const DIGITS = /^(?:0?1?2?3?4?5?6?7?8?9?0?|(\d)\1*)$/;
const HOST =
  /^(?:localhost|127\.[\d.]+|0\.0\.0\.0|hosts?|hostname|server(?:name)?|servers?|domain|db|database|postgres(?:ql)?|pg|mysql|mariadb|mongo(?:db)?|redis|rabbitmq|broker|proxy|cluster\d?|node\d?|ip|address|some|my|your|foo|bar|baz|example|test|username|host\d|h\d|[a-z]|(?:my|your|some)[.-][a-z]+)$|(?:^|\.)(?:example|test|invalid|localhost)(?:\.(?:com|org|net|edu|io|dev))?$|(?:^|[.-])(?:example|foo|bar|baz|foobar|domain|domainname|host|hostname|somehost|server|site|website|acme|company|mycompany|yourcompany|proxy|proxyserver|abc|xyz|test|mydomain|yourdomain|somedomain|my-?host|your-?host|my-?server|my-?proxy|mysite|[a-z])\d?\.(?:[a-z]{2,6}|co\.uk)$/i;

/** `localhost:8545@1200`: what stands before the `@` is a place, and behind it something of the program's own. */
function isHostAndPort(user: string, password: string): boolean {
  return /^\d{1,5}$/.test(password) && /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3})$/i.test(user);
}

/** Whether a login is one of documentation or of a template. */
export function isPlaceholderLogin({ user, password, host }: Login): boolean {
  return (
    password.length < 4 ||
    password.toLowerCase() === user.toLowerCase() ||
    CODE.test(password) ||
    CODE.test(user) ||
    user.toLowerCase() === 'anonymous' ||
    WORD.test(password) ||
    HOLDS_WORD.test(password) ||
    DIGITS.test(password) ||
    /^(.)\1+$/.test(password) ||
    HOST.test(host) ||
    isHostAndPort(user, password) ||
    /^\d+$/.test(host)
  );
}
