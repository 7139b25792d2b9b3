// Executables that nobody builds: cut, changed, or made to cost much.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elf, lineTable, sized, wasm } from '../../binaries.ts';
import { mapText } from '../../rules/source-map/maps.ts';
import { lookInside } from '../inside.ts';
import { seeded } from '../pieces.ts';

const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, i * 4);
  return bytes;
};
const u64 = (value: number) => u32(value, Math.floor(value / 2 ** 32));
const text = (value: string) => Buffer.concat([u64(value.length), Buffer.from(value)]);

/** A Bun executable: texts, records of 52 bytes, the table, the trailer. */
function bun(modules: number, size: number, overlap: boolean): Buffer {
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
function bunWithMap(modules: number, sources: number, named = 1): Buffer {
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
function machO(sections: number): Buffer {
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
const whole = {
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

for (const [name, bytes] of Object.entries(whole)) {
  test(`comes to an end with ${name} that is cut or changed anywhere`, () => {
    const next = seeded(5);
    for (let i = 0; i < 400; i++) {
      const at = next(bytes.length);
      lookInside('a', bytes.subarray(0, at));
      const changed = Buffer.from(bytes);
      changed.fill([0, 1, 0x7f, 0x80, 0xff][i % 5]!, at, Math.min(bytes.length, at + 1 + (i % 8)));
      lookInside('a', changed);
    }
  });
}

/** What would cost much more than its size, and what is said of it. */
const costly: Record<string, [() => Buffer, RegExp]> = {
  'modules that lie over each other': [
    () => elf({ '.bun': bun(2000, 1_000_000, true) }),
    /lie over each other/,
  ],
  'more modules than there are bytes': [
    () =>
      elf({
        '.bun': Buffer.concat([
          Buffer.alloc(52),
          u64(52),
          u32(0, 0xffffffff),
          Buffer.alloc(16),
          Buffer.from('\n---- Bun! ----\n'),
        ]),
      }),
    /^$/,
  ],
  'a million marks of blobs': [
    () => elf({ note: Buffer.alloc(4_000_000, Buffer.from('20da4301', 'hex')) }),
    /^$/,
  ],
  'a million marks of Deno': [() => elf({ '.note.sui': Buffer.alloc(8_000_000, 'd3n0l4nd') }), /^$/],
  'a tree of Deno that is all depth': [
    () => {
      const tree = `${'[{"Dir":{"n":"a","e":'.repeat(50_000)}[]${'}}]'.repeat(50_000)}`;
      const head = [Buffer.from('d3n0l4nd'), text('{}'), Buffer.alloc(20)];
      return elf({ '.note.sui': Buffer.concat([...head, text(tree), u64(0), Buffer.from('d3n0l4nd')]) });
    },
    /^$/,
  ],
  'a million assets': [
    () =>
      elf({
        note: Buffer.concat([
          Buffer.from('20da430108000000', 'hex'),
          text('a.js'),
          text('go()'),
          u64(2 ** 50),
          Buffer.alloc(8_000_000),
        ]),
      }),
    /^$/,
  ],
  'rows that name one long string': [
    () => {
      // One column, in another section: 4 bytes a row, each for a megabyte.
      const rows = 400_000;
      const fields = Buffer.concat([
        Buffer.from([1, 1, 1, 0xfb, 14, 1]),
        Buffer.from([1, 1, 0x1f, 1]),
        u32(0),
        Buffer.from([1, 0x81, 0x40, 0x1f]),
        sized(Buffer.alloc(rows)).subarray(0, 3),
        Buffer.alloc(rows * 4),
      ]);
      const unit = Buffer.concat([
        u32(8 + fields.length),
        Buffer.from([5, 0, 8, 0]),
        u32(fields.length),
        fields,
      ]);
      return elf({ '.debug_line': unit, '.debug_line_str': Buffer.alloc(1_000_000, 'a') });
    },
    /^$/,
  ],
  'modules that share one map': [
    // Each of 20,000 has the same list of 20,000 sources.
    () => elf({ '.bun': bunWithMap(20_000, 20_000) }),
    /source map that Bun joined to it/,
  ],
  'sources that share one long name': [
    // 16 bytes a source, each of which names 4,096.
    () => elf({ '.bun': bunWithMap(1, 400_000, 4096) }),
    /more than 32,000,000 characters of names/,
  ],
  'blobs that share one list of assets': [
    () => {
      const marks = Array.from({ length: 5000 }, (_, i) =>
        // The script of each goes on to where the list begins.
        Buffer.concat([Buffer.from('20da430108000000', 'hex'), text('a'), u64((5000 - i - 1) * 25)]),
      );
      return elf({ note: Buffer.concat([...marks, u64(2 ** 50), Buffer.alloc(4_000_000)]) });
    },
    /more than 500,000 files/,
  ],
  'a tree of Deno with more parts than memory': [
    () => {
      const tree = `[{"a":[${'[],'.repeat(3_000_000)}[]]}]`;
      const head = [Buffer.from('d3n0l4nd'), text('{}'), Buffer.alloc(20)];
      return elf({ '.note.sui': Buffer.concat([...head, text(tree), u64(0), Buffer.from('d3n0l4nd')]) });
    },
    /more than 2,000,000 parts/,
  ],
  'a tree of Deno whose files lie under a long name': [
    () => {
      const file = '{"File":{"n":"a","o":[0,0]}}';
      const tree = `[{"Dir":{"n":"${'a'.repeat(4000)}","e":[${`${file},`.repeat(50_000)}${file}]}}]`;
      const head = [Buffer.from('d3n0l4nd'), text('{}'), Buffer.alloc(20)];
      return elf({ '.note.sui': Buffer.concat([...head, text(tree), u64(0), Buffer.from('d3n0l4nd')]) });
    },
    /more than 32,000,000 characters of names/,
  ],
  'commands of one executable that all point to one list of sections': [
    () => {
      const command = Buffer.concat([u32(0x19, 72), Buffer.alloc(56), u32(40_000, 0)]);
      const head = u32(0xfeedfacf, 0x0100000c, 0, 2, 20_000, 20_000 * 72, 0, 0);
      return Buffer.concat([head, ...new Array(20_000).fill(command), Buffer.alloc(40_000 * 80)]);
    },
    /damaged/,
  ],
  'folders that are all below one long one': [
    () => {
      // The folders of a unit are each joined to its first.
      const folders = 300_000;
      const count = Buffer.from([(folders & 127) | 128, ((folders >> 7) & 127) | 128, folders >> 14]);
      const fields = Buffer.concat([
        Buffer.from([1, 1, 1, 0xfb, 14, 1]),
        Buffer.from([1, 1, 0x08]),
        count,
        Buffer.alloc(4000, 'a'),
        Buffer.from([0]),
        Buffer.alloc((folders - 1) * 2, Buffer.from('b\0')),
        Buffer.from([0, 0]),
      ]);
      const unit = Buffer.concat([
        u32(8 + fields.length),
        Buffer.from([5, 0, 8, 0]),
        u32(fields.length),
        fields,
      ]);
      return elf({ '.debug_line': unit });
    },
    /^$/,
  ],
  'an executable of 90,000 sections': [() => machO(90_000), /^$/],
  'a module of nothing but sections': [
    () =>
      Buffer.concat([
        Buffer.from('0061736d01000000', 'hex'),
        Buffer.alloc(4_000_000, Buffer.from([0, 2, 1, 97])),
      ]),
    /more sections than packgate reads/,
  ],
  'a universal binary whose parts are itself': [
    () => {
      const head = Buffer.alloc(8 + 64 * 20);
      head.writeUInt32BE(0xcafebabe, 0);
      head.writeUInt32BE(30, 4);
      for (let i = 0; i < 64; i++) head.writeUInt32BE(4096, 8 + i * 20 + 12);
      return Buffer.concat([head, Buffer.alloc(4096)]);
    },
    /damaged/,
  ],
  'a static library with names without end': [
    () => {
      const head = (name: string, size: number) => `${name.padEnd(48)}${String(size).padEnd(10)}\`\n`;
      return Buffer.from(
        `!<arch>\n${head('//', 1_000_000)}${'a'.repeat(1_000_000)}${head('/1', 0).repeat(20_000)}`,
      );
    },
    /^$/,
  ],
};

for (const [name, [make, said]] of Object.entries(costly)) {
  test(`pays no more than its size for ${name}`, () => {
    const bytes = make();
    const began = process.cpuUsage();
    const { unread } = lookInside('a', bytes, 262_144);
    const { user, system } = process.cpuUsage(began);
    assert.match(unread ?? '', said);
    // Some ten times what it takes.
    assert.ok((user + system) / 1e6 < 6, `${(user + system) / 1e6} s`);
  });
}
