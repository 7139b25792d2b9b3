import { deflateRawSync } from 'node:zlib';
import { rawAsar } from '../asars.ts';
import type { Random } from '../replicas/random.ts';
import { type RawZipEntry, rawZip } from '../zips.ts';

/** A kind of archive that is drawn at random, and taken apart where it shows something. */
export interface ArchiveKind<Recipe> {
  /** Path in the package. */
  readonly path: string;
  draw(random: Random): Recipe;
  build(recipe: Recipe): Buffer;
  /** The same with one thing less each. */
  smaller(recipe: Recipe): Iterable<Recipe>;
}

/** Offset in a header and the bytes, one character each, written over it. */
type Field = readonly [offset: number, bytes: string];

interface Entry {
  readonly name: string;
  readonly body: string;
  readonly shape: Pick<RawZipEntry, 'method' | 'mode' | 'flags' | 'streamed' | 'unmarked' | 'unlisted'>;
  /** Points to an entry before it. */
  readonly at?: number;
  readonly local: readonly Field[];
  readonly central: readonly Field[];
  readonly descriptor: readonly Field[];
  readonly extra: string;
  readonly localExtra: string;
  /** Bytes in place of the compressed data. */
  readonly data?: string;
}

export interface ZipRecipe {
  readonly entries: readonly Entry[];
  readonly before: string;
  readonly between: string;
  readonly comment: string;
  readonly after: string;
  readonly end: readonly Field[];
  readonly zip64: readonly Field[] | undefined;
  /** Position (modulo the length) and mask of bytes changed at last. */
  readonly flips: readonly (readonly [position: number, mask: number])[];
  /** Bytes taken out: from (modulo the length), how many. */
  readonly cuts: readonly (readonly [position: number, length: number])[];
}

const NAMES = [
  'a.js',
  'a.js',
  'A.js',
  'dist/b.map',
  'dist/',
  '../x',
  '/x',
  'C:/x',
  'a\\b.js',
  '',
  '.',
  './a.js',
  'é.js',
  'e\u0301.js',
  'a\0b.js',
  'a.js/',
  'n'.repeat(300),
  ' ',
  'a.js ',
  'con',
  'PK\u0003\u0004',
];
const BODIES = [
  '',
  'a',
  'let a = 1;\n'.repeat(30),
  'b'.repeat(70_000),
  '{"version":3,"sources":["a.ts"],"sourcesContent":["x"],"mappings":"A"}',
];
const u16 = (value: number) => String.fromCharCode(value & 255, (value >> 8) & 255);
const u32 = (value: number) => u16(value & 65_535) + u16(value >>> 16);
const u64 = (value: number) => u32(value >>> 0) + u32(Math.floor(value / 2 ** 32));
const NUMBERS = [0, 1, 2, 10, 22, 30, 46, 255, 256, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];
const METHODS = [0, 8, 0, 8, 0, 8, 9, 12, 14, 93, 95, 99, 1];
const FLAGS = [0, 1, 8, 9, 0x800, 0x808, 0x40, 0x2000, 0x20];
const LOCAL_FIELDS: readonly [offset: number, size: 2 | 4][] = [
  [0, 4],
  [4, 2],
  [6, 2],
  [8, 2],
  [14, 4],
  [18, 4],
  [22, 4],
  [26, 2],
  [28, 2],
];
const CENTRAL_FIELDS: readonly [offset: number, size: 2 | 4][] = [
  [0, 4],
  [4, 2],
  [8, 2],
  [10, 2],
  [16, 4],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [32, 2],
  [34, 2],
  [38, 4],
  [42, 4],
];
const END_FIELDS: readonly [offset: number, size: 2 | 4][] = [
  [4, 2],
  [6, 2],
  [8, 2],
  [10, 2],
  [12, 4],
  [16, 4],
  [20, 2],
];

function field(random: Random, fields: readonly (readonly [number, 2 | 4])[]): Field {
  const [offset, size] = random.pick(fields);
  const value =
    offset === 8 && size === 2
      ? random.pick(random.chance(50) ? METHODS : FLAGS)
      : random.chance(60)
        ? random.pick(NUMBERS)
        : random.below(300);
  return [offset, size === 2 ? u16(value) : u32(value)];
}

