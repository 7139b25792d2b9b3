import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawAsar } from '../asars.ts';
import { lookInside } from '../content/inside.ts';
import { mapText } from '../rules/source-map/maps.ts';

const MAP = mapText();
const at = (offset: number, size: number, more: object = {}) => ({ offset: String(offset), size, ...more });
const asar = (files: object, data = `${MAP}abcdef`) => rawAsar({ files }, data);
const map = at(0, MAP.length);
const END = MAP.length;

/** An archive to the files inside; nothing is odd and nothing unread. */
const clean: Record<string, [Buffer, string[]]> = {
  'files in folders': [asar({ 'a.js': at(END, 6), d: { files: { 'm.map': map } } }), ['a.js', 'd/m.map:map']],
  'no file': [rawAsar({ files: {} }, ''), []],
  'an empty file': [asar({ m: map, e: at(END, 0), a: at(END, 6) }), ['m:map', 'e', 'a']],
  'equal files in one place': [asar({ m: map, a: at(END, 6), b: at(END, 6) }), ['m:map', 'a', 'b']],
  'a link inside': [asar({ m: map, a: at(END, 6), l: { link: 'm' } }), ['m:map', 'a']],
  'blanks before the tree': [
    rawAsar({}, MAP, { json: ` \n${JSON.stringify({ files: { m: map } })}` }),
    ['m:map'],
  ],
  'names that are words of JavaScript': [
    rawAsar({}, `${MAP}abcdef`, {
      json: `{"files":{"__proto__":${JSON.stringify(map)},"constructor":${JSON.stringify(at(END, 6))}}}`,
    }),
    ['__proto__:map', 'constructor'],
  ],
  'files in another order than their bytes': [
    asar({ c: at(END + 3, 3), d: { files: { m: map } }, b: at(END, 3) }),
    ['c', 'd/m:map', 'b'],
  ],
  'the mark of UTF-8': [
    rawAsar({}, MAP, { json: `\ufeff${JSON.stringify({ files: { m: map } })}` }),
    ['m:map'],
  ],
  'names in escapes and of other letters': [
    rawAsar({}, MAP, {
      json: JSON.stringify({ files: { ä: { files: { '\u{1f5fa}"': map } } } }).replace('ä', '\\u00E4'),
    }),
    ['ä/\u{1f5fa}":map'],
  ],
  'digests of blocks, of a gigabyte each': [
    asar({
      m: {
        ...map,
        integrity: { algorithm: 'SHA256', hash: '0', blockSize: 4194304, blocks: ['a\\"]', [{}], null] },
      },
      a: { ...at(END, 6), executable: true },
    }),
    ['m:map', 'a'],
  ],
  'a folder that lies beside the archive': [
    asar({ d: { files: { m: map }, unpacked: true }, a: { ...at(END, 6), unpacked: false } }),
    ['d/m:map', 'a'],
  ],
  'names that are words of the format': [asar({ files: map, link: at(END, 6) }), ['files:map', 'link']],
};

for (const [name, [bytes, expected]] of Object.entries(clean)) {
  test(`reads ${name}`, () => {
    const { files, odd, messages, unread } = lookInside('x', bytes, 100);
    assert.deepEqual(
      { files, odd, messages, unread },
      { files: expected.map((path) => `x!/${path}`), odd: [], messages: [], unread: undefined },
    );
  });
}

