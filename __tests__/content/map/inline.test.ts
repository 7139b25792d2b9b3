import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInlineMapScanner } from '../../../src/content/map/inline.ts';

const MAP = JSON.stringify({
  version: 3,
  sources: ['../src/a.ts'],
  sourcesContent: ['const a = 1;\n'],
  names: [],
  mappings: 'AAAA',
});
const B64 = Buffer.from(MAP).toString('base64');
const PERCENT = encodeURIComponent(MAP);

/** `line:column lines` of each map found. */
function find(text: string | Buffer, step?: number): string[] {
  const bytes = Buffer.from(text);
  const scanner = createInlineMapScanner({ objects: true, parts: true });
  for (let at = 0; at < bytes.length; at += step ?? bytes.length)
    scanner.push(bytes.subarray(at, at + (step ?? bytes.length)));
  return scanner.end().maps.map(({ line, column, facts }) => `${line}:${column} ${facts.lines}`);
}

const carried: Record<string, [string, string[]]> = {
  'at the end of a script': [`let a=1;\n//# sourceMappingURL=data:application/json;base64,${B64}`, ['2:5 1']],
  'with a newline behind it': [
    `let a=1;\n//# sourceMappingURL=data:application/json;base64,${B64}\n`,
    ['2:5 1'],
  ],
  'with a charset': [`//# sourceMappingURL=data:application/json;charset=utf-8;base64,${B64}`, ['1:5 1']],
  'with a charset by colon': [
    `//# sourceMappingURL=data:application/json;charset:utf-8;base64,${B64}`,
    ['1:5 1'],
  ],
  'of another media type': [`//# sourceMappingURL=data:text/plain;base64,${B64}`, ['1:5 1']],
  'of no media type': [`//# sourceMappingURL=data:;base64,${B64}`, ['1:5 1']],
  'in the old form': [`//@ sourceMappingURL=data:application/json;base64,${B64}`, ['1:5 1']],
  'in a style sheet': [`a{b:c}\n/*# sourceMappingURL=data:application/json;base64,${B64} */\n`, ['2:5 1']],
  'percent-encoded, as sass writes it': [
    `a{b:c}\n/*# sourceMappingURL=data:application/json;charset=utf-8,${PERCENT} */`,
    ['2:5 1'],
  ],
  'not encoded at all': [`//# sourceMappingURL=data:application/json,${MAP}\nlet a`, ['1:5 1']],
  'in the middle of a file': [
    `let a;\n//# sourceMappingURL=data:application/json;base64,${B64}\nlet b;\n`,
    ['2:5 1'],
  ],
  'in the middle of a line': [
    `let a;/*# sourceMappingURL=data:application/json;base64,${B64} */let b`,
    ['1:11 1'],
  ],
  'in eval, as webpack writes it': [
    `eval("let a;\\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${B64}\\n//# sourceURL=x")`,
    ['1:19 1'],
  ],
  'in a string of its own': [`const map = "data:application/json;base64,${B64}"`, ['1:36 1']],
  twice: [
    `//# sourceMappingURL=data:application/json;base64,${B64}\n//# sourceMappingURL=data:application/json;base64,${B64}\n`,
    ['1:5 1', '2:5 1'],
  ],
  'behind an image': [
    `a{b:url(data:image/png;base64,${'iVBORw0KGgo'.repeat(100)})}\n/*# sourceMappingURL=data:application/json;base64,${B64} */`,
    ['2:5 1'],
  ],
  'behind digits that are none': [
    `x("data:image/png;base64,iVBORw0KGgosourceMappingURL=data:application/json;base64,${B64}")`,
    ['1:37 1'],
  ],
  'without padding': [
    `//# sourceMappingURL=data:application/json;base64,${B64.replace(/=+$/, '')}`,
    ['1:5 1'],
  ],
};

/** The map as a minifier writes an object. */
const OBJECT =
  '{version:3,sources:["../src/a.ts"],sourcesContent:["const a = 1;\\n"],names:[],mappings:"AAAA",sourceRoot:""}';
