import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifiedModule, readableModule, times } from './samples.ts';
import { told } from './told.ts';

/** White space gone, names kept. */
const tight = (n = 0) =>
  readableModule(n)
    .replace(/\/\/.*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\w ]) ?/g, '$1');

/** Names mangled, layout kept. */
const mangled = (n = 0) => `
export function a${n}(t, e, n) {
  const r = t.map((t) => t.id), o = e.get(r);
  for (const i of r) {
    if (o.has(i)) {
      n(i, o.get(i));
    }
  }
  return o;
}
`;

for (const [what, text] of [
  ['white space gone, names kept', times(10, tight)],
  [
    'white space gone, names kept, a short file',
    'function total(invoices,until){let amount=0;for(const invoice of invoices){const rate=invoice.rate;if(invoice.date<=until)amount+=invoice.amount/rate}return Math.round(amount*100)/100}exports.total=total;exports.part=until=>total([],until);',
  ],
  ['names mangled, laid out', times(10, mangled)],
] as const) {
  test(`partial: ${what}`, () => {
    assert.deepEqual(Object.keys(told('dist/a.js', text)), ['unminified/partial']);
  });
}

for (const [what, text] of [
  ['minified', times(10, minifiedModule)],
  ['short', tight().slice(0, 150)],
  [
    'minified, but for what is declared outside of functions',
    times(
      20,
      (n) =>
        `const connect${n}=require("connect-${n}"),listener${n}=connect${n}({timeout:${n}});function open${n}(e){return listener${n}.listen(e)}exports.open${n}=open${n};`,
    ),
  ],
  [
    'nothing declared but outside of functions',
    times(
      20,
      (n) => `const connect${n}=require("connect-${n}");exports.listener${n}=connect${n}.listen(${n});`,
    ),
  ],
] as const) {
  test(`quiet: ${what}`, () => {
    assert.deepEqual(told('dist/a.js', text), {});
  });
}

test('source is not called half-minified', () => {
  assert.deepEqual(Object.keys(told('dist/a.js', readableModule())), ['unminified/script']);
});
