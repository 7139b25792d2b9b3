// How fast the exact lexers read, in MB/s: SIMD WebAssembly and the plain loops, which must say the same.
//   npm run bench:lexers -- FILE ...   scripts and style sheets; without one, what the repository holds after an install
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSimdScriptLexer } from '../src/content/scanner/simd-script.ts';
import { createSimdStyleLexer } from '../src/content/scanner/simd-style.ts';
import { PlainScriptLexer } from '../src/content/text/script-plain.ts';
import { PlainStyleLexer } from '../src/content/text/style-plain.ts';

interface Lexer {
  push(view: Uint8Array): void;
  end(): unknown;
}

/** As archives hand files over. */
const VIEW = 256 * 1024;
/** Short files are read as often as makes so many bytes; the fastest of so many rounds counts, which others on the machine disturbed least. */
const BYTES = 8 << 20;
const ROUNDS = 7;
/** Minified and readable. */
const FILES = [
  'dist/index.js',
  'node_modules/minimatch/dist/esm/index.js',
  'node_modules/yaml/browser/dist/compose/composer.js',
  'node_modules/zod/v4/core/schemas.js',
];

function read(lexer: Lexer, file: Buffer): unknown {
  for (let at = 0; at < file.length; at += VIEW) lexer.push(file.subarray(at, at + VIEW));
  return lexer.end();
}

/** MB/s. */
function speed(create: () => Lexer, file: Buffer): number {
  const times = Math.ceil(BYTES / file.length);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const begun = process.hrtime.bigint();
    for (let i = 0; i < times; i++) read(create(), file);
    best = Math.min(best, Number(process.hrtime.bigint() - begun));
  }
  return (1000 * times * file.length) / best;
}

const { positionals } = parseArgs({ allowPositionals: true });
console.log('| file | bytes | SIMD, MB/s | plain, MB/s |\n| --- | --- | --- | --- |');
for (const path of positionals.length > 0 ? positionals : FILES) {
  const file = readFileSync(path);
  const style = path.endsWith('.css');
  const simd = (): Lexer => (style ? createSimdStyleLexer() : createSimdScriptLexer({ jsx: true }))!;
  const plain = (): Lexer => (style ? new PlainStyleLexer() : new PlainScriptLexer({ jsx: true }));
  // A fast wrong answer is no figure.
  assert.deepEqual(read(simd(), file), read(plain(), file));
  const [fast, slow] = [speed(simd, file), speed(plain, file)];
  console.log(`| ${path} | ${file.length} | ${fast.toFixed(0)} | ${slow.toFixed(0)} |`);
}
