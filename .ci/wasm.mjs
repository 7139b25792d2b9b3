// Compiles src/content/scanner/assembly/*.ts with AssemblyScript and writes each module as base64 into a TypeScript file beside
// that folder. With --check it writes nothing and fails where a committed module is not what its source compiles to.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const FOLDER = 'src/content/scanner';
/** These say themselves which functions stand in others: the compiler's own choice makes the lexer a quarter larger, and hardly faster. */
const CHOSEN = new Set(['script.ts']);
/** Where the tables lie that a module has in its own source, where not from byte 1024 on. */
const TABLES_AT = new Map([['literals.ts', '512']]);
const check = process.argv.includes('--check');

for (const source of readdirSync(`${FOLDER}/assembly`).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
)) {
  const options = [
    CHOSEN.has(source) ? '-O3s' : '-O3',
    '--noAssert',
    '--enable',
    'simd',
    '--runtime',
    'stub',
    ...(TABLES_AT.has(source) ? ['--memoryBase', TABLES_AT.get(source)] : []),
    '--initialMemory',
    '8',
    '--maximumMemory',
    '8',
  ];
  const { error, binary } = await compile(`${FOLDER}/assembly/${source}`, options);
  if (error) throw error;
  const target = `${FOLDER}/${source.replace(/\.ts$/, '.wasm.ts')}`;
  const text = `// Made by .ci/wasm.mjs from assembly/${source}.\nexport const WASM =\n  '${Buffer.from(binary).toString('base64')}';\n`;
  if (!check) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(`${target} is stale: run npm run wasm`);
    process.exitCode = 1;
  }
}

/** Compiles one file in memory. */
async function compile(file, options) {
  let binary;
  const { error } = await asc.main([file, ...options, '--outFile', 'module.wasm'], {
    stdout: process.stdout,
    stderr: process.stderr,
    writeFile: (_name, content) => {
      binary = content;
    },
  });
  return { error, binary };
}