const objects: Record<string, [string, string[]]> = {
  'an object that a style loader leaves': [`e.push([n.id,"a{}","",${OBJECT}]);export default e`, ['1:24 1']],
  'an object with quoted keys': [`module.exports = ${MAP};\n`, ['1:20 1']],
  'a pretty-printed object': [`export default ${JSON.stringify(JSON.parse(MAP), null, 2)};\n`, ['2:4 1']],
  'an object in single quotes': [`export default ${OBJECT.replaceAll('"', "'")}`, ['1:17 1']],
  'an object in templates': [
    `export default ${OBJECT.replaceAll('"', '`').replace('\\n', '\n')}`,
    ['1:17 1'],
  ],
  'JSON in a page': [`<script type="application/json">${MAP}</script>`, ['1:35 1']],
  'JSON in a string': [`const map = JSON.parse(${JSON.stringify(MAP)});`, ['1:28 1']],
  'JSON in single quotes': [`const map = JSON.parse('${MAP.replaceAll('\\', '\\\\')}');`, ['1:27 1']],
  'JSON in a template': [`const map = JSON.parse(\`${MAP.replaceAll('\\', '\\\\')}\`);`, ['1:27 1']],
  'two objects': [`a(${OBJECT});b(${OBJECT});`, [`1:4 1`, `1:${OBJECT.length + 8} 1`]],
  'an object that is cut off': [`a(${OBJECT.slice(0, -40)}`, ['1:4 1']],
};
Object.assign(carried, objects);

/** JSON in strings inside strings, each level as a script's own writer escapes it. */
const inStrings = (levels: number) =>
  Array.from({ length: levels }).reduce<string>((text) => JSON.stringify(text), MAP);
const PRETTY = JSON.stringify(JSON.parse(MAP), null, 2);
const entities = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const SORTED =
  '{"mappings":"AAAA;ACAA","names":[],"sources":["../src/a.ts"],"sourcesContent":["const a = 1;\\nlet b;\\n"],"version":3}';
const strings: Record<string, [string, string[]]> = {
  'JSON in a string in eval': [
    `eval(${JSON.stringify(`f(JSON.parse(${JSON.stringify(MAP)}))`)})`,
    ['1:27 1'],
  ],
  'JSON in three strings': [`x(${inStrings(3)})`, ['1:19 1']],
  'JSON in a string in single quotes': [
    `eval('f(JSON.parse(${JSON.stringify(MAP).replaceAll('\\', '\\\\')}))')`,
    ['1:25 1'],
  ],
  'an object in eval, as a style loader leaves it': [
    `eval(${JSON.stringify(`e.push([n.id, "a{}\n", "",${MAP}]);`)})`,
    ['1:40 1'],
  ],
  'an object in eval in single quotes, as a minifier leaves it': [
    `eval('e.push([n.id, "a{}\\n", "",${SORTED.replace('{', '{"version":3,').replace(',"version":3}', '}')}]);')`,
    ['1:35 2'],
  ],
  'pretty-printed JSON in a string': [`x(${JSON.stringify(PRETTY)})`, ['1:11 1']],
  'JSON with its quotes by number': [
    `x("${MAP.replaceAll('\\', '\\\\').replaceAll('"', '\\u0022')}")`,
    ['1:11 1'],
  ],
  'JSON with its quotes by another number': [
    `x('${MAP.replaceAll('\\', '\\\\').replaceAll('"', '\\x22')}')`,
    ['1:9 1'],
  ],
  'JSON in an attribute': [`<div data-map="${entities(MAP)}"></div>`, ['1:23 1']],
  'JSON as a string in JSON': [JSON.stringify({ code: 'a', map: MAP }), ['1:23 1']],
  'JSON in JSON': [`{"code":"a","map":${MAP}}`, ['1:21 1']],
  'texts behind a key of no map': [`m={made:"by x",${SORTED.slice(1)}`, ['1:84 2']],
  'texts behind other keys': [`{"css":"a","map":${SORTED}}`, ['1:20 2']],
  'texts behind other keys, in a string': [`x(${JSON.stringify(SORTED)})`, ['1:7 2']],
  'texts of an object that was cut off': [`m=${SORTED.slice(0, -12)}`, ['1:5 2']],
};
Object.assign(carried, strings);

for (const [name, [text, expected]] of Object.entries(carried)) {
  test(`finds a map ${name}`, () => {
    assert.deepEqual(find(text), expected);
    for (const step of [1, 2, 5, 16, 17, 64, 1000])
      assert.deepEqual(find(text, step), expected, `cut at ${step}`);
  });
}

