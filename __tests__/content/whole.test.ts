import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readArchive } from '../../src/archive/read.ts';
import type { FileFacts } from '../../src/content/facts.ts';
import { createGatherer } from '../../src/content/gather.ts';
import { rawAsar } from '../asars.ts';
import { metafile } from '../records.ts';
import { packed, tarballFile } from '../tarballs.ts';
import { rawZip } from '../zips.ts';
import { lookInside } from './inside.ts';
import { PIECES, seeded } from './pieces.ts';

const MAP = '{"version":3,"sources":["src/a.ts"],"sourcesContent":["let a;\\n"],"mappings":"AAAA"}';
const encoded = Buffer.from(MAP).toString('base64');
/** What the readers of a small file look for, beside code. */
const CARRIED = [
  `//# sourceMappingURL=data:application/json;base64,${encoded}\n`,
  `eval("a//# sourceMappingURL=data:application/json,${encodeURIComponent(MAP)}")`,
  `var m=${MAP};`,
  `var m=${JSON.stringify(MAP)};`,
  `e(${metafile()});`,
  `JSON.parse('${metafile()}')`,
  `"version","base64,","sourceMappingURL=",`,
  encoded,
  'H4sI'.repeat(1200),
  MAP,
  ' '.repeat(90),
  '\0\u0001',
  '\ufeff',
];
const ZIP = rawZip([{ name: 'a.map', body: MAP }]);
const NAMES = ['a.js', 'a.map', 'a.css', 'a.html', 'a.ts', 'README.md', 'a.bin', 'a.json', 'a'];

test('a file that is pushed as a whole has the same facts as one that is cut anywhere', () => {
  const random = seeded(23);
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
  const carried = { maps: 0, inside: 0, binary: 0, records: 0 };
  for (let round = 0; round < 1500; round++) {
    const parts = Array.from({ length: 1 + random(12) }, () => pick(random(4) === 0 ? CARRIED : PIECES));
    const end = random(6) === 0 ? ZIP : Buffer.alloc(0);
    const start = Buffer.from(random(8) === 0 ? '#!/bin/sh\n' : random(9) === 0 ? '\x7fELF\0' : '');
    const bytes = Buffer.concat([start, Buffer.from(parts.join('')), end]);
    const path = pick(NAMES);
    const told = `round ${round}: ${path}, ${bytes.length} bytes`;
    const cut = lookInside(path, bytes, 1 + random(bytes.length));
    const whole = lookInside(path, bytes, 'whole');
    assert.deepEqual(whole, cut, told);
    carried.maps += whole.own.maps.length;
    carried.records += whole.own.records?.length ?? 0;
    carried.inside += whole.files.length;
    carried.binary += whole.own.kind === 'text' ? 0 : 1;
  }
  for (const [what, times] of Object.entries(carried)) assert.ok(times > 20, `${what}: ${times}`);
});

test('code behind what began as a source map, and is none, does not go unread', () => {
  const sections = '"sections":[{"offset":{"line":0,"column":0},"map":{"version":3}}]';
  const begun = `{"${'x'.repeat(3000)}":["a.ts"],"sourcesContent":["${'let b;\\n'.repeat(300)}"],"mappings":"A",${sections}}`;
  const code = 'export const secret: string = "of the trade";\n'.repeat(40);
  for (const step of [1, 50, 700, 100_000]) {
    for (const behind of [code, ` \n${code}`]) {
      const { own } = lookInside('a.ts', Buffer.from(begun + behind), step);
      assert.ok(
        own.uninspected !== undefined || own.maps.length > 0 || own.text?.source !== undefined,
        `in pieces of ${step}`,
      );
    }
    const { own } = lookInside('a.json', Buffer.from(`${begun} \n`), step);
    assert.deepEqual(
      [own.maps.length, own.uninspected],
      [1, undefined],
      `the texts alone, in pieces of ${step}`,
    );
  }
});

test('what stands in JSON that begins as a map, and is none, is found in pieces of any size', () => {
  const begun = ['"sourcesContent":[]', '"version":3,"sources":[]', ")]}'\n"];
  for (const keys of begun) {
    const start = keys.startsWith(')') ? `${keys}{` : `{${keys},`;
    const json = `${start}"a":"${'x'.repeat(9000)}","b":${JSON.stringify(CARRIED[0])}}`;
    for (const path of ['a.json', 'a.js', 'a.map'])
      for (const step of [1, 50, 700, 5000, 100_000])
        assert.equal(
          lookInside(path, Buffer.from(json), step).own.maps.length,
          1,
          `${keys} in ${path}, ${step}`,
        );
  }
});

