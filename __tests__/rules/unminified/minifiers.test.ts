import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HAS_CLOSURE, SCRIPT_MINIFIERS, STYLE_MINIFIERS } from '../../tools/minifiers.ts';
import { PROGRAMS, SHEET } from './programs.ts';
import { told } from './told.ts';

// Real minifiers over programs written here, at every setting that changes how the text looks. About 15 seconds, most of
// it for starting Closure, rolldown and Bun; and 180 MB to install, once.

const BOTH = ['commonjs', 'esm', 'umd'] as const;
const licensed = (text: string) => `/*! tariffs 1.0.0 | (c) somebody | MIT */\n${text}`;

type Case = readonly [tool: keyof typeof SCRIPT_MINIFIERS, options: object];

const MINIFIED: readonly Case[] = [
  ['terser', {}],
  ['terser', { compress: false }],
  ['terser', { compress: { passes: 3, unsafe: true } }],
  ['terser', { toplevel: true }],
  ['terser', { module: false }],
  ['terser', { ie8: true, safari10: true, ecma: 5 }],
  ['terser', { keep_fnames: true, keep_classnames: true }],
  ['terser', { mangle: { properties: { regex: /^#/ } } }],
  ['terser', { format: { max_line_len: 80 } }],
  ['terser', { format: { max_line_len: 500 } }],
  ['terser', { format: { semicolons: false } }],
  ['terser', { format: { ascii_only: true, quote_style: 1 } }],
  ['terser', { format: { comments: 'some' } }],
  ['terser', { format: { braces: true, wrap_iife: true, keep_quoted_props: true, quote_keys: true } }],
  ['terser', { format: { preamble: '/* tariffs 1.0.0 */' } }],
  ['terser', { module: true }],
  ['terser', { format: { ecma: 2020, inline_script: true, webkit: true } }],
  ['esbuild', { minify: true, legalComments: 'inline' }],
  ['esbuild', { minify: true, ignoreAnnotations: true }],
  ['swc', { compress: true, mangle: true, module: true }],
  ['uglify', { module: true }],
  ['uglify', { output: { max_line_len: 500 } }],
  ['esbuild', { minify: true }],
  ['esbuild', { minify: true, keepNames: true }],
  ['esbuild', { minify: true, lineLimit: 80 }],
  ['esbuild', { minify: true, lineLimit: 500 }],
  ['esbuild', { minify: true, charset: 'utf8' }],
  ['esbuild', { minify: true, target: 'es2015' }],
  ['esbuild', { minify: true, format: 'iife' }],
  ['esbuild', { minify: true, format: 'cjs', platform: 'node' }],
  ['esbuild', { minify: true, legalComments: 'eof' }],
  ['esbuild', { minifyWhitespace: true, minifyIdentifiers: true }],
  ['swc', { compress: true, mangle: true }],
  ['swc', { compress: false, mangle: true }],
  ['swc', { compress: true, mangle: { keep_fnames: true, keep_classnames: true } }],
  ['swc', { compress: true, mangle: true, format: { asciiOnly: true } }],
  ['swc', { compress: true, mangle: { toplevel: true } }],
  ['uglify', {}],
  ['uglify', { compress: false }],
  ['uglify', { toplevel: true }],
  ['uglify', { ie: true, webkit: true }],
  ['uglify', { keep_fnames: true }],
  ['uglify', { output: { max_line_len: 80 } }],
  ['uglify', { output: { ascii_only: true, quote_style: 3 } }],
  ['uglify', { output: { semicolons: false } }],
  ['rolldown', { compress: true, mangle: true, codegen: true }],
  ['rolldown', { compress: false, mangle: true, codegen: true }],
  ['bun', { minify: true }],
];
/** Minified, but for comments: told where there are enough of them. */
const COMMENTED: readonly Case[] = [
  ['terser', { format: { comments: 'all' } }],
  ['uglify', { output: { comments: 'all' } }],
];
/** White space gone, and no more. */
const TIGHT: readonly Case[] = [
  ['terser', { compress: false, mangle: false }],
  ['terser', { mangle: false }],
  ['terser', { mangle: false, format: { max_line_len: 80 } }],
  ['esbuild', { minifyWhitespace: true }],
  ['esbuild', { minifyWhitespace: true, minifySyntax: true }],
  ['swc', { compress: false, mangle: false }],
  ['uglify', { compress: false, mangle: false }],
  ['uglify', { mangle: false }],
  ['rolldown', { compress: false, mangle: false, codegen: true }],
  ['bun', { 'minify-whitespace': true }],
];
/** Names mangled, laid out: half minified, and readable where most names had to stay. */
const LAID_OUT: readonly Case[] = [
  ['terser', { compress: false, format: { beautify: true } }],
  ['terser', { format: { beautify: true } }],
  ['esbuild', { minifyIdentifiers: true }],
  ['esbuild', { minifyIdentifiers: true, minifySyntax: true }],
  ['uglify', { output: { beautify: true } }],
  ['rolldown', { compress: true, mangle: true, codegen: false }],
  ['bun', { 'minify-identifiers': true }],
];
const READABLE: readonly Case[] = [
  ['terser', { compress: false, mangle: false, format: { beautify: true, comments: 'all' } }],
  ['esbuild', {}],
  ['esbuild', { minifySyntax: true }],
  ['uglify', { compress: false, mangle: false, output: { beautify: true } }],
  ['rolldown', { compress: false, mangle: false, codegen: false }],
  ['bun', {}],
];
const CLOSURE: readonly (readonly [options: object, rules: readonly string[]])[] = [
  [{ level: 'SIMPLE' }, []],
  [{ level: 'ADVANCED', externs: '/dev/null', jscomp_off: '*' }, []],
  [{ level: 'SIMPLE', language_out: 'ECMASCRIPT5' }, []],
  [{ level: 'WHITESPACE_ONLY' }, ['unminified/partial']],
  [{ level: 'WHITESPACE_ONLY', formatting: 'PRETTY_PRINT' }, ['unminified/script']],
];

for (const [means, cases, rules] of [
  ['minified', MINIFIED, [[]]],
  ['minified, comments kept', COMMENTED, [[], ['unminified/partial']]],
  ['white space gone', TIGHT, [['unminified/partial']]],
  ['laid out', LAID_OUT, [['unminified/partial'], ['unminified/script']]],
  ['readable', READABLE, [['unminified/script']]],
] as const) {
  for (const [tool, options] of cases) {
    for (const kind of BOTH) {
      test(`${means}: ${tool} ${JSON.stringify(options)} of ${kind}`, async () => {
        const text = await SCRIPT_MINIFIERS[tool](licensed(PROGRAMS[kind]), { ...options });
        const seen = Object.keys(told('dist/a.js', text));
        assert.ok(
          rules.some((expected) => expected.join() === seen.join()),
          `${seen.join() || 'quiet'}\n${text}`,
        );
      });
    }
  }
}

for (const [tool, options, rules] of [
  ['esbuild', { minify: true, lineLimit: 80 }, []],
  ['esbuild', { minify: true, lineLimit: 120 }, []],
  ['terser', { format: { max_line_len: 80 } }, []],
  ['uglify', { output: { max_line_len: 80 } }, []],
  ['esbuild', { minifyWhitespace: true, lineLimit: 80 }, ['unminified/partial']],
  ['esbuild', { loader: 'js' }, ['unminified/script']],
] as const) {
  for (const [what, indent] of [
    ['a tab', () => '\t'],
    ['four blanks', () => '    '],
    ['a blank line with CR LF, and a tab', () => '\r\n\t'],
    ['ever more blanks', (line: number) => ' '.repeat(line % 9)],
  ] as const) {
    test(`wrapped, ${what} at each line: ${tool} ${JSON.stringify(options)}`, async () => {
      const program = `${PROGRAMS.commonjs}\n{${PROGRAMS.umd}}\n{${PROGRAMS.commonjs}}`;
      const text = await SCRIPT_MINIFIERS[tool](program, { ...options });
      let line = 0;
      const wrapped = text.replace(/\n/g, (feed: string) => `${feed}${indent(line++)}`);
      assert.deepEqual(Object.keys(told('dist/a.js', wrapped)), rules, wrapped);
    });
  }
}

for (const [options, rules] of CLOSURE) {
  const skip = HAS_CLOSURE ? false : 'no compiler for this platform is installed';
  test(`closure ${JSON.stringify(options)}`, { skip }, () => {
    const text = SCRIPT_MINIFIERS.closure(licensed(PROGRAMS.umd), { level: '', ...options });
    assert.deepEqual(Object.keys(told('dist/a.js', text)), rules, text);
  });
}

for (const [tool, options] of [
  ['lightningcss', { minify: true }],
  ['lightningcss', { minify: true, targets: { safari: 13 << 16 } }],
  ['cssnano', { preset: 'default' }],
  ['cssnano', { preset: ['default', { discardComments: false }] }],
  ['csso', {}],
  ['csso', { restructure: false, comments: false }],
  ['cleancss', {}],
  ['cleancss', { level: 2 }],
  ['cleancss', { format: { wrapAt: 80 } }],
  ['cleancss', { format: { breaks: { afterRuleEnds: true } } }],
  ['cleancss', { format: { breaks: { afterRuleEnds: 2, afterBlockEnds: true } } }],
  ['esbuild', { minify: true }],
  ['esbuild', { minify: true, lineLimit: 80 }],
] as const) {
  test(`minified: ${tool} ${JSON.stringify(options)} of a style sheet`, async () => {
    assert.deepEqual(told('dist/a.css', await STYLE_MINIFIERS[tool](licensed(SHEET), { ...options })), {});
  });
}

for (const [tool, options] of [
  ['lightningcss', {}],
  ['cleancss', { format: 'beautify' }],
  ['esbuild', {}],
] as const) {
  test(`readable: ${tool} ${JSON.stringify(options)} of a style sheet`, async () => {
    const text = await STYLE_MINIFIERS[tool](licensed(SHEET), { ...options });
    assert.deepEqual(Object.keys(told('dist/a.css', text)), ['unminified/style']);
  });
}
