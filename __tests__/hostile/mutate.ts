import type { Random } from '../replicas/random.ts';
import { build, HEADER, type Part, type PaxRecord, part, type Recipe } from './recipe.ts';

/** Draws an archive: something a packer could have written, with one to four things wrong with it. */
export function drawRecipe(random: Random, seeds: readonly (readonly Part[])[]): Recipe {
  let recipe: Recipe = {
    parts: random.chance(35) ? random.pick(seeds) : drawParts(random),
    end: 2,
    tail: Buffer.alloc(0),
    flips: [],
    wrap: random.chance(50) ? 'gzip' : 'plain',
    cut: 0,
  };
  for (let count = 1 + random.below(4); count > 0; count--) recipe = random.pick(MUTATIONS)(recipe, random);
  return recipe;
}

/** A file whose content is itself an archive: whoever loses step with the headers installs what is in it. */
const SMUGGLED = () => part('package/cover.txt', [part('package/hidden.js'), part('package/.gitignore')]);

function drawParts(random: Random): Part[] {
  const parts: Part[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) parts.push(...drawGroup(random));
  return parts;
}

function drawGroup(random: Random): Part[] {
  const file = random.chance(60) ? SMUGGLED() : part(`package/${random.pick(['a.js', 'b/c.css', 'd'])}`);
  switch (random.below(8)) {
    case 0:
      return [drawPax(random, 'x'), file];
    case 1:
      return [part('././@LongLink', Buffer.from(`package/${'n'.repeat(120)}\0`), 'L'), file];
    case 2:
      return [part('pax_global_header', [record('comment', 'x')], 'g'), file];
    case 3:
      return [part('package/dir/', Buffer.alloc(0), '5'), file];
    case 4:
      return [write(file, 345, random.pick(['package', 'a/b', 'p'.repeat(140)]))];
    default:
      return [file];
  }
}

function record(key: string, value: string): PaxRecord {
  return { key, value, form: 'right' };
}

const NAMES = [
  'package/x.js',
  'package/x.js/',
  'package',
  'package/',
  '/',
  '/package/x',
  './x',
  './package/x',
  '../x',
  '..',
  '.',
  'package//x',
  'package/./x',
  'package/../x',
  'package/a/../x',
  'pack\\age/x',
  'package/a\\..\\x',
  'C:/x/y',
  'package/C:/y',
  'a/b/c/',
  '//?/C:/x',
  'package/\xc3\xbc',
  'package/\xff',
  'package/a\x00b',
  'package/a\x00\nb',
  'package/a\x00\rb',
  'package/a\x00\xe2\x80\xa8b',
  'package/\x85x',
  'x\x9cy/z',
  'x\xda\x80/z',
  '\x1f\x8b\x08/z',
  'package/.gitignore',
  'package/.npmignore',
  'package/package.json',
  'package/PACKAGE.JSON',
  '',
  ' ',
  'package/ ',
  'package/x.js\x00/',
  'n'.repeat(100),
  `package/${'m'.repeat(92)}`,
  `package/${'m'.repeat(91)}/`,
  'package/a.',
  'package/a:b',
  'package/A:B',
  'package/a.js ',
  'package/a.js.',
  'package/a.js::$DATA',
  'package/con',
  'package/e\xcc\x81.js',
  'package/\xc3\xa9.js',
  'package/\xef\xbb\xbfa.js',
  'package/\xe2\x80\x8ba.js',
  'package/\xed\xa0\x80.js',
  'package/\xc0\xafx',
  'package/%2e%2e/x',
  'package/...',
  'package/l/x.js',
  'package/link/../x.js',
  'package\\l\\x.js',
  '~/x/y',
  '-rf/x',
  'package/d',
  'package/d/',
  'package/d/e',
];
const TYPES = [
  '\0',
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  'x',
  'g',
  'X',
  'L',
  'K',
  'N',
  'S',
  'D',
  'V',
  'M',
  'A',
  'I',
  '8',
  ' ',
  '\xff',
  '\n',
];
const KEYS = [
  'path',
  'size',
  'linkpath',
  'type',
  'mode',
  'mtime',
  'uid',
  'comment',
  'charset',
  'hdrcharset',
  'SCHILY.dev',
  'SCHILY.realsize',
  'SCHILY.xattr.user.a',
  'LIBARCHIVE.creationtime',
  'GNU.sparse.name',
  'GNU.sparse.size',
  'SUN.holesdata',
  'path ',
  'Path',
  '',
  'global',
];
const VALUES = [
  '',
  '0',
  '1',
  '512',
  '1024',
  '1e3',
  '0x200',
  '-1',
  '01000',
  ' 512',
  '9'.repeat(20),
  'NaN',
  'File',
  'Directory',
  'SymbolicLink',
  'BINARY',
  '1.5',
  '\xff',
  '\x00',
  'a\nb',
  'a=b',
  '12 path=package/y\n',
];
const NUMBERS = [
  '',
  '\0',
  ' ',
  '0',
  '1000',
  '00000001000',
  '00000001000 ',
  '000000001000',
  '      1000 ',
  '\x001000',
  '1000\x00 7',
  '-1',
  '9',
  '0x200',
  '1e3',
  '\x80',
  `\x80${'\0'.repeat(9)}\x02\0`,
  '\x81',
  '\xff',
  '\xff'.repeat(12),
  '00000000000\0',
  '7777777\0',
  '1000\n',
  '1000\t',
  '\t1000',
  '+1000',
  '１',
].map(latin1);
const OFFSETS = [
  100, 108, 116, 124, 124, 124, 136, 148, 156, 157, 257, 263, 265, 297, 329, 337, 345, 475, 476, 488, 500,
  511,
];
const MAGICS = [
  'ustar\x0000',
  'ustar  \0',
  '\0\0\0\0\0\0\0\0',
  'ustar\x0011',
  'ustar\0\0\0',
  'ustar 00',
  'USTAR\x0000',
  'ustar\x000\0',
];

