import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createBudget } from '../../src/archive/budget.ts';
import { canDecode, createDecoder } from '../../src/archive/decoder.ts';
import { createGunzipReader } from '../../src/archive/gunzip.ts';
import { limitsOf } from '../../src/archive/limits.ts';
import type { ArchiveFormat } from '../../src/archive/read.ts';
import { readArchive } from '../../src/archive/read.ts';
import { checkGlobalPax, readLongName, readPax } from '../../src/archive/tar-meta.ts';
import { errorLine } from '../../src/commands/errors.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { createGatherer } from '../../src/content/gather.ts';
import { createIdentity } from '../../src/content/identity.ts';
import { lookAt } from '../../src/content/look.ts';
import { createInlineMapScanner } from '../../src/content/map/inline.ts';
import { createMapReader } from '../../src/content/map/reader.ts';
import { createTextReader } from '../../src/content/text/text.ts';
import { PackgateError } from '../../src/errors.ts';
import { patternProblem } from '../../src/glob.ts';
import { readManifest } from '../../src/manifest.ts';
import { createMatcher } from '../../src/paths.ts';
import { BrokenChain, readLine, START } from '../../src/proof/audit-chain.ts';
import { readReceipts } from '../../src/proof/read-receipts.ts';
import { createReceipt } from '../../src/proof/receipt.ts';
import { codeSpan, htmlText, logText, markdownProse, markdownText } from '../../src/report/escape.ts';
import { packedByNpm } from '../../src/target/packing.ts';
import { readPlan } from '../../src/target/plan.ts';
import { parseTarget } from '../../src/target/target.ts';
import { rawAsar } from '../asars.ts';
import { Random } from '../replicas/random.ts';
import { clean } from '../report/runs.ts';
import { packed, pax, rawTar } from '../tarballs.ts';
import { rawZip } from '../zips.ts';
import { zstdFrame } from '../zstd.ts';

/** Reads random input; what it gives must not depend on how the input is cut. It may refuse, and may not break. */
export interface Parser {
  readonly name: string;
  /** How many random inputs a bounded run draws, by what one costs. */
  readonly rounds: number;
  draw(random: Random): Buffer;
  /** @param cuts draws the sizes of the pieces; in one piece without it */
  parse(bytes: Buffer, random: Random, cuts: Random | undefined, folder: string): unknown;
}

const MAP =
  '{"version":3,"sources":["a.ts","https://x.s3.amazonaws.com/b.ts"],"sourcesContent":["let a\\n","b"],"names":[],"mappings":"AAAA;AACA","sections":[{"offset":{"line":0,"column":0},"map":{"version":3}}]}';
const SEEDS = [
  MAP,
  `)]}'\n${MAP}`,
  `var a=1;\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${Buffer.from(MAP).toString('base64')}\n`,
  `a{b:c}\n/*# sourceMappingURL=data:application/json,${encodeURIComponent(MAP)} */`,
  `eval("a;//# sourceMappingURL=data:application/json;base64,${Buffer.from(MAP).toString('base64')}")`,
  'export const f = (a: string, b?: number): void => { return <div className={`x`}>/re[/]g/</div> } // c',
  '@media (a){.b::after{content:"\\"}";color:red}}/* c */ $v: 1px; .a { &:hover { @include b; } }',
  '<script setup lang="ts">let a: string</script><template><p>{{ a }}</p></template>',
  '{"name":"a","version":"1.0.0","bin":{"a":"b.js"},"files":["dist"]}',
];
const BITS = [
  '"',
  '\\',
  '`',
  '${',
  '}',
  '/',
  '*/',
  '/*',
  '//',
  '<!--',
  '\n',
  '\r',
  '\0',
  '\xff',
  '\xed\xa0\x80',
  '\ufeff',
  '\\u',
  '\\ud83d',
  '[',
  ']',
  '{',
  'sourceMappingURL=',
  'data:application/json;base64,',
  '"sourcesContent":',
  '"mappings":"',
  '%',
  '%zz',
  '9'.repeat(400),
  '['.repeat(3000),
  '('.repeat(3000),
  '`${'.repeat(1000),
  ' '.repeat(5000),
];
const PATHS = [
  'a.js',
  'a.ts',
  'a.tsx',
  'a.css',
  'a.scss',
  'a.vue',
  'a.map',
  'a.json',
  'a',
  'a.html',
  'a.md',
  'a.asar',
  'a.br',
];

