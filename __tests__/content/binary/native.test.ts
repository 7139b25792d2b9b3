// A compiler for all systems makes the files: 170 MB to fetch the first time, then about 3 seconds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../../src/rules/index.ts';
import { inspectFile } from '../../../src/rules/inspect.ts';
import { makeFolder } from '../../folders.ts';
import { archived, compiled } from '../../tools/zig.ts';
import { lookInside } from '../inside.ts';

const skip =
  process.platform === 'linux' && process.arch === 'x64' ? false : 'the compiler is installed for Linux x64';

/** Rule, path and what it names, notes left out where there is something worse; and what was not read. */
function told(path: string, bytes: Buffer): string[] {
  const { own, facts } = lookInside(path, bytes, 65_536);
  return [...facts, own].flatMap((file) => [
    ...inspectFile(RULES, file).map(({ rule, path, evidence = {} }) => {
      const { format = '', firstSources = [] } = evidence as { format?: string; firstSources?: string[] };
      return `${rule} ${path} ${format} ${firstSources.map((source) => source.replace(/^.*\//, '')).join(' ')}`.trimEnd();
    }),
    ...(file.uninspected === undefined ? [] : [`${file.path}: ${file.uninspected}`]),
  ]);
}

const NATIVE = 'debug-info/native a.node DWARF pricing.c';

/** Target and flags to what is told of the library. */
const leaking: Record<string, [target: string, flags: string[], expected: string[]]> = {
  'ELF, DWARF 5': ['x86_64-linux-musl', ['-gdwarf-5'], [NATIVE]],
  'ELF, DWARF 4': ['x86_64-linux-musl', ['-gdwarf-4'], [NATIVE]],
  'ELF, 64-bit DWARF': ['x86_64-linux-musl', ['-g', '-gdwarf64'], [NATIVE]],
  'ELF of 32 bits': ['arm-linux-musleabi', ['-g'], [NATIVE]],
  'ELF with its bytes the other way round': ['powerpc64-linux-musl', ['-g'], [NATIVE]],
  'ELF, split': ['x86_64-linux-musl', ['-g', '-gsplit-dwarf'], [NATIVE]],
  'an object file for Linux': ['x86_64-linux-musl', ['-g', '-gdwarf-4', '-c'], [NATIVE]],
  'an object file for macOS': ['aarch64-macos', ['-g', '-c'], [NATIVE]],
  WebAssembly: ['wasm32-freestanding', ['-g'], ['debug-info/wasm a.node DWARF pricing.c']],
};
/** Built for a release. */
const clean: Record<string, [target: string, flags: string[]]> = {
  ELF: ['x86_64-linux-musl', ['-s']],
  'ELF of 32 bits': ['arm-linux-musleabi', ['-s']],
  'ELF with its bytes the other way round': ['powerpc64-linux-musl', ['-s']],
  "Mach-O for Apple's processors": ['aarch64-macos', ['-s']],
  "Mach-O for Intel's": ['x86_64-macos', ['-s']],
  'a Windows library': ['x86_64-windows-gnu', ['-s']],
  'a Windows library for ARM': ['aarch64-windows-gnu', ['-s']],
  'a Windows library whose database lies elsewhere': ['x86_64-windows-gnu', ['-g']],
  WebAssembly: ['wasm32-freestanding', ['-s']],
  'an object file': ['x86_64-linux-musl', ['-c', '-g0']],
};

for (const [name, [target, flags, expected]] of Object.entries(leaking)) {
  test(`finds the debug information of ${name}`, { skip }, (t) => {
    const bytes = compiled(makeFolder(t), target, flags, flags.includes('-c') ? 'pricing.o' : undefined);
    assert.deepEqual(told('a.node', bytes), expected);
  });
}
for (const [name, [target, flags]] of Object.entries(clean)) {
  test(`leaves a release build alone: ${name}`, { skip }, (t) => {
    const bytes = compiled(makeFolder(t), target, flags, flags.includes('-c') ? 'pricing.o' : undefined);
    assert.deepEqual(told('a.node', bytes), []);
  });
}

test('notes the names that a library for macOS keeps for debuggers', { skip }, (t) => {
  const bytes = compiled(makeFolder(t), 'aarch64-macos', ['-g']);
  assert.deepEqual(told('a.node', bytes), ['debug-info/names a.node']);
});

test('finds the database beside a Windows library, under any name', { skip }, (t) => {
  const bytes = compiled(makeFolder(t), 'x86_64-windows-gnu', ['-g'], 'made.pdb');
  assert.deepEqual(told('symbols.bin', bytes), ['debug-info/native symbols.bin PDB pricing.c']);
});

test("finds what Microsoft's compiler leaves in an object file", { skip }, (t) => {
  const bytes = compiled(makeFolder(t), 'x86_64-windows-gnu', ['-g', '-c'], 'pricing.o');
  assert.deepEqual(told('a.obj', bytes), ['debug-info/native a.obj CodeView']);
});

test('looks into the object files of a static library', { skip }, (t) => {
  const folder = makeFolder(t);
  compiled(folder, 'x86_64-linux-musl', ['-g', '-gdwarf-4', '-c'], 'pricing.o');
  assert.deepEqual(told('lib.a', archived(folder)), ['debug-info/native lib.a!/pricing.o DWARF pricing.c']);
});

test('comes to an end with any of them cut or changed anywhere', { skip }, (t) => {
  const folder = makeFolder(t);
  const files = [
    compiled(folder, 'x86_64-linux-musl', ['-g']),
    compiled(folder, 'aarch64-macos', ['-g', '-c'], 'pricing.o'),
    compiled(folder, 'x86_64-windows-gnu', ['-g'], 'made.pdb'),
    compiled(folder, 'x86_64-windows-gnu', ['-s']),
    compiled(folder, 'wasm32-freestanding', ['-g']),
  ];
  for (const bytes of files) {
    for (let i = 0; i < 150; i++) {
      const at = Math.floor((bytes.length * i) / 150);
      told('cut.node', bytes.subarray(0, at));
      const changed = Buffer.from(bytes);
      changed.fill(i % 3 === 0 ? 0xff : i % 3 === 1 ? 0x7f : 0x01, at, at + 1 + (i % 8));
      told('changed.node', changed);
    }
  }
});