test('JSON with long mappings is a map, or nobody has read all of it', () => {
  const mappings = 'AAAA,CAAC;'.repeat(40_000);
  const begun = `{"version":3,"file":"a.js","mappings":"${mappings}"`;
  const map = Buffer.from(
    `${begun},"sources":["../src/a.ts"],"sourcesContent":["let a = 1;\\n"],"names":[]}`,
  );
  const none = Buffer.from(`${begun},"b":${JSON.stringify(CARRIED[0])}}`);
  for (const step of [1000, 65_536, 100_000]) {
    const { own } = lookInside('a.js.map', map, step);
    assert.deepEqual([own.maps.length, own.uninspected], [1, undefined], `${step}`);
    assert.match(lookInside('a.json', none, step).own.uninspected ?? '', /begins as a source map/, `${step}`);
  }
});

/** A file that has packgate open another archive before it has looked at the rest of it: all that lies in memory then has to stay. */
const FILLED = Array.from({ length: 3000 }, (_, i) => `k${(i * 7919) % 10_007}`).join('');
const HOLDS = [
  `a="${rawZip([{ name: 'filled.txt', body: FILLED }]).toString('base64')}"`,
  `b="${gzipSync(MAP + FILLED.slice(0, 400)).toString('base64')}"`,
  `c="${Buffer.from(MAP + ' '.repeat(40)).toString('base64')}"`,
  CARRIED[0],
].join(';\n');
const MANIFEST = '{"name":"made","version":"1.0.0"}';

/** The facts of every file in an archive, of `holds.js` and what it holds alone. */
async function factsIn(t: TestContext, archive: Buffer): Promise<FileFacts[]> {
  const facts: FileFacts[] = [];
  const gatherer = createGatherer(
    (file) => facts.push(file),
    () => false,
  );
  const { format } = await readArchive(tarballFile(t, archive), gatherer);
  gatherer.finish(format);
  return facts.filter(({ path }) => path.startsWith('holds.js'));
}

test('a file of an archive has the facts that it has alone, whatever it holds and wherever it lies', async (t) => {
  const { own, facts } = lookInside('holds.js', Buffer.from(HOLDS));
  const alone = [...facts.map(({ sha256: _, ...rest }) => rest), own];
  assert.deepEqual(
    alone.map(({ path, maps }) => `${path} ${maps.length}`),
    [
      'holds.js!/base64-1!/filled.txt 0',
      'holds.js!/base64-1 0',
      'holds.js!/base64-2!/base64-2 1',
      'holds.js!/base64-2 0',
      'holds.js!/base64-3 1',
      'holds.js 1',
    ],
  );
  const [head, body] = [Buffer.from(MANIFEST), Buffer.from(HOLDS)];
  const files = {
    'package.json': { offset: '0', size: head.length },
    'holds.js': { offset: `${head.length}`, size: body.length },
  };
  const entries = [
    { name: 'package.json', body: MANIFEST },
    { name: 'holds.js', body: HOLDS },
  ];
  const archives = {
    'a zip archive': rawZip(entries),
    'a zip archive that stores': rawZip(entries.map((entry) => ({ ...entry, method: 0 }))),
    'an asar archive': rawAsar({ files }, Buffer.concat([head, body])),
    'a tarball': packed({ 'holds.js': HOLDS }),
  };
  for (const [name, archive] of Object.entries(archives))
    assert.deepEqual(await factsIn(t, archive), alone, name);
  // The tarball is unpacked in views of 256 KiB.
  for (const back of [512, 1024, 2048, 6144, 10_240])
    for (const view of [1, 2]) {
      const before = Buffer.alloc(view * 256 * 1024 - 2 * 512 - 512 - back - 512, 'a;\n');
      const archive = packed({ 'a.js': before, 'holds.js': HOLDS });
      assert.deepEqual(await factsIn(t, archive), alone, `${back} bytes before the end of view ${view}`);
    }
});
