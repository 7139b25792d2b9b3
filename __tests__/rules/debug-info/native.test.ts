import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { rule } from '../../../src/rules/debug-info/native.ts';
import { elf, lineTable, wasm } from '../../binaries.ts';
import { sightInside } from '../facts.ts';

const SOME = Buffer.alloc(2000, 1);
const OWN = lineTable('/home/runner/work/acme/acme/src/pricing.c', 'src/secret.c');
const FOREIGN = lineTable('/rustc/90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf/library/core/src/fmt/mod.rs');
/** The header of a compressed section: zlib, the size, the alignment. */
const packed = (body: Buffer) => {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(1, 0);
  head.writeUInt32LE(body.length, 8);
  return Buffer.concat([head, deflateSync(body)]);
};

/** Bytes to what is told of them. */
const leaking: Record<string, [Buffer, string]> = {
  'DWARF sections': [
    elf({ '.text': SOME, '.debug_info': SOME, '.debug_line': OWN }),
    'a.node: 2.1 kB of DWARF debug information (46% of the file), which names 2 source files.',
  ],
  'a section without a line table': [
    elf({ '.debug_info': SOME }),
    'a.node: 2.0 kB of DWARF debug information (88% of the file).',
  ],
  'a split file': [
    elf({ '.debug_info.dwo': SOME }),
    'a.node: 2.0 kB of DWARF debug information (88% of the file).',
  ],
  'a machine with its bytes the other way round': [
    elf({ '.debug_info': SOME }, { bigEndian: true }),
    'a.node: 2.0 kB of DWARF debug information (88% of the file).',
  ],
  'compressed sections': [
    elf({ '.debug_info': packed(SOME), '.debug_line': packed(OWN) }, { flags: 0x800 }),
    'a.node: 146 B of DWARF debug information (29% of the file), which names 2 source files.',
  ],
  "nothing but a compiler's own library": [
    elf({ '.debug_line': FOREIGN }),
    'a.node: 97 B of DWARF debug information (26% of the file), which names 1 source file, none of them your own. (foreign)',
  ],
  'one file of its own among others': [
    elf({ '.debug_line': Buffer.concat([FOREIGN, OWN]) }),
    'a.node: 176 B of DWARF debug information (39% of the file), which names 3 source files, 2 files your own.',
  ],
};

/** Bytes of what a release holds. */
const clean: Record<string, Buffer> = {
  'a stripped library': elf({ '.text': SOME, '.rodata': Buffer.from('.debug_info DWARF') }),
  'an empty section': elf({ '.debug_info': Buffer.alloc(0) }),
  'what Rust leaves for gdb': elf({
    '.debug_gdb_scripts': Buffer.from('\x01gdb_load_rust_pretty_printers.py\0'),
  }),
  'a program without sections': elf({}).subarray(0, 64).fill(0, 40),
  'a WebAssembly module': wasm({ '.debug_info': SOME }),
  'text about it': Buffer.from('readelf shows .debug_info\n'),
};

for (const [name, [bytes, told]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => assert.deepEqual(sightInside(rule, 'a.node', bytes), [told]));
}
for (const [name, bytes] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightInside(rule, 'a.node', bytes), []));
}

for (const file of [
  '/rust/deps/gimli-0.32.3/src/read/unit.rs',
  'library/backtrace/src/symbolize/gimli.rs',
  'library/panic_unwind/src/gcc.rs',
  'library/std_detect/src/detect/cache.rs',
  'library/stdarch/crates/core_arch/src/x86/sse2.rs',
  '/home/runner/sdk/go1.26.1/src/runtime/proc.go',
  '/home/runner/.asdf/installs/golang/1.26.1/go/src/net/http/server.go',
]) {
  test(`knows a library that a compiler brings along: ${file}`, () => {
    const [told] = sightInside(rule, 'a.node', elf({ '.debug_line': lineTable(file) }));
    assert.match(told!, /names 1 source file, none of them your own\. \(foreign\)$/);
  });
}

for (const file of [
  'library/test/pricing.c',
  'library/core/pricing.cc',
  '/home/ci/go1/src/acme.dev/pricing/main.go',
]) {
  test(`takes for one's own what only lies like one: ${file}`, () => {
    const [told] = sightInside(rule, 'a.node', elf({ '.debug_line': lineTable(file) }));
    assert.doesNotMatch(told!, /none of them your own/);
  });
}
