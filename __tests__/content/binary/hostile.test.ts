// Executables that nobody builds: cut, changed, or made to cost much.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elf, sized } from '../../binaries.ts';
import { lookInside } from '../inside.ts';
import { seeded } from '../pieces.ts';
import { bun, bunWithMap, EXECUTABLES, machO, text, u32, u64 } from './made-executables.ts';

for (const [name, bytes] of Object.entries(EXECUTABLES)) {
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
  'a million marks of Deno': [
    () => elf({ '.note.sui': Buffer.alloc(8_000_000, 'd3n0l4nd') }),
    /more marks of Deno than packgate looks at/,
  ],
  'a tree of Deno that is all depth': [
    () => {
      const tree = `${'[{"Dir":{"n":"a","e":'.repeat(50_000)}[]${'}}]'.repeat(50_000)}`;
      const head = [Buffer.from('d3n0l4nd'), text('{}'), Buffer.alloc(20)];
      return elf({ '.note.sui': Buffer.concat([...head, text(tree), u64(0), Buffer.from('d3n0l4nd')]) });
    },
    /damaged, too large or too deep/,
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
  'components of WebAssembly that are all depth': [
    () => {
      const head = Buffer.from([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]);
      let inner = Buffer.concat([head, Buffer.alloc(20)]);
      for (let i = 0; i < 400; i++) {
        const { length } = inner;
        const size = [(length & 127) | 128, ((length >> 7) & 127) | 128, (length >> 14) & 127];
        inner = Buffer.concat([head, Buffer.from([4, ...size]), inner]);
      }
      return inner;
    },
    /deeper in each other than packgate reads/,
  ],
  'a tree of Deno with more parts than memory': [
    () => {
      const tree = `[{"a":[${'[],'.repeat(3_000_000)}[]]}]`;
      const head = [Buffer.from('d3n0l4nd'), text('{}'), Buffer.alloc(20)];
      return elf({ '.note.sui': Buffer.concat([...head, text(tree), u64(0), Buffer.from('d3n0l4nd')]) });
    },
    /more than 2,000,000 brackets and commas/,
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
  'a column whose values are of no length that is a number, in a table without end': [
    () => {
      // A block of 0 * 128 ** 200 bytes, and a text, in each of 2 ** 49 rows.
      const endless = Buffer.concat([Buffer.alloc(200, 0x80), Buffer.from([0])]);
      const fields = Buffer.concat([
        Buffer.from([1, 1, 1, 0xfb, 14, 1]),
        Buffer.from([2, 3, 0x09, 1, 0x08]),
        Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]),
        endless,
        Buffer.from('a\0'),
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
