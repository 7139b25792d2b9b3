/** An absolute path of the machine that built a file. */
export interface MachinePath {
  /** With the name of a person left out: `/Users/…/work/app/src/a.ts`. */
  readonly path: string;
  /** Its first folders, which all paths of one checkout share: `/Users/…/work/app`. */
  readonly root: string;
}

/** Bytes before a mark that tell what a path stands in, and behind it. */
export const MACHINE_BEFORE = 160;
export const MACHINE_BEHIND = 320;

/** Accounts of build services, and of nobody: their names may be told. */
const SERVICES = new Set(
  'runner runneradmin vsts vsts_azpcontainer circleci travis jenkins gitlab-runner buildkite buildkite-agent teamcity bamboo appveyor ubuntu ec2-user ContainerAdministrator builder build ci'.split(
    ' ',
  ),
);
/** Names that examples, tests and images use: a path with one of them tells nothing of a machine. */
const NOBODY = new Set(
  `user users username user-name user_name yourname your-name your_name youruser your-username your you me my name myname myuser
  someone somebody somewhere foo bar baz qux quux john jane joe doe jdoe johndoe john.doe jane.doe janedoe alice bob charlie
  example examples demo test tests tester testuser test-user dev developer node app apps src web_user web project projects path dir
  folder home default public shared guest all admin administrator root vscode codespace gitpod sandbox coder linuxbrew x xx xxx
  abc a b user1 user123 acme pyodide emscripten u username1 current_user deno bun www www-data pi git iojs firebase deployer deploy
  vagrant jovyan bitnami nginx nonroot container`.split(/\s+/),
);

/** One folder or file of a path, as far as paths in code can be told from what stands round them. */
const STEP = String.raw`[^/\\\s"'${'`'}<>|*?:;,(){}$\x00-\x1f\ufffd]{1,120}`;
const HOME = new RegExp(`^/(home|Users)/(${STEP})((?:/${STEP}){2,40})`);
const WINDOWS_HOME = new RegExp(
  String.raw`^([A-Za-z]:)(\\\\?|/)Users\2([^/\\"'<>|*?:;,(){}$\x00-\x1f]{1,60})((?:\2${STEP}){2,40})`,
);
const WINDOWS_RUNNER = new RegExp(String.raw`^([A-Za-z]:)(\\\\?)a\2(${STEP})\2\3((?:\2${STEP}){1,40})`);
/** Where build services check out; each with the folders that name the checkout. */
const CHECKOUTS = new RegExp(
  `^(?:${[
    `/__w/${STEP}/${STEP}`,
    '/github/workspace',
    `/jenkins(?:_home)?/workspace/${STEP}`,
    String.raw`/codebuild/output/src\d+/src`,
    String.raw`/vercel/path\d+`,
    '/opt/build(?:kite|/repo)',
    `/builds/${STEP}/${STEP}`,
    `/root/${STEP}`,
    `/var/folders/${STEP}/${STEP}/T`,
  ].join('|')})((?:/${STEP}){1,40})`,
);
/** What a path that is no address on a web server goes through or ends in. */
const CODE = /\/(?:node_modules|src|packages|dist|lib)\/|\.(?:[cm]?[jt]sx?|vue|svelte|rs|go|c|cc|cpp|h|hpp)$/;
/** Where toolchains keep what everybody has, and what a runner keeps of itself: it tells of no project. */
const STORES =
  /\/\.(?:cargo|rustup|nvm|conan|gradle|m2|emscripten_cache)\/|\/go\/pkg\/mod\/|\/(?:hostedtoolcache|emsdk|rustc)\/|\/actions-runner\/(?!_work\/)|\/Library\/Developer\//;
/** Where programs keep what is theirs. */
const OWN = /^\/\w+\/[^/]+\/\.(?:cache|config|local)\//;
/** Sources of what is compiled, or kept as byte code, with the path of each in it: Python's, Lua's and Dart's as well. */
const COMPILED =
  /\.(?:rs|go|c|cc|cpp|cxx|cu|h|hpp|m|mm|swift|zig|nim|pyx?|lua|dart|cs|fs|vb|java|kt|[cm]?[jt]sx?)$/;

/**
 * Reads the path that a mark led to, or nothing where it is no path of a machine that built this: an address on the web,
 * an example, prose.
 *
 * @param text of the file, some before the mark and some behind it
 * @param at where the mark begins in it
 * @param binary whether the text is that of strings in a binary file, which nothing need separate
 */
