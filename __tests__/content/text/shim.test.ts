import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endsAsShim, isShim, withoutComments } from '../../../src/content/text/shim.ts';

const SHIMS = [
  "export * from './a';",
  "export * from './a'; // and more; const b = 1",
  "/* const a = 1; const b = 2 */ export * from './a'",
  "// const a = 1; const b = 2\nexport { a } from './a'\n",
  "'use strict';\nmodule.exports = require('./cjs/a.js'); /* const b = 1; */",
  "const a = require('./a');\nmodule.exports = a;\n\n;",
  '"use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.default=void 0;',
  "import { a }\n  from './a';\n// export default a(1)\nexport default a;",
  '@import "a.css"; /* b; */',
  "var Select = require('./a');\nrequire('b');\nexports[\"default\"] = Select.Select;\nexports.a = Select.a;",
  'var _a = _interopRequireDefault(require("./a"));\nexports.default = _a.default;',
  "export { a } from 'https://a.example/b.js';",
  'module.exports = require( "./a" );\n\nrequire( "./a/b" );\nObject.defineProperty( exports, "__esModule", { value: true } );\n',
];
const OTHERS = [
  "import { a } from './a';\nexport default a(1);",
  "const a = require('./a');\nvar b = a.b(/* c; */ 'd');\n",
  "import a from 'a'; a.b();",
  'var a = require("./a");\nexports.b = a.b();',
  "export { a } from './a;b'; run('//a.example')",
  'export default () => a("./a;", b);',
  'require("./a");\nvar path = require("./path");\nmodule.exports = path.Reflect;',
  'var a = require("./a");\nexports[a.b] = a.c;',
  'require( "./a" );\nrequire( "./b" )( a, b );',
  '"use strict";\nexports.b = exports.a = void 0;\nexports.a = 2;\nexports.b = 4096;',
  'export default 86400;',
  "export * from './a'; var b = 1; export * from './c';",
  "'use strict'; x = 1 // ;",
  '',
  ' ; ;',
];

const ends = (text: string) => endsAsShim(Buffer.from(text), withoutComments(text) !== text);

describe('the last statement', () => {
  for (const text of SHIMS) {
    it(`lets a shim through: ${JSON.stringify(text)}`, () => {
      assert.deepEqual([ends(text), isShim(withoutComments(text))], [true, true]);
    });
  }
  for (const text of OTHERS) {
    it(`makes no shim of ${JSON.stringify(text)}`, () => {
      assert.equal(ends(text) && isShim(withoutComments(text)), false);
    });
  }
  it('tells most of what is none', () => {
    assert.deepEqual(
      [OTHERS[0]!, OTHERS[2]!].map((text) => ends(text)),
      [false, false],
    );
  });
});