const mentions: Record<string, string> = {
  'a string that ends where the map would begin':
    'out += "//# sourceMappingURL=data:application/json;base64," + btoa(map);',
  'a template':
    'out += `\\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,$' + '{encode(map)}`;',
  'a pattern': '/\\/\\/[#@] sourceMappingURL=data:[^,]+,(.*)/.exec(text)',
  documentation: '// write sourceMappingURL=data:application/json;base64,... at the end',
  'a comment that points to a file': '//# sourceMappingURL=a.js.map',
  'an image': `a{b:url(data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')})}`,
  'other JSON': `fetch("data:application/json;base64,${Buffer.from('{"version":3,"levels":[1]}').toString('base64')}")`,
  'JSON of a style': `x("data:application/json;base64,${Buffer.from(JSON.stringify({ version: 8, sources: {}, layers: [] })).toString('base64')}")`,
  'the word alone': 'sourceMappingURL=',
  'code that makes maps': 'return{version:3,sources:e,names:t,mappings:r}',
  'code that makes maps, with nothing in them yet':
    'const m={version:3,sources:[],names:[],mappings:"",sourcesContent:[]};',
  'code that fills a map in': 'x({version:3,file:n,sources:[n],names:[],mappings:e.join(";")})',
  'code that fills in texts':
    'const m={file:f,sources:[f],sourcesContent:[e],mappings:""};n.sourcesContent=["a"];x={sourcesContent:[null]}',
  'an example of texts': 'new Map({sources:["a.js"],sourcesContent:["var a = 1"],mappings:"AAAA"})',
  'code that names a kind of content': 'const sourcesContent:[string]=f();a={textContent:["x"]}',
  'an empty map that a tool falls back to':
    'c.push("//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9")',
  'an example in a comment':
    '/* { "version": 3, "sources": ["a.js"], "names": [], "mappings": "AAAA;BCBA" } */',
  'another object of version 3': 'export default {version:3,layers:[{name:"ground"}],tilesets:[]}',
  'a manifest of version 3': '{"version":3,"name":"x","permissions":["tabs"]}',
  'a drawing in a style sheet for a URL':
    'a{b:url("data:image/svg+xml,%3Csvg%3E%3Cstyle%3Ea%7Bfill:red%7D%7Bname%3A1%7D%3C/style%3E%3C/svg%3E")}',
  'a table of what URLs escape': 'x={"{":"%7B","}":"%7D"};y=["\\x7b","\\x7d","\\u007b\\u0022"]',
  'another object for a URL': `fetch("/api?filter=${encodeURIComponent('{"version":3,"layers":[{"name":"a"}],"names":{"a":1}}')}")`,
  'an example of a map for a URL': `decodeURIComponent("${encodeURIComponent('{"version":3,"sources":["a.js"],"names":[],"mappings":"AAAA"}')}")`,
  'an address with a place to fill in':
    'a="https://a.example/%7Bversion%7D/%7bsources%7d/%7Bfile:%22x%22%7D"',
  'a condition on a version': 'if(e){version=3,sources=[]}',
};

for (const [name, text] of Object.entries(mentions)) {
  test(`finds no map in ${name}`, () => assert.deepEqual(find(text), []));
}

test('takes time in proportion to the bytes, whatever literals fill them', () => {
  const seconds = (text: string) => {
    const bytes = Buffer.from(text);
    const start = process.cpuUsage();
    const scanner = createInlineMapScanner({ objects: true, parts: true });
    for (let at = 0; at < bytes.length; at += 262_144) scanner.push(bytes.subarray(at, at + 262_144));
    scanner.end();
    return process.cpuUsage(start).user / 1e6;
  };
  for (const unit of [
    '{version:3,',
    '{"version":3,"sources":["',
    '{"sourcesContent":["',
    '{\\\\\\"version\\\\\\":3,',
    '{&quot;version&quot;:3,',
    'base64,',
    'sourceMappingURL=',
    'sourceMappingURL=data:',
    'base64,{"version":3',
    '%7B%22version%22%3A3%2C',
    '\\x7b\\x22version\\x22:3,',
    '%7B',
    '{"version":3,"sections":[{"map":"{',
  ]) {
    // The slowest takes half a second where nothing else runs. What looks at each byte for each byte takes minutes.
    assert.ok(seconds(unit.repeat(1_000_000 / unit.length)) < 5, unit);
  }
});
