import { originOf, withoutLoaders } from '../map/origin.ts';

/** Endings of files that bundlers take modules from. */
const ENDING =
  '\\.(?:[cm]?[jt]sx?|es6?|vue|svelte|astro|json5?|css|s[ac]ss|less|styl|coffee|elm|res|mdx?|ya?ml|toml|gql|graphql|glsl|vert|frag|wgsl|svg|wasm|node)';
/** A path as bundlers write it: no blanks, no quotes, ends as a file does. */
const PATH = `(?:[\\w@~.\\[(\\\\/-]|[^\\x00-\\x7f\\ufffd])[^\\s"'\`<>|*{};,\\ufffd]*${ENDING}`;

/** What vue-loader puts behind the path of a component: which part of it. */
const PART = '?vue&type=';

/** esbuild, Bun: ` src/a.js`; webpack: ` ./src/a.js`, ` CONCATENATED MODULE: ./src/a.js`. */
const COMMENT = new RegExp(`^(${PATH})$`);
/** webpack in development: `!*** ./src/a.js ***!` between two lines of stars. */
const FRAMED = new RegExp(`^(?:[\\w-]+ )?(${PATH})(?: [^*]{1,80})?$`);
const [FRAME_BEGINS, FRAME_ENDS] = ['!*** ', ' ***!'];
const KEY_ENDING = '\\.(?:[cm]?[jt]sx?|vue|json|svelte)';
/** esbuild: `"src/a.js"(exports)`, webpack and browserify: `"./src/a.js":`. */
const KEY = new RegExp(
  `^(?:\\[project\\]/)?((?:[\\w@~.[(/-]|[^\\x00-\\x7f\\ufffd])[^\\s"'\`<>|*{};,\\\\\\ufffd]*${KEY_ENDING})$`,
);
/** Turbopack: `"[project]/src/a.js [app] (ecmascript)":`, or with a comma behind it. */
const CHUNKED = new RegExp(
  `^(?:\\[project\\]/)?([^\\n"'\`<>|*{};\\\\\\ufffd]{1,250}${KEY_ENDING}) \\[[\\w .-]{1,60}\\] \\([\\w ,.<>-]{1,80}\\)$`,
);
/** What Rolldown made itself has a name that begins with `\\0`, two characters. */
const REGION = new RegExp(`^region (?:\\\\0)?(${PATH})$`);
const MADE = /^region \\0/;

/** An address, or a name without a folder that people give to projects: `Node.js`, but not `index.js` or `a.ts`. */
const MENTION = /:\/\/|^(?!(?:index|main|cli|app|server|client|worker|entry)\.)[\w.-]+\.js$/;

/** webpack writes its own words wherever a module begins. */
const JOINED = ' CONCATENATED MODULE: ';

/**
 * The name that a line comment gives the module below it.
 *
 * @param text what stands behind the slashes
 * @param isHead whether it stands between statements: a name over an entry of an object or an argument is its author's
 */
export function moduleInLineComment(text: string, isHead: boolean): string | undefined {
  const isJoined = text.startsWith(JOINED);
  if (!isJoined && (!isHead || !text.startsWith(' '))) return undefined;
  const name = COMMENT.exec(fileOf(text.slice(isJoined ? JOINED.length : 1)))?.[1];
  return name === undefined || MENTION.test(name) ? undefined : name;
}

/** The file of a module, without the loaders that read it and without which part of it they are asked for. */
function fileOf(name: string): string {
  const file = name.includes('!') ? withoutLoaders(name) : name;
  const part = file.indexOf(PART);
  return part === -1 ? file : file.slice(0, part);
}

/** The same for a block comment; `text`: what stands between its ends. */
export function moduleInBlockComment(text: string): string | undefined {
  if (!text.startsWith('!***')) return undefined;
  const framed = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n')).trim();
  if (!framed.startsWith(FRAME_BEGINS) || !framed.endsWith(FRAME_ENDS)) return undefined;
  const name = framed.slice(FRAME_BEGINS.length, -FRAME_ENDS.length);
  return FRAMED.exec(fileOf(name))?.[1];
}

/** The same for a string before a colon or a parenthesis. */
export function moduleInString(text: string): string | undefined {
  if (text.endsWith(')')) return CHUNKED.exec(text)?.[1];
  return KEY.exec(fileOf(text))?.[1];
}

/** AMD: `define("app/login", ...)`. Libraries call themselves by a name without a folder. */
const DEFINED = /^[\w@.-]{1,100}(?:\/[\w@.-]{1,100}){1,20}$/;

/** The same for the first argument of `define`. */
export function moduleInDefine(text: string): string | undefined {
  return DEFINED.test(text) ? text : undefined;
}

/** Rolldown, tsdown: `//#region src/a.js`; empty where the bundler made it. `text`: what stands behind the sign. */
export function moduleInRegion(text: string): string | undefined {
  const name = REGION.exec(text)?.[1];
  return name !== undefined && MADE.test(text) ? '' : name;
}

/** `sourceURL=webpack-internal:///./src/a.js`, by which an `eval` is called in a debugger; empty where the URL is no path. */
export function moduleInSourceUrl(text: string): string | undefined {
  const url = /^sourceURL=(\S{1,1000})$/.exec(text.trim())?.[1];
  if (url === undefined) return undefined;
  const { path } = originOf(url);
  return /[./]/.test(path) ? path : '';
}

/** Whether a module is the publisher's own: not from `node_modules`, not written by a bundler. */
export function isOwn(name: string): boolean {
  return originOf(name).firstParty;
}

/** The package that a path under `node_modules` belongs to, the innermost one: `react`, `@acme/core`. */
export function packageIn(path: string): string | undefined {
  // Most paths have no underscore: the expression looks for its end at each of their characters.
  if (!path.includes('_')) return undefined;
  const [, name] =
    /^.*(?:^|[\\/])node_modules[\\/]((?:@[a-z0-9~_.-]+[\\/])?[a-z0-9~_.-]+)[\\/]/is.exec(path) ?? [];
  return name === undefined || name === '.pnpm' || name === '.bun' ? undefined : name.replace('\\', '/');
}

/** A licence banner that names what it is for: `! jQuery JavaScript Library v3.7.1`, `* @license React v16.14.0`. */
const BANNER =
  /^[!*\s]*(?:@(?:license|preserve|file|fileoverview|overview)\s+)?([\w@][\w@./-]*(?: [\w./-]+){0,3}?)(?:,? (?:version:? )?| - |@)v?(\d+\.\d+(?:\.\d+)?[\w.-]{0,20})/i;

/** What a licence banner says its code is, with its version; `text`: its first few hundred characters. */
export function libraryInBanner(text: string): string | undefined {
  const [, name, version] = BANNER.exec(text.slice(0, 200)) ?? [];
  return name === undefined ? undefined : `${name} ${version}`;
}