function drawText(random: Random): Buffer {
  let bytes = Buffer.from(random.pick(SEEDS));
  for (let count = random.below(8); count > 0; count--) {
    const at = random.below(bytes.length + 1);
    const cut = random.chance(50) ? 0 : random.below(20);
    const text = random.chance(15) ? bytes.toString('latin1') : random.pick(BITS);
    const bit = random.chance(20)
      ? Buffer.from([random.below(256)])
      : Buffer.from(text, random.chance(50) ? 'utf8' : 'latin1');
    bytes = Buffer.concat([bytes.subarray(0, at), bit, bytes.subarray(at + cut)]);
  }
  return random.chance(10) ? bytes.subarray(0, random.below(6)) : bytes;
}

/** Keys of maps in any order, with what no map has: what begins as one may end as something else. */
function drawNearlyMap(random: Random): Buffer {
  const inline = Buffer.from(MAP).toString('base64');
  const parts: readonly (() => string)[] = [
    () => `"version":${random.pick(['3', '"3"', '4', 'null', '{}'])}`,
    () => `"sources":${random.pick(['[]', '["a.ts"]', '[null]', '{}', '"a"'])}`,
    () =>
      `"sourcesContent":${random.pick(['[]', '[null]', '["x"]', `["${'let a = 1;\\n'.repeat(20)}"]`, '{}'])}`,
    () => `"mappings":${random.pick(['""', '"AAAA"', '[]', `"${'AAAA;'.repeat(100)}"`])}`,
    () => `"sections":${random.pick(['[]', '[{}]', `[{"offset":{},"map":${MAP}}]`, '[{"url":"a"}]'])}`,
    () => `"names":${random.pick(['[]', '["a"]'])}`,
    () => `"x":"//# sourceMappingURL=data:application/json;base64,${inline}"`,
    () => `"y":"${'z'.repeat(random.below(random.pick([9, 600, 9000])))}"`,
    () => random.pick(BITS.slice(0, 20)),
  ];
  const list = Array.from({ length: random.below(7) }, () => random.pick(parts)());
  const text = `{${list.join(',')}${random.pick(['}', '', '}}', '}\n//# sourceMappingURL=a.js.map\n', '}\nlet a = 1;\n'])}`;
  return Buffer.from(random.chance(15) ? `)]}'\n${text}` : text);
}

/** Hands bytes over in pieces, each in a view that is valid only during the call. */
function feed(bytes: Buffer, cuts: Random | undefined, push: (view: Buffer) => void): void {
  // Bytes one by one, small pieces, and large ones with a cut or two.
  const most = cuts?.pick([1, 3, 40, 40, 400, bytes.length]) ?? 0;
  for (let at = 0; at < bytes.length; ) {
    const step = cuts === undefined ? bytes.length : 1 + cuts.below(most);
    const view = Buffer.from(bytes.subarray(at, at + step));
    push(view);
    view.fill(0x55);
    at += step;
  }
}

const fed =
  (make: (path: string, size: number) => { push(view: Buffer): void; end(): unknown }): Parser['parse'] =>
  (bytes, random, cuts) => {
    const reader = make(random.pick(PATHS), bytes.length);
    feed(bytes, cuts, reader.push);
    return reader.end();
  };

/** What a refusal says, in place of what would have been read. */
function refusable(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): string {
  if (!(error instanceof PackgateError)) throw error;
  const line = errorLine(error);
  assert.match(line, /^[^\r\n]+\n$/, 'a refusal is one line');
  return `${error.code}: ${line}`;
}