function extraBlock(random: Random): string {
  const block = (id: number, body: string) => u16(id) + u16(body.length) + body;
  const utf8 = (text: string) => Buffer.from(text).toString('latin1');
  switch (random.below(5)) {
    case 0:
      return block(1, Array.from({ length: random.below(4) }, () => u64(random.pick(NUMBERS))).join(''));
    case 1:
      return block(0x7075, `\x01${u32(random.below(1 << 30))}${utf8(random.pick(NAMES).slice(0, 60))}`);
    case 2:
      return block(0x6375, `\x01${u32(0)}comment`);
    case 3:
      return block(random.below(65_536), 'x'.repeat(random.below(9)));
    default:
      return u16(1) + u16(random.pick(NUMBERS));
  }
}

function drawEntry(random: Random, before: number): Entry {
  const nested = random.chance(15);
  const body = nested
    ? rawZip([{ name: 'hidden.js', body: 'hidden' }]).toString('latin1')
    : random.pick(BODIES);
  const sometimes = <Value>(chance: number, value: () => Value) =>
    random.chance(chance) ? value() : undefined;
  return {
    name: random.chance(60) ? `${random.below(5)}.js` : random.pick(NAMES),
    body,
    shape: {
      method: nested ? 0 : random.pick([0, 8, 8, 8]),
      ...(sometimes(25, () => ({ streamed: true, unmarked: random.chance(30) })) ?? {}),
      ...(sometimes(8, () => ({ unlisted: true })) ?? {}),
      ...(sometimes(8, () => ({ mode: random.pick([0o120777, 0o100644, 0o040755]) })) ?? {}),
    },
    ...(before > 0 && random.chance(6) && { at: random.below(before) }),
    local: [],
    central: [],
    descriptor: [],
    extra: '',
    localExtra: '',
  };
}

type Mutation = (recipe: ZipRecipe, random: Random) => ZipRecipe;

const onEntry =
  (change: (entry: Entry, random: Random) => Entry): Mutation =>
  (recipe, random) => {
    if (recipe.entries.length === 0) return recipe;
    const at = random.below(recipe.entries.length);
    return { ...recipe, entries: recipe.entries.with(at, change(recipe.entries[at]!, random)) };
  };

const LOOSE = () => rawZip([{ name: 'loose.js', body: 'loose' }]).toString('latin1');
const piece = (random: Random) =>
  random.pick([
    'x',
    '\0',
    '\0'.repeat(40),
    'PK\x05\x06',
    'PK\x01\x02',
    'PK\x03\x04',
    'PK\x07\x08',
    `PK\x05\x06${'\0'.repeat(18)}`,
    LOOSE(),
    LOOSE().slice(0, 50),
    'x'.repeat(70_000),
  ]);

const MUTATIONS: readonly Mutation[] = [
  onEntry((entry, random) => ({ ...entry, local: [...entry.local, field(random, LOCAL_FIELDS)] })),
  onEntry((entry, random) => ({ ...entry, local: [...entry.local, field(random, LOCAL_FIELDS)] })),
  onEntry((entry, random) => ({ ...entry, central: [...entry.central, field(random, CENTRAL_FIELDS)] })),
  onEntry((entry, random) => ({ ...entry, central: [...entry.central, field(random, CENTRAL_FIELDS)] })),
  onEntry((entry, random) => {
    const both = field(random, [
      [8, 2],
      [6, 2],
    ]);
    return {
      ...entry,
      local: [...entry.local, both],
      central: [...entry.central, [both[0] + 2, both[1]] as Field],
    };
  }),
  onEntry((entry, random) => ({
    ...entry,
    shape: { ...entry.shape, streamed: true },
    descriptor: [
      ...entry.descriptor,
      field(random, [
        [0, 4],
        [4, 4],
        [8, 4],
        [12, 4],
      ]),
    ],
  })),
  onEntry((entry, random) => ({ ...entry, extra: entry.extra + extraBlock(random) })),
  onEntry((entry, random) => ({ ...entry, localExtra: entry.localExtra + extraBlock(random) })),
  onEntry((entry, random) => ({ ...entry, local: [...entry.local, [30, random.pick(['z', 'zz/', '.'])]] })),
  onEntry((entry, random) => ({
    ...entry,
    data: random.pick(['', '\x03\0', deflated('other') + deflated('more'), LOOSE()]),
  })),
  (recipe, random) => {
    const entries = [...recipe.entries];
    entries.splice(random.below(entries.length + 1), 0, drawEntry(random, 0));
    return { ...recipe, entries };
  },
  (recipe, random) => ({
    ...recipe,
    entries: recipe.entries.toReversed(),
    end: [...recipe.end, field(random, END_FIELDS)],
  }),
  (recipe, random) => ({ ...recipe, end: [...recipe.end, field(random, END_FIELDS)] }),
  (recipe, random) => ({ ...recipe, before: piece(random) }),
  (recipe, random) => ({ ...recipe, between: piece(random) }),
  (recipe, random) => ({ ...recipe, comment: piece(random) }),
  (recipe, random) => ({ ...recipe, after: piece(random) }),
  (recipe, random) => ({
    ...recipe,
    zip64: random.chance(50)
      ? []
      : [[random.pick([0, 24, 32, 40, 48, 56, 64]), u64(random.pick(NUMBERS))] as const],
  }),
  (recipe, random) => ({
    ...recipe,
    flips: [...recipe.flips, [random.below(1 << 20), 1 << random.below(8)] as const],
  }),
  (recipe, random) => ({
    ...recipe,
    cuts: [...recipe.cuts, [random.below(1 << 20), 1 + random.below(40)] as const],
  }),
];

