import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/debug-info/wasm.ts';
import { elf, lineTable, sized, wasm } from '../../binaries.ts';
import { sightInside } from '../facts.ts';

const SOME = Buffer.alloc(500, 1);
/** A component with one module in it. */
const component = (module: Buffer) =>
  Buffer.concat([Buffer.from('0061736d0d000100', 'hex'), Buffer.from([1]), sized(module)]);

const leaking: Record<string, [Buffer, string]> = {
  'DWARF sections': [
    wasm({ '.debug_info': SOME, '.debug_line': lineTable('src/secret.rs') }),
    'a.wasm: 535 B of DWARF debug information (94% of the file), which names 1 source file.',
  ],
  'a module in a component': [
    component(wasm({ '.debug_info': SOME })),
    'a.wasm: 500 B of DWARF debug information (94% of the file).',
  ],
  'nothing but the standard library': [
    wasm({ '.debug_line': lineTable('/rustc/abc/library/std/src/io/mod.rs') }),
    'a.wasm: 58 B of DWARF debug information (73% of the file), which names 1 source file, none of them your own. (foreign)',
  ],
};

const clean: Record<string, Buffer> = {
  'a module without debug sections': wasm({ producers: 'clang', target_features: '+simd' }),
  'a module with names': wasm({ name: Buffer.from([1, 3, 1, 0, 0]) }),
  'an empty section': wasm({ '.debug_info': '' }),
  'a library for a machine': elf({ '.debug_info': SOME }),
};

for (const [name, [bytes, told]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => assert.deepEqual(sightInside(rule, 'a.wasm', bytes), [told]));
}
for (const [name, bytes] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightInside(rule, 'a.wasm', bytes), []));
}
