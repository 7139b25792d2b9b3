import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ForeignFormat } from '../../../src/manifest.ts';
import { rule } from '../../../src/rules/unminified/source.ts';
import { packageOf } from '../../facts.ts';
import { factsOf } from '../facts.ts';
import { readableModule, times } from './samples.ts';
import { told } from './told.ts';

const typed = times(
  4,
  (n) =>
    `export function add${n}(first: number, second: number): number {\n  const sum: number = first + second;\n  return sum;\n}\n`,
);
const element = times(
  4,
  (n) =>
    `export const Card${n} = (props) => (\n  <div className="card">\n    <p>It's {props.name}</p>\n  </div>\n);\n`,
);

const elm = `module Ledger exposing (add, total)\n\nimport List\n\n${times(
  10,
  (n) => `add${n} : Int -> Int\nadd${n} first =\n    first + ${n}\n\n`,
)}`;

/** Languages that a text alone shows: name, extension, text. */
const NATIVE = [
  ['Elm', 'elm', elm],
  [
    'Python',
    'py',
    `import os\nfrom ledger import Invoice\n\n${times(8, (n) => `def add_${n}(first, second):\n    if first is None:\n        return second\n    total = first + second\n    return total\n\n`)}`,
  ],
  [
    'C',
    'c',
    `#include <stdio.h>\n#include "ledger.h"\n\n${times(8, (n) => `static int add_${n}(int first, int second)\n{\n  int total = first + second;\n  return total;\n}\n\n`)}`,
  ],
  [
    'C++',
    'cc',
    `#include <vector>\n#include "ledger.h"\n\nnamespace ledger {\n${times(8, (n) => `int add_${n}(const std::vector<int>& all) {\n  int total = 0;\n  for (int one : all) total += one;\n  return total;\n}\n`)}}\n`,
  ],
  [
    'Rust',
    'rs',
    `use std::collections::HashMap;\n\n${times(8, (n) => `pub fn add_${n}(first: &str, second: u64) -> u64 {\n    let mut total = second;\n    total += first.len() as u64;\n    total\n}\n\n`)}`,
  ],
  [
    'Go',
    'go',
    `package ledger\n\nimport "fmt"\n\n${times(8, (n) => `func Add${n}(first int, second int) int {\n\ttotal := first + second\n\tfmt.Println(total)\n\treturn total\n}\n\n`)}`,
  ],
  [
    'Swift',
    'swift',
    `import Foundation\n\n${times(8, (n) => `func add${n}(first: Int, second: Int?) -> Int {\n    guard let second = second else { return first }\n    return first + second\n}\n\n`)}`,
  ],
  [
    'Kotlin',
    'kt',
    `package com.acme.ledger\n\nimport java.util.Date\n\n${times(8, (n) => `fun add${n}(first: Int, second: Int): Int {\n    val total = first + second\n    return total\n}\n\n`)}`,
  ],
  [
    'Java',
    'java',
    `package com.acme.ledger;\n\nimport java.util.Date;\n\npublic class Ledger {\n${times(8, (n) => `  private int add${n}(int first, int second) {\n    return first + second;\n  }\n`)}}\n`,
  ],
  [
    'C#',
    'cs',
    `using System;\nusing System.Linq;\n\nnamespace Acme.Ledger\n{\n    public class Ledger\n    {\n${times(8, (n) => `        private int Add${n}(int first, int second)\n        {\n            return first + second;\n        }\n`)}    }\n}\n`,
  ],
  [
    'Objective-C',
    'm',
    `#import <Foundation/Foundation.h>\n\n@implementation Ledger\n\n${times(8, (n) => `- (int)add${n}:(int)first to:(int)second {\n  return first + second;\n}\n\n`)}@end\n`,
  ],
  [
    'Zig',
    'zig',
    `const std = @import("std");\n\n${times(8, (n) => `pub fn add${n}(first: u32, second: u32) u32 {\n    return first + second;\n}\n`)}`,
  ],
  [
    'GLSL',
    'frag',
    `precision mediump float;\nuniform vec2 size;\n\n${times(6, (n) => `float blend${n}(float first, float second) {\n  return mix(first, second, 0.5);\n}\n`)}\nvoid main() {\n  gl_FragColor = vec4(size, 0.0, 1.0);\n}\n`,
  ],
  [
    'WGSL',
    'wgsl',
    `struct Size {\n  width: f32,\n};\n\n${times(6, (n) => `fn blend${n}(first: f32, second: f32) -> f32 {\n  return mix(first, second, 0.5);\n}\n`)}\n@fragment\nfn main() -> @location(0) vec4<f32> {\n  return vec4<f32>(0.0);\n}\n`,
  ],
  [
    'GraphQL',
    'graphql',
    times(
      8,
      (n) => `type Invoice${n} {\n  id: ID!\n  total(currency: String): Float!\n  lines: [Line!]!\n}\n\n`,
    ),
  ],
  [
    'GraphQL',
    'gql',
    times(
      8,
      (n) =>
        `"""\nWhat a customer pays.\nIt has lines.\n"""\ntype Invoice${n} {\n  "The number"\n  id: ID!\n}\n\n`,
    ),
  ],
  [
    'GLSL',
    'glsl',
    times(6, (n) => `vec3 blend${n}(vec3 first, vec3 second)\n{\n  return mix(first, second, 0.5);\n}\n\n`),
  ],
  [
    'C',
    'h',
    `#ifndef LEDGER_H\n#define LEDGER_H\n\n#include <stddef.h>\n\ntypedef struct ledger ledger;\n\n${times(8, (n) => `/* The sum of ${n}. */\nint add_${n}(int first, int second);\n`)}\n#endif\n`,
  ],
  [
    'Astro',
    'astro',
    `---\nimport Layout from '../Layout.astro';\nconst { title, lines } = Astro.props;\n---\n\n<Layout title={title}>\n${'  <ul class="lines">{lines.map((line) => <li>{line}</li>)}</ul>\n'.repeat(6)}</Layout>\n`,
  ],
  [
    'Svelte',
    'svelte',
    `<script>\n  import Card from './Card.svelte';\n  export let title = 'Ledger';\n  export let lines = [];\n</script>\n\n${'<Card {title} {lines} on:close={() => (title = null)} />\n'.repeat(6)}`,
  ],
  [
    'Less',
    'less',
    times(8, (n) => `@ink-${n}: #333;\n\n.card-${n} {\n  color: @ink-${n};\n  .rounded(4px);\n}\n`),
  ],
  [
    'ReScript',
    'res',
    `@module("ledger") external total: array<int> => int = "total"\n\n${times(8, (n) => `let add${n} = (first, second) => {\n  first + second\n}\n\n`)}`,
  ],
  [
    'Reason',
    're',
    `open Ledger;\n[@bs.module "ledger"] external total: array(int) => int = "total";\n\n${times(8, (n) => `let add${n} = (first, second) => {\n  first + second;\n};\n\n`)}`,
  ],
  [
    'Sass',
    'scss',
    `@use 'sass:math';\n$ink: #333;\n\n${times(8, (n) => `.card-${n} {\n  color: $ink;\n  &:hover {\n    color: red;\n  }\n}\n`)}`,
  ],
  [
    'Sass',
    'sass',
    `$ink: #333\n\n=stack($gap)\n  display: grid\n  gap: $gap\n\n${times(8, (n) => `.card-${n}\n  +stack(4px)\n  color: $ink\n  &:hover\n    opacity: .8\n\n`)}`,
  ],
  [
    'Stylus',
    'styl',
    `ink = #333\n\nstack(gap)\n  display grid\n  gap gap\n\n${times(8, (n) => `.card-${n}\n  stack(4px)\n  color ink\n  &:hover\n    opacity .8\n\n`)}`,
  ],
  [
    'ClojureScript',
    'cljs',
    `(ns acme.ledger\n  (:require [clojure.string :as str]))\n\n${times(8, (n) => `(defn total-${n} [lines]\n  (reduce + 0 (map :amount lines)))\n\n`)}`,
  ],
] as const;