/** Things that need each other: a file behind a link to its folder, links to what comes later, files with holes. */
function drawGroupOfLinks(random: Random): Part[] {
  const target = random.pick(['package/a.js', 'a.js', '../x', '/etc/x', 'package/d', 'd', '.', '']);
  const file = part(random.pick(['package/a.js', 'package/d/x.js', 'package/l/x.js', 'package/l']));
  const link = part('package/l', Buffer.alloc(0), random.pick(['1', '2']), target);
  const holes = random.pick(['00000000000\0', '00000001000\0', '77777777777\0', '\x80'.padEnd(12, '\0')]);
  switch (random.below(6)) {
    case 0:
      return [link, file];
    case 1:
      return [file, link];
    case 2:
      return [link, link, file, SMUGGLED()];
    case 3:
      return [
        part(
          'package/l',
          Buffer.from('with a body'.repeat(60)),
          random.pick(['1', '2', '5', '3', '6']),
          target,
        ),
        file,
      ];
    case 4:
      return [write(write({ ...SMUGGLED() }, 156, 'S'), 386, holes + holes), file];
    default:
      return [
        part(
          'PaxHeader/x',
          [
            record('GNU.sparse.major', random.pick(['1', '0'])),
            record('GNU.sparse.minor', random.pick(['0', '1'])),
            record('GNU.sparse.name', random.pick(['package/sparse.js', '../x'])),
            record('GNU.sparse.realsize', random.pick(['9', '100000'])),
          ],
          random.pick(['x', 'g']),
        ),
        file,
      ];
  }
}

const WRAPS: readonly Recipe['wrap'][] = [
  'gzip',
  'plain',
  'members',
  'gzip and zeros',
  'gzip and member',
  'gzip in gzip',
  'deflate',
  'all fields',
  'all fields, wrong check',
  'reserved flag',
  'text flag',
  'empty member before',
  'empty member after',
  'noise between members',
  'noise',
  'wrong crc',
  'wrong length',
  'no trailer',
  'stored',
  'many members',
  'twice',
];

type Mutation = (recipe: Recipe, random: Random) => Recipe;

const onPart =
  (change: (part: Part, random: Random) => Part | readonly Part[]): Mutation =>
  (recipe, random) => {
    if (recipe.parts.length === 0) return recipe;
    const at = random.below(recipe.parts.length);
    const parts = [...recipe.parts];
    parts.splice(at, 1, ...[change(parts[at]!, random)].flat());
    return { ...recipe, parts };
  };

