import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { wasm } from '../binaries.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { rawZip } from '../zips.ts';
import { lookInside } from './inside.ts';
import { seeded } from './pieces.ts';

/** Bytes that no codec makes smaller, the same on every machine. */
const noise = (size: number, next = seeded(7)) => Buffer.from(Array.from({ length: size }, () => next(256)));
const LARGE = mapText({ x_noise: noise(4000).toString('hex') });
const GZIP = gzipSync(LARGE);
const SMALL = mapText();
const PRETTY = JSON.stringify(JSON.parse(SMALL), null, '\t');
const of = (text: string | Buffer) => Buffer.from(text).toString('base64');
const lines = (text: string, width = 76, between = '\n') =>
  text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), `$&${between}`);
/** The same in strings of so many digits. */
const strings = (text: string, width: number, between: string, quote = '"') =>
  `${quote}${lines(text, width, `${quote}${between}${quote}`)}${quote}`;
const hex = (text: string | Buffer) => Buffer.from(text).toString('hex');
const script = `export function priceOf(customer, cents) {\n  // friends pay less\n  return customer.isFriend ? cents * 0.9 : cents;\n}\n`;

const found: Record<string, [path: string, string, string[]]> = {
  'a compressed map in a script': [
    'a.js',
    `load("${GZIP.toString('base64')}");`,
    ['a.js!/base64-1!/base64-1:map', 'a.js!/base64-1'],
  ],
  'a map that nothing introduces': [
    'a.js',
    `var m="${Buffer.from(LARGE).toString('base64')}";`,
    ['a.js!/base64-1:map'],
  ],
  'a zip archive in lines, as mail has it': [
    'a.b64',
    lines(rawZip([{ name: 'a.map', body: LARGE }]).toString('base64')),
    ['a.b64!/base64-1!/a.map:map', 'a.b64!/base64-1'],
  ],
  // What can be read of it was: nobody can read more.
  'the first half of a compressed map': [
    'a.js',
    `// as in "${of(GZIP.subarray(0, GZIP.length >> 1))}"`,
    ['a.js!/base64-1!/base64-1:map', 'a.js!/base64-1'],
  ],
  'two in a page': [
    'a.html',
    `<script>${'let a=1;'.repeat(900)}x="${GZIP.toString('base64')}";y="${GZIP.toString('base64url')}"</script>`,
    [
      'a.html!/base64-1!/base64-1:map',
      'a.html!/base64-1',
      'a.html!/base64-2!/base64-2:map',
      'a.html!/base64-2',
    ],
  ],
  'a WebAssembly module': [
    'a.js',
    `const w="${wasm({ sourceMappingURL: noise(5000) }).toString('base64')}"`,
    ['a.js!/base64-1'],
  ],
  'a script with a data URL': [
    'a.js',
    `new Worker("data:text/javascript;base64,${Buffer.from(script.repeat(60)).toString('base64')}")`,
    ['a.js!/base64-1.js'],
  ],
  'a small map': ['a.js', `__toBinary("${of(SMALL)}")`, ['a.js!/base64-1:map']],
  // A loader that returns base64 behind another one: url-loader over raw text that is some already.
  'a small map in base64 twice': [
    'a.js',
    `x="${of(of(SMALL))}"`,
    ['a.js!/base64-1!/base64-1:map', 'a.js!/base64-1'],
  ],
  'a small map in base64 twice, in a data URL': [
    'a.js',
    `x="data:application/json;base64,${of(of(SMALL))}"`,
    ['a.js!/base64-1!/base64-1:map', 'a.js!/base64-1'],
  ],
  'a data URL of a map in base64': [
    'a.js',
    `x="${of(`data:application/json;base64,${of(SMALL)}`)}"`,
    ['a.js!/base64-1:map'],
  ],
  'a map that is a string of JSON': ['a.js', `x="${of(JSON.stringify(SMALL))}"`, ['a.js!/base64-1:map']],
  'a compressed map in base64 twice': [
    'a.json',
    `["${of(of(GZIP))}"]`,
    ['a.json!/base64-1!/base64-1!/base64-1:map', 'a.json!/base64-1!/base64-1', 'a.json!/base64-1'],
  ],
  'a small map with tabs': ['a.json', `{"map":"${of(PRETTY)}"}`, ['a.json!/base64-1:map']],
  'a small map behind a byte order mark': ['a.js', `x='${of(`\ufeff${SMALL}`)}'`, ['a.js!/base64-1:map']],
  'a small map behind a prefix': ['a.js', `x='${of(`)]}'\n${SMALL}`)}'`, ['a.js!/base64-1:map']],
  'a small map in UTF-16': [
    'a.js',
    `x='${Buffer.from(SMALL, 'utf16le').toString('base64')}'`,
    ['a.js!/base64-1:map'],
  ],
  'a small map in lines of a message': [
    'a.txt',
    `-----BEGIN MAP-----\n${lines(of(SMALL), 64)}\n-----END MAP-----\n`,
    ['a.txt!/base64-1:map'],
  ],
  'a small map in the lines of a string': [
    'a.json',
    `{"maps":"x\\n${lines(of(SMALL), 76, '\\n')}\\n"}`,
    ['a.json!/base64-1:map'],
  ],
  'a small map in the indented lines of a document': [
    'a.yaml',
    `data:\n  app.js.map: |\n    ${lines(of(SMALL), 76, '\n    ')}\n`,
    ['a.yaml!/base64-1:map'],
  ],
  'a small map in an address': ['a.js', `f("/maps/v1/${of(SMALL)}")`, ['a.js!/base64-1:map']],
  'a small map as a setting': ['a.env', `SOURCE_MAP=${of(SMALL)}\nNEXT=1\n`, ['a.env!/base64-1:map']],
  'a map a line': [
    'a.txt',
    `${of(SMALL)}\n${of(mapText({ x_n: 1 }))}\n`,
    ['a.txt!/base64-1:map', 'a.txt!/base64-2:map'],
  ],
  'a small map that zlib made smaller': [
    'a.json',
    `["${of(deflateSync(SMALL))}"]`,
    ['a.json!/base64-1!/base64-1:map', 'a.json!/base64-1'],
  ],
  'a script without a URL': ['a.js', `worker('${of(script.repeat(3))}')`, ['a.js!/base64-1']],
  'a script in UTF-16 without a URL': [
    'a.js',
    `worker('${Buffer.from(script.repeat(3), 'utf16le').toString('base64')}')`,
    ['a.js!/base64-1'],
  ],
  ...Object.fromEntries(
    Object.entries({
      'a sum of strings': strings(of(LARGE), 76, '+'),
      'a sum of short strings': strings(of(LARGE), 60, ' + \n      ', "'"),
      'a sum of long strings': strings(of(LARGE), 1000, ' +\r\n\t'),
      'two strings': strings(of(SMALL), 160, '+'),
      'a list of strings': `[${strings(of(SMALL), 100, ',')}].join("")`,
      'a list of strings, a line each': `[\n  ${strings(of(LARGE), 64, ',\n  ')}\n].join('')`,
      'a list of templates': strings(of(LARGE), 4096, ', ', '`'),
      'strings that grow': `var s="";s+=${strings(of(SMALL), 80, ';s+=')};`,
      'strings that are put behind it': `var s="";s=${strings(of(SMALL), 80, ';s=s+')};`,
      'strings that are put behind it, a line each': `s = ${strings(of(SMALL), 80, '\r\n    o.s = o.s & ')}`,
      'strings that are put behind it in PHP': `$a=${strings(of(SMALL), 80, ';$a=$a.')};`,
      'strings that a method puts behind it': `s=${strings(of(SMALL), 80, ');s=s.concat(')};`,
      'strings that are put to it': `a=${strings(of(SMALL), 80, ').concat(')};`,
      'elements of a list': `var s=[];s[0]=${strings(of(SMALL), 80, ';s[1]=')};`,
      'strings of PHP': `$a = ${strings(of(SMALL), 76, ' . ')};`,
      'strings side by side': `char a[] =\n${strings(of(SMALL), 76, '\n')};`,
      'a string with lines': `a="${lines(of(SMALL), 76, '\\\n')}"`,
    }).map(([name, text]) => [`a map in ${name}`, ['a.js', `f(1);${text}`, ['a.js!/base64-1:map']]]),
  ),
  'a compressed map in a sum of strings': [
    'a.js',
    `load(${strings(of(GZIP), 120, ' + ')});`,
    ['a.js!/base64-1!/base64-1:map', 'a.js!/base64-1'],
  ],
  'maps that are strings of one list': [
    'a.js',
    `a=[${[1, 2, 3].map((x_n) => `"${of(mapText({ x_n })).replace(/=+$/, '')}"`)}]`,
    ['a.js!/base64-1:map', 'a.js!/base64-2:map', 'a.js!/base64-3:map'],
  ],
  'a map beside a value of another name': [
    'a.js',
    `const a="${of(`${SMALL}${' '.repeat(3 - (SMALL.length % 3))}`)}",b="${of('\nvar ledger = 1;'.repeat(30))}"`,
    ['a.js!/base64-1:map', 'a.js!/base64-2'],
  ],
  'a map beside a value of another name, each decoded': [
    'a.js',
    `const a=atob("${of(`${SMALL}${' '.repeat(3 - (SMALL.length % 3))}`)}"),b=window.atob("${of('\nvar ledger = 1;'.repeat(30))}")`,
    ['a.js!/base64-1:map', 'a.js!/base64-2'],
  ],
  'a map behind names of one length': [
    'a.js',
    `a=["${'0123456789abcdef'.repeat(4)}","${'fedcba9876543210'.repeat(4)}",${strings(of(LARGE), 64, ',')}]`,
    ['a.js!/base64-1:map'],
  ],
  'a map in hexadecimal': ['a.js', `Buffer.from("${hex(SMALL)}","hex")`, ['a.js!/hex-1:map']],
  'a map in large hexadecimal': ['a.txt', hex(PRETTY).toUpperCase(), ['a.txt!/hex-1:map']],
  'a map in hexadecimal strings': ['a.js', `a=${strings(hex(SMALL), 80, '+')}`, ['a.js!/hex-1:map']],
  'a compressed map in hexadecimal': [
    'a.js',
    `load("${hex(GZIP)}")`,
    ['a.js!/hex-1!/hex-1:map', 'a.js!/hex-1'],
  ],
  'a map that zlib made smaller in hexadecimal': [
    'a.js',
    `load("${hex(deflateSync(LARGE))}")`,
    ['a.js!/hex-1!/hex-1:map', 'a.js!/hex-1'],
  ],
  'a map as bare deflate data': [
    'a.js',
    `load("${of(deflateRawSync(LARGE))}")`,
    ['a.js!/base64-1.deflate!/base64-1:map', 'a.js!/base64-1.deflate'],
  ],
  'a record of a build as bare deflate data': [
    'data.js',
    `window.data = '${of(deflateRawSync(JSON.stringify({ type: 'v8', x: noise(900).toString('hex') })))}'`,
    ['data.js!/base64-1.deflate!/base64-1', 'data.js!/base64-1.deflate'],
  ],
  'a map as brotli data': [
    'a.js',
    `load("${of(brotliCompressSync(LARGE))}","other")`,
    ['a.js!/base64-1.brotli!/base64-1:map', 'a.js!/base64-1.brotli'],
  ],
  'a map in a binary file': ['a.bin', `\0\x01\xff${of(SMALL)}\0`, ['a.bin!/base64-1:map']],
};
const quiet: Record<string, [path: string, string]> = {
  'a picture': [
    'a.css',
    `a{b:url(data:image/png;base64,${Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(9000)]).toString('base64')})}`,
  ],
  'a map with a data URL, which is found as such': [
    'a.js',
    `a()\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(LARGE).toString('base64')}`,
  ],
  'a map of code with a data URL': [
    'a.js',
    `a()\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${of(mapText({ sourcesContent: [script] }))}`,
  ],
  'a picture in base64 twice': ['a.js', `x="${of(of(noise(900)))}"`],
  'a data URL of a picture in base64': ['a.js', `x="${of(`data:image/png;base64,${of(noise(900))}`)}"`],
  'a string of JSON in base64': ['a.js', `x="${of(JSON.stringify('{"name":"a"}'.repeat(40)))}"`],
  'settings in base64 twice': ['a.js', `x="${of(of(JSON.stringify({ name: 'a'.repeat(300) })))}"`],
  'digests in base64': ['a.js', `x="${of(hex(noise(200)))}"`],
  'a list of words': ['words.txt', 'abacus\nabandon\nH4sI\nUEsDB\n'.repeat(3000)],
  'a short one': ['a.js', `load("${gzipSync('x').toString('base64')}")`],
  'a token': ['a.js', `t="${of('{"alg":"HS256","typ":"JWT"}')}.${of(`{"sub":"${'x'.repeat(300)}"}`)}"`],
  'settings in base64': ['a.js', `t="${of(JSON.stringify({ name: 'a', files: ['b'.repeat(300)] }))}"`],
  'a vector picture': ['a.js', `x="${of(`<svg viewBox="0 0 1 1"><path d="${'M1 1'.repeat(99)}"/></svg>`)}"`],
  'a text': ['a.js', `x="${of('Nobody knows what the harbour master saw that night.\n'.repeat(20))}"`],
  hashes: ['a.json', `["${'0123456789abcdef'.repeat(40)}","sha512-${of(noise(400))}"]`],
  'long names': [
    'a.js',
    'a.this_name_0_is_as_long_as_names_of_messages_can_be_in_a_compiler_that_explains=1;\n'.repeat(99),
  ],
  'a short map in documentation': ['a.md', `Then \`x="${of(SMALL)}"\` is a map.\n`],
  'names of one length in a list': [
    'a.js',
    `a=[${Array.from({ length: 400 }, (_, i) => `"${noise(48, seeded(i)).toString('base64')}"`)}]`,
  ],
  'digests in a list': [
    'a.json',
    JSON.stringify(Array.from({ length: 400 }, (_, i) => noise(64, seeded(i)).toString('hex'))),
  ],
  'bare deflate data of a picture': ['a.js', `x="${of(deflateRawSync(noise(4000)))}"`],
  'strings of a script that says no more': [
    'a.js',
    `a=${strings('thequickbrownfoxjumps0verthelazydog'.repeat(40), 70, '+')}`,
  ],
  'minified code': ['a.js', 'function a(b){return b.c(d)}'.repeat(2000)],
};

for (const [name, [path, text, files]] of Object.entries(found)) {
  test(`looks into ${name}, however it is cut`, () => {
    for (const step of [313, 4096, 65_536, 1_000_000]) {
      assert.deepEqual(lookInside(path, Buffer.from(text), step).files, files, `${step}`);
    }
  });
}
for (const [name, [path, text]] of Object.entries(quiet)) {
  test(`looks for nothing in ${name}`, () => {
    const { files, odd } = lookInside(path, Buffer.from(text), 65_536);
    assert.deepEqual({ files, odd }, { files: [], odd: [] });
  });
}

test('finds a run wherever in the file it begins', () => {
  const text = GZIP.toString('base64');
  for (let before = 0; before < 140_000; before += 3777) {
    const bytes = Buffer.from(`${'let a = 1;\n'.repeat(13_000).slice(0, before)};x="${text}"`);
    assert.equal(lookInside('a.js', bytes, 65_536).files.length, 2, `${before}`);
  }
});

test('takes no random bytes for a file', () => {
  const { files } = lookInside('a.txt', Buffer.from(randomBytes(3e6).toString('base64')));
  assert.deepEqual(files, []);
});
