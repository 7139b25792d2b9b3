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

/** All of it gone but what people wrote about it. */
const remarked = (n = 0) =>
  `function a${n}(t,e){/* the rate of last month counts until the first of the next */return t.map(r=>e.get(r.id)).filter(r=>r)// and not its sum\n}`;

/** Names mangled, layout kept. */
const mangled = (n = 0) => `
export function a${n}(t, e, n) {
  const r = t.map((t) => t.id), o = e.get(r);
  for (const i of r) {
    if (o.has(i)) {
      n('open', o.get(i));
    }
  }
  return o;
}
`;

/** As aaencode writes a program: the figures of each character's code, made of faces, with blanks between. */
const faces = (text: string): string => {
  const figures = [
    '(c^_^o)',
    '(ﾟΘﾟ)',
    '((o^_^o) - (ﾟΘﾟ))',
    '(o^_^o)',
    '(ﾟｰﾟ)',
    '((ﾟｰﾟ) + (ﾟΘﾟ))',
    '((o^_^o) +(o^_^o))',
  ];
  const code = (letter: string) =>
    [...letter.charCodeAt(0).toString(7)].map((figure) => `${figures[Number(figure)]}+ `).join('');
  return `o=(ﾟｰﾟ)  =_=3; c=(ﾟΘﾟ) =(ﾟｰﾟ)-(ﾟｰﾟ); (ﾟДﾟ) ['_'] ( ${[...text].map((letter) => `(ﾟДﾟ)[ﾟεﾟ]+${code(letter)}`).join('')}(ﾟДﾟ)[ﾟoﾟ]) (ﾟΘﾟ)) ('_');`;
};
/** As jjencode does, with blanks as a formatter puts them. */
const signs = (text: string): string =>
  `$ = ~[]; ${[...text].map((letter) => `$._ = $.$ + $._$ + ${letter.charCodeAt(0)} + $.__$ + $.$$_`).join(', ')};`;

for (const [what, text] of [
  ['encoded as faces', faces(readableModule())],
  ['encoded as signs', signs(readableModule())],
  ['white space gone, names kept', times(10, tight)],
  [
    'white space gone, names kept, a short file',
    'function total(invoices,until){let amount=0;for(const invoice of invoices){const rate=invoice.rate;if(invoice.date<=until)amount+=invoice.amount/rate}return Math.round(amount*100)/100}exports.total=total;exports.part=until=>total([],until);',
  ],
  [
    'white space gone, a single variable with a name',
    '"use strict";const ledger=require("ledger"),rates=require("rates");ledger.use(rates);function Summary(lines){this.lines=lines}exports.Summary=Summary;Summary.empty=new Summary([]);Summary.prototype.kind="summary of all invoices";Summary.prototype.isEmpty=function(){return this.lines.length===0};',
  ],
  [
    'white space gone, nothing but methods with parameters',
    times(
      3,
      (n) =>
        `export class Prices${n}{constructor(ledger,clock){this.ledger=ledger;this.clock=clock}find(customer,product){return this.ledger.find(customer.id,product.sku)}discount(customer,amount){return customer.isLoyal?amount*.9:amount}}`,
    ),
  ],
  [
    'white space gone, nothing but arrow functions with parameters',
    times(
      6,
      (n) => `exports.rate${n}=(ledger,invoice)=>ledger.rates.find(invoice.month).rate*invoice.amount;`,
    ),
  ],
  ['names mangled, laid out', times(10, mangled)],
  ['names mangled, laid out, a short file', times(2, mangled)],
  [
    'names mangled, laid out, few variables beside parameters',
    `export default define({
  name: 'search-box',
  setup(e, { emit: t, slots: n }) {
    const r = find(() => e.words.filter((o) => o.startsWith(e.value)));
    watch(() => e.value, (o, a) => { o !== a && t('search', o); });
    const i = (o) => t('update', o);
    return () => node('ul', r.value.map((o, a) => node('li', { active: a === 0, press: () => i(a) }, n.item(o))));
  },
});
`,
  ],
  [
    'true and false as minifiers write them',
    `define(function (t, e) {\n  var n = !0;\n  e.open = function (r, o) {\n    return o ? ((n = !1), t.open(r, n)) : t.close(r);\n  };\n});\n${mangled().replace('export ', '')}`,
  ],
  ['minified, comments left', times(6, remarked)],
  [
    'white space gone, two in three names short',
    times(
      9,
      (n) => `function mix${n}(out,a,b){out[0]=a[0]*b[0]-a[1]*b[1];out[1]=a[0]*b[1]+a[1]*b[0];return out}`,
    ),
  ],
] as const) {
  test(`partial: ${what}`, () => {
    assert.deepEqual(Object.keys(told('dist/a.js', text)), ['unminified/partial']);
  });
}