const NESTED = packed({
  'a.js': SEEDS[2]!,
  'b.zip': rawZip([{ name: 'c.map', body: MAP }]),
  'd.gz': gzipSync(MAP),
  'e.br': brotliCompressSync(Buffer.from(MAP.repeat(20))),
  'f.asar': rawAsar({ files: { 'g.js': { size: 1, offset: '0' } } }, 'g'),
});

const ARCHIVES: Readonly<Record<string, Buffer>> = {
  'a tarball': packed({ 'a.js': SEEDS[0]!, 'dist/b.css': SEEDS[6]! }),
  'a tarball of archives': NESTED,
  'a bare tar archive with extended headers': rawTar(
    { name: 'package/package.json', body: '{"name":"a","version":"1.0.0"}' },
    pax({ comment: 'x' }, 'g'),
    pax({ path: `package/${'n'.repeat(120)}` }),
    { name: 'package/n', body: MAP },
    { name: '././@LongLink', type: 'L', body: `package/${'m'.repeat(120)}\0` },
    { name: 'package/m', body: 'm' },
  ),
  'a zip archive': rawZip([
    { name: 'extension/package.json', body: '{"name":"a"}' },
    { name: 'a.js', body: SEEDS[5]! },
    { name: 'b.map', body: MAP, streamed: true },
    { name: 'c', body: 'c', method: 0 },
  ]),
  'a Chrome extension': Buffer.concat([
    Buffer.from('Cr24\x03\0\0\0\x04\0\0\0head', 'latin1'),
    rawZip([{ name: 'manifest.json', body: '{"manifest_version":3,"name":"a"}' }]),
  ]),
  'an asar archive': rawAsar(
    {
      files: {
        'a.js': { size: 2, offset: '0' },
        d: { files: { 'b.js': { size: 3, offset: '2', integrity: {} }, l: { link: 'a.js' } } },
        u: { size: 9, unpacked: true },
      },
    },
    'aabbb',
  ),
};

/** Changes, cuts, doubles, fills or inserts some bytes. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let result = Buffer.from(bytes);
  for (let times = 1 + random.below(5); times > 0 && result.length > 0; times--) {
    const at = random.below(result.length);
    const length = 1 + random.below(8);
    const before = result.subarray(0, at);
    switch (random.below(6)) {
      case 0:
        result[at] = random.below(256);
        break;
      case 1:
        result.fill(random.pick([0, 0xff, 0x30, 0x7f]), at, Math.min(result.length, at + length));
        break;
      case 2:
        result = Buffer.from(before);
        break;
      case 3:
        result = Buffer.concat([before, result.subarray(at + length)]);
        break;
      case 4:
        result = Buffer.concat([before, result.subarray(Math.max(0, at - 40), at), result.subarray(at)]);
        break;
      default:
        result = Buffer.concat([before, Buffer.from(random.pick(BITS), 'latin1'), result.subarray(at)]);
    }
  }
  return result;
}

/** Small enough that they are reached. */
const LIMITS = { ...limitsOf(), entries: 200, nestedSize: 1024 ** 2, archives: 40, depth: 3, findings: 50 };

const archives: Parser[] = Object.entries(ARCHIVES).map(([name, seed]) => ({
  name,
  rounds: 250,
  draw: (random) => mutate(seed, random),
  async parse(bytes, _random, _cuts, folder) {
    const file = join(folder, 'drawn');
    writeFileSync(file, bytes);
    const budget = createBudget(LIMITS);
    const files: string[] = [];
    const gatherer = createGatherer(
      (facts) => files.push(facts.path),
      () => true,
      folder,
      budget,
    );
    try {
      const { format } = await readArchive(file, gatherer, { temporary: folder, budget });
      const { manifest, oddities, uninspected } = gatherer.finish(format);
      return { files, manifest, oddities, uninspected };
    } catch (error) {
      return refusal(error);
    }
  },
}));

