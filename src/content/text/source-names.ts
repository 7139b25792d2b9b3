/** An original language as a name tells it. */
interface NamedLanguage {
  /** What people call it. */
  readonly name: string;
  /** What the text has to look like, where other formats use the name as well. */
  readonly looks?: RegExp;
}

const SHADER =
  /\b(?:void|uniform|varying|attribute|precision|layout|struct|[iu]?vec[234]|mat[234]|float4?|cbuffer)\b/;
const C_LIKE = /^[ \t]*#[ \t]*(?:include|define|ifn?def|if|pragma|import)\b|[;{}][ \t]*$/m;
const REASON = /^[ \t]*(?:let|type|module|open|external|include|switch|@)/m;

/** Languages by the last extension of a name. */
const BY_NAME: readonly (readonly [extensions: string, name: string, looks?: RegExp])[] = [
  ['ts mts cts tsx', 'TypeScript'],
  ['jsx', 'JSX'],
  ['vue', 'Vue'],
  ['svelte', 'Svelte'],
  ['astro', 'Astro'],
  ['marko', 'Marko'],
  ['mdx', 'MDX'],
  ['scss sass', 'Sass'],
  ['less', 'Less'],
  ['styl stylus', 'Stylus'],
  ['pcss postcss', 'PostCSS'],
  ['coffee litcoffee cjsx', 'CoffeeScript'],
  ['ls', 'LiveScript', /->|\brequire!? /],
  ['civet', 'Civet'],
  ['imba', 'Imba'],
  ['elm', 'Elm'],
  ['purs', 'PureScript'],
  ['re rei', 'Reason', REASON],
  ['res resi', 'ReScript', REASON],
  ['cljs cljc', 'ClojureScript'],
  ['clj', 'Clojure'],
  ['ml mli', 'OCaml', /^[ \t]*(?:let|module|type|open|val|external|exception|include|and)\b/m],
  ['fsi fsx', 'F#', /^[ \t]*(?:let|module|namespace|type|open|val)\b/m],
  ['hs lhs', 'Haskell', /^(?:> ?)?(?:module|import|data|type|newtype|class|instance)\b|::/m],
  ['hx', 'Haxe', /\b(?:class|interface|enum|typedef|abstract|import|package|function)\b/],
  ['gleam', 'Gleam', /\b(?:fn|import|type|const)\b/],
  ['nim nims', 'Nim', /^[ \t]*(?:proc|func|import|type|let|var|const|when|template|macro|from|include)\b/m],
  ['sol', 'Solidity', /\b(?:pragma solidity|contract|interface|library|import)\b/],
  ['qml', 'QML', /^[ \t]*(?:import\b|[A-Z]\w* ?\{)/m],
  ['vb', 'Visual Basic', /^[ \t]*(?:Imports|Namespace|Public|Private|Module|Class|Option)\b/im],
  ['wat wast', 'WebAssembly text', /^[ \t]*\(/m],
  ['peggy pegjs', 'Peggy', /(?:^|\s)(?:=|<-|\u2190)\s/],
  ['flow', 'Flow'],
  [
    'graphql graphqls gql',
    'GraphQL',
    /\b(?:type|query|mutation|subscription|fragment|schema|input|enum|interface|directive|scalar|union)\b|^\s*\{/,
  ],
  ['glsl vert frag comp geom tesc tese vsh fsh', 'GLSL', SHADER],
  ['wgsl', 'WGSL', /\bfn\b|\bvar\b|\bstruct\b|@(?:vertex|fragment|compute|group)\b/],
  ['hlsl hlsli fx fxh', 'HLSL', SHADER],
  ['metal', 'Metal', C_LIKE],
  [
    'py pyw pyi',
    'Python',
    /^[ \t]*(?:def|class|import|from|if|for|while|return|print|with|try|@|[\w.]+ ?=)/m,
  ],
  ['pyx pxd', 'Cython'],
  ['c h', 'C', C_LIKE],
  ['cc cpp cxx c++ hh hpp hxx h++ ipp tpp', 'C++', C_LIKE],
  ['cu cuh', 'CUDA', C_LIKE],
  ['m', 'Objective-C', /^[ \t]*(?:#import\b|@(?:interface|implementation|import|protocol|class|end)\b)/m],
  ['mm', 'Objective-C', C_LIKE],
  ['rs', 'Rust', /\b(?:fn|use|mod|struct|enum|impl|pub|let|const|static|extern)\b/],
  ['go', 'Go', /^package \w/m],
  ['zig', 'Zig', /\b(?:const|var|fn|pub|test)\b/],
  ['swift', 'Swift', /\b(?:import|func|let|var|class|struct|enum|protocol|extension)\b/],
  ['kt kts', 'Kotlin', /\b(?:fun|val|var|class|object|import|package|plugins)\b/],
  ['java', 'Java', /\b(?:class|interface|enum|record|package|import)\b/],
  ['ex exs', 'Elixir', /\b(?:defmodule|defp?|import|use|config)\b/],
  ['scala', 'Scala', /\b(?:object|class|trait|package|import|def|enum)\b/],
  ['dart', 'Dart', /\b(?:import|library|part|export|class|enum|void|final|const|mixin|extension)\b/],
  ['groovy gradle', 'Groovy', /\b(?:def|class|import|package|void|apply|task|ext|project)\b/],
  ['cs', 'C#', /\b(?:using|namespace|class|struct|interface|enum)\b/],
];

const EXTENSIONS: ReadonlyMap<string, NamedLanguage> = new Map(
  BY_NAME.flatMap(([extensions, name, looks]) =>
    extensions.split(' ').map((extension) => [extension, { name, ...(looks && { looks }) }]),
  ),
);

/** The language that files with this extension, in lower case, are written in. */
export function sourceByName(extension: string): NamedLanguage | undefined {
  return EXTENSIONS.get(extension);
}