for (const [what, text] of [
  ['minified', times(10, minifiedModule)],
  ['short', tight().slice(0, 150)],
  [
    'minified, nothing but methods with parameters',
    times(
      3,
      (n) =>
        `export class Prices${n}{constructor(e,t){this.ledger=e;this.clock=t}find(e,t){return this.ledger.find(e.id,t.sku)}discount(e,t){return e.isLoyal?t*.9:t}}`,
    ),
  ],
  [
    'minified, calls with long names in front of blocks and arrows',
    times(
      6,
      (n) =>
        `if(Math.round(window.devicePixelRatio,Number)){exports.rate${n}=(e,t)=>document.createElement(e,t)}else exports.find${n}=e=>encodeURIComponent(window.location,e);`,
    ),
  ],
  [
    'minified, with a single variable',
    '"use strict";const ledger=require("ledger"),rates=require("rates");ledger.use(rates);function Summary(s){this.lines=s}exports.Summary=Summary;Summary.empty=new Summary([]);Summary.prototype.kind="summary of all invoices";Summary.prototype.isEmpty=function(){return this.lines.length===0};',
  ],
  [
    'minified, with a name of three letters beside a short one',
    '$.theme||($.theme=1,function(){var Wja=function(){var a=this.chart.mode();return this.name+("parent"==a?$.format(this.value):"")};$.extend(defaultTheme,{sunburst:{animation:{duration:2e3},title:{text:"Sunburst"},tooltip:{format:Wja,enabled:!0}}})}());',
  ],
  [
    'minified, round it what a build puts there',
    '(function(factory){if (typeof define === \'function\' && define.amd){define([\'jquery\'], factory);} else if (typeof module === \'object\'){module.exports = factory(require(\'jquery\'));} else {factory(jQuery);}}(function(jQuery){\n!function(){"use strict";jQuery.tables.addParser({id:"numbers",is:function(){return!1},format:function(e){return e.replace(/\\B(?=(\\d{12})+(?!\\d))/g,",")},type:"text"})}();return jQuery;}));',
  ],
  [
    'minified, with the names that a module is given',
    'define(function(require,exports,module){exports.summary=require("ledger/summary").summary;exports.ledger=require("ledger/ledger").ledger;exports.invoice=require("ledger/invoice").invoice;module.exports.version="2.4.1";if(exports.ledger)exports.ledger.open()});',
  ],
  [
    'a script of a page, with variables in its blocks',
    times(
      5,
      (n) =>
        `if(panel${n}){for(var items${n}=panel${n}.all("li"),i=0;i<items${n}.length;i++)items${n}[i].on("click",function(e){e.stop()});try{var state${n}=load(panel${n})}catch(e){}}`,
    ),
  ],
  [
    'licences between its modules',
    times(
      8,
      (n) => `${minifiedModule(n)}\n/** @license ledger-${n} ${'permission is granted '.repeat(20)}*/\n`,
    ),
  ],
  ['hints to a bundler', times(40, (n) => `${minifiedModule(n)}var z${n}=/* @__PURE__ */I${n}();`)],
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

test('names that are kept are not called mangled', () => {
  const text = `${tight()}\n${tight(1)}\nexport function label(invoice) {\n  return invoice.number + ' of ' + invoice.date;\n}\n`;
  const { 'unminified/partial': seen } = told('dist/a.js', text);
  assert.match(seen?.message ?? '', /white space is gone but \d+ variables of \d+ kept a name/);
});

test('source is not called half-minified', () => {
  assert.deepEqual(Object.keys(told('dist/a.js', readableModule())), ['unminified/script']);
});