const RECORDS = ['path', 'size', 'linkpath', 'type', 'GNU.sparse.name', 'comment', '', 'path\0', 'päth'];
const VALUES = [
  '',
  '0',
  '12',
  '-1',
  '1e3',
  'a/b',
  '../x',
  'a\nb',
  '\0',
  '\xff',
  '9'.repeat(30),
  'x'.repeat(300),
];

function drawPax(random: Random): Buffer {
  let body = '';
  for (let count = random.below(4); count >= 0; count--) {
    const rest = ` ${random.pick(RECORDS)}=${random.pick(VALUES)}\n`;
    let length = rest.length;
    while (`${length}${rest}`.length !== length) length++;
    body += random.chance(80) ? `${length}${rest}` : `${length + random.below(5) - 2}${rest}`;
  }
  const bytes = Buffer.from(body, 'latin1');
  return random.chance(30) ? mutate(bytes, random) : bytes;
}

const CONFIG = `preset: closed
allow: [package.json, "dist/**/*.{js,css}", "!**/*.map"]
rules:
  source-map/*: error
  unminified/script: { level: warning, ignore: [dist/bin.js, "+(a|b)*"] }
waivers:
  - { rule: source-map/file, path: a.map, reason: "old", owner: "@acme", expires: 2027-01-31 }
limits: { unpackedSize: 200MB, growth: 50%, entries: 5, readWait: 10s }
packages: { "@acme/cli": { preset: open, allow: ["**"] } }
`;
const CONFIG_BITS = [
  ...BITS,
  '&a ',
  '*a',
  '!!binary x',
  '? ',
  '<<: *a',
  '- - - ',
  '{{{{',
  '{a,b}'.repeat(60),
  '**/'.repeat(40),
  '+('.repeat(30),
  '!('.repeat(30),
  '[a-'.repeat(30),
  '\t',
  '---\n',
  '...\n',
  '# ',
  '|+\n',
  '>-\n',
  '__proto__: ',
  'constructor: ',
  '2027-13-45',
  '1e999',
  '-0',
  '.inf',
  '0x10',
];

function drawConfig(random: Random): Buffer {
  let text = random.chance(50)
    ? CONFIG
    : '{"preset":"open","allow":["a"],"limits":{"entries":3},"packages":{"a":{"rules":{}}}}';
  for (let count = 1 + random.below(6); count > 0; count--) {
    const at = random.below(text.length + 1);
    text = text.slice(0, at) + random.pick(CONFIG_BITS) + text.slice(at + random.below(12));
  }
  return Buffer.from(text);
}

const GLOBS = [
  '*',
  '**',
  '/',
  'a',
  'b',
  '?',
  '[ab]',
  '[!a-c]',
  '[',
  ']',
  '{a,b}',
  '{',
  '}',
  ',',
  '(',
  ')',
  '|',
  '!',
  '+(',
  '*(',
  '@(',
  '!(',
  '\\\\',
  '.',
  '..',
  'é',
];

const IDENTITIES = [
  'Metadata-Version: 2.1\nName: a\nVersion: 1\n\nname: b',
  '[package]\nname = "a"\nversion = "1.0.0"\n[dependencies]\nname = "x"',
  '{"name":"a","version":"1","manifest_version":3}',
];
const IDENTITY_FILES = [
  'package.json',
  'extension/package.json',
  'manifest.json',
  'PKG-INFO',
  'Cargo.toml',
  'Cargo.toml.orig',
  'a.dist-info/METADATA',
  'extension.vsixmanifest',
];
const FORMATS: readonly ArchiveFormat[] = ['tar', 'zip', 'crx', 'asar'];

const COMPRESSED = {
  gzip: gzipSync(MAP.repeat(30)),
  brotli: brotliCompressSync(Buffer.from(MAP.repeat(30))),
  zstd: zstdFrame(Buffer.from(MAP.repeat(30))),
} as const;

