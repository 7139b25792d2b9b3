import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MapSighting } from '../../../src/content/map/facts.ts';
import { lookInside } from '../inside.ts';
import { seeded } from '../pieces.ts';

/** Five lines in two files, with everything in them that escaping may get wrong. */
const TEXTS = [
  'export const rate = 1.5;\n// secret "quoted" \\ slash\nexport function f(a) { return `x${' +
    'a}` + "é✓😀"; }\n',
  "module.exports = 'it\\'s';\n</script>\n",
];
const PLAIN = {
  version: 3,
  file: 'out.js',
  sources: ['../src/a.ts', '../src/b.ts'],
  sourcesContent: TEXTS,
  names: ['rate', 'f'],
  mappings: `AAAA;AACA,SAASA${';AACA,SAASA'.repeat(40)}`,
};

type Json = Readonly<Record<string, unknown>>;

/** The map with these keys in front of the others. */
function first(keys: string, more: Json = {}, without = ''): Json {
  const map: Json = { ...PLAIN, ...more };
  const order = [...keys.split(' '), ...Object.keys(map)].filter(
    (key) => key in map && !without.split(' ').includes(key),
  );
  return Object.fromEntries(order.map((key) => [key, map[key]]));
}

const offset = (line: number) => ({ offset: { line, column: 0 } });
const PRELUDE = { version: 3, sources: [], names: [], mappings: '' };
const INDEX = {
  version: 3,
  file: 'out.js',
  sections: [
    { ...offset(0), map: PRELUDE },
    { ...offset(1), map: PLAIN },
  ],
};
const FORMS: Readonly<Record<string, Json>> = {
  plain: PLAIN,
  'version as a string': first('version', { version: '3' }),
  'mappings first': first('mappings sources sourcesContent names'),
  'keys in order of the alphabet': first('file mappings names sources sourcesContent'),
  'texts first': first('sourcesContent sources'),
  'sources first': first('sources names mappings'),
  'names first': first('names sources'),
  'no names': first('version', {}, 'names'),
  'an extension first': first('x_google_ignoreList', { x_google_ignoreList: [1] }),
  'functions of Metro first': first('x_facebook_sources', {
    x_facebook_sources: [[{ names: ['<global>'], mappings: 'AAA' }], null],
  }),
  'an ignore list': first('version', { ignoreList: [1] }),
  'a debug id first': first('debugId', { debugId: '85314830-023f-4cf1-a267-535f4e37bb17' }),
  sections: INDEX,
  'sections first': first('sections', INDEX, 'sources sourcesContent names mappings'),
  // What joins maps may read them as text and parse none: consumers (source-map, trace-mapping) do it for a section.
  'sections that are strings': { ...INDEX, sections: [{ ...offset(1), map: JSON.stringify(PLAIN) }] },
  'sections in sections': { version: 3, sections: [{ ...offset(0), map: INDEX }] },
  'no texts': first('version', {}, 'sourcesContent'),
  'no texts, in order of the alphabet': first('file mappings names sources', {}, 'sourcesContent'),
};

const json = (map: Json) => JSON.stringify(map);
const pretty = (map: Json) => JSON.stringify(map, null, 2);
const base64 = (map: Json) => Buffer.from(json(map)).toString('base64');
const quoted = (text: string, quote: string) =>
  quote +
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('${', '\\${') +
  quote;
/** A literal of a script; `keys` is what its keys are quoted with. */
function literal(value: unknown, quote: string, keys = ''): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, quote, keys)).join(', ')}]`;
  if (typeof value === 'string') return quoted(value, quote);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(
    ([key, each]) => `${keys}${key}${keys}: ${literal(each, quote, keys)}`,
  );
  return `{${entries.join(',')}}`;
}
function utf16(text: string, bigEndian = false): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}
const entities = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const markup = (text: string) => text.replaceAll('</', '<\\/');
const CODE = 'var a=1,b=function(){return{file:a,names:[a]}};\n';
const comment = (url: string) => `${CODE}//# sourceMappingURL=${url}`;

