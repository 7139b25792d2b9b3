import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { rule } from '../../../src/rules/source-map/embedded.ts';
import { elf, sized, wasm } from '../../binaries.ts';
import { sightInside } from '../facts.ts';
import { dataUrl, mapText } from './maps.ts';

const MAP = mapText();
const URL = Buffer.from(`//# sourceMappingURL=${dataUrl(MAP)}\n`);
const SOURCE = `export interface Invoice {\n  readonly customer: string;\n  readonly cents: number;\n}\nexport function total(invoices: readonly Invoice[], discount: number): number {\n  return invoices.reduce((sum: number, { cents }: Invoice) => sum + cents, 0) * discount;\n}\n`;
/** What Node.js reads as a single executable application: flags, name, script, assets. */
const blob = (script: string, assets: Readonly<Record<string, string>> = {}) => {
  const u64 = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
  };
  const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
  const files = Object.entries(assets).flatMap(([name, body]) => [text(name), text(body)]);
  const head = Buffer.from('20da43010800000002', 'hex');
  return Buffer.concat([head, text('dist/app.js'), text(script), u64(Object.keys(assets).length), ...files]);
};
const exposes = 'which would publish the full text of 2 original files (3 lines, 1 file your own).';

const leaking: Record<string, [path: string, Buffer, string[]]> = {
  'a map in a library': [
    'a.node',
    elf({ '.rodata': URL }),
    [`a.node: This file carries a source map (${Math.ceil(MAP.length / 3) * 4} B), ${exposes}`],
  ],
  'a map as it is in a library': [
    'a.node',
    elf({ '.rodata': Buffer.from(`\0${MAP}\0`) }),
    [`a.node: This file carries a source map (${MAP.length} B), ${exposes}`],
  ],
  'a map in byte code of Hermes': [
    'main.hbc',
    Buffer.concat([Buffer.from('c61fbc03c103191f5f000000', 'hex'), URL]),
    [`main.hbc: This file carries a source map (${Math.ceil(MAP.length / 3) * 4} B), ${exposes}`],
  ],
  'a map in other binary data': [
    'a.blob',
    Buffer.concat([Buffer.alloc(64), URL]),
    [`a.blob: This file carries a source map (${Math.ceil(MAP.length / 3) * 4} B), ${exposes}`],
  ],
  'a map in a section of a module': [
    'a.wasm',
    wasm({ sourceMappingURL: sized(Buffer.from(dataUrl(MAP))) }),
    [`a.wasm: This file carries a source map (${Math.ceil(MAP.length / 3) * 4} B), ${exposes}`],
  ],
  'a compressed map in a section that no tool is known to write': [
    'a.wasm',
    wasm({ javy_source: brotliCompressSync(MAP) }),
    [
      `a.wasm!/javy_source!/javy_source: This file inside a WebAssembly module carries a source map (${MAP.length} B), ${exposes}`,
    ],
  ],
  'a map in the script of an executable': [
    'app',
    elf({ note: blob(`go();\n${URL}`) }),
    [
      `app!/dist/app.js: This file inside a single executable of Node.js carries a source map (${Math.ceil(MAP.length / 3) * 4} B), ${exposes}`,
    ],
  ],
  'a map and a source among its assets, in a file of their own': [
    'sea-prep.blob',
    blob('go();', { 'app.js.map': MAP, 'src/total.ts': SOURCE }),
    [
      `sea-prep.blob!/app.js.map: This file inside a single executable of Node.js carries a source map (${MAP.length} B), ${exposes}`,
      'sea-prep.blob!/src/total.ts: TypeScript source, 7 lines, inside a single executable of Node.js.',
    ],
  ],
};
const clean: Record<string, [path: string, Buffer]> = {
  'a library that reads maps': [
    'a.node',
    elf({
      '.rodata': Buffer.from(
        '//# sourceMappingURL=data:application/json;base64,\0"sourcesContent"\0{"version":3',
      ),
    }),
  ],
  'an executable of minified code': ['app', elf({ note: blob('(()=>{let e=1;console.log(e)})();') })],
  'machine code with the mark of a blob in it': [
    'app',
    elf({ '.text': Buffer.from('20da43010000000020da4301ff', 'hex') }),
  ],
  'a module with a reference': ['a.wasm', wasm({ sourceMappingURL: sized(Buffer.from('a.wasm.map')) })],
  'a source that is a file': ['total.ts', Buffer.from(SOURCE)],
  'a map that is a file': ['a.map', Buffer.from(MAP)],
};

for (const [name, [path, bytes, told]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => assert.deepEqual(sightInside(rule, path, bytes).sort(), told));
}
for (const [name, [path, bytes]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightInside(rule, path, bytes), []));
}