const codecs: Parser[] = (['gzip', 'brotli', 'zstd'] as const)
  .filter((codec) => canDecode(codec))
  .map((codec) => ({
    name: `the ${codec} decoder`,
    rounds: 1500,
    draw: (random) => mutate(COMPRESSED[codec], random),
    parse: (bytes, _random, cuts) => {
      let size = 0;
      const decoder = createDecoder(codec, (view) => {
        size += view.length;
      });
      const said = refusable(() => {
        feed(bytes, cuts, decoder.write);
        decoder.end();
        return 'whole';
      });
      decoder.close();
      // What was decoded before the damage depends on where the pieces end.
      return said === 'whole' ? `${said} ${size}` : 'refused';
    },
  }));

const text =
  (parse: (text: string, random: Random) => unknown): Parser['parse'] =>
  (bytes, random) =>
    refusable(() => parse(bytes.toString('utf8'), random));

const RECEIPT = createReceipt(
  { ...clean, findings: [] },
  { packgateVersion: '1.0.0', now: new Date('2026-11-21T00:00:00Z') },
).trim();
const PLAN =
  '{"version":1,"plan":[[{"kind":"publish","name":"a","version":"1.0.0","tarball":{"path":"a.tgz","integrity":"sha512-aGFzaA=="}}]]}';