for (const [what, path, text] of [
  ['TypeScript', 'src/a.ts', typed],
  ['a short module of TypeScript', 'src/a.ts', 'export const a: number = 1;\n'],
  [
    'a short module in a folder of sources that a build copied',
    'dist/src/a.ts',
    'export const a: number = 1;\n',
  ],
  ['TypeScript with JSX', 'src/a.tsx', typed + element],
  ['JSX', 'src/a.jsx', element],
  ['JSX called a script', 'src/a.js', element],
  ['TypeScript called a text', 'notes.txt', typed],
  ['TypeScript called a script', 'src/a.js', typed],
  ['Flow', 'src/a.js', `// @flow\n${typed}`],
  [
    'a Vue component',
    'src/A.vue',
    `<template>\n  <p>{{ name }}</p>\n</template>\n<script>${readableModule()}</script>\n`,
  ],
  ['Sass', 'src/a.scss', times(20, (n) => `$width-${n}: 10px;\n`)],
  ['CoffeeScript', 'src/a.coffee', times(20, (n) => `add${n} = (first, second) -> first + second\n`)],
  ['Svelte', 'src/A.svelte', `<script>${readableModule()}</script>\n<p>{name}</p>\n`],
  [
    'Svelte called a text',
    'a.txt',
    `<script>${readableModule()}</script>\n{#if name}\n<p>{name}</p>\n{/if}\n`,
  ],
  ['Astro', 'src/a.astro', `---\n${readableModule()}---\n<p>{name}</p>\n`],
  ['Less', 'src/a.less', times(20, (n) => `@width-${n}: 10px;\n`)],
  ['Stylus', 'src/a.styl', times(20, (n) => `.card-${n}\n  width 10px\n`)],
  ['Elm', 'src/A.elm', elm],
  ['Reason', 'src/a.re', times(20, (n) => `let add${n} = (first, second) => first + second;\n`)],
  ['ReScript', 'src/a.res', times(20, (n) => `let add${n} = (first, second) => first + second\n`)],
  ['PureScript', 'src/A.purs', times(20, (n) => `add${n} :: Int -> Int\nadd${n} x = x\n`)],
  [
    'Elixir',
    'src/a.ex',
    `defmodule Acme.Ledger do\n  import Acme.Date\n\n${times(8, (n) => `  def add_${n}(first, second) do\n    total = first + second\n    total\n  end\n\n`)}end\n`,
  ],
  [
    'Scala',
    'src/a.scala',
    `package com.acme.ledger\n\nimport java.util.Date\n\nobject Ledger {\n${times(8, (n) => `  def add${n}(first: Int, second: Int): Int = {\n    first + second\n  }\n`)}}\n`,
  ],
  [
    'Dart',
    'src/a.dart',
    `import 'package:acme/date.dart';\n\n${times(8, (n) => `int add${n}(int first, int second) {\n  final total = first + second;\n  return total;\n}\n\n`)}`,
  ],
  [
    'Groovy',
    'src/a.groovy',
    `package com.acme.ledger\n\nimport java.util.Date\n\n${times(8, (n) => `def add${n}(first, second) {\n  def total = first + second\n  return total\n}\n\n`)}`,
  ],
  ['OCaml', 'src/a.ml', times(20, (n) => `let add${n} first = first + ${n}\n`)],
  ['Haskell', 'src/A.hs', times(20, (n) => `add${n} :: Int -> Int\nadd${n} x = x\n`)],
  ['Haxe', 'src/A.hx', `class A {\n${times(12, (n) => `  static function add${n}(x:Int) return x;\n`)}}\n`],
  ['Gleam', 'src/a.gleam', times(20, (n) => `pub fn add${n}(x: Int) -> Int {\n  x + ${n}\n}\n`)],
  ['Nim', 'src/a.nim', times(20, (n) => `proc add${n}*(x: int): int =\n  x + ${n}\n`)],
  ['Solidity', 'src/A.sol', `contract A {\n${times(20, (n) => `  uint public part${n} = ${n};\n`)}}\n`],
  ['QML', 'src/A.qml', `Item {\n${times(20, (n) => `  property int part${n}: ${n}\n`)}}\n`],
  [
    'WebAssembly text',
    'src/a.wat',
    `(module\n${times(20, (n) => `  (global $g${n} i32 (i32.const ${n}))\n`)})\n`,
  ],
  ['Peggy', 'src/a.peggy', times(20, (n) => `rule${n} = "a${n}" { return ${n}; }\n`)],
  [
    'F# under a name that shaders have, too',
    'src/Ledger.fs',
    `module Harbour.Ledger\nopen Fable.Core\n\n${times(9, (n) => `let settle${n} (cents: float) tier percent =\n    let after = cents * factor tier\n    after * (1.0 + percent / 100.0)\n\n`)}`,
  ],
  ...NATIVE.flatMap(([name, extension, text]) => [
    [name, `src/a.${extension}`, text] as const,
    [`${name} called a text`, 'notes.txt', text] as const,
    [`${name} without a name`, 'data/a', text] as const,
    [`${name} put aside`, `src/a.${extension}.bak`, text] as const,
  ]),
] as const) {
  test(`source: ${what}`, () => {
    assert.deepEqual(Object.keys(told(path, text)), ['unminified/source']);
  });
}

