import { byteSize, count } from '../../figures.ts';
import type { Beginning } from './beginning.ts';
import { peopleIn } from './database.ts';
import type { SensitiveFacts } from './facts.ts';

const editor = (what: string): SensitiveFacts => ({ kind: 'litter', what, from: 'editor' });
const settings = (what: string): SensitiveFacts => ({ kind: 'credentials', what });
const report = (what: string): SensitiveFacts => ({ kind: 'log', what, form: 'log' });
const typed = (what: string): SensitiveFacts => ({
  kind: 'log',
  what: `the history of ${what}`,
  form: 'shell',
});
const traffic = (what: string): SensitiveFacts => ({ kind: 'dump', what, form: 'traffic' });
const agent = (what: string): SensitiveFacts => ({ kind: 'agent', what, form: 'instructions' });

const BINARY = /[\s\S]/;

/** What the tools of a workplace write beside a project: by name, and by what such a file has. */
const FILES: readonly (readonly [name: RegExp, is: RegExp, facts: SensitiveFacts])[] = [
  [
    /^(?:\.p4config|\.p4enviro|p4config\.txt)$/,
    /^P4(?:PORT|CLIENT|USER)=\S/m,
    settings('a configuration of Perforce'),
  ],
  [/^\.?gitconfig$/, /^\[(?:user|credential|url|http|alias|core)\b/m, settings('a configuration of Git')],
  [/^\.gitreview$/, /^\[gerrit\]/m, settings('the address of a Gerrit')],
  [/^\.firebaserc$/, /"projects"\s*:/, settings('a list of projects of Firebase')],
  [/^\.fslckout$/, /^SQLite format 3/, settings('a checkout of Fossil')],
  [/^\.secrets\.baseline$/, /"plugins_used"\s*:/, settings('a list of places that hold secrets')],
  [/^\.wget-hsts$/, /^# HSTS/, typed('wget')],
  [/^\.dbshell$/, /\S/, typed('the shell of MongoDB')],
  [/^\.rdata$/, /^\x1f\S|^RDX/, { kind: 'dump', what: 'the data of a session of R', form: 'database' }],
  [/^\.mongorc\.js$/, /\bdb\b/, settings('a start script of the shell of MongoDB')],
  [
    /^\.?(?:tags|gtags|cscope\.out)$/,
    /^(?:!_TAG_|\f\n|cscope \d)/,
    editor('an index of sources for an editor'),
  ],
  [/\.code-workspace$/, /"folders"\s*:/, editor('a workspace of Visual Studio Code')],
  [/\.suo$/, BINARY, editor('what Visual Studio keeps of a user')],
  [/\.user$/, /<(?:Project|PropertyGroup|qtcreator)\b/, editor('what an editor keeps of a user')],
  [/^\d{1,4}_[^/]{1,200}\.txt$/, /^\ufeff?\d{4}-\d\d-\d\dT[\d:.]{8,20}Z /, report('a log of GitHub Actions')],
  [/\.trx$/, /<TestRun\b/, report('a report of tests')],
  [
    /\.xml$/,
    /^(?:<\?xml[^<>]{0,100}>\s{0,9})?(?:<!--[^<>]{0,200}-->\s{0,9})?<testsuites?\b(?:[^<>]{0,2000}\s(?:tests|failures|errors|time)=|[^<>]{0,2000}>\s{0,99}<testsuite\b[^<>]{0,2000}\s(?:tests|failures|errors|time)=)/,
    report('a report of tests'),
  ],
  [/\.saz$/, /^PK\x03\x04/, traffic('recorded network traffic (Fiddler)')],
  [/\.chlsj?$/, /^[\xac[{\ufffd]/, traffic('recorded network traffic (Charles)')],
  // What Playwright records of a run of tests, a line of JSON each: pages as they were, requests with their headers.
  [
    /(?:^|[-.])(?:trace|network)$/,
    /^\{"(?:version":\d+,"type":"context-options|type":"(?:context-options|resource-snapshot|before|event))"/,
    traffic('a recording of a browser (Playwright)'),
  ],
  [/\.1pux$/, BINARY, { kind: 'credentials', what: 'an export of a password manager', holds: 'passwords' }],
  [
    /\.ldif$/,
    /^userPassword::? *\S{8,}/m,
    { kind: 'credentials', what: 'an export of a directory', holds: 'passwords of its users' },
  ],
  [/^\.continuerules$/, /\S/, agent('instructions for Continue')],
  [/^\.kilocoderules$/, /\S/, agent('instructions for Kilo Code')],
  [/^\.cursorrules[\w.-]*$/, /\S/, agent('instructions for Cursor')],
  // Words of a sentence, as no list of settings has them.
  [/^\.[a-z]{2,30}rules$/, / [a-z]{2,20} [a-z]{2,20} /, agent('instructions for coding agents')],
  [
    /^\.(?:dir-locals(?:-2)?\.el|exrc|l?vimrc|nvimrc|nvim\.lua|emacs\.desktop)$/,
    /\S/,
    editor('settings of an editor'),
  ],
  [/^\.pr_agent\.toml$/, /^\[/m, agent('settings of PR-Agent')],
  [
    /\.(?:xml|md|txt|json)$/,
    /^(?:[^\n]{0,200}\n){0,3}This file is a merged representation of (?:the entire|a subset of the) codebase|^Directory structure:\n└── /,
    agent('a whole code base in one file, as language models are given it'),
  ],
];

/** `.pry_history`, `.mycli-history`, `.octave_hist`: what somebody typed. */
const HISTORY = /^\.([a-z][a-z\d_-]{0,40}?)?(?:_repl)?[-_.]?hist(?:ory(?:\.txt)?|fy)?$/;

/** A file that a tool wrote for who works on a project, and for nobody else. */
export function readWorkplace(file: Beginning): SensitiveFacts | undefined {
  const { name, text, size } = file;
  if (size === 0) return undefined;
  const history = HISTORY.exec(name);
  if (history !== null) return typed(history[1] ?? 'a shell');
  if (/\.(?:patch|diff)$/.test(name)) return readPatch(file);
  if (
    /\.(?:csv|tsv|vcf|ndjson)$|^(?:users|accounts|members|customers|contacts|subscribers|employees)\.jsonl?$/.test(
      name,
    )
  )
    return readPeople(file);
  if (name.endsWith('.jsonl') && isSession(text))
    return agent('a session of a coding agent: what was asked, read and run');
  if (name.endsWith('.jsonl') && TALK.test(text))
    return { kind: 'agent', what: 'what a language model is told, and answers', form: 'prompt' };
  return FILES.find(([called, is]) => called.test(name) && is.test(text))?.[2];
}

/** What a model is trained or tried with: the part that it plays, before what is asked. */
const TALK = /^\{\s?"messages"\s?:\s?\[\s?\{\s?"role"\s?:\s?"(?:system|developer)"/;

/** Characters of a line that tells of whose session it is. */
const FIRST_LINE = 8000;

/** The lines that agents write of a session: where it ran, and under which number. */
function isSession(text: string): boolean {
  const line = text.slice(0, FIRST_LINE).split('\n', 1)[0]!;
  return (
    (line.includes('"cwd":"') && /"session_?[iI]d":"|"type":"session"/.test(line)) ||
    line.includes('"type":"session_meta"')
  );
}

/** As `git format-patch` writes one, for a mail. */
const MAILED = /^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\n/;
const PATCH = /^(?:diff --(?:git|cc) |={60,80}\n--- )/m;
/** Changes of somebody else's sources are meant to be shipped, in folders and under names like these. */
const OF_OTHERS =
  /(?:^|\/)[\w.-]*patch(?:es|ed)?\/|[@+-]v?\d+\.\d+|\bnode_modules\/|\b(?:deps|vendor|third[-_]?party)\//i;

/** Lines of sources before and after a change, and who made it. One that is no mail counts at the top, where it was left behind. */
function readPatch({ path, text, place }: Beginning): SensitiveFacts | undefined {
  const isMailed = MAILED.test(text);
  const isLeft = isMailed || (!path.includes('/') && PATCH.test(text));
  if (!isLeft || place.foreign || OF_OTHERS.test(path) || / [ab]\/node_modules\//.test(text))
    return undefined;
  const what = isMailed
    ? 'a patch as it is mailed: who changed what, and the lines'
    : 'a patch: lines of sources as they were and as they are';
  return { kind: 'litter', what, from: 'backup' };
}

/** Different addresses that make a table one of people. */
const PEOPLE = 20;

/** A table or a book of addresses of people. */
function readPeople({ name, text, size }: Beginning): SensitiveFacts | undefined {
  const people = peopleIn(text);
  if (people < PEOPLE) return undefined;
  return {
    kind: 'dump',
    what: name.endsWith('.vcf') ? 'a book of addresses' : 'a table with addresses of people',
    more: `${byteSize(size)}, at least ${count(people)} of them`,
    form: 'people',
  };
}