export function readMachinePath(text: string, at: number, binary: boolean): MachinePath | undefined {
  if (text.startsWith('Users', at)) return readUsers(text, at, binary);
  if (text[at] === ':') return readWindows(text, at - 1, binary);
  // `/var/lib/jenkins/workspace` begins earlier than the mark; only what stands before the whole path can tell.
  const start =
    at - (/(?:\/var(?:\/lib)?|\/private)$/.exec(text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0);
  if (!stands(text, start, binary)) return undefined;
  const rest = text.slice(at);
  if (rest.startsWith('/home/')) return readHome(rest, binary);
  const match = CHECKOUTS.exec(rest);
  if (match === null) return undefined;
  const path = text.slice(start, at) + match[0];
  if (!CODE.test(path) || !fits(path, binary)) return undefined;
  return { path, root: path.slice(0, path.length - match[1]!.length) };
}

function readUsers(text: string, at: number, binary: boolean): MachinePath | undefined {
  if (text[at - 1] !== '/' && text[at - 1] !== '\\') return undefined;
  const drive = /[A-Za-z]:(?:\\\\?|\/)$/.exec(text.slice(Math.max(0, at - 4), at));
  if (drive !== null) return readWindows(text, at - drive[0].length, binary);
  return text[at - 1] === '/' && stands(text, at - 1, binary)
    ? readHome(text.slice(at - 1), binary)
    : undefined;
}

function readHome(rest: string, binary: boolean): MachinePath | undefined {
  const [path, folder, user, inside] = HOME.exec(rest) ?? [];
  if (path === undefined || !fits(path, binary)) return undefined;
  // What a program puts together when it runs, below somebody's home: where it keeps things there, or in a container.
  if (rest[path.length] === '$' && OWN.test(path)) return undefined;
  return told(`/${folder}/`, user!, inside!, '/');
}

function readWindows(text: string, start: number, binary: boolean): MachinePath | undefined {
  const rest = text.slice(Math.max(0, start));
  // file:///C:/Users
  const before = text[start - 1] === '/' ? start - 1 : start;
  if (start < 0 || !stands(text, before, binary)) return undefined;
  const home = WINDOWS_HOME.exec(rest);
  if (home !== null) {
    const [path, drive, slash, user, inside] = home;
    if (!fits(path.replaceAll(slash!, '/'), binary)) return undefined;
    return told(`${drive}\\Users\\`, user!, inside!.replaceAll(slash!, '\\'), '\\');
  }
  const runner = WINDOWS_RUNNER.exec(rest);
  if (runner === null) return undefined;
  const [path, drive, slash, project] = runner;
  const plain = path.replaceAll(slash!, '\\');
  return { path: plain, root: `${drive}\\a\\${project}` };
}

/** The path with the account's name, unless that is a person's. */
function told(home: string, user: string, inside: string, slash: string): MachinePath | undefined {
  if (NOBODY.has(user.toLowerCase()) || /^[[<%]|[\]>%]$|^\.+$|\.\.\./.test(user)) return undefined;
  const start = home + (SERVICES.has(user) ? user : '…');
  const [first = '', second = ''] = inside.split(slash).slice(1);
  const root = [start, first, second].join(slash);
  return { path: start + inside, root: inside.split(slash).length > 3 ? root : start + slash + first };
}

/** In a binary file anything may stand next to a path, so the path itself has to say more. */
function fits(path: string, binary: boolean): boolean {
  return !STORES.test(path) && (!binary || COMPILED.test(path));
}

/**
 * Whether what stands before a path is what does in built code: a quote, an operator, a scheme, the beginning of a line that is
 * no comment. Behind white space or a word it is prose, or the end of another path.
 */
function stands(text: string, start: number, binary: boolean): boolean {
  if (binary) return true;
  const before = text.slice(Math.max(0, start - MACHINE_BEFORE), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const comment = /^\s*(?:\/\/|\/?\*|#|<!--)|\s\/\/\s/.test(line);
  if (comment && !/[#@] ?source(?:Mapping)?URL=/.test(line)) return false;
  if (/file:\/\/$/.test(before)) return stands(text, start - 'file://'.length, binary);
  return before === '' || /["'`=([!@:|,>\n\0]$/.test(before);
}

const IN_PATH =
  /\/home\/|Users|\/root\/|\/builds|\/__w\/|\/github\/w|\/jenkin|\/codebu|\/vercel|\/opt\/bu|\/var\/fo|:\\a\\/;

/** The same of a path that stands alone, as maps list them; nothing where it is relative or nobody's. */
export function machinePathOf(path: string): MachinePath | undefined {
  const plain = path.includes('%2F') ? withSlashes(path) : path;
  const mark = IN_PATH.exec(plain.slice(0, 80));
  return mark === null ? undefined : readMachinePath(plain, mark.index, false);
}

/** Nuxt and others name what they make by the path that they make it for, as a part of an address: `virtual:nuxt:%2Fhome%2F...`. */
const withSlashes = (path: string): string => path.replaceAll('%2F', '/').replaceAll('%5C', '\\');