for (const [what, path, text] of [
  [
    'YAML with a theme in it',
    'theme.txt',
    `name: ledger\n${times(8, (n) => `card-${n}:\n  color: #333\n  padding: 4px\n  hover:\n    opacity: .8\n`)}`,
  ],
  [
    'a manual that lists files and properties',
    'manual.txt',
    `.ledgerrc is read first\n\n${times(8, (n) => `option ${n}\n  color of the line\n  width 40px at most, and less on paper\n`)}`,
  ],
  [
    'templates that a server reads when it runs',
    'views/a.pug',
    times(20, (n) => `.card(data-n='${n}')\n  span= rows[${n}].name\n`),
  ],
  [
    'declarations',
    'dist/a.d.ts',
    times(30, (n) => `export declare function add${n}(first: number, second: number): number;\n`),
  ],
  [
    'declarations of Python',
    'typeshed/a.pyi',
    times(30, (n) => `def add${n}(first: int, second: int = ...) -> int: ...\n`),
  ],
  [
    'a translation for Qt',
    'lang/a.ts',
    `<?xml version="1.0"?>\n<!DOCTYPE TS>\n<TS>${'<message>text</message>\n'.repeat(50)}</TS>\n`,
  ],
  ['a short module whose name says nothing', 'src/a', 'export const a: number = 1;\n'],
  ['a short module where a build writes', 'dist/a.ts', 'export const a: number = 1;\n'],
  [
    're-exports of names in any script',
    'src/b.ts',
    times(30, (n) => `export { ɵpart as ɵpart${n} } from './module${n}';\n`),
  ],
  ['numbers called as a language', 'data/a.dart', times(200, (n) => `${n}.5 ${n}.25\n`)],
  ['a table called as a language', 'data/b.ml', times(200, (n) => `${n};${n}.25;x\n`)],
  ['certificates of a solution', 'data/c.sol', times(200, (n) => `x${n} = ${n}.25\n`)],
  ['an empty module', 'src/a.ts', '// nothing yet\n'],
  ['re-exports', 'src/index.ts', times(30, (n) => `export * from './module${n}';\n`)],
  [
    'prose with code in it',
    'README',
    `Usage\n\n    const a = 1;\n\n${'Words about what it does, and why it is so.\n'.repeat(20)}`,
  ],
  [
    'a film',
    'film.ts',
    Buffer.concat(Array.from({ length: 40 }, (_, n) => Buffer.alloc(188, n).fill(0x47, 0, 1))),
  ],
  [
    'a licence',
    'LICENSE.txt',
    times(
      40,
      (n) =>
        `${n}. Permission is hereby granted, free of charge, to any person (the "Licensee"); provided that\n   the above notice is included in all copies.\n`,
    ),
  ],
  [
    'JSON called a text',
    'a.txt',
    JSON.stringify(
      Array.from({ length: 60 }, (_, id) => ({ id, type: 'class' })),
      null,
      2,
    ),
  ],
  [
    'jobs as YAML under another name',
    'ci.conf',
    `.base:\n  image: node\n  height: 10\n${times(6, (n) => `job-${n}:\n  extends: .base\n  max: ${n}\n  script:\n    - npm ci\n`)}`,
  ],
  ['YAML called a text', 'a.txt', times(40, (n) => `task-${n}:\n  if: always()\n  run: make\n`)],
  ['CSV', 'a.dat', times(60, (n) => `${n},"class",return,12.5\n`)],
  ['a patch', 'fix.txt', `diff --git a/a.ts b/a.ts\n--- a/a.ts\n+++ b/a.ts\n${typed.replace(/^/gm, '+')}`],
  ['a snapshot of a test', 'a.snap', `exports[\`a 1\`] = \`\n${typed}\`;\n`],
  ['a log', 'a.out', times(60, (n) => `2026-01-31 12:00:${n} import of ledger.class done (${n} lines);\n`)],
  ['a makefile', 'Makefile', times(20, (n) => `all-${n}: a.o\n\tcc -o a a.o\n`)],
  ['a list of words', 'words.txt', times(200, (n) => `import${n}\nclass${n}\n`)],
  [
    'prose about code',
    'notes.txt',
    times(30, (n) => `The function add(${n}) returns a class; if it fails, import it again from there:\n`),
  ],
  ['prose with code in it, called a text', 'README.txt', `# Usage\n\n\`\`\`ts\n${typed}\n\`\`\`\n`],
  [
    'prose that begins with a logo',
    'README',
    `<p align="center">\n  <img src="logo.svg">\n</p>\n\n\`\`\`html\n<script>${readableModule()}</script>\n\`\`\`\n`,
  ],
  [
    'prose with a head',
    'page.txt',
    `---\ntitle: Ledger\nlayout: page\n---\n\n${'Words, and more of them.\n'.repeat(20)}`,
  ],
  [
    'a configuration',
    'nginx.conf',
    times(12, (n) => `server {\n  listen ${8000 + n};\n  root /srv/${n};\n}\n`),
  ],
  [
    'questions and answers',
    'faq.txt',
    times(30, (n) => `question ${n}: why is it so;\nanswer: because of that;\n`),
  ],
  [
    'descriptions of messages',
    'ledger.proto',
    `syntax = "proto3";\npackage acme.ledger;\nimport "date.proto";\noption java_package = "com.acme.ledger";\n\n${times(8, (n) => `message Entry${n} {\n  string id = 1;\n  int64 total = 2;\n}\n\n`)}`,
  ],
  [
    'the build of an Android library',
    'android/build.gradle',
    `apply plugin: 'com.android.library'\n\ndef safeGet(prop, fallback) {\n    rootProject.ext.has(prop) ? rootProject.ext.get(prop) : fallback\n}\n\nandroid {\n${times(8, (n) => `    setting${n} safeGet('setting${n}', ${n})\n`)}}\n`,
  ],
  ['prose with code in it', 'README.md', `# Usage\n\n\`\`\`ts\n${typed}\n\`\`\`\n`],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told(path, text), {});
  });
}