/** Every character as an escape of so many digits. */
const escaped = (text: string, sign: string, digits: number) =>
  Array.from(
    { length: text.length },
    (_, i) => sign + text.charCodeAt(i).toString(16).padStart(digits, '0'),
  ).join('');
/** In one byte a character, as `\\x` has it: JSON writes the others as escapes of its own. */
const ascii = (text: string) => text.replace(/[^\0-\x7f]/g, (character) => escaped(character, '\\u', 4));

type Wrapper = readonly [path: string, wrap: (map: Json) => string | Buffer];
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  'a file': ['a.js.map', json],
  'a file of another name': ['LICENSE', json],
  'a file, pretty-printed': ['a.map', pretty],
  'a file with tabs and CRLF': ['a.map', (map) => JSON.stringify(map, null, '\t').replaceAll('\n', '\r\n')],
  'a file behind a mark': ['a.map', (map) => `\ufeff${json(map)}`],
  'a file behind a prefix': ['a.map', (map) => `)]}'\n${json(map)}`],
  'a file behind both': ['a.json', (map) => `\ufeff)]}',\n${pretty(map)}`],
  'a file behind blank lines': ['a.map', (map) => `\n\n   ${json(map)}`],
  'UTF-16': ['a.map', (map) => utf16(`\ufeff${json(map)}`)],
  'UTF-16, big-endian': ['a.map', (map) => utf16(`\ufeff${json(map)}`, true)],
  'UTF-16 without a mark': ['a.map', (map) => utf16(json(map))],
  'UTF-16 without a mark, big-endian, pretty-printed': ['a.map', (map) => utf16(pretty(map), true)],
  'a module of JSON': ['a.js', (map) => `${CODE}module.exports = ${json(map)};\n`],
  'a module, pretty-printed': ['a.mjs', (map) => `${CODE}export default ${pretty(map)}\n`],
  'a module in UTF-16': ['a.js', (map) => utf16(`\ufeff${CODE}module.exports=${json(map)}`)],
  'an object': ['a.js', (map) => `${CODE}e.push([1,"",${literal(map, '"')}])`],
  'an object in single quotes': ['a.js', (map) => `${CODE}e.push([1,"",${literal(map, "'")}])`],
  'an object in templates': ['a.js', (map) => `${CODE}x=${literal(map, '`')};`],
  'an object with keys in single quotes': ['a.js', (map) => `${CODE}x = ${literal(map, "'", "'")};`],
  'a typed object': ['a.ts', (map) => `export const map = ${literal(map, "'")} as const;`],
  'a string': ['a.js', (map) => `${CODE}x=JSON.parse(${quoted(json(map), '"')})`],
  'a string in single quotes': ['a.js', (map) => `${CODE}x=JSON.parse(${quoted(json(map), "'")})`],
  'strings that are put together': [
    'a.js',
    (map) =>
      `${CODE}x=JSON.parse(${quoted(json(map), '"').replace(/([^\\"]{50})(?=[^\\"])/g, '$1" +\n  "')})`,
  ],
  'strings in single quotes that are put together': [
    'a.js',
    (map) => `${CODE}x=JSON.parse(${quoted(json(map), "'").replace(/([^\\']{40})(?=[^\\'])/g, "$1'+'")})`,
  ],
  'a template': ['a.js', (map) => `${CODE}x=JSON.parse(${quoted(json(map), '`')})`],
  'a pretty-printed string': ['a.js', (map) => `${CODE}x=JSON.parse(${quoted(pretty(map), '"')})`],
  'a pretty-printed template': [
    'a.js',
    (map) =>
      `${CODE}x=JSON.parse(${quoted(pretty(map), '`').replaceAll('\\n', '\n').replaceAll('\\\n', '\\\\n')})`,
  ],
  'an object in eval': ['a.js', (map) => `eval(${quoted(`e.push([n.id,"",${json(map)}])`, '"')})`],
  'an object in eval, keys bare': [
    'a.js',
    (map) => `eval(${quoted(`e.push([n.id,"",${literal(map, '"')}])`, '"')})`,
  ],
  'an object in eval in single quotes': [
    'a.js',
    (map) => `eval(${quoted(`e.push([n.id,"",${json(map)}])`, "'")})`,
  ],
  'a string in eval': ['a.js', (map) => `eval(${quoted(`x=JSON.parse(${quoted(json(map), '"')})`, '"')})`],
  // javascript-obfuscator with `unicodeEscapeSequence`.
  'a string that is escaped in all its characters': [
    'a.js',
    (map) => `${CODE}x=JSON.parse('${escaped(ascii(json(map)), '\\x', 2)}')`,
  ],
  'a string that is escaped so in four digits': ['a.json', (map) => `["${escaped(json(map), '\\u', 4)}"]`],
  'a string that is escaped so in digits of upper case': [
    'a.js',
    (map) =>
      `x="${escaped(ascii(json(map)), '', 2)
        .toUpperCase()
        .replace(/../g, '\\x$&')}"`,
  ],
  // What pages keep in an attribute, a cookie or the hash of an address: `encodeURIComponent(JSON.stringify(state))`.
  'a string for a URL': [
    'a.js',
    (map) => `${CODE}x=JSON.parse(decodeURIComponent("${encodeURIComponent(json(map))}"))`,
  ],
  'a string for a URL, in lower case': [
    'a.html',
    (map) => `<a data-state="${encodeURIComponent(json(map)).replace(/%../g, (hex) => hex.toLowerCase())}">`,
  ],
  'a string for a URL, encoded in part': [
    'a.js',
    (map) => `x=JSON.parse(decodeURI('${encodeURI(json(map)).replaceAll("'", '%27')}'))`,
  ],
  'a string for a URL, by escape()': ['a.js', (map) => `x=JSON.parse(unescape("${escape(pretty(map))}"))`],
  'a string in a string for a URL': ['a.js', (map) => `x="${encodeURIComponent(JSON.stringify(json(map)))}"`],
  'a URL without a name for itself': ['a.map', (map) => encodeURIComponent(json(map))],
  'JSON in a page': ['a.html', (map) => `<p><script type="application/json">${markup(json(map))}</script>`],
  'a script in a page': ['a.html', (map) => `<p><script>window.map=${markup(json(map))}</script></p>`],
  'an attribute': ['a.html', (map) => `<div data-map="${entities(json(map))}"></div>`],
  'JSON in JSON': ['a.json', (map) => json({ code: 'a()', map })],
  'JSON in a list, pretty-printed': ['a.json', (map) => pretty({ outputs: [{ code: 'a()', map }] })],
  'a string in JSON': ['a.json', (map) => json({ code: 'a()', map: json(map) })],
  'a list': ['a.json', (map) => `[${json(map)}]`],
  'a line of JSON': ['a.jsonl', (map) => `{"a":1}\n${json(map)}\n`],
  'binary data': ['a.bin', (map) => Buffer.from(`\0\x01\xff\x07${json(map)}\0\0\0`, 'utf8')],
  'a comment': ['a.js', (map) => comment(`data:application/json;base64,${base64(map)}`)],
  'a comment with a charset': [
    'a.js',
    (map) => comment(`data:application/json;charset=utf-8;base64,${base64(map)}\n`),
  ],
  'a comment in upper case': [
    'a.js',
    (map) => comment(`DATA:APPLICATION/JSON;CHARSET=UTF-8;BASE64,${base64(map)}\n`),
  ],
  'a comment with blanks in it': [
    'a.js',
    (map) => comment(`  data:application/json; charset=utf-8; base64,${base64(map)}  \n`),
  ],
  'a comment without a type': ['a.js', (map) => comment(`data:;base64,${base64(map)}`)],
  'a comment of another type': ['a.js', (map) => comment(`data:text/plain;base64,${base64(map)}`)],
  'digits that are safe in a URL': [
    'a.js',
    (map) => comment(`data:application/json;base64,${base64(map).replaceAll('+', '-').replaceAll('/', '_')}`),
  ],
  'digits that are percent-encoded': [
    'a.js',
    (map) => comment(`data:application/json;base64,${encodeURIComponent(base64(map))}\n`),
  ],
  'digits in lines': [
    'a.css',
    (map) =>
      `a{}\n/*# sourceMappingURL=data:application/json;base64,${base64(map).replace(/(.{76})/g, '$1\r\n')} */`,
  ],
  'digits in strings that are put together': [
    'a.js',
    (map) => `a="data:application/json;base64,${base64(map).replace(/(.{90})/g, '$1" +\n  "')}";`,
  ],
  'digits in strings of a list': [
    'a.js',
    (map) =>
      `a=['//# sourceMappingURL=data:;base64,${base64(map).replace(/(.{33})/g, "$1','")}','b'].join('')`,
  ],
  'a comment of old': ['a.js', (map) => `//@ sourceMappingURL=data:application/json;base64,${base64(map)}`],
  'a comment in a style sheet': [
    'a.css',
    (map) => `a{b:c}\n/*@ sourceMappingURL=data:application/json;base64,${base64(map)} */\n`,
  ],
  'a comment in the middle': [
    'a.js',
    (map) => `${comment(`data:application/json;base64,${base64(map)}`)}\n${CODE}`,
  ],
  'a comment in a page': [
    'a.html',
    (map) => `<script>${comment(`data:application/json;base64,${base64(map)}`)}\n</script>`,
  ],
  'a comment in UTF-16': [
    'a.js',
    (map) => utf16(`\ufeff${comment(`data:application/json;base64,${base64(map)}`)}`, true),
  ],
  'a comment in eval': [
    'a.js',
    (map) =>
      `eval("a()\\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${base64(map)}\\n//# sourceURL=x\\n")`,
  ],
  'a comment in a template': [
    'a.js',
    (map) => `x=\`a()\n//# sourceMappingURL=data:application/json;base64,${base64(map)}\n\``,
  ],
  'a URL in a string': ['a.js', (map) => `x="data:application/json;base64,${base64(map)}"`],
  'percent-encoded': [
    'a.css',
    (map) =>
      `a{}\n/*# sourceMappingURL=data:application/json;charset=utf-8,${encodeURIComponent(json(map))} */`,
  ],
  'percent-encoded in part': ['a.js', (map) => comment(`data:application/json,${encodeURI(json(map))}\n`)],
  'percent-encoded in a string': [
    'a.js',
    (map) => `x="data:application/json,${encodeURIComponent(json(map))}"`,
  ],
  'not encoded': ['a.js', (map) => comment(`data:application/json,${json(map)}\n`)],
  'a header': [
    'answer.http',
    (map) => `HTTP/1.1 200 OK\r\nSourceMap: data:application/json;base64,${base64(map)}\r\n\r\na()`,
  ],
};

function told(maps: readonly MapSighting[]): string {
  const facts = maps.map((map) => map.facts);
  const paths = facts.flatMap(({ sources }) => sources.map(({ path }) => path)).sort();
  const sum = (key: 'embedded' | 'lines') => facts.reduce((total, one) => total + one[key], 0);
  return `${maps.length} map, ${sum('embedded')} texts, ${sum('lines')} lines: ${paths.join(' ')}`;
}

function look(path: string, content: string | Buffer, step?: number): string {
  const { own, facts } = lookInside(path, Buffer.from(content as string), step);
  return told([own, ...facts].flatMap(({ maps }) => maps));
}

const random = seeded(3);
for (const [where, [path, wrap]] of Object.entries(WRAPPERS)) {
  test(`finds a map of any form as ${where}`, () => {
    for (const [form, map] of Object.entries(FORMS)) {
      const expected = form.startsWith('no texts')
        ? '1 map, 0 texts, 0 lines: ../src/a.ts ../src/b.ts'
        : '1 map, 2 texts, 5 lines: ../src/a.ts ../src/b.ts';
      const content = wrap(map);
      assert.equal(look(path, content), expected, form);
      const step = 1 + random(200);
      assert.equal(look(path, content, step), expected, `${form}, cut at ${step}`);
    }
  });
}

const CUT: Readonly<Record<string, (json: string) => readonly [string, string]>> = {
  'a file': (cut) => ['a.map', cut],
  'an object': (cut) => ['a.js', `x(${cut}`],
  'a string': (cut) => ['a.js', `x("${quoted(cut, '"').slice(1, -1)}`],
  'a comment': (cut) => ['a.js', `//# sourceMappingURL=data:;base64,${Buffer.from(cut).toString('base64')}`],
};
for (const [where, wrap] of Object.entries(CUT)) {
  test(`finds a map that was cut off behind any token as ${where}`, () => {
    for (const [form, map] of Object.entries(FORMS)) {
      const text = json(map);
      const begins = text.indexOf('"export const rate');
      if (begins === -1) continue;
      // From the end of the first text on, whatever comes last.
      for (const { index } of text.slice(begins + 130).matchAll(/[[\]{}:,"]/g)) {
        const cut = text.slice(0, begins + 130 + index + 1);
        const [, texts] = /, (\d) texts/.exec(look(...wrap(cut)))!;
        assert.ok(Number(texts) >= 1, `${form}: …${cut.slice(-40)}`);
      }
    }
  });
}

const IN_SECTIONS: Readonly<Record<string, string>> = {
  base64: `data:application/json;base64,${base64(PLAIN)}`,
  'base64, with a charset': `data:application/json;charset=utf-8;base64,${base64(PLAIN)}`,
  'percent-encoded': `data:,${encodeURIComponent(json(PLAIN))}`,
};
for (const [how, url] of Object.entries(IN_SECTIONS)) {
  test(`finds a map in the address of a section: ${how}`, () => {
    const map = {
      version: 3,
      sections: [
        { ...offset(0), map: PRELUDE },
        { ...offset(1), url },
      ],
    };
    for (const where of ['a file', 'an object', 'a string', 'a string in JSON', 'a comment']) {
      const [path, wrap] = WRAPPERS[where]!;
      for (const step of [undefined, 1, 7])
        assert.equal(
          look(path, wrap(map), step),
          '1 map, 2 texts, 5 lines: ../src/a.ts ../src/b.ts',
          `${where}, cut at ${step}`,
        );
    }
  });
}

test('finds several in one file, whatever they are written as', () => {
  const content = ['an object', 'a string in eval', 'a comment in the middle', 'a string']
    .map((name) => WRAPPERS[name]![1](PLAIN))
    .join('\n');
  assert.match(look('a.js', content), /^4 map, 8 texts, 20 lines/);
});

test('finds maps that stand side by side in a string', () => {
  assert.match(look('a.js', `x=${quoted(`[${json(PLAIN)},${json(PLAIN)}]`, '"')}`), /^2 map, 4 texts/);
});

test('finds a map in an object that begins as one and is none', () => {
  assert.match(look('a.js', `x={file:"a.js",code:"b",map:${literal(PLAIN, '"')}}`), /^1 map, 2 texts/);
  assert.match(look('a.js', `x={version:3,file:${literal(PLAIN, '"')}}`), /^1 map, 2 texts/);
});

test('finds texts beside mappings that were not encoded, as Sonda leaves them', () => {
  const decoded = {
    mappings: [[], [[0, 0, 0, 7]], [[6, 0, 0, 13]]],
    sources: PLAIN.sources,
    sourcesContent: TEXTS,
  };
  const content = json({ sourcemaps: [{ name: 'a.js', map: json(decoded) }] });
  assert.equal(look('report.json', content), '1 map, 2 texts, 5 lines: ../src/a.ts ../src/b.ts');
});
