import { elf, lineTable, sized, wasm } from '../../binaries.ts';
import { mapText } from '../../rules/source-map/maps.ts';

export const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, i * 4);
  return bytes;
};
export const u64 = (value: number) => u32(value, Math.floor(value / 2 ** 32));
export const text = (value: string) => Buffer.concat([u64(value.length), Buffer.from(value)]);

/** A Bun executable: texts, records of 52 bytes, the table, the trailer. */
export function bun(modules: number, size: number, overlap: boolean): Buffer {
  const name = Buffer.from('/$bunfs/root/a.js');
  const body = Buffer.alloc(overlap ? size : size * modules, 'let a=1;');
  const records = Array.from({ length: modules }, (_, i) => {
    // Each a byte later than the one before: no two are the same place.
    const from = name.length + (overlap ? i : i * size);
    const length = overlap ? size - modules : size;
    return Buffer.concat([u32(0, name.length, from, length), Buffer.alloc(32), Buffer.from([1, 1, 1, 0])]);
  });
  const parts = [name, body, ...records];
  const length = Buffer.concat(parts).length;
  const table = Buffer.concat([u64(length), u32(name.length + body.length, modules * 52), Buffer.alloc(16)]);
  return Buffer.concat([Buffer.alloc(64), ...parts, table, Buffer.from('\n---- Bun! ----\n')]);
}

/** A Bun executable whose modules all have the same map, of so many sources. */
export function bunWithMap(modules: number, sources: number, named = 1): Buffer {
  const name = Buffer.from('/$bunfs/root/a.js');
  const names = Array.from({ length: sources }, () => u32(8 + sources * 16, named));
  const texts = Array.from({ length: sources }, () => u32(0, 0));
  const map = Buffer.concat([u32(sources, 0), ...names, ...texts, Buffer.alloc(named, 's')]);
  const records = Array.from({ length: modules }, (_, i) =>
    Buffer.concat([
      u32(0, name.length, i % name.length, 1, name.length, map.length),
      Buffer.alloc(24),
      Buffer.from([1, 1, 1, 0]),
    ]),
  );
  const parts = Buffer.concat([name, map, ...records]);
  const table = Buffer.concat([
    u64(parts.length),
    u32(name.length + map.length, modules * 52),
    Buffer.alloc(16),
  ]);
  return Buffer.concat([Buffer.alloc(64), parts, table, Buffer.from('\n---- Bun! ----\n')]);
}

/** An executable of macOS with one segment of so many sections. */
export function machO(sections: number): Buffer {
  const section = Buffer.alloc(80);
  section.write('__text');
  section.writeUInt32LE(1, 48);
  const size = 72 + sections * 80;
  const segment = Buffer.concat([u32(0x19, size), Buffer.alloc(56), u32(sections, 0)]);
  const head = u32(0xfeedfacf, 0x0100000c, 0, 2, 1, size, 0, 0);
  return Buffer.concat([head, segment, ...new Array(sections).fill(section)]);
}

const blob = Buffer.concat([
  Buffer.from('20da430108000000', 'hex'),
  text('a.js'),
  text('go()'),
  u64(2),
  text('a.map'),
  text(mapText()),
  text('b'),
  text('b'),
]);
const deno = (() => {
  const tree = '[{"Dir":{"n":"src","e":[{"File":{"n":"a.map","o":[0,100]}}]}}]';
  const files = Buffer.from(mapText().padEnd(400));
  const head = [Buffer.from('d3n0l4nd'), text('{"argv":[]}'), Buffer.alloc(20)];
  return Buffer.concat([...head, text(tree), u64(files.length), files, Buffer.from('d3n0l4nd')]);
})();
const nexe = (() => {
  const code = Buffer.from('process.__nexe = {"resources":{"./a.map":[0,100]}};\n');
  const sizes = Buffer.alloc(16);
  sizes.writeDoubleLE(code.length, 0);
  sizes.writeDoubleLE(400, 8);
  return Buffer.concat([code, Buffer.from(mapText().padEnd(400)), Buffer.from('<nexe~~sentinel>'), sizes]);
})();
/** One of each form that a tool joins to an executable. */
export const EXECUTABLES: Readonly<Record<string, Buffer>> = {
  'a Bun executable': elf({ '.bun': bun(3, 400, false) }),
  'a blob of Node.js': elf({ note: blob }),
  'a Deno executable': elf({ '.note.sui': deno }),
  'a nexe executable': Buffer.concat([elf({}), nexe]),
  'a module': wasm({
    sourceMappingURL: sized(Buffer.from('a.map')),
    '.debug_line': lineTable('a.c'),
    more: mapText(),
  }),
  'a static library': Buffer.from(`!<arch>\n${'a.o/'.padEnd(48)}${'4'.padEnd(10)}\`\nabcd`),
};