/** An archive to the files inside, and what is said. */
const said: Record<string, [Buffer, string[], RegExp]> = {
  'a size beyond the end': [
    asar({ m: at(0, 1e9), a: at(END, 6) }),
    ['m?', 'a'],
    /ambiguous x!\/m .*places this file/,
  ],
  'an offset beyond the end': [
    asar({ m: at(1e12, 5), a: at(0, END + 6) }),
    ['m?', 'a:map'],
    /places this file/,
  ],
  'an offset that is no number': [asar({ m: { size: 3, offset: '-1' } }, ''), ['m?'], /places this file/],
  'a file inside another': [asar({ m: map, a: at(5, END + 1) }), ['m:map', 'a:map'], /lies over another/],
  'a name that climbs out': [
    asar({ '..': { files: { m: map, a: at(END, 6) } } }),
    ['m:map', 'a'],
    /climbs out/,
  ],
  'a name with a slash': [asar({ 'd/m': map, a: at(END, 6) }), ['d/m:map', 'a'], /is not one name/],
  'a link that leads out': [
    asar({ l: { link: '../../etc/passwd' }, m: map, a: at(END, 6) }),
    ['m:map', 'a'],
    /leads out/,
  ],
  'bytes that belong to no file': [asar({ m: map }), ['m:map'], /6 bytes .* belong to no file/],
  'a file beside the archive': [
    asar({ n: { size: 9, unpacked: true }, m: map, a: at(END, 6) }),
    ['n?', 'm:map', 'a'],
    /\.unpacked/,
  ],
  'a name twice': [
    rawAsar({}, `${MAP}abcdef`, {
      json: `{"files":{"m":${JSON.stringify(at(END, 6))},"b":{"size":0,"offset":"0"},"m":${JSON.stringify(map)}}}`,
    }),
    ['m', 'b', 'm:map'],
    /^/,
  ],
  'a place twice': [
    rawAsar({}, `${MAP}abcdef`, {
      json: `{"files":{"m":{"size":${END},"offset":"0","offset":"${END}","size":6}}}`,
    }),
    ['m'],
    /twice/,
  ],
  'folders twice': [
    rawAsar({}, `${MAP}abcdef`, {
      json: `{"files":{"m":${JSON.stringify(map)}},"files":{"a":${JSON.stringify(at(END, 6))}}}`,
    }),
    [],
    /twice/,
  ],
  'a folder that has bytes': [
    asar({ m: { files: { a: at(END, 6) }, ...map }, n: map }),
    ['m/a', 'n:map'],
    /more than one way/,
  ],
  'a link that has bytes': [asar({ m: { link: 'a', ...map }, a: at(END, 6) }), ['a'], /more than one way/],
  'a file that may lie beside the archive': [
    asar({ m: { unpacked: 1, ...map }, a: at(END, 6) }),
    ['m:map', 'a'],
    /more than one way/,
  ],
  'bytes between files that come in another order': [
    asar({ a: at(END + 4, 2), m: map }),
    ['a', 'm:map'],
    /4 bytes .* belong to no file/,
  ],
  'files that lie over others, in another order': [
    asar({ a: at(END, 6), b: at(END + 2, 4), m: map }),
    ['a', 'b', 'm:map'],
    /ambiguous x!\/b .*lies over another/,
  ],
  'a comma too many': [rawAsar({}, '', { json: '{"files":{},}' }), [], /no JSON/],
  'words behind the tree': [rawAsar({}, '', { json: '{"files":{}} x' }), [], /no JSON/],
  'a line end in a name': [rawAsar({}, '', { json: '{"files":{"a\n":{}}}' }), [], /no JSON/],
  'lists in each other, in what nobody reads': [
    rawAsar({}, '', { json: `{"x":${'['.repeat(1e5)}` }),
    [],
    /no JSON/,
  ],
  'a name of a megabyte': [
    rawAsar({}, '', { json: `{"files":{"${'a'.repeat(1e6)}":{"size":0,"offset":"0"}}}` }),
    [],
    /limit x .*text of more than/,
  ],
  'a file without size': [asar({ m: {} }), [], /gives "m" no size/],
  'a tree that is none': [rawAsar({ files: [] }, ''), [], /no tree of files/],
  'a header that is no JSON': [rawAsar({}, '', { json: '{"files":{' }), [], /no JSON/],
  'a header longer than the archive': [rawAsar({ files: {} }, '', { headerSize: 9e8 }), [], /wrong size/],
  'a header of a gigabyte': [
    rawAsar({ files: {} }, '', { headerSize: 2 ** 30 + 8, jsonSize: 2 ** 30 }),
    [],
    /limit x .*header .* is over/,
  ],
  'a tree of ten thousand folders in each other': [
    rawAsar({}, '', { json: `${'{"files":{"a":'.repeat(10_000)}{"files":{}}${'}}'.repeat(10_000)}` }),
    [],
    /folders in each other/,
  ],
};

for (const [name, [bytes, expected, pattern]] of Object.entries(said)) {
  test(`tells ${name}`, () => {
    const inside = lookInside('x', bytes);
    assert.deepEqual(
      inside.files,
      expected.map((path) => `x!/${path}`),
    );
    const lines = [
      ...inside.odd.map((line, i) => `${line} ${inside.messages[i]}`),
      ...inside.facts.map(({ path, uninspected }) => `${path}: ${uninspected ?? ''}`),
      inside.unread ?? '',
    ];
    assert.match(lines.join('\n'), pattern);
  });
}
