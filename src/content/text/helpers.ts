/** What esbuild, Bun and Rolldown declare before the modules of a bundle, in every bundle the same. */
const HELPER =
  /^__(?:create|defProps?|getOwnPropDescs?|getOwnPropNames|getOwnPropSymbols|getProtoOf|hasOwnProp|propIsEnum|pow|earlyAccess|defNormalProp|spreadValues|spreadProps|name|require|restKey|objRest|glob|esm|esmMin|commonJS|commonJSMin|export|exportAll|reExport|copyProps|toESM|toCommonJS|toBinary|toBinaryNode|decorateClass|decorateParam|decoratorStart|decoratorContext|decoratorStrings|decoratorMetadata|decorateElement|expectFn|runInitializers|knownSymbol|typeError|accessCheck|private(?:In|Get|Set|Add|Wrapper|Method)|publicField|super(?:Get|Set|Wrapper)|async|await|asyncGenerator|yieldStar|forAwait|template|using|callDispose)$/;
/** The first of them, without which there are no others. */
const FIRST = /(?:^|[\s;,])(?:var|let|const)\s+__(?:create|defProp|getOwnPropNames)\s*=/;
/** Characters of the longest. */
const MAX_HELPER = 1200;

const DECLARES = /^(?:var|let|const)\s+/;
/** What such a bundle says of its own exports. */
const EXPORTS = [
  /^(?:var|let|const)\s+[\w$]+_exports\s*=\s*\{\s*\}$/,
  /^module\.exports\s*=\s*__toCommonJS\([\w$]+\)$/,
  /^export\s*\{[\w$\s,]*\}$/,
  /^0\s*&&\s*\(\s*module\.exports\s*=\s*\{[\w$\s,]*\}\s*\)$/,
];

/** The list in which it says them, and each of it. */
const LIST = /^__export\(\s*[\w$]+\s*,\s*\{([^{}]*)\}\s*\)$/;
const LISTED = /^[\w$"]+\s*:\s*\(\)\s*=>\s*[\w$.]+$/;

/**
 * A script without the helpers of a bundler; undefined where it has none. Minifiers leave the names of these alone as long as modules share them.
 *
 * @param code without comments; short, as it is read character by character
 */
export function withoutHelpers(code: string): string | undefined {
  if (!FIRST.test(code)) return undefined;
  return parts(code, ';')
    .filter((part) => !isHelper(part.trim()))
    .join(';');
}

function isHelper(statement: string): boolean {
  if (EXPORTS.some((form) => form.test(statement))) return true;
  const list = LIST.exec(statement)?.[1];
  if (list !== undefined)
    return list.split(',').every((part) => part.trim() === '' || LISTED.test(part.trim()));
  const words = DECLARES.exec(statement)?.[0];
  if (words === undefined) return false;
  return parts(statement.slice(words.length), ',').every((declared) => {
    const name = /^\s*([\w$]+)\s*=/.exec(declared)?.[1];
    return name !== undefined && HELPER.test(name) && declared.length <= MAX_HELPER;
  });
}

/** Cuts at a mark that stands in no bracket and in no string. */
function parts(code: string, mark: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let at = 0; at < code.length; at++) {
    const character = code[at]!;
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'" || character === '`') quote = character;
    else if (character === '(' || character === '[' || character === '{') depth++;
    else if (character === ')' || character === ']' || character === '}') depth--;
    else if (character === mark && depth === 0) {
      found.push(code.slice(from, at));
      from = at + 1;
    }
  }
  found.push(code.slice(from));
  return found;
}