export const PARSERS: readonly Parser[] = [
  {
    name: 'the whole look',
    rounds: 1500,
    draw: drawText,
    parse: fed((path, size) => lookAt(path, size, true)),
  },
  {
    name: 'the look at what is nearly a map',
    rounds: 1500,
    draw: drawNearlyMap,
    parse: fed((path, size) => lookAt(path, size, true)),
  },
  {
    name: 'the look at all of a file at once',
    rounds: 1500,
    draw: (random) => (random.chance(50) ? drawNearlyMap(random) : drawText(random)),
    parse(bytes, random, cuts) {
      const look = lookAt(random.pick(PATHS), bytes.length, true);
      if (cuts === undefined && bytes.length > 0) look.push(Buffer.from(bytes), true);
      else feed(bytes, cuts, look.push);
      return look.end();
    },
  },
  { name: 'the text reader', rounds: 1500, draw: drawText, parse: fed((path) => createTextReader(path)) },
  { name: 'the map reader', rounds: 1500, draw: drawText, parse: fed(() => createMapReader()) },
  {
    name: 'the inline scanner',
    rounds: 1500,
    draw: drawText,
    parse: fed(() => createInlineMapScanner({ objects: true })),
  },
  {
    name: 'the manifest',
    rounds: 1500,
    draw: drawText,
    parse: (bytes) => refusable(() => readManifest(bytes)),
  },
  {
    name: 'the identity of a package',
    rounds: 1500,
    draw: (random) => mutate(Buffer.from(random.pick(IDENTITIES)), random),
    parse: (bytes, random, cuts) =>
      refusable(() => {
        const identity = createIdentity();
        for (let count = 1 + random.below(3); count > 0; count--) {
          identity.begin(random.pick(IDENTITY_FILES), bytes.length);
          feed(bytes, cuts, identity.bytes);
          identity.end();
        }
        return identity.manifest(random.pick(FORMATS));
      }),
  },
  { name: 'pax records', rounds: 4000, draw: drawPax, parse: (bytes) => refusable(() => readPax(bytes, 0)) },
  {
    name: 'global pax records',
    rounds: 2000,
    draw: drawPax,
    parse: (bytes) => refusable(() => checkGlobalPax(bytes, 0)),
  },
  {
    name: 'GNU long names',
    rounds: 1000,
    draw: (random) => mutate(Buffer.from('package/a\0'), random),
    parse: (bytes, random) => refusable(() => readLongName(bytes, 0, random.chance(50))),
  },
  {
    name: 'the gunzip reader without its handle',
    rounds: 60,
    draw: (random) => mutate(COMPRESSED.gzip, random),
    async parse(bytes) {
      let size = 0;
      const gunzip = createGunzipReader((view) => {
        size += view.length;
      }, 'public');
      try {
        await gunzip.write(bytes);
        await gunzip.end();
        return size;
      } catch (error) {
        return refusal(error);
      }
    },
  },
  ...codecs,
  ...archives,
  {
    name: 'the config',
    rounds: 1200,
    draw: drawConfig,
    parse: text((config) => parseConfig(config, 'packgate.yml', ['source-map/file', 'unminified/script'])),
  },
  {
    name: 'globs',
    rounds: 1500,
    draw: (random) =>
      Buffer.from(Array.from({ length: random.below(60) }, () => random.pick(GLOBS)).join('')),
    parse: text((glob) => {
      const problem = patternProblem(glob);
      if (problem !== undefined) return problem;
      const matcher = createMatcher([glob]);
      return ['a', 'a/b', 'ab/'.repeat(60), `${'ab'.repeat(100)}c`, `${'a/'.repeat(100)}c`].map(
        matcher.matches,
      );
    }),
  },
  {
    name: 'targets',
    rounds: 2000,
    draw: (random) =>
      Buffer.from(
        `${random.pick(['npm:', '', './', 'npm:@a/'])}${random.pick(BITS)}${random.pick(['@1', '', '@', '/x', '#y'])}`,
        'latin1',
      ),
    parse: text(parseTarget),
  },
  {
    name: 'what npm pack prints',
    rounds: 2000,
    draw: (random) => mutate(Buffer.from('built\n[{"filename":"a-1.tgz","integrity":"sha512-x"}]\n'), random),
    parse: text(packedByNpm),
  },
  {
    name: 'receipts',
    rounds: 1500,
    draw: (random) => mutate(Buffer.from(random.chance(30) ? `[${RECEIPT},${RECEIPT}]` : RECEIPT), random),
    parse: text((receipt) => readReceipts(receipt, 'receipt.json')),
  },
  {
    name: 'lines of an audit log',
    rounds: 1500,
    draw: (random) =>
      mutate(Buffer.from('{"hash":"x","packages":[],"schemaVersion":1,"sequence":1}'), random),
    parse(bytes) {
      try {
        return readLine(bytes, 1, START);
      } catch (error) {
        assert.ok(error instanceof BrokenChain, String(error));
        return error.message;
      }
    },
  },
  {
    name: 'publish plans',
    rounds: 300,
    draw: (random) => mutate(Buffer.from(PLAN), random),
    async parse(bytes, _random, _cuts, folder) {
      const file = join(folder, 'publish-plan.json');
      writeFileSync(file, bytes);
      return readPlan(file, 'publish-plan.json').catch(refusal);
    },
  },
  {
    name: 'escaped text',
    rounds: 3000,
    draw: drawText,
    parse: text((hostile) => {
      for (const written of [logText, htmlText, markdownText, markdownProse, codeSpan]) {
        const line = written(hostile);
        assert.doesNotMatch(line, /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|##\[|(?:^|\s)::/u);
      }
      assert.doesNotMatch(htmlText(hostile), /[<>"']/);
    }),
  },
];

/** One round: draws from the seed, reads it whole and in pieces, and says what is wrong, or nothing. */
export async function tryOut(parser: Parser, seed: number, folder: string): Promise<string | undefined> {
  const random = new Random(seed);
  const bytes = parser.draw(random);
  const after = random.below(1 << 30);
  const before = process.cpuUsage();
  let given: unknown[];
  try {
    given = [
      await parser.parse(bytes, new Random(after), undefined, folder),
      await parser.parse(bytes, new Random(after), new Random(seed), folder),
    ];
  } catch (error) {
    return `seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`;
  }
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1e6;
  if (took > 4) return `seed ${seed}: ${took} s of CPU time for ${bytes.length} bytes`;
  const [whole, pieces] = given.map((facts) => JSON.stringify(facts, null, 1));
  return pieces === whole ? undefined : `seed ${seed}: in pieces it is ${pieces}, and whole ${whole}`;
}
