import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/source-map/remote-source.ts';
import { sight } from '../facts.ts';
import { dataUrl, mapText } from './maps.ts';

const leaking: Record<string, [string, RegExp]> = {
  'a source on a host': [
    mapText({ sources: ['https://git.example.com/raw/src/a.ts'] }),
    /lie at git\.example\.com\.$/,
  ],
  'a source root on a host': [
    mapText({ sourceRoot: 'https://cdn.example.com/src/' }),
    /lie at cdn\.example\.com\.$/,
  ],
  'a source in a bucket': [mapText({ sources: ['s3://acme-src/app/a.ts'] }), /lie at acme-src\.$/],
  'a section by address': [
    JSON.stringify({ version: 3, sections: [{ offset: {}, url: 'https://maps.example.com/a.map' }] }),
    /lie at maps\.example\.com\.$/,
  ],
  'several hosts': [
    mapText({ sources: ['https://b.example.com/a.ts', 'https://a.example.com/b.ts'] }),
    /lie at 2 network places, first a\.example\.com\.$/,
  ],
};
const clean: Record<string, string> = {
  'relative sources': mapText(),
  'a bundler scheme': mapText({
    sources: ['webpack://app/./src/a.ts', 'turbopack:///[project]/a.ts', 'ng://app/a.ts'],
  }),
  'a source on the disk': mapText({
    sources: ['file:///home/user/a.ts', '/home/user/b.ts', 'C:\\src\\c.ts'],
  }),
  'a development server': mapText({ sources: ['http://localhost:5173/src/a.ts'] }),
  'a text that names a host': mapText({ sourcesContent: ['// see https://example.com/', ''] }),
};

for (const [name, [text, message]] of Object.entries(leaking)) {
  test(`stops ${name}`, () => {
    assert.match(sight(rule, 'a.js.map', text)[0]?.message ?? 'nothing', message);
    assert.equal(sight(rule, 'a.js', `let a\n//# sourceMappingURL=${dataUrl(text)}`)[0]?.line, 2);
  });
}
for (const [name, text] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, 'a.js.map', text), []));
}