const MUTATIONS: readonly Mutation[] = [
  onPart((part, random) => write(part, 0, random.pick(NAMES), 100)),
  onPart((part, random) => write(part, 0, random.pick(NAMES), 100)),
  onPart((part, random) => write(part, 156, random.pick(TYPES))),
  onPart((part, random) =>
    write(part, 157, random.pick(['', 'x', '\0x', '\0\nx', '\0\rx', '\0\xe2\x80\xa8x', ...NAMES]), 100),
  ),
  onPart((part, random) => write(part, 257, random.pick(MAGICS))),
  onPart((part, random) => write(part, 345, random.pick(NAMES), 155)),
  onPart((part, random) => write(part, random.pick(OFFSETS), random.pick(NUMBERS))),
  onPart((part, random) => write(part, random.pick(OFFSETS), random.pick(NUMBERS))),
  onPart((part, random) => write(part, random.below(512), String.fromCharCode(random.below(256)))),
  onPart((part, random) =>
    write(part, random.below(512), random.pick(['\0', '\n', '\r', '/', ' ', '\xff', '\x80', 'x'])),
  ),
  onPart((part, random) => ({
    ...part,
    checksum: random.pick(['right', 'blanks', 'no end', 'signed', 'one off']),
  })),
  onPart((part) => ({ ...part, zeros: part.zeros + 1 })),
  onPart((part) => [part, part]),
  onPart(() => []),
  onPart((part, random) => [drawPax(random, random.pick(['x', 'x', 'x', 'g', 'X'])), part]),
  onPart((part, random) => [drawPax(random, random.pick(['x', 'x', 'x', 'g', 'X'])), part]),
  onPart((part, random) => [drawLong(random), part]),
  onPart((part) => ({ ...part, body: [part, SMUGGLED()] })),
  onPart((part, random) => ({ ...part, body: mutatedBody(part.body, random) })),
  onPart((part, random) => ({ ...part, body: mutatedBody(part.body, random) })),
  (recipe, random) => {
    const parts = [...recipe.parts];
    parts.splice(random.below(parts.length + 1), 0, ...drawGroup(random));
    return { ...recipe, parts };
  },
  (recipe, random) => {
    const parts = [...recipe.parts];
    parts.splice(random.below(parts.length + 1), 0, ...drawGroupOfLinks(random));
    return { ...recipe, parts };
  },
  // A global header with what names a file or its size.
  (recipe, random) => ({
    ...recipe,
    parts: [
      part(
        'pax_global_header',
        [
          record(
            random.pick(['path', 'size', 'linkpath', 'hdrcharset', 'SCHILY.realsize']),
            random.pick([...NAMES, ...VALUES]),
          ),
        ],
        'g',
      ),
      ...recipe.parts,
    ],
  }),
  // The oldest form of header, and a long name cut in two anywhere.
  onPart((part, random) =>
    write(write(part, 257, '\0'.repeat(8)), 345, random.pick(['', 'package', 'x'.repeat(155)]), 155),
  ),
  onPart((part, random) =>
    write(
      write(part, 257, 'ustar\x0000'),
      345,
      random.pick(['package/', 'package/a//', '/package', 'package\0/x', 'a/../package', 'p'.repeat(155)]),
      155,
    ),
  ),
  (recipe, random) => ({ ...recipe, end: random.pick([0, 1, 3, 20]) }),
  (recipe, random) => ({
    ...recipe,
    tail: random.chance(50)
      ? [part('package/late.js')]
      : Buffer.from(random.pick(['x', '\0', '\0'.repeat(511), 'x'.repeat(512)])),
  }),
  (recipe, random) => ({
    ...recipe,
    flips: [...recipe.flips, [random.below(1 << 20), 1 << random.below(8)] as const],
  }),
  (recipe, random) => ({
    ...recipe,
    wrap: random.pick(WRAPS),
  }),
  (recipe, random) => ({ ...recipe, cut: random.below(3000) }),
];

function write(part: Part, offset: number, text: string, within = text.length): Part {
  return { ...part, fields: [...part.fields, [offset, text.slice(0, within).padEnd(within, '\0')]] };
}

