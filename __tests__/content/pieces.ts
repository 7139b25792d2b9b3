// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are templates themselves

/** A small generator of the same numbers on every machine. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A script as a person writes it. */
const SOURCE = `function total(invoices, until) {
  let amount = 0;
  for (const invoice of invoices) {
    if (invoice.date <= until && !invoice.cancelled) {
      amount += invoice.amount / invoice.rate;
    }
  }
  return Math.round(amount * 100) / 100;
}
const greeting = "Good morning, " + 'everybody';
`;

/** Bits of scripts, style sheets and pages that lead a lexer through all it knows. */
export const PIECES = [
  '__d(function(g,r){',
  '},7,[1,2],"src/a.js");\n',
  '__d(function(a,b){let c=1}, 0, [1], "lib/long/enough/b.tsx");',
  'define("app/login",["a"],function(e){',
  ',"./src/a.js":function(e,t){',
  ',"./src/b.ts":e=>{',
  ',"./src/c.vue":e => {',
  '({"./src/d.js"(e){},"./d.json":[function(){',
  'const имя = "строка"; ',
  "let s = 'it\\'s';\r\n",
  '`a${b}c${`d${"}"}`}` ',
  '/[/"]\\/x/giu.test(a) ',
  'a / b / c;',
  'if (x) /"/.exec(y)\n',
  '/* *** */ ',
  '/*! legal */\r',
  '// line\u2028 code()\n',
  '//# sourceMappingURL=a.js.map\r\n',
  '/*# sourceMappingURL=b*c.map */',
  'function f(){ for (var i = 0;;) if (a) { var b; } catch (e) { var c }/* a remark, longer than hints to tools are */ // and another one, as long as the first\n',
  'class F { g(h, {i, j: k}, lmn) { o(p) } } ',
  'q((r, stu = v(w)) => r);',
  '// def total(invoices):\n//     return sum(invoice.amount for invoice in invoices)\n'.repeat(9),
  '<!-- html\n',
  '\n--> html\n',
  'return <A b="c" {...d}>e\'s {f}</A>;\n',
  'function f(a: string, b?: T) { return a << 2 }\n',
  '_0x12ab=_0x;',
  '數值++;',
  '\t\t  \r\n\n',
  'x'.repeat(70),
  '{}}])({',
  '"open\n',
  '\\',
  '\u2028\u00a0',
  '.a{color:red;--x: y}\n@media (a: b) { c { d: url(//e) } }\n',
  '<script async>a = "b</script><!-- <script> -->',
  '<SCRIPT type="module">a<b//# sourceMappingURL=c.map</SCRIPT x>',
  '<script type="x">`</script>',
  'url( "a" ) url(data:,//*x) ',
  '// src/ledger/engine.ts\n',
  '\n;// CONCATENATED MODULE: ./src/a.js\r\n',
  '// node_modules/react/index.js\u2028',
  '//#region src/a.ts\n',
  '//#endregion\n',
  '//# sourceURL=webpack-internal:///./src/a.js\n',
  '/*!***!*\\\n  !*** ./src/a.js ***!\n  \\***/',
  '/*! acme v1.2.3 | MIT */',
  '{"./src/a.js": (',
  '{"./src/b.js":[function(require,module,exports){\n',
  ',"./src/c.ts" : [ function(a){var b=!0;let c=!1;} }],',
  ',"src/b.mjs"(exports) {',
  '{"[project]/src/a.ts [app] (ecmascript)":((',
  ',\n"[project]/src/my app/a.ts [app-client] (ecmascript)", ((c) => {',
  '}),"b.js (c)",(a,',
  'a=[\n"[project]/src/g.tsx [app-ssr] (ecmascript)", ((c)=>{',
  '\n;// ./node_modules/a/b.js??c.use[0]!./src/h.vue?vue&type=template&id=7ba5bd90&scoped=true\n',
  `\n;// CONCATENATED MODULE: ./node_modules/${'long/'.repeat(50)}a.js!./src/i.vue?vue&type=script&lang=js&\r\n`,
  '},"./node_modules/a/b.js??c!./src/d.vue?vue&type=script&lang=js":e=>{',
  ',"./src/e.vue?vue&type=script&lang=ts&": function(e) {',
  '/***/ "./f.vue?vue&type=script&lang=tsx":\n/*!*****!*\\\n  !*** ./node_modules/a.js?b!./f.vue?vue&type=script&lang=tsx ***!\n  \\*****/',
  '// let total = count(invoices);\n'.repeat(14),
  `eval("${SOURCE.replace(/\n/g, '\\n').replace(/"/g, '\\"')}\\u00e9\\x41\\u{1f600}");`,
  `a = '${SOURCE.replace(/\n/g, '\\\n').replace(/'/g, "\\'")}';`,
  `b = \`${SOURCE}\`;\n`,
  `/*\n${SOURCE.replace(/^/gm, ' * ')}*/`,
  `"${'m 1.5,2 h 3'.repeat(30)}"`,
];