function deflated(text: string): string {
  return deflateRawSync(text).toString('latin1');
}

function drawZip(random: Random): ZipRecipe {
  const entries: Entry[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) entries.push(drawEntry(random, entries.length));
  let recipe: ZipRecipe = {
    entries,
    before: '',
    between: '',
    comment: '',
    after: '',
    end: [],
    zip64: undefined,
    flips: [],
    cuts: [],
  };
  for (let count = random.below(4); count > 0; count--) recipe = random.pick(MUTATIONS)(recipe, random);
  return recipe;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const over = (fields: readonly Field[]) => (header: Buffer) => {
  for (const [offset, text] of fields) header.write(text, offset, 'latin1');
};

function buildZip({ entries, before, between, comment, after, end, zip64, flips, cuts }: ZipRecipe): Buffer {
  const written = entries.map(
    ({
      name,
      body,
      shape: { unmarked, ...shape },
      at,
      local,
      central,
      descriptor,
      extra,
      localExtra,
      data,
    }): RawZipEntry => ({
      name,
      body: latin1(body),
      ...shape,
      // Without the mark nobody could tell where stored data ends that are read from the start.
      ...(unmarked && shape.method !== 0 && { unmarked }),
      ...(at !== undefined && at < entries.length && { at }),
      ...(extra !== '' && { extra: latin1(extra) }),
      ...(localExtra !== '' && { localExtra: latin1(localExtra) }),
      ...(data !== undefined && { data: latin1(data) }),
      local: over(local),
      central: over(central),
      descriptor: over(descriptor),
    }),
  );
  let whole = rawZip(written, {
    before: latin1(before),
    between: latin1(between),
    comment: latin1(comment.slice(0, 65_535)),
    after: latin1(after),
    end: over(end),
    ...(zip64 !== undefined && { zip64: over(zip64) }),
  });
  for (const [position, length] of cuts) {
    const from = position % Math.max(1, whole.length);
    whole = Buffer.concat([whole.subarray(0, from), whole.subarray(from + length)]);
  }
  for (const [position, mask] of flips) if (whole.length > 0) whole[position % whole.length]! ^= mask;
  return whole;
}

function* smallerZip(recipe: ZipRecipe): Iterable<ZipRecipe> {
  for (const entries of without(recipe.entries)) yield { ...recipe, entries };
  for (const key of ['before', 'between', 'comment', 'after'] as const)
    if (recipe[key] !== '') yield { ...recipe, [key]: '' };
  if (recipe.zip64 !== undefined) yield { ...recipe, zip64: undefined };
  for (const end of without(recipe.end)) yield { ...recipe, end };
  for (const flips of without(recipe.flips)) yield { ...recipe, flips };
  for (const cuts of without(recipe.cuts)) yield { ...recipe, cuts };
  for (const [index, entry] of recipe.entries.entries()) {
    for (const smaller of smallerEntry(entry))
      yield { ...recipe, entries: recipe.entries.with(index, smaller) };
  }
}

function* smallerEntry(entry: Entry): Iterable<Entry> {
  for (const key of ['local', 'central', 'descriptor'] as const)
    for (const fields of without(entry[key])) yield { ...entry, [key]: fields };
  for (const key of ['extra', 'localExtra'] as const) if (entry[key] !== '') yield { ...entry, [key]: '' };
  for (const key of Object.keys(entry.shape) as (keyof Entry['shape'])[]) {
    const { [key]: _, ...shape } = entry.shape;
    yield { ...entry, shape };
  }
  if (entry.data !== undefined) {
    const { data: _, ...rest } = entry;
    yield rest;
  }
  if (entry.body.length > 1) yield { ...entry, body: 'b' };
  if (entry.name !== 'a.js') yield { ...entry, name: 'a.js' };
}

function* without<T>(list: readonly T[]): Iterable<readonly T[]> {
  for (const index of list.keys()) yield list.toSpliced(index, 1);
}

/** Nobody but who looks through the whole of a file finds an end record that is farther from its end. */
function nearItsEnd(zip: ZipRecipe): ZipRecipe {
  return { ...zip, comment: zip.comment.slice(0, 30_000), after: zip.after.slice(0, 30_000) };
}

export const ZIP: ArchiveKind<ZipRecipe> = {
  path: 'z.zip',
  draw: (random) => nearItsEnd(drawZip(random)),
  build: buildZip,
  smaller: smallerZip,
};

/** What starts the archive that is joined to it. */
const STARTERS: Readonly<Record<string, string>> = {
  elf: `\x7fELF\x02\x01\x01${'\0'.repeat(57)}${'code'.repeat(500)}`,
  pe: `MZ${'\0'.repeat(58)}\x40\0\0\0PE\0\0\x64\x86${'\0'.repeat(300)}${'code'.repeat(500)}`,
  mach: `\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0\x02${'\0'.repeat(19)}${'code'.repeat(500)}`,
  shell: '#!/bin/sh\nexec java -jar "$0"\nexit\n',
  python: '#!/usr/bin/env python3\n',
  script: 'var a = require("a");\n'.repeat(20),
  noise: '\x01\x02\x03\x80'.repeat(400),
};

interface JoinedRecipe {
  readonly starter: string;
  readonly zip: ZipRecipe;
}

/** Executables and scripts with a zip archive behind them: Python's zipapps, self-extracting archives, Java's. */
export const JOINED: ArchiveKind<JoinedRecipe> = {
  path: 'joined',
  draw: (random) => ({ starter: random.pick(Object.keys(STARTERS)), zip: nearItsEnd(drawZip(random)) }),
  build: ({ starter, zip }) => Buffer.concat([latin1(STARTERS[starter]!), buildZip(zip)]),
  *smaller({ starter, zip }) {
    for (const smaller of smallerZip(zip)) yield { starter, zip: smaller };
  },
};

interface AsarRecipe {
  /** JSON of the tree, and bits written into it: position (modulo the length), bytes taken out, bytes put in. */
  readonly tree: object;
  readonly edits: readonly (readonly [position: number, cut: number, text: string])[];
  readonly data: string;
  readonly jsonSize: number | undefined;
  readonly headerSize: number | undefined;
  readonly flips: readonly (readonly [position: number, mask: number])[];
}

const SIZES: readonly unknown[] = [
  0,
  1,
  2,
  5,
  9,
  -1,
  1.5,
  1e9,
  2 ** 53,
  1e300,
  '3',
  null,
  undefined,
  true,
  [],
  {},
];
const OFFSETS: readonly unknown[] = [
  '0',
  '1',
  '2',
  '5',
  '7',
  '07',
  ' 2',
  '2 ',
  '+2',
  '-1',
  '1e0',
  '0x2',
  '',
  '9999999999999999',
  2,
  null,
  undefined,
  true,
  '2.5',
  '２',
];
const ASAR_NAMES = [
  'a.js',
  'b.js',
  'c',
  'd',
  'A.js',
  '..',
  '.',
  '',
  'x/y',
  'x\\y',
  '__proto__',
  'constructor',
  'toString',
  'files',
  'size',
  'é',
  '/',
  'a\0',
];

function drawFile(random: Random): unknown {
  if (random.chance(6)) return { link: random.pick(['a.js', '../a', '/etc/passwd', 'd/a.js', '', 1]) };
  if (random.chance(5))
    return random.pick([null, 1, 'x', [], {}, { files: 1 }, { files: [] }, { files: null }]);
  const plain = random.chance(90);
  return {
    size: plain ? random.below(3) : random.pick(SIZES),
    // Where nothing is said it is put behind the file before it.
    ...(!plain && { offset: random.pick(OFFSETS) }),
    ...(random.chance(8) && { unpacked: random.pick<unknown>([true, false, 1, 'true', null]) }),
    ...(random.chance(8) && { executable: true }),
    ...(random.chance(8) && {
      integrity: random.pick<unknown>([
        {},
        null,
        { algorithm: 'SHA256', hash: 'x', blockSize: -1, blocks: [] },
      ]),
    }),
    ...(random.chance(5) && { link: random.pick<unknown>(['a.js', null, 1, '']) }),
    ...(random.chance(3) && { files: random.pick<unknown>([{}, null, { x: { size: 1, offset: '0' } }]) }),
  };
}

function drawFolder(random: Random, depth: number): object {
  const entries: [string, unknown][] = [];
  for (let count = 1 + random.below(3); count > 0; count--) {
    const name = random.chance(70) ? random.pick(['a.js', 'b.js', 'c', 'd']) : random.pick(ASAR_NAMES);
    entries.push([name, depth < 3 && random.chance(20) ? drawFolder(random, depth + 1) : drawFile(random)]);
  }
  // What JSON.parse makes of `__proto__` is a key like others, and so it has to be written.
  return { files: Object.fromEntries(entries) };
}

/** Gives each file that has no offset the next place. */
function laidOut(tree: object): object {
  let next = 0;
  const visit = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
    const { files, size, offset } = node as { files?: object; size?: unknown; offset?: unknown };
    if (typeof files === 'object' && files !== null && !Array.isArray(files)) {
      const inside = Object.entries(files).map(([name, child]) => [name, visit(child)] as const);
      return { ...node, files: Object.fromEntries(inside) };
    }
    if (typeof size !== 'number' || offset !== undefined || 'offset' in node) return node;
    const at = next;
    if (Number.isSafeInteger(size) && size > 0) next += size;
    return { ...node, offset: String(at) };
  };
  return visit(tree) as object;
}

function bytesIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const { files, size } = node as { files?: object; size?: unknown };
  if (typeof files === 'object' && files !== null)
    return Object.values(files).reduce((sum: number, child) => sum + bytesIn(child), 0);
  return typeof size === 'number' ? Math.min(9, Math.max(0, size)) : 0;
}

function buildAsar({ tree, edits, data, jsonSize, headerSize, flips }: AsarRecipe): Buffer {
  let json = JSON.stringify(tree);
  for (const [position, cut, text] of edits) {
    const at = position % (json.length + 1);
    json = json.slice(0, at) + text + json.slice(at + cut);
  }
  const bytes = rawAsar({}, latin1(data), {
    json,
    ...(jsonSize !== undefined && { jsonSize: Math.max(0, Buffer.byteLength(json) + jsonSize) }),
    ...(headerSize !== undefined && {
      headerSize: Math.max(4, Math.ceil(json.length / 4) * 4 + 8 + headerSize),
    }),
  });
  for (const [position, mask] of flips) bytes[position % bytes.length]! ^= mask;
  return bytes;
}

export const ASAR: ArchiveKind<AsarRecipe> = {
  path: 'a.asar',
  draw(random) {
    const list = <Item>(chance: number, item: () => Item) => (random.chance(chance) ? [item()] : []);
    const tree = laidOut(drawFolder(random, 0));
    return {
      tree,
      edits: list(
        15,
        () =>
          [
            random.below(4096),
            random.below(4),
            random.pick([
              '"a.js":{"size":1,"offset":"3"},',
              '\\u0000',
              ' ',
              '0',
              '}',
              '1',
              '-',
              '\\u002e',
              '\ufeff',
              '"files":{},',
            ]),
          ] as const,
      ),
      data: random.chance(90)
        ? 'abcdefghi'.slice(0, bytesIn(tree))
        : random.pick(['', 'a', '\0'.repeat(9), LOOSE()]),
      jsonSize: random.chance(6) ? random.below(9) - 4 : undefined,
      headerSize: random.chance(6) ? random.below(17) - 8 : undefined,
      flips: list(8, () => [random.below(1 << 16), 1 << random.below(8)] as const),
    };
  },
  build: buildAsar,
  *smaller(recipe) {
    for (const edits of without(recipe.edits)) yield { ...recipe, edits };
    for (const flips of without(recipe.flips)) yield { ...recipe, flips };
    if (recipe.jsonSize !== undefined) yield { ...recipe, jsonSize: undefined };
    if (recipe.headerSize !== undefined) yield { ...recipe, headerSize: undefined };
    const { files } = recipe.tree as { files: Record<string, unknown> };
    for (const name of Object.keys(files)) {
      const { [name]: _, ...rest } = files;
      yield { ...recipe, tree: { files: rest } };
    }
  },
};
