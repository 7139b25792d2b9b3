/** What a language is known by where the name does not tell. */
export interface Look {
  readonly name: string;
  /** One of these is in each text in which all of `has` are. Most texts hold none, and need not be cut into lines and tried. */
  readonly signs?: readonly string[];
  /** At least one line is of each of these kinds. */
  readonly has: readonly RegExp[];
  /** So many lines, and so great a part of all, are of one of these kinds. */
  readonly lines: RegExp;
  readonly atLeast: number;
  readonly share: number;
}

const ENDS = /[;{}(,)]\s*$/;

/** Lines of C, the preprocessor's among them. */
const HEADER =
  /[;{}(,)\\]\s*$|^\s*#\s*(?:include|define|undef|ifn?def|if|elif|else|endif|pragma|error)\b|^\s*(?:public|private|protected):/;
const REASON_LINE =
  /^\s*(?:let|type|external|module|open|and|include|switch|if|else|\||@|\[@|\}|\)|~?\w+\s*[:?,])|=>|[{(,;=]\s*$/;
/** Lines of style sheets with blocks. */
const STYLE_LINE =
  /^\s*(?:[$@][\w-]+\s*:|@\w+|[\w-]+\s*:\s*\S.*;|\}|[&.#:>\w*[][^;]*[{,]\s*$|[&.#:>\w*[][^;]*\{.*\}\s*$|[.#][\w-]+.*;\s*$)/;

/** A property of a style sheet without braces, and what only its values look like. */
const BARE_PROPERTY =
  /^\s+(?:align|background|border|color|display|flex|font|gap|grid|height|justify|left|letter-spacing|line-height|margin|min|max|opacity|padding|position|right|text|top|width|z-index)[\w-]*:? +(?:#[\da-f]{3,8}\b|[\d.]+(?:px|r?em|%|v[hw]|s)?(?=\s|$)|(?:auto|none|flex|grid|block|bold|center|relative|absolute|solid|inherit)\b|\$[\w-]+)(?: [\w#.%$()-]+){0,4}\s*$/;

/** Most distinctive first. Each pattern is for one line, cut where that is very long. */
export const LOOKS: readonly Look[] = [
  {
    name: 'Go',
    signs: ['package '],
    has: [/^package \w+\s*$/, /^func[ (]/],
    lines: /[{}(),]\s*$|:=|^\s*(?:return|import|type|var)\b/,
    atLeast: 4,
    share: 0.4,
  },
  {
    name: 'Rust',
    signs: ['fn '],
    has: [
      /^\s*(?:pub(?:\([^)]*\))? )?(?:async |unsafe |const )*fn \w+/,
      /->|::|\blet mut\b|&(?:self|str|mut)\b/,
    ],
    lines: ENDS,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'Zig',
    signs: ['@import("'],
    has: [/@import\("/, /\bfn \w+\(/],
    lines: ENDS,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'Objective-C',
    signs: ['@interface', '@implementation', '@property'],
    has: [/^\s*#(?:import|include)\b/, /^\s*@(?:interface|implementation|property)\b/],
    lines: /[;{}]\s*$|^\s*[-+] ?\(|^\s*[@#]|^\s*[A-Z][A-Z\d_]+\(.*\)\s*$/,
    atLeast: 4,
    share: 0.5,
  },
  {
    name: 'GLSL',
    signs: ['void main'],
    has: [
      /^\s*void main\s*\(/,
      /\b(?:uniform|varying|attribute|gl_(?:FragColor|Position)|precision|layout\s*\()/,
    ],
    lines: ENDS,
    atLeast: 4,
    share: 0.6,
  },
  // A shader's module, which another one includes.
  {
    name: 'GLSL',
    signs: ['vec2 ', 'vec3 ', 'vec4 ', 'mat2 ', 'mat3 ', 'mat4 ', 'sampler'],
    has: [
      /^\s*(?:(?:const|highp|mediump|lowp) )*(?:void|float|int|bool|[iub]?vec[234]|mat[234]) \w+\s*\(/,
      /\b(?:[iub]?vec[234]|mat[234]|sampler\w+) \w+/,
    ],
    lines: ENDS,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'WGSL',
    signs: ['@vertex', '@fragment', '@compute'],
    has: [/@(?:vertex|fragment|compute)\b/, /\bfn \w+\(/],
    lines: ENDS,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'C++',
    signs: ['#'],
    has: [/^\s*#\s*include\s*[<"]/, /\b(?:namespace|template ?<|class \w+|std::|public:|private:|nullptr)\b/],
    lines: ENDS,
    atLeast: 4,
    share: 0.5,
  },
  {
    name: 'C',
    signs: ['#'],
    has: [
      /^\s*#\s*include\s*[<"]/,
      /^\s*[\w*]+(?: [ *]*|(?<=[\w*]\*))\w+\([^;]*\)\s*(?:\{\s*)?$|^\s*return\b.*;/,
    ],
    lines: ENDS,
    atLeast: 4,
    share: 0.5,
  },
  // Headers: little but what the preprocessor reads, and declarations.
  {
    name: 'C++',
    signs: ['#'],
    has: [
      /^\s*#\s*(?:include\s*[<"]|ifndef \w+|define \w+|pragma once)/,
      /^\s*(?:namespace\b|template ?<|class \w+[^.]*[{;:]\s*$|public:|private:)/,
    ],
    lines: HEADER,
    atLeast: 4,
    share: 0.5,
  },
  {
    name: 'C',
    signs: ['#'],
    has: [
      /^\s*#\s*(?:include\s*[<"]|ifndef \w+|define \w+|pragma once)/,
      /^\s*(?:typedef|extern|static|inline|struct \w+|enum|union|void|int|(?:\w+_t)|const \w+)\b[^.]*[;{(,)]\s*$|^#\s*include\s*[<"]/,
    ],
    lines: HEADER,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'Java',
    signs: ['package ', 'import '],
    has: [
      /^\s*(?:package [\w.]+|import (?:static )?[\w.]+(?:\.\*)?);/,
      /\b(?:class|interface|enum|record) \w+/,
    ],
    lines: ENDS,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'C#',
    signs: ['using '],
    has: [
      /^\s*using [\w.]+;/,
      /^\s*(?:namespace|(?:public|internal|private|protected|sealed|static|abstract|partial) )/,
    ],
    lines: /[;{}(,)]\s*$/,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'Kotlin',
    signs: ['fun '],
    has: [
      /^\s*(?:(?:private|internal|override|suspend|public|inline) )*fun [\w<]/,
      /^\s*(?:private |internal )?val \w+|^(?:package|import) [\w.]+\s*$/,
    ],
    lines: /[{}(,)]\s*$|\bval \w|\bvar \w|^\s*return\b/,
    atLeast: 4,
    share: 0.4,
  },
  {
    name: 'Swift',
    signs: ['func '],
    has: [
      /^\s*(?:(?:public|private|internal|static|override|final|mutating|@\w+) )*func \w+/,
      /->|\bguard\b|^\s*(?:let|var) \w+|^import [A-Z]\w+\s*$/,
    ],
    lines: /[{}(,)]\s*$|^\s*(?:let|var|return|guard|case|import)\b/,
    atLeast: 4,
    share: 0.5,
  },
  {
    name: 'Python',
    signs: ['def ', 'class '],
    has: [
      /^\s*(?:async )?def \w+\(.*|^class \w.*:\s*$/,
      /^\s*(?:from [\w.]+ import |import \w|return\b|self\.|if .*:\s*$)/,
    ],
    lines:
      /^\s*(?:def|async def|class|from|import|return|if|elif|else|for|while|with|try|except|raise|yield|pass|@)\b|^\s*[\w.[\]'"]+(?:, ?\w+)* ?[-+*/|]?= ?\S|^\s*[\w.]+\(.*\)\s*$|:\s*$|^\s*["'#)\]}]/,
    atLeast: 5,
    share: 0.6,
  },
  {
    name: 'Elm',
    signs: [' exposing'],
    has: [/^(?:port )?module [A-Z][\w.]* exposing\b/],
    lines: /->|=|^import\b|^\s*[|{},[\]]|::?/,
    atLeast: 3,
    share: 0.3,
  },
  {
    name: 'PureScript',
    signs: ['::'],
    has: [/^module [A-Z][\w.]*(?: \(.*\))? where\s*$/, /::/],
    lines: /->|=|^import\b|::/,
    atLeast: 3,
    share: 0.3,
  },
  {
    name: 'Reason',
    signs: ['external ', 'module ', 'open ', '[@'],
    has: [
      /^\s*(?:external \w+\s*:|module [A-Z]\w*\s*(?::[^=]*)?=|open [A-Z]|\[@[\w.]+)/,
      /^\s*(?:let|type|external|module) .*[;{(=]\s*$/,
      /;\s*$/,
    ],
    lines: REASON_LINE,
    atLeast: 4,
    share: 0.6,
  },
  // What would pass for ReScript: definitions that end in the sign, and blocks without braces.
  {
    name: 'F#',
    signs: ['let '],
    has: [
      /^\s*(?:module|namespace) [\w.]+\s*$|^\s*open [A-Z][\w.]*\s*$/,
      /^[ \t]*let (?:rec |inline |mutable |private )?\w[^=]*=[ \t]*$/,
    ],
    lines:
      /=|->|\||^\s*(?:open|type|let|if|elif|else|for|match|module|namespace|do|with|\[<|[)\]}])|\s[-+*/]\s/,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'ReScript',
    signs: ['external ', 'module ', 'open ', '@'],
    has: [
      /^\s*(?:external \w+\s*:|module [A-Z]\w*\s*(?::[^=]*)?=|open [A-Z]|@(?:module|val|send|get|set|new|react\.component|unboxed|deriving|as)\b)/,
      /^\s*(?:let|type|external|module|switch|@\w+)\b.*[^;]\s*$/,
    ],
    lines: REASON_LINE,
    atLeast: 4,
    share: 0.6,
  },
  {
    name: 'Less',
    signs: ['@', ';'],
    has: [
      /^\s*@[\w-]+\s*:\s*[^{]*;|^\s*[.#][\w-]+\([^)]*\)\s*;\s*$|@\{[\w-]+\}|:\s.*@[\w-]+\b.*;\s*$/,
      /^\s*[\w-]+\s*:\s*\S.*;|^\s*@[\w-]+\s*:/,
    ],
    lines: STYLE_LINE,
    atLeast: 5,
    share: 0.7,
  },
  {
    name: 'Sass',
    signs: ['&', '@'],
    has: [/^\s*&\S.*\{|^\s*@(?:include|mixin|extend|use|forward)\b.*;?\s*$/, /^\s*[\w-]+\s*:\s*\S.*;/],
    lines: STYLE_LINE,
    atLeast: 5,
    share: 0.7,
  },
  {
    name: 'Sass',
    signs: ['@', '$'],
    has: [
      /^\s*(?:@(?:mixin|include|use|extend|function|if|each)\b.*|\$[\w-]+\s*:.*;)\s*$/,
      /\$[\w-]+|&[:.-]/,
    ],
    lines: /^\s*(?:\$[\w-]+\s*:|@\w+|[\w-]+\s*:\s*\S.*;|\}|[&.#:>\w][^;]*\{)/,
    atLeast: 5,
    share: 0.7,
  },
  {
    name: 'Sass',
    signs: [': '],
    has: [
      /^\s*(?:\$[\w-]+:\s|[=+.][\w-]|@(?:mixin|include|extend|use|import|each|if|for|function) |&[:.\w-])[^;{}]*$/,
      BARE_PROPERTY,
      /^\s+[a-z-]+: \S[^;{}]*$/,
    ],
    // With a dash and a blank lists begin, as YAML has them.
    lines: /^\s*(?!- )(?:\$[\w-]+:|[=+@&.#>*:[][^;{}]*$|[a-z-]+: \S[^;{}]*$|[\w-]+(?:[ ,:.][^;{}=]*)?$)/,
    atLeast: 6,
    share: 0.95,
  },
  {
    name: 'Stylus',
    has: [
      /^\s*(?:[$\w-]+ = [^;{}]+|&[:.\w-][^;{}]*|\.[\w-][^;{}]*|[\w-]+\([\w $,.=-]*\))$/,
      BARE_PROPERTY,
      /^\s+[a-z-]+ [^:;{}=]+$/,
    ],
    lines: /^\s*(?!- )(?:[$\w-]+ = |[@&.#>*:[+][^;{}]*$|[\w-]+\([^;{}]*\)$|[\w-]+(?:[ ,:.][^;{}=]*)?$)/,
    atLeast: 6,
    share: 0.95,
  },
  {
    name: 'ClojureScript',
    signs: ['(ns '],
    has: [/^\(ns [\w.*+!?<>=-]+/, /^\((?:defn-?|def|defonce|defmulti|defmacro) /],
    lines: /^\s*[()[\]{}:;"'@^#]|[)\]}]\s*$/,
    atLeast: 4,
    share: 0.7,
  },
  {
    name: 'GraphQL',
    signs: ['{'],
    has: [
      /^(?:extend )?(?:type|input|interface|query|mutation|subscription|fragment|schema)\b[^;=]*\{\s*$/,
      /^\s+\w+(?:\(.*\))?:\s*\[?[A-Z]\w*!?\]?!?|^\s+\.\.\.|^\s+\w+\s*(?:\(.*\)\s*)?\{\s*$/,
    ],
    lines:
      /^(?:extend )?(?:type|input|interface|enum|union|scalar|query|mutation|subscription|fragment|schema|directive)\b|^\s+\w+(?:\(.*\))?(?::\s*\[?\w+!?\]?!?.*)?(?:\s*\{)?\s*$|^\s*\}|^\s*"/,
    atLeast: 4,
    share: 0.8,
  },
  {
    name: 'CoffeeScript',
    signs: ['->', '=>'],
    has: [
      // A function that ends the line: of a variable, of a key, of a call that names what is tested or listened to.
      /^\s*(?:[\w.@$]+\s*[=:]\s*(?:\([^()]*\)\s*)?[-=]|[\w.@$]+ (?:'[^']*'|"[^"]*"), ?(?:\([^()]*\) ?)?-)>\s*$/,
      /^\s*(?:unless|return|if|else|for \w+ (?:in|of)|@\w+|[\w$]+ = )/,
    ],
    // Three words and nothing else are what people say.
    lines:
      /^\s*(?:[\w.@$]+\s*[=:]|class\b|if\b|else\b|unless\b|return\b|for\b|@\w+|(?!(?:[A-Za-z][\w'-]*[,;:]? ){2,}[A-Za-z][\w'-]*[.,:!?]?$)\w[\w.]* |#|\{.*\}$|[\w.@$]+\(.*\)(?:\.[\w.]+)?$|[[\](){}]+,?$)/,
    atLeast: 5,
    share: 0.7,
  },
];
