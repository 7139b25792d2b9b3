import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAt } from '../../src/content/look.ts';
import { createInlineMapScanner } from '../../src/content/map/inline.ts';
import { createMapReader } from '../../src/content/map/reader.ts';
import { createTextReader } from '../../src/content/text/text.ts';
import { PackgateError } from '../../src/errors.ts';
import { readManifest } from '../../src/manifest.ts';
import { Random } from '../replicas/random.ts';

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

function draw(random: Random): Buffer {
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

type Parse = (bytes: Buffer, path: string, cuts: Random | undefined) => unknown;

const fed =
  (make: (path: string, size: number) => { push(view: Buffer): void; end(): unknown }): Parse =>
  (bytes, path, cuts) => {
    const reader = make(path, bytes.length);
    for (let at = 0; at < bytes.length; ) {
      const step = cuts === undefined ? bytes.length : 1 + cuts.below(40);
      // A view is valid only during the call.
      const view = Buffer.from(bytes.subarray(at, at + step));
      reader.push(view);
      view.fill(0x55);
      at += step;
    }
    return reader.end();
  };

const PARSERS: Record<string, Parse> = {
  'the whole look': fed((path, size) => lookAt(path, size, true)),
  'the text reader': fed((path) => createTextReader(path)),
  'the map reader': fed(() => createMapReader()),
  'the inline scanner': fed(() => createInlineMapScanner({ objects: true })),
  'the manifest': (bytes) => {
    try {
      return readManifest(bytes);
    } catch (error) {
      assert.ok(error instanceof PackgateError, String(error));
      return error.message;
    }
  },
};

function plain(facts: unknown): string {
  return JSON.stringify(facts, null, 1);
}

for (const [name, parse] of Object.entries(PARSERS)) {
  test(`${name}: random input neither breaks nor delays it, and gives the same however it is cut`, () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const random = new Random(seed);
      const bytes = draw(random);
      const path = random.pick(PATHS);
      const begun = performance.now();
      const whole = parse(bytes, path, undefined);
      const pieces = parse(bytes, path, random);
      const took = performance.now() - begun;
      assert.ok(took < 2000, `seed ${seed}: ${took} ms for ${bytes.length} bytes`);
      assert.equal(plain(pieces), plain(whole), `seed ${seed}, ${path}`);
    }
  });
}