/** What the rule makes of a source in a package of these files. */
function settled(path: string, text: string, files: readonly string[], format?: ForeignFormat) {
  const manifest = { name: 'acme', version: '1.0.0', ...(format && { format }) };
  const settle = rule.settle?.(packageOf([path, ...files], { manifest }));
  return [...rule.inspect(factsOf(path, text))].map((sighting) => settle?.(sighting));
}

const gradle = times(
  8,
  (n) => `def add${n}(first, second) {\n    def total = first + second\n    return total\n}\n\n`,
);
const [, , python] = NATIVE[1];
const [, , cpp] = NATIVE[3];
const [, , rust] = NATIVE[4];
for (const [what, path, text, files, format] of [
  ['Python in a wheel', 'acme/a.py', python, [], 'wheel'],
  ['Python in an sdist', 'acme/a.py', python, [], 'sdist'],
  ['C++ in an sdist', 'src/a.cc', cpp, [], 'sdist'],
  ['Rust in a crate', 'src/lib.rs', rust, [], 'crate'],
] as const) {
  test(`quiet: ${what}`, () => assert.deepEqual(settled(path, text, files, format), [undefined]));
}

for (const [what, path, text, files, variant, format] of [
  ['Python in an npm package', 'tools/a.py', python, ['binding.gyp'], undefined],
  ['Python in an extension', 'extension/a.py', python, [], undefined, 'vsix'],
  ['TypeScript in a wheel', 'acme/a.ts', typed, [], undefined, 'wheel'],
  ['C++ in a wheel', 'acme/a.cc', cpp, [], undefined, 'wheel'],
  ['C++ of nobody', 'src/a.cc', cpp, ['README.md'], undefined],
  ['C++ beside another build', 'src/a.cc', cpp, ['src/native/binding.gyp'], undefined],
  ['C++ of an addon', 'src/a.cc', cpp, ['binding.gyp'], 'compiled'],
  ['C++ that CMake builds', 'deps/ledger/src/a.cc', cpp, ['deps/ledger/CMakeLists.txt'], 'compiled'],
  ['a script of a build by Gradle', 'android/publish.gradle', gradle, ['android/build.gradle'], 'compiled'],
  ['a script for Gradle alone', 'lib/init.gradle', gradle, [], undefined],
  ['Rust of a crate in the package', 'native/src/lib.rs', rust, ['native/Cargo.toml'], 'compiled'],
] as const) {
  test(`${what} is ${variant ?? 'a leak'}`, () => {
    assert.deepEqual(
      settled(path, text, files, format).map((sighting) => sighting?.variant),
      [variant],
    );
  });
}
