import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/debug-info/names.ts';
import { elf, wasm } from '../../binaries.ts';
import { packageOf } from '../../facts.ts';
import { factsOf, sightInside } from '../facts.ts';

const symbols = (count: number) => Buffer.alloc(24 * (count + 1));
const functions = (count: number) =>
  Buffer.concat([Buffer.from([1, 1 + count * 3, count]), Buffer.alloc(count * 3)]);

const noted: Record<string, [path: string, Buffer, string]> = {
  'a symbol table': [
    'a.node',
    elf({ '.dynsym': symbols(4), '.symtab': symbols(90) }),
    'This file keeps 86 names of functions and variables for debuggers.',
  ],
  'a name section': [
    'a.wasm',
    wasm({ name: functions(7) }),
    'This file keeps 7 names of functions and variables for debuggers.',
  ],
  'debug information that lies elsewhere': [
    'a.wasm',
    wasm({ external_debug_info: '\x12./debug/a.dbg.wasm' }),
    'This file says where its debug information is: ./debug/a.dbg.wasm.',
  ],
  'the id of a map that is kept elsewhere': [
    'a.js',
    Buffer.from('x()\n//# debugId=85314830-023f-4cf1-a267-535f4e37bb17\n'),
    'This file names its source map by the debug id 85314830-023f-4cf1-a267-535f4e37bb17, and not where it is.',
  ],
  'a CPU profile': [
    'a.json',
    Buffer.from('{"nodes":[{"id":1,"callFrame":{"functionName":"(root)"}}]}'),
    'This file is a CPU profile.',
  ],
  'a heap profile': [
    'a.x',
    Buffer.from('{"head":{"callFrame":{"functionName":"(root)"}}}'),
    'This file is a profile of V8.',
  ],
  'a log of V8': ['a.log', Buffer.from('v8-version,11,3,244,8,-node.30,0\n'), 'This file is a log of V8.'],
};
const clean: Record<string, [path: string, Buffer]> = {
  'a stripped library': ['a.node', elf({ '.dynsym': symbols(4) })],
  'symbols that are linked by name': ['a.node', elf({ '.dynsym': symbols(90), '.symtab': symbols(90) })],
  'an object file, which is nothing without them': ['a.o', elf({ '.symtab': symbols(90) }, { type: 1 })],
  'names of what has more': ['a.node', elf({ '.debug_info': symbols(9), '.symtab': symbols(90) })],
  'a stripped module': ['a.wasm', wasm({ producers: 'clang' })],
  'an id beside a comment that says where the map is': [
    'a.js',
    Buffer.from(
      '//# debugId=85314830-023f-4cf1-a267-535f4e37bb17\n//# sourceMappingURL=https://maps.example.com/a.map\n',
    ),
  ],
  'code that writes ids': ['a.js', Buffer.from('out += "\\n//# debugId=" + id; x("//# debugId=$" + "{id}")')],
  'a graph': ['a.json', Buffer.from('{"nodes":[{"id":1,"label":"a"}]}')],
  'a table': ['a.csv', Buffer.from('v8-version,name\n1,a\n')],
};

for (const [name, [path, bytes, told]] of Object.entries(noted)) {
  test(`notes ${name}`, () => assert.deepEqual(sightInside(rule, path, bytes), [`${path}: ${told}`]));
}
for (const [name, [path, bytes]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sightInside(rule, path, bytes), []));
}

test('says nothing of the id of a map that lies beside', () => {
  const [sighting] = rule.inspect(factsOf('a.js', 'x()\n//# debugId=85314830-023f-4cf1-a267-535f4e37bb17\n'));
  const settled = (files: readonly string[]) => rule.settle!(packageOf([...files]))(sighting!);
  assert.equal(settled(['a.js', 'a.js.map']), undefined);
  assert.equal(settled(['a.js', 'b.js.map']), sighting);
});