function drawPax(random: Random, type: string): Part {
  const records: PaxRecord[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) {
    const key = random.pick(random.chance(50) ? ['path', 'path', 'size', 'linkpath'] : KEYS);
    const value = random.pick(key === 'path' || (key === 'linkpath' && random.chance(50)) ? NAMES : VALUES);
    const form = random.chance(85)
      ? 'right'
      : random.pick(['short', 'long', 'zero', 'no equals', 'no newline', 'blank'] as const);
    records.push({ key, value, form });
  }
  return part('PaxHeader/x', records, type);
}

function drawLong(random: Random): Part {
  const tail = random.pick(['\0', '', '\0\0', '\0x', '\0\nx', '\0\rx', '\0\xe2\x80\xa8x']);
  return part(
    '././@LongLink',
    Buffer.from(random.pick(NAMES) + tail, 'latin1'),
    random.pick(['L', 'L', 'K', 'N']),
  );
}

function mutatedBody(body: Part['body'], random: Random): Part['body'] {
  if (Buffer.isBuffer(body)) {
    if (body.length === 0) return Buffer.from(random.pick(VALUES), 'latin1');
    const copy = Buffer.from(body);
    copy[random.below(copy.length)] = random.pick([0, 10, 13, 32, 47, 48, 57, 61, 255, random.below(256)]);
    return copy;
  }
  const items = [...(body as readonly (Part | PaxRecord)[])];
  const at = random.below(items.length + 1);
  const item = items[at];
  if (item === undefined) return [...items, record(random.pick(KEYS), random.pick(VALUES))] as PaxRecord[];
  if ('header' in item) items[at] = write(item, random.pick(OFFSETS), random.pick(NUMBERS));
  else items[at] = { ...item, value: random.pick(item.key === 'path' ? NAMES : VALUES) };
  return items as PaxRecord[];
}

function latin1(text: string): string {
  return Buffer.from(text, text.charCodeAt(0) > 255 ? 'utf8' : 'latin1').toString('latin1');
}

/** The smallest archive found that still `fails`, by leaving out one thing after another. */
export async function shrink(recipe: Recipe, fails: (archive: Buffer) => Promise<boolean>): Promise<Recipe> {
  let smallest = recipe;
  for (let found = true; found; ) {
    found = false;
    for (const smaller of smallerOnes(smallest)) {
      if (!(await fails(build(smaller)))) continue;
      smallest = smaller;
      found = true;
      break;
    }
  }
  return smallest;
}

function* smallerOnes(recipe: Recipe): Iterable<Recipe> {
  if (recipe.wrap !== 'plain') yield { ...recipe, wrap: 'plain' };
  if (recipe.cut > 0) yield { ...recipe, cut: 0 };
  if (recipe.tail.length > 0) yield { ...recipe, tail: Buffer.alloc(0) };
  if (recipe.end !== 2) yield { ...recipe, end: 2 };
  for (const flips of without(recipe.flips)) yield { ...recipe, flips };
  for (const parts of smallerParts(recipe.parts)) yield { ...recipe, parts };
}

function* smallerParts(parts: readonly Part[]): Iterable<readonly Part[]> {
  yield* without(parts);
  for (const [index, item] of parts.entries()) {
    for (const smaller of smallerPart(item)) yield parts.with(index, smaller);
  }
}

function* smallerPart(part: Part): Iterable<Part> {
  for (const fields of without(part.fields)) yield { ...part, fields };
  if (part.checksum !== 'right') yield { ...part, checksum: 'right' };
  if (part.zeros > 0) yield { ...part, zeros: 0 };
  const { body } = part;
  if (Buffer.isBuffer(body)) {
    if (body.length > 1) yield { ...part, body: body.subarray(0, body.length >> 1) };
  } else if (body[0] !== undefined && 'header' in body[0]) {
    for (const smaller of smallerParts(body as readonly Part[])) yield { ...part, body: smaller };
  } else {
    for (const smaller of without(body as readonly PaxRecord[])) yield { ...part, body: smaller };
  }
  const plain = HEADER('package/cover.txt', String.fromCharCode(part.header[156] ?? 48));
  if (!plain.equals(part.header)) yield { ...part, header: plain };
}

function* without<T>(list: readonly T[]): Iterable<readonly T[]> {
  for (const index of list.keys()) yield list.toSpliced(index, 1);
}
