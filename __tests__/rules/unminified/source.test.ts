import assert from 'node:assert/strict';
import { test } from 'node:test';
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

for (const [what, path, text] of [
  ['TypeScript', 'src/a.ts', typed],
  ['a short module of TypeScript', 'src/a.ts', 'export const a: number = 1;\n'],
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
] as const) {
  test(`source: ${what}`, () => {
    assert.deepEqual(Object.keys(told(path, text)), ['unminified/source']);
  });
}

for (const [what, path, text] of [
  [
    'declarations',
    'dist/a.d.ts',
    times(30, (n) => `export declare function add${n}(first: number, second: number): number;\n`),
  ],
  [
    'a translation for Qt',
    'lang/a.ts',
    `<?xml version="1.0"?>\n<!DOCTYPE TS>\n<TS>${'<message>text</message>\n'.repeat(50)}</TS>\n`,
  ],
  ['a short module whose name says nothing', 'src/a', 'export const a: number = 1;\n'],
  ['an empty module', 'src/a.ts', '// nothing yet\n'],
  ['re-exports', 'src/index.ts', times(30, (n) => `export * from './module${n}';\n`)],
  [
    'prose with code in it',
    'README',
    `Usage\n\n    const a = 1;\n\n${'Words about what it does, and why it is so.\n'.repeat(20)}`,
  ],
  ['prose with code in it', 'README.md', `# Usage\n\n\`\`\`ts\n${typed}\n\`\`\`\n`],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told(path, text), {});
  });
}
