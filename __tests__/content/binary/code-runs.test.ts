import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapText } from '../../rules/source-map/maps.ts';
import { lookInside } from '../inside.ts';
import { seeded } from '../pieces.ts';

const noise = (size: number, next = seeded(3)) => Buffer.from(Array.from({ length: size }, () => next(256)));
const TYPESCRIPT = `import { rates } from './rates';

export interface Invoice { customer: string; cents: number }

/** Friends — and theirs — pay less. */
export function priceOf(invoice: Invoice): number {
  const rate: number = rates.get(invoice.customer) ?? 1;
  return Math.round(invoice.cents * rate);
}
`.repeat(3);
const SCRIPT = TYPESCRIPT.replace(/^export interface.*$/m, '')
  .replaceAll(': Invoice', '')
  .replaceAll(': number', '');
const PYTHON = `import os

class Ledger:
    def total(self, until):
        for entry in self.entries:
            if entry.date <= until:
                self.amount += entry.amount
        return self.amount

def main():
    return Ledger().total(None)
`.repeat(3);
const MINIFIED = `var t=e=>{return e.map(n=>n*2)};import"./a.js";${'function r(n){return n+1};'.repeat(60)}`;
const among = (...texts: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('PACK\0\x01\x02\x03'),
    ...texts.flatMap((text) => [noise(300), Buffer.from([0]), Buffer.from(text), Buffer.from([0])]),
    noise(200),
  ]);

/** Languages of what is found. */
const found: Record<string, [bytes: Buffer, string[]]> = {
  TypeScript: [among(TYPESCRIPT), ['code-1 TypeScript']],
  'TypeScript in UTF-16': [
    among(Buffer.from(TYPESCRIPT.replaceAll('—', '-'), 'utf16le')),
    ['code-1 TypeScript'],
  ],
  'a readable script': [among(SCRIPT.replace(/export interface.*/g, '')), ['code-1 script']],
  Python: [among(PYTHON), ['code-1 Python']],
  'several files': [among(TYPESCRIPT, noise(5000), PYTHON), ['code-1 TypeScript', 'code-2 Python']],
};
const quiet: Record<string, Buffer> = {
  'a minified script': among(MINIFIED),
  'words of a message': among(
    'You may return to the last page, or import a file,\nand then (if you like) stay.\n'.repeat(20),
  ),
  'names in a table': among(Array.from({ length: 200 }, (_, i) => `import name${i}`).join('\0')),
  noise: noise(200_000),
  'a licence': among(
    'Permission is hereby granted, free of charge, to any person\nobtaining a copy (the "Software"), to deal;\nreturn it;\n'.repeat(
      8,
    ),
  ),
  'a legal notice': among(
    'Redistributions of source code must retain this notice,\nand (a) return it;\nor (b) import nothing;\n'.repeat(
      9,
    ),
  ),
};

for (const [name, [bytes, expected]] of Object.entries(found)) {
  test(`finds ${name} in a format of which nothing is known`, () => {
    for (const step of [bytes.length, 4096, 777]) {
      const { facts } = lookInside('a.bin', bytes, step);
      const told = facts.map(
        ({ path, text }) => `${path.slice('a.bin!/'.length)} ${text?.source ?? text?.language}`,
      );
      assert.deepEqual(told, expected, `${step}`);
    }
  });
}
for (const [name, bytes] of Object.entries(quiet)) {
  test(`finds no code in ${name}`, () => assert.deepEqual(lookInside('a.bin', bytes).files, []));
}

test('tells a map among it once', () => {
  const map = mapText({ sourcesContent: [TYPESCRIPT] });
  const { own, files } = lookInside(
    'a.bin',
    among(
      `${MINIFIED}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}\n`,
    ),
  );
  assert.deepEqual([own.maps.length, files], [1, []]);
});
